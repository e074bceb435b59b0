//! Events of a campaign's year, as data: the launch, an interim review, a meeting, the closing conference.
//!
//! What another record states already is not stated again: an event that is a meeting takes day, hour, place and body from
//! it, the closing takes its day from the conference that the awards are announced at.

use super::campaign::{Agency, Campaign};
use super::decode::{Decode, Decoder, List, Shape, Slot, Table, record, words};
use super::review::{Review, Sitting};
use super::scalar::{Code, Date, Located, Markdown, Text, Time};
use super::yaml::{Node, Value};

words! {
    /// What an event is.
    pub enum EventKind = "loại sự kiện" {
        /// The launch (lễ phát động).
        Launch = "phat_dong",
        /// An interim review (hội nghị sơ kết).
        Interim = "so_ket",
        /// The closing conference (hội nghị tổng kết).
        Closing = "tong_ket",
        /// A meeting of the committee.
        Meeting = "hop",
    }
}

record! {
    /// An event to which people are invited.
    pub struct Event = "sự kiện" {
        required "ma" code: Code = "mã sự kiện",
        required "loai" kind: EventKind = "loại sự kiện",
        optional "ten" name: Slot<Text> as name = "tên, như in sau “Tới dự”; không ghi thì theo loại và tên phong trào",
        optional "hop" sitting: Slot<Text> = "mã cuộc họp xét mà sự kiện này là; ngày, giờ, địa điểm, cơ quan không ghi thì theo cuộc họp ấy",
        optional "co_quan" body: Slot<Text> = "mã cơ quan tổ chức, đứng tên trên giấy mời; không ghi thì là cơ quan họp, cơ quan quyết định",
        optional "ngay" date: Slot<Date> = "ngày; tổng kết không ghi thì theo `hoi_nghi`",
        optional "du_kien" tentative: Slot<Located<bool>> = "ngày mới là dự kiến",
        optional "gio" begins: Slot<Time> = "giờ bắt đầu",
        optional "dia_diem" place: Slot<Text> as name = "địa điểm",
        optional "chu_tri" chair: Slot<Text> as name = "người chủ trì, cả chức vụ",
        optional "theo_ke_hoach" planned: Slot<Window> = "thời gian mà kế hoạch dự kiến; không ghi thì không xét",
        optional "khach_moi" guests: List<Guest> = "khách mời, đại biểu",
        optional "moi_rieng" one_each: Slot<Located<bool>> = "mỗi khách một giấy mời; không ghi thì chung một giấy",
        optional "luu_y" note: Slot<Text> = "điều cần lưu ý, ghi cuối giấy mời",
        optional "chuong_trinh" programme: List<Item> = "chương trình, từng việc theo thứ tự",
        optional "nguoi_trao" hands_over: Table<Text> = "người trao thưởng, theo mã hình thức khen thưởng",
        optional "giao_uoc" pledge: Slot<Markdown> = "nội dung giao ước thi đua để các đơn vị ký, viết bằng Markdown",
    }
}

record! {
    /// When the plan foresees an event.
    pub struct Window = "thời gian kế hoạch dự kiến" {
        required "tu" from: Date = "từ ngày",
        required "den" to: Date = "đến ngày",
        optional "dieu_khoan" clause: Slot<Text> = "điều khoản",
    }
}

record! {
    /// An item of a programme.
    pub struct Item = "việc trong chương trình" {
        optional "tu" from: Slot<Time> = "từ giờ",
        optional "den" to: Slot<Time> = "đến giờ",
        required "noi_dung" what: Text = "nội dung",
        optional "thuc_hien" by: Slot<Text> = "người, đơn vị thực hiện",
    }
}

record! {
    /// The long form of a guest.
    pub struct GuestGroup = "khách mời" {
        required "ten" name: Text as name = "họ tên, chức vụ hoặc cơ quan, như in trên giấy mời",
        optional "ma" code: Slot<Code> = "mã, làm tên tệp khi mời riêng; không ghi thì là số thứ tự",
    }
}

