//! Papers about a meeting, and about the decision that follows it: one says what the other says.

use serde_json::{Value, json};

use crate::data;
use crate::support::*;

/// Names in a block's groups, in their order.
fn names(groups: &Value) -> Vec<&str> {
    let groups = groups.as_array().unwrap().iter();
    groups.flat_map(|group| group["cac"].as_array().unwrap()).map(|row| row["ten"].as_str().unwrap()).collect()
}

fn kinds(checked: &Checked) -> Vec<&str> {
    checked.documents.iter().filter(|d| d.unit.is_none()).map(|d| d.kind.as_str()).collect()
}

/// The campaign with its first meeting still to come.
fn planned() -> Records {
    let records = Records::reviewed().without(REVIEW, "quyet_dinh").without(REVIEW, "hop[1]");
    records.without(REVIEW, "hop[0].tham_du").without(REVIEW, "hop[0].ket_qua")
}

#[test]
fn the_ballot_is_there_before_the_vote_and_tells_nothing_of_it() {
    let before = planned().check();
    assert_eq!(before.text(), "");
    assert_eq!(kinds(&before), ["bang_tong_hop", "danh_sach_trich_ngang", "so_tiep_nhan", "phieu_bau"]);
    let ballot = data(&before, "phieu_bau.pdf")["phieu"].clone();
    let roll = data(&before, "danh_sach_trich_ngang.pdf")["trich_ngang"]["hinh_thuc"].clone();
    let on_roll: usize = roll.as_array().unwrap().iter().map(|award| names(&award["nhom"]).len()).sum();
    assert_eq!(names(&ballot["nhom"]).len(), on_roll);
    // The order of the results is that of rank; the ballot keeps the campaign's.
    let judged = Records::reviewed();
    let text = judged.read(REVIEW);
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("de_nghi: tap-the")).take(2).collect();
    let swapped = text.replacen(&format!("{}\n{}", lines[0], lines[1]), &format!("{}\n{}", lines[1], lines[0]), 1);
    assert_ne!(text, swapped);
    let after = judged.write(REVIEW, swapped).check();
    assert_eq!(data(&after, "phieu_bau.pdf")["phieu"]["nhom"], ballot["nhom"]);
    assert_eq!(names(&data(&after, "bien_ban_kiem_phieu.pdf")["kiem_phieu"]["nhom"]), names(&ballot["nhom"]),);
    // Whom an earlier meeting judged is not voted on again, unless the record says so.
    let next = Records::reviewed()
        .without(REVIEW, "quyet_dinh[2]")
        .without(REVIEW, "hop[1].tham_du")
        .without(REVIEW, "hop[1].ket_qua")
        .set(REVIEW, "hop[1].cach", "phieu_kin");
    assert!(!kinds(&next.check()).contains(&"phieu_bau-dot-2"));
}

