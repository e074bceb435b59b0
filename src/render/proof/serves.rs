//! Which papers each rule of the family `the-thuc/` serves, and how its quantity is defined.

use super::Profile::{self, Administrative, Blank, Copy, Internal, Specialised};
use super::rules;
use crate::finding::Rule;

const ALL: &[Profile] = &[Administrative, Copy, Specialised, Blank, Internal];
/// On a blank whatever is not printed by us is already there.
const PAPERS: &[Profile] = &[Administrative, Copy, Specialised, Internal];
const BLANKS: &[Profile] = &[Blank];
const DECREE: &[Profile] = &[Administrative, Copy];
/// An extract numbers what it extracts as the original does.
const WHOLE: &[Profile] = &[Administrative, Specialised, Internal];

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
    Serving::new(
        &rules::PAPER,
        PAPERS,
        "page::size, page::landscape",
        "bề rộng và bề dài của tờ giấy, sai số 0,5 mm; văn bản, phụ lục có trang ngang có bảng hay không",
    ),
    Serving::new(
        &rules::TOP,
        PAPERS,
        "page::margins",
        "từ mép trên tờ giấy đến mép trên vùng chữ; vùng chữ do bộ dàn trang cho phần đầu trang biết, trên từng trang",
    ),
    Serving::new(
        &rules::BOTTOM,
        PAPERS,
        "page::margins",
        "từ mép dưới vùng chữ đến mép dưới tờ giấy; vùng chữ do bộ dàn trang cho phần chân trang biết",
    ),
    Serving::new(&rules::LEFT, PAPERS, "page::margins", "từ mép trái tờ giấy đến mép trái vùng chữ"),
    Serving::new(&rules::RIGHT, PAPERS, "page::margins", "từ mép phải vùng chữ đến mép phải tờ giấy"),
    Serving::new(&rules::AREA, PAPERS, "page::margins", "trang có mang số đo lề của bộ dàn trang hay không"),
    Serving::new(
        &rules::OUTSIDE,
        PAPERS,
        "page::inside, page::strokes",
        "phần chữ (từ điểm đặt bút đến hết bước chữ cuối, từ đỉnh chữ hoa đến đường chân chữ) và nét kẻ vượt ra ngoài vùng chữ",
    ),
    Serving::new(&rules::OFF_PAGE, ALL, "page::inside", "phần chữ vượt ra ngoài tờ giấy"),
    Serving::new(
        &rules::OVERLONG,
        ALL,
        "overlong::measure",
        "từ có 12 chữ cái trở lên mà lấn ra lề, đè lên chữ khác, lên nét kẻ của bảng hoặc lấn sang cột bên cạnh; phần bị từ ấy xô lệch không đo thêm",
    ),
    Serving::new(
        &rules::OVERLAP,
        ALL,
        "page::overlaps",
        "hai dãy chữ có khung (dài bằng bước chữ, cao bằng chữ hoa) chồng lên nhau quá 0,75 pt theo cả hai chiều; nét đứng của bảng nằm trong khung của dãy chữ",
    ),
    Serving::new(&rules::GLYPH, ALL, "page::ink", "ký tự được dàn bằng nét trống của phông chữ"),
    Serving::new(&rules::FACE, ALL, "page::ink", "tên họ phông chữ ghi trong chính phông"),
    Serving::new(&rules::COLOUR, PAPERS, "page::ink", "màu tô của dãy chữ"),
    Serving::new(
        &rules::UNLABELLED,
        PAPERS,
        "page::ink",
        "dãy chữ không nằm trong thành phần nào có nhãn của thư viện trình bày",
    ),
    Serving::new(
        &rules::PAGE_NUMBER,
        PAPERS,
        "page::numbers",
        "số trang in ra so với số thứ tự trang trong văn bản hoặc phụ lục; giữa số trang so với giữa vùng chữ; đường chân số so với mép trên vùng chữ; trang đầu của phụ lục có đánh số trang riêng",
    ),
    Serving::new(&rules::SIZE, PAPERS, "page::look", "cỡ của từng dãy chữ trong thành phần"),
    Serving::new(
        &rules::STYLE,
        PAPERS,
        "page::look, page::ink, body::faces",
        "độ đậm và độ nghiêng của phông dùng cho từng dãy chữ, của từ Điều và số thứ tự; phần chữ nghiêng, chữ đậm so với cả lời văn, tính theo chiều dài",
    ),
    Serving::new(&rules::CAPITALS, PAPERS, "page::look", "dãy chữ có chữ thường hay không"),
    Serving::new(
        &rules::MISSING,
        DECREE,
        "head::missing, head::of_annex, stated::demanded",
        "thành phần có mặt trong văn bản hay không: thành phần bắt buộc, nội dung, và thành phần mà bản ghi nêu (trích yếu, nơi kính gửi, căn cứ, họ tên người ký…); tệp mở đầu bằng “Phụ lục” là phụ lục thành tệp riêng, chỉ cần chú dẫn kèm theo và số văn bản (ở chú dẫn hoặc ở thông tin chữ ký số)",
    ),
    Serving::new(
        &rules::STATED,
        PAPERS,
        "stated::head, stated::elsewhere, signed::signers, listed::recipients, listed::grounds, listed::address, stated::body, stated::notes",
        "chữ của ô 1, 2, 3, 4, 5, 7, 9–13 so với dữ liệu `van_ban` của văn bản, bỏ qua khoảng trắng; của bản sao có chứng thực thì phần của cơ quan sao; đoạn chữ liền dài nhất của `noi_dung` có trong nội dung in ra; số, ngày ở chú dẫn kèm theo",
    ),
    Serving::new(&rules::NATIONAL, PAPERS, "head::national", "chữ và số dòng (số đường chân chữ khác nhau)"),
    Serving::new(
        &rules::STROKE,
        PAPERS,
        "head::under, head::drawn_by_characters, drawn::look, drawn::across",
        "nét kẻ đầu tiên dưới thành phần: độ dài so với dòng chữ dài nhất, điểm giữa so với giữa dòng chữ; ngoài phần nội dung, dãy chữ chỉ gồm từ bốn ký tự gạch trở lên là nét kẻ bằng ký tự; nét kẻ trên địa chỉ, trên phần sao so với bề ngang vùng chữ",
    ),
    Serving::new(
        &rules::POSITION,
        PAPERS,
        "head::positions, head::sides, head::level, order::downward, head::addressees, order::address, order::digital, order::signature, order::other_post, order::recipients, stamps::place, closing::beside",
        "thứ tự từ trên xuống: ô 1 và 2, ô 3 và 4, ô 5, ô 9a, ô 6, ô 7 và 9b; ô 7 của một người ký ở nửa phải, họ tên canh giữa dưới chức vụ, chức vụ ghi thêm ở trên họ tên; ô 9b sát lề trái, ngang hàng với ô 7; ô 13 ở cuối trang 1; điểm giữa của dòng dài nhất so với điểm giữa của thành phần ở trên hoặc của vùng chữ; đường chân chữ của ô 3 so với ô 4; mép khung của ô 10, ô 11 so với đường chân chữ của ô 1, 3, 5b và giữa vùng chữ; cuối dòng ô 9b so với mép trái của ô 7 ở ngang dòng; gạch đầu dòng ở ô 9a so với dấu hai chấm; ô 12 sát lề trái; ô 14 sát lề phải, trên cùng trang đầu",
    ),
    Serving::new(&rules::NUMBER, DECREE, "head::number", "chữ của ô 3 và số dòng"),
    Serving::new(&rules::PLACE_DATE, PAPERS, "head::place_and_day", "chữ của ô 4"),
    Serving::new(
        &rules::REGARDING,
        DECREE,
        "head::regarding",
        "chữ của ô 5b; khoảng từ đường chân ô 3 đến đường chân dòng đầu ô 5b, trừ một dòng đơn",
    ),
    Serving::new(&rules::ADDRESSEE, PAPERS, "head::addressees", "chữ của ô 9a"),
    Serving::new(&rules::INDENT, PAPERS, "body::indent", "từ mép trái vùng chữ đến điểm đặt bút đầu dòng"),
    Serving::new(
        &rules::JUSTIFIED,
        PAPERS,
        "body::justified",
        "từ cuối dòng đến mép phải vùng chữ, ở mọi dòng có dòng tiếp theo trong đoạn mà từ đầu dòng sau không còn chỗ, hoặc kết thúc thẳng hàng với dòng trước nó",
    ),
    Serving::new(
        &rules::PITCH,
        PAPERS,
        "body::pitch, head::close_below",
        "khoảng giữa hai đường chân chữ trong một đoạn, chia cho dòng đơn (1,149 × cỡ chữ với phông này); từ Quốc hiệu xuống Tiêu ngữ, từ tên cơ quan chủ quản xuống tên cơ quan: một dòng đơn; từ tên loại xuống trích yếu, từ số thứ tự phần, chương, mục và chữ Phụ lục xuống tiêu đề: không quá hai dòng đơn",
    ),
    Serving::new(
        &rules::GAP,
        PAPERS,
        "body::gaps",
        "khoảng từ đường chân dòng cuối đoạn hay đề mục trước đến đường chân dòng đầu đoạn hay đề mục sau, trừ khoảng cách dòng",
    ),
    Serving::new(&rules::GROUND, PAPERS, "body::grounds", "chữ đầu và dấu cuối của từng căn cứ"),
    Serving::new(
        &rules::END,
        DECREE,
        "body::ends, closing::fixed",
        "chữ cuối của nội dung, của từng phụ lục; chữ của dấu kết thúc",
    ),
    Serving::new(
        &rules::NUMBERING,
        WHOLE,
        "numbering::measure",
        "số thứ tự ở đầu từng phần, chương, mục, điều, khoản, điểm, đề mục so với số liền trước; khoản đánh số lại ở mỗi điều, điểm ở mỗi khoản, mục ở mỗi chương",
    ),
    Serving::new(
        &rules::ANNEX,
        DECREE,
        "annexes::spoken_of, annexes::numbers, annexes::notes",
        "chữ “phụ lục” hoặc “kèm theo” trong nội dung; chữ ở dòng “Phụ lục” so với số phụ lục của tệp (phụ lục thành tệp riêng mang số nào cũng được); chữ “số”, “ngày”, “của” ở chú dẫn kèm theo",
    ),
    Serving::new(
        &rules::COPY,
        DECREE,
        "copy::measure",
        "chữ của hình thức sao; chữ viết tắt ở đầu ký hiệu bản sao so với hình thức sao",
    ),
    Serving::new(
        &rules::RECIPIENTS,
        DECREE,
        "closing::recipients, closing::as_above",
        "chữ của ô 9b; dòng đầu của ô 9b khi có ô 9a",
    ),
    Serving::new(&rules::TWICE, DECREE, "closing::twice", "dòng của ô 9b trùng chữ với một dòng ở trên"),
    Serving::new(
        &rules::STAMP,
        DECREE,
        "stamps::frame, stamps::urgency",
        "số khung chữ nhật bao trọn chữ của dấu; giữa chữ so với giữa khung; chiều rộng, chiều cao khung, đo ở giữa nét; màu chữ và màu khung",
    ),
    Serving::new(&rules::SECRECY, DECREE, "stamps::measure", "có khung chữ nhật bao trọn chữ của dấu hay không"),
    Serving::new(
        &rules::SIGNATURE_ROOM,
        PAPERS,
        "closing::room, closing::fixed",
        "từ đường chân dòng chức vụ cuối đến đường chân dòng chữ tiếp theo của người ký; chữ trong chỗ ký của bản sao",
    ),
    Serving::new(
        &rules::LONE_SIGNATURE,
        PAPERS,
        "closing::alone",
        "số dòng nội dung đứng trước phần ký trên cùng trang; số dòng của đoạn cuối",
    ),
    Serving::new(
        &rules::LONE_HEADING,
        PAPERS,
        "body::lone_headings",
        "trang của dòng cuối đề mục so với trang của dòng đầu phần nội dung ngay sau",
    ),
    Serving::new(
        &rules::HOLE,
        PAPERS,
        "flow::holes",
        "khoảng giữa hai đường chân chữ liền nhau trên trang, kể từ mép trên vùng chữ; từ mép trên vùng chữ đến đường chân dòng đầu của trang (không quá 15 mm); từ đường chân chữ cuối đến mép dưới vùng chữ, trừ trang cuối của văn bản, của phụ lục và khi hàng của bảng, phần ký ở trang sau cao hơn chỗ trống ấy",
    ),
    Serving::new(
        &rules::TABLE_LOOK,
        PAPERS,
        "page::look, page::overlaps, body::ruled",
        "cỡ của từng dãy chữ trong ô của bảng, trong biểu đồ; nét ngang, nét dọc của bảng trên từng trang; từ dãy chữ đến nét đứng gần nhất ở ngang dòng",
    ),
    Serving::new(
        &rules::SPLIT_ROW,
        PAPERS,
        "body::torn_rows",
        "ô của bảng bị cắt qua trang trong khi không cao hơn 88% vùng chữ (phần còn lại dành cho hàng đầu bảng lặp lại)",
    ),
    Serving::new(
        &rules::HEAD_ROW,
        PAPERS,
        "body::repeated_heads",
        "chữ của hàng đầu bảng ở mỗi trang sau so với ở trang đầu của bảng",
    ),
    Serving::new(
        &rules::DRAWING,
        PAPERS,
        "drawn::foreign, page::overlaps",
        "mọi thứ trên trang không phải chữ: hình, ảnh, nền, vùng cắt, khung ngoài dấu chỉ, nét thẳng ngoài nét kẻ của thành phần, bảng và biểu đồ; nét ngang nằm trong khung dãy chữ (từ đỉnh chữ hoa đến dưới chân chữ 0,22 cỡ chữ)",
    ),
    Serving::new(
        &rules::STROKE_LOOK,
        PAPERS,
        "drawn::look",
        "độ dày của nét; từ đường chân dòng chữ gần nhất ở trên đến giữa nét, chia cho dòng đơn",
    ),
    Serving::new(&rules::BLANK, BLANKS, "blank::components", "thành phần có nhãn của thư viện trình bày trên trang"),
    Serving::new(
        &rules::SHRUNK,
        BLANKS,
        "blank::shrunk",
        "cỡ chữ mà #phoi-in dùng cho từng ô so với cỡ chữ `co` của ô",
    ),
];

/// Whether a rule judges papers of a profile.
pub(super) fn serves(rule: &'static Rule, profile: Profile) -> bool {
    SERVES.iter().any(|serving| std::ptr::eq(serving.rule, rule) && serving.profiles.contains(&profile))
}
