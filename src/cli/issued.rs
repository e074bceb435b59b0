//! Arguments of the commands about papers that have a number: issuing them, listing them, proving them.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::{Format, day, kind, unit};

/// Arguments of `issue`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Số do văn thư của cơ quan ban hành cấp. Bản ghi chỉ thêm số và ngày, mọi chữ
khác giữ nguyên. Văn bản đã cấp số thì `hoso build` không ghi đè, và bản ghi đổi
khác đi là lỗi. Lần chạy bị ngắt giữa chừng được lần sau làm cho xong, hoặc bỏ
đi nếu chưa ghi số.

Ví dụ:
  hoso issue --unit long-thuy --kind to_trinh --so 15 --ngay 18/5/2021
  hoso cap-so --kind thong_bao_ket_qua --so 7 --ngay 20/4/2022")]
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
    #[arg(long, value_name = "MÃ", value_parser = unit)]
    pub nominee: Option<String>,

    /// Số của văn bản (ví dụ 15 hoặc 12a)
    #[arg(long, value_name = "SỐ", value_parser = number, required = true)]
    pub so: String,

    /// Ngày ban hành: 2021-05-25 hoặc 25/5/2021
    #[arg(long, value_name = "NGÀY", value_parser = day, required = true)]
    pub ngay: NaiveDate,

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