#[test]
fn a_meeting_is_recorded_whole() {
    let said = |key: &str| {
        Records::reviewed().without(REVIEW, "quyet_dinh").without(REVIEW, &format!("hop[1].{key}")).check().text()
    };
    insta::assert_snapshot!(said("ket_qua"), @"
    phong-trao.yaml:77:16: cảnh báo[so-luong/chua-du]: mới có 01/02 tập thể thuộc nhóm Trường học và Trạm Y tế được chọn tặng Giấy khen
    xet-duyet.yaml:17:5: lỗi[yaml/thieu-truong]: cuộc họp xét ghi `tham_du` nhưng thiếu khóa `ket_qua` (kết quả xét từng tập thể, cá nhân) ⟨chặn van_ban⟩
    ");
    insta::assert_snapshot!(said("tham_du"), @"xet-duyet.yaml:17:5: lỗi[yaml/thieu-truong]: cuộc họp xét ghi `ket_qua` nhưng thiếu khóa `tham_du` (thành phần họp) ⟨chặn van_ban⟩");
}

#[test]
fn a_share_has_one_base_in_all_papers() {
    let checked = Records::reviewed().set(CAMPAIGN, "bieu_quyet", "{co_so: trieu_tap}").check();
    let minutes = data(&checked, "bien_ban_hop.pdf")["xet"].clone();
    let tally = data(&checked, "bien_ban_kiem_phieu.pdf")["kiem_phieu"].clone();
    let share = |groups: &Value| groups[0]["cac"][0]["ty_le"].clone();
    assert_eq!(share(&minutes["hinh_thuc"][0]["nhom"]), "80%");
    assert_eq!(share(&tally["nhom"]), "80%");
    for paper in [&minutes, &tally] {
        assert_eq!(
            (paper["co_so"].as_str(), paper["so_co_so"].as_str()),
            (Some("số người được triệu tập"), Some("10"))
        );
    }
    // Nobody who stayed out goes missing: 8 for, 1 out, 9 ballots.
    assert_eq!((tally["so_thu_ve"].as_str(), tally["co_khong_tham_gia"].as_bool()), (Some("9"), Some(true)));
    assert_eq!(tally["nhom"][0]["cac"][0]["khong_tham_gia"], "1");
}

/// Whoever was not chosen has all ballots in the minutes as well: 5 for, 3 against, 1 took no part.
#[test]
fn all_ballots_are_told_of_all() {
    let checked = Records::reviewed().check();
    let filled = PROGRAM.engine.fill(&job(checked.document("bien_ban_hop.pdf"))).unwrap();
    let tables = 3;
    for column in ["[Không hợp lệ]", "[Không tham gia]"] {
        assert_eq!(filled.matches(column).count(), tables, "{column}\n{filled}");
    }
}

#[test]
fn the_body_that_uses_a_seal_signs_with_the_post_there() {
    let signs = |records: Records| data(&records.check(), "bien_ban_hop.pdf")["xet"]["chu_toa"].clone();
    let (head, post) = (json!(["Chủ tọa", "Trưởng ban"]), "Chủ tịch Ủy ban nhân dân xã");
    let both = json!({"dong": head, "chuc_vu_khac": post});
    // Of the roster; of the meeting's own record as well, where the office stands beside the post.
    assert_eq!(signs(Records::reviewed()), both);
    let stated = |post: &str| Records::reviewed().set(REVIEW, "hop[0].tham_du.chuc_vu_chu_tri", post);
    assert_eq!(signs(stated("\"Chủ tịch Ủy ban nhân dân xã, Trưởng Ban Chỉ đạo\"")), both);
    let alone = stated("\"Chủ tịch Ủy ban nhân dân xã, Trưởng Ban Chỉ đạo\"").without(CAMPAIGN, "ban_chi_dao");
    assert_eq!(signs(alone), json!({"dong": ["Chủ tọa", "Trưởng Ban Chỉ đạo"], "chuc_vu_khac": post}));
    // A deputy who leads the meeting, and a council.
    let deputy = Records::reviewed().set(REVIEW, "hop[0].tham_du.chu_tri", "Trịnh Văn Mẫu");
    assert_eq!(signs(deputy)["dong"], json!(["Chủ tọa", "Phó Trưởng ban"]));
    let council = Records::reviewed().set(CAMPAIGN, "co_quan.bcd.ten", "Hội đồng Thi đua - Khen thưởng xã");
    assert_eq!(signs(council)["dong"], json!(["Chủ tọa", "Chủ tịch Hội đồng"]));
    // Without another's seal the model's own line is enough.
    let own = Records::reviewed().without(CAMPAIGN, "co_quan.bcd.dung_dau_cua");
    assert_eq!(signs(own), json!({"dong": ["Chủ tọa"], "chuc_vu_khac": ""}));
}

#[test]
fn a_draft_shows_the_year_of_what_it_is_about() {
    let year = |checked: &Checked, path: &str| data(checked, path)["van_ban"]["ngay"]["nam"].clone();
    let draft = Records::phuoc_long()
        .without(REVIEW, "quyet_dinh[0].so")
        .without(REVIEW, "quyet_dinh[0].ngay")
        .without(REVIEW, "van_ban")
        .check();
    for path in ["qd_khen_thuong.pdf", "danh_sach_ky_nhan.pdf", "to_trinh_khen_thuong.pdf", "danh_sach_trich_ngang.pdf"]
    {
        assert_eq!(year(&draft, path), "2022", "{path}");
    }
    let cited = data(&draft, "giay_khen/thac-mo-tap-the.pdf")["nguoi"]["quyet_dinh"]["ngay"].clone();
    assert_eq!(cited, json!({"ngay": "", "thang": "", "nam": "2022"}));
}

/// A notice of the decision's day or later says granted; one before it, or without a decision, says proposed.
#[test]
fn a_notice_says_what_had_been_decided_by_its_day() {
    let said = |day: &str| {
        let head = format!(
            "van_ban: {{thong_bao_ket_qua: {{so: 3, ngay: {day}}}, to_trinh_khen_thuong: {{so: 4, ngay: 2026-07-21}}}}\n"
        );
        let checked = Records::reviewed().append(REVIEW, &head).check();
        let award = data(&checked, "thong_bao_ket_qua.pdf")["xet"]["hinh_thuc"][0].clone();
        (award["quyet_dinh"].clone(), award["to_trinh"].clone())
    };
    assert_eq!(
        said("2026-07-22"),
        (
            json!("Quyết định số 101/QĐ-UBND ngày 22 tháng 7 năm 2026"),
            json!("Tờ trình số 04/TTr-VHXH ngày 21 tháng 7 năm 2026")
        )
    );
    assert_eq!(said("2026-07-21").0, Value::Null);
    assert_eq!(said("2026-07-20"), (Value::Null, Value::Null));
}

#[test]
fn a_decision_cites_the_proposal_that_is_recorded() {
    let proposed = |by: Option<&str>, head: &str| {
        let records = Records::reviewed().append(REVIEW, &format!("van_ban: {{to_trinh_khen_thuong: {head}}}\n"));
        let records = match by {
            Some(by) => records.set(REVIEW, "quyet_dinh[0].de_nghi_cua", by),
            None => records,
        };
        data(&records.check(), "qd_khen_thuong.pdf")["khen_thuong"]["theo_de_nghi"].as_str().unwrap().to_owned()
    };
    let sent = "{so: 4, ngay: 2026-07-21}";
    assert_eq!(
        proposed(None, sent),
        "Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 04/TTr-VHXH ngày 21 tháng 7 năm 2026"
    );
    assert_eq!(proposed(None, "{}"), "Trưởng phòng Văn hóa - Xã hội");
    let own = "Trưởng phòng Nội vụ tại Tờ trình số 9/TTr-NV ngày 20 tháng 7 năm 2026";
    assert_eq!(proposed(Some(own), sent), own);
    // Where the office is the deciding body itself, nobody proposes and nothing is put before it.
    let alone = Records::reviewed().set(CAMPAIGN, "thuong_truc", "ubnd").check();
    assert_eq!(data(&alone, "qd_khen_thuong.pdf")["khen_thuong"]["theo_de_nghi"], "");
    assert!(!kinds(&alone).contains(&"to_trinh_khen_thuong"));
}

#[test]
fn a_decision_that_replaces_another_says_so() {
    let replaced = |cited: &str| {
        let checked = Records::reviewed().set(REVIEW, "quyet_dinh[0].thay_the", cited).check();
        data(&checked, "qd_khen_thuong.pdf")["khen_thuong"]["thay_the"].clone()
    };
    assert_eq!(
        replaced("{so: 99, ngay: 2026-07-21}"),
        "Quyết định số 99/QĐ-UBND ngày 21 tháng 7 năm 2026 của Chủ tịch Ủy ban nhân dân xã Đồng Mẫu"
    );
}

#[test]
fn an_award_without_money_prints_none() {
    let decision = data(&Records::reviewed().check(), "qd_khen_thuong-thu-khen-dot-1.pdf");
    assert_eq!(decision["khen_thuong"]["co_tien"], json!(false));
    // What nobody configured is not taken for nothing: a blank asks for it.
    let unknown = Records::reviewed().without(CAMPAIGN, "tien_thuong.he_so.thu_khen").check();
    assert_eq!(data(&unknown, "qd_khen_thuong-thu-khen-dot-1.pdf")["khen_thuong"]["co_tien"], json!(true));
}

/// A kind of paper that is made for some awards only.
#[test]
fn a_certificate_is_made_for_the_awards_it_serves() {
    let certificates = |records: Records| {
        let checked = records.check();
        checked.documents.iter().filter(|d| d.kind == "giay_khen").count()
    };
    assert_eq!(certificates(Records::reviewed()), 3);
    assert_eq!(certificates(Records::reviewed().set(CAMPAIGN, "loai_van_ban.giay_khen", "{hinh_thuc: [thu_khen]}")), 1);
}

#[test]
fn what_waits_for_its_number_says_so() {
    let checked = Records::with_every_paper().set(CAMPAIGN, "so_luong", "{bang_khen: chua_phan_bo}").check();
    assert_eq!(data(&checked, "to_trinh_bang_khen-dot-2.pdf")["trinh"]["hinh_thuc"][0]["cho_phan_bo"], json!(true));
    assert_eq!(data(&checked, "bien_ban_hop-dot-2.pdf")["xet"]["hinh_thuc"][0]["cho_phan_bo"], json!(true));
}

/// Papers of a decision are drafted before anybody knows who will sign it.
#[test]
fn a_decision_that_nobody_has_signed_yet() {
    let unsigned = ["so", "ngay", "nguoi_ky"]
        .iter()
        .fold(Records::reviewed(), |records, key| records.without(REVIEW, &format!("quyet_dinh[0].{key}")));
    let checked = unsigned.check();
    for path in ["qd_khen_thuong.pdf", "giay_khen/truong-hoa-mai-tap-the.pdf", "giay_khen_in_thu.pdf"] {
        assert_eq!(data(&checked, path)["van_ban"]["nguoi_ky"]["dong"], json!([]), "{path}");
    }
}

/// A certificate is kept for years and shortens nothing; lists are to be narrow.
#[test]
fn a_certificate_shortens_no_name() {
    let checked = Records::phuoc_long().check();
    let place = data(&checked, "giay_khen/phuoc-binh-truong-thi-t.pdf")["nguoi"]["chuc_vu_don_vi"].clone();
    assert_eq!(place, "Công chức Văn hóa - Xã hội, Ủy ban nhân dân phường Phước Bình");
    let list = data(&checked, "qd_khen_thuong.pdf")["khen_thuong"]["nhom"][1]["cac"][0].clone();
    assert_eq!(list["chuc_vu_don_vi"], "Công chức Văn hóa - Xã hội, UBND phường Phước Bình");
}

/// Two households of one name are told apart by where they live.
#[test]
fn a_household_is_printed_with_its_address() {
    let place = |more: &str| {
        let records = Records::copy("tests/cases/xa-hai-cap-2026");
        let unit = records.read("don-vi/thon-ha.yaml").replacen(
            "ten: Hộ ông Mai Văn K\n",
            &format!("ten: Hộ ông Mai Văn K\n{more}"),
            1,
        );
        let checked = records.write("don-vi/thon-ha.yaml", unit).check();
        data(&checked, "giay_khen/thon-ha-ho-mai-van-k.pdf")["nguoi"]["chuc_vu_don_vi"].clone()
    };
    assert_eq!(place(""), "Thôn Hạ");
    assert_eq!(place("    tru_quan: Tổ 2, Thôn Hạ\n"), "Tổ 2, Thôn Hạ");
}

/// The article that charges them is the last; what a record states is printed as it stands there.
#[test]
fn recipients_are_told_the_article_that_charges_them() {
    let text = |path: &str, recipients: &str| {
        let checked = Records::reviewed()
            .set(REVIEW, "quyet_dinh[0].noi_nhan", recipients)
            .set(REVIEW, "quyet_dinh[1].noi_nhan", "[\"Lưu: VT\"]")
            .check();
        let pdf = PROGRAM.engine.render(&job(checked.document(path))).unwrap();
        let text = pdf_extract::extract_text_from_mem(&pdf.bytes).unwrap();
        text.split_whitespace().collect::<String>()
    };
    let stated = "[Như Điều 5, Thôn Tây, \"Lưu: VT\"]";
    assert!(text("qd_khen_thuong.pdf", stated).contains("-NhưĐiều5;-ThônTây;-Lưu:VT."));
    assert!(text("qd_khen_thuong-thu-khen-dot-1.pdf", stated).contains("-NhưĐiều2;-Lưu:VT."));
}

/// A certificate says what the decision's first article says; of a merit that is no campaign's, the nominee's own.
#[test]
fn a_certificate_names_the_campaign() {
    let achieved = |form: &str| {
        let checked = Records::reviewed().set(CAMPAIGN, "loai_khen_thuong", form).check();
        data(&checked, "giay_khen/truong-hoa-mai-tap-the.pdf")["nguoi"]["da_co_thanh_tich"].clone()
    };
    let named = "Đã có thành tích xuất sắc trong phong trào thi đua “Chung sức xây dựng nông thôn mới kiểu mẫu” xã Đồng Mẫu năm 2026";
    assert_eq!(achieved("chuyen_de"), named);
    assert_eq!(achieved("dot_xuat"), "Đã có vườn rau sạch 600 m² do học sinh tự chăm sóc, nhà bếp dùng quanh năm");
}
