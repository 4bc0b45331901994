//! What is set, and written again.

use super::*;
use crate::settings::action::Action;
use crate::settings::keymap::{KeyPress, Lookup, stack};
use crate::settings::theme::Shade;
use std::path::PathBuf;

#[test]
fn nothing_set_is_the_defaults() {
    for text in ["", "\n", "# ghi chú\n", "[reader]\n", "\u{feff}[reader]\r\n"] {
        assert_eq!(right(text), Settings::default(), "{text:?}");
    }
    assert_eq!(Settings::default().citation.to_string().lines().count(), 2);
}

#[test]
fn options_are_taken() {
    let settings = right(
        r#"
language = "en"
theme = "của-tôi"
reader.measure = 0x40
[sidebar]
visible = false
width = 80
[library]
folders = ["~/bài phát biểu", "./cũ"]
[copy]
citation = "{quote} ({speaker})"
[keys.reader]
"x" = "next-task"
"' x" = "quit"
"q" = "none"
"#,
    );
    assert_eq!(settings.lang, Some(Lang::En));
    assert_eq!(settings.theme, ThemeChoice::Named("của-tôi".to_owned()));
    assert_eq!(settings.reader.measure, 64);
    assert_eq!((settings.sidebar.visible, settings.sidebar.width), (false, 80));
    let folders = ["~/bài phát biểu", "./cũ"].map(PathBuf::from);
    assert_eq!(settings.library.folders, folders);
    assert_eq!(settings.citation.to_string(), "{quote} ({speaker})");
    let reader = stack(crate::settings::action::Context::Reader);
    let look = |keys: &[char]| {
        let presses: Vec<_> = keys.iter().copied().map(KeyPress::char).collect();
        settings.keymap.lookup(reader, &presses)
    };
    assert_eq!(look(&['x']), Lookup::Action(Action::NextTask));
    assert_eq!(look(&['\'', 'x']), Lookup::Action(Action::Quit));
    assert_eq!(look(&['q']), Lookup::None);
    assert_eq!(look(&['j']), Lookup::Action(Action::LineDown));
}

#[test]
fn what_is_written_reads_back() {
    let texts = [
        "",
        "language = \"vi\"\ntheme = \"none\"\n[library]\nfolders = ['C:\\bài \"cũ\"', 'a']",
        "[copy]\ncitation = \"“{quote}”\\n\\\\ \\\"{speaker}\\\"\\n\"",
        "[keys.reader]\n\"'\" = \"go-end\"\n'\"' = \"help\"\n'\\' = \"quit\"\n\"t\" = \"none\"",
    ];
    for text in texts {
        let settings = right(text);
        let written = to_toml(&settings);
        assert_eq!(to_toml(&right(&written)), written);
        let (mut again, mut before) = (right(&written), settings);
        assert_ne!(again.keymap.entries(crate::settings::action::Context::Reader), []);
        again.keymap = crate::settings::keymap::Keymap::default_map();
        before.keymap = again.keymap.clone();
        assert_eq!(again, before, "{text}");
    }
}

#[test]
fn the_theme_follows_the_background() {
    let auto = right("theme_light = \"high-contrast\"");
    assert_eq!(auto.theme_name(Some(Shade::Light)), "high-contrast");
    assert_eq!(auto.theme_name(Some(Shade::Dark)), "dark");
    assert_eq!(auto.theme_name(None), "dark");
    assert_eq!(right("theme = \"none\"").theme_name(Some(Shade::Light)), "none");
}

#[test]
fn citations() {
    let full = |field| {
        Some(match field {
            CitationField::Quote => "Ba là: đẩy mạnh\ncông tác".to_owned(),
            CitationField::Speaker => "Lê Thị Thủy".to_owned(),
            CitationField::Office => "Bí thư Tỉnh ủy".to_owned(),
            CitationField::Occasion => "hội nghị tổng kết".to_owned(),
            CitationField::Place => "Hà Nam".to_owned(),
            CitationField::Number => "12/KL".to_owned(),
            CitationField::Url => "https://example.vn/a".to_owned(),
            CitationField::Date => "20/12/2023".to_owned(),
            CitationField::Title => "Kết luận".to_owned(),
            CitationField::Address => "nv.3".to_owned(),
        })
    };
    let without = |missing: &'static [CitationField]| {
        move |field| full(field).filter(|_| !missing.contains(&field))
    };
    use CitationField::{Address, Date, Occasion, Office, Quote, Speaker};
    let default = CitationTemplate::default();
    let check = |template: &CitationTemplate, missing, expected: &str| {
        assert_eq!(template.fill(without(missing)), expected, "{missing:?}");
    };
    let quote = "“Ba là: đẩy mạnh\ncông tác”\n";
    let line = |rest: &str| format!("{quote}{rest}");
    let whole = line("— Lê Thị Thủy, Bí thư Tỉnh ủy, hội nghị tổng kết, 20/12/2023 [nv.3]");
    check(&default, &[], &whole);
    check(&default, &[Occasion], &line("— Lê Thị Thủy, Bí thư Tỉnh ủy, 20/12/2023 [nv.3]"));
    check(&default, &[Speaker, Office], &line("— hội nghị tổng kết, 20/12/2023 [nv.3]"));
    check(&default, &[Speaker, Office, Occasion, Date], &line("— [nv.3]"));
    check(&default, &[Speaker, Office, Occasion, Date, Address], quote.trim_end());
    let own = CitationTemplate::parse("Trích:\n{quote}\n({title; })}{ (number)}{ <url>}").unwrap();
    check(&own, &[Quote], "Trích:\n(Kết luận; )} (12/KL) <https://example.vn/a>");
    for (text, part) in [
        ("{quote} {nguồn}", "nguồn"),
        ("{}", ""),
        ("{date title}", "date title"),
        ("{quote} {date", "{date"),
        ("{quo\nte}", "{quo"),
    ] {
        assert_eq!(CitationTemplate::parse(text), Err(part), "{text}");
    }
}

#[test]
fn offices_are_taken() {
    let settings = right(
        r#"
[offices]
mine = ["Ban Nội chính Tỉnh ủy", "Phòng Kinh tế"]
groups = { "các sở" = ["Sở Tài chính", "Sở Nội vụ"] }
[offices.alias]
"Bộ Tài chính" = ["BTC"]
"#,
    );
    assert_eq!(settings.offices.mine, ["Ban Nội chính Tỉnh ủy", "Phòng Kinh tế"]);
    assert_eq!(settings.offices.alias, [("Bộ Tài chính".to_owned(), vec!["BTC".to_owned()])]);
    assert_eq!(settings.offices.groups[0].1, ["Sở Tài chính", "Sở Nội vụ"]);
    assert_eq!(right(&to_toml(&settings)).offices, settings.offices);
}
