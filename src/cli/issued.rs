//! Arguments of the commands about papers that have a number: issuing them, listing them, proving them.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::{Format, day, kind, unit};
use crate::record::scalar::Slug;

/// Arguments of `issue`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Số do văn thư của cơ quan ban hành cấp; cơ quan khai `cap_so: hoso` thì chương
trình đếm, bỏ --so. Bản ghi chỉ thêm số và ngày, mọi chữ khác giữ nguyên. Văn
bản đã cấp số thì `hoso build` không ghi đè, và bản ghi đổi khác đi là lỗi. Lần
chạy bị ngắt giữa chừng được lần sau làm cho xong, hoặc bỏ đi nếu chưa ghi số.

Văn bản sai nội dung: sửa bản ghi rồi cấp số mới với --replace (khoản 3 Điều 18
Nghị định số 30/2020/NĐ-CP); tệp và mục cũ được giữ. Sai thể thức: đính chính
bằng công văn (loại cong_van_dinh_chinh).

Ví dụ:
  hoso issue --unit long-thuy --kind to_trinh --so 15 --ngay 18/5/2021
  hoso cap-so --kind qd_khen_thuong --hop dot-1 --hinh-thuc giay_khen --so 5 \\
    --ngay 18/4/2022
  hoso cap-so --kind thong_bao_ket_qua --so 7 --ngay 20/4/2022 --giu-so
  hoso cap-so --unit thac-mo --kind to_trinh --so 21 --ngay 1/6/2021 --thay-the
  hoso cap-so --unit thac-mo --kind to_trinh --ban-ky to-trinh-da-ky.pdf")]
pub struct Issue {
    /// Thư mục phong trào, hoặc tên của nó trong records/; bỏ trống khi chỉ có một
    #[arg(value_name = "PHONG-TRÀO")]
    pub campaign: Option<PathBuf>,

    /// Đơn vị của văn bản; bỏ trống với văn bản chung của phong trào
    #[arg(long, value_name = "MÃ", value_parser = unit)]
    pub unit: Option<String>,

    /// Loại văn bản (ví dụ to_trinh)
    #[arg(long, value_name = "LOẠI", value_parser = kind, required = true)]
    pub kind: String,

    /// Mã người được đề nghị, khi mỗi người một văn bản
    #[arg(long, value_name = "MÃ", value_parser = code)]
    pub nominee: Option<String>,

    /// Mã cuộc họp xét, khi có nhiều cuộc họp
    #[arg(long, value_name = "MÃ", value_parser = code)]
    pub hop: Option<String>,

    /// Mã hình thức khen thưởng của quyết định, khi có nhiều quyết định
    #[arg(long, value_name = "MÃ", value_parser = kind)]
    pub hinh_thuc: Option<String>,

    /// Mã sự kiện (`su_kien`), khi giấy mời, chương trình có ở nhiều sự kiện
    #[arg(long, value_name = "MÃ", value_parser = code)]
    pub su_kien: Option<String>,

    /// Văn bản được đính chính, như khóa trong bản ghi (ví dụ to_trinh), khi cấp số công văn đính chính
    #[arg(long, value_name = "TÊN")]
    pub van_ban: Option<String>,

    /// Số của văn bản (ví dụ 15 hoặc 12a); bỏ trống khi số đã ghi, đã giữ, hoặc do chương trình đếm
    #[arg(long, value_name = "SỐ", value_parser = number)]
    pub so: Option<String>,

    /// Ngày ban hành, hoặc ngày giữ số, hủy số, thu hồi: 2021-05-25 hoặc 25/5/2021
    #[arg(long, value_name = "NGÀY", value_parser = day, required_unless_present = "signed")]
    pub ngay: Option<NaiveDate>,

    /// Chỉ giữ số cho văn bản này, chưa cấp: văn bản khác không lấy số ấy được
    #[arg(long, visible_alias = "giu-so", conflicts_with_all = ["void", "replace", "withdraw", "signed"])]
    pub reserve: bool,

    /// Hủy số đã giữ, hoặc số hỏng; số vẫn nằm trong sổ và không cấp lại
    #[arg(long, visible_alias = "huy-so", conflicts_with_all = ["replace", "withdraw", "signed"])]
    pub void: bool,

    /// Cấp số cho văn bản thay thế văn bản đã cấp số; bản ghi nêu văn bản bị thay thế
    #[arg(long, visible_alias = "thay-the", conflicts_with_all = ["withdraw", "signed"])]
    pub replace: bool,

    /// Ghi việc thu hồi văn bản đã cấp số
    #[arg(long, visible_alias = "thu-hoi", conflicts_with = "signed")]
    pub withdraw: bool,

    /// Ghi SHA-256 của bản đã ký (ký số nối vào tệp đã cấp, hoặc bản quét), để sau này đối chiếu được
    #[arg(long, visible_alias = "ban-ky", value_name = "TỆP")]
    pub signed: Option<PathBuf>,

