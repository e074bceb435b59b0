//! The family `khop/`: do the papers of a unit agree with each other?

use super::{Check, Judge, Scope, Sink, UnitScope, similar, words};
use crate::finding::{At, Blocks, Rule};
use crate::record::campaign::{Base, NomineeKind};
use crate::record::kind::Block;
use crate::record::paper::{Filed, Paper, Vote};
use crate::record::scalar::{Date, Text};
use crate::record::text::{fold, same_words};
use crate::record::unit::Nominee;

static NOT_VOTED: Rule = Rule::error("khop/chua-bieu-quyet")
    .blocking(Blocks::List)
    .text(
        "Tập thể, cá nhân được đề nghị trong tờ trình phải có kết quả biểu quyết trong biên bản họp.",
        "bổ sung kết quả biểu quyết, hoặc bỏ đề nghị này khỏi tờ trình",
    )
    .by("trích biên bản họp xét khen thưởng là thành phần hồ sơ nêu tại phong-trao.yaml")
    .example("bieu_quyet: []   # tờ trình đề nghị nguyen-van-a");
static NOT_PASSED: Rule = Rule::error("khop/khong-thong-qua")
    .blocking(Blocks::List)
    .text(
        "Tập thể, cá nhân được đề nghị trong tờ trình phải được cuộc họp thông qua.",
        "đối chiếu số phiếu với biên bản; nếu đúng như vậy thì bỏ đề nghị này khỏi tờ trình",
    )
    .by("trích biên bản họp xét khen thưởng là thành phần hồ sơ nêu tại phong-trao.yaml")
    .example("bieu_quyet: [{de_nghi: nguyen-van-a, dong_y: 5, khong_dong_y: 18}]");
static STRANGER: Rule = Rule::error("khop/nguoi-la")
    .text(
        "Mã nêu trong văn bản phải là mã của một đề nghị trong `de_nghi`.",
        "sửa lại mã; người được biểu quyết nhưng không được đề nghị thì ghi thêm `ten`",
    )
    .example("bieu_quyet: [{de_nghi: nguyen-van-aa, dong_y: 23}]");
static COUNT: Rule = Rule::error("khop/kiem-phieu")
    .text(
        "Tổng số phiếu của một lần biểu quyết không nhiều hơn số người có mặt.",
        "đối chiếu lại số phiếu với biên bản kiểm phiếu",
    )
    .example("hop: {co_mat: 23}\nbieu_quyet: [{dong_y: 23, khong_dong_y: 2}]");
static ATTENDANCE: Rule = Rule::error("khop/tham-du")
    .text(
        "Số người có mặt không nhiều hơn số triệu tập, và số người vắng được nêu tên khớp với chênh lệch.",
        "đối chiếu lại thành phần dự họp với biên bản",
    )
    .example("hop: {trieu_tap: 25, co_mat: 26}");
static QUORUM: Rule = Rule::error("khop/du-so-hop")
    .blocking(Blocks::List)
    .text(
        "Cuộc họp phải có đủ tỷ lệ người dự mà phong trào quy định (chỉ xét khi `bieu_quyet` của phong trào có nêu).",
        "họp lại, hoặc đối chiếu số người có mặt",
    )
    .by("quy định biểu quyết nêu tại phong-trao.yaml (bieu_quyet)")
    .example("hop: {trieu_tap: 30, co_mat: 12}   # quy định: 2/3");
static ORDER: Rule = Rule::error("khop/thu-tu-ngay")
    .text(
        "Họp trước, tờ trình sau, rồi mới nộp: ngày họp ≤ ngày trích biên bản, ngày tờ trình ≤ ngày nhận hồ sơ.",
        "đối chiếu lại ngày trên các văn bản",
    )
    .example("bien_ban: {ngay: 2021-05-20}\nto_trinh: {ngay: 2021-05-18}");
static HOURS: Rule = Rule::error("khop/gio-hop")
    .text("Cuộc họp kết thúc sau khi bắt đầu.", "đối chiếu lại giờ ghi trong biên bản")
    .example("bien_ban: {bat_dau: \"09:15\", ket_thuc: \"08:00\"}");
