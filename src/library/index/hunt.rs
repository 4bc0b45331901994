//! Searching the library: a query in, speeches with their hits out, the best first.
//!
//! A large library is asked through its index, a small one text by text; what is told apart after
//! that is the same. A speech that the words stand in in a row comes before one that only has them
//! all in one passage.

use super::means::{LibrarySize, Means, OnDisk};
#[cfg(feature = "fulltext")]
use super::reader::{IndexCandidates, OpenIndex};
#[cfg(feature = "fulltext")]
use super::record::path_bytes;
use super::scan;
use crate::library::files::{self, Opened};
use crate::search::found::{Coverage, FoundSpeech};
use crate::search::{Page, Query, Sought, WordOrder, find_rows_first};
use crate::speech::Extent;
use crate::speech::correction::Filed;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// How many candidates are looked into before it is asked whether the search is still wanted.
const SLICE: usize = 16;
/// How many texts that the index does not know yet are read for a search.
#[cfg(feature = "fulltext")]
const MOST_UNKNOWN: usize = 200;

/// What is to be found, and how much of it.
#[derive(Clone, Copy, Debug)]
pub struct LibraryQuery<'a> {
    /// What to find.
    pub query: &'a Query,
    /// How many speeches are enough.
    pub speeches: usize,
    /// How many texts may be looked into: words that are in most texts, but seldom in one passage,
    /// would have all of them read.
    pub looks: usize,
    /// The user's corrections: roles and addresses are those of the corrected outline.
    pub corrections: &'a [Filed],
}

/// Who searches a library; keeps its index open.
pub struct Hunter {
    means: Means,
    open: IndexHandle,
}

/// The index that is open.
#[derive(Default)]
struct IndexHandle {
    #[cfg(feature = "fulltext")]
    reader: Option<OpenIndex>,
}

/// Whether a search goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchControl {
    /// It does.
    On,
    /// Nobody wants to know any more.
    Home,
}

/// What a search comes to.
#[derive(Clone, Debug, Default)]
pub struct Haul {
    /// The speeches, the best first.
    pub speeches: Vec<FoundSpeech>,
    /// How much of the library they speak for.
    pub coverage: Coverage,
    /// Whether the index could not be read: it should be made anew.
    pub damaged: bool,
}

impl Hunter {
    /// Makes one for a library; opens nothing yet.
    pub fn new(means: Means) -> Self {
        Hunter { means, open: IndexHandle::default() }
    }

    /// Searches the library. `files` are those of the library if they were looked at; else what
    /// the index knows is all there is. `going` is asked now and then, and hears what was found so
    /// far.
    pub fn hunt(
        &mut self,
        wanted: LibraryQuery<'_>,
        files: Option<&[OnDisk]>,
        going: &mut dyn FnMut(&Haul) -> SearchControl,
    ) -> Haul {
        let mut search = LibrarySearch::new(&self.means, wanted);
        search.shipped();
        match files {
            Some(files) if self.means.size(files) == LibrarySize::Small => {
                search.haul.coverage.total += files.len();
                search.scan(files.iter().map(|file| file.path.clone()), going);
            }
            _ => self.open.ask(&mut search, files, going),
        }
        search.finish()
    }
}

