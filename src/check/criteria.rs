//! The criteria as predicates: each `kieu` of the campaign's record is one function here.

use super::property::{Reading, property};
use super::{Scope, agreement, campaign, codes, dossier};
use crate::finding::At;
use crate::record::Unit;
use crate::record::campaign::{Campaign, Criterion, NomineeKind, Test};
use crate::record::decode::{Slot, Table};
use crate::record::evidence::Proof;
use crate::record::nearest::{is_near, nearest};
use crate::record::scalar::Markdown;
use crate::record::text::fold;
use crate::record::unit::{Evidence, Nominee};

/// The outcome for one nominee.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// Met, with what shows it.
    Met(String),
    /// Not met: why, and where the record says so.
    Failed(String, Option<At>),
    /// The record does not say.
    Unknown(String, Option<At>),
    /// For people to decide; also where what it turns on was written wrongly, which is reported there.
    Judgement,
}

/// Whether a criterion is about this nominee at all.
pub fn concerns(criterion: &Criterion, nominee: &Nominee) -> bool {
    !criterion.subject.is_faulty() && criterion.subject.get().is_none_or(|subject| nominee.kind.get() == Some(subject))
}

/// Judges one criterion for one nominee.
pub fn judge(criterion: &Criterion, nominee: &Nominee, unit: &Unit, scope: &Scope) -> Verdict {
    let misread = criterion.key.is_faulty() || criterion.minimum.is_faulty() || criterion.section.is_faulty();
    let unsaid = !campaign::criteria::is_judgeable(criterion, scope.campaign);
    if misread || unsaid || criterion.allowed.faulty || criterion.kinds.faulty || criterion.at_least.is_faulty() {
        return Verdict::Judgement; // the campaign's own fault, already reported
    }
    let case = Case { criterion, nominee, unit, scope };
    match criterion.test {
        Test::Grade => case.grade(),
        Test::Evidence => case.evidence(),
        Test::EmptyList => case.empty_list(),
        Test::Within => case.within(),
        Test::Declared => case.declared(),
        Test::Tasks => case.tasks(),
        Test::Section => case.section(),
        Test::Judgement => Verdict::Judgement,
    }
}

struct Case<'a> {
    criterion: &'a Criterion,
    nominee: &'a Nominee,
    unit: &'a Unit,
    scope: &'a Scope<'a>,
}

