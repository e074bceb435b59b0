//! The command line: every clap type, every word a user reads about it.
//!
//! The doc comments are the help text. Knows how a flag is written and whether its value can be one;
//! knows nothing of records or papers. No English word of clap reaches the user: `help` lays the
//! help out, `usage` says what is wrong with a command line.

mod help;
mod issued;
mod usage;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use crate::record::scalar::{Slug, date_parts};

pub use issued::{Action, Issue, Listing, Register, Verify};
pub use usage::{Stop, Unprinted, answer};

/// Lập, kiểm tra và in hồ sơ đề nghị khen thưởng từ bản ghi YAML, theo thể thức của Nghị định
/// số 30/2020/NĐ-CP.
#[derive(Clone, Debug, Parser)]
#[command(name = "hoso", version, disable_help_subcommand = true, infer_subcommands = false)]
#[command(after_help = "\
Ví dụ:
  hoso check                            kiểm tra mọi phong trào trong records/
  hoso build records/phuoc-long-2021    lập mọi văn bản của một phong trào
  hoso status records/phuoc-long-2021   xem đơn vị nào còn thiếu văn bản nào
  hoso explain ho-so/thieu-thanh-phan   mã này nghĩa là gì, căn cứ vào đâu

Mã kết thúc: 0 – không có lỗi; 1 – có lỗi trong bản ghi, bản mẫu hoặc văn bản;
2 – dùng lệnh sai, hoặc không đọc, không ghi được tệp.

Khi không in ra màn hình, dòng rộng 80 cột, hoặc theo biến môi trường COLUMNS;
biến NO_COLOR tắt màu.")]
pub struct Cli {
    /// Việc cần làm.
    #[command(subcommand)]
    pub command: Command,

    /// Thư mục chứa các phong trào
    #[arg(long, global = true, value_name = "THƯ-MỤC", default_value = "records")]
    pub records: PathBuf,

    /// Tô màu: tự động (chỉ khi in ra màn hình), luôn luôn, không bao giờ
    #[arg(long, global = true, value_name = "KHI-NÀO", value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Lập văn bản: đọc bản ghi, kiểm tra, in ra PDF.
    #[command(visible_alias = "lap")]
    Build(Build),
    /// Kiểm tra bản ghi, nói rõ hồ sơ nào còn thiếu hoặc sai gì; không ghi tệp nào.
    #[command(visible_alias = "kiem-tra")]
    Check(Check),
    /// Xem tình trạng hồ sơ: bảng đơn vị nào đã có, còn thiếu văn bản nào.
    #[command(visible_alias = "tinh-trang")]
    Status(Status),
    /// Cấp số, ngày cho một văn bản: ghi vào bản ghi, lập tệp PDF và ghi vào hoso.lock; giữ số, hủy số, thay thế, thu hồi.
    #[command(visible_alias = "cap-so")]
    Issue(Issue),
    /// In sổ đăng ký văn bản đi: các văn bản đã có số, theo cơ quan và năm.
    #[command(visible_alias = "so-van-ban-di")]
    Register(Register),
    /// Đối chiếu tệp PDF với bản ghi: có đúng là văn bản đã lập không, có bị sửa không; không ghi tệp nào.
    #[command(visible_alias = "doi-chieu")]
    Verify(Verify),
    /// Giải thích một mã phát hiện (lỗi hoặc cảnh báo): kiểm tra điều gì, căn cứ vào đâu, sửa thế nào.
    #[command(visible_alias = "giai-thich")]
    Explain(Explain),
}

/// Arguments of `build`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Lỗi ở văn bản nào chỉ chặn văn bản đó; các văn bản khác vẫn được lập. Văn bản
không đổi thì tệp giữ nguyên.

Ví dụ:
  hoso build
  hoso build records/phuoc-long-2021 -o ket-qua
  hoso build --unit long-thuy --kind to_trinh --kind trich_bien_ban
  hoso build --kind cong_van_don_doc --den-ngay 20/5/2021
  hoso lap --unit long-thuy,phuoc-tin --format json")]
pub struct Build {
    /// Thư mục phong trào, hoặc tên của nó trong records/; bỏ trống là mọi phong trào
    #[arg(value_name = "PHONG-TRÀO")]
    pub campaign: Option<PathBuf>,

    /// Thư mục ghi kết quả
    #[arg(short, long, value_name = "THƯ-MỤC", default_value = "output")]
    pub output: PathBuf,

    /// Chỉ lập văn bản của đơn vị này; nêu được nhiều lần, hoặc cách nhau bằng dấu phẩy
    #[arg(long = "unit", value_name = "MÃ", value_delimiter = ',', value_parser = unit)]
    pub units: Vec<String>,

    /// Chỉ lập loại văn bản này (ví dụ to_trinh); nêu được nhiều lần, hoặc cách nhau bằng dấu phẩy
    #[arg(long = "kind", value_name = "LOẠI", value_delimiter = ',', value_parser = kind)]
    pub kinds: Vec<String>,

    /// Lập cả dự thảo công văn đôn đốc các đơn vị chưa nộp hồ sơ tính đến ngày này: 2021-05-25 hoặc 25/5/2021
    #[arg(long, value_name = "NGÀY", value_parser = day)]
    pub den_ngay: Option<NaiveDate>,

    /// Số văn bản được lập cùng lúc; bỏ trống là theo số nhân của máy
    #[arg(long, value_name = "SỐ", value_parser = jobs)]
    pub jobs: Option<NonZeroUsize>,

