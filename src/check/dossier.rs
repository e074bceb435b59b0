//! The family `ho-so/`: who takes part, what was handed in, and when.

use chrono::NaiveDate;

use super::required::{self, State};
use super::{Check, Judge, Scope, Sink, UnitScope, words};
use crate::finding::{At, Blocks, Rule};
use crate::record::campaign::Campaign;
use crate::record::decode::nearest;

static MISSING: Rule = Rule::error("ho-so/thieu-thanh-phan")
    .blocking(Blocks::List)
    .text(
        "Hồ sơ đã nộp phải có đủ các thành phần mà phong trào quy định.",
        "đề nghị đơn vị bổ sung; lập xong thì thêm vào `ho_so` và ghi lần nộp vào `tiep_nhan`",
    )
    .by("thành phần hồ sơ nêu tại phong-trao.yaml (thanh_phan_ho_so)")
    .example("ho_so: {to_trinh: {…}}   # không có trich_bien_ban");
static LATE: Rule = Rule::warning("ho-so/qua-han")
    .text(
        "Hồ sơ phải nộp trong hạn; nộp muộn thì Ban Chỉ đạo quyết định có nhận hay không.",
        "ghi gia hạn vào `gia_han` của phong-trao.yaml, hoặc ghi lý do vào `mien`",
    )
    .by("hạn nộp nêu tại phong-trao.yaml (han_nop)")
    .example("tiep_nhan: [{ngay: 2021-05-26}]   # hạn: trước ngày 25/5/2021");
static NOT_YET: Rule = Rule::warning("ho-so/chua-nop")
    .text(
        "Xét đến ngày nêu ở --den-ngay, đơn vị đã quá hạn mà chưa nộp hồ sơ.",
        "đôn đốc đơn vị, hoặc ghi gia hạn vào `gia_han` của phong-trao.yaml",
    )
    .by("hạn nộp nêu tại phong-trao.yaml (han_nop)")
    .example("hoso check --den-ngay 2021-06-01   # đơn vị không có tiep_nhan");
static DEADLINE: Rule = Rule::warning("ho-so/han-truoc-minh-chung")
    .text(
        "Hạn nộp hồ sơ nên đặt sau ngày kết thúc kỳ thi đua, vì trước ngày đó chưa có kết quả xếp loại của cả kỳ.",
        "đề nghị cơ quan ban hành kế hoạch xem lại hạn nộp; hồ sơ vẫn được lập theo hạn hiện có",
    )
    .example("han_nop: {ngay: 2021-05-25}   # kỳ thi đua đến 31/12/2021");
static KIND: Rule = Rule::error("ho-so/loai-don-vi")
    .blocking(Blocks::List)
    .text(
        "Đơn vị phải thuộc một loại mà phong trào cho tham gia.",
        "sửa `loai`, hoặc khai thêm ở `loai_don_vi` của phong-trao.yaml",
    )
    .by("đối tượng tham gia nêu tại phong-trao.yaml (loai_don_vi)")
    .example("loai: truong_hoc");
static KIND_COUNT: Rule = Rule::warning("ho-so/so-don-vi")
    .text(
        "Số đơn vị của mỗi loại phải đúng như kế hoạch nêu.",
        "thêm đơn vị còn thiếu vào `don_vi`, hoặc sửa `so_luong` của loại ấy",
    )
    .by("đối tượng tham gia nêu tại phong-trao.yaml (loai_don_vi)")
    .example("loai_don_vi: {ban_qlda: {so_luong: 2}}   # chỉ có 01 đơn vị loại ấy");
static UNLISTED: Rule = Rule::error("ho-so/ngoai-danh-sach")
    .blocking(Blocks::List)
    .text(
        "Mỗi tệp trong don-vi phải có mã trong danh sách `don_vi` của phong trào.",
        "thêm mã vào `don_vi` của phong-trao.yaml, hoặc đổi tên tệp theo đúng mã",
    )
    .by("danh sách đơn vị nêu tại phong-trao.yaml (don_vi)")
    .example("don-vi/long-thuy-2.yaml");
static TWICE: Rule = Rule::error("ho-so/don-vi-hai-lan")
    .blocking(Blocks::List)
    .text("Mỗi đơn vị chỉ có tên một lần trong danh sách `don_vi`.", "xóa dòng lặp lại")
    .example("don_vi: [long-thuy, long-thuy]");