impl IndexHandle {
    /// Asks the index, and looks into what it does not know yet.
    #[cfg(feature = "fulltext")]
    fn ask(
        &mut self,
        search: &mut LibrarySearch<'_>,
        files: Option<&[OnDisk]>,
        going: &mut dyn FnMut(&Haul) -> SearchControl,
    ) {
        let (place, edition) = (search.means.place(), search.means.edition());
        let usable = |reader: &mut OpenIndex| reader.refresh() && reader.edition() == edition;
        if !self.reader.as_mut().is_some_and(usable) {
            self.reader =
                OpenIndex::open(&place.index()).filter(|reader| reader.edition() == edition);
        }
        let Some(reader) = &self.reader else {
            search.haul.damaged = place.index().join("meta.json").exists();
            return search.without_index(files, going);
        };
        let known = reader.count();
        search.haul.coverage.searched += known;
        search.haul.coverage.total += files.map_or(known, <[OnDisk]>::len).max(known);
        if search.candidates(reader, going).is_none() {
            search.haul.damaged = true;
            self.reader = None;
            return search.without_index(files, going);
        }
        if let Some(files) = files
            && files.len() > known
            && let Some(catalog) = super::Catalog::load(&place.catalog(), edition)
        {
            let keys: HashSet<&[u8]> = catalog.slips().map(|slip| slip.path).collect();
            let unknown =
                files.iter().filter(|file| !keys.contains(&*path_bytes(file.path.as_os_str())));
            let unknown: Vec<PathBuf> =
                unknown.map(|file| file.path.clone()).take(MOST_UNKNOWN).collect();
            search.scan(unknown.into_iter(), going);
        }
    }

    /// Without an index all texts are looked into.
    #[cfg(not(feature = "fulltext"))]
    fn ask(
        &mut self,
        search: &mut LibrarySearch<'_>,
        files: Option<&[OnDisk]>,
        going: &mut dyn FnMut(&Haul) -> SearchControl,
    ) {
        search.without_index(files, going);
    }
}

/// A search that is going on.
struct LibrarySearch<'a> {
    means: &'a Means,
    wanted: LibraryQuery<'a>,
    probe: scan::Probe<'a>,
    /// What was looked into.
    seen: HashSet<PathBuf>,
    found: Vec<(SearchRank, FoundSpeech)>,
    haul: Haul,
}

/// How well a speech fits.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct SearchRank(f32);

impl<'a> LibrarySearch<'a> {
    fn new(means: &'a Means, wanted: LibraryQuery<'a>) -> Self {
        let probe = scan::Probe::new(wanted.query);
        let (seen, found, haul) = (HashSet::new(), Vec::new(), Haul::default());
        LibrarySearch { means, wanted, probe, seen, found, haul }
    }

    /// Looks into the speeches that ship.
    fn shipped(&mut self) {
        if !self.means.shipped {
            return;
        }
        for mut opened in files::shipped(&self.means.lexicon) {
            files::correct(&mut opened, self.wanted.corrections, self.means.reading());
            self.haul.coverage.total += 1;
            self.haul.coverage.searched += 1;
            self.found.extend(look_into(&opened, self.wanted.query));
        }
    }

    /// Looks into texts, one by one.
    fn scan(
        &mut self,
        paths: impl Iterator<Item = PathBuf>,
        going: &mut dyn FnMut(&Haul) -> SearchControl,
    ) {
        for (index, path) in paths.enumerate() {
            if index % (4 * SLICE) == 4 * SLICE - 1 && self.tell(going) == SearchControl::Home {
                return;
            }
            self.haul.coverage.searched += 1;
            if !self.seen.contains(&path) && self.probe.may_be_in(&path) {
                self.found.extend(self.look(&path));
                self.seen.insert(path);
            }
        }
    }

    fn without_index(
        &mut self,
        files: Option<&[OnDisk]>,
        going: &mut dyn FnMut(&Haul) -> SearchControl,
    ) {
        let paths = match files {
            Some(files) => files.iter().map(|file| file.path.clone()).collect(),
            None => self.means.paths(),
        };
        self.haul.coverage.total += paths.len();
        self.scan(paths.into_iter(), going);
    }

