//! The required set: every part names a kind of paper, or a choice of kinds.

use crate::check::codes::{self, Slip};
use crate::check::{Scope, Sink};
use crate::finding::{At, Blocks, Rule};
use crate::record::campaign::Part;
use crate::record::nearest::nearest;

pub(super) static PART: Rule = Rule::error("phong-trao/thanh-phan")
    .blocking(Blocks::List)
    .text(
        "Mỗi thành phần hồ sơ nêu một loại văn bản đã khai (`loai`), mỗi loại một lần, hoặc các thành phần để chọn lấy một (`mot_trong`); loại mới thì khai `ten` hoặc `nguon`.",
        "sửa `loai`; nếu là loại mới thì ghi thêm `ten` ngay tại thành phần này, hoặc khai ở `loai_van_ban`",
    )
    .example("thanh_phan_ho_so: [{loai: to_trin}]");

pub(super) fn parts(scope: &Scope, out: &mut Sink) {
    let slips: &[Slip] = if scope.campaign.kinds.faulty { &[] } else { &scope.slips.kinds };
    for slip in slips {
        out.say(Some(slip.at), slip.message("loại văn bản")).help(slip.help());
    }
    codes::say(&scope.slips.parts, out, |Slip { declared, used, .. }, places| {
        format!(
            "thành phần hồ sơ nêu `{declared}`, không hồ sơ nào có, trong khi `{used}`, viết gần giống, được ghi ở {places} chỗ mà không thành phần nào đòi"
        )
    });
    for part in scope.campaign.required_set.iter() {
        judge(part, scope, slips, out);
    }
    twice(scope, out);
}

/// A kind that is asked for twice of the same dossier: two parts may share it only if each says when.
fn twice(scope: &Scope, out: &mut Sink) {
    let parts = &scope.campaign.required_set;
    for (index, part) in parts.iter().enumerate() {
        let Some(kind) = part.kind.get().filter(|_| part.one_of.items.is_empty()) else { continue };
        let same = |other: &&Part| other.kind.get().is_some_and(|own| own.value == kind.value);
        let overlaps = |other: &Part| other.when.is_absent() || part.when.is_absent();
        if parts.iter().take(index).filter(same).any(overlaps) {
            out.say(Some(kind.at), format!("thành phần hồ sơ nêu `{}` hai lần", kind.value))
                .help("xóa thành phần lặp lại; nếu mỗi lần cho một trường hợp thì ghi `khi` ở cả hai");
        }
    }
}

fn judge(part: &Part, scope: &Scope, slips: &[Slip], out: &mut Sink) {
    let explained = part.kind.get().is_some_and(|kind| codes::explains(slips, kind));
    if let Some((at, message, help)) = fault(part, scope).filter(|_| !explained) {
        let said = out.say(Some(at), message);
        if let Some(help) = help {
            said.help(help);
        }
    }
    for inner in part.one_of.iter().chain(part.parts.iter()) {
        judge(inner, scope, slips, out);
    }
}

fn fault(part: &Part, scope: &Scope) -> Option<(At, String, Option<String>)> {
    let kinds = &scope.loaded.kinds;
    let chooses = !part.one_of.items.is_empty();
    if let Some(at) = part.one_of.at.filter(|_| !chooses && !part.one_of.faulty) {
        let help = "ghi các thành phần để chọn vào `mot_trong`, hoặc bỏ khóa này và ghi `loai`";
        return Some((at, "`mot_trong` chưa nêu thành phần nào để chọn".into(), Some(help.into())));
    }
    match part.kind.get() {
        Some(kind) if chooses => {
            let help = "giữ một trong hai khóa; cần cả hai thì tách thành hai thành phần";
            Some((kind.at, "thành phần này nêu cả `loai` và `mot_trong`".into(), Some(help.into())))
        }
        Some(kind) if kinds.get(kind).is_none() && !scope.campaign.kinds.faulty => {
            let message = format!("thành phần hồ sơ nêu `{}`, không phải loại văn bản nào đã khai", kind.value);
            let near = nearest(kind, kinds.codes());
            let help = near.map(|near| {
                format!("sửa thành `{near}`, nếu đúng ý; nếu là loại mới thì ghi thêm `ten` tại thành phần này, hoặc khai ở `loai_van_ban`")
            });
            Some((kind.at, message, help))
        }
        None if part.kind.is_absent() && !chooses && !part.one_of.faulty => {
            let help = "ghi `loai` của văn bản phải nộp, hoặc xóa thành phần này";
            Some((part.at, "thành phần hồ sơ này chưa nêu loại văn bản (`loai`)".into(), Some(help.into())))
        }
        _ => None,
    }
}
