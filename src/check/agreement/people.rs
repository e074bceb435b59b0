//! Whom the papers name: nominees and signers, the same in all of them.

use std::collections::BTreeMap;

use super::{kind_name, names, proposals};
use crate::check::wording::signers::same_person;
use crate::check::{Said, Scope, Sink, UnitScope, codes, similar, words};
use crate::finding::{At, Rule};
use crate::record::campaign::NomineeKind;
use crate::record::kind::Kind;
use crate::record::paper::{Filed, Signer};
use crate::record::scalar::Text;
use crate::record::text::{name_key, same_words};
use crate::record::unit::{Nominee, Unit};

pub(super) static STRANGER: Rule = Rule::error("khop/nguoi-la")
    .fixed()
    .text(
        "Mã nêu trong văn bản phải là mã của một đề nghị trong `de_nghi`.",
        "sửa lại mã; người được biểu quyết nhưng không được đề nghị thì ghi thêm `ten`",
    )
    .example("bieu_quyet: [{de_nghi: nguyen-van-aa, dong_y: 23}]");
pub(super) static DIFFERS: Rule = Rule::error("khop/ten-lech")
    .text(
        "Tên, chức vụ và hình thức khen thưởng của mỗi tập thể, cá nhân phải thống nhất trong mọi văn bản.",
        "sửa cho thống nhất với mục `de_nghi`, hoặc sửa mục ấy nếu văn bản ghi đúng",
    )
    .example(
        "de_nghi: [{ma: nguyen-van-a, ten: Nguyễn Văn A}]\nbieu_quyet: [{de_nghi: nguyen-van-a, ten: Nguyễn Văn Á}]",
    );
pub(super) static SELF: Rule = Rule::warning("khop/tu-xac-nhan")
    .text(
        "Người báo cáo thành tích không tự xác nhận cho mình: thủ trưởng đơn vị xác nhận; người đứng đầu thì do cấp trên xác nhận.",
        "ghi người xác nhận của cấp trên vào khóa `xac_nhan` của báo cáo",
    )
    .example("bao_cao_thanh_tich: {nguyen-van-b: {ngay: …}}   # nguyen-van-b là người ký tờ trình");
pub(super) static ALIKE: Rule = Rule::warning("khop/bao-cao-giong")
    .text(
        "Mỗi báo cáo thành tích do chính tập thể, cá nhân ấy viết, không chép của nhau.",
        "đề nghị viết lại báo cáo theo thành tích riêng của từng tập thể, cá nhân",
    )
    .example("(hai báo cáo giống nhau quá nửa)");
pub(super) static NAMESAKE: Rule = Rule::warning("khop/trung-ten")
    .text(
        "Hai cá nhân trùng họ tên mà không phân biệt được bằng ngày sinh thì cần kiểm tra có phải là cùng một người hay không.",
        "ghi `ngay_sinh` của từng người; nếu là cùng một người thì bỏ bớt một đề nghị",
    )
    .example("ten: Nguyễn Văn A   # đã có ở đơn vị khác");

pub(super) static TWICE: Rule = Rule::warning("khop/de-nghi-hai-noi")
    .text(
        "Mỗi cá nhân chỉ được đề nghị một lần, ở một cơ quan, đơn vị; trùng cả họ tên và ngày sinh thì coi là một người. Mỗi tập thể của một đơn vị chỉ được đề nghị một lần.",
        "giữ đề nghị của đơn vị quản lý người ấy, bỏ đề nghị kia; nếu là hai người thì bỏ qua cảnh báo này bằng `mien`",
    )
    .example("{ten: Nguyễn Văn A, ngay_sinh: 1985-03-02}   # đã có ở đơn vị khác");

