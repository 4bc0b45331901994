//! Reading the index: which speeches may hold what is searched for, the best first.
//!
//! The files of an index may be damaged, and tantivy panics at some damage. Nothing of that
//! leaves this module: an index that cannot be read gives nothing, and is made anew.

use super::candidates::Asking;
use super::full::{IndexFields, Waiting, commit_of, register};
use super::record::Record;
use crate::search::Query;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use tantivy::collector::TopDocs;
use tantivy::schema::Value;
use tantivy::{DocAddress, Index, IndexReader, ReloadPolicy, Searcher, TantivyDocument};

/// An open index.
pub struct OpenIndex {
    index: Index,
    reader: IndexReader,
    pub(super) fields: IndexFields,
    generation: u64,
    edition: u64,
}

impl OpenIndex {
    /// Opens the index in a folder as it is at this moment; nothing if there is none that can be
    /// used.
    pub fn open(folder: &Path) -> Option<OpenIndex> {
        if !folder.join("meta.json").is_file() {
            return None;
        }
        guarded(|| {
            let index = Index::open_in_dir(folder).ok()?;
            let fields = IndexFields::of(&index)?;
            register(&index, &Waiting::default());
            // Nobody watches the files: whoever searches looks whether there is more.
            let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual);
            let reader = reader.doc_store_cache_num_blocks(8).try_into().ok()?;
            let (generation, edition) = commit_of(&index);
            Some(OpenIndex { index, reader, fields, generation, edition })
        })
    }

    /// Returns the number of the commit that it reads.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Returns the edition of the commit that it reads.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// Takes what was committed meanwhile; tells whether the index can still be read.
    pub fn refresh(&mut self) -> bool {
        let (generation, edition) = commit_of(&self.index);
        if (generation, edition) == (self.generation, self.edition) {
            return true;
        }
        let reloaded = guarded(|| self.reader.reload().ok());
        (self.generation, self.edition) = (generation, edition);
        reloaded.is_some() && generation > 0
    }

    /// Returns how many speeches it knows.
    pub fn count(&self) -> usize {
        usize::try_from(self.reader.searcher().num_docs()).unwrap_or(usize::MAX)
    }

    pub(super) fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    /// Reads all files and compares their sums.
    pub fn is_sound(&self) -> bool {
        guarded(|| self.index.validate_checksum().ok()).is_some_and(|damaged| damaged.is_empty())
    }

    /// Returns the records of all speeches; nothing if they cannot be read.
    pub fn records(&self) -> Option<Vec<Record>> {
        guarded(|| {
            let searcher = self.reader.searcher();
            let mut records = Vec::with_capacity(self.count());
            for segment in searcher.segment_readers() {
                let store = segment.get_store_reader(1).ok()?;
                for document in store.iter::<TantivyDocument>(segment.alive_bitset()) {
                    records.push(self.record_of(&document.ok()?)?);
                }
            }
            Some(records)
        })
    }

    pub(super) fn record_of(&self, document: &TantivyDocument) -> Option<Record> {
        let bytes = document.get_first(self.fields.record)?;
        Record::read(&mut bytes.as_bytes()?)
    }
}

/// The speeches that may hold what is searched for, a few at a time.
pub(super) struct IndexCandidates<'a> {
    reader: &'a OpenIndex,
    searcher: Searcher,
    asking: Asking<'a>,
    stage: CandidateStage,
    /// How many of this stage were given.
    given: usize,
    /// What was found last and not given yet.
    stock: std::collections::VecDeque<DocAddress>,
    looked: usize,
    found: usize,
}

/// Which question is being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CandidateStage {
    /// A few with all words: where these are common, most have them in a row.
    Taste,
    /// Those with the words in a row.
    Row,
    /// Those with all words.
    All,
    /// No more.
    Done,
}

/// How many candidates are asked for to see whether most of them are hits.
const TASTE: usize = 20;
/// How many candidates are asked for at once.
const ASKED: usize = 256;

impl<'a> IndexCandidates<'a> {
    pub(super) fn new(reader: &'a OpenIndex, query: &'a Query, corrected: &'a [Vec<u8>]) -> Self {
        IndexCandidates {
            reader,
            searcher: reader.searcher(),
            asking: Asking { query, fields: reader.fields, corrected },
            stage: CandidateStage::Taste,
            given: 0,
            stock: std::collections::VecDeque::new(),
            looked: 0,
            found: 0,
        }
    }

    /// Returns the next candidates, some of them maybe once more; none at the end, nothing if the
    /// index cannot be read.
    pub(super) fn next(&mut self, most: usize) -> Option<Vec<PathBuf>> {
        while self.stock.is_empty() && self.stage != CandidateStage::Done {
            self.refill()?;
        }
        let addresses: Vec<DocAddress> = self.stock.drain(..most.min(self.stock.len())).collect();
        guarded(|| {
            let path = |address: DocAddress| {
                let document = self.searcher.doc(address).ok()?;
                Some(self.reader.record_of(&document)?.known.path)
            };
            addresses.into_iter().map(path).collect()
        })
    }

    /// Hears how many of the candidates were looked into, and how many of them were hits.
    pub(super) fn heed(&mut self, looked: usize, found: usize) {
        self.looked += looked;
        self.found += found;
    }

    /// Tells whether there may be more.
    pub(super) fn has_more(&self) -> bool {
        self.stage != CandidateStage::Done || !self.stock.is_empty()
    }

    fn refill(&mut self) -> Option<()> {
        match self.stage {
            CandidateStage::Taste if self.given == 0 => self.ask(TASTE),
            CandidateStage::Taste => {
                // Where most of those with all words are hits, there is nothing to be gained by
                // asking for words in a row, which takes ten times as long.
                let most = self.found * 2 >= self.looked;
                self.stage = if most { CandidateStage::All } else { CandidateStage::Row };
                if self.stage == CandidateStage::Row {
                    self.given = 0;
                }
                Some(())
            }
            CandidateStage::Row | CandidateStage::All => self.ask(ASKED),
            CandidateStage::Done => Some(()),
        }
    }

    /// Asks for the next `most`; goes to the next stage when there are none.
    fn ask(&mut self, most: usize) -> Option<()> {
        let asked = match self.stage {
            CandidateStage::Row => self.asking.in_a_row(),
            CandidateStage::Taste | CandidateStage::All | CandidateStage::Done => {
                Some(self.asking.with_words())
            }
        };
        let found = match asked {
            None => Vec::new(),
            Some(asked) => guarded(|| {
                let top = TopDocs::with_limit(most).and_offset(self.given).order_by_score();
                self.searcher.search(&asked, &top).ok()
            })?,
        };
        self.given += found.len();
        if found.len() < most {
            self.stage = match self.stage {
                // One term that is a row is nowhere else.
                CandidateStage::Row if !self.asking.is_row() => CandidateStage::All,
                CandidateStage::Row
                | CandidateStage::Taste
                | CandidateStage::All
                | CandidateStage::Done => CandidateStage::Done,
            };
            if self.stage == CandidateStage::All {
                self.given = 0;
            }
        }
        self.stock.extend(found.into_iter().map(|(_, address)| address));
        Some(())
    }
}

/// Does what may panic on damaged files.
pub(super) fn guarded<T>(work: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok().flatten()
}
