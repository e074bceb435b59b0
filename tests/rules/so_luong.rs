//! The family `so-luong/`: results against what the campaign allots, and the money that goes with them.

use hoso::check::review::money::amount;
use hoso::record::campaign::NomineeKind;
use insta::assert_snapshot;

use crate::support::*;

fn after(change: impl FnOnce(Records) -> Records) -> String {
    change(Records::reviewed()).check().text()
}

fn result(meeting: usize, outcome: usize, key: &str) -> String {
    format!("hop[{meeting}].ket_qua[{outcome}].{key}")
}

#[test]
fn results_within_their_numbers_are_clean() {
    assert_eq!(after(|r| r), "");
}

#[test]
fn more_than_a_line_allows_over_all_meetings() {
    let one = |r: Records| r.set(CAMPAIGN, "so_luong.giay_khen[0].tap_the", "1");
    assert_snapshot!(after(one), @"xet-duyet.yaml:23:103: lỗi[so-luong/vuot]: đã chọn 02 tập thể thuộc nhóm Trường học và Trạm Y tế để tặng Giấy khen, vượt số lượng được phân bổ là 01 ⟨chặn danh_sach⟩");
    assert_snapshot!(one(Records::reviewed()).check().helps(), @"chuyển trường hợp xếp sau thành `khong_dat` kèm lý do; nếu được phân bổ thêm thì sửa `so_luong` (khoản 4 Mục II Kế hoạch)");
    // A label of the campaign's own stands for the group's code; a line without a group counts all.
    assert_snapshot!(after(|r| one(r).append(CAMPAIGN, "ten_goi: {su_nghiep: đơn vị sự nghiệp}\n")), @"xet-duyet.yaml:23:103: lỗi[so-luong/vuot]: đã chọn 02 tập thể thuộc nhóm đơn vị sự nghiệp để tặng Giấy khen, vượt số lượng được phân bổ là 01 ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "so_luong.giay_khen", "{tap_the: 1}")), @"xet-duyet.yaml:23:103: lỗi[so-luong/vuot]: đã chọn 02 tập thể để tặng Giấy khen, vượt số lượng được phân bổ là 01 ⟨chặn danh_sach⟩");
}

#[test]
fn numbers_are_for_each_kind_of_nominee() {
    let none = |r: Records| r.set(CAMPAIGN, "so_luong.thu_khen.ca_nhan", "0");
    assert_snapshot!(after(none), @"xet-duyet.yaml:16:129: lỗi[so-luong/vuot]: đã chọn 01 cá nhân để tặng Thư khen, vượt số lượng được phân bổ là 0 ⟨chặn danh_sach⟩");
    // What no line of the award speaks of has none.
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "so_luong.thu_khen", "{ho_gia_dinh: 0}")), @"xet-duyet.yaml:16:129: lỗi[so-luong/vuot]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) được chọn tặng Thư khen, nhưng số lượng phân bổ không có cá nhân ⟨chặn danh_sach⟩");
}

#[test]
fn a_group_without_a_number_has_none() {
    let other = |r: Records| {
        r.set(CAMPAIGN, "so_luong.giay_khen[0].nhom", "thon").set(CAMPAIGN, "so_luong.giay_khen[0].tap_the", "0")
    };
    assert_snapshot!(after(other), @"
    xet-duyet.yaml:14:108: lỗi[so-luong/vuot]: Trường Tiểu học Hoa Mai được chọn tặng Giấy khen, nhưng số lượng phân bổ không có tập thể của nhóm đơn vị này ⟨chặn danh_sach⟩
    xet-duyet.yaml:23:103: lỗi[so-luong/vuot]: Trạm Y tế xã Đồng Mẫu được chọn tặng Giấy khen, nhưng số lượng phân bổ không có tập thể của nhóm đơn vị này ⟨chặn danh_sach⟩
    ");
}

#[test]
fn fewer_than_a_line_allows() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "so_luong.giay_khen[0].tap_the", "3")), @"phong-trao.yaml:77:16: cảnh báo[so-luong/chua-du]: mới có 02/03 tập thể thuộc nhóm Trường học và Trạm Y tế được chọn tặng Giấy khen");
    // One finding a line, also where nobody was chosen; households have none, so nothing lacks.
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "so_luong.thu_khen", "[{ca_nhan: 2, tap_the: 1, ho_gia_dinh: 0}, {nhom: thon, ca_nhan: 1}]")), @"
    phong-trao.yaml:77:92: cảnh báo[so-luong/chua-du]: mới có 0/01 tập thể, 01/02 cá nhân được chọn tặng Thư khen
    phong-trao.yaml:77:134: cảnh báo[so-luong/chua-du]: mới có 0/01 cá nhân thuộc nhóm Thôn được chọn tặng Thư khen
    ");
    // An award that no meeting has given yet waits for its meeting.
    assert_eq!(
        after(|r| r.set(CAMPAIGN, "so_luong.bang_khen", "{ca_nhan: 2}").set(
            CAMPAIGN,
            "hinh_thuc_khen.bang_khen",
            "{ten: Bằng khen}"
        )),
        ""
    );
}

