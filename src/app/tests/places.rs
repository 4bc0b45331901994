//! Places: jumped from, left, come back to; the sidebar of large outlines.

use crate::app::jumps::Jumps;
use crate::app::{
    App, ColorDepth, Event, Fold, LeftPlace, Node, OpenSpeech, ReaderStart, Remembered, Shelf,
    ShelfEntry, ThemeSource, Themes,
};
use crate::i18n::{Lang, Messages};
use crate::library::files;
use crate::settings::Settings;
use crate::settings::keymap::KeyPress;
use crate::speech::anchor::Trace;
use crate::speech::parse::Lexicon;
use crate::speech::{Origin, Speech};
use crate::text::TextPos;
use jiff::Timestamp;

fn speech(text: &str) -> Speech {
    let lexicon = Lexicon::shipped();
    files::from_bytes(text.as_bytes().to_vec(), Origin::StandardInput, &lexicon)
        .expect("a text")
        .speech
}

fn app(speech: Speech, settings: Settings) -> App {
    let themes = Themes::new(vec![ThemeSource::Builtin("dark")], "dark", ColorDepth::True);
    let start = ReaderStart {
        settings,
        messages: Messages::new(Lang::Vi),
        themes,
        shelf: Shelf::new(vec![ShelfEntry::open(OpenSpeech::new(speech))], 0),
        bookmarks: Vec::new(),
        drafts: Vec::new(),
        stock: crate::app::Stock::Named,
        choosing: crate::app::Choosing::Known,
        notices: Vec::new(),
        first_run: false,
        size: (80, 24),
        fail_on: None,
    };
    App::new(start, Timestamp::UNIX_EPOCH)
}

fn press(app: &mut App, keys: &str) {
    for key in keys.split_whitespace() {
        let press = KeyPress::parse(key).expect("a key");
        app.update(Event::Key(press), Timestamp::UNIX_EPOCH);
    }
}

fn long_text() -> String {
    (1..=200).map(|number| format!("Đoạn {number}: nội dung của đoạn này.\n\n")).collect()
}

/// Returns the notice that is shown, in words.
fn said(app: &App) -> String {
    app.notice().map(|notice| notice.words(app.messages())).unwrap_or_default()
}

#[test]
fn jumps_go_back_and_forward_as_in_a_browser() {
    let at = TextPos::new;
    let mut jumps = Jumps::default();
    assert_eq!((jumps.back(at(0)), jumps.forward(at(0))), (None, None));
    jumps.leave(at(0));
    jumps.leave(at(10));
    jumps.leave(at(10));
    assert_eq!(jumps.back(at(20)), Some(at(10)));
    assert_eq!(jumps.back(at(10)), Some(at(0)));
    assert_eq!(jumps.back(at(0)), None);
    assert_eq!(jumps.forward(at(0)), Some(at(10)));
    assert_eq!(jumps.forward(at(10)), Some(at(20)));
    assert_eq!(jumps.forward(at(20)), None);
    jumps.back(at(20));
    jumps.leave(at(10));
    assert_eq!(jumps.forward(at(30)), None, "a new jump forgets the way forward");
    for pos in 0..1000 {
        jumps.leave(at(pos));
    }
    let back = (0..1000).filter_map(|_| jumps.back(at(2000))).count();
    assert!(back < 1000, "not all are kept");
}

#[test]
fn the_place_that_is_remembered_is_the_one_come_back_to() {
    let text = long_text();
    for keys in ["j j j", "pgdn", "5 0 %", "G", "3 0 G"] {
        let mut first = app(speech(&text), Settings::default());
        press(&mut first, keys);
        let kept = first.remembered().expect("a whole text");
        let mut second = app(speech(&text), Settings::default());
        let left = LeftPlace {
            pos: kept.pos,
            fingerprint: kept.fingerprint.clone(),
            trace: kept.trace.clone(),
        };
        second.start_where_left(left);
        assert_eq!(second.remembered(), Some(kept), "{keys}");
        assert!(said(&second).starts_with("Đọc tiếp"));
    }
}

