//! Generated campaigns of any size: the shipped campaign's own record over made-up units, each with a collective and an
//! individual, their reports as long as asked. The same figures give the same bytes.

#![allow(clippy::unwrap_used, dead_code, reason = "a measurement, not the product; each program uses a part")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const CAMPAIGN: &str = include_str!("../../records/phuoc-long-2021/phong-trao.yaml");
const UNIT: &str = include_str!("don-vi.yaml");

/// Words of reports; three in a row, drawn at random, are hardly ever the same in two reports.
const WORDS: &str = "cải cách hành chính thủ tục hồ sơ giải quyết đúng hạn trực tuyến công dân phục vụ kết quả nhiệm vụ \
    kế hoạch báo cáo tỷ lệ hướng dẫn tuyên truyền kiểm tra chất lượng phối hợp đơn vị địa bàn quy trình thời gian \
    giảm tăng năm quý tháng tuần sáng kiến phần mềm niêm yết công khai bộ phận tiếp nhận trả lời phản ánh kiến nghị";

/// Writes `campaigns` folders `chien-dich-001…` of `units` units below `root`, each unit's file about `bytes` long.
pub fn write(root: &Path, campaigns: usize, units: usize, bytes: usize) {
    for number in 1..=campaigns {
        campaign(&root.join(format!("chien-dich-{number:03}")), number, units, bytes);
    }
}

/// Code of a unit.
pub fn code(unit: usize) -> String {
    format!("don-vi-{unit:05}")
}

fn campaign(folder: &Path, number: usize, units: usize, bytes: usize) {
    fs::create_dir_all(folder.join("don-vi")).unwrap();
    let listed = (1..=units).fold(String::from("don_vi:\n"), |mut text, unit| {
        let _ = writeln!(text, "  - {}", code(unit));
        text
    });
    let text = without(&CAMPAIGN.replace("    so_luong: 2\n", ""), "\nchuc_danh:\n", "\ntien_thuong:\n");
    let text = replace(&text, "\ndon_vi:\n", "\nhan_nop:", &format!("\n{listed}"));
    fs::write(folder.join("phong-trao.yaml"), text).unwrap();

    let mut graded = String::from(
        "phien_ban: 1\ncan_cu: {so: 862, ky_hieu: QĐ-UBND, ngay: 2021-05-05, co_quan: Ủy ban nhân dân thị xã Phước Long}\ndon_vi:\n",
    );
    for unit in 1..=units {
        let _ = writeln!(graded, "  {}: {{cchc: {{diem: {}.5, xep_loai: tot}}}}", code(unit), 80 + unit % 10);
        fs::write(folder.join(format!("don-vi/{}.yaml", code(unit))), file(number, unit, bytes)).unwrap();
    }
    fs::write(folder.join("ket-qua.yaml"), graded).unwrap();
}

/// A unit's record.
pub fn file(campaign: usize, unit: usize, bytes: usize) -> String {
    let mut chance = Chance((campaign as u64) << 32 | unit as u64);
    let room = bytes.saturating_sub(UNIT.len()) / 4;
    let born = format!("{}-{:02}-{:02}", 1965 + unit % 35, 1 + unit / 35 % 12, 1 + unit / 420 % 28);
    let facts = [
        ("{so}", unit.to_string()),
        ("{den}", (unit + 1000).to_string()),
        ("{ho_ten}", name(unit)),
        ("{ngay_sinh}", born),
    ];
    let mut text = facts.iter().fold(UNIT.to_owned(), |text, (key, fact)| text.replace(key, fact));
    while let Some(at) = text.find("{doan}") {
        text.replace_range(at..at + "{doan}".len(), &chance.paragraph(room));
    }
    text
}

/// A placeholder name: the next unit's is another.
fn name(unit: usize) -> String {
    let pick = |words: &'static str, at: usize| {
        let words: Vec<&str> = words.split(' ').collect();
        words.get(at % words.len()).copied().unwrap_or_default()
    };
    let family = pick("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ", unit);
    let middle = pick("Văn Hữu Đức Xuân Minh Quang Thành", unit / 13);
    format!("{family} {middle} {}", pick("A B C D E G H I K L M N O P Q R S T U V X Y", unit / 91))
}

fn without(text: &str, from: &str, to: &str) -> String {
    replace(text, from, to, "")
}

/// `text` with what stands from `from` up to `to` replaced.
fn replace(text: &str, from: &str, to: &str, with: &str) -> String {
    let (head, rest) = text.split_once(from).unwrap();
    let (_, tail) = rest.split_once(to).unwrap();
    format!("{head}{with}{to}{tail}")
}

/// A linear congruential generator (Knuth's MMIX figures): the same on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    /// Sentences of ten to twenty words, about `bytes` long in all.
    fn paragraph(&mut self, bytes: usize) -> String {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        let mut text = String::new();
        while text.len() < bytes.max(40) {
            text.push_str(if text.is_empty() { "Đơn vị" } else { " Đơn vị" });
            for _ in 0..10 + self.below(10) {
                text.push(' ');
                text.push_str(words.get(self.below(words.len())).copied().unwrap_or("và"));
            }
            let _ = write!(text, " đạt {} hồ sơ.", 100 + self.below(9000));
        }
        text
    }
}
