//! The block `hop`: a meeting, who was there, and how it voted.

use serde_json::{Map, Value, json};

use super::context::{Builder, Facts};
use super::{head, lines, posts, proposal};
use crate::check::words;
use crate::record::decode::Slot;
use crate::record::paper::{Absence, Attendance, Ballot, ExtractForm, Paper, Vote};
use crate::record::scalar::{Count, Text, Time};
use crate::vietnamese::numerals::percent;

/// What a proposal says of the meeting.
const MENTIONED: [&str; 3] = ["bien_ban_ngay", "trieu_tap", "co_mat"];

impl Builder<'_> {
    pub(super) fn meeting(&mut self, paper: &Paper) {
        // A proposal prints the facts of the meeting that its extract records.
        let source = match paper.meeting.is_absent() && paper.minutes.is_absent() {
            true => self
                .unit
                .papers
                .iter()
                .filter_map(|f| f.paper.get())
                .find(|p| p.minutes.get().is_some() || p.meeting.get().is_some()),
            false => Some(paper),
        };
        // A paper about a meeting prints blanks where the office lets it pass without one.
        let Some(source) = source.or(self.kind.reports_meeting().then_some(paper)) else { return };
        let mut block = self.meeting_block(source);
        // A paper that only mentions the meeting holds nothing else of it: neither votes nor who was away.
        if let (false, Some(block)) = (self.kind.reports_meeting(), block.as_object_mut()) {
            block.retain(|key, _| MENTIONED.contains(&key.as_str()));
        }
        self.data.insert("hop".into(), block);
    }

    fn meeting_block(&mut self, paper: &Paper) -> Value {
        let minutes = self.facts.get(&paper.minutes);
        let meeting = self.facts.get(&paper.meeting);
        self.facts.faulty |= paper.votes.faulty;
        let present = meeting.and_then(|m| m.present.get()).map(|c| c.value);
        let votes: Vec<Value> = paper.votes.iter().enumerate().map(|(i, v)| self.vote(i, v, present)).collect();
        let columns = proposal::name_column(paper.votes.iter().map(|v| self.unit.nominee(&v.nominee).map(|n| &n.kind)));
        let common = common_ballot(paper.votes.iter().map(|v| v.ballot.get().copied()));
        let abbreviation = self.unit.head.abbreviation.get().map_or("", |a| a.value.as_str());
        let own = minutes.and_then(|m| m.symbol.get()).map(|symbol| symbol.value.clone());
        let symbol = own.unwrap_or_else(|| self.scope.loaded.kinds.symbol_of_minutes(abbreviation));
        let time = |slot: Option<&Slot<Time>>| slot.and_then(Slot::get).map_or_else(String::new, clock);
        let mut block = json!({
            "bien_ban_so": minutes.and_then(|m| m.number.get()).map_or_else(String::new, ToString::to_string),
            "bien_ban_ky_hieu": symbol,
            "bien_ban_ngay": head::date_or_blank(minutes.and_then(|m| self.facts.get(&m.date)).map(|d| d.value)),
            "bat_dau": time(minutes.map(|m| &m.begins)),
            "ket_thuc": time(minutes.map(|m| &m.ends)),
            "bien_ban_noi_nhan": minutes.map_or_else(Vec::new, |m| lines::items(&m.recipients)),
            "dia_diem": minutes.map_or_else(String::new, |m| self.facts.line(&m.place)),
            "kieu": paper.form.get().copied().unwrap_or(ExtractForm::Plain).word(),
            "co_khong_hop_le": paper.votes.iter().any(|v| v.invalid.get().is_some_and(|n| n.value > 0)),
            "bieu_quyet": votes,
            "cot_ten": columns,
            "cach_chung": common.unwrap_or("biểu quyết"),
            "cach_rieng": common.is_none(),
            "thong_nhat": self.agreed(paper),
        });
        if let Value::Object(map) = &mut block {
            map.extend(attendance(meeting.map(Box::as_ref), &mut self.facts));
        }
        block
    }

    fn vote(&mut self, index: usize, vote: &Vote, present: Option<u32>) -> Value {
        let nominee = self.unit.nominee(&vote.nominee);
        self.facts.faulty |= vote.name.is_absent() && self.is_misspelt(&vote.nominee);
        let name = nominee.map_or_else(|| self.facts.text(&vote.name), |n| words::name(n).to_owned());
        let post = self.facts.text(nominee.map_or(&vote.post, |n| &n.post));
        let award = nominee.map_or_else(|| self.award(&vote.award).0, |n| self.award(&n.award).0);
        let yes = self.facts.get(&vote.in_favour).map(|c| c.value);
        json!({
            "stt": (index + 1).to_string(),
            "ten": name,
            "ong_ba": nominee.map_or_else(|| words::honorific_of(vote.gender.get().copied()), words::honorific),
            "chuc_vu": posts::in_phrase(&post, self.unit),
            "hinh_thuc": award,
            "cach": match self.facts.get(&vote.ballot) {
                Some(Ballot::Secret) => "Phiếu kín",
                Some(Ballot::Hands) => "Giơ tay",
                None => "",
            },
            "dong_y": votes(&vote.in_favour, &mut self.facts),
            "khong_dong_y": if vote.against.is_absent() { "0".into() } else { votes(&vote.against, &mut self.facts) },
            "khong_hop_le": votes(&vote.invalid, &mut self.facts),
            "ty_le": yes.zip(present).and_then(|(yes, present)| percent(yes.into(), present.into())).unwrap_or_default(),
        })
    }
}