/// Somebody who is invited: a name, or a name with a code for the file.
#[derive(Clone, Debug)]
pub struct Guest {
    /// As the invitation names them.
    pub name: Text,
    /// What the file of an invitation of their own is called; where it is absent, by the place in the list.
    pub code: Slot<Code>,
}

impl Decode for Guest {
    const HOLDS: &'static str = "tên khách mời, hoặc một nhóm khóa";
    const SHAPE: Shape = Shape::Any;

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            let GuestGroup { name, code, .. } = GuestGroup::decode(node, d)?;
            return Some(Self { name, code });
        }
        Text::decode_name(node, d).map(|name| Self { name, code: Slot::Absent })
    }

    fn listed(list: &Node, items: &[Node], d: &mut Decoder) {
        Text::listed(list, items, d);
    }
}

impl Event {
    /// Whether each guest has an invitation of their own.
    pub fn invites_each(&self) -> bool {
        self.one_each.get().is_some_and(|each| each.value)
    }

    /// What an event is called where its record gives it no name, before the campaign's.
    pub fn common_name(&self) -> &'static str {
        match self.kind {
            EventKind::Launch => "Lễ phát động",
            EventKind::Interim => "Hội nghị sơ kết",
            EventKind::Closing => "Hội nghị tổng kết",
            EventKind::Meeting => "cuộc họp xét, đề nghị khen thưởng",
        }
    }
}

static NO_DAY: Slot<Date> = Slot::Absent;
static NO_HOUR: Slot<Time> = Slot::Absent;
static NO_PLACE: Slot<Text> = Slot::Absent;

impl Review {
    /// An event by its code.
    pub fn event(&self, code: &str) -> Option<&Event> {
        self.head.events.iter().find(|event| event.code.as_str() == code)
    }

    /// The meeting that an event is.
    pub fn sitting_of(&self, event: &Event) -> Option<&Sitting> {
        self.sitting(&event.sitting.get()?.value)
    }

    /// The day of an event: its own, that of its meeting, for the closing that of the conference.
    pub fn day_of<'a>(&'a self, event: &'a Event) -> &'a Slot<Date> {
        if !event.date.is_absent() {
            return &event.date;
        }
        if let Some(sitting) = self.sitting_of(event) {
            return &sitting.date;
        }
        match &self.head.conference {
            Slot::Set(conference) if event.kind == EventKind::Closing => &conference.date,
            _ => &NO_DAY,
        }
    }

    /// Whether that day may still change.
    pub fn is_tentative(&self, event: &Event) -> bool {
        let of_conference = || {
            let own = event.kind == EventKind::Closing && event.date.is_absent();
            self.head.conference.get().filter(|_| own).and_then(|conference| conference.tentative.get())
        };
        event.tentative.get().or_else(of_conference).is_some_and(|tentative| tentative.value)
    }

    /// When an event begins.
    pub fn hour_of<'a>(&'a self, event: &'a Event) -> &'a Slot<Time> {
        if !event.begins.is_absent() {
            return &event.begins;
        }
        self.sitting_of(event).map_or(&NO_HOUR, |sitting| &sitting.begins)
    }

    /// Where an event is held.
    pub fn place_of<'a>(&'a self, event: &'a Event) -> &'a Slot<Text> {
        if !event.place.is_absent() {
            return &event.place;
        }
        self.sitting_of(event).map_or(&NO_PLACE, |sitting| &sitting.place)
    }

    /// Code of the body that holds an event; none where the record does not say it and the first body does.
    pub fn body_of<'a>(&'a self, event: &'a Event) -> Option<&'a str> {
        let of_meeting = || self.sitting_of(event).and_then(|sitting| sitting.body.get());
        event.body.get().or_else(of_meeting).map(|body| body.value.as_str())
    }

    /// The body itself: of a meeting whose record names none, the standing office.
    pub fn host<'c>(&self, event: &Event, campaign: &'c Campaign) -> Option<&'c Agency> {
        match self.body_of(event) {
            Some(code) => campaign.agencies.get(code),
            None if event.body.is_faulty() => None,
            None if self.sitting_of(event).is_some() => campaign.standing_office(),
            None => campaign.authority(),
        }
    }
}
