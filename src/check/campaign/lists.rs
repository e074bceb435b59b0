//! Lists of the campaign: those that everything else is measured by must not be empty, and groups must be groups.

use super::top;
use crate::check::{Scope, Sink};
use crate::finding::{At, Blocks, Rule};
use crate::record::campaign::{Campaign, Quota, Test};
use crate::record::decode::List;
use crate::record::nearest::nearest;

pub(super) static EMPTY: Rule = Rule::error("phong-trao/de-trong")
    .blocking(Blocks::List)
    .text(
        "Danh sách đơn vị, loại đơn vị, thành phần hồ sơ, hình thức khen thưởng và mỗi thang xếp loại của phong trào không được để trống.",
        "ghi các mục của danh sách này theo kế hoạch",
    )
    .example("don_vi: []");
pub(super) static GROUP: Rule = Rule::error("phong-trao/nhom-la")
    .blocking(Blocks::List)
    .text(
        "Nhóm ghi ở `so_luong` phải là nhóm của một loại đơn vị (`loai_don_vi`).",
        "sửa `nhom` ở đây, hoặc ghi nhóm ấy cho loại đơn vị ở `loai_don_vi`",
    )
    .example("so_luong: {giay_khen: [{nhom: xa_phuonq, tap_the: 1}]}");

/// Whether the list of units can tell who takes part; an empty or unreadable one is reported by itself.
pub fn knows_units(campaign: &Campaign) -> bool {
    !campaign.units.faulty && !campaign.units.items.is_empty()
}

pub(super) fn empty(scope: &Scope, out: &mut Sink) {
    let campaign = scope.campaign;
    let lists = [
        written_empty(&campaign.units).map(|at| (at, "danh sách đơn vị (`don_vi`)")),
        written_empty(&campaign.unit_kinds).map(|at| (at, "danh sách loại đơn vị (`loai_don_vi`)")),
        written_empty(&campaign.required_set).map(|at| (at, "thành phần hồ sơ (`thanh_phan_ho_so`)")),
    ];
    for (at, what) in lists.into_iter().flatten() {
        out.say(Some(at), format!("{what} để trống"));
    }
    let awards = &campaign.awards;
    if awards.items.is_empty() && !awards.faulty {
        let message = "phong trào chưa khai hình thức khen thưởng nào (`hinh_thuc_khen`)";
        out.say(awards.at.or(top(scope)), message)
            .help("ghi mỗi hình thức với tên và người có thẩm quyền tặng: `giay_khen: {ten: Giấy khen, cua: …}`");
    }
    let graded = campaign.criteria.iter().any(|criterion| criterion.test == Test::Grade);
    if graded && campaign.scales.items.is_empty() && !campaign.scales.faulty {
        let message = "phong trào có tiêu chuẩn về xếp loại nhưng chưa khai thang xếp loại nào (`thang_xep_loai`)";
        out.say(campaign.scales.at.or(top(scope)), message).help("ghi các bậc của mỗi thang từ cao xuống thấp");
    }
    for (name, steps) in campaign.scales.iter() {
        if let Some(at) = written_empty(steps) {
            out.say(Some(at), format!("thang xếp loại `{}` chưa có bậc nào", name.text))
                .help("ghi các bậc của thang từ cao xuống thấp");
        }
    }
}

fn written_empty<T>(list: &List<T>) -> Option<At> {
    list.at.filter(|_| list.items.is_empty() && !list.faulty)
}

/// A group that no number is allotted to, and that is nearly one that has some: the kinds of units are not counted.
fn misspelt_groups(scope: &Scope, known: &[&str], out: &mut Sink) {
    let limits = scope.campaign.quotas.iter().filter_map(|(_, quota)| match quota {
        Quota::Limits(lines) => Some(lines),
        Quota::Undecided => None,
    });
    let lines: Vec<_> = limits.flat_map(|lines| lines.iter()).collect();
    let allotted: Vec<&str> = lines.iter().filter_map(|line| Some(line.group.get()?.value.as_str())).collect();
    for (name, kind) in scope.campaign.unit_kinds.iter() {
        let Some(group) = kind.group.get().filter(|group| !allotted.contains(&group.value.as_str())) else { continue };
        let is_group = |near: &&str| known.contains(near);
        if let Some(near) = nearest(group, allotted.iter().copied()).filter(is_group) {
            let message =
                format!("loại đơn vị `{}` thuộc nhóm `{}`, không được phân bổ số lượng nào", name.text, group.value);
            out.say(Some(group.at), message).help(format!("sửa thành `{near}`, nếu đúng ý"));
        }
    }
    for line in lines {
        let counts = [&line.collectives, &line.individuals, &line.households];
        if let Some(group) = line.group.get().filter(|_| counts.iter().all(|count| count.is_absent())) {
            let message = format!("mục phân bổ cho nhóm `{}` không ghi số tập thể hay cá nhân nào", group.value);
            out.say(Some(group.at), message).help("ghi `tap_the`, `ca_nhan` hoặc `ho_gia_dinh`, hoặc xóa mục này");
        }
    }
}

pub(super) fn groups(scope: &Scope, out: &mut Sink) {
    let kinds = &scope.campaign.unit_kinds;
    if kinds.faulty || kinds.items.is_empty() || kinds.iter().any(|(_, kind)| kind.group.is_faulty()) {
        return;
    }
    let mut known: Vec<&str> = kinds.iter().filter_map(|(_, kind)| Some(kind.group.get()?.value.as_str())).collect();
    known.sort_unstable();
    known.dedup();
    misspelt_groups(scope, &known, out);
    for (award, quota) in scope.campaign.quotas.iter() {
        let Quota::Limits(lines) = quota else { continue };
        for group in lines.iter().filter_map(|line| line.group.get()).filter(|g| !known.contains(&g.value.as_str())) {
            let near = nearest(group, known.iter().copied());
            let message =
                format!("số lượng `{}` nêu nhóm `{}`, không loại đơn vị nào thuộc nhóm ấy", award.text, group.value);
            out.say(Some(group.at), message).choices(near, "các nhóm đã khai", &known);
        }
    }
}