    /// Cách in kết quả: cho người đọc, hay JSON cho chương trình khác
    #[arg(long, value_name = "DẠNG", value_enum, default_value_t = Format::Human)]
    pub format: Format,

    /// Thư mục bản mẫu, thay hoặc thêm vào các bản mẫu có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    pub templates: Option<PathBuf>,

    /// Thư mục phông chữ (ví dụ Times New Roman của cơ quan), thay cho phông có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    pub font_dir: Option<PathBuf>,

    /// Ghi cả nguồn Typst (.typ) cạnh mỗi tệp PDF, để soát bản mẫu
    #[arg(long)]
    pub keep_typ: bool,

    /// Ghi cạnh mỗi tệp PDF phiếu đo thể thức (.the-thuc.json): số đo, khoảng cho phép, kết luận
    #[arg(long)]
    pub certificate: bool,

    /// Đính kèm cả dữ liệu vào mỗi tệp PDF: chỉ cho bản lưu của cơ quan, không cho bản gửi đi
    #[arg(long)]
    pub attach_data: bool,
}

/// Arguments of `check`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Không nêu --den-ngay thì chỉ so các ngày ghi trong bản ghi với nhau; đồng hồ của
máy không được dùng đến.

Ví dụ:
  hoso check
  hoso check records/phuoc-long-2021 --den-ngay 25/5/2021
  hoso kiem-tra --the-thuc --format json")]
pub struct Check {
    /// Thư mục phong trào, hoặc tên của nó trong records/; bỏ trống là mọi phong trào
    #[arg(value_name = "PHONG-TRÀO")]
    pub campaign: Option<PathBuf>,

    /// Xét thời hạn tính đến ngày này: 2021-05-25 hoặc 25/5/2021
    #[arg(long, value_name = "NGÀY", value_parser = day)]
    pub den_ngay: Option<NaiveDate>,

    /// Dàn trang cả văn bản và kiểm tra thể thức, nhưng không ghi tệp nào
    #[arg(long)]
    pub the_thuc: bool,

    /// Cách in kết quả: cho người đọc, hay JSON cho chương trình khác
    #[arg(long, value_name = "DẠNG", value_enum, default_value_t = Format::Human)]
    pub format: Format,

    /// Thư mục bản mẫu, thay hoặc thêm vào các bản mẫu có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    pub templates: Option<PathBuf>,

    /// Thư mục phông chữ (ví dụ Times New Roman của cơ quan), thay cho phông có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    pub font_dir: Option<PathBuf>,
}

/// Arguments of `status`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Ví dụ:
  hoso status records/phuoc-long-2021
  hoso tinh-trang --format json")]
pub struct Status {
    /// Thư mục phong trào, hoặc tên của nó trong records/; bỏ trống là mọi phong trào
    #[arg(value_name = "PHONG-TRÀO")]
    pub campaign: Option<PathBuf>,

    /// Cách in kết quả: cho người đọc, hay JSON cho chương trình khác
    #[arg(long, value_name = "DẠNG", value_enum, default_value_t = Format::Human)]
    pub format: Format,

    /// Thư mục bản mẫu, thay hoặc thêm vào các bản mẫu có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    pub templates: Option<PathBuf>,
}

/// Arguments of `explain`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Ví dụ:
  hoso explain                                 liệt kê mọi mã
  hoso explain ho-so/thieu-thanh-phan
  hoso giai-thich yaml/cu-phap")]
pub struct Explain {
    /// Mã phát hiện, như in trong ngoặc vuông; bỏ trống để xem mọi mã
    #[arg(value_name = "MÃ")]
    pub code: Option<String>,
}

/// Who reads the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A person.
    Human,
    /// A program.
    Json,
}

/// When to write colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// To a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Reads a command line, the program's name first.
///
/// # Errors
/// What to print instead of working: the help, the version, or what is wrong.
///
/// ```
/// use hoso::cli::{Command, parse};
/// let cli = parse(["hoso", "kiem-tra", "--den-ngay", "25/5/2021"]).unwrap();
/// assert!(matches!(cli.command, Command::Check(check) if check.den_ngay.is_some()));
/// ```
pub fn parse<I, T>(args: I) -> Result<Cli, Stop>
where
    I: IntoIterator<Item = T>,
    T: Into<OsString>,
{
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let mut command = help::command(Cli::command());
    let matches = command.try_get_matches_from_mut(&args);
    let cli = matches.and_then(|matches| Cli::from_arg_matches(&matches));
    cli.map_err(|error| Stop::from_clap(&error, &args, &command))
}

fn unit(word: &str) -> Result<String, String> {
    match Slug::new(word) {
        Some(_) => Ok(word.to_owned()),
        None => Err("mã đơn vị chỉ gồm a-z, 0-9 và dấu gạch nối, là tên tệp trong don-vi/ (ví dụ long-thuy)".into()),
    }
}

fn kind(word: &str) -> Result<String, String> {
    let sound = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if word.split('_').all(sound) {
        Ok(word.to_owned())
    } else {
        Err("loại văn bản viết không dấu, nối bằng dấu gạch dưới (ví dụ to_trinh)".into())
    }
}

fn jobs(word: &str) -> Result<NonZeroUsize, String> {
    let number = word.parse::<NonZeroUsize>().ok().filter(|number| number.get() <= 256);
    number.ok_or_else(|| "cần một số từ 1 đến 256".into())
}

fn day(word: &str) -> Result<NaiveDate, String> {
    let (year, month, day) = date_parts(word).ok_or("viết ngày dạng 2021-05-25 hoặc 25/5/2021")?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| "không có ngày này trong lịch".into())
}

#[cfg(test)]
mod tests;
