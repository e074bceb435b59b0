//! The family `the-thuc/`: what is measured on every page, under which clause, for which papers.

use super::Profile::{self, Administrative, Blank, Copy, Internal, Specialised};
use crate::finding::{Blocks, Rule};

/// A breach leaves the paper to be looked at, but it may not be numbered.
const fn decree(code: &'static str) -> Rule {
    Rule::error(code).blocking(Blocks::Numbering)
}

const LIBRARY: &str = "dùng thành phần của thư viện trình bày (templates/nd30) thay cho lệnh riêng trong mẫu";
const SIZES: &str = "sửa số đo trong templates/nd30/kich-thuoc.typ cho đúng khoảng quy định";

/// The paper.
pub static PAPER: Rule = decree("the-thuc/kho-giay")
    .text("Khổ giấy là A4 (210 mm × 297 mm), đứng hoặc ngang.", SIZES)
    .by("khoản 1 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
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
        "bỏ lệnh chồng chữ (place, move, khoảng cách âm) trong mẫu",
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
/// The national name and motto.
pub static NATIONAL: Rule = decree("the-thuc/quoc-hieu")
    .text("Quốc hiệu và Tiêu ngữ viết đúng từng chữ, mỗi phần nằm trọn trên một dòng.", LIBRARY)
    .by("khoản 1 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT ⏎ NAM");
/// Rules under components.
pub static STROKE: Rule = decree("the-thuc/net-ke")
    .text("Nét kẻ dưới Tiêu ngữ dài bằng dòng chữ; dưới tên cơ quan và trích yếu dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối ở giữa; là nét liền, không gõ bằng ký tự.", LIBRARY)
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
    .text("Gửi một nơi thì ghi “Kính gửi:” và nơi nhận trên cùng một dòng; từ hai nơi trở lên thì mỗi nơi một dòng “- …;”, dòng cuối kết thúc bằng dấu chấm.", LIBRARY)
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
/// Recipients.
pub static RECIPIENTS: Rule = decree("the-thuc/noi-nhan")
    .text("“Nơi nhận:” trên một dòng riêng; mỗi nơi một dòng “- …;”, dòng cuối “- Lưu: ….”.", LIBRARY)
    .by("khoản 9 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("- Lưu VT");
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

const ALL: &[Profile] = &[Administrative, Copy, Specialised, Blank, Internal];
/// On a blank whatever is not printed by us is already there.
const PAPERS: &[Profile] = &[Administrative, Copy, Specialised, Internal];
const DECREE: &[Profile] = &[Administrative, Copy];

/// A rule with the papers it serves and how it is measured.
#[derive(Debug)]
pub struct Serving {
    /// The rule.
    pub rule: &'static Rule,
    /// The profiles it serves.
    pub profiles: &'static [Profile],
    /// The functions of this module that measure it.
    pub by: &'static str,
    /// How the quantity is defined, for people.
    pub how: &'static str,
}

impl Serving {
    const fn new(rule: &'static Rule, profiles: &'static [Profile], by: &'static str, how: &'static str) -> Self {
        Self { rule, profiles, by, how }
    }
}

/// Every rule of the family.
pub static SERVES: &[Serving] = &[
    Serving::new(&PAPER, PAPERS, "page::size", "bề rộng và bề dài của tờ giấy, sai số 0,5 mm"),
    Serving::new(
        &TOP,
        PAPERS,
        "page::margins",
        "từ mép trên tờ giấy đến mép trên vùng chữ; vùng chữ do bộ dàn trang cho phần đầu trang biết, trên từng trang",
    ),
    Serving::new(
        &BOTTOM,
        PAPERS,
        "page::margins",
        "từ mép dưới vùng chữ đến mép dưới tờ giấy; vùng chữ do bộ dàn trang cho phần chân trang biết",
    ),
    Serving::new(&LEFT, PAPERS, "page::margins", "từ mép trái tờ giấy đến mép trái vùng chữ"),
    Serving::new(&RIGHT, PAPERS, "page::margins", "từ mép phải vùng chữ đến mép phải tờ giấy"),
    Serving::new(&AREA, PAPERS, "page::margins", "trang có mang số đo lề của bộ dàn trang hay không"),
    Serving::new(
        &OUTSIDE,
        PAPERS,
        "page::inside, page::strokes",
        "phần chữ (từ điểm đặt bút đến hết bước chữ cuối, từ đỉnh chữ hoa đến đường chân chữ) và nét kẻ vượt ra ngoài vùng chữ",
    ),
    Serving::new(&OFF_PAGE, ALL, "page::inside", "phần chữ vượt ra ngoài tờ giấy"),
    Serving::new(
        &OVERLONG,
        ALL,
        "overlong::measure",
        "từ có 12 chữ cái trở lên mà lấn ra lề, đè lên chữ khác, lên nét kẻ của bảng hoặc lấn sang cột bên cạnh; phần bị từ ấy xô lệch không đo thêm",
    ),
    Serving::new(
        &OVERLAP,
        ALL,
        "page::overlaps",
        "hai dãy chữ có khung (dài bằng bước chữ, cao bằng chữ hoa) chồng lên nhau quá 0,75 pt theo cả hai chiều; nét đứng của bảng nằm trong khung của dãy chữ",
    ),
    Serving::new(&GLYPH, ALL, "page::ink", "ký tự được dàn bằng nét trống của phông chữ"),
    Serving::new(&FACE, ALL, "page::ink", "tên họ phông chữ ghi trong chính phông"),
    Serving::new(&COLOUR, PAPERS, "page::ink", "màu tô của dãy chữ"),
    Serving::new(
        &UNLABELLED,
        PAPERS,
        "page::ink",
        "dãy chữ không nằm trong thành phần nào có nhãn của thư viện trình bày",
    ),
    Serving::new(
        &PAGE_NUMBER,
        PAPERS,
        "page::numbers",
        "số trang in ra so với số thứ tự trang trong văn bản hoặc phụ lục; giữa số trang so với giữa vùng chữ; đường chân số so với mép trên vùng chữ",
    ),
    Serving::new(&SIZE, PAPERS, "page::look", "cỡ của từng dãy chữ trong thành phần"),
    Serving::new(&STYLE, PAPERS, "page::look", "độ đậm và độ nghiêng của phông dùng cho từng dãy chữ"),
    Serving::new(&CAPITALS, PAPERS, "page::look", "dãy chữ có chữ thường hay không"),
    Serving::new(
        &MISSING,
        DECREE,
        "head::missing, head::of_annex",
        "thành phần có mặt trong văn bản hay không; tệp mở đầu bằng “Phụ lục” là phụ lục thành tệp riêng, chỉ cần chú dẫn kèm theo và số văn bản (ở chú dẫn hoặc ở thông tin chữ ký số)",
    ),
    Serving::new(&NATIONAL, PAPERS, "head::national", "chữ và số dòng (số đường chân chữ khác nhau)"),
    Serving::new(
        &STROKE,
        PAPERS,
        "head::under, head::drawn_by_characters",
        "nét kẻ đầu tiên dưới thành phần: độ dài so với dòng chữ dài nhất, điểm giữa so với giữa dòng chữ; ngoài phần nội dung, dãy chữ chỉ gồm từ bốn ký tự gạch trở lên là nét kẻ bằng ký tự",
    ),
    Serving::new(
        &POSITION,
        PAPERS,
        "head::positions, head::sides, head::level, stamps::place, closing::beside",
        "điểm giữa của dòng dài nhất so với điểm giữa của thành phần ở trên hoặc của vùng chữ; đường chân chữ của ô 3 so với ô 4; mép khung của ô 10, ô 11 so với đường chân chữ của ô 1, 3, 5b và giữa vùng chữ; cuối dòng ô 9b so với mép trái của ô 7 ở ngang dòng",
    ),
    Serving::new(&NUMBER, DECREE, "head::number", "chữ của ô 3 và số dòng"),
    Serving::new(&PLACE_DATE, PAPERS, "head::place_and_day", "chữ của ô 4"),
    Serving::new(
        &REGARDING,
        DECREE,
        "head::regarding",
        "chữ của ô 5b; khoảng từ đường chân ô 3 đến đường chân dòng đầu ô 5b, trừ một dòng đơn",
    ),
    Serving::new(&ADDRESSEE, PAPERS, "head::addressees", "chữ của ô 9a"),
    Serving::new(&INDENT, PAPERS, "body::indent", "từ mép trái vùng chữ đến điểm đặt bút đầu dòng"),
    Serving::new(
        &JUSTIFIED,
        PAPERS,
        "body::justified",
        "từ cuối dòng đến mép phải vùng chữ, ở mọi dòng có dòng tiếp theo trong đoạn mà từ đầu dòng sau không còn chỗ",
    ),
    Serving::new(
        &PITCH,
        PAPERS,
        "body::pitch",
        "khoảng giữa hai đường chân chữ trong một đoạn, chia cho dòng đơn (1,149 × cỡ chữ với phông này)",
    ),
    Serving::new(
        &GAP,
        PAPERS,
        "body::gaps",
        "khoảng từ đường chân dòng cuối đoạn trước đến đường chân dòng đầu đoạn sau, trừ khoảng cách dòng",
    ),
    Serving::new(&GROUND, PAPERS, "body::grounds", "chữ đầu và dấu cuối của từng căn cứ"),
    Serving::new(&END, DECREE, "body::ends", "chữ cuối của nội dung, của từng phụ lục"),
    Serving::new(&RECIPIENTS, DECREE, "closing::recipients", "chữ của ô 9b"),
    Serving::new(
        &STAMP,
        DECREE,
        "stamps::frame, stamps::urgency",
        "số khung chữ nhật bao trọn chữ của dấu; chiều rộng, chiều cao khung, đo ở giữa nét; màu chữ và màu khung",
    ),
    Serving::new(&SECRECY, DECREE, "stamps::measure", "có khung chữ nhật bao trọn chữ của dấu hay không"),
    Serving::new(
        &SIGNATURE_ROOM,
        PAPERS,
        "closing::room",
        "từ đường chân dòng chức vụ cuối đến đường chân dòng chữ tiếp theo của người ký",
    ),
    Serving::new(
        &LONE_SIGNATURE,
        PAPERS,
        "closing::alone",
        "số dòng nội dung đứng trước phần ký trên cùng trang; số dòng của đoạn cuối",
    ),
    Serving::new(
        &SPLIT_ROW,
        PAPERS,
        "body::torn_rows",
        "ô của bảng bị cắt qua trang trong khi không cao hơn 88% vùng chữ (phần còn lại dành cho hàng đầu bảng lặp lại)",
    ),
    Serving::new(
        &HEAD_ROW,
        PAPERS,
        "body::repeated_heads",
        "chữ của hàng đầu bảng ở mỗi trang sau so với ở trang đầu của bảng",
    ),
];

/// Whether a rule judges papers of a profile.
pub(super) fn serves(rule: &'static Rule, profile: Profile) -> bool {
    SERVES.iter().any(|serving| std::ptr::eq(serving.rule, rule) && serving.profiles.contains(&profile))
}
