//! From a session to the state it starts with.

use super::effects::Effects;
use super::files::Files;
use super::files::full;
use super::gate::Gate;
use super::outside::Teller;
use super::session::{Colors, Entry, Opening, Session};
use crate::app::{
    App, ColorDepth, EntryId, LeftPlace, NewSpeech, Notice, OpenSpeech, ReaderStart, Shelf,
    ThemeSource, Themes,
};
use crate::i18n::{Message, Messages};
use crate::library::files::{Opened, Stream, TextNotice};
use crate::library::kept::{
    Background, Bookmarks, Corrections, Drafts, ReaderFacts, Searches, StoredPositions,
};
use crate::notebook::{Bookmark, Draft};
use crate::paths::{Environment, Paths};
use crate::settings::theme::{Shade, Theme};
use crate::settings::{Settings, ThemeChoice};
use crate::speech::{Origin, SavedSearch, Speech};
use jiff::Timestamp;
use std::path::Path;

/// The largest file of bookmarks that is read before the first screen: 2 ms.
const AT_ONCE: u64 = 512 * 1024;

/// Tells whether the terminal is to be asked for its background: only where the answer counts.
pub(super) fn asks_background(session: &Session) -> bool {
    session.settings.theme == ThemeChoice::Auto
        && session.settings.terminal.ask_background
        && session.colors == Colors::Themed
}

/// Makes the state, and what its effects are carried out with.
pub(super) fn app(
    session: Session,
    size: (u16, u16),
    teller: Teller,
    gate: Gate,
) -> (App, Effects) {
    let messages = Messages::new(session.lang);
    let files = Files::new(&session.paths);
    let mut notices: Vec<Notice> = Vec::new();
    // Thousands of bookmarks come after the first screen.
    let many = files.bookmarks.size() > AT_ONCE;
    let bookmarks = match many {
        true => Vec::new(),
        false => load_bookmarks(&files.bookmarks, &mut notices),
    };
    notices.extend(trouble_with_corrections(&files.data_dir));
    let (facts, said) = files.state.load();
    let said = session.told.iter().chain(&said);
    notices.extend(said.map(|notice| Notice::trouble(notice.message())));
    notices.extend(session.problems.iter().cloned().map(Notice::problem));
    let themes = themes(&session, &facts, &mut notices);
    let mut effects = Effects::new(files, session.library, session.named, teller);
    let (terminal, environment) = (&session.settings.terminal, &session.environment);
    (effects.osc52, effects.tmux) = (terminal.osc52, environment.tmux);
    (effects.background, effects.gate) = (facts.background, gate);
    effects.configured = session.configured;
    effects.editor = environment.editor.clone();
    effects.home = environment.home.clone();
    if many {
        effects.load_bookmarks();
    }
    let fail_on = session.environment.test_panic.clone();
    let first_run = !facts.welcomed;
    let mut streams = Vec::new();
    let speeches = session.speeches.into_iter().enumerate();
    let speeches = speeches.map(|(index, entry)| arrived(index, entry, &mut streams)).collect();
    effects.coming = streams;
    let (mut shelf, left) = shelf(speeches, session.first, &session.places, &mut notices);
    let settings: Settings = session.settings;
    shelf.set_saved(saved_searches(&session.paths.data_dir, &mut notices));
    let start = ReaderStart {
        settings,
        messages,
        themes,
        shelf,
        bookmarks,
        stock: session.stock,
        drafts: unfinished(&session.paths.state_dir, &mut notices),
        choosing: session.choosing,
        notices,
        first_run,
        size,
        fail_on,
    };
    let mut app = App::new(start, Timestamp::now());
    match (session.at, left, session.opening) {
        (Some(at), ..) => app.start_at(&at),
        (None, left, Opening::LastRead) => app.start_with_last(left),
        (None, Some(left), Opening::Asked) => app.start_where_left(left),
        (None, None, Opening::Asked) => {}
    }
    (app, effects)
}

/// Returns the notes that were left unfinished.
fn unfinished(state_dir: &Path, notices: &mut Vec<Notice>) -> Vec<Draft> {
    let (drafts, said) = Drafts::new(state_dir).load();
    notices.extend(said.iter().map(|notice| Notice::trouble(notice.message())));
    drafts
}

fn saved_searches(data_dir: &Path, notices: &mut Vec<Notice>) -> Vec<SavedSearch> {
    match Searches::new(data_dir).load() {
        Ok((saved, said)) => {
            notices.extend(said.iter().map(|notice| Notice::trouble(notice.message())));
            saved
        }
        Err(error) => {
            notices.push(Notice::trouble(error.message()));
            Vec::new()
        }
    }
}

fn load_bookmarks(store: &Bookmarks, notices: &mut Vec<Notice>) -> Vec<Bookmark> {
    match store.load() {
        Ok(loaded) => {
            let said = loaded.notices.iter();
            notices.extend(said.map(|notice| Notice::trouble(notice.message())));
            loaded.bookmarks
        }
        Err(error) => {
            notices.push(Notice::trouble(error.message()));
            Vec::new()
        }
    }
}

/// Says what is wrong with the file of corrections; the speeches come in corrected.
fn trouble_with_corrections(data_dir: &Path) -> Vec<Notice> {
    match Corrections::new(data_dir).load() {
        Ok(corrected) => {
            let said = corrected.notices.iter();
            said.map(|notice| Notice::trouble(notice.message())).collect()
        }
        Err(error) => vec![Notice::trouble(error.message())],
    }
}

/// Parts what still comes of a text from what has come.
fn arrived(index: usize, entry: Entry, streams: &mut Vec<(EntryId, Stream)>) -> Entry {
    match entry {
        Entry::Coming(opened, stream) => {
            streams.push((EntryId::new(index), stream));
            Entry::Open(opened)
        }
        entry => entry,
    }
}