static DIFFERS: Rule = Rule::error("khop/ten-lech")
    .text(
        "Tên, chức vụ và hình thức khen thưởng của một người phải giống nhau trong mọi văn bản.",
        "sửa cho giống với mục `de_nghi`, hoặc sửa mục ấy nếu văn bản đúng",
    )
    .example(
        "de_nghi: [{ma: nguyen-van-a, ten: Nguyễn Văn A}]\nbieu_quyet: [{de_nghi: nguyen-van-a, ten: Nguyễn Văn Á}]",
    );
static POST: Rule = Rule::warning("khop/chuc-vu-lech")
    .text("Một người ký nhiều văn bản thì ghi cùng một chức vụ.", "đối chiếu lại chức vụ; nếu là hai người trùng tên thì bỏ qua cảnh báo này bằng `mien`")
    .example("to_trinh: {nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn B}}\nbao_cao_thanh_tich: {tap-the: {nguoi_ky: {chuc_vu: Phó Chủ tịch, ho_ten: Nguyễn Văn B}}}");
static SELF: Rule = Rule::warning("khop/tu-xac-nhan")
    .text(
        "Người đứng đầu tự báo cáo thành tích thì không tự xác nhận cho mình; cần cấp trên xác nhận.",
        "ghi người xác nhận của cấp trên vào khóa `xac_nhan` của báo cáo",
    )
    .example("bao_cao_thanh_tich: {nguyen-van-b: {ngay: …}}   # nguyen-van-b là người ký tờ trình");
static ALIKE: Rule = Rule::warning("khop/bao-cao-giong")
    .text(
        "Mỗi báo cáo thành tích do chính tập thể, cá nhân ấy viết, không chép của nhau.",
        "đề nghị viết lại báo cáo theo thành tích riêng của từng nơi",
    )
    .example("(hai báo cáo giống nhau quá nửa)");
static NAMESAKE: Rule = Rule::warning("khop/trung-ten")
    .text(
        "Hai cá nhân trùng họ tên và không phân biệt được bằng ngày sinh thì cần kiểm tra có phải một người.",
        "ghi `ngay_sinh` của từng người; nếu là một người thì bỏ bớt một đề nghị",
    )
    .example("ten: Nguyễn Văn A   # đã có ở đơn vị khác");

pub(super) static CHECKS: &[Check] = &[
    Check { rule: &NOT_VOTED, judge: Judge::Unit(not_voted) },
    Check { rule: &NOT_PASSED, judge: Judge::Unit(not_passed) },
    Check { rule: &STRANGER, judge: Judge::Unit(strangers) },
    Check { rule: &COUNT, judge: Judge::Unit(counts) },
    Check { rule: &ATTENDANCE, judge: Judge::Unit(attendance) },
    Check { rule: &QUORUM, judge: Judge::Unit(quorum) },
    Check { rule: &ORDER, judge: Judge::Unit(order) },
    Check { rule: &HOURS, judge: Judge::Unit(hours) },
    Check { rule: &DIFFERS, judge: Judge::Unit(differs) },
    Check { rule: &POST, judge: Judge::Unit(posts) },
    Check { rule: &SELF, judge: Judge::Unit(self_confirmed) },
    Check { rule: &ALIKE, judge: Judge::Campaign(alike) },
    Check { rule: &NAMESAKE, judge: Judge::Campaign(namesakes) },
];

/// Papers that could be read, with their names.
fn papers<'a>(scope: &'a UnitScope) -> impl Iterator<Item = (&'a Filed, &'a Paper)> {
    scope.unit.papers.iter().filter_map(|f| Some((f, f.paper.get()?)))
}

/// Papers that propose: their kind prints the list of nominees.
fn proposals<'a>(scope: &'a UnitScope) -> impl Iterator<Item = (&'a Filed, &'a Paper)> {
    let proposes =
        |f: &Filed| scope.all.loaded.kinds.get(&f.kind.text).is_some_and(|k| k.blocks.contains(&Block::Nominees));
    papers(scope).filter(move |(f, _)| proposes(f))
}