static STRANGER: Rule = Rule::error("ho-so/don-vi-la")
    .blocking(Blocks::List)
    .text("Đơn vị nêu ở gia hạn hay kết quả phải có trong danh sách `don_vi`.", "sửa lại mã đơn vị")
    .example("gia_han: [{don_vi: long-thuyy, den: 2021-05-28}]");
static CODE_TWICE: Rule = Rule::error("ho-so/trung-ma")
    .blocking(Blocks::List)
    .text("Trong một đơn vị, mỗi đề nghị khen thưởng có mã riêng.", "đặt lại mã cho một trong hai")
    .example("de_nghi: [{ma: tap-the, …}, {ma: tap-the, …}]");
static NOBODY: Rule = Rule::error("ho-so/khong-de-nghi")
    .blocking(Blocks::List)
    .text(
        "Hồ sơ đã nộp phải có tập thể, cá nhân được đề nghị; đơn vị không đề nghị khen thưởng thì ghi `khong_de_nghi`; không ghi cả hai.",
        "ghi `de_nghi`, hoặc ghi `khong_de_nghi: {ly_do, so, ngay}`",
    )
    .example("khong_de_nghi: {ly_do: …}\nde_nghi: [{ma: tap-the, …}]");
static AWARD: Rule = Rule::error("ho-so/hinh-thuc")
    .blocking(Blocks::List)
    .text(
        "Hình thức khen thưởng phải là một hình thức của phong trào.",
        "sửa `hinh_thuc`, hoặc khai thêm ở `hinh_thuc_khen` của phong-trao.yaml",
    )
    .by("hình thức khen thưởng nêu tại phong-trao.yaml (hinh_thuc_khen)")
    .example("hinh_thuc: giay_ken");
static PLAN: Rule = Rule::warning("ho-so/ke-hoach-don-vi")
    .text(
        "Mỗi đơn vị xây dựng kế hoạch thực hiện phong trào của mình.",
        "ghi số, ngày kế hoạch của đơn vị vào khóa `ke_hoach`",
    )
    .by("kế hoạch phát động phong trào")
    .example("(không có khóa ke_hoach trong bản ghi đơn vị)");

static LEVEL: Rule = Rule::warning("ho-so/muc-do-la")
    .text("Mã ghi ở `muc_do` phải là mã của một phát hiện.", "sửa lại mã; `hoso explain` liệt kê mọi mã")
    .example("muc_do: {ho-so/qua-hang: tat}");

pub(super) static CHECKS: &[Check] = &[
    Check { rule: &MISSING, judge: Judge::Unit(missing) },
    Check { rule: &LATE, judge: Judge::Unit(late) },
    Check { rule: &NOT_YET, judge: Judge::Campaign(not_yet) },
    Check { rule: &DEADLINE, judge: Judge::Campaign(deadline_before_evidence) },
    Check { rule: &KIND, judge: Judge::Unit(unit_kind) },
    Check { rule: &KIND_COUNT, judge: Judge::Campaign(kind_count) },
    Check { rule: &UNLISTED, judge: Judge::Campaign(unlisted) },
    Check { rule: &TWICE, judge: Judge::Campaign(listed_twice) },
    Check { rule: &STRANGER, judge: Judge::Campaign(strangers) },
    Check { rule: &CODE_TWICE, judge: Judge::Unit(code_twice) },
    Check { rule: &NOBODY, judge: Judge::Unit(nobody) },
    Check { rule: &AWARD, judge: Judge::Unit(award) },
    Check { rule: &AWARD, judge: Judge::Campaign(quota_awards) },
    Check { rule: &LEVEL, judge: Judge::Campaign(levels) },
    Check { rule: &PLAN, judge: Judge::Unit(plan) },
];

