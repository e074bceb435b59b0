//! The proof as a page for people: clause, measure and function of every rule, every component with its look.

use super::parts::{Look, Part};
use super::serves::{SERVES, Serving};
use super::{Profile, page as sheets};
use crate::finding::Severity;

/// The page `docs/the-thuc.md`, written from the tables that the proof itself reads.
pub fn page() -> String {
    let mut page = String::from(
        "# Đo thể thức: điều khoản, đại lượng, hàm đo\n\n\
        Trang này lập từ chính các bảng mà chương trình dùng để đo (`src/render/proof/`), nên luôn đúng với chương trình.\n\
        Mọi văn bản, trong mọi lần `hoso build`, đều được đo trên trang đã dàn, trước khi thành PDF. Chiều dài tính từ\n\
        mép trên, bên trái tờ giấy; vị trí dọc của chữ là đường chân chữ; 1 pt = 1/72 inch. Cột “Áp dụng” ghi giá trị\n\
        `the_thuc` của các loại văn bản được đo. Quy tắc ghi “quy ước” không có trong Nghị định, chỉ là cảnh báo.\n\n\
        Văn bản soạn tại đây mà có số, có chữ viết tắt tên loại hoặc là công văn thì không khai `the_thuc: noi_bo` hay\n\
        `phoi_in` để khỏi được đo: đó là phát hiện `phong-trao/the-thuc-loai`. Chữ đọc được trên trang được so với bản\n\
        ghi bỏ qua khoảng trắng; ô 1, 2, 5a, 7a so không phân biệt chữ hoa, chữ thường.\n\n\
        ## Quy tắc\n\n\
        | Mã | Quy tắc | Điều khoản | Đại lượng được đo | Hàm (trong `src/render/proof/`) | Áp dụng |\n\
        |---|---|---|---|---|---|\n",
    );
    for Serving { rule, profiles, by, how } in SERVES {
        let clause = match (rule.clause, rule.severity) {
            (Some(clause), _) => clause,
            (None, Severity::Warning) => "quy ước",
            (None, Severity::Error) => "yêu cầu của bản in",
        };
        let by: Vec<String> = by.split(", ").map(|function| format!("`{function}`")).collect();
        let profiles: Vec<&str> = profiles.iter().copied().map(Profile::word).collect();
        let (code, says) = (rule.code, rule.says);
        page.push_str(&format!(
            "| `{code}` | {says} | {clause} | {how} | {} | {} |\n",
            by.join(", "),
            profiles.join(", ")
        ));
    }
    page.push_str(
        "\n## Thành phần\n\n\
        Thư viện trình bày (`templates/nd30/`) gắn nhãn `nd30-…` vào từng thành phần; cỡ, kiểu và chữ hoa đo ở từng dãy\n\
        chữ bởi `page::look`.\n\n\
        | Nhãn | Thành phần | Cỡ chữ (pt) | Kiểu chữ | Điều khoản |\n|---|---|---|---|---|\n",
    );
    for (part, label) in Part::ALL {
        let name = part.name();
        let Some(look) = part.look() else {
            page.push_str(&format!("| `nd30-{label}` | {name} | | | |\n"));
            continue;
        };
        let (low, high) = look.size;
        let size = if low == high { format!("{low}") } else { format!("{low}–{high}") };
        page.push_str(&format!("| `nd30-{label}` | {name} | {size} | {} | {} |\n", style(&look), look.clause));
    }
    page
}

fn style(look: &Look) -> String {
    let face = match (look.bold, look.italic) {
        (Some(bold), Some(italic)) => sheets::style(bold, italic),
        _ => "đứng, có thể nhấn mạnh",
    };
    if look.capitals { format!("{face}, in hoa") } else { face.to_owned() }
}
