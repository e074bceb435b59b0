//! A campaign folder → everything it says, with everything wrong with it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};
use walkdir::WalkDir;

use super::book::Issued;
use super::campaign::{Campaign, check_version};
use super::decode::{Decode, Decoder, Written};
use super::kind::{Kind, Kinds};
use super::nearest::nearest;
use super::paper::Filed;
use super::plan::PLAN_KEY;
use super::results::Results;
use super::review::{Outcome, Review, Sitting};
use super::scalar::Slug;
use super::unit::Unit;
use super::yaml::Node;
use super::{file, rules};
use crate::finding::{FileId, Finding, Place, Sources};

/// Name of the file that makes a folder a campaign.
pub const CAMPAIGN_FILE: &str = "phong-trao.yaml";
/// Name of the file with the committee's meetings and the decisions.
pub const REVIEW_FILE: &str = "xet-duyet.yaml";
/// Name of the file with the announced gradings.
pub const RESULTS_FILE: &str = "ket-qua.yaml";
const UNITS_DIR: &str = "don-vi";

/// A campaign as read; whatever could be read is here, the rest is in `findings`.
#[derive(Debug)]
pub struct Loaded {
    /// Name of the campaign's folder.
    pub code: String,
    /// Path of the folder as shown in messages.
    pub shown: String,
    /// All texts read.
    pub sources: Sources,
    /// `phong-trao.yaml`.
    pub campaign: Option<Campaign>,
    /// The file itself, for findings about the whole campaign.
    pub campaign_file: Option<FileId>,
    /// All kinds of paper of this campaign.
    pub kinds: Kinds,
    /// The plan, where its body is written here.
    pub plan: Option<Filed>,
    /// `ket-qua.yaml`.
    pub results: Option<Results>,
    /// `ket-qua.yaml` is there but could not be read.
    pub results_lost: bool,
    /// `xet-duyet.yaml`.
    pub review: Option<Review>,
    /// The file itself.
    pub review_file: Option<FileId>,
    /// Unit files in alphabetical order, one entry for each file, readable or not.
    pub units: Vec<UnitFile>,
    /// Where each unit stands among them.
    places: HashMap<String, usize>,
    /// Codes of the units that `don_vi` lists.
    listed: HashSet<String>,
    /// Of each unit the results in `xet-duyet.yaml`: of which meeting, and which of it.
    outcomes: HashMap<String, Vec<(usize, usize)>>,
    /// What has been issued, by the places of the papers: who reads `hoso.lock` says so here.
    pub issued: BTreeMap<String, Issued>,
    /// Every text that may be printed.
    pub texts: Vec<Written>,
    /// What is wrong with the files.
    pub findings: Vec<Finding>,
}

/// A file below `don-vi/`.
#[derive(Debug)]
pub struct UnitFile {
    /// The code: the file's name.
    pub code: String,
    /// Path as shown.
    pub path: String,
    /// The file's text, where it could be read.
    pub file: Option<FileId>,
    /// The unit, where it could be read.
    pub unit: Option<Unit>,
}

/// Campaign folders: the one given, or every one below `root`.
///
/// # Errors
/// A sentence for the clerk when there is none.
pub fn find(given: Option<&Path>, root: &Path) -> Result<Vec<PathBuf>, String> {
    if let Some(folder) = given {
        return match folder.join(CAMPAIGN_FILE).symlink_metadata() {
            Ok(_) => Ok(vec![folder.to_owned()]),
            Err(_) => Err(format!(
                "{} không phải thư mục phong trào: không có tệp {CAMPAIGN_FILE} trong đó",
                folder.display()
            )),
        };
    }
    let found: Vec<PathBuf> = WalkDir::new(root)
        .min_depth(1)
        .max_depth(1)
        .sort_by_file_name()
        .into_iter()
        .flatten()
        .filter(|entry| entry.path().join(CAMPAIGN_FILE).symlink_metadata().is_ok())
        .map(walkdir::DirEntry::into_path)
        .collect();
    if found.is_empty() {
        return Err(format!(
            "không tìm thấy phong trào nào: không có tệp {}/<phong trào>/{CAMPAIGN_FILE}",
            root.display()
        ));
    }
    Ok(found)
}