fn missing(scope: &UnitScope, out: &mut Sink) {
    if !scope.unit.has_handed_in() {
        return;
    }
    for item in required::items(scope.unit, scope.all.campaign, &scope.all.loaded.kinds) {
        if !item.is_lacking() {
            continue;
        }
        let of = item.nominee.map_or_else(String::new, |n| format!(" của {}", words::who(n)));
        let unit = scope.unit.short_name();
        let copies = words::count(item.copies as usize);
        let near = item.near.or(scope.top());
        let paper = match item.nominee {
            Some(n) => format!("{}/{}", item.kind.code, n.code.as_str()),
            None => item.kind.code.clone(),
        };
        let message = match item.state {
            State::NotHandedIn => format!(
                "Hồ sơ của {unit} chưa nộp {copies} {}{of}: không lần tiếp nhận nào ghi `{}`",
                item.name, item.kind.code
            ),
            _ => format!("Hồ sơ của {unit} còn thiếu {copies} {}{of}", item.name),
        };
        out.say(near, message).clause(item.clause).paper(paper).help(format!("Đề nghị bổ sung {}{of}.", item.name));
    }
}

/// The last day on which a unit's dossier is in time, with what sets it.
pub fn last_day(campaign: &Campaign, unit: &str) -> Option<NaiveDate> {
    if let Some(extension) = campaign.extensions.iter().find(|e| e.unit.as_str() == unit) {
        return Some(extension.to.value);
    }
    let deadline = campaign.deadline.get()?;
    match deadline.inclusive.get().is_some_and(|yes| yes.value) {
        true => Some(deadline.date.value),
        false => deadline.date.value.pred_opt(),
    }
}

/// How the deadline reads: `trước ngày 25/5/2021` or `đến hết ngày 24/5/2021`.
pub fn deadline_words(campaign: &Campaign, unit: &str) -> Option<String> {
    if let Some(extension) = campaign.extensions.iter().find(|e| e.unit.as_str() == unit) {
        return Some(format!("đến hết ngày {} (được gia hạn)", words::day(extension.to.value)));
    }
    let deadline = campaign.deadline.get()?;
    let word =
        if deadline.inclusive.get().is_some_and(|yes| yes.value) { "đến hết ngày" } else { "trước ngày" };
    Some(format!("{word} {}", words::day(deadline.date.value)))
}

fn clause(campaign: &Campaign) -> Option<&str> {
    campaign.deadline.get()?.clause.get().map(|c| c.value.as_str())
}

fn late(scope: &UnitScope, out: &mut Sink) {
    let campaign = scope.all.campaign;
    let Some(last) = last_day(campaign, &scope.unit.code) else { return };
    let first = scope.unit.head.receipts.iter().filter_map(|r| r.date.get()).min_by_key(|d| d.value);
    if let Some(first) = first.filter(|d| d.value > last) {
        let due = deadline_words(campaign, &scope.unit.code).unwrap_or_default();
        let days = (first.value - last).num_days();
        let message = format!(
            "Hồ sơ của {} nộp ngày {}, muộn {} ngày so với hạn ({due})",
            scope.unit.short_name(),
            words::day(first.value),
            words::count(usize::try_from(days).unwrap_or(0)),
        );
        out.say(Some(first.at), message).clause(clause(campaign));
    }
}

fn not_yet(scope: &Scope, out: &mut Sink) {
    let Some(as_of) = scope.as_of else { return };
    for code in scope.campaign.units.iter() {
        let Some(last) = last_day(scope.campaign, code) else { continue };
        let file = scope.loaded.units.iter().find(|u| u.code == code.as_str());
        let handed_in = file.is_some_and(|f| {
            f.unit.as_ref().is_none_or(|u| u.has_handed_in() || u.head.proposes_nobody.get().is_some())
        });
        if as_of > last && !handed_in {
            let name = scope.loaded.unit(code).map_or_else(|| code.to_string(), |u| u.short_name());
            let message = format!(
                "Tính đến ngày {}, {name} chưa nộp hồ sơ (hạn: {})",
                words::day(as_of),
                deadline_words(scope.campaign, code).unwrap_or_default()
            );
            out.say(Some(code.at), message).clause(clause(scope.campaign)).unit(code.to_string());
        }
    }
}

