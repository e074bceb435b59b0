//! Names that one record writes in several places: of the unit, of its place, of the collective proposed, of the body that
//! the unit is.

use crate::check::{Scope, Sink, UnitScope};
use crate::finding::Rule;
use crate::record::campaign::NomineeKind;
use crate::record::paper::Capacity;
use crate::record::text::{fold, name_key, same_words};
use crate::record::unit::is_committee;

pub(super) static NAMES: Rule = Rule::warning("ho-so/ten-lech")
    .text(
        "Tên một đơn vị, một cơ quan viết như nhau ở mọi chỗ: ở bản ghi đơn vị, ở `co_quan`, ở tập thể được đề nghị, ở tập thể mà người ký thay mặt; địa danh của Ủy ban nhân dân là tên của địa phương ấy.",
        "đối chiếu lại hai tên rồi sửa tên sai; nếu đúng là hai tên khác nhau thì bỏ qua bằng `mien`",
    )
    .example("ten: Ủy ban nhân dân phường Thủy Long\ndia_danh: Long Thủy");

/// What stands before the name of a place in the name of a people's committee.
const PLACES: [&str; 8] = ["phường", "xã", "thị trấn", "thị xã", "thành phố", "huyện", "quận", "đặc khu"];
/// From which likeness two names are taken for one that is misspelt in a place: a letter or two of ten may differ.
const ALIKE: f64 = 0.8;

pub(super) fn of_unit(scope: &UnitScope, out: &mut Sink) {
    let (head, Some(name)) = (&scope.unit.head, scope.unit.head.name.get()) else { return };
    if let Some((place, own)) = head.place.get().zip(own_place(name)).filter(|(place, own)| !same_words(place, own)) {
        let message = format!("địa danh ghi “{}”, trong khi tên đơn vị là “{}”", place.value, name.value);
        out.say(Some(place.at), message).help(format!("sửa thành “{own}”, hoặc sửa tên đơn vị"));
    }
    for nominee in scope.unit.proposed().filter(|n| n.kind.get() == Some(&NomineeKind::Collective)) {
        if let Some(own) = nominee.name.get().filter(|own| is_slip(own, name)) {
            let message = format!("tập thể được đề nghị tên “{}”, gần giống tên đơn vị “{}”", own.value, name.value);
            out.say(Some(own.at), message);
        }
    }
    for (filed, paper) in scope.papers().filter(|_| is_committee(name)) {
        let signer = paper.signer.get().filter(|signer| signer.has(Capacity::OnBehalf));
        let Some(body) = signer.and_then(|signer| signer.collective.get()) else { continue };
        // A council within it may sign as a body of its own; another organ of the place may not.
        let is_own = is_committee(body) || name_key(name).starts_with(&name_key(body));
        if !is_own
            && ["hoi dong nhan dan", "dang uy", "uy ban mat tran"].iter().any(|organ| fold(body).starts_with(organ))
        {
            let message = format!("ký thay mặt “{}” trong văn bản của {}", body.value, scope.unit.short_name());
            out.say(Some(body.at), message).paper(filed.name()).help("ghi `tap_the: Ủy ban nhân dân`");
        }
    }
}

/// The place that a people's committee is of.
fn own_place(name: &str) -> Option<&str> {
    let rest = is_committee(name).then_some(name)?;
    let (_, place) = PLACES.iter().find_map(|word| rest.split_once(&format!(" {word} ")))?;
    place.starts_with(char::is_uppercase).then_some(place)
}

/// Whether one name is another with a slip in it, rather than a name of its own: no word more, none less.
fn is_slip(one: &str, other: &str) -> bool {
    let words = |name: &str| name.split_whitespace().count();
    !same_words(one, other)
        && words(one) == words(other)
        && (fold(one) == fold(other) || strsim::normalized_damerau_levenshtein(&fold(one), &fold(other)) >= ALIKE)
        && !differs_in_number(one, other)
}

/// `Tổ 1` and `Tổ 2` are two.
fn differs_in_number(one: &str, other: &str) -> bool {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(one) != digits(other)
}

/// A body that is a unit as well has one name in both records.
pub(super) fn of_bodies(scope: &Scope, out: &mut Sink) {
    for (code, agency) in scope.campaign.agencies.iter() {
        let unit = scope.loaded.unit(&code.text).and_then(|unit| unit.head.name.get());
        if let Some(own) = unit.filter(|own| !same_words(own, &agency.name)) {
            let message = format!(
                "cơ quan `{}` tên “{}”, trong khi bản ghi đơn vị cùng mã ghi “{}”",
                code.text, agency.name.value, own.value
            );
            out.say(Some(agency.name.at), message);
        }
        let others = scope.campaign.agencies.iter().map(|(_, other)| &other.name);
        let parent =
            agency.parent.get().and_then(|parent| Some((parent, others.clone().find(|o| is_slip(parent, o))?)));
        let known = |parent: &str| others.clone().any(|other| same_words(parent, other));
        if let Some((parent, other)) = parent.filter(|(parent, _)| !known(parent)) {
            let message =
                format!("cơ quan chủ quản ghi “{}”, gần giống tên cơ quan đã khai “{}”", parent.value, other.value);
            out.say(Some(parent.at), message);
        }
    }
}
