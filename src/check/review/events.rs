//! The events of a campaign's year: each is one that there is, on a day that the plan allows, in the order of time.

use super::{choose, sittings};
use crate::check::campaign::near;
use crate::check::{Scope, Sink, codes, words};
use crate::finding::{Blocks, Rule};
use crate::record::event::{Event, EventKind, Window};
use crate::record::kind::Kind;
use crate::record::paper::Filed;
use crate::record::review::Review;
use crate::record::scalar::Date;

pub(super) static EVENT: Rule = Rule::error("khop/su-kien")
    .blocking(Blocks::Paper)
    .fixed()
    .text(
        "Mỗi sự kiện có mã riêng, do một cơ quan khai ở `co_quan` của phong trào tổ chức; sự kiện là cuộc họp thì nêu mã của một cuộc họp đã ghi ở `hop`.",
        "đặt lại mã sự kiện, hoặc sửa mã cơ quan, mã cuộc họp",
    )
    .example("su_kien: [{ma: hop-xet, loai: hop, hop: dot-3}]   # không có cuộc họp nào mang mã dot-3");
pub(super) static PLANNED: Rule = Rule::warning("khop/su-kien-ngoai-ke-hoach")
    .text(
        "Sự kiện diễn ra trong thời gian kế hoạch dự kiến (chỉ xét khi `theo_ke_hoach` có nêu).",
        "đối chiếu lại ngày; lùi ngày thì báo cáo người có thẩm quyền quyết định",
    )
    .example("su_kien: [{loai: phat_dong, ngay: 2021-06-04, theo_ke_hoach: {tu: 2021-05-01, den: 2021-05-31}}]");
pub(super) static ORDER: Rule = Rule::warning("khop/thu-tu-su-kien")
    .text(
        "Lễ phát động không trước ngày ký kế hoạch, không sau hạn nộp hồ sơ và không sau hội nghị sơ kết, tổng kết; hội nghị tổng kết không trước hội nghị sơ kết và cuộc họp xét.",
        "đối chiếu lại ngày của các sự kiện",
    )
    .example("su_kien: [{loai: phat_dong, ngay: 2021-06-04}]   # han_nop: 2021-05-25");
pub(super) static TENTATIVE: Rule = Rule::warning("khop/moi-khi-du-kien")
    .blocking(Blocks::Numbering)
    .text(
        "Giấy mời có số, ngày thì ngày của sự kiện không còn là dự kiến.",
        "ngày đã chốt thì bỏ `du_kien` của sự kiện (hoặc của `hoi_nghi`); chưa chốt thì để giấy mời là dự thảo",
    )
    .example("su_kien: [{ma: tong-ket, loai: tong_ket, du_kien: true, …}]\nvan_ban: {giay_moi: {tong-ket: {so: 60, ngay: 2022-04-20}}}");

/// The events with the record they stand in.
fn events<'a>(scope: &Scope<'a>) -> impl Iterator<Item = (&'a Review, &'a Event)> + use<'a> {
    scope.loaded.review.iter().flat_map(|review| review.head.events.iter().map(move |event| (review, event)))
}

/// The event that a paper of `van_ban` is about.
pub(super) fn event_of<'a>(scope: &Scope<'a>, kind: &Kind, filed: &Filed) -> Option<(&'a Review, &'a Event)> {
    let review = scope.loaded.review.as_ref().filter(|_| kind.is_of_event())?;
    Some((review, review.event(&filed.nominee.as_ref()?.text)?))
}

/// An event as findings call it.
fn called(event: &Event) -> &'static str {
    match event.kind {
        EventKind::Launch => "lễ phát động",
        EventKind::Interim => "hội nghị sơ kết",
        EventKind::Closing => "hội nghị tổng kết",
        EventKind::Meeting => "cuộc họp",
    }
}

