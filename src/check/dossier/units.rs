//! Which units take part: each listed once, of a kind the campaign knows.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::check::campaign::lists::knows_units;
use crate::check::{Scope, Sink, UnitScope, codes, words};
use crate::finding::{At, Blocks, Rule};
use crate::record::Unit;
use crate::record::campaign::{Campaign, NomineeKind, UnitKind};
use crate::record::nearest::nearest;
use crate::record::scalar::Code;
use crate::record::text::{fold, may_be_same, name_key};

pub(super) static KIND: Rule = Rule::error("ho-so/loai-don-vi")
    .blocking(Blocks::List)
    .text(
        "Đơn vị phải thuộc một loại mà phong trào cho tham gia.",
        "sửa `loai`, hoặc khai thêm ở `loai_don_vi` của phong-trao.yaml",
    )
    .by("đối tượng tham gia của phong trào")
    .example("loai: truong_hoc");
pub(super) static NAME_OF_KIND: Rule = Rule::warning("ho-so/loai-khac-ten")
    .text(
        "Tên đơn vị bắt đầu bằng tên của một loại đơn vị thì đơn vị thuộc loại ấy, vì nhóm xét và cơ quan chủ quản in trên văn bản đều theo loại đơn vị.",
        "sửa `loai`, hoặc sửa tên đơn vị",
    )
    .by("đối tượng tham gia của phong trào")
    .example("ten: Ủy ban nhân dân phường Long Thủy\nloai: phong_ban   # loai_don_vi: {ubnd_phuong: {ten: Ủy ban nhân dân phường}}");
pub(super) static KIND_COUNT: Rule = Rule::warning("ho-so/so-don-vi")
    .text(
        "Số đơn vị của mỗi loại phải đúng như kế hoạch nêu.",
        "thêm đơn vị còn thiếu vào `don_vi`, hoặc sửa `so_luong` của loại ấy",
    )
    .by("đối tượng tham gia của phong trào")
    .example("loai_don_vi: {ban_qlda: {so_luong: 2}}   # chỉ có 01 đơn vị loại ấy");
pub(super) static UNLISTED: Rule = Rule::error("ho-so/ngoai-danh-sach")
    .blocking(Blocks::List)
    .text(
        "Mỗi tệp trong don-vi phải có mã trong danh sách `don_vi` của phong trào.",
        "thêm mã vào `don_vi` của phong-trao.yaml, hoặc đổi tên tệp theo đúng mã",
    )
    .by("danh sách đơn vị của phong trào")
    .example("don-vi/long-thuy-2.yaml");
pub(super) static TWICE: Rule = Rule::error("ho-so/don-vi-hai-lan")
    .blocking(Blocks::List)
    .text("Mỗi đơn vị chỉ có tên một lần trong danh sách `don_vi`.", "xóa dòng lặp lại")
    .example("don_vi: [long-thuy, long-thuy]");
pub(super) static STRANGER: Rule = Rule::error("ho-so/don-vi-la")
    .blocking(Blocks::List)
    .text("Đơn vị nêu ở gia hạn hay kết quả phải có trong danh sách `don_vi`.", "sửa lại mã đơn vị")
    .example("gia_han: [{don_vi: long-thuyy, den: 2021-05-28}]");

pub(super) static SAME_NAME: Rule = Rule::warning("ho-so/trung-ten-don-vi")
    .text(
        "Mỗi đơn vị có tên riêng, và tập thể được đề nghị không mang tên của một đơn vị khác.",
        "đối chiếu lại tên, thường do chép bản ghi của đơn vị khác; nếu hai đơn vị trùng tên thật thì bỏ qua bằng `mien`",
    )
    .example("ten: Ủy ban nhân dân phường Phước Bình   # trong long-thuy.yaml, khi đã có phuoc-binh.yaml");

/// Whether a unit's code says another name than its own: `long-thuy` of the ward of Phước Bình.
fn is_coded_otherwise(unit: &Unit) -> bool {
    !fold(unit.name()).replace(' ', "-").contains(&unit.code)
}

