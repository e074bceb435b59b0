//! What papers of an event print: its invitation, its programme, the pledge that units sign there.

use chrono::Datelike;
use serde_json::{Map, Value, json};

use super::Topic;
use crate::check::review::in_office;
use crate::check::{Scope, words};
use crate::plan::context::Facts;
use crate::plan::meeting::clock;
use crate::plan::{head, lines};
use crate::record::Unit;
use crate::record::campaign::Agency;
use crate::record::decode::Slot;
use crate::record::event::{Event, Guest, Item};
use crate::record::review::{Decision, Review, Sitting};
use crate::vietnamese::days::weekday;

/// The body that holds an event.
pub(super) fn host<'a>(scope: &'a Scope, event: &Event) -> Option<&'a Agency> {
    scope.loaded.review.as_ref()?.host(event, scope.campaign)
}

/// The year of an event; before its day is known, the campaign's.
pub(super) fn year(scope: &Scope, event: &Event) -> Option<i32> {
    let day = scope.loaded.review.as_ref().and_then(|review| review.day_of(event).get());
    day.map(|day| day.value.year()).or(head::year(scope))
}

/// Every meeting, and every decision with the meeting it follows.
pub(super) fn rounds<'a>(scope: &'a Scope) -> Vec<(&'a Sitting, Option<&'a Decision>)> {
    let Some(review) = &scope.loaded.review else { return Vec::new() };
    let decided = review.decided().map(|(decision, sitting)| (sitting, Some(decision)));
    review.head.meetings.iter().map(|sitting| (sitting, None)).chain(decided).collect()
}

/// What an event is called in a sentence, `Lễ phát động phong trào …`.
pub(super) fn name(scope: &Scope, event: &Event, facts: &mut Facts) -> String {
    let own = facts.line(&event.name);
    if !own.is_empty() {
        return own;
    }
    let campaign = facts.text(&scope.campaign.name);
    format!("{} {}", event.common_name(), words::lower_first(&campaign)).trim_end().to_owned()
}

/// What every paper of an event says of it.
pub(super) fn told(scope: &Scope, event: &Event, facts: &mut Facts) -> Option<Map<String, Value>> {
    let review = scope.loaded.review.as_ref()?;
    let day = facts.get(review.day_of(event)).map(|day| day.value);
    let (chair, chair_post) = chair(review, event, facts);
    let told = json!({
        "su_kien": name(scope, event, facts),
        "loai": event.kind.word(),
        "gio": facts.get(review.hour_of(event)).map_or_else(String::new, clock),
        "thu": day.map_or("", weekday),
        "ngay": head::date_or_year(day, year(scope, event)),
        "dia_diem": facts.line(review.place_of(event)),
        "chu_tri": chair,
        "chuc_vu_chu_tri": chair_post,
    });
    if let Value::Object(map) = told { Some(map) } else { None }
}

/// Who leads an event: as its own record says, else as that of the meeting does.
fn chair(review: &Review, event: &Event, facts: &mut Facts) -> (String, String) {
    let own = facts.line(&event.chair);
    let meeting = review.sitting_of(event).and_then(|sitting| facts.get(&sitting.attendance));
    match meeting.filter(|_| event.chair.is_absent()) {
        Some(meeting) => (facts.line(&meeting.chair), facts.line(&meeting.chair_post)),
        None => (own, String::new()),
    }
}

/// The block `moi`: an event with its guests, or with one of them; nothing where nobody is invited.
pub(super) fn invitation(
    scope: &Scope,
    event: &Event,
    guest: Option<&Guest>,
    topic: &mut Topic,
    facts: &mut Facts,
) -> Option<Value> {
    facts.faulty |= guest.is_none() && event.guests.faulty;
    let guests: Vec<&str> = match guest {
        Some(guest) => vec![lines::unmarked(&guest.name.value)],
        None => event.guests.iter().map(|guest| lines::unmarked(&guest.name.value)).collect(),
    };
    let mut block = told(scope, event, facts)?;
    *topic = Topic::of_event(name(scope, event, facts));
    block.insert("luu_y".into(), facts.line(&event.note).into());
    let any = !guests.is_empty();
    block.insert("khach".into(), guests.into());
    any.then_some(Value::Object(block))
}

/// The block `chuong_trinh`: an event with its items; nothing where there are none.
pub(super) fn programme(scope: &Scope, event: &Event, topic: &mut Topic, facts: &mut Facts) -> Option<Value> {
    facts.faulty |= event.programme.faulty;
    let items: Vec<Value> = event.programme.iter().map(|item| row(item, facts)).collect();
    let has = |key: &str| items.iter().any(|item| item[key] != "");
    let (timed, done_by) = (has("gio"), has("thuc_hien"));
    let mut block = told(scope, event, facts)?;
    *topic = Topic::of_event(name(scope, event, facts));
    block.insert("co_gio".into(), timed.into());
    block.insert("co_thuc_hien".into(), done_by.into());
    let any = !items.is_empty();
    block.insert("cac".into(), items.into());
    any.then_some(Value::Object(block))
}

/// The block `giao_uoc`: what units pledge, and who signs for each; nothing where no text is recorded.
pub(super) fn pledge(scope: &Scope, event: &Event, topic: &mut Topic, facts: &mut Facts) -> Option<Value> {
    let text = facts.get(&event.pledge)?.text.clone();
    let mut block = told(scope, event, facts)?;
    *topic = Topic::of_event(name(scope, event, facts));
    facts.faulty |= scope.campaign.units.faulty;
    let day = scope.loaded.review.as_ref().and_then(|review| review.day_of(event).get()).map(|day| day.value);
    let signs = |code: &str| {
        let mut heads = scope.campaign.committee.iter().filter(|member| in_office(member, day));
        let head = heads.find(|member| member.unit.get().is_some_and(|unit| unit.value == code));
        head.map_or("", |member| member.name.value.as_str())
    };
    let units = scope.campaign.units.iter().map(|code| {
        let unit = scope.loaded.unit(code.as_str());
        json!({
            "ten": unit.map_or_else(|| code.to_string(), Unit::short_name),
            "nguoi_ky": signs(code.as_str()),
        })
    });
    block.insert("don_vi".into(), units.collect::<Vec<_>>().into());
    block.insert("noi_dung".into(), text.into());
    Some(Value::Object(block))
}

fn row(item: &Item, facts: &mut Facts) -> Value {
    let mut hour = |slot: &Slot<_>| facts.get(slot).map(|time| clock(time).trim_end_matches(" phút").to_owned());
    let (from, to) = (hour(&item.from), hour(&item.to));
    let span: Vec<String> = [from, to].into_iter().flatten().collect();
    json!({
        "gio": span.join(" - "),
        "noi_dung": lines::unmarked(&item.what.value),
        "thuc_hien": facts.line(&item.by),
    })
}

/// Those who are invited are the first an invitation goes to, where its record names no recipients.
pub(super) fn invited(data: &mut Map<String, Value>, guests: usize) {
    super::letters::lead(data, if guests == 1 { head::ADDRESSED } else { "Như thành phần mời" });
}
