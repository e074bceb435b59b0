//! What the standing office writes about all dossiers together, and to a unit whose dossier is not complete.

mod about;
mod ballot;
mod chair;
mod closing;
mod committee;
mod decision;
mod event;
mod honours;
mod letters;
mod people;
mod planned;
mod receipts;
mod roll;
mod sitting;
mod submitted;
mod summary;
mod topic;

use about::About;
pub(super) use letters::{address, is_needless, lacking};
pub(super) use submitted::{is_above, is_sent};
use topic::Topic;

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};

use super::checklist;
use super::context::{Facts, campaign, plain};
use super::head::{Stated, When};
use super::proposal::distinct;
use super::{Document, Lacking, Selection, head, lines};
use crate::check::required::Item;
use crate::check::review::{self, is_incomplete, may_be_for};
use crate::check::{Scope, cost, words};
use crate::finding::{Blocks, Finding};
use crate::record::Unit;
use crate::record::campaign::NomineeKind;
use crate::record::kind::{Block, Issuer, Kind};
use crate::record::paper::{Filed, Paper};
use crate::record::review::Sitting;
use crate::record::unit::Nominee;

/// The campaign's own papers, kind by kind.
pub(super) fn documents(scope: &Scope, findings: &[Finding], selection: &Selection) -> Vec<Document> {
    let wanted = |kind: &&Kind| {
        let chosen = selection.kinds.is_empty() || selection.kinds.contains(&kind.code);
        chosen && kind.is_of_campaign() && (scope.has_template)(&kind.template)
    };
    let mut documents = Vec::new();
    for kind in scope.loaded.kinds.iter().filter(wanted) {
        let planner = Planner { scope, kind, findings, by: selection.by };
        for (about, suffix) in planner.all() {
            let unit = if let About::Recipient(.., judged) = about { Some(judged.unit.code.as_str()) } else { None };
            // Who asks for the papers of some units does not ask for those about all.
            let asked =
                selection.units.is_empty() || unit.is_some_and(|unit| selection.units.iter().any(|u| u == unit));
            documents.extend(asked.then(|| planner.document(about, &suffix)).flatten());
        }
    }
    documents
}

/// The head that `van_ban` states for a kind's paper about a meeting: under the meeting's code, or, for the first
/// meeting, right under the kind.
fn filed<'a>(scope: &'a Scope, kind: &str, sitting: &Sitting) -> Option<&'a Paper> {
    let review = scope.loaded.review.as_ref()?;
    let is_first = review.head.meetings.items.first().is_some_and(|first| std::ptr::eq(first, sitting));
    under(&review.papers, kind, sitting.code.as_str(), is_first)
}

fn under<'a>(papers: &'a [Filed], kind: &str, code: &str, shared: bool) -> Option<&'a Paper> {
    let own = |filed: &&Filed| {
        let under = filed.nominee.as_ref().map_or("", |code| code.text.as_str());
        filed.kind.text == kind && (under == code || under.is_empty() && shared)
    };
    papers.iter().find(own)?.paper.get()
}

struct Planner<'a> {
    scope: &'a Scope<'a>,
    kind: &'a Kind,
    findings: &'a [Finding],
    /// The day by which units are to have handed in, where the user asks for the letter to those that have not.
    by: Option<NaiveDate>,
}

impl<'a> Planner<'a> {
    /// What papers of this kind are about, each with what tells its file from that of the first.
    fn all(&self) -> Vec<(About<'a>, String)> {
        about::all(self.scope, self.kind).unwrap_or_else(|| self.about_all())
    }

    /// A paper about all dossiers is made by itself, because a record states its head, or because it is asked for.
    fn about_all(&self) -> Vec<(About<'a>, String)> {
        let asked = self.by.is_some() && self.kind.blocks.contains(&Block::Silent);
        let made = asked || self.kind.automatic || self.recorded(About::Campaign, "").is_some();
        made.then(|| (About::Campaign, String::new())).into_iter().collect()
    }