pub(super) fn same_names(scope: &Scope, out: &mut Sink) {
    // A file that is not listed is told as such; it may be a copy.
    let units = || scope.loaded.known_units().filter(|unit| scope.loaded.lists(&unit.code));
    let mut bearers: BTreeMap<String, &Unit> = BTreeMap::new();
    for unit in units() {
        let Some(name) = unit.head.name.get() else { continue };
        match bearers.entry(name_key(name)) {
            Entry::Vacant(first) => drop(first.insert(unit)),
            Entry::Occupied(first) => {
                // Which of the two is a copy of the other, their codes may tell.
                let copied = is_coded_otherwise(first.get()) && !is_coded_otherwise(unit);
                let (odd, usual) = if copied { (*first.get(), unit) } else { (unit, *first.get()) };
                let at = odd.head.name.get().map(|name| name.at);
                let message = format!("tên “{}” cũng là tên của đơn vị `{}`", name.value, usual.code);
                out.say(at, message).unit(&odd.code);
            }
        }
    }
    for (unit, nominee) in units().flat_map(|unit| unit.proposed().map(move |nominee| (unit, nominee))) {
        let name = nominee.name.get().filter(|_| nominee.kind.get() == Some(&NomineeKind::Collective));
        let own = unit.head.name.get().map(|own| name_key(own));
        let Some(name) = name.filter(|name| own != Some(name_key(name))) else { continue };
        if let Some(bearer) = bearers.get(&name_key(name)) {
            let message =
                format!("tập thể được đề nghị mang tên của đơn vị khác (`{}`): “{}”", bearer.code, name.value);
            out.say(Some(name.at), message).unit(&unit.code);
        }
    }
}

pub(super) fn unit_kind(scope: &UnitScope, out: &mut Sink) {
    let (Some(kind), kinds) = (scope.unit.head.kind.get(), &scope.all.campaign.unit_kinds) else { return };
    if kinds.get(&kind.value).is_some() || kinds.faulty || kinds.items.is_empty() {
        return;
    }
    if codes::explains(&scope.all.slips.unit_kinds, kind) {
        return;
    }
    let known: Vec<&str> = kinds.iter().map(|(name, _)| name.text.as_str()).collect();
    let near = nearest(&kind.value, known.iter().copied());
    out.say(
        Some(kind.at),
        format!("{} thuộc loại `{}`, không phải loại đơn vị tham gia phong trào", scope.unit.short_name(), kind.value),
    )
    .choices(near, "các loại tham gia", &known);
}

pub(super) fn kind_by_name(scope: &UnitScope, out: &mut Sink) {
    let (Some(kind), Some((code, name))) = (scope.unit.head.kind.get(), told_by_name(scope.unit, scope.all.campaign))
    else {
        return;
    };
    let message = format!(
        "{} được ghi là loại `{}`, trong khi tên đơn vị bắt đầu bằng tên của loại “{name}”",
        scope.unit.short_name(),
        kind.value
    );
    out.say(Some(kind.at), message).help(format!("sửa thành `{code}`, nếu đúng ý; nếu không thì sửa tên đơn vị"));
}

/// The kind that a unit's name tells, where it is another than the one written: code and name.
fn told_by_name<'a>(unit: &Unit, campaign: &'a Campaign) -> Option<(&'a str, &'a str)> {
    let written = unit.head.kind.get()?;
    let own = campaign.unit_kinds.get(written)?;
    let whole = name_key(unit.name());
    let begins = |kind: &UnitKind| {
        let name = kind.name.get().filter(|name| may_be_same(name, unit.name()))?;
        let name = name_key(name);
        let rest = whole.as_str();
        rest.strip_prefix(&name).filter(|rest| rest.is_empty() || rest.starts_with(' ')).map(|_| name.len())
    };
    if begins(own).is_some() {
        return None;
    }
    // Of kinds of which one's name begins the other's, the longer says more.
    let told = campaign.unit_kinds.iter().filter_map(|(code, kind)| Some((begins(kind)?, code, kind)));
    let (_, code, kind) = told.max_by_key(|(length, ..)| *length)?;
    Some((code.text.as_str(), kind.name.get()?.value.as_str()))
}

/// A kind that is misspelt where it is declared is said there, and not of every unit of that kind.
pub(super) fn misspelt_kinds(scope: &Scope, out: &mut Sink) {
    for slip in scope.slips.unit_kinds.iter().filter(|_| !scope.campaign.unit_kinds.faulty) {
        out.say(Some(slip.at), slip.message("loại đơn vị")).help(slip.help());
    }
}