#[test]
fn nobody_stands_on_two_lists() {
    let both = |r: Records| {
        r.set(CAMPAIGN, "so_luong.thu_khen", "{ca_nhan: 1, tap_the: 1}")
            .set(REVIEW, &result(1, 0, "don_vi"), "truong-hoa-mai")
            .set(REVIEW, &result(1, 0, "ket_qua"), "thu_khen")
    };
    // The unit named thu_khen for the case that giay_khen is refused; but giay_khen was granted.
    let text = after(|r| both(r).set(REVIEW, "quyet_dinh[2].hinh_thuc", "thu_khen"));
    assert_snapshot!(text, @"
    phong-trao.yaml:77:16: cảnh báo[so-luong/chua-du]: mới có 01/02 tập thể thuộc nhóm Trường học và Trạm Y tế được chọn tặng Giấy khen
    xet-duyet.yaml:23:108: lỗi[so-luong/hai-danh-sach]: Trường Tiểu học Hoa Mai vừa được chọn tặng Giấy khen, vừa được chọn tặng Thư khen (cuộc họp ngày 20/7/2026 và cuộc họp ngày 28/7/2026) ⟨chặn danh_sach⟩
    ");
    // That the second award has no number left is no second mistake.
    let none_left = after(|r| {
        both(r).set(CAMPAIGN, "so_luong.thu_khen", "{ca_nhan: 1, tap_the: 0}").set(
            REVIEW,
            "quyet_dinh[2].hinh_thuc",
            "thu_khen",
        )
    });
    assert_snapshot!(none_left, @"
    phong-trao.yaml:77:16: cảnh báo[so-luong/chua-du]: mới có 01/02 tập thể thuộc nhóm Trường học và Trạm Y tế được chọn tặng Giấy khen
    xet-duyet.yaml:23:108: lỗi[so-luong/hai-danh-sach]: Trường Tiểu học Hoa Mai vừa được chọn tặng Giấy khen, vừa được chọn tặng Thư khen (cuộc họp ngày 20/7/2026 và cuộc họp ngày 28/7/2026) ⟨chặn danh_sach⟩
    ");
}

/// A unit has only one collective of a name; under two codes it is still the same.
#[test]
fn a_collective_under_two_codes_stands_on_one_list() {
    let twin = |r: Records| {
        let named = r.set(STATION, "de_nghi[mai-van-thu].ten", "Trạm Y tế xã Đồng Mẫu");
        named.set(STATION, "de_nghi[mai-van-thu].loai", "tap_the").without(STATION, "de_nghi[mai-van-thu].rut")
    };
    let proposed = "cảnh báo[khop/de-nghi-hai-noi]: Trạm Y tế xã Đồng Mẫu được đề nghị hai lần, mã `tap-the` và `mai-van-thu` ⟨tram-y-te⟩";
    let chosen =
        "lỗi[so-luong/hai-danh-sach]: Trạm Y tế xã Đồng Mẫu vừa được chọn tặng Thư khen, vừa được chọn tặng Giấy khen";
    let only_proposed = after(twin);
    assert!(only_proposed.contains(proposed) && !only_proposed.contains("hai-danh-sach"), "{only_proposed}");
    let on_both = after(|r| {
        twin(r).set(REVIEW, &result(0, 1, "de_nghi"), "mai-van-thu").set(REVIEW, &result(0, 1, "ket_qua"), "thu_khen")
    });
    assert!(on_both.contains(proposed) && on_both.contains(chosen), "{on_both}");
}

#[test]
fn nobody_is_chosen_twice() {
    let twice = |r: Records| r.set(REVIEW, &result(0, 1, "ket_qua"), "giay_khen");
    assert_snapshot!(after(|r| twice(r).set(CAMPAIGN, "bieu_quyet.ty_le", "1/3").set(REVIEW, &result(0, 1, "ly_do"), "null")), @"xet-duyet.yaml:23:103: lỗi[so-luong/hai-danh-sach]: Trạm Y tế xã Đồng Mẫu được chọn hai lần để tặng Giấy khen (cuộc họp ngày 20/7/2026 và cuộc họp ngày 28/7/2026) ⟨chặn danh_sach⟩");
}

#[test]
fn the_fallback_takes_the_place_of_an_award_that_was_not_granted() {
    let refused = |r: Records| {
        r.without(REVIEW, "quyet_dinh[0]")
            .set(REVIEW, &result(1, 0, "don_vi"), "truong-hoa-mai")
            .set(REVIEW, &result(1, 0, "ket_qua"), "thu_khen")
            .set(REVIEW, "quyet_dinh[1].hinh_thuc", "thu_khen")
            .set(CAMPAIGN, "so_luong", "{thu_khen: {ca_nhan: 1, tap_the: 1}, giay_khen: {tap_the: 0}}")
    };
    assert_eq!(after(refused), "");
}

#[test]
fn an_award_without_numbers_yet() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "so_luong.giay_khen", "chua_phan_bo")), @"xet-duyet.yaml:14:108: cảnh báo[so-luong/chua-phan-bo]: cuộc họp đã chọn tập thể, cá nhân để tặng Giấy khen, nhưng số lượng chưa được phân bổ");
}