/// A number of votes as a table of them prints it.
fn votes(count: &Slot<Count>, facts: &mut Facts) -> String {
    facts.get(count).map_or_else(String::new, |count| count.value.to_string())
}

/// What the whole vote is called, where it was taken in one way throughout; then the table has no column for it.
fn common_ballot(ballots: impl Iterator<Item = Option<Ballot>>) -> Option<&'static str> {
    let mut ballots: Vec<Option<Ballot>> = ballots.collect();
    ballots.dedup();
    match ballots.as_slice() {
        [Some(Ballot::Secret)] => Some("bỏ phiếu kín"),
        [Some(Ballot::Hands)] => Some("biểu quyết giơ tay"),
        [] | [None] => Some("biểu quyết"),
        _ => None,
    }
}

/// Who met, and who led and recorded the meeting.
pub(super) fn attendance(meeting: Option<&Attendance>, facts: &mut Facts) -> Map<String, Value> {
    let text = |facts: &mut Facts, pick: fn(&Attendance) -> &Slot<Text>| {
        meeting.map_or_else(String::new, |m| facts.text(pick(m)))
    };
    let number = |facts: &mut Facts, pick: fn(&Attendance) -> &Slot<Count>| {
        meeting.map_or_else(String::new, |m| facts.number(pick(m)))
    };
    let absent: Vec<Value> = meeting.map_or_else(Vec::new, |m| {
        // The reason stands in brackets behind the name, within a sentence.
        let why = |a: &Absence| a.reason.get().map_or_else(String::new, |reason| words::lower_first(&reason.value));
        let one = |a: &Absence| json!({"ho_ten": a.name.value, "ly_do": why(a)});
        m.absent.iter().map(one).collect()
    });
    let gone = meeting.and_then(|m| Some(m.convened.get()?.value.saturating_sub(m.present.get()?.value)));
    let mut map = Map::new();
    map.insert("trieu_tap".into(), number(facts, |m| &m.convened).into());
    map.insert("co_mat".into(), number(facts, |m| &m.present).into());
    map.insert("so_vang".into(), gone.map_or_else(String::new, |n| words::count(n as usize)).into());
    map.insert("vang".into(), absent.into());
    map.insert("thanh_phan".into(), lines::unmarked(&text(facts, |m| &m.who)).into());
    map.insert("chu_tri".into(), text(facts, |m| &m.chair).into());
    map.insert("thu_ky".into(), text(facts, |m| &m.secretary).into());
    map.insert("chuc_vu_chu_tri".into(), text(facts, |m| &m.chair_post).into());
    map.insert("chuc_vu_thu_ky".into(), text(facts, |m| &m.secretary_post).into());
    map
}

/// A time of day as minutes print it.
pub(super) fn clock(time: &Time) -> String {
    format!("{:02} giờ {:02} phút", time.hour, time.minute)
}
