//! The index itself, by tantivy: one document a speech.
//!
//! It knows every syllable twice, without marks (with its places, for phrases) and with them, and
//! what queries ask of a speech: words of its title and speaker, its year, its series. The text is
//! not kept, the files have it; what is kept is the record of the file. What the index finds are
//! candidates: whoever asks looks into the text.

use super::record::{Record, path_bytes};
use super::tokens::{Former, SyllableForm, cut, next_syllable, uncut};
use crate::speech::{Address, Format, SpeechKind};
use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::schema::{
    BytesOptions, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use tantivy::{Index, IndexWriter, TantivyDocument, Term};

/// The fields of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct IndexFields {
    /// The path of the file.
    pub key: Field,
    /// The syllables of the text without marks.
    pub plain: Field,
    /// The syllables of the text with their marks.
    pub marked: Field,
    /// The syllables of the title without marks.
    pub title: Field,
    /// The syllables of the speaker's name and office without marks.
    pub speaker: Field,
    /// The year.
    pub year: Field,
    /// The codes of its lists, the roles of its items, its kind and its format.
    pub lists: Field,
    /// The record of the file.
    pub record: Field,
}

impl IndexFields {
    fn schema() -> (Schema, IndexFields) {
        let mut schema = Schema::builder();
        let words = |tokenizer: &str, option| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(option)
                .set_fieldnorms(true);
            TextOptions::default().set_indexing_options(indexing)
        };
        use IndexRecordOption as Option;
        let fields = IndexFields {
            key: schema.add_bytes_field("key", BytesOptions::default().set_indexed()),
            plain: schema.add_text_field("plain", words("plain", Option::WithFreqsAndPositions)),
            marked: schema.add_text_field("marked", words("marked", Option::WithFreqs)),
            title: schema.add_text_field("title", words("title", Option::Basic)),
            speaker: schema.add_text_field("speaker", words("title", Option::Basic)),
            year: schema.add_u64_field("year", NumericOptions::default().set_indexed()),
            lists: schema.add_text_field("lists", words("raw", Option::Basic)),
            record: schema.add_bytes_field("record", BytesOptions::default().set_stored()),
        };
        (schema.build(), fields)
    }

    /// Finds the fields in the schema of an index; nothing if it is of another version.
    pub(super) fn of(index: &Index) -> std::option::Option<IndexFields> {
        let (schema, fields) = IndexFields::schema();
        (index.schema() == schema).then_some(fields)
    }
}

/// How much memory is filled before a part of the index is written, in bytes a thread.
const BULK: usize = 48 << 20;
/// The same, for a few files.
const FEW: usize = 15 << 20;
/// How many texts wait to be cut into words: more would only fill the memory.
const WAITING: usize = 32;
/// Parts of the index with more documents than this are not merged into larger ones: that would
/// read and write the whole index again, and gain little.
const LARGE_PART: usize = 4_000;

/// What writes the index.
pub(super) struct FullIndexWriter {
    writer: IndexWriter,
    fields: IndexFields,
    waiting: Waiting,
}

/// How much is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// A few files.
    Few,
    /// A library.
    Many,
}

impl FullIndexWriter {
    /// Opens the index in a folder, or makes one where there is none.
    pub(super) fn open(folder: &Path, amount: Amount) -> tantivy::Result<FullIndexWriter> {
        let index = if folder.join("meta.json").is_file() {
            Index::open_in_dir(folder)?
        } else {
            std::fs::create_dir_all(folder)?;
            Index::create_in_dir(folder, IndexFields::schema().0)?
        };
        let fields = IndexFields::of(&index)
            .ok_or_else(|| tantivy::TantivyError::SchemaError("of another version".to_owned()))?;
        let waiting = Waiting::default();
        register(&index, &waiting);
        let (threads, memory) = match amount {
            Amount::Few => (1, FEW),
            Amount::Many => (2, BULK),
        };
        let options = IndexWriterOptions::builder()
            .num_worker_threads(threads)
            .memory_budget_per_thread(memory)
            .num_merge_threads(1)
            .build();
        let writer = index.writer_with_options(options)?;
        let mut policy = LogMergePolicy::default();
        policy.set_max_docs_before_merge(LARGE_PART);
        policy.set_min_layer_size(100);
        writer.set_merge_policy(Box::new(policy));
        // A program that was killed may have left files that a commit would want to write anew.
        writer.garbage_collect_files().wait()?;
        Ok(FullIndexWriter { writer, fields, waiting })
    }

    /// Returns the number of the last commit.
    pub(super) fn generation(&self) -> u64 {
        commit_of(self.writer.index()).0
    }

    /// Takes a file out.
    pub(super) fn remove(&self, key: &[u8]) {
        self.writer.delete_term(Term::from_field_bytes(self.fields.key, key));
    }

