//! The family `yaml/`: what can be wrong with a file before anything is judged.

use crate::finding::{Blocks, Rule};

/// The file cannot be read.
pub static UNREADABLE: Rule = Rule::error("yaml/khong-doc-duoc")
    .text("Mỗi bản ghi phải đọc được từ đĩa.", "kiểm tra quyền đọc tệp và ổ đĩa, rồi chạy lại")
    .example("(tệp không có quyền đọc)");
/// A folder, link or device stands where a file is expected.
pub static NOT_A_FILE: Rule = Rule::error("yaml/khong-phai-tep")
    .text("Mỗi bản ghi là một tệp thường; thư mục, liên kết và thiết bị không được đọc.", "thay bằng chính tệp bản ghi")
    .example("don-vi/long-thuy.yaml -> ../../noi-khac.yaml");
/// The file is larger than any record.
pub static SIZE: Rule = Rule::error("yaml/qua-lon")
    .text(
        "Một bản ghi không lớn quá 2 MB.",
        "kiểm tra xem có chép nhầm tệp khác vào không; ảnh và bản quét không để trong bản ghi",
    )
    .example("(tệp 100 MB)");
/// Not UTF-8.
pub static ENCODING: Rule = Rule::error("yaml/bang-ma")
    .text("Bản ghi phải là văn bản Unicode UTF-8 (TCVN 6909:2001).", "lưu lại tệp với bảng mã UTF-8")
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP (bộ mã ký tự Unicode theo TCVN 6909:2001)")
    .example("(tệp lưu bằng UTF-16)");
/// TCVN3 or VNI text.
pub static LEGACY: Rule = Rule::error("yaml/bang-ma-cu")
    .text(
        "Chữ Việt phải gõ bằng bảng mã Unicode, không dùng bảng mã TCVN3 (phông .VnTime) hay VNI.",
        "chuyển mã sang Unicode dựng sẵn (ví dụ bằng Unikey) rồi lưu lại",
    )
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP (bộ mã ký tự Unicode theo TCVN 6909:2001)")
    .example("ten: Uû ban nh©n d©n x· Long Giang");
/// A byte-order mark.
pub static BOM: Rule = Rule::warning("yaml/bom")
    .text(
        "Tệp không nên mở đầu bằng dấu thứ tự byte (BOM).",
        "lưu lại là “UTF-8”, không phải “UTF-8 with BOM”; nội dung vẫn được đọc",
    )
    .example("(ba byte EF BB BF ở đầu tệp)");
/// Windows line ends.
pub static CRLF: Rule = Rule::warning("yaml/xuong-dong")
    .text(
        "Dòng nên kết thúc bằng LF, để git không coi cả tệp là đã sửa.",
        "đặt “text eol=lf” trong .gitattributes hoặc chọn LF khi lưu; nội dung vẫn được đọc",
    )
    .example("(dòng kết thúc bằng CR LF)");
/// YAML syntax.
pub static SYNTAX: Rule = Rule::error("yaml/cu-phap")
    .text(
        "Bản ghi phải đúng cú pháp YAML.",
        "xem lại dấu hai chấm, dấu ngoặc và khoảng thụt vào ở dòng này và dòng ngay trên",
    )
    .example("ten: \"Ủy ban nhân dân phường Long Thủy");
/// Nesting.
pub static DEPTH: Rule = Rule::error("yaml/long-qua-sau")
    .text("Dữ liệu không lồng nhau quá 40 lớp.", "bỏ các lớp thừa")
    .example("a: [[[[[[[[…]]]]]]]]");
/// Anchors, aliases and tags.
pub static ALIAS: Rule = Rule::error("yaml/bi-danh")
    .text(
        "Bản ghi không dùng neo (&), bí danh (*) và thẻ (!) của YAML: mỗi dữ kiện viết đủ ở đúng chỗ của nó.",
        "viết thẳng giá trị; nếu chữ thật sự bắt đầu bằng *, & hoặc ! thì đặt trong ngoặc kép",
    )
    .example("chu_tri: *chu-tich");
/// Two documents in one file.
pub static DOCUMENTS: Rule = Rule::error("yaml/nhieu-ban-ghi")
    .text("Mỗi tệp chứa đúng một bản ghi.", "tách phần sau dấu `---` ra tệp riêng")
    .example("---\nten: …\n---\nten: …");
/// A key twice.
pub static DUPLICATE: Rule = Rule::error("yaml/trung-khoa")
    .text("Mỗi khóa chỉ ghi một lần trong một nhóm.", "giữ lại một dòng, xóa dòng kia")
    .example("so: 15\nso: 16");