#[test]
fn an_award_of_which_no_number_speaks() {
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "so_luong.thu_khen")), @"xet-duyet.yaml:16:129: cảnh báo[so-luong/khong-co-hinh-thuc]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) được chọn tặng Thư khen, nhưng `so_luong` không phân bổ số lượng cho hình thức này");
    // Said once for all of them; where nothing is allotted at all, nothing is missing.
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "so_luong", "{thu_khen: {ca_nhan: 1}}")), @"xet-duyet.yaml:14:108: cảnh báo[so-luong/khong-co-hinh-thuc]: Trường Tiểu học Hoa Mai được chọn tặng Giấy khen, nhưng `so_luong` không phân bổ số lượng cho hình thức này");
    assert_eq!(after(|r| r.without(CAMPAIGN, "so_luong")), "");
    // A name that is misspelt there is said there.
    assert_snapshot!(after(|r| r.replace(CAMPAIGN, "thu_khen: {ca_nhan: 1}", "thu_khem: {ca_nhan: 1}")), @"phong-trao.yaml:77:81: lỗi[ho-so/hinh-thuc]: `thu_khem` có số lượng nhưng chưa khai ở `hinh_thuc_khen` ⟨chặn danh_sach⟩");
}

#[test]
fn money_that_nobody_can_tell() {
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "tien_thuong.he_so.giay_khen.tap_the")), @"xet-duyet.yaml:25:17: cảnh báo[so-luong/tien-thuong]: chưa khai hệ số tiền thưởng của Giấy khen đối với tập thể");
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "tien_thuong.he_so.thu_khen")), @"xet-duyet.yaml:26:17: cảnh báo[so-luong/tien-thuong]: chưa khai hệ số tiền thưởng của Thư khen đối với cá nhân");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "tien_thuong.he_so.giay_khen.tap_the", "0.33333")), @"phong-trao.yaml:113:26: cảnh báo[so-luong/tien-thuong]: hệ số tiền thưởng của Giấy khen đối với tập thể không dùng để tính được");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "tien_thuong.luong_co_so", "[{tu: 2026-07-25, muc: 2530000}]")), @"
    xet-duyet.yaml:25:55: cảnh báo[so-luong/tien-thuong]: chưa khai mức lương cơ sở áp dụng vào ngày 22/7/2026
    xet-duyet.yaml:26:54: cảnh báo[so-luong/tien-thuong]: chưa khai mức lương cơ sở áp dụng vào ngày 22/7/2026
    ");
    assert_eq!(after(|r| r.without(CAMPAIGN, "tien_thuong")), "");
}

#[test]
fn a_factor_for_no_award() {
    // The award that it was meant for is not said to have none.
    let misspelt =
        |r: Records| r.replace(CAMPAIGN, "    giay_khen: {tap_the: \"0,3\"", "    giay_ken: {tap_the: \"0,3\"");
    assert_snapshot!(after(misspelt), @"phong-trao.yaml:113:5: cảnh báo[so-luong/tien-thuong]: hệ số ghi cho `giay_ken`, không phải là hình thức khen thưởng của phong trào");
    assert_snapshot!(misspelt(Records::reviewed()).check().helps(), @"sửa thành `giay_khen`, nếu đúng ý; các hình thức đã khai: giay_khen, thu_khen");
}

#[test]
fn a_factor_that_could_not_be_read_is_said_once() {
    let text = after(|r| r.set(CAMPAIGN, "tien_thuong.he_so.giay_khen.tap_the", "nhiều"));
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.contains("yaml/sai-kieu"), "{text}");
}

