//! Which part of the screen has which face.

use super::driver::*;
use crate::app::Event;
use crate::settings::action::Context;
use crate::settings::theme::{Face, Shade, Theme};
use crate::speech::{Format, Hint, HintKind, Hints};
use crate::text::TextRange;
use ratatui::style::{Color, Modifier};
use std::sync::Arc;

fn themed(theme: &'static str) -> Reader {
    let mut setup = Setup::new(vec![shipped()]);
    setup.theme = theme;
    setup.start()
}

#[test]
fn tasks_differ_from_the_rest_by_their_sign() {
    for theme in Theme::builtin_names() {
        let reader = themed(theme);
        let screen = reader.screen();
        let signs = |sign: char| screen.lines().filter(|line| line.contains(sign)).count();
        assert_eq!((signs('□'), signs('✓'), signs('△')), (8, 6, 3), "{theme}");
    }
}

#[test]
fn markers_have_the_face_of_their_role() {
    for theme in Theme::builtin_names() {
        let mut reader = themed(theme);
        for (address, marker, face) in [
            ("nv.4", "Bốn là:", Face::Task),
            ("kq.4", "Bốn là:", Face::Result),
            ("hc.2", "Hai là:", Face::Limitation),
        ] {
            reader.press("a").write(address).press("enter");
            let style = reader.style(face).patch(reader.style(Face::Landing));
            assert!(reader.frame().wears(marker, style), "{theme} {address}");
            reader.press("esc");
            assert!(reader.frame().wears(marker, reader.style(face)), "{theme} {address}");
        }
    }
}

#[test]
fn every_state_is_seen_in_every_theme() {
    for theme in Theme::builtin_names() {
        let mut reader = themed(theme);
        let plain = |reader: &Reader, words: &str| {
            let frame = reader.frame();
            let (x, y) = frame.find(words).unwrap_or_else(|| panic!("{theme}: {words}"));
            frame.buffer[(x, y)].style()
        };
        reader.press("3t esc");
        let before = plain(&reader, "Ba là: Nâng cao");
        let words = "Nâng cao vai trò, trách nhiệm của các cơ quan";
        let text = plain(&reader, words);
        reader.press("3t");
        assert_ne!(plain(&reader, "Ba là: Nâng cao"), before, "{theme}: landing");
        assert_ne!(plain(&reader, words), text, "{theme}: landing");
        reader.press("esc v");
        assert_ne!(plain(&reader, words), text, "{theme}: selection");
        assert!(reader.frame().wears(words, reader.style(Face::Selection)), "{theme}");
        reader.press("esc / nang space cao space vai enter");
        assert!(reader.frame().wears("Nâng cao vai", reader.style(Face::HitCurrent)), "{theme}");
        assert_ne!(reader.style(Face::HitCurrent), reader.style(Face::Hit), "{theme}");
        assert_ne!(plain(&reader, words), text, "{theme}: hit");
        reader.press("esc m j");
        assert!(reader.frame().wears("◆", reader.style(Face::Bookmark)), "{theme}");
    }
}

#[test]
fn furniture_is_dimmed_when_it_is_shown() {
    for theme in Theme::builtin_names() {
        let mut reader = themed(theme);
        reader.press("f g");
        assert!(reader.frame().wears("Skip Ribbon", reader.style(Face::Furniture)), "{theme}");
        assert_ne!(reader.style(Face::Furniture), reader.style(Face::Text), "{theme}");
    }
}

#[test]
fn title_status_and_sidebar() {
    let mut reader = seed();
    assert!(reader.frame().wears("tư pháp và phòng, chống", reader.style(Face::Title)));
    reader.press("3t");
    let frame = reader.frame();
    assert!(frame.wears("Nhiệm vụ 3/8", reader.style(Face::StatusStrong)));
    assert!(frame.wears("3 Nâng cao vai", reader.style(Face::SidebarCurrent)));
    reader.press("tab");
    assert!(reader.frame().wears("3 Nâng cao vai", reader.style(Face::SidebarFocus)));
    assert!(reader.frame().wears(" MỤC LỤC ", reader.style(Face::Mode)));
}