impl Case<'_> {
    fn key(&self) -> &str {
        self.criterion.key.get().map_or("", |key| key.value.as_str())
    }

    fn label(&self, word: &str) -> String {
        super::words::label(self.scope.campaign, word)
    }

    /// A grading as people call it; its key is for those who write records.
    fn grading(&self) -> String {
        match (self.key(), self.scope.campaign.labels.get(self.key())) {
            (_, Some(label)) if fold(label).starts_with("xep loai") => format!("kết quả {}", label.value),
            (_, Some(label)) => format!("kết quả xếp loại {}", label.value),
            ("xep_loai_nam", None) => "kết quả xếp loại năm".into(),
            _ if self.is_of_unit() => "kết quả xếp loại của đơn vị".into(),
            _ => "kết quả xếp loại".into(),
        }
    }

    /// What the authority announces is the grading of the unit, whoever is judged by it.
    fn is_of_unit(&self) -> bool {
        let announced = self.scope.loaded.results.as_ref().is_some_and(|results| results.announces(self.key()));
        announced && self.nominee.kind.get() == Some(&NomineeKind::Individual)
    }

    fn here(&self) -> Option<At> {
        Some(self.nominee.at)
    }

    /// The grade: announced by the authority where it announces such grades, else the nominee's own.
    fn grade(&self) -> Verdict {
        let key = self.key();
        let scales = &self.scope.campaign.scales;
        let Some(scale) = scales.get(key).filter(|scale| !scale.faulty && !scale.items.is_empty()) else {
            return Verdict::Judgement; // reported once, where the scale is or should be
        };
        let results = self.scope.loaded.results.as_ref();
        let announced = results.filter(|r| r.announces(key));
        let (own, misread) = match key {
            "xep_loai_nam" => (self.nominee.yearly_grade.get(), self.nominee.yearly_grade.is_faulty()),
            _ => (self.nominee.grades.get(key), self.nominee.grades.faulty || self.has_stray(&self.nominee.grades)),
        };
        let grade = match announced {
            Some(results) => results.grading(&self.unit.code, key).map(|g| &g.grade),
            None => own,
        };
        let Some(grade) = grade else {
            if misread || self.results_misread() {
                return Verdict::Judgement;
            }
            return Verdict::Unknown(format!("chưa có {}", self.grading()), self.here());
        };
        let whose = if self.is_of_unit() { "đơn vị " } else { "" };
        let place = |word: &str| scale.iter().position(|step| step.value == word);
        let minimum = self.criterion.minimum.get();
        match (place(&grade.value), minimum.and_then(|m| place(&m.value))) {
            (Some(got), Some(least)) if got <= least => {
                Verdict::Met(format!("{whose}xếp loại {}", self.label(&grade.value)))
            }
            (Some(_), Some(_)) => {
                let least = minimum.map_or("", |m| m.value.as_str());
                let why = format!("{whose}xếp loại {}, dưới mức {}", self.label(&grade.value), self.label(least));
                Verdict::Failed(why, Some(grade.at))
            }
            (None, _) => Verdict::Judgement, // reported by tieu-chuan/thang-xep-loai
            (_, None) => Verdict::Judgement,
        }
    }

    /// Whether the unit's announced gradings were written in a way that is reported where they stand.
    fn results_misread(&self) -> bool {
        let Some(results) = self.scope.loaded.results.as_ref() else { return self.scope.loaded.results_lost };
        let of_unit = results.gradings(&self.unit.code);
        // A code that no unit has may have been meant for this one; few are near enough to ask of which.
        let is_units = |name: &str| self.scope.loaded.unit(name).is_some() || self.scope.loaded.lists(name);
        let meant = |name: &str| {
            is_near(name, &self.unit.code)
                && !is_units(name)
                && dossier::closest(name, self.scope, |code| results.gradings(code).is_some()) == Some(&self.unit.code)
        };
        let meant = || results.units.iter().any(|(name, _)| meant(&name.text));
        results.may_lack() || of_unit.map_or_else(meant, |gradings| gradings.faulty || self.has_stray(gradings))
    }

    fn has_stray<T>(&self, gradings: &Table<T>) -> bool {
        gradings.iter().any(|(name, _)| is_stray(self.scope.campaign, &name.text))
    }

    fn evidence(&self) -> Verdict {
        let wanted = |e: &&Evidence| {
            self.criterion.kinds.items.is_empty() || self.criterion.kinds.iter().any(|k| k.value == e.kind.value)
        };
        let found: Vec<&Evidence> = self.nominee.evidence.iter().filter(wanted).collect();
        // It may be unknown what a kind needs: the campaign's own fault, already reported.
        let needs = |e: &Evidence| match codes::explains(&self.scope.slips.evidence, &e.kind) {
            true => None,
            false => self.scope.campaign.evidence_needs(&e.kind),
        };
        let lacking = |e: &Evidence| lacking_proof(e, needs(e)?);
        let sound = found.iter().filter(|e| needs(e).is_some() && lacking(e).is_none()).count();
        let needed = self.criterion.at_least.get().map_or(1, |n| n.value as usize);
        if sound >= needed {
            return Verdict::Met(found.iter().map(|e| e.name.value.as_str()).collect::<Vec<_>>().join("; "));
        }
        // A kind that is probably misspelt may be the one asked for; tieu-chuan/minh-chung-la says so.
        let is_slip = |e: &Evidence| self.scope.campaign.meant_evidence(&e.kind).is_some();
        let unclear = found.iter().any(|e| needs(e).is_none()) || self.nominee.evidence.iter().any(is_slip);
        if self.nominee.evidence.faulty || unclear {
            return Verdict::Judgement;
        }
        if let Some((evidence, lacks)) = found.iter().find_map(|e| Some((e, lacking(e)?))) {
            return Verdict::Failed(format!("minh chứng “{}” {lacks}", evidence.name.value), Some(evidence.at));
        }
        let kinds: Vec<String> = self.criterion.kinds.iter().map(|k| self.label(&k.value)).collect();
        let has = if sound == 0 { "chưa có".into() } else { format!("mới có {sound:02}") };
        let why = format!("{has} minh chứng ({}), cần ít nhất {needed:02}", kinds.join(" hoặc "));
        Verdict::Failed(why, self.nominee.evidence.at.or(self.here()))
    }

    fn empty_list(&self) -> Verdict {
        let list = &self.unit.head.discipline;
        let year = self.scope.campaign.year.get().map(|y| y.value);
        let counts =
            |date: Option<i32>| date.is_none() || year.is_none() || date == year.and_then(|y| i32::try_from(y).ok());
        let in_year = list.iter().find(|d| counts(d.date.get().map(|d| chrono::Datelike::year(&d.value))));
        match in_year {
            Some(measure) => {
                let why = format!(
                    "có người bị kỷ luật {} trong năm: {}",
                    super::words::lower_first(&measure.measure),
                    measure.name.value
                );
                Verdict::Failed(why, Some(measure.at))
            }
            None if list.faulty => Verdict::Judgement,
            None if list.at.is_none() => {
                Verdict::Unknown("đơn vị chưa khai có người bị kỷ luật hay không".into(), self.here())
            }
            None => Verdict::Met("không có người bị kỷ luật".into()),
        }
    }

    fn within(&self) -> Verdict {
        let reading = match property(self.key()) {
            Some(property) => property.read(self.nominee, self.unit),
            None => self.own_grade(),
        };
        let (word, at) = match reading {
            Reading::Misread => return Verdict::Judgement,
            Reading::Unsaid => return Verdict::Unknown(format!("chưa khai {}", self.property()), self.here()),
            Reading::Said(word, at) => (word, at),
        };
        // A kind of unit that the campaign does not have is reported once, by ho-so/loai-don-vi.
        let stranger = self.key() == "loai_don_vi" && self.scope.campaign.unit_kinds.get(word).is_none();
        if stranger || self.scope.slips.explain_value(self.criterion, word) {
            return Verdict::Judgement;
        }
        // Posts and places are written by people, codes exactly.
        let word_in_lower_case = word.to_lowercase();
        if self.criterion.allowed.iter().any(|allowed| allowed.value.to_lowercase() == word_in_lower_case) {
            return Verdict::Met(self.label(word));
        }
        let allowed: Vec<String> = self.criterion.allowed.iter().map(|a| self.label(&a.value)).collect();
        let what = match self.key() {
            // Of these alone one says that somebody is it.
            "doi_tuong" | "loai" | "chuc_vu" => String::new(),
            _ => format!("{} ", self.property()),
        };
        Verdict::Failed(
            format!("{what}là {}, không thuộc {}", self.label(word), allowed.join(", ")),
            at.or(self.here()),
        )
    }

    /// What the nominee's own `xep_loai` says.
    fn own_grade(&self) -> Reading<'_> {
        let grades = &self.nominee.grades;
        match grades.get(self.key()) {
            _ if grades.faulty => Reading::Misread,
            Some(grade) => Reading::Said(&grade.value, Some(grade.at)),
            None if self.has_stray(grades) => Reading::Misread,
            None => Reading::Unsaid,
        }
    }

    /// What `khoa` of a criterion of kind `thuoc` looks at, as people call it.
    fn property(&self) -> String {
        property(self.key()).map_or_else(|| self.grading(), |property| property.name.into())
    }

    fn declared(&self) -> Verdict {
        let key = self.key();
        let said = self.nominee.declared.get(key).or_else(|| self.unit.head.declared.get(key));
        match said {
            Some(yes) if yes.value => Verdict::Met("đáp ứng theo kê khai của đơn vị".into()),
            Some(no) => Verdict::Failed("không cam đoan được nội dung này".into(), Some(no.at)),
            None if self.nominee.declared.faulty || self.unit.head.declared.faulty => Verdict::Judgement,
            // Something is declared that no criterion asks for, perhaps this; tieu-chuan/khai-bao-la says so.
            None if self.declares_a_stranger() => Verdict::Judgement,
            None => Verdict::Unknown("chưa có cam đoan về nội dung này".into(), self.here()),
        }
    }

    fn declares_a_stranger(&self) -> bool {
        let asked = |word: &str| {
            let criteria = self.scope.campaign.criteria.iter().filter(|c| c.test == Test::Declared);
            criteria.filter_map(|c| c.key.get()).any(|key| key.value == word)
        };
        let mut declared = self.nominee.declared.iter().chain(self.unit.head.declared.iter());
        declared.any(|(name, _)| !asked(&name.text))
    }

    fn tasks(&self) -> Verdict {
        let Some(tasks) = self.unit.head.tasks.get() else {
            return match self.unit.head.tasks.is_absent() {
                true => {
                    Verdict::Unknown("đơn vị chưa khai số nhiệm vụ được giao và kết quả thực hiện".into(), self.here())
                }
                false => Verdict::Judgement,
            };
        };
        if agreement::is_impossible(tasks) {
            return Verdict::Judgement;
        }
        let (assigned, on_time) = (tasks.assigned.value, tasks.on_time.value);
        let figures = match (on_time, assigned) {
            (_, 0) => "không được giao nhiệm vụ nào".to_owned(),
            (0, _) => format!("không có nhiệm vụ nào hoàn thành đúng hạn trong số {assigned:02} nhiệm vụ được giao"),
            _ => format!("{on_time:02}/{assigned:02} nhiệm vụ hoàn thành đúng hạn"),
        };
        match tasks.explanation.get() {
            _ if on_time >= assigned => Verdict::Met(figures),
            Some(why) => Verdict::Met(format!("{figures}; giải trình: {}", why.value)),
            None if tasks.explanation.is_faulty() => Verdict::Judgement,
            None => Verdict::Failed(format!("{figures}, chưa có giải trình"), Some(tasks.on_time.at)),
        }
    }

    fn section(&self) -> Verdict {
        let wanted = self.criterion.section.get().map_or("", |s| s.value.as_str());
        let Some(body) = report(self.unit, self.nominee) else { return Verdict::Judgement };
        match section_text(&body.text, wanted) {
            Some((heading, true)) => Verdict::Met(format!("có mục “{heading}”")),
            Some((heading, false)) => {
                Verdict::Failed(format!("mục “{heading}” trong báo cáo còn trống"), Some(head_of(body)))
            }
            None => Verdict::Failed(format!("báo cáo thành tích chưa có mục “{wanted}”"), Some(head_of(body))),
        }
    }
}