fn shelf(
    speeches: Vec<Entry>,
    first: usize,
    places: &StoredPositions,
    notices: &mut Vec<Notice>,
) -> (Shelf, Option<LeftPlace>) {
    let mut left = None;
    let mut entries = Vec::with_capacity(speeches.len());
    for (index, speech) in speeches.into_iter().enumerate() {
        entries.push(match speech {
            Entry::File(path) => crate::app::ShelfEntry::unread(path),
            Entry::Open(opened) | Entry::Coming(opened, _) => {
                let new = new_speech(*opened);
                if index == first {
                    left = self::left(places, &new.speech);
                    notices.extend(new.notices);
                }
                let mut document = OpenSpeech::new(new.speech);
                document.corrections = new.corrections;
                crate::app::ShelfEntry::open(document)
            }
        });
    }
    (Shelf::new(entries, first), left)
}

/// Returns where the reader left a speech.
pub(super) fn left(places: &StoredPositions, speech: &Speech) -> Option<LeftPlace> {
    let source = match &speech.origin {
        Origin::File(path) => Some(full(path)),
        Origin::Shipped(_) | Origin::StandardInput => None,
    };
    let place = places.find(&speech.id, &speech.fingerprint, source.as_deref())?;
    let (fingerprint, trace) = (place.fingerprint.clone(), place.trace.clone());
    Some(LeftPlace { pos: place.pos, fingerprint, trace })
}

fn themes(session: &Session, facts: &ReaderFacts, notices: &mut Vec<Notice>) -> Themes {
    let Session { settings, environment, paths, .. } = session;
    let mut all: Vec<ThemeSource> =
        Theme::builtin_names().iter().map(|name| ThemeSource::Builtin(name)).collect();
    all.extend(own_themes(paths));
    let name = match session.colors {
        Colors::None => "none",
        Colors::Themed => settings.theme_name(shade(facts, environment)),
    };
    if !all.iter().any(|source| source.name() == name) {
        let folder = paths.config_dir.join("themes");
        let folder = crate::text::printable(&folder.to_string_lossy()).into_owned();
        let names: Vec<&str> = all.iter().map(ThemeSource::name).collect();
        let args =
            [("name", name.into()), ("names", names.join(", ").into()), ("folder", folder.into())];
        notices.push(Notice::trouble(Message::with("theme-unknown", args)));
    }
    if let Some(ThemeSource::User(_, text)) = all.iter().find(|source| source.name() == name) {
        let file = paths.config_dir.join("themes").join(format!("{name}.toml"));
        let (_, problems) = crate::settings::read_theme(name, text, &file);
        notices.extend(problems.into_iter().map(Notice::problem));
    }
    let true_color = matches!(environment.colorterm.as_deref(), Some("truecolor" | "24bit"));
    let depth = if true_color { ColorDepth::True } else { ColorDepth::Indexed };
    Themes::new(all, name, depth)
}

/// Returns what is known of the background before the terminal answers: what it answered last time,
/// or what the terminal told the shell.
fn shade(facts: &ReaderFacts, environment: &Environment) -> Option<Shade> {
    let told = environment.colorfgbg.as_deref().and_then(told_shade);
    let remembered = facts.background.map(|background| match background {
        Background::Dark => Shade::Dark,
        Background::Light => Shade::Light,
    });
    told.or(remembered)
}

/// Reads `COLORFGBG`, "15;0": the last number is the background's among the 16 colours, of which
/// 7 and those from 9 on are light.
fn told_shade(colors: &str) -> Option<Shade> {
    let background: u8 = colors.rsplit(';').next()?.parse().ok()?;
    match background {
        0..=6 | 8 => Some(Shade::Dark),
        7 | 9..=15 => Some(Shade::Light),
        _ => None,
    }
}

/// Reads the reader's own themes: `themes/NAME.toml` in the configuration folder.
fn own_themes(paths: &Paths) -> Vec<ThemeSource> {
    let Ok(entries) = std::fs::read_dir(paths.config_dir.join("themes")) else {
        return Vec::new();
    };
    let mut themes: Vec<ThemeSource> = entries
        .flatten()
        .filter_map(|entry| {
            let path = entry.path();
            let is_theme = path.extension().is_some_and(|ending| ending == "toml");
            let name = path.file_stem()?.to_str()?.to_owned();
            let text = is_theme.then(|| std::fs::read_to_string(&path).ok())??;
            Some(ThemeSource::User(name, text))
        })
        .collect();
    themes.sort_by(|a, b| a.name().cmp(b.name()));
    themes
}

/// Puts what there is to say of an opened text into words.
pub(super) fn new_speech(opened: Opened) -> NewSpeech {
    let notices = opened.notices.iter().map(|notice| {
        Notice::trouble(match *notice {
            TextNotice::Replaced(count) => {
                Message::with("text-replaced", [("count", count.into())])
            }
            TextNotice::Removed(count) => Message::with("text-removed", [("count", count.into())]),
            TextNotice::Encoding(encoding) => {
                Message::with("text-encoding", [("encoding", encoding.name().into())])
            }
            TextNotice::Import(notice) => {
                let (id, count) = notice.message();
                Message::with(id, [("count", count.into())])
            }
            TextNotice::Companion(line) => Message::with("text-companion", [("line", line.into())]),
        })
    });
    let mut notices: Vec<Notice> = notices.collect();
    let unfit = opened.corrections.iter().filter(|checked| checked.state.is_unfit()).count();
    if unfit > 0 {
        let text = Message::with("corrections-unfit", [("count", unfit.into())]);
        notices.push(Notice::trouble(text));
    }
    let Opened { speech, corrections, .. } = opened;
    NewSpeech { notices, speech, left: None, corrections }
}