pub(super) fn strangers(scope: &UnitScope, out: &mut Sink) {
    let unit = scope.unit;
    if unit.head.nominees.faulty {
        return;
    }
    let known: Vec<&str> = unit.head.nominees.iter().map(|n| n.code.as_str()).collect();
    // Somebody who has the like already is not who was meant.
    let choose = |said: Said, word: &str, has_one: &dyn Fn(&str) -> bool| match known.is_empty() {
        true => drop(said.help("bản ghi chưa có đề nghị nào; khai ở `de_nghi`, hoặc bỏ mã này khỏi văn bản")),
        false => {
            let near = unit.meant(word).map(|n| n.code.as_str()).filter(|code| !has_one(code));
            drop(said.choices(near, "các mã có trong `de_nghi`", &known));
        }
    };
    let slips = codes::nominees(scope.all, unit);
    // Of a code that two bear ho-so/trung-ma says which it should be.
    let repeated: Vec<At> = codes::repeated(unit).map(|nominee| nominee.code.at).collect();
    for slip in slips.iter().filter(|slip| !repeated.contains(&slip.at)) {
        out.say(Some(slip.at), slip.message("mã đề nghị")).help(slip.help());
    }
    let strange = |word: &str| unit.nominee(word).is_none() && !codes::explains(&slips, word);
    // A letter that corrects a paper stands under the name of that paper.
    let kinds = &scope.all.loaded.kinds;
    let about_nominees = |filed: &&Filed| !kinds.get(&filed.kind.text).is_some_and(Kind::corrects);
    for filed in unit.papers.iter().filter(about_nominees) {
        if let Some(name) = filed.nominee.as_ref().filter(|n| strange(&n.text)) {
            let said = out.say(Some(name.at), format!("không có đề nghị nào mang mã `{}`", name.text));
            let has_one = |code: &str| unit.papers_for(code).any(|other| other.kind.text == filed.kind.text);
            choose(said.paper(filed.name()), &name.text, &has_one);
        }
        let Some(paper) = filed.paper.get() else { continue };
        let voted = paper.votes.iter().filter(|v| v.name.is_absent()).map(|v| &v.nominee);
        for code in voted.chain(paper.nominees.iter()).filter(|c| strange(c.as_str())) {
            let said = out.say(Some(code.at), format!("không có đề nghị nào mang mã `{}`", code.as_str()));
            let named = |own: &str| {
                paper.votes.iter().any(|vote| vote.nominee.as_str() == own)
                    || paper.nominees.iter().any(|code| code.as_str() == own)
            };
            choose(said.paper(filed.name()), code, &named);
        }
    }
}

pub(super) fn differs(scope: &UnitScope, out: &mut Sink) {
    let mut compare = |what: &str, nominee: &Nominee, own: Option<&Text>, said: Option<&Text>, filed: &Filed| {
        let (Some(own), Some(said)) = (own, said) else { return };
        let same = same_words(&own.value, &said.value)
            || same_words(&words::label(scope.all.campaign, &own.value), &said.value);
        if !same {
            let message = format!(
                "{what} của {} trong {} là “{}”, trong đề nghị khen thưởng là “{}”",
                words::who(nominee),
                kind_name(scope, filed),
                words::label(scope.all.campaign, &said.value),
                words::label(scope.all.campaign, &own.value)
            );
            out.say(Some(said.at), message).paper(filed.name());
        }
    };
    for (filed, paper) in scope.papers() {
        for vote in paper.votes.iter() {
            let Some(nominee) = scope.unit.nominee(&vote.nominee) else { continue };
            compare("tên", nominee, nominee.name.get(), vote.name.get(), filed);
            compare("chức vụ", nominee, nominee.post.get(), vote.post.get(), filed);
            compare("hình thức khen thưởng", nominee, nominee.award.get(), vote.award.get(), filed);
        }
        let Some(nominee) = filed.nominee.as_ref().and_then(|n| scope.unit.nominee(&n.text)) else { continue };
        compare("tên", nominee, nominee.name.get(), paper.name.get(), filed);
        compare("chức vụ", nominee, nominee.post.get(), paper.post.get(), filed);
        compare("hình thức khen thưởng", nominee, nominee.award.get(), paper.award.get(), filed);
    }
}

pub(super) fn self_confirmed(scope: &UnitScope, out: &mut Sink) {
    let heads: Vec<&Text> = proposals(scope).filter_map(|(_, p)| p.signer.get()?.name.get()).collect();
    for (filed, paper) in scope.papers() {
        let Some(nominee) = filed.nominee.as_ref().and_then(|n| scope.unit.nominee(&n.text)) else { continue };
        let Some(name) = nominee.name.get().filter(|_| nominee.kind.get() == Some(&NomineeKind::Individual)) else {
            continue;
        };
        let is_own = |signer: &Signer| names::is_on_self(signer, filed, scope.unit);
        let by_another = match paper.confirmation.get() {
            Some(superior) => !is_own(superior),
            None => paper.confirmation.is_faulty(),
        };
        if by_another || paper.body.is_absent() {
            continue;
        }
        let who = words::upper_first(&words::who(nominee));
        if heads.iter().any(|head| same_person(head, name)) {
            let message =
                format!("{who} là người đứng đầu đơn vị và tự báo cáo thành tích của mình, chưa có cấp trên xác nhận");
            out.say(filed.nominee.as_ref().map(|n| n.at), message).paper(filed.name());
        } else if let Some(signer) = paper.signer.get().filter(|signer| is_own(signer)) {
            let message = format!("{who} vừa là người báo cáo vừa ký xác nhận báo cáo của mình thay đơn vị");
            out.say(Some(signer.at), message).paper(filed.name()).help(
                "ghi thủ trưởng đơn vị vào `nguoi_ky`; nếu người báo cáo là người đứng đầu thì ghi người xác nhận của cấp trên vào `xac_nhan`",
            );
        }
    }
}

