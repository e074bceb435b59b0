//! The family `the-thuc/`: what is measured on every page, under which clause. Which papers, and how: [`super::serves`].

use crate::finding::{Blocks, Rule};

/// A breach leaves the paper to be looked at, but it may not be numbered.
const fn decree(code: &'static str) -> Rule {
    Rule::error(code).blocking(Blocks::Numbering)
}

const LIBRARY: &str = "dùng thành phần của thư viện trình bày (templates/nd30) thay cho lệnh riêng trong mẫu";
const SIZES: &str = "sửa số đo trong templates/nd30/kich-thuoc.typ cho đúng khoảng quy định";

/// The paper.
pub static PAPER: Rule = decree("the-thuc/kho-giay")
    .text("Khổ giấy là A4 (210 mm × 297 mm), đứng; ngang chỉ khi văn bản hay phụ lục ấy có bảng.", SIZES)
    .by("khoản 1, 2 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("#set page(paper: \"us-letter\")");
const MARGINS: &str = "khoản 3 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
/// Top margin.
pub static TOP: Rule = decree("the-thuc/le-tren")
    .text("Lề trên cách mép giấy 20–25 mm.", SIZES)
    .by(MARGINS)
    .example("#let le-tren = 15mm");
/// Bottom margin.
pub static BOTTOM: Rule = decree("the-thuc/le-duoi")
    .text("Lề dưới cách mép giấy 20–25 mm.", SIZES)
    .by(MARGINS)
    .example("#let le-duoi = 15mm");
/// Left margin.
pub static LEFT: Rule = decree("the-thuc/le-trai")
    .text("Lề trái cách mép giấy 30–35 mm.", SIZES)
    .by(MARGINS)
    .example("#let le-trai = 20mm");
/// Right margin.
pub static RIGHT: Rule = decree("the-thuc/le-phai")
    .text("Lề phải cách mép giấy 15–20 mm.", SIZES)
    .by(MARGINS)
    .example("#let le-phai = 10mm");
/// A page that does not say what margins it has.
pub static AREA: Rule = decree("the-thuc/vung-chu")
    .text("Mỗi trang dùng khung trang của thư viện trình bày, để đo được bốn lề.", LIBRARY)
    .example("#set page(header: none)");
/// Text outside the text area.
pub static OUTSIDE: Rule = decree("the-thuc/ngoai-le")
    .text(
        "Chữ và nét kẻ không lấn ra lề; dấu câu cuối dòng không thò ra ngoài lề phải.",
        "rút ngắn chữ, thu hẹp bảng hoặc bỏ lệnh đẩy chữ ra lề",
    )
    .by(MARGINS)
    .example("#set text(overhang: true)");
/// Text off the page.
pub static OFF_PAGE: Rule = decree("the-thuc/ngoai-trang")
    .text("Không chữ nào nằm ngoài mép giấy.", "rút ngắn chữ hoặc bỏ lệnh đẩy chữ ra ngoài trang")
    .by(MARGINS)
    .example("#place(dx: 200mm)[chữ]");
/// A word longer than its place.
pub static OVERLONG: Rule = decree("the-thuc/tu-qua-dai")
    .text(
        "Không từ nào dài quá chỗ in của nó: dòng, cột hay ô của bảng.",
        "viết cách các chữ bị dính liền; địa chỉ dài thì rút gọn",
    )
    .example("noi_nhan: [Ủybannhândânxã…]");
/// Text over text.
pub static OVERLAP: Rule = decree("the-thuc/de-chu")
    .text(
        "Không chữ nào đè lên chữ khác hay lên nét kẻ của bảng.",
        "nếu chữ ấy là một từ quá dài trong bản ghi thì thêm dấu cách; nếu không thì bỏ lệnh chồng chữ (place, move, khoảng cách âm) trong mẫu",
    )
    .example("#v(-12pt)");
/// A character without glyph.
pub static GLYPH: Rule = decree("the-thuc/thieu-net")
    .text("Mọi chữ in ra đều có nét trong phông chữ.", "thay ký tự mà phông chữ không có")
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("trich_yeu: Về việc 😀");
/// The face.
pub static FACE: Rule = decree("the-thuc/phong-chu")
    .text("Chữ dùng phông Times New Roman (hoặc Tinos, có cùng kích thước chữ).", LIBRARY)
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("#set text(font: \"Arial\")");
/// The colour.
pub static COLOUR: Rule = decree("the-thuc/mau-chu")
    .text("Chữ màu đen; riêng dấu chỉ độ mật, mức độ khẩn màu đỏ.", "bỏ lệnh đổi màu chữ")
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("#set text(fill: blue)");
/// Text of no component.
pub static UNLABELLED: Rule = decree("the-thuc/khong-nhan")
    .text("Mọi chữ thuộc một thành phần thể thức của thư viện trình bày, để đo được.", LIBRARY)
    .example("chữ viết thẳng trong mẫu, không trong #doan[…]");
/// Page numbers.
pub static PAGE_NUMBER: Rule = decree("the-thuc/so-trang")
    .text(
        "Số trang đánh từ 1 bằng chữ số Ả Rập, đặt canh giữa trong lề trên, không hiển thị ở trang đầu; mỗi phụ lục đánh số riêng.",
        LIBRARY,
    )
    .by("khoản 7 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("#set page(numbering: \"1\")");
const TABLE: &str = "Mục V Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
/// Size of a component.
pub static SIZE: Rule = decree("the-thuc/co-chu")
    .text("Cỡ chữ của từng thành phần nằm trong khoảng quy định.", SIZES)
    .by(TABLE)
    .example("#let co-noi-dung = 12pt");
/// Weight and slant of a component.
pub static STYLE: Rule = decree("the-thuc/kieu-chu")
    .text("Kiểu chữ (đứng, nghiêng, đậm) của từng thành phần đúng quy định.", LIBRARY)
    .by(TABLE)
    .example("dòng địa danh, thời gian in chữ đứng");
/// Capitals of a component.
pub static CAPITALS: Rule = decree("the-thuc/chu-hoa")
    .text("Thành phần quy định in hoa thì in hoa toàn bộ.", LIBRARY)
    .by(TABLE)
    .example("Tờ trình (thay cho TỜ TRÌNH)");
/// A component is not there.
pub static MISSING: Rule = decree("the-thuc/thieu-phan")
    .text("Văn bản có đủ các thành phần thể thức chính.", "thêm thành phần còn thiếu vào mẫu")
    .by("khoản 2 Điều 8 Nghị định số 30/2020/NĐ-CP")
    .example("mẫu không gọi #dau-van-ban(vb)");
/// A component says something else than the record.
pub static STATED: Rule = decree("the-thuc/khac-ban-ghi")
    .text(
        "Thành phần thể thức in đúng điều bản ghi nêu, mỗi thành phần một lần; họ tên người ký in ra phải có trong dữ liệu của văn bản.",
        "trong mẫu, in thành phần ấy từ dữ liệu của văn bản (`van_ban`), không viết thẳng và không in hai lần",
    )
    .example("#dau-van-ban(vb + (so: \"99\"))");
/// The national name and motto.
pub static NATIONAL: Rule = decree("the-thuc/quoc-hieu")
    .text("Quốc hiệu và Tiêu ngữ viết đúng từng chữ, mỗi phần nằm trọn trên một dòng.", LIBRARY)
    .by("khoản 1 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT ⏎ NAM");
/// Rules under components.
pub static STROKE: Rule = decree("the-thuc/net-ke")
    .text("Nét kẻ dưới Tiêu ngữ dài bằng dòng chữ; dưới tên cơ quan và trích yếu dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối ở giữa; trên địa chỉ và trên phần sao dài hết bề ngang vùng chữ; là nét liền, không gõ bằng ký tự.", LIBRARY)
    .by("khoản 1, 2 và 5 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("#let ti-le-net = 0.7");
/// Where the components of the head stand.
pub static POSITION: Rule = decree("the-thuc/vi-tri")
    .text("Các thành phần đứng đúng ô và cân đối theo sơ đồ bố trí.", LIBRARY)
    .by("Mục IV Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("tên loại văn bản dồn về lề trái");
/// Number and symbol.
pub static NUMBER: Rule = decree("the-thuc/so-ky-hieu")
    .text("Số, ký hiệu in trên một dòng, dạng “Số: 15/TTr-UBND”; số dưới 10 có số 0 ở trước.", LIBRARY)
    .by("khoản 3 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("Số 5 / TTr – UBND");
/// Place and day.
pub static PLACE_DATE: Rule = decree("the-thuc/dia-danh-ngay")
    .text("Địa danh, dấu phẩy, rồi “ngày … tháng … năm …”; ngày dưới 10 và tháng 1, 2 có số 0 ở trước, tháng 3–9 thì không.", LIBRARY)
    .by("khoản 4 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("Phước Long, ngày 5 tháng 05 năm 2021");
/// The subject of a công văn.
pub static REGARDING: Rule = decree("the-thuc/ve-viec")
    .text("Trích yếu công văn mở đầu bằng “V/v”, đặt dưới số, ký hiệu, cách ít nhất 6 pt.", LIBRARY)
    .by("khoản 5 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("Về việc đôn đốc nộp hồ sơ (dưới số, ký hiệu)");
/// Addressees.
pub static ADDRESSEE: Rule = decree("the-thuc/kinh-gui")
    .text("Gửi một nơi thì ghi “Kính gửi:” và nơi nhận trên cùng một dòng; từ hai nơi trở lên thì mỗi nơi một dòng “- …;”, dòng cuối kết thúc bằng dấu chấm; các gạch đầu dòng thẳng hàng dưới dấu hai chấm.", LIBRARY)
    .by("khoản 9 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("Kính gửi - UBND thị xã");
const BODY: &str = "khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
/// First-line indent.
pub static INDENT: Rule = decree("the-thuc/thut-dau-dong")
    .text("Chữ đầu đoạn lùi vào 1 cm hoặc 1,27 cm; các dòng sau sát lề trái.", SIZES)
    .by(BODY)
    .example("#let thut-dau-dong = 0mm");
/// Justification.
pub static JUSTIFIED: Rule = decree("the-thuc/canh-deu")
    .text("Đoạn văn được dàn đều cả hai lề.", LIBRARY)
    .by(BODY)
    .example("#set par(justify: false)");
/// Line pitch.
pub static PITCH: Rule = decree("the-thuc/cach-dong")
    .text("Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 dòng.", SIZES)
    .by(BODY)
    .example("#let dong-van-ban = 2em");
/// Paragraph gap.
pub static GAP: Rule = decree("the-thuc/cach-doan")
    .text("Khoảng cách giữa các đoạn văn tối thiểu 6 pt.", SIZES)
    .by(BODY)
    .example("#let cach-doan = 3pt");
/// Legal grounds.
pub static GROUND: Rule = decree("the-thuc/can-cu")
    .text("Mỗi căn cứ một dòng, mở đầu bằng “Căn cứ” hoặc “Theo”, kết thúc bằng dấu chấm phẩy; căn cứ cuối kết thúc bằng dấu chấm.", LIBRARY)
    .by("điểm a khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("Căn cứ Luật Thi đua, khen thưởng,");
/// The end mark.
pub static END: Rule = decree("the-thuc/dau-het")
    .text("Nội dung văn bản và mỗi phụ lục kết thúc bằng dấu “./.”.", LIBRARY)
    .by("các mẫu tại Phụ lục III Nghị định số 30/2020/NĐ-CP")
    .example("#noi-dung(het: false)[…]");
/// Numbers of what the body is divided into.
pub static NUMBERING: Rule = decree("the-thuc/danh-so")
    .text(
        "Phần, chương, mục, điều, khoản, điểm, đề mục đánh số liên tục, đúng dạng: phần, chương bằng chữ số La Mã; mục, điều, khoản bằng chữ số Ả Rập; điểm theo bảng chữ cái tiếng Việt.",
        "dùng #phan, #chuong, #muc, #dieu, #khoan, #diem, #de-muc trong một #noi-dung và để thư viện trình bày tự đánh số",
    )
    .by("điểm đ khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("Điều 1, rồi Điều 3");
/// Annexes.
pub static ANNEX: Rule = decree("the-thuc/phu-luc")
    .text(
        "Văn bản có phụ lục thì trong văn bản có chỉ dẫn về phụ lục đó; từ hai phụ lục trở lên thì đánh số La Mã; mỗi phụ lục có chú dẫn kèm theo văn bản nào.",
        "ghi “(có danh sách kèm theo)” hay “tại Phụ lục” trong nội dung; gọi #phu-luc với `so` chỉ khi có nhiều phụ lục và `kem-theo: kem-theo-van-ban(vb)`",
    )
    .by("khoản 1 Mục III Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("#phu-luc(so: \"1\", ten: \"Danh sách\")[…]");
/// The words of a copy.
pub static COPY: Rule = decree("the-thuc/hinh-thuc-sao")
    .text(
        "Bản sao ghi “SAO Y”, “SAO LỤC” hoặc “TRÍCH SAO”, ký hiệu bản sao ghi đúng chữ viết tắt của hình thức ấy.",
        "sửa hình thức sao trong mẫu, ký hiệu trong bản ghi",
    )
    .by("Phần II Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("BẢN SAO; Số: 07/SY-UBND của bản trích sao");
/// Recipients.
pub static RECIPIENTS: Rule = decree("the-thuc/noi-nhan")
    .text("“Nơi nhận:” trên một dòng riêng; mỗi nơi một dòng “- …;”, dòng đầu “- Như trên;” khi có “Kính gửi”, dòng cuối “- Lưu: ….”.", LIBRARY)
    .by("khoản 9 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("- Lưu VT");
/// A recipient named twice.
pub static TWICE: Rule = Rule::warning("the-thuc/noi-nhan-trung")
    .text("Mỗi nơi nhận ghi một lần.", "bỏ dòng trùng trong `noi_nhan` của văn bản")
    .example("noi_nhan: [UBND thị xã, UBND thị xã, \"Lưu: VT\"]");
/// Stamps that the decree describes.
pub static STAMP: Rule = decree("the-thuc/dau-chi")
    .text(
        "Dấu chỉ mức độ khẩn màu đỏ tươi, trong khung viền đơn: HOẢ TỐC 30 mm × 8 mm, THƯỢNG KHẨN 40 mm × 8 mm, KHẨN 20 mm × 8 mm; chỉ dẫn phạm vi lưu hành trong khung viền đơn.",
        LIBRARY,
    )
    .by("khoản 2 Mục III Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("chữ KHẨN không có khung");
/// The stamp of secrecy, which the law on state secrets describes.
pub static SECRECY: Rule = Rule::warning("the-thuc/dau-do-mat")
    .text("Dấu chỉ độ mật có khung quanh chữ.", LIBRARY)
    .example("chữ MẬT không có khung");
/// Room for the signature.
pub static SIGNATURE_ROOM: Rule = Rule::warning("the-thuc/khoang-ky")
    .text("Giữa chức vụ và họ tên người ký để trống ít nhất 20 mm cho chữ ký và dấu.", SIZES)
    .example("#let khoang-ky = 5mm");
/// A signature alone on its page.
pub static LONE_SIGNATURE: Rule = Rule::warning("the-thuc/chu-ky-rieng-trang")
    .text(
        "Phần ký đứng cùng trang với ít nhất hai dòng nội dung, hoặc cả đoạn cuối nếu đoạn ấy ngắn hơn.",
        "gọi phần ký qua #noi-dung(ky: …), hoặc rút ngắn nội dung",
    )
    .example("#pagebreak() ngay trước phần ký");
/// A heading alone at the end of a page.
pub static LONE_HEADING: Rule = Rule::warning("the-thuc/de-muc-cuoi-trang")
    .text(
        "Đề mục đứng cùng trang với dòng đầu của nội dung dưới nó.",
        "dùng thành phần đề mục của thư viện trình bày, bỏ lệnh ngắt trang ngay sau đề mục",
    )
    .example("#pagebreak() ngay sau #de-muc(1)[…]");
/// Pages without text, and pages that gape.
pub static HOLE: Rule = Rule::warning("the-thuc/khoang-trong")
    .text(
        "Không có trang trắng; chữ bắt đầu ngay đầu trang; giữa hai dòng chữ không để trống quá 60 mm; trang còn trang sau thì không để trống quá nửa trang.",
        "bỏ lệnh ngắt trang, khoảng cách thừa trong mẫu",
    )
    .example("#pagebreak() hai lần liền");
/// How a table is drawn.
pub static TABLE_LOOK: Rule = Rule::warning("the-thuc/bang")
    .text(
        "Bảng có đường kẻ ngang và dọc; chữ trong bảng cỡ 11–14 pt, cách nét kẻ đứng ít nhất 0,5 pt.",
        "dùng #bang của thư viện trình bày; chữ ngoài bảng viết trong #doan[…]",
    )
    .example("#table(stroke: none, …)");
/// A row torn by a page's end.
pub static SPLIT_ROW: Rule = Rule::warning("the-thuc/hang-bi-cat")
    .text(
        "Một hàng của bảng nằm trọn trên một trang, trừ khi hàng dài hơn một trang.",
        "dùng #bang của thư viện trình bày",
    )
    .example("#table(…) với hàng ngắt được");
/// The first row of a table is not repeated.
pub static HEAD_ROW: Rule = Rule::warning("the-thuc/tieu-de-bang")
    .text(
        "Bảng kéo dài sang trang sau thì hàng tiêu đề được lặp lại ở đầu mỗi trang.",
        "dùng #bang của thư viện trình bày",
    )
    .example("#table(…) không có table.header");
/// What is drawn besides text.
pub static DRAWING: Rule = Rule::warning("the-thuc/hinh-ve")
    .blocking(Blocks::Numbering)
    .text(
        "Trên trang chỉ có chữ, nét kẻ của thành phần, đường kẻ của bảng, thanh và trục của biểu đồ, khung của dấu chỉ; không hình ảnh, nền màu, nét gạch hay khung nào khác.",
        "bỏ hình, nền màu, khung, nét gạch dưới hay gạch ngang chữ trong mẫu",
    )
    .example("#underline[chữ], #rect(), #set page(fill: yellow)");
/// How strong a rule is, and how far from its text.
pub static STROKE_LOOK: Rule = Rule::warning("the-thuc/dang-net-ke")
    .text("Nét kẻ dưới thành phần dày 0,3–1,5 pt, cách dòng chữ ngay trên từ 0,25 đến 1,2 dòng đơn.", SIZES)
    .example("#let net-ke = 4pt");
/// A paper that passes for print on a blank.
pub static BLANK: Rule = decree("the-thuc/phoi-in")
    .text(
        "Bản in lên phôi (`the_thuc: phoi_in`) chỉ gồm chữ đặt vào chỗ của phôi, không có thành phần thể thức của thư viện trình bày.",
        "khai `the_thuc: hanh_chinh` cho loại văn bản này, hoặc in bằng #phoi-in",
    )
    .example("the_thuc: phoi_in với mẫu gọi #dau-van-ban(vb)");
/// A text too long for its place on a blank.
pub static SHRUNK: Rule = Rule::warning("the-thuc/chu-thu-nho")
    .text(
        "Chữ in lên phôi giữ cỡ chữ của ô; dài quá ô thì phải thu nhỏ và cần người xem lại trước khi in.",
        "rút gọn chữ trong bản ghi, hoặc nới rộng ô, giảm cỡ chữ chung của ô ấy ở giay-khen.yaml (đặt trong thư mục --templates)",
    )
    .example("o: {ten: {x: 48, y: 86, rong: 201, co: 24}}   # tên dài quá 201 mm");
