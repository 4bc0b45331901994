//! A key press, from the event to the cells of the frame.

use dienvan::app::{
    App, ColorDepth, Event, OpenSpeech, ReaderStart, Shelf, ShelfEntry, Stock, ThemeSource, Themes,
};
use dienvan::i18n::{Lang, Messages};
use dienvan::properties::speech_of;
use dienvan::settings::Settings;
use dienvan::settings::keymap::KeyPress;
use dienvan::speech::parse::Lexicon;
use divan::Bencher;
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SPEECH: &str = include_str!("../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");
const SIZE: (u16, u16) = (120, 40);

fn main() {
    divan::main();
}

fn app(times: usize) -> App {
    let speech = speech_of(&SPEECH.repeat(times), &Lexicon::shipped());
    let start = ReaderStart {
        settings: Settings::default(),
        messages: Messages::new(Lang::Vi),
        themes: Themes::new(vec![ThemeSource::Builtin("dark")], "dark", ColorDepth::True),
        shelf: Shelf::new(vec![ShelfEntry::open(OpenSpeech::new(speech))], 0),
        bookmarks: Vec::new(),
        stock: Stock::Named,
        choosing: dienvan::app::Choosing::Known,
        notices: Vec::new(),
        first_run: false,
        size: SIZE,
        drafts: Vec::new(),
        fail_on: None,
    };
    App::new(start, Timestamp::UNIX_EPOCH)
}

/// Draws the start screen.
#[divan::bench]
fn frame(bencher: Bencher<'_, '_>) {
    let app = app(1);
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    bencher.bench_local(|| {
        buffer.reset();
        dienvan::ui::render(&app, &mut buffer)
    });
}

/// Goes a page down and back by turns, and draws; in 22 KB and in 22 MB.
#[divan::bench(args = [1, 1000])]
fn page_and_frame(bencher: Bencher<'_, '_>, times: usize) {
    let mut app = app(times);
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    let keys = ["pgdn", "pgup"].map(|key| KeyPress::parse(key).expect("a key"));
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        app.update(Event::Key(keys[turn % 2]), Timestamp::UNIX_EPOCH);
        buffer.reset();
        dienvan::ui::render(&app, &mut buffer)
    });
}