#[test]
fn without_colours_there_are_none() {
    let mut reader = themed("none");
    for keys in ["3t", "m", "v", "esc", "/ tham enter", "b", "esc", "?", "esc", ": q", "esc", "f"] {
        reader.press(keys);
        for cell in &reader.frame().buffer.content {
            let colours = [cell.fg, cell.bg];
            assert!(colours.iter().all(|colour| *colour == Color::Reset), "{keys}: {cell:?}");
        }
    }
    assert!(reader.style(Face::Selection).add_modifier.contains(Modifier::REVERSED));
}

#[test]
fn the_theme_follows_the_background_until_one_is_chosen() {
    let mut reader = seed();
    assert_eq!(reader.app.theme().name, "dark");
    let screen = reader.screen();
    reader.event(Event::Shade(Shade::Light));
    assert_eq!(reader.app.theme().name, "light");
    assert_eq!(reader.screen(), screen, "only colours change");
    reader.run("choose-theme").press("down enter");
    assert_eq!(reader.notice(), "Bộ màu: Tương phản cao");
    reader.event(Event::Shade(Shade::Dark));
    assert_eq!(reader.app.theme().name, "high-contrast");
}

#[test]
fn themes_show_as_the_cursor_comes_to_them() {
    let table = [
        ("c", "dark"),
        ("c down", "light"),
        ("c down down", "high-contrast"),
        ("c down down down", "none"),
        ("c down esc", "dark"),
        ("c down down enter", "high-contrast"),
        ("c down down enter c", "high-contrast"),
        ("c down down enter c up esc", "high-contrast"),
        ("c khong space mau", "none"),
        ("c khong space mau enter", "none"),
    ];
    for (keys, theme) in table {
        let mut setup = Setup::new(vec![shipped()]);
        setup.settings.keymap.patch(Context::Reader, "c", "choose-theme").expect("a key");
        let mut reader = setup.start();
        reader.press(keys);
        assert_eq!(reader.app.theme().name, theme, "{keys}");
    }
}

#[test]
fn what_matches_is_marked_on_the_chosen_row_too() {
    for theme in Theme::builtin_names() {
        let other = "Báo cáo đê điều\n\nCần gia cố đê bao trước mùa lũ.\n";
        let mut setup = Setup::new(vec![shipped()]).file("a.txt", Ok(other));
        setup.theme = theme;
        let mut reader = setup.start();
        reader.press("S").write("de bao").press("down");
        let chosen = reader.style(Face::Selected).patch(reader.style(Face::MatchSelected));
        assert!(reader.frame().wears("đê bao", chosen), "{theme}");
        assert_ne!(chosen, reader.style(Face::Selected), "{theme}");
    }
}

#[test]
fn a_theme_that_was_named_does_not_follow_the_background() {
    let (settings, _) = crate::settings::read("theme = \"dark\"\n", "config.toml".as_ref());
    let mut setup = Setup::new(vec![shipped()]);
    setup.settings = settings;
    let mut reader = setup.start();
    reader.event(Event::Shade(Shade::Light));
    assert_eq!(reader.app.theme().name, "dark");
}

/// What a Word document or a page has in bold looks as it does between the signs of Markdown.
#[test]
fn emphasis_of_a_format_looks_like_that_of_markdown() {
    let text =
        "Kết luận hội nghị\n\nCần nhớ lời dặn giữ nước và dựng nước.\n\nXin cảm ơn các bạn.\n";
    let mut speech = speech("bai", text);
    let mark = |words: &str, kind| {
        let start = text.find(words).expect("the words");
        Hint { range: TextRange::new(start, start + words.len()), kind }
    };
    let marks = vec![
        mark("lời dặn", HintKind::Bold),
        mark("giữ nước", HintKind::Italic),
        mark("cảm ơn", HintKind::Bold),
    ];
    speech.hints = Arc::new(Hints { format: Format::Docx, marks, ..Hints::default() });
    let mut reader = Setup::new(vec![speech]).start();
    for key in ["g", "f"] {
        reader.press(key);
        let frame = reader.frame();
        for (words, face) in
            [("lời dặn", Face::Strong), ("giữ nước", Face::Emphasis), ("cảm ơn", Face::Strong)]
        {
            assert!(frame.wears(words, reader.style(face)), "{words} after {key}");
        }
        for words in ["Cần nhớ", "dựng nước", "các bạn"] {
            assert!(!frame.wears(words, reader.style(Face::Strong)), "{words} after {key}");
            assert!(!frame.wears(words, reader.style(Face::Emphasis)), "{words} after {key}");
        }
    }
}
