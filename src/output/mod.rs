//! The fifth room: from planned documents to files. Worker threads, atomic writes, the manifest.
//!
//! It decides nothing: what a document holds comes from `plan`, how it looks from `render`. What would come out as it
//! already lies there is not made again. A file
//! appears whole or not at all; files that are not ours are never touched.

mod cache;
mod certificate;
mod folder;
mod manifest;
mod workers;
pub mod write;

pub use cache::{Cache, Entry};
pub use folder::{Folder, PDF_MARK, Turn};
pub use manifest::{Title, write_manifest};
pub use workers::{Options, Progress, STACK, WORKER, aside, build, kept};

use crate::finding::{Finding, Rule};
use crate::plan::{self, Document};
use crate::record::kind::Form;
use crate::render::{Expected, Profile, Told};

/// A file could not be written.
pub static UNWRITABLE: Rule = Rule::error("van-ban/khong-ghi-duoc")
    .fixed()
    .text(
        "Mỗi văn bản phải ghi được ra thư mục kết quả.",
        "kiểm tra quyền ghi, dung lượng đĩa, tệp có đang mở hay không và có tệp lạ nào cùng tên hay không",
    )
    .example("(đĩa đầy, hoặc tệp PDF đang mở trong chương trình khác)");

/// The typesetter fell over.
pub static CRASHED: Rule = Rule::error("ban-mau/dung-dot-ngot")
    .fixed()
    .text(
        "Mẫu và dữ liệu không được làm bộ dàn trang dừng đột ngột.",
        "báo cho người bảo trì hoso kèm bản ghi và mẫu; các văn bản khác vẫn được lập",
    )
    .example("(lỗi bên trong bộ dàn trang)");

/// A paper of an earlier build lies among those of this one.
pub static OLD: Rule = Rule::warning("van-ban/tep-cu")
    .text(
        "Thư mục kết quả chỉ nên có các văn bản lập theo bản ghi hiện tại.",
        "xóa tệp này nếu không còn dùng; chương trình không tự xóa văn bản đã lập",
    )
    .example("(bản ghi đơn vị đã xóa, tệp PDF lập lần trước vẫn còn)");

/// The same data gives other bytes now.
pub static OTHER_VERSION: Rule = Rule::warning("van-ban/khac-phien-ban")
    .text(
        "Văn bản đã cấp số không được lập lại khi chương trình, bản mẫu hay phông chữ đã đổi; tệp đã cấp vẫn là bản đúng.",
        "không cần làm gì nếu tệp đã cấp còn đó; muốn lập lại đúng tệp ấy thì dùng phiên bản ghi trong hoso.lock",
    )
    .example("(văn bản đã cấp số, nay dùng bản hoso mới)");

/// The bytes of a PDF as they were first written: later updates, such as signatures, follow its first end.
pub fn first_writing(bytes: &[u8]) -> &[u8] {
    let find = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).position(|window| window == word);
    let end = find(bytes, b"startxref").and_then(|at| Some(at + find(bytes.get(at..)?, b"%%EOF")? + b"%%EOF".len()));
    end.and_then(|end| bytes.get(..end)).unwrap_or(bytes)
}

/// The rules of this room.
pub static RULES: &[&Rule] = &[&UNWRITABLE, &CRASHED, &OLD, &OTHER_VERSION];

/// What became of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Written.
    Built,
    /// The file already held these very bytes.
    Unchanged,
    /// Not made; a finding says why.
    Failed,
}

impl Status {
    /// The word of the JSON contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Built => "built",
            Self::Unchanged => "unchanged",
            Self::Failed => "failed",
        }
    }
}

/// A document with what became of it.
#[derive(Clone, Debug)]
pub struct Made {
    /// The document as planned.
    pub document: Document,
    /// What became of it.
    pub status: Status,
    /// SHA-256 of the file in hexadecimal.
    pub sha256: Option<String>,
    /// SHA-256 of the paper's data in hexadecimal.
    pub data_sha256: String,
    /// Pages.
    pub pages: Option<usize>,
    /// What rendering and writing had to say.
    pub findings: Vec<Finding>,
    /// What the cache keeps of it: nothing of a paper that must be made again next time.
    pub entry: Option<Entry>,
    /// The output folder could not be written to: a matter of the run, not of the paper.
    pub unwritable: bool,
}

/// What the proof of form must know of a document.
pub fn expected(document: &Document) -> Expected {
    let profile = match document.form {
        Form::Administrative => Profile::Administrative,
        Form::Copy => Profile::Copy,
        Form::Specialised => Profile::Specialised,
        Form::Blank => Profile::Blank,
        Form::Internal => Profile::Internal,
    };
    let plan::Lacking { signer, subject, filing } = document.lacking;
    let told = Told { signer, subject, filing };
    Expected { profile, numbered: document.numbered, draft: document.draft, told }
}
