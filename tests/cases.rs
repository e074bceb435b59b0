//! Campaigns of other shapes than the shipped one: nothing but YAML, and for a new kind of paper one template. Built by
//! the real program, read back from the PDFs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;
use serde_json::Value;

struct Built {
    folder: tempfile::TempDir,
    campaign: &'static str,
    answer: Value,
}

/// A case as the program builds it: without an error, and without a finding.
fn built(campaign: &'static str, more: &[&str]) -> Built {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoso"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.args(["build", "--format", "json"]).arg(format!("tests/cases/{campaign}")).args(more);
    let output = command.arg("-o").arg(folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"));
    assert_eq!(answer["findings"].as_array().map(Vec::as_slice), Some(&[][..]), "{campaign}");
    assert_eq!(output.status.code(), Some(0), "{said}");
    Built { folder, campaign, answer }
}

impl Built {
    /// Paths of all papers, sorted.
    fn paths(&self) -> Vec<String> {
        let root = self.folder.path().join(self.campaign);
        let path = |document: &Value| {
            let path = Path::new(document["path"].as_str().unwrap());
            path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/")
        };
        let mut paths: Vec<String> = self.answer["documents"].as_array().unwrap().iter().map(path).collect();
        paths.sort();
        paths
    }

    /// Without white space: the reader guesses blanks from distances.
    fn text(&self, path: &str) -> String {
        let bytes = std::fs::read(self.folder.path().join(self.campaign).join(path)).expect(path);
        dense(&pdf_extract::extract_text_from_mem(&bytes).expect(path))
    }

    #[track_caller]
    fn prints(&self, path: &str, phrases: &[&str]) {
        let text = self.text(path);
        for phrase in phrases {
            assert!(text.contains(&dense(phrase)), "{path} lacks “{phrase}”:\n{text}");
        }
    }
}

fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn a_commune_of_two_tiers_with_two_rounds() {
    let built = built("xa-hai-cap-2026", &[]);
    assert_snapshot!(built.paths().join("\n"));
    built.prints(
        "qd_khen_thuong.pdf",
        &[
            "Số: 118/QĐ-UBND",
            "Căn cứ Nghị định số 152/2025/NĐ-CP",
            "cho 01 tập thể, 01 hộ gia đình và 01 cá nhân",
            // 0,3 + 0,3 + 0,15 times 2.340.000, each as rounded.
            "Tổng số tiền thưởng kèm theo Giấy khen là 1.755.000 đồng (bằng chữ: Một triệu bảy trăm năm mươi lăm nghìn đồng)",
            "Hộ ông Phạm Văn D",
        ],
    );
    // The second round has papers of its own, signed by a deputy.
    built.prints(
        "qd_khen_thuong-giay-khen-dot-2.pdf",
        &[
            "Số: 140/QĐ-UBND",
            "01 tập thể và 01 hộ gia đình",
            "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
            "Hộ ông Mai Văn K Thôn Hạ",
            "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 46/TTr-VHXH ngày 15 tháng 5 năm 2026.",
        ],
    );
    assert!(!built.text("qd_khen_thuong-giay-khen-dot-2.pdf").contains(&dense("Lý Thị I")));
    built.prints("to_trinh_khen_thuong-dot-2.pdf", &["Số: 46/TTr-VHXH", "ngày 15 tháng 5 năm 2026"]);
    built.prints("bien_ban_hop-dot-2.pdf", &["Số: 02/BB-HĐTĐKT", "77,8%", "Không đạt tỷ lệ đồng ý theo quy định"]);
    built.prints("to_trinh_bang_khen.pdf", &["Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Bình Thử", "01 tập thể"]);
    built.prints("danh_sach_trich_ngang.pdf", &["Tập thể, hộ gia đình, cá nhân được đề nghị khen thưởng"]);
    built.prints("bang_tong_hop.pdf", &["04/05 cơ quan, đơn vị", "Giấy khen: hộ gia đình", "Không đề nghị"]);
    // What is asked for of some kinds of unit only is on no other unit's list.
    assert!(built.text("tram-y-te/phieu_kiem_tra_ho_so.pdf").contains(&dense("Bản thuyết minh")));
    assert!(!built.text("thon-ha/phieu_kiem_tra_ho_so.pdf").contains(&dense("Bản thuyết minh")));
    // A letter of praise is no certificate, and no money goes with it.
    built.prints("thu_khen/thon-thuong-do-thi-e.pdf", &["THƯ KHEN", "Kính gửi: Bà Đỗ Thị E", "Như trên"]);
    assert!(!built.text("qd_khen_thuong-thu-khen-dot-1.pdf").contains(&dense("tiền thưởng")));
}

#[test]
fn a_new_kind_of_paper_is_a_template_and_a_few_lines() {
    let built = built("them-mau-2026", &["--templates", "tests/cases/them-mau-2026/mau"]);
    assert_snapshot!(built.paths().join("\n"));
    built.prints(
        "thu_khen/to-dan-pho-so-2-vo-thi-d.pdf",
        &["THƯ KHEN", "Kính gửi: Bà Võ Thị D", "“Góp 300 cuốn sách cho nhà văn hóa”", "số 15/QĐ-UBND ngày 24 tháng 4"],
    );
    built.prints("thu_khen/to-dan-pho-so-1-ho-le-van-c.pdf", &["Kính gửi: Hộ ông Lê Văn C", "CHỦ TỊCH Nguyễn Văn A"]);
    built.prints("qd_khen_thuong.pdf", &["01 hộ gia đình và 01 cá nhân"]);
    assert!(!built.text("qd_khen_thuong.pdf").contains(&dense("tiền thưởng")));
}
