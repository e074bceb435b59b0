//! One person, one name and one post throughout a dossier: nominees, signers, chair and secretary.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::check::wording::signers::{same_person, without_title};
use crate::check::{Sink, UnitScope};
use crate::finding::Rule;
use crate::record::Unit;
use crate::record::campaign::NomineeKind;
use crate::record::paper::{Filed, Paper, Signer, is_deputy};
use crate::record::scalar::Text;
use crate::record::text::{fold, name_key, one_line, same_words};

pub(super) static POST: Rule = Rule::warning("khop/chuc-vu-lech")
    .text(
        "Một người có tên ở nhiều chỗ của hồ sơ, kể cả ở `de_nghi`, thì ghi cùng một chức vụ.",
        "đối chiếu lại chức vụ; nếu là hai người trùng tên thì bỏ qua cảnh báo này bằng `mien`",
    )
    .example("to_trinh: {nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn B}}\nbao_cao_thanh_tich: {tap-the: {nguoi_ky: {chuc_vu: Phó Chủ tịch, ho_ten: Nguyễn Văn B}}}");
pub(super) static SPELLING: Rule = Rule::warning("khop/ho-ten-lech")
    .text(
        "Họ tên một người viết như nhau trong cả hồ sơ, kể cả chỗ đặt dấu thanh; chức vụ đứng đầu đơn vị chỉ đi với một họ tên.",
        "sửa theo họ tên đúng; nếu là hai người, như khi thay người đứng đầu, thì bỏ qua cảnh báo này bằng `mien`",
    )
    .example("to_trinh: {nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn Hùng}}\nbao_cao_thanh_tich: {tap-the: {nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn Hưng}}}");

/// Somebody whom the dossier names.
struct Named<'a> {
    name: &'a Text,
    post: Option<&'a Text>,
    /// The paper that does; none for `de_nghi`.
    paper: Option<String>,
    /// Whether the post is one that only one person can hold: that of the unit's head.
    heads: bool,
}

impl Named<'_> {
    /// The name without titles: van-ban/hoc-ham says those, and they make nobody another person.
    fn bare(&self) -> &str {
        without_title(self.name)
    }
}

/// Nominees first, then those whom papers name, in the order of the record.
fn named<'a>(scope: &'a UnitScope) -> Vec<Named<'a>> {
    let mut named: Vec<Named> = nominees(scope.unit).collect();
    for (filed, paper) in scope.papers() {
        let mut add = |name: Option<&'a Text>, post: Option<&'a Text>, heads: bool| {
            named.extend(name.map(|name| Named { name, post, paper: Some(filed.name()), heads }));
        };
        if let Some(signer) = paper.signer.get() {
            add(signer.name.get(), Some(&signer.post), is_head(signer, filed, paper, scope.unit));
        }
        if let Some(superior) = paper.confirmation.get() {
            add(superior.name.get(), Some(&superior.post), false);
        }
        if let Some(meeting) = paper.meeting.get() {
            let heads = meeting.chair_post.get().is_some_and(|post| !is_deputy(post));
            add(meeting.chair.get(), meeting.chair_post.get(), heads);
            add(meeting.secretary.get(), meeting.secretary_post.get(), false);
        }
    }
    named
}

/// Persons proposed, but for namesakes: which of them a paper means, nobody can tell.
fn nominees(unit: &Unit) -> impl Iterator<Item = Named<'_>> {
    let persons = || unit.proposed().filter(|n| n.kind.get() == Some(&NomineeKind::Individual));
    let mut bearers: HashMap<String, usize> = HashMap::new();
    for name in persons().filter_map(|n| n.name.get()) {
        *bearers.entry(name_key(name)).or_default() += 1;
    }
    persons().filter_map(move |nominee| {
        let name = nominee.name.get().filter(|name| bearers.get(&name_key(name)) == Some(&1))?;
        Some(Named { name, post: nominee.post.get(), paper: None, heads: false })
    })
}

/// Whether a paper of the unit's own is signed by its head.
fn is_head(signer: &Signer, filed: &Filed, paper: &Paper, unit: &Unit) -> bool {
    !signer.stands_in() && paper.issuer.is_absent() && !is_on_self(signer, filed, unit)
}

/// Whether somebody signs a paper that is about himself; khop/tu-xac-nhan says so.
pub(in crate::check) fn is_on_self(signer: &Signer, filed: &Filed, unit: &Unit) -> bool {
    let nominee = filed.nominee.as_ref().and_then(|name| unit.nominee(&name.text)?.name.get());
    nominee.zip(signer.name.get()).is_some_and(|(nominee, own)| same_person(nominee, own))
}