/// Reads a campaign folder. Never fails: an unreadable campaign is a [`Loaded`] with findings.
///
/// `builtin` are the kinds of paper that come with the program.
pub fn load(folder: &Path, builtin: &Kinds) -> Loaded {
    let shown = shown(folder);
    let mut loaded = Loaded {
        code: folder_name(folder),
        shown: shown.clone(),
        sources: Sources::default(),
        campaign: None,
        campaign_file: None,
        kinds: builtin.clone(),
        plan: None,
        results: None,
        results_lost: false,
        review: None,
        review_file: None,
        units: Vec::new(),
        places: HashMap::new(),
        listed: HashSet::new(),
        outcomes: HashMap::new(),
        issued: BTreeMap::new(),
        texts: Vec::new(),
        findings: Vec::new(),
    };
    let mut plan = None;
    let (id, campaign) = loaded.read::<Campaign>(&folder.join(CAMPAIGN_FILE), |root, d| {
        plan = root.get(PLAN_KEY).cloned();
        let mut campaign = Campaign::decode(root, d)?;
        campaign.refuse_odd_kinds(d);
        check_version(&campaign.version, root, d);
        Some(campaign)
    });
    (loaded.campaign_file, loaded.campaign) = (id, campaign);
    let listed = loaded.campaign.iter().flat_map(|campaign| campaign.units.iter());
    loaded.listed = listed.map(|code| code.value.to_string()).collect();
    loaded.kinds = loaded.campaign.as_ref().map_or_else(|| builtin.without_campaign(), |c| builtin.with(c));
    loaded.read_plan(folder, plan.as_ref());
    let results = folder.join(RESULTS_FILE);
    if results.symlink_metadata().is_ok() {
        let told = loaded.findings.len();
        let (_, mut read) = loaded.read::<Results>(&results, |root, d| {
            let results = Results::decode(root, d)?;
            check_version(&results.version, root, d);
            Some(results)
        });
        if let Some(read) = &mut read {
            read.unclear = loaded.findings.iter().skip(told).any(|f| f.rule.code == rules::DUPLICATE.code);
        }
        loaded.results_lost = read.is_none();
        loaded.results = read;
    }
    let review = folder.join(REVIEW_FILE);
    if review.symlink_metadata().is_ok() {
        let kinds = std::mem::take(&mut loaded.kinds);
        (loaded.review_file, loaded.review) = loaded.read(&review, |root, d| Review::decode(root, &kinds, d));
        loaded.kinds = kinds;
        let mut outcomes: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (meeting, sitting) in loaded.sittings().enumerate() {
            for (place, outcome) in sitting.outcomes.iter().enumerate() {
                outcomes.entry(outcome.unit.to_string()).or_default().push((meeting, place));
            }
        }
        loaded.outcomes = outcomes;
    }
    loaded.read_units(&folder.join(UNITS_DIR));
    loaded
}

impl Loaded {
    fn read_units(&mut self, folder: &Path) {
        if folder.symlink_metadata().is_ok_and(|meta| !meta.is_dir()) {
            let message = format!("`{UNITS_DIR}` phải là một thư mục thường, không phải tệp hay liên kết");
            self.findings.push(Finding::new(&rules::NOT_A_FILE, message).at(Place::file(shown(folder))));
            return;
        }
        let mut files = Vec::new();
        for entry in WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(_) if folder.symlink_metadata().is_err() => return self.no_units_folder(folder),
                Err(_) => {
                    let place = Place::file(shown(folder));
                    self.findings.push(Finding::new(&rules::UNREADABLE, "không đọc được thư mục này").at(place));
                    continue;
                }
            };
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let Some(stem) = name.strip_suffix(".yaml") else {
                let message = format!("tệp `{name}` không được đọc vì tên không kết thúc bằng .yaml");
                self.findings.push(Finding::new(&rules::STRAY, message).at(Place::file(shown(path))));
                continue;
            };
            if Slug::new(stem).is_none() {
                let message = format!("tên tệp `{name}` không dùng làm mã đơn vị được");
                self.findings.push(Finding::new(&rules::CODE, message).at(Place::file(shown(path))));
                continue;
            }
            files.push((path.to_owned(), stem.to_owned()));
        }
        self.decode_units(files);
    }

    /// Files are read one after another, since each gets its id; what they say is read on all processors.
    fn decode_units(&mut self, files: Vec<(PathBuf, String)>) {
        let texts: Vec<Text> = files.iter().map(|(path, _)| self.text(path)).collect();
        let (sources, kinds) = (&self.sources, &self.kinds);
        let decode = |((path, code), text): ((PathBuf, String), Text)| {
            let file = text.id;
            let read = Read::new(text, Some(&code), sources, |root, d| Unit::decode(&code, root, kinds, d));
            (UnitFile { path: shown(&path), file, code, unit: None }, read)
        };
        let read: Vec<_> = files.into_par_iter().zip(texts).map(decode).collect();
        for (mut file, read) in read {
            file.unit = self.take(read);
            self.places.insert(file.code.clone(), self.units.len());
            self.units.push(file);
        }
    }

    /// Without the folder no unit has a file, which looks as though nobody had handed in anything yet.
    fn no_units_folder(&mut self, folder: &Path) {
        let entries = folder
            .parent()
            .into_iter()
            .flat_map(|parent| WalkDir::new(parent).min_depth(1).max_depth(1).sort_by_file_name());
        let folders = entries.flatten().filter(|entry| entry.file_type().is_dir());
        let names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        let near = nearest(UNITS_DIR, names.iter().map(String::as_str));
        let message = format!("không có thư mục `{UNITS_DIR}` chứa bản ghi của các đơn vị");
        let mut finding = Finding::new(&rules::NO_FOLDER, message).at(Place::file(shown(folder)));
        finding.help = near.map(|near| format!("đổi tên thư mục `{near}` thành `{UNITS_DIR}`, nếu đúng ý"));
        self.findings.push(finding);
    }

    fn read<T>(
        &mut self,
        path: &Path,
        decode: impl FnOnce(&Node, &mut Decoder) -> Option<T>,
    ) -> (Option<FileId>, Option<T>) {
        let text = self.text(path);
        let id = text.id;
        let read = Read::new(text, None, &self.sources, decode);
        (id, self.take(read))
    }

    /// The text of a file, kept under an id where it can be read.
    pub(super) fn text(&mut self, path: &Path) -> Text {
        let mut findings = Vec::new();
        let shown = shown(path);
        let text = file::text(path, &shown, &mut findings);
        Text { id: text.map(|text| self.sources.add(shown, text)), findings }
    }

    fn take<T>(&mut self, mut read: Read<T>) -> Option<T> {
        self.findings.append(&mut read.findings);
        self.texts.append(&mut read.texts);
        read.value
    }

    /// The units whose files could be read, in alphabetical order of their files.
    pub fn known_units(&self) -> impl Iterator<Item = &Unit> + Clone {
        self.units.iter().filter_map(|file| file.unit.as_ref())
    }

    /// The meetings of `xet-duyet.yaml`, in its order.
    pub fn sittings(&self) -> impl Iterator<Item = &Sitting> + Clone {
        self.review.iter().flat_map(|review| review.head.meetings.iter())
    }

    /// The campaign's own papers: the plan that is written here, and those of `xet-duyet.yaml`.
    pub fn common_papers(&self) -> impl Iterator<Item = &Filed> {
        self.plan.iter().chain(self.review.iter().flat_map(|review| &review.papers))
    }

    /// Those of them that set up the committee.
    pub fn founding_papers(&self) -> impl Iterator<Item = &Filed> {
        let sets_up = |filed: &&Filed| self.kinds.get(&filed.kind.text).is_some_and(Kind::sets_up);
        self.common_papers().filter(sets_up)
    }

    /// The results of all meetings on a unit's nominees, in the order of the record.
    pub fn outcomes_of(&self, unit: &str) -> impl Iterator<Item = &Outcome> {
        let meetings = self.review.as_ref().map_or(&[][..], |review| &review.head.meetings.items);
        let places = self.outcomes.get(unit).into_iter().flatten();
        places.filter_map(move |(meeting, place)| meetings.get(*meeting)?.outcomes.items.get(*place))
    }

    /// Whether `don_vi` lists a unit.
    pub fn lists(&self, unit: &str) -> bool {
        self.listed.contains(unit)
    }

    /// A unit by code, if its file could be read.
    pub fn unit(&self, code: &str) -> Option<&Unit> {
        self.units.get(*self.places.get(code)?).and_then(|file| file.unit.as_ref())
    }
}