/// Which key of the record a verdict that is unknown waits for.
pub fn remedy(criterion: &Criterion, scope: &Scope) -> Option<String> {
    let key = criterion.key.get().map_or("", |key| key.value.as_str());
    let announced = scope.loaded.results.as_ref().is_some_and(|results| results.announces(key));
    match criterion.test {
        Test::Grade if key != "xep_loai_nam" && scope.loaded.results.is_none() => {
            Some(format!("phong trào chưa có tệp ket-qua.yaml: lập tệp ấy và ghi kết quả `{key}` của từng đơn vị"))
        }
        Test::Grade if announced || key != "xep_loai_nam" => Some(format!("ghi kết quả `{key}` vào ket-qua.yaml")),
        Test::Grade => Some(format!("ghi `{key}` của cá nhân vào bản ghi đơn vị")),
        Test::EmptyList => Some("ghi khóa `ky_luat`; không có người bị kỷ luật thì ghi `ky_luat: []`".into()),
        Test::Within => Some(match property(key) {
            Some(property) => property.remedy(),
            None => format!("ghi `{key}` vào `xep_loai` của người được đề nghị"),
        }),
        Test::Declared => Some(format!("ghi `{key}` vào `khai_bao` sau khi đã xác minh")),
        Test::Tasks => Some("ghi `nhiem_vu: {duoc_giao, hoan_thanh, dung_han}` của đơn vị".into()),
        Test::Evidence | Test::Section | Test::Judgement => None,
    }
}