    /// The head that `van_ban` states: under the code of the meeting, or, for the first, right under the kind.
    fn recorded(&self, about: About, suffix: &str) -> Option<&'a Paper> {
        if self.kind.is_plan() {
            return self.scope.loaded.plan.as_ref()?.paper.get();
        }
        // One head may serve the papers of all who are honoured, but not those of several meetings.
        let shared = suffix.is_empty() || matches!(about, About::Recipient(..));
        under(&self.scope.loaded.review.as_ref()?.papers, &self.kind.code, about.code(), shared)
    }

    /// The paper, unless it would have nothing to say.
    fn document(&self, about: About<'a>, suffix: &str) -> Option<Document> {
        let Self { kind, findings, .. } = *self;
        let mut facts = Facts::default();
        let data = self.data(about, suffix, &mut facts)?;
        let name = if suffix.is_empty() { kind.code.clone() } else { format!("{}/{suffix}", kind.code) };
        let spoils = |f: &&Finding| {
            f.is_error() && f.blocks == Some(Blocks::Paper) && f.unit.is_none() && self.prints(about, f, &name)
        };
        let blocked = facts.faulty
            || self.leaves_out(about)
            || findings.iter().any(|f| spoils(&f) || self.is_unsettled(about, f));
        let (unit, nominee) = match about {
            About::Recipient(.., j) => (Some(j.unit.code.clone()), Some(j.nominee.code.to_string())),
            _ => (None, None),
        };
        let path = match (about, suffix.is_empty()) {
            (About::Recipient(..) | About::Event(_, Some(_)), _) => format!("{}/{suffix}.pdf", kind.code),
            (_, true) => format!("{}.pdf", kind.code),
            (_, false) => format!("{}-{suffix}.pdf", kind.code),
        };
        Some(Document {
            unit,
            kind: kind.code.clone(),
            nominee,
            name,
            path,
            template: kind.template.clone(),
            data,
            form: kind.form,
            numbered: kind.numbered,
            book: super::book(self.scope, kind, self.register(about)),
            sitting: about.round().0.map(|sitting| sitting.code.to_string()),
            award: about.round().1.map(|decision| decision.award.value.clone()),
            event: about.event().map(|event| event.code.to_string()),
            corrects: None,
            draft: facts.draft,
            // That the office has no signer is said where it is declared, and of numbered papers where they are.
            lacking: Lacking { signer: kind.issuer == Issuer::Office && facts.lacking.signer, ..Lacking::default() },
            blocked,
        })
    }

    /// Code of the body in whose register a paper stands.
    fn register(&self, about: About<'a>) -> Option<&'a str> {
        match about.event().filter(|_| self.kind.issuer == Issuer::Committee) {
            Some(event) => review::body_of_event(self.scope, event),
            None => review::body_of(self.scope, self.kind, about.round().0),
        }
    }

    /// Whether a paper would silently leave somebody out whom the results it is drawn from do not tell clearly.
    fn leaves_out(&self, about: About) -> bool {
        let Self { scope, kind, .. } = *self;
        match about {
            _ if self.tells_awards() => {
                scope.loaded.sittings().any(|s| is_incomplete(scope, s, |one| one.chosen_for().is_some()))
            }
            About::Sitting(sitting) => {
                let of_chosen = kind.blocks.iter().any(|b| matches!(b, Block::Submitted | Block::SubmittedUp));
                is_incomplete(scope, sitting, |one| !of_chosen || one.chosen_for().is_some())
            }
            About::Decision(decision, sitting) => {
                is_incomplete(scope, sitting, |one| may_be_for(scope, one, &decision.award.value))
            }
            About::Campaign | About::Event(..) | About::Recipient(..) => false,
        }
    }

    /// Whether it tells of everybody whom the campaign honours.
    fn tells_awards(&self) -> bool {
        self.kind.blocks.iter().any(|b| matches!(b, Block::Ceremony | Block::Closing | Block::Honours))
    }

    /// Whether a paper would carry out, or make known, results that may not stand.
    fn is_unsettled(&self, about: About, finding: &Finding) -> bool {
        if self.tells_awards() {
            let all = event::rounds(self.scope);
            return all.into_iter().any(|(s, d)| cost::unsettles(finding, s, d, self.scope));
        }
        let (sitting, decision) = about.round();
        let unsettles = |sitting| cost::unsettles(finding, sitting, decision, self.scope);
        self.kind.issuer != Issuer::Committee && sitting.is_some_and(unsettles)
    }

    /// Whether a paper prints what a finding is about.
    fn prints(&self, about: About, finding: &Finding, name: &str) -> bool {
        let Self { scope, kind, .. } = *self;
        let (sitting, decision) = about.round();
        match &finding.paper {
            // The head of the first meeting's paper may stand right under the kind, or under the meeting's code.
            Some(paper) => {
                let under = format!("{}/{}", kind.code, about.code());
                let shared = matches!(about, About::Recipient(..)) && *paper == kind.code;
                paper == name || shared || *paper == under
            }
            None if cost::is_of_review(finding, scope) => {
                if let About::Event(event, _) = about {
                    return cost::is_about_event(finding, event, scope);
                }
                sitting.is_some_and(|sitting| cost::is_about(finding, sitting, decision, scope))
            }
            None => finding.rule.family() == "van-ban",
        }
    }

    fn data(&self, about: About<'a>, suffix: &str, facts: &mut Facts) -> Option<Value> {
        let mut data = Map::new();
        let mut topic = Topic::default();
        for block in &self.kind.blocks {
            if let Some((key, value)) = self.block(*block, about, suffix, &mut topic, facts) {
                data.insert(key.into(), value?);
            }
        }
        data.insert("van_ban".into(), self.head(about, suffix, &topic, facts)?);
        data.insert("phong_trao".into(), campaign(self.scope, facts));
        let to = data.get("chua_nop").map(|silent| silent["don_vi"].clone());
        let to = to.or_else(|| data.get("trinh").map(|trinh| json!([trinh["nguoi_quyet_dinh"]])));
        to.inspect(|to| address(&mut data, to));
        if self.kind.is_decision() {
            decision::charge(&mut data);
        }
        if self.kind.sets_up() {
            letters::lead(&mut data, "Như Điều 3");
        }
        if let Some(guests) = data.get("moi").and_then(|block| block.get("khach")?.as_array()).map(Vec::len) {
            event::invited(&mut data, guests);
        }
        Some(Value::Object(data))
    }

    /// A block of the paper's data under its key; none that the paper has no place for, no value where the paper would
    /// have nothing to say.
    fn block(
        &self,
        block: Block,
        about: About<'a>,
        suffix: &str,
        topic: &mut Topic,
        facts: &mut Facts,
    ) -> Option<(&'static str, Option<Value>)> {
        let Self { scope, findings, .. } = *self;
        let paper = self.recorded(about, suffix);
        Some(match (block, about) {
            (Block::Plan, _) => ("noi_dung", paper.map(|paper| planned::body(scope, paper, facts))),
            (Block::Roster, _) => ("ban_chi_dao", paper.and_then(|paper| committee::block(scope, paper, facts))),
            (Block::Invitation, About::Event(e, guest)) => ("moi", event::invitation(scope, e, guest, topic, facts)),
            (Block::Programme, About::Event(e, _)) => ("chuong_trinh", event::programme(scope, e, topic, facts)),
            (Block::Pledge, About::Event(e, _)) => ("giao_uoc", event::pledge(scope, e, topic, facts)),
            (Block::Ceremony, About::Event(e, _)) => ("trao_thuong", honours::ceremony(scope, e, topic, facts)),
            (Block::Closing, _) => {
                let by = paper.and_then(|paper| paper.date.get()).map(|day| day.value);
                ("tong_ket", closing::block(scope, by, facts))
            }
            (Block::Honours, _) => ("so_khen_thuong", honours::book(scope, facts)),
            (Block::Receipts, _) => ("so_tiep_nhan", receipts::block(scope)),
            (Block::Summary, _) => ("tong_hop", Some(summary::block(scope, findings))),
            (Block::Roll, _) => ("trich_ngang", Some(roll::block(scope, findings, topic))),
            (Block::Silent, _) => ("chua_nop", letters::silent(scope, paper, self.by)),
            (Block::Ballot, About::Sitting(s)) => ("phieu", ballot::ballot(scope, s, findings)),
            (Block::Tally, About::Sitting(s)) => ("kiem_phieu", ballot::tally(scope, s)),
            (Block::Sitting, About::Sitting(s)) => {
                let by = paper.and_then(|paper| paper.date.get()).map(|day| day.value);
                ("xet", (!sitting::is_idle(s)).then(|| sitting::block(scope, s, by, facts)))
            }
            // Where the body that decides has no office of its own nobody puts anything before it.
            (Block::Submitted, About::Sitting(_)) if !decision::has_office(scope) => ("trinh", None),
            (Block::Submitted, About::Sitting(s)) => ("trinh", submitted::block(scope, s, false, topic)),
            (Block::SubmittedUp, About::Sitting(s)) => ("trinh", submitted::block(scope, s, true, topic)),
            (Block::Decision, About::Decision(d, s)) => {
                ("khen_thuong", Some(decision::block(scope, d, s, topic, facts)))
            }
            (Block::Payment, About::Decision(d, s)) => ("tien_thuong", decision::payment(scope, d, s, topic, facts)),
            (Block::Recipient, About::Recipient(d, s, j)) => {
                ("nguoi", Some(decision::recipient(scope, d, s, j, facts)))
            }
            (Block::Body, _) if paper.is_none() && self.kind.is_plain() => ("noi_dung", None),
            (Block::Body, _) => {
                let body = paper.and_then(|paper| facts.get(&paper.body));
                ("noi_dung", Some(body.map_or("", |body| &body.text).into()))
            }
            (Block::Data, _) => {
                let own = paper.and_then(|paper| facts.get(&paper.data));
                ("du_lieu", Some(own.map_or_else(|| json!({}), |free| plain(&free.node))))
            }
            _ => return None,
        })
    }

    /// The head as `van_ban` states it; what is not stated there, a meeting's and a decision's own papers take from them.
    fn head(&self, about: About<'a>, suffix: &str, topic: &Topic, facts: &mut Facts) -> Option<Value> {
        let Self { scope, kind, .. } = *self;
        let own = match about {
            // Minutes and ballots are the meeting's own; other papers about it have their own number and day.
            About::Sitting(s)
                if kind.blocks.iter().any(|b| matches!(b, Block::Sitting | Block::Ballot | Block::Tally)) =>
            {
                (kind.issuer == Issuer::Committee).then(|| sitting::stated(s))
            }
            About::Decision(d, _) if kind.issuer == Issuer::Authority => Some(decision::stated(d)),
            About::Recipient(d, ..) if kind.issuer == Issuer::Authority => Some(decision::stated_to_each(d)),
            _ => None,
        };
        let paper = self.recorded(about, suffix);
        let agency = match about {
            About::Sitting(s) if kind.issuer == Issuer::Committee => sitting::body(scope, s),
            About::Event(e, _) if kind.issuer == Issuer::Committee => event::host(scope, e),
            _ => kind.body(scope.campaign),
        };
        let Some(agency) = agency else {
            facts.faulty = true;
            return Some(Value::Null);
        };
        let body = head::of_agency(agency, facts);
        let stated = paper.map(|paper| facts.text(&paper.subject));
        let of_decision = if let About::Decision(d, _) = about { facts.text(&d.subject) } else { String::new() };
        let subject = [stated.unwrap_or_default(), of_decision].into_iter().find(|own| !own.is_empty());
        let subject = subject.unwrap_or_else(|| topic.subject(kind.subject.as_deref().unwrap_or_default(), scope));
        let subject = lines::subject(&subject);
        // What a paper's own head leaves out is as the meeting or the decision states it.
        let stated = match (paper.map(Stated::of), own) {
            (Some(paper), Some(own)) => Some(paper.or(own)),
            (paper, own) => paper.or(own),
        };
        let mut head =
            head::head(scope, kind, &body, subject, stated, When { day: None, year: self.year(about) }, facts);
        if let (About::Recipient(.., j), Some(head)) = (about, head.as_object_mut()) {
            head.insert("tieu_de".into(), format!("{} - {}", kind.name, words::name(j.nominee)).into());
        }
        Some(head)
    }

    /// The year of a draft: that of what it is about. Papers about all dossiers are written for the first meeting, but
    /// units are urged before that.
    fn year(&self, about: About) -> Option<i32> {
        let of_sitting = |sitting: &Sitting| sitting.date.get().map(|day| day.year());
        match about {
            About::Event(event, _) => event::year(self.scope, event),
            About::Sitting(sitting) => of_sitting(sitting),
            About::Decision(decision, sitting) | About::Recipient(decision, sitting, _) => {
                decision::year(decision, sitting)
            }
            About::Campaign if self.kind.blocks.contains(&Block::Silent) => {
                self.by.map(|day| day.year()).or(head::year(self.scope))
            }
            // They begin the campaign.
            About::Campaign if self.kind.blocks.iter().any(|b| matches!(b, Block::Plan | Block::Roster)) => {
                head::year(self.scope)
            }
            About::Campaign if self.kind.blocks.contains(&Block::Closing) => closing::year(self.scope),
            About::Campaign if self.kind.blocks.contains(&Block::Honours) => honours::year(self.scope),
            About::Campaign if self.kind.blocks.contains(&Block::Receipts) => receipts::year(self.scope),
            About::Campaign => {
                let review = self.scope.loaded.review.as_ref();
                let first = review.and_then(|review| review.head.meetings.items.first());
                first.map_or_else(|| head::year(self.scope), of_sitting)
            }
        }
    }
}