/// Between two runs the text got a new version: words far from the place and next to it are others.
#[test]
fn a_place_is_come_back_to_in_a_new_version_of_the_text() {
    let text: String = (1..=200)
        .map(|number| format!("Đoạn {number}: nội dung thứ {number} của đoạn này.\n\n"))
        .collect();
    let newer = text.replace("Đoạn 1:", "Đoạn đầu:\n\nThêm một đoạn.\n\nĐoạn 1:");
    let newer = newer.replace("Đoạn 90: nội dung", "Đoạn 90, nay là nội dung");
    for (keys, words) in [("5 0 %", ""), ("1 7 5 G", "Đoạn 88"), ("G", "Đoạn 200")] {
        let mut first = app(speech(&text), Settings::default());
        press(&mut first, keys);
        let kept = first.remembered().expect("a whole text");
        let old = text[kept.pos.get()..].to_owned();
        assert!(old.starts_with(words), "{old}");
        let mut second = app(speech(&newer), Settings::default());
        let Remembered { pos, fingerprint, trace, .. } = kept;
        second.start_where_left(LeftPlace { pos, fingerprint, trace });
        let now = second.remembered().expect("a whole text").pos;
        let words: String = old.trim_start().chars().take(24).collect();
        assert!(newer[now.get()..].trim_start().starts_with(&words), "{keys}: {words}");
        let notice = said(&second);
        assert!(notice.starts_with("Văn bản đã có bản mới; đọc tiếp từ"), "{notice}");
    }
    // Its words are gone.
    let mut first = app(speech(&text), Settings::default());
    press(&mut first, "5 0 %");
    let kept = first.remembered().expect("a whole text");
    let Remembered { pos, fingerprint, trace, .. } = kept;
    let mut second = app(speech(&long_text().replace("nội", "ngoại")), Settings::default());
    second.start_where_left(LeftPlace { pos, fingerprint, trace });
    assert_eq!(second.remembered().map(|kept| kept.pos), Some(TextPos::ZERO));
    let notice = said(&second);
    assert!(notice.starts_with("Văn bản đã thay đổi"), "{notice}");
}

#[test]
fn another_text_or_another_wish_starts_at_the_beginning() {
    let text = long_text();
    let left = |fingerprint: &str, pos| LeftPlace {
        pos: TextPos::new(pos),
        fingerprint: fingerprint.to_owned(),
        trace: Trace::default(),
    };
    let same = speech(&text).fingerprint;
    let mut off = Settings::default();
    off.reader.resume = false;
    for (settings, left, wanted) in [
        (Settings::default(), left("khác", 500), "Văn bản đã thay đổi"),
        (off, left(&same, 500), ""),
        (Settings::default(), left(&same, 0), ""),
    ] {
        let mut app = app(speech(&text), settings);
        app.start_where_left(left);
        assert_eq!(app.remembered().map(|kept| kept.pos), Some(TextPos::ZERO));
        let notice = said(&app);
        assert!(notice.starts_with(wanted) && notice.is_empty() == wanted.is_empty(), "{notice}");
    }
}

#[test]
fn a_place_beyond_the_text_or_inside_a_letter_does_no_harm() {
    let text = long_text();
    let fingerprint = speech(&text).fingerprint;
    for pos in [1, 2, 3, 99_999_999] {
        let mut app = app(speech(&text), Settings::default());
        let left = LeftPlace {
            pos: TextPos::new(pos),
            fingerprint: fingerprint.clone(),
            trace: Trace::default(),
        };
        app.start_where_left(left);
        press(&mut app, "j k pgdn pgup");
        let kept = app.remembered().expect("a whole text");
        assert!(kept.pos.get() <= text.len());
    }
}

#[test]
fn starting_at_an_address_needs_no_key() {
    let text = "Bài\n\nChương trình gồm:\n\nMột là: Trước.\n\nHai là: Sau.\n";
    for (address, place) in [("md.2", "2/2"), ("md.1", "1/2")] {
        let mut app = app(speech(text), Settings::default());
        app.start_at(&address.parse().expect("an address"));
        assert!(app.whereabouts().contains(place), "{}", app.whereabouts());
    }
}

#[test]
fn of_a_large_outline_only_the_list_being_read_is_open() {
    let mut text = String::from("Bài dài\n\n");
    for list in ["Kết quả đạt được như sau:", "Nhiệm vụ trong tâm như sau:"] {
        text += &format!("{list}\n\n");
        for number in 1..=50 {
            text += &format!("{number}. Mục số {number} của danh sách này.\n\n");
        }
    }
    let mut app = app(speech(&text), Settings::default());
    let open = |app: &App| {
        let rows = app.sidebar().rows().iter();
        let sections = rows.filter(|row| matches!(row.node, Node::Section(_)));
        sections.filter(|row| row.fold == Fold::Open).count()
    };
    assert!(open(&app) <= 1, "{:?}", app.sidebar().rows());
    press(&mut app, "i");
    assert_eq!(open(&app), 1, "{:?}", app.sidebar().rows());
    press(&mut app, "G");
    assert_eq!(open(&app), 1, "{:?}", app.sidebar().rows());
}