    /// Puts the text of a speech in. Waits while many others are still to be cut into words.
    pub(super) fn add(&self, text: &str, record: &Record) -> tantivy::Result<()> {
        let fields = self.fields;
        let mut document = TantivyDocument::default();
        let known = &record.known;
        document.add_bytes(fields.key, &path_bytes(known.path.as_os_str()));
        document.add_text(fields.plain, text);
        document.add_text(fields.marked, text);
        document.add_text(fields.title, &known.meta.title);
        let who = [&known.meta.speaker, &known.meta.office];
        for text in who.into_iter().flatten() {
            document.add_text(fields.speaker, text);
        }
        if let Some(date) = known.meta.date {
            document.add_u64(fields.year, u64::from(date.year()));
        }
        for (role, number) in &known.series {
            document.add_text(fields.lists, Address::series_code(*role, *number));
        }
        for role in &known.roles {
            document.add_text(fields.lists, role.name());
        }
        if let Some(kind) = known.meta.kind {
            document.add_text(fields.lists, kind_class(kind));
        }
        document.add_text(fields.lists, format_class(known.format));
        let mut bytes = Vec::with_capacity(512);
        record.write(&mut bytes);
        document.add_bytes(fields.record, &bytes);
        self.waiting.enter();
        self.writer.add_document(document).map(|_| ())
    }

    /// Makes all that was done last, as the commit of this number.
    pub(super) fn commit(&mut self, generation: u64, edition: u64) -> tantivy::Result<()> {
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&format!("{generation} {edition}"));
        commit.commit()?;
        Ok(())
    }

    /// Waits until the parts of the index are merged, and ends.
    pub(super) fn end(self) -> tantivy::Result<()> {
        self.writer.wait_merging_threads()
    }
}

/// Returns what speeches of a kind have among their lists.
pub(super) fn kind_class(kind: SpeechKind) -> String {
    format!("kind:{}", kind.name())
}

/// Returns what speeches of a format have among their lists.
pub(super) fn format_class(format: Format) -> String {
    format!("format:{}", format.name())
}

/// Returns the number of the last commit of an index, and its edition; 0 where that is unknown.
pub(super) fn commit_of(index: &Index) -> (u64, u64) {
    let payload = index.load_metas().ok().and_then(|metas| metas.payload).unwrap_or_default();
    let mut numbers = payload.split(' ').map(|number| number.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

/// Tells an index how to cut texts into words.
pub(super) fn register(index: &Index, waiting: &Waiting) {
    let tokenizer = |form, waiting| {
        let former = Former::new(form);
        Syllables { former, waiting, token: Token::default() }
    };
    let tokenizers = index.tokenizers();
    tokenizers.register("plain", tokenizer(SyllableForm::Plain, Some(waiting.clone())));
    tokenizers.register("marked", tokenizer(SyllableForm::Marked, None));
    tokenizers.register("title", tokenizer(SyllableForm::Plain, None));
}

/// How many texts wait to be cut into words. tantivy itself lets ten thousand wait.
#[derive(Clone, Default)]
pub(super) struct Waiting(Arc<(Mutex<usize>, Condvar)>);

impl Waiting {
    fn enter(&self) {
        let (count, changed) = &*self.0;
        let count = count.lock().unwrap_or_else(PoisonError::into_inner);
        // A writer that failed takes no more: then nobody must wait for ever.
        let patience = std::time::Duration::from_secs(5);
        let full = |count: &mut usize| *count >= WAITING;
        let waited = changed.wait_timeout_while(count, patience, full);
        let (mut count, _) = waited.unwrap_or_else(PoisonError::into_inner);
        *count += 1;
    }

    fn leave(&self) {
        let (count, changed) = &*self.0;
        let mut count = count.lock().unwrap_or_else(PoisonError::into_inner);
        *count = count.saturating_sub(1);
        changed.notify_one();
    }
}

/// Cuts texts into syllables.
#[derive(Clone)]
struct Syllables {
    former: Former,
    /// Where it is told that a text has got its turn.
    waiting: Option<Waiting>,
    token: Token,
}

/// The syllables of a text, as tantivy asks for them.
struct SyllableStream<'a> {
    text: Cow<'a, str>,
    at: usize,
    /// Whether the words that were cut at the end of a line are still to come, as if they had not been.
    cuts: CutState,
    former: &'a mut Former,
    token: &'a mut Token,
}

/// What has become of the words that were cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CutState {
    ToCome,
    Given,
}

impl Tokenizer for Syllables {
    type TokenStream<'a> = SyllableStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> SyllableStream<'a> {
        if let Some(waiting) = &self.waiting {
            waiting.leave();
        }
        self.token.reset();
        let text = Cow::Borrowed(text);
        SyllableStream {
            text,
            at: 0,
            cuts: CutState::ToCome,
            former: &mut self.former,
            token: &mut self.token,
        }
    }
}

impl TokenStream for SyllableStream<'_> {
    fn advance(&mut self) -> bool {
        let Some((from, to)) = next_syllable(&self.text, self.at) else {
            if self.cuts == CutState::Given {
                return false;
            }
            (self.text, self.at, self.cuts) = (uncut(&self.text).into(), 0, CutState::Given);
            return self.advance();
        };
        self.at = to;
        self.former.form_into(cut(&self.text[from..to]), &mut self.token.text);
        self.token.offset_from = from;
        self.token.offset_to = to;
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