/// Kinds of nominee in the order of lists.
const KINDS: [(NomineeKind, &str); 3] = [
    (NomineeKind::Collective, "tập thể"),
    (NomineeKind::Household, "hộ gia đình"),
    (NomineeKind::Individual, "cá nhân"),
];

/// Codes of the awards that nominees are proposed for, in the campaign's order.
fn proposed_awards<'n>(scope: &Scope, nominees: impl Iterator<Item = &'n Nominee>) -> Vec<String> {
    let used = distinct(nominees.filter_map(|n| n.award.get()).map(|award| award.value.clone()));
    let declared = scope.campaign.awards.iter().map(|(name, _)| name.text.clone());
    distinct(declared.filter(|code| used.contains(code)).chain(used.iter().cloned()))
}

fn is_proposed_for(nominee: &Nominee, award: &str) -> bool {
    nominee.award.get().is_some_and(|own| own.value == award)
}

/// The papers that a dossier still lacks, each with how many and whose.
fn lacking_papers<'i>(items: &'i [Item], unit: &'i Unit) -> impl Iterator<Item = (String, &'i str)> {
    items.iter().filter(|item| item.is_lacking()).map(|item| {
        let whose = item
            .nominee
            .map_or_else(String::new, |n| format!(" {} {}", checklist::link(item, unit), words::unbroken(n)));
        let copies = words::count(item.copies as usize);
        (format!("{copies} {}{whose}", item.name), item.clause.unwrap_or_default())
    })
}