/// Papers that report a meeting: they state votes or attendance, or their kind prints them and they propose nobody.
fn meetings<'a>(scope: &'a UnitScope) -> impl Iterator<Item = (&'a Filed, &'a Paper)> {
    let kinds = &scope.all.loaded.kinds;
    let meets = |f: &Filed, p: &Paper| {
        let blocks = kinds.get(&f.kind.text).map(|k| k.blocks.as_slice()).unwrap_or_default();
        p.votes.at.is_some()
            || p.meeting.get().is_some()
            || blocks.contains(&Block::Meeting) && !blocks.contains(&Block::Nominees)
    };
    papers(scope).filter(move |(f, p)| meets(f, p))
}

/// The nominees a proposal names: its own list, or all that stand.
fn proposed<'a>(scope: &'a UnitScope, paper: &'a Paper) -> Vec<&'a Nominee> {
    let own = |n: &&Nominee| paper.nominees.items.is_empty() || paper.nominees.iter().any(|c| c.value == n.code.value);
    scope.unit.proposed().filter(own).collect()
}

/// Everyone who is named in any proposal of the unit; all that stand where there is none yet.
fn all_proposed<'a>(scope: &'a UnitScope) -> Vec<&'a Nominee> {
    match proposals(scope).next() {
        Some((_, paper)) => proposed(scope, paper),
        None => scope.unit.proposed().collect(),
    }
}

fn votes_on<'a>(paper: &'a Paper, nominee: &'a Nominee) -> impl Iterator<Item = &'a Vote> {
    paper.votes.iter().filter(|v| v.nominee.value == nominee.code.value)
}

fn not_voted(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in meetings(scope) {
        if paper.votes.faulty || paper.is_received(crate::record::campaign::Origin::Written) && paper.votes.at.is_none()
        {
            continue;
        }
        for nominee in all_proposed(scope).into_iter().filter(|n| votes_on(paper, n).next().is_none()) {
            let message = format!(
                "{} được đề nghị nhưng không có kết quả biểu quyết trong {}",
                words::upper_first(&words::who(nominee)),
                kind_name(scope, filed)
            );
            out.say(paper.votes.at.or(Some(filed.kind.at)), message).paper(filed.name());
        }
    }
}

fn kind_name(scope: &UnitScope, filed: &Filed) -> String {
    let name = scope.all.loaded.kinds.get(&filed.kind.text).map_or(filed.kind.text.as_str(), |k| &k.name);
    words::lower_first(name)
}

fn not_passed(scope: &UnitScope, out: &mut Sink) {
    let rule = scope.all.campaign.voting.get();
    for (filed, paper) in meetings(scope) {
        for nominee in all_proposed(scope) {
            for vote in votes_on(paper, nominee) {
                let Some(yes) = vote.in_favour.get() else { continue };
                let no = vote.against.get().map_or(0, |c| c.value);
                let why = match rule.and_then(|r| r.majority.get()) {
                    Some(majority) => {
                        let Some((base, of)) = base(scope, paper) else { continue };
                        let passed = majority.is_met(yes.value, base, true);
                        (!passed).then(|| {
                            format!(
                                "{} đồng ý trên {base:02} người {of}, không quá {majority}",
                                words::count(yes.value as usize)
                            )
                        })
                    }
                    None => (yes.value == 0 || yes.value < no).then(|| {
                        format!(
                            "{} đồng ý, {} không đồng ý",
                            words::count(yes.value as usize),
                            words::count(no as usize)
                        )
                    }),
                };
                if let Some(why) = why {
                    let message = format!(
                        "{} được đề nghị nhưng cuộc họp không thông qua: {why}",
                        words::upper_first(&words::who(nominee))
                    );
                    out.say(Some(yes.at), message).paper(filed.name());
                }
            }
        }
    }
}