#[test]
fn money_is_factor_times_base_wage_rounded_up() {
    let of = |change: &dyn Fn(Records) -> Records, award: &str, kind, day: &str| {
        amount(change(Records::reviewed()).load().campaign.as_ref().unwrap(), award, kind, day.parse().unwrap())
    };
    let same = |r: Records| r;
    let (collective, individual) = (NomineeKind::Collective, NomineeKind::Individual);
    assert_eq!(of(&same, "giay_khen", collective, "2026-07-22"), Some(760_000));
    assert_eq!(of(&same, "giay_khen", individual, "2026-07-22"), Some(380_000));
    // The base wage of the day before is another one.
    assert_eq!(of(&same, "giay_khen", collective, "2026-06-30"), Some(710_000));
    assert_eq!(of(&same, "giay_khen", collective, "2024-06-30"), None);
    assert_eq!(of(&same, "thu_khen", individual, "2026-07-22"), Some(0));
    assert_eq!(of(&same, "giay_khen", NomineeKind::Household, "2026-07-22"), None);
    let exact = |r: Records| r.without(CAMPAIGN, "tien_thuong.lam_tron");
    assert_eq!(of(&exact, "giay_khen", collective, "2026-07-22"), Some(759_000));
    assert_eq!(of(&exact, "giay_khen", individual, "2026-07-22"), Some(379_500));
    // Parts of a đồng are rounded up; thousandths are exact.
    let odd = |r: Records| exact(r).set(CAMPAIGN, "tien_thuong.luong_co_so", "[{tu: 2026-07-01, muc: 1490001}]");
    assert_eq!(of(&odd, "giay_khen", collective, "2026-07-22"), Some(447_001));
    let seed = |r: Records| {
        exact(r).set(CAMPAIGN, "tien_thuong.luong_co_so", "[{tu: 2019-07-01, muc: 1490000}]").set(
            CAMPAIGN,
            "tien_thuong.he_so.giay_khen",
            "{tap_the: \"0.6\", ca_nhan: \"0,3\"}",
        )
    };
    assert_eq!(of(&seed, "giay_khen", collective, "2022-04-01"), Some(894_000));
    assert_eq!(of(&seed, "giay_khen", individual, "2022-04-01"), Some(447_000));
    let many = |r: Records| r.set(CAMPAIGN, "tien_thuong.he_so.giay_khen.tap_the", "0.3000001");
    assert_eq!(of(&many, "giay_khen", collective, "2026-07-22"), None);
    let unread = |r: Records| r.set(CAMPAIGN, "tien_thuong.lam_tron", "mười nghìn");
    assert_eq!(of(&unread, "giay_khen", collective, "2026-07-22"), None);
}

#[test]
fn a_base_wage_that_is_known_to_be_another() {
    let wages = |list: &str| after(|r| r.set(CAMPAIGN, "tien_thuong.luong_co_so", list));
    assert_snapshot!(wages("[{tu: 2024-07-01, muc: 2340000}, {tu: 2026-07-01, muc: 253000}]"), @"phong-trao.yaml:111:71: cảnh báo[so-luong/luong-co-so]: mức lương cơ sở từ ngày 01/7/2026 ghi 253.000 đồng, trong khi mức quy định là 2.530.000 đồng (Nghị định số 161/2026/NĐ-CP) ⟨chặn cap_so⟩");
    // The list lacks a level, said once for all decisions that need it.
    assert_snapshot!(wages("[{tu: 2024-07-01, muc: 2340000}]"), @"xet-duyet.yaml:25:55: cảnh báo[so-luong/luong-co-so]: tiền thưởng của quyết định ngày 22/7/2026 tính theo mức lương cơ sở 2.340.000 đồng, trong khi từ ngày 01/7/2026 mức này là 2.530.000 đồng (Nghị định số 161/2026/NĐ-CP) ⟨chặn cap_so⟩");
    assert_snapshot!(wages("[{tu: 2026-07-01, muc: 2530000}, {tu: 2026-07-01, muc: 2540000}]"), @"phong-trao.yaml:111:54: cảnh báo[so-luong/luong-co-so]: có hai mức lương cơ sở cùng áp dụng từ ngày 01/7/2026 ⟨chặn cap_so⟩");
    // What came before the first level that is known is not judged.
    assert_eq!(wages("[{tu: 2018-07-01, muc: 1}, {tu: 2026-07-01, muc: 2530000}]"), "");
    // Two levels of one day are one finding, though one of them is known to be wrong.
    assert_eq!(wages("[{tu: 2026-07-01, muc: 1}, {tu: 2026-07-01, muc: 2530000}]").lines().count(), 1);
}