fn deadline_before_evidence(scope: &Scope, out: &mut Sink) {
    let Some(deadline) = scope.campaign.deadline.get() else { return };
    let end = match (scope.campaign.period.get(), scope.campaign.year.get()) {
        (Some(period), _) => Some(period.to.value),
        (None, Some(year)) if scope.campaign.period.is_absent() => {
            i32::try_from(year.value).ok().and_then(|y| NaiveDate::from_ymd_opt(y, 12, 31))
        }
        _ => None,
    };
    let graded = scope.campaign.criteria.iter().any(|c| c.test == crate::record::campaign::Test::Grade);
    if let Some(end) = end.filter(|end| graded && deadline.date.value <= *end) {
        let message = format!(
            "Hạn nộp hồ sơ ({}) sớm hơn ngày kết thúc kỳ thi đua ({}), nên khi nộp chưa thể có kết quả xếp loại của cả kỳ",
            words::day(deadline.date.value),
            words::day(end),
        );
        out.say(Some(deadline.date.at), message).clause(deadline.clause.get().map(|c| c.value.as_str()));
    }
}

fn unit_kind(scope: &UnitScope, out: &mut Sink) {
    let (Some(kind), kinds) = (scope.unit.head.kind.get(), &scope.all.campaign.unit_kinds) else { return };
    if kinds.get(&kind.value).is_some() || kinds.faulty {
        return;
    }
    let known: Vec<&str> = kinds.iter().map(|(name, _)| name.text.as_str()).collect();
    let meant =
        nearest(&kind.value, known.iter().copied()).map_or_else(String::new, |near| format!("có phải là `{near}`? "));
    out.say(
        Some(kind.at),
        format!("{} thuộc loại `{}`, không phải loại đơn vị tham gia phong trào", scope.unit.short_name(), kind.value),
    )
    .help(format!("{meant}Các loại tham gia: {}", known.join(", ")));
}

fn kind_count(scope: &Scope, out: &mut Sink) {
    let kind_known =
        |code: &crate::record::scalar::Code| scope.loaded.unit(code).is_some_and(|unit| unit.head.kind.get().is_some());
    let readable = !scope.campaign.units.faulty && scope.campaign.units.iter().all(kind_known);
    for (name, kind) in scope.campaign.unit_kinds.iter().filter(|_| readable) {
        let Some(expected) = kind.expected.get() else { continue };
        let of_kind = |code: &&crate::record::scalar::Code| {
            scope.loaded.unit(code).and_then(|u| u.head.kind.get()).is_some_and(|k| k.value == name.text)
        };
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

fn unlisted(scope: &Scope, out: &mut Sink) {
    for file in &scope.loaded.units {
        if scope.campaign.units.faulty || scope.campaign.units.iter().any(|code| code.as_str() == file.code) {
            continue;
        }
        let near = closest(&file.code, scope);
        let at = file.file.map(|file| At { file, start: 0, end: 0 });
        let message = format!("mã `{}` không có trong danh sách `don_vi` của phong trào", file.code);
        let said = out.say(at, message).unit(&file.code);
        if let Some(near) = near {
            said.help(format!("có phải là `{near}`? Nếu là đơn vị mới thì thêm mã vào `don_vi` của phong-trao.yaml"));
        }
    }
}

fn closest<'a>(code: &str, scope: &'a Scope) -> Option<&'a str> {
    let codes = scope.campaign.units.iter().map(|c| c.as_str());
    codes
        .filter(|known| strsim::damerau_levenshtein(code, known) <= 2)
        .min_by_key(|known| strsim::damerau_levenshtein(code, known))
}

fn listed_twice(scope: &Scope, out: &mut Sink) {
    let mut seen = std::collections::BTreeSet::new();
    for code in scope.campaign.units.iter() {
        if !seen.insert(&code.value) {
            out.say(Some(code.at), format!("đơn vị `{}` có tên hai lần trong danh sách", code.as_str()))
                .unit(code.to_string());
        }
    }
}

fn strangers(scope: &Scope, out: &mut Sink) {
    let listed = |word: &str| scope.campaign.units.faulty || scope.campaign.units.iter().any(|c| c.as_str() == word);
    for extension in scope.campaign.extensions.iter().filter(|e| !listed(&e.unit)) {
        out.say(
            Some(extension.unit.at),
            format!("gia hạn cho `{}`, không có trong danh sách `don_vi`", extension.unit.as_str()),
        );
    }
    if let Some(results) = &scope.loaded.results {
        for (name, _) in results.units.iter().filter(|(name, _)| !listed(&name.text)) {
            let near = closest(&name.text, scope).map_or_else(String::new, |near| format!("có phải là `{near}`? "));
            out.say(Some(name.at), format!("kết quả của `{}`, không có trong danh sách `don_vi`", name.text))
                .help(format!("{near}Sửa lại mã đơn vị."));
        }
    }
}