pub(super) fn alike(scope: &Scope, out: &mut Sink) {
    let mut reports = Vec::new();
    for file in &scope.loaded.units {
        let Some(unit) = &file.unit else { continue };
        for filed in unit.papers.iter().filter(|f| f.nominee.is_some()) {
            let Some(body) = filed.paper.get().and_then(|p| p.body.get()) else { continue };
            let kind = filed.nominee.as_ref().and_then(|n| unit.nominee(&n.text)).and_then(|n| n.kind.get().copied());
            reports.push(similar::Report {
                group: (filed.kind.text.as_str(), kind.map(NomineeKind::word)),
                text: &body.text,
                about: (unit, filed, body.at),
            });
        }
    }
    for (a, b, share) in similar::pairs(&reports) {
        let (unit, filed, at) = b.about;
        let (other, first, _) = a.about;
        let message = format!(
            "báo cáo của {} giống {}% báo cáo của {}",
            author(unit, filed),
            (share * 100.0).round(),
            author(other, first),
        );
        out.say(Some(At { end: at.start + 1, ..at }), message).unit(&unit.code).paper(filed.name());
    }
}

/// Whose report it is, and of which unit where that is not the same.
fn author(unit: &Unit, filed: &Filed) -> String {
    match filed.nominee.as_ref().and_then(|name| unit.nominee(&name.text)) {
        Some(nominee) if words::name(nominee) != unit.name() => {
            format!("{} ({})", words::who(nominee), unit.short_name())
        }
        _ => unit.short_name(),
    }
}

/// Two nominees of one name whom no days of birth tell apart.
struct Pair<'a> {
    first: (&'a Unit, &'a Nominee),
    second: (&'a Unit, &'a Nominee),
    name: &'a Text,
    is_one_person: bool,
}

/// Each nominee with the first of the same name before: the one of the same day of birth, else one of whom the day is
/// not known.
fn pairs<'a>(scope: &Scope<'a>) -> Vec<Pair<'a>> {
    let mut seen: BTreeMap<String, Vec<(&Unit, &Nominee)>> = BTreeMap::new();
    let mut pairs = Vec::new();
    for unit in scope.loaded.known_units() {
        for nominee in unit.proposed().filter(|n| n.kind.get() == Some(&NomineeKind::Individual)) {
            let Some(name) = nominee.name.get() else { continue };
            let known = seen.entry(name_key(name)).or_default();
            let born = nominee.born.get().map(|day| day.value);
            let of = |other: &Nominee| other.born.get().map(|day| day.value);
            let same = known.iter().find(|(_, other)| born.is_some() && of(other) == born);
            let unclear = || known.iter().find(|(_, other)| born.is_none() || of(other).is_none());
            if let Some(first) = same.or_else(unclear) {
                pairs.push(Pair { first: *first, second: (unit, nominee), name, is_one_person: same.is_some() });
            }
            known.push((unit, nominee));
        }
    }
    pairs
}

pub(super) fn namesakes(scope: &Scope, out: &mut Sink) {
    for pair in pairs(scope).iter().filter(|pair| !pair.is_one_person) {
        let who = words::upper_first(&words::who(pair.second.1));
        let message = format!("{who} trùng họ tên với một người được đề nghị ở {}", pair.first.0.short_name());
        out.say(Some(pair.name.at), message).unit(&pair.second.0.code);
    }
}

pub(super) fn proposed_twice(scope: &Scope, out: &mut Sink) {
    for Pair { first, second, name, .. } in pairs(scope).into_iter().filter(|pair| pair.is_one_person) {
        let born = second.1.born.get().map_or_else(String::new, |day| words::day(day.value));
        let message = format!(
            "{} (sinh ngày {born}) đã được {} đề nghị, mã `{}`",
            words::upper_first(&words::who(second.1)),
            first.0.short_name(),
            first.1.code.as_str()
        );
        out.say(Some(name.at), message).unit(&second.0.code);
    }
    for unit in scope.loaded.known_units() {
        collective_twice(unit, out);
    }
}

/// Namesakes are people too, but a unit has only one collective of a name.
fn collective_twice(unit: &Unit, out: &mut Sink) {
    let mut seen: BTreeMap<String, &Nominee> = BTreeMap::new();
    for nominee in unit.proposed().filter(|n| n.kind.get() == Some(&NomineeKind::Collective)) {
        let Some(name) = nominee.name.get() else { continue };
        // Two under one code are said to bear it.
        match seen.get(&name_key(name)).filter(|first| first.code.value != nominee.code.value) {
            Some(first) => {
                let message = format!(
                    "{} được đề nghị hai lần, mã `{}` và `{}`",
                    name.value,
                    first.code.as_str(),
                    nominee.code.as_str()
                );
                out.say(Some(name.at), message)
                    .help("giữ một đề nghị; hình thức xét khi hình thức kia không được tặng thì ghi ở `du_phong`")
                    .unit(&unit.code);
            }
            None => drop(seen.insert(name_key(name), nominee)),
        }
    }
}