/// The accepted code that a value which a criterion does not accept was probably meant for: `Công chức` for `cong_chuc`.
pub fn meant_value<'c>(criterion: &'c Criterion, nominee: &Nominee, unit: &Unit) -> Option<&'c str> {
    let key = criterion.key.get().filter(|_| criterion.test == Test::Within)?;
    let Reading::Said(word, _) = property(key)?.read(nominee, unit) else { return None };
    nearest(word, criterion.allowed.iter().map(|allowed| allowed.value.as_str()))
}

/// Whether a grading stands under a key that no scale and no criterion has: a slip, which
/// tieu-chuan/thang-xep-loai reports.
pub fn is_stray(campaign: &Campaign, key: &str) -> bool {
    let asked = |criterion: &Criterion| criterion.key.get().is_some_and(|own| own.value == key);
    !campaign.scales.faulty && campaign.scales.get(key).is_none() && !campaign.criteria.iter().any(asked)
}

/// The first line of a body stands for it in excerpts.
fn head_of(body: &Markdown) -> At {
    At { end: body.at.start + 1, ..body.at }
}

/// What a piece of evidence still lacks to count; `needs` are those of its kind.
fn lacking_proof(evidence: &Evidence, needs: &[Proof]) -> Option<&'static str> {
    let lacks = |need: &&Proof| match need {
        Proof::Description => evidence.description.is_absent(),
        Proof::Decision => match &evidence.decision {
            Slot::Set(decision) => decision.number.is_absent() || decision.date.is_absent(),
            slot => slot.is_absent(),
        },
    };
    needs.iter().find(lacks).map(|need| match need {
        Proof::Description => "chưa có mô tả",
        Proof::Decision => "chưa có số, ngày quyết định công nhận",
    })
}

/// The body of the nominee's own report: the first paper made for the nominee that has one.
pub fn report<'a>(unit: &'a Unit, nominee: &Nominee) -> Option<&'a Markdown> {
    unit.papers_for(&nominee.code).find_map(|filed| filed.paper.get()?.body.get())
}

/// The heading whose words contain `wanted`, and whether anything stands below it up to the next heading of its level or
/// above.
fn section_text<'b>(body: &'b str, wanted: &str) -> Option<(&'b str, bool)> {
    let wanted = fold(wanted);
    let level = |line: &str| line.chars().take_while(|c| *c == '#').count();
    let mut lines = body.lines().skip_while(|line| level(line) == 0 || !fold(line).contains(&wanted));
    let heading = lines.next()?;
    let depth = level(heading);
    let is_filled = lines.take_while(|line| !(1..=depth).contains(&level(line))).any(|line| !line.trim().is_empty());
    Some((heading.trim_start_matches('#').trim(), is_filled))
}