fn code_twice(scope: &UnitScope, out: &mut Sink) {
    let mut seen = std::collections::BTreeSet::new();
    for nominee in scope.unit.head.nominees.iter() {
        if !seen.insert(&nominee.code.value) {
            out.say(Some(nominee.code.at), format!("mã `{}` dùng cho hai đề nghị", nominee.code.as_str()));
        }
    }
}

fn nobody(scope: &UnitScope, out: &mut Sink) {
    let head = &scope.unit.head;
    match head.proposes_nobody.get() {
        Some(letter) if !head.nominees.items.is_empty() => {
            let message =
                format!("{} báo không đề nghị khen thưởng nhưng vẫn có mục `de_nghi`", scope.unit.short_name());
            out.say(Some(letter.at), message);
        }
        None if head.nominees.items.is_empty()
            && !head.nominees.faulty
            && head.proposes_nobody.is_absent()
            && scope.unit.has_handed_in() =>
        {
            let message = format!(
                "{} đã nộp hồ sơ nhưng không đề nghị tập thể, cá nhân nào, cũng không báo là không đề nghị khen thưởng",
                scope.unit.short_name()
            );
            out.say(head.nominees.at.or(scope.top()), message);
        }
        _ => {}
    }
}

/// Awards of the campaign: declared ones, and those that have a quota.
pub fn awards(campaign: &Campaign) -> Vec<&str> {
    let mut known: Vec<&str> = campaign.awards.iter().map(|(name, _)| name.text.as_str()).collect();
    for (name, _) in campaign.quotas.iter() {
        if !known.contains(&name.text.as_str()) {
            known.push(&name.text);
        }
    }
    known
}

fn award(scope: &UnitScope, out: &mut Sink) {
    let known = awards(scope.all.campaign);
    if known.is_empty() {
        return;
    }
    for nominee in scope.unit.head.nominees.iter() {
        for award in [nominee.award.get(), nominee.fallback.get()].into_iter().flatten() {
            if known.contains(&award.value.as_str()) {
                continue;
            }
            let meant = nearest(&award.value, known.iter().copied())
                .map_or_else(String::new, |near| format!("có phải là `{near}`? "));
            out.say(Some(award.at), format!("`{}` không phải là hình thức khen thưởng của phong trào", award.value))
                .help(format!("{meant}Các hình thức: {}", known.join(", ")));
        }
    }
}

fn plan(scope: &UnitScope, out: &mut Sink) {
    if scope.unit.head.plan.is_absent() && scope.unit.head.proposes_nobody.is_absent() {
        let message = format!("{} chưa khai kế hoạch thực hiện phong trào của đơn vị", scope.unit.short_name());
        out.say(scope.top(), message);
    }
}

/// Quotas are for awards that are declared, where any are.
fn quota_awards(scope: &Scope, out: &mut Sink) {
    let awards = &scope.campaign.awards;
    let unknown = |name: &str| !awards.items.is_empty() && !awards.faulty && awards.get(name).is_none();
    for (name, _) in scope.campaign.quotas.iter().filter(|(name, _)| unknown(&name.text)) {
        let known: Vec<&str> = awards.iter().map(|(name, _)| name.text.as_str()).collect();
        out.say(Some(name.at), format!("`{}` có số lượng nhưng chưa khai ở `hinh_thuc_khen`", name.text))
            .help(format!("Các hình thức đã khai: {}", known.join(", ")));
    }
}

fn levels(scope: &Scope, out: &mut Sink) {
    let known: Vec<&str> = super::rules().map(|rule| rule.code).collect();
    for (name, _) in scope.campaign.severities.iter().filter(|(name, _)| !known.contains(&name.text.as_str())) {
        let distance = |code: &&&str| strsim::damerau_levenshtein(&name.text, code);
        let near = known.iter().min_by_key(distance).filter(|code| distance(code) <= 4);
        let said = out.say(Some(name.at), format!("`{}` không phải là mã đổi mức độ được", name.text));
        if let Some(near) = near {
            said.help(format!("có phải là `{near}`? `hoso explain` liệt kê mọi mã"));
        }
    }
}
