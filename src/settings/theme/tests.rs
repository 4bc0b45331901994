//! Entries, inheritance, problems, and what the built-in themes have.

use super::entry::style;
use super::{Face, Theme, ThemeFault};
use ratatui::style::{Color, Modifier, Style};

mod contrast;

#[test]
fn entries() {
    let plain = Style::new();
    let table = [
        ("", Ok(plain)),
        ("bold", Ok(plain.add_modifier(Modifier::BOLD))),
        ("cyan bold", Ok(plain.fg(Color::Cyan).add_modifier(Modifier::BOLD))),
        ("on black", Ok(plain.bg(Color::Black))),
        ("white on bright-white", Ok(plain.fg(Color::Gray).bg(Color::White))),
        ("gray", Ok(plain.fg(Color::DarkGray))),
        ("#1E90ff on 0", Ok(plain.fg(Color::Rgb(0x1e, 0x90, 0xff)).bg(Color::Indexed(0)))),
        ("255", Ok(plain.fg(Color::Indexed(255)))),
        ("default", Ok(plain.fg(Color::Reset))),
        (
            "strike italic underline reverse dim",
            Ok(plain
                .add_modifier(Modifier::CROSSED_OUT | Modifier::ITALIC | Modifier::UNDERLINED)
                .add_modifier(Modifier::REVERSED | Modifier::DIM)),
        ),
        ("256", Err("256")),
        ("+7", Err("+7")),
        ("#12345", Err("#12345")),
        ("#+12345", Err("#+12345")),
        ("đỏ", Err("đỏ")),
        ("red blue", Err("blue")),
        ("red on", Err("on")),
        ("on red on blue", Err("blue")),
        ("red on bold", Err("bold")),
    ];
    for (entry, expected) in table {
        assert_eq!(style(entry), expected, "{entry:?}");
    }
}

#[test]
fn built_in_themes_are_whole_and_right() {
    assert_eq!(Theme::builtin_names(), super::BUILTIN.map(|(name, _)| name));
    for (name, text) in super::BUILTIN {
        let (theme, problems) = Theme::parse(name, text);
        assert_eq!(problems, [], "{name}");
        assert_eq!(Some(&theme), Theme::builtin(name).as_ref());
        for face in Face::ALL {
            let entry = format!("\n{} = ", face.name());
            assert!(text.contains(&entry), "{name} has no {}", face.name());
        }
    }
    assert_eq!(Theme::builtin("đêm"), None);
}

#[test]
fn a_user_theme_holds_where_it_is_right() {
    let text = r##"
inherits = "light"
title = "bold red"
task = "bold rde"
titel = "red"
hit = 3
"##;
    let (theme, problems) = Theme::parse("của-tôi", text);
    let light = Theme::builtin("light").unwrap();
    assert_eq!(theme.name, "của-tôi");
    assert_eq!(theme.style(Face::Title), Style::new().fg(Color::Red).add_modifier(Modifier::BOLD));
    for face in [Face::Task, Face::Hit, Face::Error] {
        assert_eq!(theme.style(face), light.style(face), "{face:?}");
    }
    let found: Vec<_> = problems
        .iter()
        .map(|problem| (&text[problem.span.clone()], problem.key.as_str(), &problem.fault))
        .collect();
    assert_eq!(
        found,
        [
            ("\"bold rde\"", "task", &ThemeFault::Word("rde".to_owned())),
            ("titel", "titel", &ThemeFault::UnknownFace),
            ("3", "hit", &ThemeFault::NotText),
        ]
    );
}

#[test]
fn a_wrong_base_or_text_leaves_the_dark_theme() {
    let dark = Theme::builtin("dark").unwrap();
    for (text, fault) in [
        ("inherits = \"tối\"", ThemeFault::UnknownBase("tối".to_owned())),
        ("inherits = 1", ThemeFault::NotText),
        ("title = bold", ThemeFault::Syntax(String::new())),
    ] {
        let (theme, problems) = Theme::parse("dark", text);
        assert_eq!(theme, dark, "{text}");
        let [problem] = problems.as_slice() else { panic!("{text}: {problems:?}") };
        match &problem.fault {
            ThemeFault::Syntax(_) => assert!(matches!(fault, ThemeFault::Syntax(_)), "{text}"),
            found => assert_eq!(*found, fault, "{text}"),
        }
    }
}

#[test]
fn roles_differ_by_more_than_colour() {
    for name in Theme::builtin_names() {
        let theme = Theme::builtin(name).unwrap();
        let modifiers = |face| theme.style(face).add_modifier;
        for face in [Face::Result, Face::Limitation, Face::Other] {
            assert_ne!(modifiers(Face::Task), modifiers(face), "{name}: {face:?}");
        }
        assert_ne!(modifiers(Face::Result), modifiers(Face::Limitation), "{name}");
    }
}

#[test]
fn none_has_no_colours() {
    let theme = Theme::builtin("none").unwrap();
    let allowed = Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED | Modifier::DIM;
    for face in Face::ALL {
        let style = theme.style(*face);
        assert_eq!((style.fg, style.bg), (None, None), "{face:?}");
        assert!(allowed.contains(style.add_modifier), "{face:?}");
    }
}

#[test]
fn high_contrast_has_a_ground_everywhere() {
    let theme = Theme::builtin("high-contrast").unwrap();
    for face in Face::ALL {
        let style = theme.style(*face);
        assert!(style.fg.is_some() && style.bg.is_some(), "{face:?}");
        assert!([style.fg, style.bg].contains(&Some(Color::Black)), "{face:?}");
    }
}

#[test]
fn colours_of_256() {
    let table = [
        ("#000000", 16),
        ("#ffffff", 231),
        ("#ff0000", 196),
        ("#1e1e1e", 234),
        ("#808080", 244),
        ("#5f87af", 67),
    ];
    for (entry, index) in table {
        let colour = style(entry).unwrap().fg.unwrap();
        assert_eq!(super::colours::nearest_index(colour), Color::Indexed(index), "{entry}");
    }
    assert_eq!(super::colours::nearest_index(Color::Red), Color::Red);
    let theme = Theme::builtin("dark").unwrap().indexed();
    assert!(matches!(theme.style(Face::Task).fg, Some(Color::Indexed(_))));
}