pub(super) fn kind_count(scope: &Scope, out: &mut Sink) {
    let kinds = &scope.campaign.unit_kinds;
    let kind_of = |code: &Code| scope.loaded.unit(code).and_then(|unit| unit.head.kind.get());
    // A kind that is not known, or not one of the campaign's, may have been meant for any of them.
    let misled = |code: &Code| scope.loaded.unit(code).is_some_and(|u| told_by_name(u, scope.campaign).is_some());
    let kind_known = |code: &Code| kind_of(code).is_some_and(|kind| kinds.get(kind).is_some()) && !misled(code);
    let readable = knows_units(scope.campaign) && scope.campaign.units.iter().all(kind_known);
    for (name, kind) in kinds.iter().filter(|_| readable) {
        let Some(expected) = kind.expected.get() else { continue };
        let of_kind = |code: &&Code| kind_of(code).is_some_and(|k| k.value == name.text);
        let got = scope.campaign.units.iter().filter(of_kind).count();
        if got != expected.value as usize {
            let message = format!(
                "Kế hoạch nêu {} đơn vị loại `{}`, bản ghi có {}",
                words::count(expected.value as usize),
                name.text,
                words::count(got)
            );
            out.say(Some(expected.at), message);
        }
    }
}

pub(super) fn unlisted(scope: &Scope, out: &mut Sink) {
    for file in &scope.loaded.units {
        let explained = codes::explains(&scope.slips.units, &file.code);
        if !knows_units(scope.campaign) || scope.loaded.lists(&file.code) || explained {
            continue;
        }
        // A unit that has a file of its own is not what this one was meant for.
        let has_file = |code: &str| scope.loaded.units.iter().any(|file| file.code == code);
        let near = closest(&file.code, scope, has_file);
        let at = file.file.map(|file| At { file, start: 0, end: 0 });
        let message = format!("mã `{}` không có trong danh sách đơn vị của phong trào", file.code);
        let said = out.say(at, message).unit(&file.code);
        if let Some(near) = near {
            said.help(format!(
                "sửa thành `{near}`, nếu đúng ý; nếu là đơn vị mới thì thêm mã vào `don_vi` của phong-trao.yaml"
            ));
        }
    }
}

/// The listed unit that a code is, or was probably meant for; none of those that are `taken`.
pub(in crate::check) fn closest<'a>(code: &str, scope: &'a Scope, taken: impl Fn(&str) -> bool) -> Option<&'a str> {
    nearest(code, scope.campaign.units.iter().map(|c| c.as_str()).filter(|unit| !taken(unit)))
}

pub(super) fn listed_twice(scope: &Scope, out: &mut Sink) {
    let mut seen = BTreeSet::new();
    for code in scope.campaign.units.iter() {
        if !seen.insert(&code.value) {
            out.say(Some(code.at), format!("{} có tên hai lần trong danh sách đơn vị", scope.unit_name(code)))
                .unit(code.to_string());
        }
    }
}

pub(super) fn strangers(scope: &Scope, out: &mut Sink) {
    let slips = &scope.slips.units;
    for slip in slips.iter().filter(|_| !scope.campaign.units.faulty) {
        out.say(Some(slip.at), slip.message("đơn vị")).help(slip.help());
    }
    let listed = |word: &str| !knows_units(scope.campaign) || scope.loaded.lists(word) || codes::explains(slips, word);
    for extension in scope.campaign.extensions.iter().filter(|e| !listed(&e.unit)) {
        let has_one = |code: &str| scope.campaign.extensions.iter().any(|other| other.unit.as_str() == code);
        let message = format!("gia hạn cho `{}`, không có trong danh sách `don_vi`", extension.unit.as_str());
        let said = out.say(Some(extension.unit.at), message);
        if let Some(near) = closest(&extension.unit, scope, has_one) {
            said.help(format!("sửa thành `{near}`, nếu đúng ý"));
        }
    }
    if let Some(results) = &scope.loaded.results {
        for (name, _) in results.announced().flat_map(|units| units.iter()).filter(|(name, _)| !listed(&name.text)) {
            let has_one = |code: &str| results.gradings(code).is_some();
            let near = closest(&name.text, scope, has_one).map(|near| format!("sửa thành `{near}`, nếu đúng ý"));
            out.say(Some(name.at), format!("kết quả của `{}`, không có trong danh sách `don_vi`", name.text))
                .help(near.unwrap_or_else(|| "sửa lại mã đơn vị".into()));
        }
    }
}