/// A file's text, with what is wrong with the file.
pub(super) struct Text {
    pub(super) id: Option<FileId>,
    pub(super) findings: Vec<Finding>,
}

/// What a file says, with what is wrong with it.
struct Read<T> {
    value: Option<T>,
    findings: Vec<Finding>,
    texts: Vec<Written>,
}

impl<T> Read<T> {
    fn new(
        text: Text,
        unit: Option<&str>,
        sources: &Sources,
        decode: impl FnOnce(&Node, &mut Decoder) -> Option<T>,
    ) -> Self {
        let Text { id, mut findings } = text;
        let root = id.and_then(|id| file::tree(id, sources, &mut findings));
        for finding in &mut findings {
            finding.unit = unit.map(str::to_owned);
        }
        let mut decoder = Decoder::new(sources, unit);
        let value = root.and_then(|root| decode(&root, &mut decoder));
        findings.append(&mut decoder.findings);
        Self { value, findings, texts: decoder.texts }
    }
}

/// Reads the built-in (or overlaid) table of kinds.
pub fn kinds(path: &str, text: &str) -> (Kinds, Vec<Finding>) {
    let mut sources = Sources::default();
    let mut findings = Vec::new();
    let id = sources.add(path, text);
    let root = sources.get(id).cloned().and_then(|file| super::yaml::parse(id, &file, 0, &mut findings));
    let mut decoder = Decoder::new(&sources, None);
    let kinds = root.map_or_else(Kinds::default, |root| Kinds::builtin(&root, &mut decoder));
    findings.append(&mut decoder.findings);
    (kinds, findings)
}

/// Code of the campaign in a folder: the name that the folder has, however it is pointed at.
pub fn folder_name(folder: &Path) -> String {
    let absolute = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    absolute.file_name().map_or_else(|| "phong-trao".into(), |name| name.to_string_lossy().into_owned())
}

/// A path as people read it: relative to the working folder where it lies below, with `/`.
pub fn shown(path: &Path) -> String {
    // A relative path needs no working folder to be shown.
    let here = if path.is_absolute() { std::env::current_dir().ok() } else { None };
    let path = here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
    let text = path.to_string_lossy().replace('\\', "/");
    text.strip_prefix("./").map(str::to_owned).unwrap_or(text)
}