pub(super) fn posts(scope: &UnitScope, out: &mut Sink) {
    let mut seen: HashMap<String, Vec<&Text>> = HashMap::new();
    for person in named(scope) {
        let Some(post) = person.post else { continue };
        let known = seen.entry(name_key(person.bare())).or_default();
        // A post that differs is said once, however many papers have it.
        let is_new = !known.iter().any(|other| within(other, post));
        if let (Some(first), Some(paper), true) = (known.first(), &person.paper, is_new) {
            let message = format!(
                "chức vụ của {} ghi khác nhau trong hồ sơ: “{}” và “{}”",
                person.name.value, first.value, post.value
            );
            out.say(Some(post.at), message).paper(paper);
        }
        if is_new {
            known.push(post);
        }
    }
}

/// `Chủ tịch` and `Chủ tịch Ủy ban nhân dân phường` are one post; `Phó Chủ tịch` is another. Of several posts that
/// somebody holds (`Bí thư Chi bộ, Hiệu trưởng`) a paper may name any.
fn within(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let parts = |posts: &'_ str| posts.split([',', ';']).map(|p| p.trim().to_owned()).collect::<Vec<_>>();
    let (own, others) = (parts(&a), parts(&b));
    own.iter().any(|one| others.iter().any(|other| one.starts_with(other.as_str()) || other.starts_with(one.as_str())))
}

pub(super) fn spelling(scope: &UnitScope, out: &mut Sink) {
    let named = named(scope);
    let mut times: HashMap<String, usize> = HashMap::new();
    for person in &named {
        *times.entry(letters(person.bare())).or_default() += 1;
    }
    let times = |one: &Named| times.get(&letters(one.bare())).copied().unwrap_or_default();
    let mut seen = Seen::default();
    for person in &named {
        if !seen.written.insert((letters(person.bare()), person.heads)) {
            continue;
        }
        if let Some((other, how)) =
            seen.like(person).find_map(|other| Some((other, at_odds(other, person, scope.unit)?)))
        {
            // What stands in fewer places is more likely wrong; of equals the later.
            let (odd, usual) = if times(other) < times(person) { (other, person) } else { (person, other) };
            let message = format!("{how}: “{}” và “{}”", odd.name.value, usual.name.value);
            let said = out.say(Some(odd.name.at), message);
            if let Some(paper) = &odd.paper {
                said.paper(paper);
            }
        }
        seen.add(person);
    }
}

/// Those met so far, found by what a name can be at odds with: one that is the same without its marks, and a head.
#[derive(Default)]
struct Seen<'p, 'a> {
    persons: Vec<&'p Named<'a>>,
    written: HashSet<(String, bool)>,
    by_letters: HashMap<String, Vec<usize>>,
    heads: Vec<usize>,
}

impl<'p, 'a> Seen<'p, 'a> {
    fn add(&mut self, person: &'p Named<'a>) {
        let place = self.persons.len();
        self.by_letters.entry(fold(person.bare())).or_default().push(place);
        if person.heads {
            self.heads.push(place);
        }
        self.persons.push(person);
    }

    fn like(&self, person: &Named) -> impl Iterator<Item = &'p Named<'a>> {
        let like = self.by_letters.get(&fold(person.bare())).map_or(&[][..], Vec::as_slice);
        let heads = if person.heads { self.heads.as_slice() } else { &[] };
        let places: BTreeSet<usize> = like.iter().chain(heads).copied().collect();
        places.into_iter().filter_map(|place| self.persons.get(place).copied())
    }
}

/// The letters of a name as printed; capitals and spacing are not spelling.
fn letters(name: &str) -> String {
    one_line(&name.to_lowercase())
}

/// How two names cannot both stand as they do.
fn at_odds(one: &Named, other: &Named, unit: &Unit) -> Option<String> {
    if same_words(one.bare(), other.bare()) {
        let differ = letters(one.bare()) != letters(other.bare());
        return differ.then(|| "họ tên của một người đặt dấu thanh ở hai chỗ khác nhau trong hồ sơ".into());
    }
    let (first, post) = (one.post?, other.post?);
    // There may be several deputies: of them only names that are nearly one are taken for one.
    let difference = match is_deputy(post) {
        true => Some("chỉ khác dấu").filter(|_| fold(one.bare()) == fold(other.bare())),
        false => Some("khác nhau").filter(|_| one.heads && other.heads),
    };
    let how = |difference| format!("chức vụ “{}” đi với hai họ tên {difference} trong hồ sơ", post.value);
    difference.filter(|_| is_same_post(first, post, unit)).map(how)
}

/// Whether two posts are one: the same words, where one may add of which unit it is.
fn is_same_post(a: &str, b: &str, unit: &Unit) -> bool {
    let (a, b) = (fold(&one_line(a)), fold(&one_line(b)));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let is_unit = |rest: &str| {
        let place = rest.trim_start_matches([' ', ',']);
        place.is_empty() || place != rest && [unit.name(), &unit.short_name()].iter().any(|n| fold(n).contains(place))
    };
    long.strip_prefix(&short).is_some_and(is_unit)
}
