//! Every rule on a small campaign: silent where all is well, exact where something is not.
//!
//! A fixture is the clean campaign with one thing changed, and the whole text of what is then said: so
//! each also proves that one fault is reported once and nothing else is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../support/mod.rs"]
mod support;

mod ban_mau;
mod can_cu;
mod dau_cuoi;
mod gia_phai_tra;
mod gia_phai_tra_xet_duyet;
mod ho_so;
mod ho_ten;
mod khop;
mod khop_ngay;
mod ma_khai_sai;
mod mau_thuan;
mod muc_do;
mod phong_trao;
mod so_luong;
mod su_kien;
mod table;
mod thanh_phan;
mod tieu_chuan;
mod van_ban;
mod van_ban_trong;
mod xet_duyet;
mod xet_duyet_dung;
mod xet_duyet_hop;
mod xet_duyet_neu_ra;

use support::*;

/// The campaign that all fixtures start from breaks no rule at all, and all its papers can be made.
#[test]
fn the_small_campaign_is_clean() {
    let checked = Records::small().check();
    assert_eq!(checked.text(), "");
    assert_eq!(checked.blocked(), Vec::<&str>::new());
    assert_eq!(checked.documents.len(), 17);
}

/// The shipped campaign breaks none either, but for the one thing its plan is at fault for.
#[test]
fn the_shipped_campaign_says_only_what_its_notes_say() {
    insta::assert_snapshot!(Records::phuoc_long().check().text(), @"phong-trao.yaml:121:9: cảnh báo[ho-so/han-truoc-minh-chung]: Hạn nộp hồ sơ (25/5/2021) sớm hơn ngày kết thúc kỳ thi đua (31/12/2021), nên khi nộp chưa thể có kết quả xếp loại của cả kỳ");
}

/// What is said about the small campaign with one thing changed.
fn after(change: impl FnOnce(Records) -> Records) -> String {
    change(Records::small()).check().text()
}

/// The remedies of what is said then.
fn helps_after(change: impl FnOnce(Records) -> Records) -> String {
    change(Records::small()).check().helps()
}