    /// Lý do hủy số, thu hồi
    #[arg(long, value_name = "CHỮ", value_parser = reason)]
    pub ly_do: Option<String>,

    /// Thư mục ghi kết quả
    #[arg(short, long, value_name = "THƯ-MỤC", default_value = "output")]
    pub output: PathBuf,

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

/// What `issue` is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action<'a> {
    /// Give a paper its number.
    Give,
    /// Keep a number for it.
    Reserve,
    /// Give a number up.
    Void,
    /// Give a number to the paper that stands in place of one that was issued.
    Replace,
    /// Enter that it was withdrawn.
    Withdraw,
    /// Enter its signed copy.
    Sign(&'a Path),
}

impl Issue {
    /// What is to be done.
    pub fn action(&self) -> Action<'_> {
        match self {
            Self { signed: Some(file), .. } => Action::Sign(file),
            Self { reserve: true, .. } => Action::Reserve,
            Self { void: true, .. } => Action::Void,
            Self { replace: true, .. } => Action::Replace,
            Self { withdraw: true, .. } => Action::Withdraw,
            _ => Action::Give,
        }
    }

    /// The day, which every action but that of entering a signed copy needs.
    pub fn day(&self) -> NaiveDate {
        self.ngay.unwrap_or_default()
    }
}

/// Arguments of `register`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Các cột theo Phụ lục IV Nghị định số 30/2020/NĐ-CP; ngày chuyển và ký nhận ghi
tay. Số trùng trong một dãy số của một cơ quan là lỗi.

Ví dụ:
  hoso register records/phuoc-long-2021
  hoso so-van-ban-di --format csv")]
pub struct Register {
    /// Thư mục phong trào, hoặc tên của nó trong records/; bỏ trống là mọi phong trào
    #[arg(value_name = "PHONG-TRÀO")]
    pub campaign: Option<PathBuf>,

    /// Cách in: cho người đọc, CSV cho bảng tính, hay JSON cho chương trình khác
    #[arg(long, value_name = "DẠNG", value_enum, default_value_t = Listing::Human)]
    pub format: Listing,

    /// Thư mục bản mẫu, thay hoặc thêm vào các bản mẫu có sẵn
    #[arg(long, value_name = "THƯ-MỤC")]
    pub templates: Option<PathBuf>,
}

/// Arguments of `verify`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Văn bản được lập lại từ bản ghi, hoặc từ dữ liệu kèm trong tệp, rồi so từng
byte. Mã kết thúc 0 khi mọi tệp đều đúng, kể cả có phần nối thêm (chữ ký số) hay
chỉ khác phiên bản mà hoso.lock hoặc mọi byte còn lại chứng minh; 1 khi có tệp
khác, mất, hoặc không phải văn bản của các bản ghi này.

Ví dụ:
  hoso verify
  hoso verify output/phuoc-long-2021/long-thuy/to_trinh.pdf
  hoso doi-chieu --records ban-ghi --format json to_trinh.pdf")]
pub struct Verify {
    /// Tệp PDF cần đối chiếu, nêu được nhiều tệp; bỏ trống là mọi văn bản trong hoso.lock của các phong trào
    #[arg(value_name = "TỆP")]
    pub files: Vec<PathBuf>,

    /// Ngày đã nêu ở --den-ngay khi lập dự thảo công văn đôn đốc cần đối chiếu
    #[arg(long, value_name = "NGÀY", value_parser = day)]
    pub den_ngay: Option<NaiveDate>,

    /// Thư mục kết quả, nơi có các văn bản trong hoso.lock
    #[arg(short, long, value_name = "THƯ-MỤC", default_value = "output")]
    pub output: PathBuf,

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

/// Who reads a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Listing {
    /// A person.
    Human,
    /// A spreadsheet.
    Csv,
    /// A program.
    Json,
}

fn number(word: &str) -> Result<String, String> {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = word.strip_suffix(letters).unwrap_or_default().trim_start_matches('0');
    let sound =
        (1..=6).contains(&digits.len()) && letters.chars().count() <= 2 && letters.chars().all(char::is_alphabetic);
    if sound {
        Ok(format!("{digits}{letters}"))
    } else {
        Err("chỉ ghi số, ví dụ 15 hoặc 12a; ký hiệu do chương trình ghép".into())
    }
}

fn code(word: &str) -> Result<String, String> {
    match Slug::new(word) {
        Some(_) => Ok(word.to_owned()),
        None => Err("mã chỉ gồm a-z, 0-9 và dấu gạch nối, như ghi trong bản ghi (ví dụ dot-1)".into()),
    }
}

fn reason(word: &str) -> Result<String, String> {
    let text = crate::record::text::nfc(word).trim().to_owned();
    match text.is_empty() || text.chars().any(char::is_control) {
        true => Err("ghi lý do trên một dòng".into()),
        false => Ok(text),
    }
}
