//! Why a file could not be written, in the words of a clerk.

use std::io;

use thiserror::Error;

use super::MAX_NAME;

/// Why a file could not be written, as a sentence for the clerk.
#[derive(Debug, Error)]
pub enum WriteError {
    /// The path leaves the root, or is none.
    #[error("không ghi {path}: đường dẫn ra ngoài thư mục kết quả")]
    Outside {
        /// The path.
        path: String,
    },
    /// A part of the path is no name for a file everywhere.
    #[error("không ghi {path}: {fault}")]
    Name {
        /// The path.
        path: String,
        /// What is wrong with the name.
        fault: UnsafeName,
    },
    /// A link stands in the way.
    #[error("không ghi {path}: {link} là một liên kết; hãy xóa liên kết đó rồi chạy lại")]
    Link {
        /// The path.
        path: String,
        /// The link.
        link: String,
    },
    /// A folder or a device has the file's name.
    #[error("không ghi {path}: ở đó đang có một {what} cùng tên; hãy đổi tên hoặc xóa đi rồi chạy lại")]
    Occupied {
        /// The path.
        path: String,
        /// What stands there.
        what: &'static str,
    },
    /// A file stands where a folder is needed.
    #[error("không ghi {path}: {parent} là một tệp, không phải thư mục")]
    NotAFolder {
        /// The path.
        path: String,
        /// What should be a folder.
        parent: String,
    },
    /// Something else than a folder is given for the output folder.
    #[error(
        "không ghi kết quả vào {path} được: đó không phải là thư mục; nêu một thư mục ở `-o`, hoặc dời tệp ấy đi nơi khác"
    )]
    File {
        /// What stands there.
        path: String,
    },
    /// The output would come to lie among the records.
    #[error(
        "không ghi kết quả vào {path}: văn bản sẽ nằm lẫn trong thư mục bản ghi {records}; hãy nêu một thư mục khác ở `-o`"
    )]
    Records {
        /// Where the papers would lie.
        path: String,
        /// The campaign's folder.
        records: String,
    },
    /// Papers of another campaign lie where those of this one would.
    #[error(
        "không ghi vào {path}: ở đó đang có văn bản của phong trào khác có thư mục bản ghi cùng tên (“{name}”); nêu thư mục khác ở `-o`, hoặc nếu vẫn là phong trào này, đã đổi tên hay năm, thì xóa tệp manifest.json ở đó rồi chạy lại"
    )]
    OtherCampaign {
        /// The campaign's folder below the output.
        path: String,
        /// The other campaign's name.
        name: String,
    },
    /// A file that this program did not write.
    #[error(
        "không ghi {path}: ở đó đang có một tệp không do hoso lập, hoặc đã hỏng đến mức không nhận ra được; hãy chuyển tệp ấy đi nơi khác rồi chạy lại"
    )]
    Foreign {
        /// The path.
        path: String,
    },
    /// A file that this program wrote and somebody signed.
    #[error(
        "không ghi {path}: tệp đang có đã được ký số hoặc ghi thêm sau khi lập và khác với văn bản theo bản ghi hiện tại; hãy chuyển tệp ấy đi nơi khác rồi chạy lại"
    )]
    Signed {
        /// The path.
        path: String,
    },
    /// No permission.
    #[error("không ghi được {path}: không có quyền ghi, hoặc tệp đang mở trong chương trình khác")]
    Permission {
        /// The path.
        path: String,
    },
    /// No space.
    #[error("không ghi được {path}: ổ đĩa đã đầy hoặc hết hạn mức; hãy giải phóng chỗ rồi chạy lại")]
    Full {
        /// The path.
        path: String,
    },
    /// A disk that cannot be written.
    #[error("không ghi được {path}: ổ đĩa chỉ cho đọc")]
    ReadOnly {
        /// The path.
        path: String,
    },
    /// Anything else the system says.
    #[error("không ghi được {path}: hệ thống báo lỗi{}", number(cause))]
    Other {
        /// The path.
        path: String,
        /// What the system said; not the source, because its words are English.
        cause: io::Error,
    },
}

/// Why a name is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum UnsafeName {
    /// No name at all, or `.` or `..`.
    #[error("tên trống")]
    Empty,
    /// Longer than file systems take.
    #[error("tên dài quá {MAX_NAME} byte")]
    Long,
    /// A name of a device on Windows.
    #[error("tên dành riêng cho thiết bị trên Windows (con, nul, aux, prn, com1, lpt1…)")]
    Reserved,
    /// A character that some system refuses.
    #[error("tên có ký tự không dùng được cho tệp")]
    Character,
    /// Ends in a dot or a space, which Windows drops.
    #[error("tên kết thúc bằng dấu chấm hoặc dấu cách")]
    Ending,
}

fn number(cause: &io::Error) -> String {
    cause.raw_os_error().map(|code| format!(" số {code}")).unwrap_or_default()
}