/// The number a ratio is taken of, and what it is called.
fn base(scope: &UnitScope, paper: &Paper) -> Option<(u32, &'static str)> {
    let meeting = paper.meeting.get()?;
    match scope.all.campaign.voting.get().and_then(|v| v.base.get()) {
        Some(Base::All) => Some((meeting.convened.get()?.value, "được triệu tập")),
        _ => Some((meeting.present.get()?.value, "có mặt")),
    }
}

fn strangers(scope: &UnitScope, out: &mut Sink) {
    let unit = scope.unit;
    if unit.head.nominees.faulty {
        return;
    }
    let codes: Vec<&str> = unit.head.nominees.iter().map(|n| n.code.as_str()).collect();
    let near = |word: &str| {
        let close = codes
            .iter()
            .min_by_key(|c| strsim::damerau_levenshtein(word, c))
            .filter(|c| strsim::damerau_levenshtein(word, c) <= 3);
        close.map_or_else(
            || format!("các mã có trong `de_nghi`: {}", codes.join(", ")),
            |c| format!("có phải là `{c}`?"),
        )
    };
    for filed in &unit.papers {
        if let Some(name) = filed.nominee.as_ref().filter(|n| !codes.contains(&n.text.as_str())) {
            out.say(Some(name.at), format!("không có đề nghị nào mang mã `{}`", name.text))
                .paper(filed.name())
                .help(near(&name.text));
        }
        let Some(paper) = filed.paper.get() else { continue };
        let voted = paper.votes.iter().filter(|v| v.name.is_absent()).map(|v| &v.nominee);
        for code in voted.chain(paper.nominees.iter()).filter(|c| !codes.contains(&c.as_str())) {
            out.say(Some(code.at), format!("không có đề nghị nào mang mã `{}`", code.as_str()))
                .paper(filed.name())
                .help(near(code));
        }
    }
}

fn counts(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in papers(scope) {
        let Some(present) = paper.meeting.get().and_then(|m| m.present.get()) else { continue };
        for vote in paper.votes.iter() {
            let parts = [&vote.in_favour, &vote.against, &vote.invalid];
            let total: u64 = parts.iter().filter_map(|slot| slot.get()).map(|c| u64::from(c.value)).sum();
            if total > u64::from(present.value) {
                let message = format!(
                    "biểu quyết về `{}` có tổng cộng {total:02} phiếu, nhiều hơn {:02} người có mặt",
                    vote.nominee.as_str(),
                    present.value
                );
                out.say(vote.in_favour.get().map(|c| c.at).or(Some(vote.at)), message).paper(filed.name());
            }
        }
    }
}

fn attendance(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in papers(scope) {
        let Some(meeting) = paper.meeting.get() else { continue };
        let (Some(convened), Some(present)) = (meeting.convened.get(), meeting.present.get()) else { continue };
        if present.value > convened.value {
            let message =
                format!("có mặt {:02} người, nhiều hơn {:02} người được triệu tập", present.value, convened.value);
            out.say(Some(present.at), message).paper(filed.name());
        } else if let Some(at) =
            meeting.absent.at.filter(|_| !meeting.absent.items.is_empty() && !meeting.absent.faulty)
        {
            let gone = (convened.value - present.value) as usize;
            if meeting.absent.items.len() != gone {
                let message = format!(
                    "triệu tập {:02}, có mặt {:02}, nhưng nêu tên {:02} người vắng",
                    convened.value,
                    present.value,
                    meeting.absent.items.len()
                );
                out.say(Some(at), message).paper(filed.name());
            }
        }
    }
}

fn quorum(scope: &UnitScope, out: &mut Sink) {
    let Some(ratio) = scope.all.campaign.voting.get().and_then(|v| v.quorum.get()) else { return };
    for (filed, paper) in papers(scope) {
        let Some(meeting) = paper.meeting.get() else { continue };
        let (Some(convened), Some(present)) = (meeting.convened.get(), meeting.present.get()) else { continue };
        if !ratio.is_met(present.value, convened.value, false) {
            let message = format!(
                "cuộc họp có {:02} trên {:02} người được triệu tập, chưa đủ {ratio}",
                present.value, convened.value
            );
            out.say(Some(present.at), message).paper(filed.name());
        }
    }
}

