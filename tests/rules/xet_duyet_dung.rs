//! Whether the committee's results may stand, and what is made of those that may not.

use insta::assert_snapshot;

use crate::support::*;

fn after(change: impl FnOnce(Records) -> Records) -> String {
    change(Records::reviewed()).check().text()
}

fn result(meeting: usize, outcome: usize, key: &str) -> String {
    format!("hop[{meeting}].ket_qua[{outcome}].{key}")
}

/// What is not made.
fn blocked(change: impl FnOnce(Records) -> Records) -> String {
    change(Records::reviewed()).check().blocked().join("\n")
}

#[test]
fn results_that_may_not_stand_are_not_carried_out() {
    // A winner whose dossier is not complete: the other round is made.
    assert_snapshot!(blocked(|r| r.without(STATION, "ho_so.to_trinh")), @"
    so_khen_thuong.pdf
    to_trinh_khen_thuong-dot-2.pdf
    thong_bao_ket_qua-dot-2.pdf
    qd_khen_thuong-giay-khen-dot-2.pdf
    danh_sach_ky_nhan-giay-khen-dot-2.pdf
    giay_khen/tram-y-te-tap-the.pdf
    giay_khen_in_thu-giay-khen-dot-2.pdf
    ");
    // A decision that honours nobody costs itself.
    assert_snapshot!(blocked(|r| r.set(REVIEW, "quyet_dinh[2].hinh_thuc", "thu_khen")), @"
    so_khen_thuong.pdf
    qd_khen_thuong-thu-khen-dot-2.pdf
    giay_khen_in_thu-thu-khen-dot-2.pdf
    ");
    // Counts that cannot be: no minutes either.
    assert_snapshot!(blocked(|r| r.set(REVIEW, &result(1, 0, "dong_y"), "19")), @"
    so_khen_thuong.pdf
    bien_ban_hop-dot-2.pdf
    to_trinh_khen_thuong-dot-2.pdf
    thong_bao_ket_qua-dot-2.pdf
    qd_khen_thuong-giay-khen-dot-2.pdf
    danh_sach_ky_nhan-giay-khen-dot-2.pdf
    giay_khen/tram-y-te-tap-the.pdf
    giay_khen_in_thu-giay-khen-dot-2.pdf
    ");
    // A warning costs nothing.
    assert_eq!(
        blocked(|r| r.set(CAMPAIGN, "muc_do", "{khop/chua-du-dieu-kien: canh_bao}").without(STATION, "tiep_nhan")),
        ""
    );
}

#[test]
fn several_who_should_not_have_been_chosen_are_one_finding() {
    let bare = |r: Records| r.without(SCHOOL, "tiep_nhan");
    assert_snapshot!(after(bare), @"xet-duyet.yaml:14:108: lỗi[khop/chua-du-dieu-kien]: 02 trường hợp được chọn nhưng chưa đủ điều kiện: Trường Tiểu học Hoa Mai: chưa nộp hồ sơ; bà Bùi Thị Sen (Trường Tiểu học Hoa Mai): chưa nộp hồ sơ ⟨chặn danh_sach⟩");
}

#[test]
fn what_is_of_record_is_known_when_the_committee_judges() {
    assert_snapshot!(after(|r| r.without(STATION, "ky_luat")), @"
    don-vi/tram-y-te.yaml:11:5: lỗi[tieu-chuan/xet-khi-chua-ro]: Trạm Y tế xã Đồng Mẫu chưa xét được tiêu chuẩn M-4: đơn vị chưa khai có người bị kỷ luật hay không ⟨chặn danh_sach · tram-y-te⟩
    xet-duyet.yaml:15:9: cảnh báo[khop/xet-ho-so-chua-du]: Trạm Y tế xã Đồng Mẫu được đưa ra biểu quyết khi chưa đủ điều kiện: chưa xét được tiêu chuẩn M-4: đơn vị chưa khai có người bị kỷ luật hay không
    xet-duyet.yaml:23:103: lỗi[khop/chua-du-dieu-kien]: Trạm Y tế xã Đồng Mẫu được chọn nhưng chưa đủ điều kiện: chưa xét được tiêu chuẩn M-4: đơn vị chưa khai có người bị kỷ luật hay không ⟨chặn danh_sach⟩
    ");
    // Before the meeting it is still to come.
    let before = |r: Records| r.without(STATION, "ky_luat").remove(REVIEW);
    assert_snapshot!(after(before), @"don-vi/tram-y-te.yaml:11:5: cảnh báo[tieu-chuan/chua-ro]: Trạm Y tế xã Đồng Mẫu chưa xét được tiêu chuẩn M-4: đơn vị chưa khai có người bị kỷ luật hay không ⟨tram-y-te⟩");
}

#[test]
fn a_nominee_on_whom_there_is_no_result() {
    let left =
        |r: Records| r.without(REVIEW, &result(0, 2, "don_vi").replace(".don_vi", "")).without(REVIEW, "quyet_dinh[1]");
    assert_snapshot!(after(left), @"xet-duyet.yaml:21:5: cảnh báo[khop/chua-co-ket-qua]: cuộc họp ngày 28/7/2026 chưa ghi kết quả xét đối với bà Bùi Thị Sen (Trường Tiểu học Hoa Mai)");
    let nobody = |r: Records| {
        r.set(REVIEW, "hop[0].ket_qua", "[]")
            .without(REVIEW, "hop[1]")
            .set(REVIEW, "quyet_dinh", "[]")
            .set(CAMPAIGN, "so_luong", "{}")
    };
    assert_snapshot!(after(nobody), @"xet-duyet.yaml:13:5: cảnh báo[khop/chua-co-ket-qua]: cuộc họp ngày 20/7/2026 chưa ghi kết quả xét đối với Trạm Y tế xã Đồng Mẫu; Trường Tiểu học Hoa Mai; bà Bùi Thị Sen (Trường Tiểu học Hoa Mai)");
    // Whose dossier came after the meeting waits for the next.
    assert_eq!(
        after(|r| nobody(r)
            .set(SCHOOL, "tiep_nhan[0].ngay", "2026-07-21")
            .set(STATION, "tiep_nhan[0].ngay", "2026-07-22")
            .set(CAMPAIGN, "han_nop.ngay", "2026-07-22")),
        ""
    );
}

#[test]
fn a_later_meeting_that_takes_back_what_an_earlier_one_chose() {
    let refused = |r: Records| {
        r.set(REVIEW, &result(1, 0, "don_vi"), "truong-hoa-mai")
            .set(REVIEW, &result(1, 0, "ket_qua"), "khong_dat, ly_do: Có đơn thư")
            .without(REVIEW, "quyet_dinh[2]")
            .set(CAMPAIGN, "so_luong.giay_khen[0].tap_the", "1")
    };
    assert_snapshot!(after(refused), @"xet-duyet.yaml:23:108: lỗi[khop/trai-ket-qua-truoc]: Trường Tiểu học Hoa Mai được chọn tặng Giấy khen tại cuộc họp ngày 20/7/2026 (đã có quyết định số 101), nhưng cuộc họp ngày 28/7/2026 không chọn ⟨chặn danh_sach⟩");
    // The school named another award for the case that this one is not granted.
    assert_eq!(after(|r| refused(r).without(REVIEW, "quyet_dinh[0]")), "");
}

#[test]
fn more_votes_than_somebody_who_was_chosen() {
    let votes = |yes: &str, no: &str| {
        after(|r| r.set(REVIEW, &result(0, 1, "dong_y"), yes).set(REVIEW, &result(0, 1, "khong_dong_y"), no))
    };
    assert_snapshot!(after(|r| r.set(REVIEW, &result(0, 0, "dong_y"), "7").set(REVIEW, &result(0, 0, "khong_dong_y"), "1").set(REVIEW, &result(0, 1, "dong_y"), "8").set(REVIEW, &result(0, 1, "khong_dong_y"), "0")), @"xet-duyet.yaml:15:9: cảnh báo[khop/thu-tu-chon]: Trạm Y tế xã Đồng Mẫu được 08 phiếu đồng ý, nhiều hơn Trường Tiểu học Hoa Mai (07 phiếu, được chọn), nhưng không được chọn");
    assert_snapshot!(votes("8", "0"), @"xet-duyet.yaml:15:9: cảnh báo[khop/thu-tu-chon]: Trạm Y tế xã Đồng Mẫu được 08 phiếu đồng ý, bằng Trường Tiểu học Hoa Mai (08 phiếu, được chọn), nhưng không được chọn; chưa ghi cách chọn khi bằng phiếu");
    assert_eq!(votes("7", "1"), "");
    let stated = |r: Records| r.set(REVIEW, "hop[0].thu_tu", "Theo điểm");
    assert_eq!(
        after(|r| stated(r).set(REVIEW, &result(0, 1, "dong_y"), "8").set(REVIEW, &result(0, 1, "khong_dong_y"), "0")),
        ""
    );
}

/// Several who wait for numbers stand in an order that the minutes state.
#[test]
fn an_order_of_priority_that_nobody_states() {
    let waiting = || Records::phuoc_long().set(CAMPAIGN, "so_luong.bang_khen", "chua_phan_bo");
    let unstated = waiting().without(REVIEW, "hop[0].thu_tu").check().text();
    let said = "cảnh báo[khop/thu-tu-chon]: cuộc họp ngày 08/4/2022 chọn 02 tập thể để tặng Bằng khen theo thứ tự ưu tiên, chờ phân bổ số lượng, nhưng chưa ghi cách xếp thứ tự";
    assert!(unstated.contains(said), "{unstated}");
    let stated = waiting().check().text();
    assert!(!stated.contains("thu-tu-chon"), "{stated}");
}

#[test]
fn somebody_honoured_in_the_same_period() {
    let past = |year: &str, title: &str| {
        after(|r| {
            r.set(
                STATION,
                "de_nghi[tap-the].da_khen",
                &format!("[{{nam: {year}, hinh_thuc: Giấy khen, la_danh_hieu: {title}}}]"),
            )
        })
    };
    assert_snapshot!(past("2026", "false"), @"xet-duyet.yaml:23:103: cảnh báo[khop/da-khen-trong-ky]: Trạm Y tế xã Đồng Mẫu được chọn tặng Giấy khen, trong khi đã được khen trong kỳ thi đua: “Giấy khen” năm 2026");
    assert_eq!(past("2025", "false"), "");
    assert_eq!(past("2026", "true"), "");
}

#[test]
fn a_decision_that_is_still_a_draft() {
    assert_snapshot!(after(|r| r.without(REVIEW, "quyet_dinh[2].so")), @"xet-duyet.yaml:27:17: cảnh báo[khop/quyet-dinh-du-thao]: quyết định tặng Giấy khen theo cuộc họp ngày 28/7/2026 chưa ghi số, nên giấy khen, danh sách ký nhận lập theo còn để trống số");
    assert_snapshot!(after(|r| r.without(REVIEW, "quyet_dinh[2].ngay")), @"xet-duyet.yaml:27:17: cảnh báo[khop/quyet-dinh-du-thao]: quyết định tặng Giấy khen theo cuộc họp ngày 28/7/2026 chưa ghi ngày ký, nên giấy khen, danh sách ký nhận lập theo còn để trống ngày ký");
    assert_snapshot!(after(|r| r.without(REVIEW, "quyet_dinh[2].ngay").without(REVIEW, "quyet_dinh[2].so")), @"xet-duyet.yaml:27:17: cảnh báo[khop/quyet-dinh-du-thao]: quyết định tặng Giấy khen theo cuộc họp ngày 28/7/2026 chưa ghi số, ngày ký, nên giấy khen, danh sách ký nhận lập theo còn để trống số, ngày ký");
}

#[test]
fn who_signs_a_decision() {
    let signed = |signer: &str| after(|r| r.set(REVIEW, "quyet_dinh[2].nguoi_ky", signer));
    assert_snapshot!(signed("{chuc_vu: Trưởng phòng, ho_ten: Trịnh Văn Mẫu}"), @"xet-duyet.yaml:27:87: cảnh báo[khop/nguoi-ky-quyet-dinh]: Giấy khen do Chủ tịch Ủy ban nhân dân xã Đồng Mẫu tặng, nhưng quyết định do “Trưởng phòng” ký ⟨chặn cap_so⟩");
    assert_snapshot!(signed("{quyen_han: [TL.], ky_thay: Chủ tịch, chuc_vu: Trưởng phòng, ho_ten: Trịnh Văn Mẫu}"), @"xet-duyet.yaml:27:78: cảnh báo[khop/nguoi-ky-quyet-dinh]: Giấy khen do Chủ tịch Ủy ban nhân dân xã Đồng Mẫu tặng, nhưng quyết định ký TL. ⟨chặn cap_so⟩");
    assert_snapshot!(signed("{quyen_han: [TUQ.], ky_thay: Chủ tịch, chuc_vu: Trưởng phòng, ho_ten: Trịnh Văn Mẫu}"), @"xet-duyet.yaml:27:78: cảnh báo[khop/nguoi-ky-quyet-dinh]: Giấy khen do Chủ tịch Ủy ban nhân dân xã Đồng Mẫu tặng, nhưng quyết định ký TUQ. ⟨chặn cap_so⟩");
    assert_snapshot!(signed("{chuc_vu: Chủ tịch, ho_ten: Lê Lạ}"), @"xet-duyet.yaml:27:105: cảnh báo[khop/nguoi-ky-quyet-dinh]: Lê Lạ ký với chức vụ Chủ tịch, trong khi Ban Chỉ đạo ghi Chủ tịch Ủy ban nhân dân xã là Phan Văn Cả ⟨chặn cap_so⟩");
    assert_eq!(signed("{quyen_han: [KT.], ky_thay: Chủ tịch, chuc_vu: Phó Chủ tịch, ho_ten: Lê Lạ}"), "");
    assert_eq!(signed("{chuc_vu: Chủ tịch UBND xã, ho_ten: Phan Văn Cả}"), "");
    // A title before the name is one slip: who it is can be told all the same.
    assert_snapshot!(signed("{chuc_vu: Chủ tịch, ho_ten: ThS. Phan Văn Cả}"), @"xet-duyet.yaml:27:105: cảnh báo[van-ban/hoc-ham]: trước họ tên người ký có “ThS”");
    // Nobody knows who granted an award of which that is not told, nor who heads a body without a roster.
    assert_eq!(
        after(|r| r.without(CAMPAIGN, "hinh_thuc_khen.giay_khen.cua").set(
            REVIEW,
            "quyet_dinh[2].nguoi_ky.chuc_vu",
            "Giám đốc"
        )),
        ""
    );
    assert_eq!(after(|r| r.without(CAMPAIGN, "ban_chi_dao").set(REVIEW, "quyet_dinh[2].nguoi_ky.ho_ten", "Lê Lạ")), "");
    // The authority's own signer stands for several decisions, and is said once.
    let own = "{chuc_vu: Trưởng phòng, ho_ten: Trịnh Văn Mẫu}";
    let common = |r: Records| r.without(REVIEW, "quyet_dinh[2].nguoi_ky").without(REVIEW, "quyet_dinh[1].nguoi_ky");
    assert_snapshot!(after(|r| common(r).set(CAMPAIGN, "co_quan.ubnd.nguoi_ky", own)), @"phong-trao.yaml:19:25: cảnh báo[khop/nguoi-ky-quyet-dinh]: Thư khen do Chủ tịch Ủy ban nhân dân xã Đồng Mẫu tặng, nhưng quyết định do “Trưởng phòng” ký ⟨chặn cap_so⟩");
}

#[test]
fn a_title_before_the_name_of_who_signs_for_the_office() {
    let said = |records: Records| {
        let checked = records.check();
        checked.all("van-ban/hoc-ham").into_iter().map(line).collect::<Vec<_>>().join("\n")
    };
    let titled =
        |path: &str| Records::phuoc_long().set(CAMPAIGN, path, "{chuc_vu: Trưởng phòng, ho_ten: TS. Nguyễn Văn A}");
    assert!(
        said(titled("co_quan.noi-vu.nguoi_ky")).ends_with("cảnh báo[van-ban/hoc-ham]: trước họ tên người ký có “TS”")
    );
    let common =
        heads("to_trinh_khen_thuong: {dot-1: {nguoi_ky: {chuc_vu: Trưởng phòng, ho_ten: PGS. TS. Trịnh Văn Mẫu}}}");
    assert_snapshot!(common, @"xet-duyet.yaml:29:76: cảnh báo[van-ban/hoc-ham]: trước họ tên người ký có “PGS” ⟨to_trinh_khen_thuong/dot-1⟩");
    assert_eq!(said(Records::phuoc_long()), "");
}

/// One slip is one finding: who it is, on the roster and in the signature, can be told all the same.
#[test]
fn a_title_before_the_name_of_who_led_or_counted() {
    let meeting = |key: &str, name: &str| after(|r| r.set(REVIEW, &format!("hop[dot-1].{key}"), name));
    assert_snapshot!(meeting("tham_du.chu_tri", "ThS. Phan Văn Cả"), @"xet-duyet.yaml:10:102: cảnh báo[van-ban/hoc-ham]: trước họ tên người chủ trì có “ThS”");
    assert_snapshot!(meeting("tham_du.thu_ky", "CN. Vũ Văn Thụ"), @"xet-duyet.yaml:10:123: cảnh báo[van-ban/hoc-ham]: trước họ tên thư ký có “CN”");
    assert_snapshot!(meeting("kiem_phieu[0].ho_ten", "TS. Trịnh Văn Mẫu"), @"xet-duyet.yaml:12:27: cảnh báo[van-ban/hoc-ham]: trước họ tên người kiểm phiếu có “TS”");
    // Whoever stayed away signs nothing.
    assert_eq!(meeting("tham_du.vang[0].ho_ten", "ThS. Phí Văn Vắng"), "");
}

fn heads(text: &str) -> String {
    after(|r| r.append(REVIEW, &format!("van_ban:\n  {text}\n")))
}

#[test]
fn on_whose_behalf_a_common_paper_is_signed() {
    let up = |signer: &str| {
        Records::with_every_paper().set(REVIEW, "van_ban.to_trinh_bang_khen.dot-2.nguoi_ky", signer).check()
    };
    let said = |signer: &str| {
        let checked = up(signer);
        let own = checked.all("van-ban/thay-mat");
        own.iter().map(|finding| format!("{} ⟶ {}", line(finding), finding.help_text())).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(said("{chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}"), @"xet-duyet.yaml:35:32: cảnh báo[van-ban/thay-mat]: “Chủ tịch” ký văn bản của Ủy ban nhân dân nhưng không ghi TM. ⟨chặn cap_so · to_trinh_bang_khen/dot-2⟩ ⟶ ghi `quyen_han: [TM.]` và `tap_the: Ủy ban nhân dân`");
    assert_eq!(said("{quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}"), "");
    assert_snapshot!(heads("to_trinh_khen_thuong: {dot-1: {nguoi_ky: {quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Trưởng phòng, ho_ten: Trịnh Văn Mẫu}}}"), @"xet-duyet.yaml:29:45: cảnh báo[van-ban/thay-mat]: Phòng Văn hóa - Xã hội là cơ quan, đơn vị thuộc Ủy ban nhân dân xã Đồng Mẫu: người đứng đầu ký không ghi TM. ⟨chặn cap_so · to_trinh_khen_thuong/dot-1⟩");
    // The body's own signer, who signs decisions alone, signs a numbered proposal.
    let own = Records::with_every_paper().check();
    let own = own.all("van-ban/thay-mat");
    assert_snapshot!(own.iter().map(|f| format!("{} ⟶ {}", line(f), f.help_text())).collect::<Vec<_>>().join("\n"), @"xet-duyet.yaml:35:24: cảnh báo[van-ban/thay-mat]: “Chủ tịch” ký văn bản của Ủy ban nhân dân nhưng không ghi TM. ⟨chặn cap_so · to_trinh_bang_khen/dot-2⟩ ⟶ ghi `quyen_han: [TM.]` và `tap_the: Ủy ban nhân dân` ở `nguoi_ky` của văn bản này");
}

#[test]
fn no_paper_of_a_round_before_what_it_follows_from() {
    assert_snapshot!(heads("to_trinh_khen_thuong: {dot-1: {so: 4, ngay: 2026-07-19}}"), @"xet-duyet.yaml:29:47: lỗi[khop/thu-tu-ngay]: ngày họp (20/7/2026) sau ngày ký tờ trình (19/7/2026) ⟨chặn van_ban · to_trinh_khen_thuong/dot-1⟩");
    assert_snapshot!(heads("to_trinh_khen_thuong: {so: 4, ngay: 2026-07-23}"), @"xet-duyet.yaml:29:39: lỗi[khop/thu-tu-ngay]: ngày ký tờ trình (23/7/2026) sau ngày ký quyết định khen thưởng (22/7/2026) ⟨chặn van_ban · to_trinh_khen_thuong⟩");
    assert_snapshot!(heads("thong_bao_ket_qua: {dot-2: {so: 4, ngay: 2026-07-27}}"), @"xet-duyet.yaml:29:44: lỗi[khop/thu-tu-ngay]: ngày họp (28/7/2026) sau ngày ký thông báo (27/7/2026) ⟨chặn van_ban · thong_bao_ket_qua/dot-2⟩");
    assert_snapshot!(heads("danh_sach_ky_nhan: {dot-2: {ngay: 2026-07-29}}"), @"xet-duyet.yaml:29:37: lỗi[khop/thu-tu-ngay]: ngày ký quyết định khen thưởng (30/7/2026) sau ngày ký danh sách ký nhận (29/7/2026) ⟨chặn van_ban · danh_sach_ky_nhan/dot-2⟩");
    assert_snapshot!(heads("danh_sach_trich_ngang: {ngay: 2026-07-29}"), @"xet-duyet.yaml:29:33: lỗi[khop/thu-tu-ngay]: ngày ký danh sách trích ngang (29/7/2026) sau ngày họp (28/7/2026) ⟨chặn van_ban · danh_sach_trich_ngang⟩");
    assert_snapshot!(heads("cong_van_don_doc: {so: 4, ngay: 2026-07-16, han: 2026-07-15}"), @"xet-duyet.yaml:29:35: lỗi[khop/thu-tu-ngay]: ngày ký công văn đôn đốc (16/7/2026) sau ngày hết hạn nêu trong văn bản (15/7/2026) ⟨chặn van_ban · cong_van_don_doc⟩");
    assert_eq!(heads("to_trinh_khen_thuong: {dot-1: {so: 4, ngay: 2026-07-20}, dot-2: {so: 5, ngay: 2026-07-30}}"), "");
    // Of a decision before its meeting only that is said.
    let early = |r: Records| r.append(REVIEW, "van_ban:\n  to_trinh_khen_thuong: {dot-2: {so: 4, ngay: 2026-07-28}}\n");
    assert_snapshot!(after(|r| early(r).set(REVIEW, "quyet_dinh[2].ngay", "2026-07-27")), @"xet-duyet.yaml:27:55: lỗi[khop/thu-tu-ngay]: ngày họp (28/7/2026) sau ngày ký quyết định khen thưởng (27/7/2026) ⟨chặn danh_sach⟩");
}

#[test]
fn grounds_after_the_paper_that_cites_them() {
    let cited = |ground: &str| after(|r| r.set(REVIEW, "quyet_dinh[2].can_cu", &format!("[\"{ground}\"]")));
    assert_snapshot!(cited("Kế hoạch số 9/KH-UBND ngày 31 tháng 8 năm 2026 của Ủy ban nhân dân xã"), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sau-ngay-ky]: căn cứ “Kế hoạch số 9/KH-UBND ngày 31 tháng 8…” ghi ngày 31/8/2026, sau ngày ký quyết định khen thưởng (30/7/2026)");
    assert_snapshot!(cited("Quyết định số 9/QĐ-UBND ngày 31/8/2026"), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sau-ngay-ky]: căn cứ “Quyết định số 9/QĐ-UBND ngày 31/8/2026” ghi ngày 31/8/2026, sau ngày ký quyết định khen thưởng (30/7/2026)");
    assert_snapshot!(cited("Nghị định số 152/2027/NĐ-CP"), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sau-ngay-ky]: căn cứ “Nghị định số 152/2027/NĐ-CP” là văn bản năm 2027, sau ngày ký quyết định khen thưởng (30/7/2026)");
    assert_eq!(cited("Kế hoạch số 9/KH-UBND ngày 29 tháng 7 năm 2026 về hội nghị ngày 30 tháng 9 năm 2026"), "");
    assert_eq!(cited("Nghị định số 152/2026/NĐ-CP"), "");
    // Proposals cite the campaign's grounds on their own day, or grounds of their own.
    let common = |r: Records| {
        r.set(CAMPAIGN, "can_cu", "[Quyết định số 9/QĐ-UBND ngày 21/7/2026]")
            .append(REVIEW, "van_ban:\n  to_trinh_khen_thuong: {so: 4, ngay: 2026-07-20}\n")
    };
    assert_snapshot!(after(common), @"phong-trao.yaml:15:4: cảnh báo[khop/can-cu-sau-ngay-ky]: căn cứ “Quyết định số 9/QĐ-UBND ngày 21/7/2026” ghi ngày 21/7/2026, sau ngày ký tờ trình (20/7/2026)");
    assert_snapshot!(heads("to_trinh_khen_thuong: {so: 4, ngay: 2026-07-21, can_cu: [Nghị định số 98/2023/NĐ-CP]}"), @"xet-duyet.yaml:29:60: cảnh báo[khop/can-cu-het-hieu-luc]: Nghị định số 98/2023/NĐ-CP chỉ có hiệu lực đến hết ngày 30/6/2025, nên không làm căn cứ được vào ngày ký tờ trình (21/7/2026)");
    // So does a decision the proposal that it follows.
    let proposed = |day: &str| {
        after(|r| {
            r.set(
                REVIEW,
                "quyet_dinh[2].de_nghi_cua",
                &format!("Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 9/TTr-VHXH ngày {day}"),
            )
        })
    };
    assert_snapshot!(proposed("29 tháng 8 năm 2026"), @"xet-duyet.yaml:27:19: cảnh báo[khop/can-cu-sau-ngay-ky]: tờ trình nêu ở `de_nghi_cua` ghi ngày 29/8/2026, sau ngày ký quyết định khen thưởng (30/7/2026)");
    assert_eq!(proposed("29 tháng 7 năm 2026"), "");
    // What the table says is not said twice.
    assert_eq!(
        heads("to_trinh_khen_thuong: {so: 4, ngay: 2026-07-21, can_cu: [Nghị định số 98/2023/NĐ-CP]}").lines().count(),
        1
    );
}

#[test]
fn a_text_is_replaced_by_the_last_that_followed() {
    let helps = |day: &str| {
        let old = "[Nghị định số 91/2017/NĐ-CP]";
        let r = Records::reviewed().set(CAMPAIGN, "can_cu", old).set(CAMPAIGN, "ke_hoach.ngay", day);
        r.without(REVIEW, "quyet_dinh").without(REVIEW, "hop").check().helps()
    };
    assert_snapshot!(helps("2025-01-15"), @"thay bằng Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ; nếu hồ sơ được xử lý theo quy định chuyển tiếp thì giữ nguyên");
    assert_snapshot!(helps("2026-01-15"), @"thay bằng Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ; nếu hồ sơ được xử lý theo quy định chuyển tiếp thì giữ nguyên");
}

#[test]
fn one_register_for_a_body() {
    assert_snapshot!(heads("to_trinh_khen_thuong: {dot-1: {so: 4, ngay: 2026-07-20}, dot-2: {so: 4, ngay: 2026-07-29}}"), @"xet-duyet.yaml:29:72: lỗi[van-ban/trung-so]: số 04 năm 2026 đã dùng cho một tờ trình khác ⟨chặn cap_so · to_trinh_khen_thuong/dot-2⟩");
    // The proposal of the office and its notice are of two series.
    assert_eq!(
        heads("to_trinh_khen_thuong: {so: 4, ngay: 2026-07-20}\n  thong_bao_ket_qua: {so: 4, ngay: 2026-07-20}"),
        ""
    );
    // A unit that is the standing office too has one register.
    let same = Records::phuoc_long().replace(
        REVIEW,
        "to_trinh_khen_thuong: {so: 64, ngay: 2022-04-11}",
        "to_trinh_khen_thuong: {so: 36, ngay: 2022-04-11}",
    );
    same.check().none("van-ban/trung-so");
    let same = Records::phuoc_long()
        .replace(REVIEW, "to_trinh_khen_thuong: {so: 64, ngay: 2022-04-11}", "to_trinh_khen_thuong: {so: 36}")
        .check();
    assert_snapshot!(line(same.finding("van-ban/trung-so")), @"xet-duyet.yaml:249:30: lỗi[van-ban/trung-so]: số 36 năm 2021 đã dùng cho tờ trình của Phòng Nội vụ - Lao động, Thương binh và Xã hội ⟨chặn cap_so · to_trinh_khen_thuong⟩");
}

#[test]
fn symbols_of_meetings_decisions_and_common_papers() {
    assert_snapshot!(after(|r| r.set(REVIEW, "quyet_dinh[2].ky_hieu", "TTr-UBND")), @"xet-duyet.yaml:27:15: cảnh báo[van-ban/so-ky-hieu]: ký hiệu `TTr-UBND` không đúng dạng ⟨chặn cap_so⟩");
    assert_snapshot!(after(|r| r.set(REVIEW, "hop[1].ky_hieu", "BB - BCĐ")), @"xet-duyet.yaml:17:14: cảnh báo[van-ban/so-ky-hieu]: ký hiệu `BB - BCĐ` không đúng dạng ⟨chặn cap_so⟩");
    assert_snapshot!(heads("thong_bao_ket_qua: {so: 4, ngay: 2026-07-22, ky_hieu: TTr-VHXH}"), @"xet-duyet.yaml:29:57: cảnh báo[van-ban/so-ky-hieu]: ký hiệu `TTr-VHXH` không đúng dạng ⟨chặn cap_so · thong_bao_ket_qua⟩");
    assert_eq!(after(|r| r.set(REVIEW, "quyet_dinh[2].ky_hieu", "QĐ-CTUBND")), "");
}

#[test]
fn half_a_number() {
    assert_snapshot!(heads("to_trinh_khen_thuong: {so: 4}"), @"xet-duyet.yaml:29:30: cảnh báo[van-ban/thieu-so]: tờ trình đã có số nhưng chưa ghi ngày ⟨to_trinh_khen_thuong⟩");
    assert_snapshot!(heads("to_trinh_khen_thuong: {ngay: 2026-07-21}"), @"xet-duyet.yaml:29:32: cảnh báo[van-ban/thieu-so]: tờ trình đã có ngày nhưng chưa ghi số ⟨to_trinh_khen_thuong⟩");
    // Lists without a number have a day alone.
    assert_eq!(heads("danh_sach_ky_nhan: {dot-1: {ngay: 2026-07-22}}"), "");
}

#[test]
fn an_article_that_the_decision_has_not() {
    let to = |article: &str| after(|r| r.set(REVIEW, "quyet_dinh[2].noi_nhan", &format!("[{article}, \"Lưu: VT\"]")));
    assert_snapshot!(to("Như Điều 5"), @"xet-duyet.yaml:27:17: cảnh báo[khop/nhu-dieu]: nơi nhận ghi “Như Điều 5”, trong khi điều giao thi hành của quyết định này là Điều 3");
    assert_eq!(to("Như Điều 3"), "");
    let without_money = |article: &str| {
        let r = Records::reviewed().without(CAMPAIGN, "tien_thuong");
        r.set(REVIEW, "quyet_dinh[2].noi_nhan", &format!("[{article}, \"Lưu: VT\"]")).check().text()
    };
    assert_snapshot!(without_money("Như Điều 3"), @"xet-duyet.yaml:27:17: cảnh báo[khop/nhu-dieu]: nơi nhận ghi “Như Điều 3”, trong khi điều giao thi hành của quyết định này là Điều 2");
    assert_eq!(without_money("Như Điều 2"), "");
}