/// A key nobody knows.
pub static UNKNOWN_KEY: Rule = Rule::error("yaml/truong-la")
    .text(
        "Mỗi khóa phải là khóa mà chương trình biết, để không dữ kiện nào bị bỏ quên.",
        "sửa lại tên khóa, hoặc xóa dòng này",
    )
    .example("trich_yue: Về việc …");
/// A required key is absent.
pub static MISSING: Rule = Rule::error("yaml/thieu-truong")
    .text("Các khóa bắt buộc phải có.", "thêm khóa này vào nhóm được chỉ ra")
    .example("- {ma: nguyen-van-a, loai: ca_nhan}   # thiếu ten");
/// The value has another shape.
pub static TYPE: Rule = Rule::error("yaml/sai-kieu")
    .text("Giá trị phải đúng kiểu: chữ, số, ngày, danh sách hay nhóm khóa.", "ghi lại giá trị theo kiểu được nêu")
    .example("co_mat: hai mươi ba");
/// No such day.
pub static DATE: Rule = Rule::error("yaml/ngay-sai")
    .text("Ngày phải có thật và ghi theo dạng 2021-05-25 hoặc 25/5/2021.", "sửa lại ngày")
    .example("ngay: 31/4/2021");
/// Empty text.
pub static EMPTY: Rule = Rule::error("yaml/de-trong")
    .text("Khóa bắt buộc không được để trống.", "ghi giá trị, hoặc xóa khóa nếu không bắt buộc")
    .example("ten: \"\"");
/// A word outside the list.
pub static WORD: Rule = Rule::error("yaml/gia-tri-la")
    .text("Giá trị phải là một trong các từ đã định.", "chọn một trong các từ được nêu")
    .example("loai: canhan");
/// An item of a list in brackets that a comma tore in two.
pub static TORN_ITEM: Rule = Rule::warning("yaml/muc-bi-tach")
    .text(
        "Trong danh sách viết giữa hai dấu ngoặc vuông, mục có dấu phẩy phải đặt trong ngoặc kép, nếu không sẽ thành nhiều mục.",
        "đặt cả mục trong ngoặc kép, hoặc viết mỗi mục một dòng, mở đầu bằng gạch ngang",
    )
    .example("can_cu: [Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003]");
/// A code with forbidden characters.
pub static CODE: Rule = Rule::error("yaml/ma-sai")
    .text(
        "Mã đơn vị và mã đề nghị chỉ gồm a-z, 0-9 và dấu gạch nối giữa các chữ, dài không quá 64.",
        "đặt lại mã không dấu, ví dụ nguyen-van-a",
    )
    .example("ma: Nguyễn Văn A");
/// The record's version.
pub static VERSION: Rule = Rule::error("yaml/phien-ban")
    .text("Mỗi tệp ghi phien_ban: 1 ở đầu, để sau này biết đọc theo cách nào.", "ghi `phien_ban: 1` ở dòng đầu tệp")
    .example("phien_ban: 3");
/// The folder of the units' files is not there.
pub static NO_FOLDER: Rule = Rule::error("yaml/thieu-thu-muc")
    .blocking(Blocks::List)
    .text(
        "Thư mục phong trào phải có thư mục don-vi chứa bản ghi của các đơn vị.",
        "tạo thư mục don-vi, hoặc đổi lại tên thư mục cho đúng; chưa đơn vị nào nộp thì để thư mục trống",
    )
    .example("records/phuoc-long-2021/don_vi/   # tên đúng: don-vi");
/// A file nobody reads.
pub static STRAY: Rule = Rule::warning("yaml/tep-la")
    .text(
        "Trong thư mục don-vi chỉ có các tệp <mã đơn vị>.yaml; nội dung kế hoạch phát động ở tệp ke-hoach.md cạnh phong-trao.yaml.",
        "sửa lại tên tệp, hoặc chuyển tệp đi nơi khác",
    )
    .example("don-vi/long-thuy.yml");

/// The whole family.
pub static RULES: &[&Rule] = &[
    &UNREADABLE,
    &NOT_A_FILE,
    &SIZE,
    &ENCODING,
    &LEGACY,
    &BOM,
    &CRLF,
    &SYNTAX,
    &DEPTH,
    &ALIAS,
    &DOCUMENTS,
    &DUPLICATE,
    &UNKNOWN_KEY,
    &MISSING,
    &TYPE,
    &DATE,
    &EMPTY,
    &WORD,
    &TORN_ITEM,
    &CODE,
    &VERSION,
    &NO_FOLDER,
    &STRAY,
];