fn order(scope: &UnitScope, out: &mut Sink) {
    let mut late = |earlier: (&str, &Date), later: (&str, &Date), paper: String| {
        if earlier.1.value > later.1.value {
            let message = format!(
                "ngày {} ({}) sau ngày {} ({})",
                earlier.0,
                words::day(earlier.1.value),
                later.0,
                words::day(later.1.value)
            );
            out.say(Some(earlier.1.at), message).paper(paper);
        }
    };
    let met: Vec<&Date> = papers(scope).filter_map(|(_, p)| p.minutes.get()?.date.get()).collect();
    for (filed, paper) in papers(scope) {
        let Some(day) = paper.date.get() else { continue };
        let name = kind_name(scope, filed);
        if let Some(own) = paper.minutes.get().and_then(|m| m.date.get()) {
            late(("họp", own), (&format!("ký {name}"), day), filed.name());
        }
        if proposals(scope).any(|(f, _)| f.name() == filed.name()) {
            for meeting in &met {
                late(("họp", meeting), (&format!("ký {name}"), day), filed.name());
            }
        }
        if let Some(received) = receipt_of(scope, &filed.kind.text) {
            late((&format!("ký {name}"), day), ("nhận hồ sơ", received), filed.name());
        }
    }
}

/// The day a kind was received: the last receipt that lists it, or the last of all where none lists papers.
fn receipt_of<'a>(scope: &'a UnitScope, kind: &str) -> Option<&'a Date> {
    let receipts = &scope.unit.head.receipts;
    let lists = |r: &&crate::record::unit::Receipt| r.papers.at.is_none() || r.papers.iter().any(|p| p.value == kind);
    receipts.iter().filter(lists).filter_map(|r| r.date.get()).max_by_key(|d| d.value)
}

fn hours(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in papers(scope) {
        let Some(minutes) = paper.minutes.get() else { continue };
        let (Some(begins), Some(ends)) = (minutes.begins.get(), minutes.ends.get()) else { continue };
        if (ends.hour, ends.minute) <= (begins.hour, begins.minute) {
            let message = format!(
                "họp kết thúc lúc {:02}:{:02}, không sau giờ bắt đầu {:02}:{:02}",
                ends.hour, ends.minute, begins.hour, begins.minute
            );
            out.say(Some(ends.at), message).paper(filed.name());
        }
    }
}

fn differs(scope: &UnitScope, out: &mut Sink) {
    let mut compare = |what: &str, nominee: &Nominee, own: Option<&Text>, said: Option<&Text>, filed: &Filed| {
        let (Some(own), Some(said)) = (own, said) else { return };
        let same = same_words(&own.value, &said.value)
            || same_words(&words::label(scope.all.campaign, &own.value), &said.value);
        if !same {
            let message = format!(
                "{what} của `{}` ở đây là “{}”, trong `de_nghi` là “{}”",
                nominee.code.as_str(),
                said.value,
                own.value
            );
            out.say(Some(said.at), message).paper(filed.name());
        }
    };
    for (filed, paper) in papers(scope) {
        for vote in paper.votes.iter() {
            let Some(nominee) = scope.unit.nominee(&vote.nominee) else { continue };
            compare("tên", nominee, nominee.name.get(), vote.name.get(), filed);
            compare("chức vụ", nominee, nominee.post.get(), vote.post.get(), filed);
            compare("hình thức", nominee, nominee.award.get(), vote.award.get(), filed);
        }
        let Some(nominee) = filed.nominee.as_ref().and_then(|n| scope.unit.nominee(&n.text)) else { continue };
        compare("tên", nominee, nominee.name.get(), paper.name.get(), filed);
        compare("chức vụ", nominee, nominee.post.get(), paper.post.get(), filed);
        compare("hình thức", nominee, nominee.award.get(), paper.award.get(), filed);
    }
}

