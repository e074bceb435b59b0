//! The families `van-ban/` and `phong-trao/`, of what stands at the head and foot of a paper: what a record leaves out is
//! said at its line, and the proof of form has then nothing to add.

use insta::assert_snapshot;

use crate::support::*;

/// What the check says of the small campaign with one thing changed, then what is measured on the pages of one paper.
fn told(path: &str, change: impl FnOnce(Records) -> Records) -> String {
    let checked = change(Records::small()).check();
    let layout = PROGRAM.engine.render(&job(checked.document(path))).unwrap().findings;
    let seen = layout.iter().map(|finding| format!("[{}] {}", finding.rule.code, finding.message));
    [checked.text()].into_iter().chain(seen).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

const LETTER: &str = "truong-hoa-mai/cong_van.pdf";

/// A letter, as a campaign declares it and the school writes it.
fn letter(r: Records, declared: &str, paper: &str) -> Records {
    let declared = format!("{{ten: Công văn, mau: van_ban_don_gian, lay: [noi_dung], {declared}}}");
    let signer = "nguoi_ky: {chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}";
    let paper = format!("{{{paper}{signer}, kinh_gui: [Ủy ban nhân dân xã Đồng Mẫu], noi_dung: Kính gửi hồ sơ.}}");
    r.set(CAMPAIGN, "loai_van_ban.cong_van", &declared).set(SCHOOL, "ho_so.cong_van", &paper)
}

#[test]
fn a_letter_has_no_title_in_its_symbol_and_prints_its_subject_once() {
    let head = "so: 5, ngay: 2026-07-01, trich_yeu: nộp hồ sơ, ";
    assert_eq!(told(LETTER, |r| letter(r, "co_so: true", head)), "");
    let checked = letter(Records::small(), "co_so: true", head).check();
    let paper = &checked.document(LETTER).data["van_ban"];
    assert_eq!((&paper["ky_hieu"], &paper["so"], &paper["cong_van"]), (&"THHM".into(), &"05".into(), &true.into()));
    // Without its number it is a draft like any other.
    assert_snapshot!(told(LETTER, |r| letter(r, "co_so: true", "ngay: 2026-07-01, trich_yeu: nộp hồ sơ, ")), @"don-vi/truong-hoa-mai.yaml:34:3: cảnh báo[van-ban/thieu-so]: Công văn của Trường Tiểu học Hoa Mai đã nộp nhưng chưa ghi số ⟨truong-hoa-mai · cong_van⟩");
}

#[test]
fn a_letter_declared_otherwise() {
    let head = "so: 5, ngay: 2026-07-01, trich_yeu: nộp hồ sơ, ";
    assert_snapshot!(told(LETTER, |r| letter(r, "co_so: true, viet_tat: CV", head)), @"phong-trao.yaml:85:92: lỗi[phong-trao/loai-van-ban]: ký hiệu công văn không có chữ viết tắt tên loại, nhưng `cong_van` khai `viet_tat: CV` ⟨chặn cap_so⟩");
    assert_snapshot!(told(LETTER, |r| letter(r, "co_so: false", "ngay: 2026-07-01, trich_yeu: nộp hồ sơ, ")), @"phong-trao.yaml:85:76: lỗi[phong-trao/loai-van-ban]: công văn phải có số, nhưng `cong_van` chưa ghi `co_so: true` ⟨chặn cap_so⟩");
}

#[test]
fn a_letter_without_a_subject() {
    let bare = |r| letter(r, "co_so: true", "so: 5, ngay: 2026-07-01, ");
    assert_snapshot!(told(LETTER, bare), @"don-vi/truong-hoa-mai.yaml:34:3: lỗi[van-ban/thieu-trich-yeu]: Công văn của Trường Tiểu học Hoa Mai chưa có trích yếu ⟨chặn cap_so · truong-hoa-mai · cong_van⟩");
    assert_eq!(told(LETTER, |r| letter(r, "co_so: true, trich_yeu: Nộp hồ sơ", "so: 5, ngay: 2026-07-01, ")), "");
}

#[test]
fn a_numbered_kind_without_an_abbreviation() {
    let numbered = |r: Records| {
        r.without(CAMPAIGN, "loai_van_ban.ban_cam_ket.viet_tat").set(CAMPAIGN, "loai_van_ban.ban_cam_ket.co_so", "true")
    };
    let numbered = |r| numbered(r).set(SCHOOL, "ho_so.ban_cam_ket.so", "5");
    assert_snapshot!(told("truong-hoa-mai/ban_cam_ket.pdf", numbered), @"phong-trao.yaml:87:12: lỗi[phong-trao/loai-van-ban]: loại văn bản `ban_cam_ket` có số nhưng chưa khai chữ viết tắt tên loại (`viet_tat`) ⟨chặn cap_so⟩");
    assert_snapshot!(numbered(Records::small()).check().helps(), @"ghi `viet_tat` theo Phụ lục III Nghị định số 30/2020/NĐ-CP; văn bản không lấy số thì ghi `co_so: false` (khoản 3 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP)");
}

#[test]
fn a_paper_without_its_signer_is_told_once() {
    const PLEDGE: &str = "truong-hoa-mai/ban_cam_ket.pdf";
    let unsigned = |r: Records| r.without(SCHOOL, "ho_so.ban_cam_ket.nguoi_ky");
    assert_snapshot!(told(PLEDGE, unsigned), @"don-vi/truong-hoa-mai.yaml:78:3: lỗi[van-ban/thieu-nguoi-ky]: Bản cam kết của Trường Tiểu học Hoa Mai chưa ghi người ký ⟨chặn cap_so · truong-hoa-mai · ban_cam_ket⟩");
    let not_handed_in = |r| unsigned(r).without(SCHOOL, "tiep_nhan");
    assert_snapshot!(told(PLEDGE, not_handed_in), @"don-vi/truong-hoa-mai.yaml:76:3: lỗi[van-ban/thieu-nguoi-ky]: Bản cam kết của Trường Tiểu học Hoa Mai chưa ghi người ký ⟨chặn cap_so · truong-hoa-mai · ban_cam_ket⟩");
    // A draft has time.
    assert_eq!(told(PLEDGE, |r| not_handed_in(r).without(SCHOOL, "ho_so.ban_cam_ket.ngay")), "");
    // The office signs its own papers.
    let office = |r| not_handed_in(r).set(CAMPAIGN, "loai_van_ban.ban_cam_ket.ban_hanh", "thuong_truc");
    assert_eq!(told(PLEDGE, office), "");
    let nobody = |r| office(r).without(CAMPAIGN, "co_quan.van-hoa-xa-hoi.nguoi_ky");
    assert_snapshot!(told(PLEDGE, nobody), @"
    don-vi/truong-hoa-mai.yaml:76:3: lỗi[van-ban/thieu-nguoi-ky]: Bản cam kết của Trường Tiểu học Hoa Mai chưa ghi người ký ⟨chặn cap_so · truong-hoa-mai · ban_cam_ket⟩
    phong-trao.yaml:23:10: cảnh báo[phong-trao/chua-neu]: cơ quan thường trực `van-hoa-xa-hoi` chưa nêu người ký (`nguoi_ky`)
    ");
}

#[test]
fn recipients_end_with_where_the_paper_is_filed() {
    const PROPOSAL: &str = "truong-hoa-mai/to_trinh.pdf";
    let sent = |list: &'static str| move |r: Records| r.set(SCHOOL, "ho_so.to_trinh.noi_nhan", list);
    assert_snapshot!(told(PROPOSAL, sent("[Như trên, \"Phòng Văn hóa - Xã hội\"]")), @"don-vi/truong-hoa-mai.yaml:38:26: lỗi[van-ban/noi-nhan]: mục cuối của nơi nhận là “Phòng Văn hóa - Xã hội”, không phải nơi lưu ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(told(PROPOSAL, sent("[Như trên, Lưu VT]")), @"don-vi/truong-hoa-mai.yaml:38:26: lỗi[van-ban/noi-nhan]: mục cuối của nơi nhận là “Lưu VT”, không phải nơi lưu ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(sent("[Như trên, Lưu VT]")(Records::small()).check().helps(), @r#"ghi là `"Lưu: VT"` (khoản 9 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP)"#);
    assert_eq!(told(PROPOSAL, sent("[Như trên, \"Lưu: VT, TH\"]")), "");
    assert_eq!(told(PROPOSAL, sent("[]")), "");
    let extract = "truong-hoa-mai/trich_bien_ban.pdf";
    let minutes = |r: Records| r.set(SCHOOL, "ho_so.trich_bien_ban.bien_ban.noi_nhan", "[Hiệu trưởng]");
    let certified = |r| minutes(r).set(SCHOOL, "ho_so.trich_bien_ban.kieu", "trich_sao");
    assert_snapshot!(told(extract, certified), @"don-vi/truong-hoa-mai.yaml:43:27: lỗi[van-ban/noi-nhan]: mục cuối của nơi nhận là “Hiệu trưởng”, không phải nơi lưu ⟨chặn cap_so · truong-hoa-mai · trich_bien_ban⟩");
}

#[test]
fn a_kind_of_the_campaigns_own_has_a_name_and_a_code_that_can_be_a_files() {
    const PLEDGE: &str = "truong-hoa-mai/ban_cam_ket.pdf";
    assert_snapshot!(told(PLEDGE, |r| r.without(CAMPAIGN, "loai_van_ban.ban_cam_ket.ten")), @"phong-trao.yaml:85:3: lỗi[phong-trao/loai-khong-ten]: loại văn bản `ban_cam_ket` chưa có tên ⟨chặn cap_so⟩");
    // One that is built in has its name.
    let patched = |r: Records| r.set(CAMPAIGN, "loai_van_ban.to_trinh", "{trich_yeu: Về việc khen thưởng}");
    assert_eq!(told("truong-hoa-mai/to_trinh.pdf", patched), "");
    for code in ["\"a/b\"", "\"x y\"", "_x", "BAN", "bản", "con", "a-b"] {
        let records = Records::small().set(CAMPAIGN, &format!("loai_van_ban.{code}"), "{ten: Bản khác}");
        let checked = records.check();
        assert_eq!(checked.findings.len(), 1, "{code}:\n{}", checked.text());
        assert_eq!(checked.finding("yaml/ma-sai").place.as_ref().unwrap().line, 85, "{code}");
    }
}

/// What is numbered or has an abbreviated title is an official paper, measured as one.
#[test]
fn no_official_paper_passes_for_a_slip() {
    let form =
        |code: &str, patch: &str| Records::small().set(CAMPAIGN, &format!("loai_van_ban.{code}"), patch).check().text();
    assert_snapshot!(form("to_trinh", "{the_thuc: noi_bo}"), @"phong-trao.yaml:85:3: lỗi[phong-trao/the-thuc-loai]: loại văn bản `to_trinh` có số, ký hiệu, nhưng khai thể thức `noi_bo` ⟨chặn cap_so⟩");
    assert_snapshot!(form("to_trinh", "{the_thuc: phoi_in, co_so: false}"), @"phong-trao.yaml:85:3: lỗi[phong-trao/the-thuc-loai]: loại văn bản `to_trinh` có chữ viết tắt tên loại TTr, nhưng khai thể thức `phoi_in` ⟨chặn cap_so⟩");
    assert_snapshot!(form("cong_van_bo_sung", "{the_thuc: noi_bo, co_so: false}"), @"phong-trao.yaml:85:3: lỗi[phong-trao/the-thuc-loai]: loại văn bản `cong_van_bo_sung` là công văn, nhưng khai thể thức `noi_bo` ⟨chặn cap_so⟩");
    assert_snapshot!(form("phieu_muon", "{ten: Phiếu mượn, the_thuc: noi_bo, co_so: true}"), @"phong-trao.yaml:85:3: lỗi[phong-trao/the-thuc-loai]: loại văn bản `phieu_muon` có số, ký hiệu, nhưng khai thể thức `noi_bo` ⟨chặn cap_so⟩");
    // Slips are not numbered; what is received was measured by nobody.
    assert_eq!(form("phieu_muon", "{ten: Phiếu mượn, the_thuc: noi_bo}"), "");
    assert_eq!(form("bang_khen", "{ten: Bằng khen, the_thuc: phoi_in, co_so: true, nguon: nhan}"), "");
    assert_eq!(form("to_trinh", "{the_thuc: chuyen_nganh}"), "");
}

#[test]
fn all_letters_of_a_body_run_in_one_series() {
    let head = "so: 5, ngay: 2026-07-01, trich_yeu: nộp hồ sơ, ";
    let two = |r: Records| {
        let r = letter(r, "co_so: true", head);
        let declared = "{ten: Công văn, mau: van_ban_don_gian, lay: [noi_dung], co_so: true}";
        let paper = "{so: 5, ngay: 2026-07-02, trich_yeu: trả lời, nguoi_ky: {chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}, noi_dung: Trả lời.}";
        r.set(CAMPAIGN, "loai_van_ban.cong_van_tra_loi", declared).set(SCHOOL, "ho_so.cong_van_tra_loi", paper)
    };
    assert_snapshot!(two(Records::small()).check().text(), @"don-vi/truong-hoa-mai.yaml:35:18: lỗi[van-ban/trung-so]: số 05 năm 2026 của Trường Tiểu học Hoa Mai đã dùng cho công văn ⟨chặn van_ban · truong-hoa-mai · cong_van⟩");
}

/// Sao y, trích sao, sao lục (SY, TrS, SL) run in one series, whatever kinds they are.
#[test]
fn all_certified_copies_of_a_body_run_in_one_series() {
    let copy = |abbreviation: &str| {
        let kind =
            format!("{{ten: Bản sao, viet_tat: {abbreviation}, mau: van_ban_don_gian, lay: [noi_dung], co_so: true}}");
        let paper = "{so: 1, ngay: 2026-07-14, trich_yeu: Bản sao, nguoi_ky: {quyen_han: [KT.], ky_thay: Trưởng trạm, chuc_vu: Phó Trưởng trạm, ho_ten: Kiều Thị Lan}, noi_dung: Sao.}";
        let records = Records::small().set(CAMPAIGN, "loai_van_ban.ban_sao_khac", &kind);
        let checked = records.set(STATION, "ho_so.ban_sao_khac", paper).check();
        checked.all("van-ban/trung-so").into_iter().map(line).collect::<Vec<_>>().join("\n")
    };
    for abbreviation in ["SY", "TrS", "SL"] {
        assert!(
            copy(abbreviation).contains("số 01 năm 2026 của Trạm Y tế xã Đồng Mẫu đã dùng cho bản sao"),
            "{}",
            copy(abbreviation)
        );
    }
    assert_eq!(copy("GXN"), "");
}

#[test]
fn a_common_paper_with_a_number_that_nobody_signs() {
    let numbered = Records::phuoc_long().without(CAMPAIGN, "co_quan.noi-vu.nguoi_ky").check();
    let said: Vec<String> = numbered.all("van-ban/thieu-nguoi-ky").into_iter().map(line).collect();
    assert_snapshot!(said.join("\n"), @"
    xet-duyet.yaml:249:30: lỗi[van-ban/thieu-nguoi-ky]: tờ trình số 64 chưa ghi người ký ⟨chặn cap_so · to_trinh_khen_thuong⟩
    xet-duyet.yaml:251:9: lỗi[van-ban/thieu-nguoi-ky]: thông báo số 71 chưa ghi người ký ⟨chặn cap_so · thong_bao_ket_qua⟩
    ");
    Records::phuoc_long().check().none("van-ban/thieu-nguoi-ky");
}