    /// Looks into what the index gives, until there is enough; nothing if it cannot be read.
    #[cfg(feature = "fulltext")]
    fn candidates(
        &mut self,
        reader: &OpenIndex,
        going: &mut dyn FnMut(&Haul) -> SearchControl,
    ) -> Option<()> {
        let corrected = self.wanted.corrections.iter().filter_map(|filed| filed.source.as_ref());
        let corrected: Vec<Vec<u8>> = corrected.map(|path| path_bytes(path.as_os_str())).collect();
        let mut candidates = IndexCandidates::new(reader, self.wanted.query, &corrected);
        loop {
            let lacking = self.wanted.speeches - self.found.len();
            let paths = candidates.next(lacking.clamp(4, SLICE))?;
            if paths.is_empty() {
                return Some(());
            }
            let fresh: Vec<PathBuf> =
                paths.into_iter().filter(|path| self.seen.insert(path.clone())).collect();
            let before = self.found.len();
            let halves = fresh.split_at(fresh.len() / 2);
            let (one, other) = std::thread::scope(|scope| {
                let look = |paths: &[PathBuf]| -> Vec<(SearchRank, FoundSpeech)> {
                    paths.iter().filter_map(|path| self.look(path)).collect()
                };
                let one = scope.spawn(move || look(halves.0));
                (look(halves.1), one.join().unwrap_or_default())
            });
            self.found.extend(other);
            self.found.extend(one);
            candidates.heed(fresh.len(), self.found.len() - before);
            let enough = self.found.len() >= self.wanted.speeches;
            if enough || self.seen.len() >= self.wanted.looks {
                self.haul.coverage.more = candidates.has_more();
                return Some(());
            }
            if self.tell(going) == SearchControl::Home {
                self.haul.coverage.more = true;
                return Some(());
            }
        }
    }

    fn look(&self, path: &Path) -> Option<(SearchRank, FoundSpeech)> {
        let opened = self.means.open(path, self.wanted.corrections).ok()?;
        look_into(&opened, self.wanted.query)
    }

    fn tell(&mut self, going: &mut dyn FnMut(&Haul) -> SearchControl) -> SearchControl {
        self.rank();
        going(&self.haul)
    }

    /// Puts what was found into the haul, the best first.
    fn rank(&mut self) {
        let order = |(rank, found): &(SearchRank, FoundSpeech)| {
            (std::cmp::Reverse(ordered(*rank)), std::cmp::Reverse(found.date), found.id.clone())
        };
        self.found.sort_by_cached_key(order);
        let speeches = self.found.iter().take(self.wanted.speeches);
        self.haul.speeches = speeches.map(|(_, found)| found.clone()).collect();
    }

    fn finish(mut self) -> Haul {
        self.rank();
        self.haul.coverage.more |= self.found.len() > self.haul.speeches.len();
        self.haul
    }
}

/// Makes a rank a number that can be sorted by.
fn ordered(rank: SearchRank) -> u32 {
    // None is negative, so their bits are in their order.
    rank.0.max(0.0).to_bits()
}

/// Searches a speech: the words in a row, else all of them in one passage.
fn look_into(opened: &Opened, query: &Query) -> Option<(SearchRank, FoundSpeech)> {
    let speech = &opened.speech;
    debug_assert!(speech.extent == Extent::Whole, "only whole texts are searched");
    let page = Page::of(&speech.text, &speech.blocks);
    let (order, hits) = find_rows_first(Sought::from(speech), &page, query);
    if hits.is_empty() {
        return None;
    }
    let rank =
        rank(order, hits.len(), speech.text.len(), || is_in_title(query, &speech.meta.title));
    Some((rank, FoundSpeech::new(speech, &hits, order)))
}

/// Ranks a speech: by how many hits it has for its length, as BM25 does for a word (Robertson and
/// Zaragoza 2009, with k = 1.2 and b = 0.75); words in a row and in the title count more.
fn rank(
    order: WordOrder,
    hits: usize,
    bytes: usize,
    in_title: impl FnOnce() -> bool,
) -> SearchRank {
    const TYPICAL: f32 = 20_000.0;
    let (hits, length) = (hits as f32, bytes as f32 / TYPICAL);
    let frequency = hits * 2.2 / (hits + 1.2 * (0.25 + 0.75 * length));
    let row = match order {
        WordOrder::Row => 3.0,
        WordOrder::Any => 0.0,
    };
    SearchRank(frequency + row + if in_title() { 2.0 } else { 0.0 })
}

fn is_in_title(query: &Query, title: &str) -> bool {
    let mut wanted = query.wanted().peekable();
    wanted.peek().is_some() && wanted.all(|term| term.pattern.is_in(title))
}