/// Everyone a unit's papers name with a post: signers, chair and secretary.
fn named<'a>(scope: &'a UnitScope) -> Vec<(&'a Text, &'a Text, String)> {
    let mut named = Vec::new();
    for (filed, paper) in papers(scope) {
        let mut add = |name: Option<&'a Text>, post: Option<&'a Text>| {
            if let (Some(name), Some(post)) = (name, post) {
                named.push((name, post, filed.name()));
            }
        };
        for signer in [paper.signer.get(), paper.confirmation.get()].into_iter().flatten() {
            add(signer.name.get(), Some(&signer.post));
        }
        if let Some(meeting) = paper.meeting.get() {
            add(meeting.chair.get(), meeting.chair_post.get());
            add(meeting.secretary.get(), meeting.secretary_post.get());
        }
    }
    named
}

fn posts(scope: &UnitScope, out: &mut Sink) {
    let mut seen: Vec<(&Text, &Text)> = Vec::new();
    for (name, post, paper) in named(scope) {
        match seen.iter().find(|(known, _)| same_words(known, name)) {
            Some((_, first)) if !within(first, post) => {
                let message =
                    format!("{} ở đây là “{}”, ở văn bản khác của hồ sơ là “{}”", name.value, post.value, first.value);
                out.say(Some(post.at), message).paper(paper);
            }
            Some(_) => {}
            None => seen.push((name, post)),
        }
    }
}

/// `Chủ tịch` and `Chủ tịch Ủy ban nhân dân phường` are one post; `Phó Chủ tịch` is another.
fn within(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    a.starts_with(&b) || b.starts_with(&a)
}

fn self_confirmed(scope: &UnitScope, out: &mut Sink) {
    let heads: Vec<&Text> = proposals(scope).filter_map(|(_, p)| p.signer.get()?.name.get()).collect();
    for (filed, paper) in papers(scope) {
        let Some(nominee) = filed.nominee.as_ref().and_then(|n| scope.unit.nominee(&n.text)) else { continue };
        let Some(name) = nominee.name.get().filter(|_| nominee.kind.get() == Some(&NomineeKind::Individual)) else {
            continue;
        };
        let own = paper.body.get().is_some() && heads.iter().any(|head| same_words(head, name));
        if own && paper.confirmation.is_absent() {
            let message = format!(
                "{} là người đứng đầu đơn vị và tự báo cáo thành tích của mình, chưa có cấp trên xác nhận",
                words::upper_first(&words::who(nominee))
            );
            out.say(filed.nominee.as_ref().map(|n| n.at), message).paper(filed.name());
        }
    }
}

fn alike(scope: &Scope, out: &mut Sink) {
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
            "báo cáo này giống {}% báo cáo `{}` của {}",
            (share * 100.0).round(),
            first.name(),
            other.short_name(),
        );
        out.say(Some(At { end: at.start + 1, ..at }), message).unit(&unit.code).paper(filed.name());
    }
}

fn namesakes(scope: &Scope, out: &mut Sink) {
    let mut seen: std::collections::BTreeMap<String, Vec<(&Nominee, String)>> = std::collections::BTreeMap::new();
    for unit in scope.loaded.units.iter().filter_map(|f| f.unit.as_ref()) {
        for nominee in unit.proposed().filter(|n| n.kind.get() == Some(&NomineeKind::Individual)) {
            let Some(name) = nominee.name.get() else { continue };
            let known = seen.entry(crate::record::text::name_key(name)).or_default();
            let same = |other: &&(&Nominee, String)| match (other.0.born.get(), nominee.born.get()) {
                (Some(a), Some(b)) => a.value == b.value,
                _ => true,
            };
            if let Some((_, where_)) = known.iter().find(same) {
                let message = format!(
                    "{} trùng họ tên với một người được đề nghị ở {where_}",
                    words::upper_first(&words::who(nominee))
                );
                out.say(Some(name.at), message).unit(&unit.code);
            }
            known.push((nominee, unit.short_name()));
        }
    }
}
