//! The family `ban-mau/`: what can be wrong with a template or with what comes out of it.

use crate::finding::Rule;

/// Tera syntax.
pub static SYNTAX: Rule = Rule::error("ban-mau/cu-phap")
    .fixed()
    .text(
        "Mẫu phải đúng cú pháp của ngôn ngữ mẫu ({{ … }}, {% … %}).",
        "xem lại dấu ngoặc, từ khóa và thẻ đóng (`{% endif %}`, `{% endfor %}`) ở chỗ được chỉ",
    )
    .example("{% if van_ban.du_thao %}Dự thảo");
/// A name that the paper's data does not have.
pub static MISSING: Rule = Rule::error("ban-mau/thieu-bien")
    .fixed()
    .text(
        "Mẫu chỉ được dùng biến có trong dữ liệu của văn bản.",
        "sửa tên biến, hoặc bọc trong `{% if … is defined %}` nếu biến có thể không có",
    )
    .example("{{ van_ban.trich_yeuu }}");
/// A value that its place cannot take.
pub static VALUE: Rule = Rule::error("ban-mau/gia-tri")
    .fixed()
    .text(
        "Giá trị đưa vào bộ lọc, phép tính hay vòng lặp của mẫu phải đúng kiểu.",
        "xem lại giá trị và bộ lọc ở chỗ được chỉ",
    )
    .example("{% for x in van_ban.so %}");
/// Filters, tests, functions, templates that do not exist or are not allowed.
pub static NAME: Rule = Rule::error("ban-mau/ten-la")
    .fixed()
    .text(
        "Bộ lọc, phép thử, hàm và mẫu con mà mẫu gọi đến phải có thật và được phép.",
        "sửa tên; dữ liệu chỉ vào văn bản qua {{ … }}, {{ … | typ }} và {{ … | markdown }}",
    )
    .example("{{ noi_dung | safe }}");
/// Data where text would become code.
pub static PLACE: Rule = Rule::error("ban-mau/chen-trong-chuoi").fixed()
    .text(
        "Dữ liệu không bao giờ thành mã: không đặt {{ … }} trong chuỗi, chú thích, khối chữ mã hay sau dấu `\\` của Typst; trong phần mã Typst thì dùng {{ … | typ }}.",
        "trong phần mã viết {{ … | typ }} thay cho \"{{ … }}\"; trong phần chữ viết {{ … }} không kèm `typ`",
    )
    .example("#chu-dam(\"{{ don_vi.ten }}\")");
/// Markdown that no paper prints; `check` finds it in the record first.
pub static MARKDOWN: Rule = Rule::error("ban-mau/markdown")
    .fixed()
    .text(
        "Nội dung Markdown chỉ gồm đề mục, đoạn văn, danh sách, bảng và chữ nhấn mạnh.",
        "bỏ ảnh, HTML, khối mã, chú thích khỏi nội dung; không nhảy cấp đề mục",
    )
    .example("noi_dung: \"![ảnh](anh.png)\"");
/// No such template, or a broken one.
pub static UNKNOWN: Rule = Rule::error("ban-mau/khong-co")
    .fixed()
    .text(
        "Mỗi loại văn bản phải có một mẫu dùng được.",
        "thêm tệp mẫu vào thư mục đưa cho --templates, hoặc sửa tên mẫu của loại văn bản",
    )
    .example("loai_van_ban: {giay_moi: {mau: giay_moii}}");
/// The overlay folder.
pub static FOLDER: Rule = Rule::error("ban-mau/thu-muc")
    .fixed()
    .text(
        "Thư mục mẫu thay thế chỉ gồm tệp thường .typ, loai-van-ban.yaml, hieu-luc.yaml và chua-dien.yaml, mỗi tệp không quá 1 MB.",
        "kiểm tra đường dẫn đưa cho --templates và các tệp trong đó",
    )
    .example("hoso build --templates khong-co");
/// Typst refuses the generated source.
pub static TYPST: Rule = Rule::error("ban-mau/typst")
    .fixed()
    .text(
        "Bản Typst mà mẫu sinh ra phải trình bày được.",
        "sửa mẫu ở chỗ được chỉ; dùng --keep-typ để xem cả bản sinh ra",
    )
    .example("#de_mucc(1)[Thành tích]");
/// Files and packages outside.
pub static FILE: Rule = Rule::error("ban-mau/tep-ngoai")
    .fixed()
    .text(
        "Mẫu chỉ được dùng thư viện trình bày đi kèm (thư mục con của thư mục mẫu); không đọc tệp khác, không tải gói.",
        "bỏ lệnh #import, #include, read hay image trỏ ra ngoài",
    )
    .example("#import \"@preview/cetz:0.3.0\"");
/// Text as code.
pub static CODE: Rule = Rule::error("ban-mau/chu-ma")
    .fixed()
    .text(
        "Mẫu không có chữ mã: Typst đặt chữ ấy bằng phông riêng mà văn bản không có, nên in ra sẽ mất.",
        "bỏ dấu ` và hàm raw, viết chữ thường; cần dấu ` thì viết #\"`\"",
    )
    .example("#doan[Mã số `12`]");
/// A character without a glyph.
pub static GLYPH: Rule = Rule::error("ban-mau/thieu-chu")
    .fixed()
    .text(
        "Mọi chữ phải có nét trong phông chữ.",
        "thay ký tự lạ bằng chữ thường dùng; nếu là chữ tổ hợp thì lưu lại ở dạng Unicode dựng sẵn",
    )
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP (phông chữ Unicode theo TCVN 6909:2001)")
    .example("trich_yeu: Về việc 😀");
/// Heading levels, as PDF/UA-1 asks.
pub static HEADING: Rule = Rule::error("ban-mau/de-muc")
    .fixed()
    .text(
        "Đề mục đầu tiên ở cấp 1 và không nhảy cấp (PDF/UA-1).",
        "sửa cấp của đề mục trong mẫu hoặc trong nội dung Markdown",
    )
    .example("== Đề mục cấp 2 đứng đầu");
/// PDF/A-3a and PDF/UA-1.
pub static PDF: Rule = Rule::error("ban-mau/pdf").fixed()
    .text("Văn bản phải đạt chuẩn lưu trữ PDF/A-3a và chuẩn tiếp cận PDF/UA-1.", "thêm phần còn thiếu vào mẫu (ngày, tên, ngôn ngữ của tài liệu; chữ thay thế của hình; kiểu và mô tả của tệp đính kèm)")
    .example("#set document(date: none)");
/// The faces.
pub static FONT: Rule = Rule::error("ban-mau/phong-chu")
    .fixed()
    .text(
        "Thư mục phông chữ phải có đủ bốn kiểu (thường, đậm, nghiêng, đậm nghiêng) của Times New Roman hoặc Tinos, mỗi kiểu có đủ chữ tiếng Việt.",
        "đặt bốn tệp .ttf của cùng một phông vào thư mục đưa cho --font-dir",
    )
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("hoso build --font-dir thu-muc-rong");
/// What Typst only warns of.
pub static WARNING: Rule = Rule::warning("ban-mau/canh-bao")
    .text("Bản Typst nên trình bày được mà không có cảnh báo.", "xem lại mẫu ở chỗ được chỉ")
    .example("** **");

/// Every rule of the family.
pub const RULES: &[&Rule] = &[
    &SYNTAX, &MISSING, &VALUE, &NAME, &PLACE, &MARKDOWN, &UNKNOWN, &FOLDER, &TYPST, &FILE, &CODE, &GLYPH, &HEADING,
    &PDF, &FONT, &WARNING,
];