pub(super) fn events_exist(scope: &Scope, out: &mut Sink) {
    let mut seen = Vec::new();
    let agencies = &scope.campaign.agencies;
    let meetings: Vec<&str> = sittings(scope).map(|sitting| sitting.code.as_str()).collect();
    for (review, event) in events(scope) {
        if seen.contains(&&event.code.value) {
            out.say(Some(event.code.at), format!("mã `{}` dùng cho hai sự kiện", event.code.as_str()));
        }
        seen.push(&event.code.value);
        let unread = review.head.meetings.faulty;
        if let Some(code) = event.sitting.get().filter(|code| !unread && !meetings.contains(&code.value.as_str())) {
            let message = format!("không có cuộc họp nào mang mã `{}`", code.value);
            choose(out.say(Some(code.at), message), code, "các cuộc họp đã ghi", &meetings);
        }
        let strange = |code: &str| !agencies.faulty && agencies.get(code).is_none();
        let unknown = |code: &str| strange(code) && !codes::explains(&scope.slips.agencies, code);
        if let Some(body) = event.body.get().filter(|body| unknown(body)) {
            let known: Vec<&str> = agencies.iter().map(|(name, _)| name.text.as_str()).collect();
            let message = format!("cơ quan tổ chức `{}` không có trong `co_quan` của phong trào", body.value);
            choose(out.say(Some(body.at), message), body, "các cơ quan đã khai", &known);
        }
    }
}

pub(super) fn planned(scope: &Scope, out: &mut Sink) {
    for (review, event) in events(scope) {
        let Some(day) = near(review.day_of(event).get(), scope.campaign) else { continue };
        let Some(window) = event.planned.get() else { continue };
        let Window { from, to, clause, .. } = window;
        if (from.value..=to.value).contains(&day.value) {
            continue;
        }
        let tentative = if review.is_tentative(event) { "dự kiến " } else { "" };
        let message = format!(
            "{} {tentative}ngày {}, ngoài thời gian kế hoạch dự kiến (từ ngày {} đến ngày {})",
            called(event),
            words::day(day.value),
            words::day(from.value),
            words::day(to.value)
        );
        out.say(Some(day.at), message).clause(clause.get().map(|clause| clause.value.as_str()));
    }
}

pub(super) fn order(scope: &Scope, out: &mut Sink) {
    let day = |review: &'_ Review, event: &'_ Event| near(review.day_of(event).get(), scope.campaign).cloned();
    let of = |kind: EventKind| {
        let own = events(scope).filter(move |(_, event)| event.kind == kind);
        own.filter_map(|(review, event)| Some((called(event).to_owned(), day(review, event)?))).collect::<Vec<_>>()
    };
    let [launches, interim, closings] = [EventKind::Launch, EventKind::Interim, EventKind::Closing].map(of);
    let plan = scope.campaign.plan.get().and_then(|plan| near(plan.date.get(), scope.campaign));
    let deadline = scope.campaign.deadline.get().and_then(|deadline| near(Some(&deadline.date), scope.campaign));
    let named = |name: &str, day: Option<&Date>| day.map(|day| (name.to_owned(), day.clone())).into_iter().collect();
    let met: Vec<(String, Date)> = sittings(scope)
        .filter_map(|sitting| Some(("cuộc họp xét".to_owned(), near(sitting.date.get(), scope.campaign)?.clone())))
        .collect();
    let (plan, deadline): (Vec<_>, Vec<_>) = (named("ngày ký kế hoạch", plan), named("hạn nộp hồ sơ", deadline));
    let pairs = [
        (&plan, &launches),
        (&launches, &deadline),
        (&launches, &interim),
        (&launches, &closings),
        (&interim, &closings),
        (&met, &closings),
    ];
    for (earlier, later) in pairs {
        let mut turned = earlier.iter().flat_map(|a| later.iter().map(move |b| (a, b)));
        if let Some(((first, at), (second, other))) = turned.find(|((_, a), (_, b))| a.value > b.value) {
            let message = format!("{first} ({}) sau {second} ({})", words::day(at.value), words::day(other.value));
            // The event is at fault, not the plan, the meeting or the deadline that it is held against.
            let place = if plan.iter().chain(&met).any(|(_, day)| day.at == at.at) { other.at } else { at.at };
            out.say(Some(place), message);
        }
    }
}

pub(super) fn tentative(scope: &Scope, out: &mut Sink) {
    for filed in scope.loaded.common_papers() {
        let Some(kind) = scope.loaded.kinds.get(&filed.kind.text).filter(|kind| kind.numbered) else { continue };
        let Some(((review, event), paper)) = event_of(scope, kind, filed).zip(filed.paper.get()) else { continue };
        if let Some(number) = paper.number.get().filter(|_| review.is_tentative(event)) {
            let message =
                format!("{} đã có số, nhưng ngày {} còn là dự kiến", words::lower_first(&kind.name), called(event));
            out.say(Some(number.at), message).paper(filed.name());
        }
    }
}
