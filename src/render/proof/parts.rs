//! The components of a paper (khoản, ô: Mục I–V, Phần I, Phụ lục I NĐ 30/2020), as the layout library labels them.

/// How a component's text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    /// Smallest and largest size, in pt.
    pub size: (f64, f64),
    /// Whether bold; none where both occur.
    pub bold: Option<bool>,
    /// Whether italic; none where both occur.
    pub italic: Option<bool>,
    /// IN HOA throughout.
    pub capitals: bool,
    /// The clause that says so.
    pub clause: &'static str,
}

impl Look {
    const fn new(low: f64, high: f64, clause: &'static str) -> Self {
        Self { size: (low, high), bold: Some(false), italic: Some(false), capitals: false, clause }
    }

    const fn bold(mut self) -> Self {
        self.bold = Some(true);
        self
    }

    const fn italic(mut self) -> Self {
        self.italic = Some(true);
        self
    }

    const fn capitals(mut self) -> Self {
        self.capitals = true;
        self
    }

    /// Text in which emphasis is the author's own.
    const fn free(mut self) -> Self {
        self.bold = None;
        self.italic = None;
        self
    }
}

const fn main(low: f64, high: f64, clause: &'static str) -> Option<Look> {
    Some(Look::new(low, high, clause))
}

/// Declares the components: label without `nd30-`, name for people, look.
macro_rules! parts {
    ($($(#[$meta:meta])* $variant:ident = $label:literal, $name:literal, $look:expr;)*) => {
        /// A component, by its label.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Part {
            $($(#[$meta])* $variant,)*
        }

        impl Part {
            /// The component that a label `nd30-…` marks.
            pub fn of(label: &str) -> Option<Self> {
                match label {
                    $(concat!("nd30-", $label) => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// What people call it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// How it is set; none where it prints nothing or the decree leaves it open.
            pub fn look(self) -> Option<Look> {
                match self {
                    $(Self::$variant => $look,)*
                }
            }

            /// Every component with its label.
            pub const ALL: &[(Self, &'static str)] = &[$((Self::$variant, $label),)*];
        }
    };
}

pub(super) const K1: &str = "khoản 1 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
pub(super) const K2: &str = "khoản 2 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
const K3: &str = "khoản 3 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
const K4: &str = "khoản 4 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
pub(super) const K5: &str = "khoản 5 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
pub(super) const K6: &str = "khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
pub(super) const K7: &str = "khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
pub(super) const K9: &str = "khoản 9 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
pub(super) const P3: &str = "Mục III Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
const PAGE: &str = "khoản 7 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
pub(super) const COPY: &str = "Phần II Phụ lục I Nghị định số 30/2020/NĐ-CP";

parts! {
    /// What the engine gave the margins; prints nothing.
    Margin = "le", "lề trang", None;
    /// The start of a run of pages that counts for itself: an annex, an issued text; prints nothing.
    OwnPages = "trang-rieng", "phần đánh số trang riêng", None;
    /// A text that print on a blank had to set smaller than its place says; prints nothing.
    Shrunk = "thu-nho", "chữ thu nhỏ trên phôi", None;
    NationalName = "quoc-hieu", "Quốc hiệu", Some(Look::new(12.0, 13.0, K1).bold().capitals());
    Motto = "tieu-ngu", "Tiêu ngữ", Some(Look::new(13.0, 14.0, K1).bold());
    MottoRule = "ke-tieu-ngu", "nét kẻ dưới Tiêu ngữ", None;
    Parent = "co-quan-chu-quan", "tên cơ quan chủ quản", Some(Look::new(12.0, 13.0, K2).capitals());
    Agency = "co-quan", "tên cơ quan ban hành", Some(Look::new(12.0, 13.0, K2).bold().capitals());
    AgencyRule = "ke-co-quan", "nét kẻ dưới tên cơ quan", None;
    Number = "so-ky-hieu", "số, ký hiệu", main(13.0, 13.0, K3);
    PlaceDate = "dia-danh-ngay", "địa danh và thời gian", Some(Look::new(13.0, 14.0, K4).italic());
    Regarding = "ve-viec", "trích yếu công văn", main(12.0, 13.0, K5);
    Kind = "ten-loai", "tên loại văn bản", Some(Look::new(13.0, 14.0, K5).bold().capitals());
    Subject = "trich-yeu", "trích yếu", Some(Look::new(13.0, 14.0, K5).bold());
    SubjectRule = "ke-trich-yeu", "nét kẻ dưới trích yếu", None;
    Addressee = "kinh-gui", "nơi kính gửi", main(13.0, 14.0, K9);
    Ground = "can-cu", "căn cứ", Some(Look::new(13.0, 14.0, K6).italic());
    Authority = "tham-quyen", "dòng thẩm quyền", Some(Look::new(13.0, 14.0, K6).bold().capitals());
    Paragraph = "doan", "đoạn văn", Some(Look::new(13.0, 14.0, K6).free());
    Dash = "gach-dau-dong", "mục gạch đầu dòng", Some(Look::new(13.0, 14.0, K6).free());
    Numbered = "muc-so", "mục đánh số", Some(Look::new(13.0, 14.0, K6).free());
    Division = "phan", "số thứ tự phần, chương, mục", Some(Look::new(13.0, 14.0, K6).bold());
    DivisionTitle = "ten-phan", "tiêu đề phần, chương, mục", Some(Look::new(13.0, 14.0, K6).bold().capitals());
    Heading1 = "de-muc-1", "đề mục cấp 1", Some(Look::new(13.0, 14.0, K6).bold().capitals());
    Heading2 = "de-muc-2", "đề mục cấp 2", Some(Look::new(13.0, 14.0, K6).bold());
    Heading3 = "de-muc-3", "đề mục cấp 3", main(13.0, 14.0, K6);
    Article = "dieu", "điều", Some(Look::new(13.0, 14.0, K6).free());
    Clause = "khoan", "khoản", Some(Look::new(13.0, 14.0, K6).free());
    ClauseTitle = "khoan-ten", "tiêu đề khoản", Some(Look::new(13.0, 14.0, K6).bold());
    Point = "diem", "điểm", Some(Look::new(13.0, 14.0, K6).free());
    Table = "bang", "bảng", None;
    Chart = "bieu-do", "biểu đồ", None;
    End = "het", "dấu kết thúc văn bản", Some(Look::new(13.0, 14.0, K6).free());
    Capacity = "quyen-han", "quyền hạn, chức vụ người ký", Some(Look::new(13.0, 14.0, K7).bold().capitals());
    Signed = "da-ky", "chữ (Đã ký)", None;
    OtherPost = "chuc-vu-khac", "chức vụ ghi thêm của người ký", Some(Look::new(13.0, 14.0, K7).bold().capitals());
    Signer = "ho-ten", "họ tên người ký", Some(Look::new(13.0, 14.0, K7).bold());
    Recipients = "noi-nhan", "từ Nơi nhận", Some(Look::new(12.0, 12.0, K9).bold().italic());
    Recipient = "noi-nhan-muc", "danh sách nơi nhận", main(11.0, 11.0, K9);
    Annex = "phu-luc", "từ Phụ lục", Some(Look::new(14.0, 14.0, P3).bold());
    AnnexTitle = "ten-phu-luc", "tên phụ lục", Some(Look::new(13.0, 14.0, P3).bold().capitals());
    AnnexOf = "kem-theo", "chú dẫn kèm theo văn bản", Some(Look::new(13.0, 14.0, P3).italic());
    AnnexRule = "ke-phu-luc", "nét kẻ dưới chú dẫn phụ lục", None;
    PageNumber = "so-trang", "số trang", main(13.0, 14.0, PAGE);
    CopyKind = "hinh-thuc-sao", "hình thức sao", Some(Look::new(13.0, 14.0, COPY).bold().capitals());
    CopyRule = "ke-sao", "nét kẻ trên phần sao", None;
    Secrecy = "do-mat", "dấu chỉ độ mật", Some(Look::new(13.0, 14.0, P3).bold().capitals());
    Urgency = "do-khan", "dấu chỉ mức độ khẩn", Some(Look::new(13.0, 14.0, P3).bold().capitals());
    Circulation = "luu-hanh", "chỉ dẫn phạm vi lưu hành", Some(Look::new(13.0, 14.0, P3).bold().capitals());
    Typist = "nguoi-soan", "ký hiệu người soạn thảo", Some(Look::new(11.0, 11.0, P3).capitals());
    Address = "dia-chi", "địa chỉ cơ quan", main(11.0, 12.0, P3);
    AddressRule = "ke-dia-chi", "nét kẻ trên địa chỉ", None;
    DigitalSignature = "ky-so", "thông tin chữ ký số", main(10.0, 10.0, K7);
}

impl Part {
    /// A paragraph of the body: indented, justified, at body spacing.
    pub fn is_paragraph(self) -> bool {
        matches!(
            self,
            Self::Ground
                | Self::Paragraph
                | Self::Dash
                | Self::Numbered
                | Self::Article
                | Self::Clause
                | Self::ClauseTitle
                | Self::Point
        )
    }

    /// Text of the body that is neither a ground nor a title.
    pub fn is_running_text(self) -> bool {
        self.is_paragraph() && !matches!(self, Self::Ground | Self::ClauseTitle)
    }

    /// Anything that belongs to the body (ô 6).
    pub fn is_body(self) -> bool {
        self.is_paragraph() || self.is_heading() || matches!(self, Self::Table | Self::Chart | Self::End)
    }

    /// A heading of the body, which nothing is if nothing follows it.
    pub fn is_heading(self) -> bool {
        matches!(
            self,
            Self::Authority
                | Self::Division
                | Self::DivisionTitle
                | Self::Heading1
                | Self::Heading2
                | Self::Heading3
                | Self::ClauseTitle
        )
    }

    /// What stands below the body (ô 7, 9b), which no page's end parts.
    pub fn is_closing(self) -> bool {
        matches!(
            self,
            Self::Capacity | Self::Signed | Self::OtherPost | Self::Signer | Self::Recipients | Self::Recipient
        )
    }

    /// What is set apart from the text that runs on around it: a paragraph may go on over the page's end.
    pub fn stands_apart(self) -> bool {
        matches!(self, Self::PageNumber | Self::Address)
    }

    /// What may stand in the margin.
    pub fn is_marginal(self) -> bool {
        matches!(self, Self::PageNumber | Self::DigitalSignature | Self::Circulation)
    }

    /// A solid rule that belongs to a component.
    pub fn is_rule(self) -> bool {
        matches!(
            self,
            Self::MottoRule
                | Self::AgencyRule
                | Self::SubjectRule
                | Self::AnnexRule
                | Self::CopyRule
                | Self::AddressRule
        )
    }

    /// Stamps stand in a frame.
    pub fn is_framed(self) -> bool {
        matches!(self, Self::Secrecy | Self::Urgency | Self::Circulation)
    }

    /// Stamps are printed in red.
    pub fn is_red(self) -> bool {
        matches!(self, Self::Secrecy | Self::Urgency)
    }
}
