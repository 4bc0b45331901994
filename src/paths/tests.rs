//! Folders and variables, without the real ones.

use super::*;

#[test]
fn one_folder_holds_everything() {
    let paths = Paths::find(None, Some(Path::new("/x/bài"))).expect("needs no home");
    assert_eq!(
        [
            &paths.config_file,
            &paths.config_dir,
            &paths.data_dir,
            &paths.state_dir,
            &paths.cache_dir
        ],
        [
            "/x/bài/config/config.toml",
            "/x/bài/config",
            "/x/bài/data",
            "/x/bài/state",
            "/x/bài/cache"
        ]
        .map(Path::new)
    );
    let other = Paths::find(Some(Path::new("khác.toml")), Some(Path::new("/x/bài")));
    assert_eq!(other, Ok(Paths { config_file: "khác.toml".into(), ..paths }));
}

#[test]
fn locales_go_by_precedence_and_empty_is_unset() {
    type Case = (&'static [(&'static str, &'static str)], Option<&'static str>);
    let cases: [Case; 5] = [
        (&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "vi_VN")], Some("vi_VN")),
        (&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "vi_VN"), ("LC_ALL", "C")], Some("C")),
        (&[("LANG", "vi_VN.UTF-8"), ("LC_ALL", "")], Some("vi_VN.UTF-8")),
        (&[("LC_CTYPE", "vi_VN.UTF-8")], None),
        (&[], None),
    ];
    for (variables, expected) in cases {
        let find = |name: &str| {
            variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(Environment::of(find).locale.as_deref(), expected, "{variables:?}");
    }
}

#[test]
fn colour_is_refused_by_any_word() {
    let of = |value: &'static str| {
        Environment::of(move |name| (name == "NO_COLOR").then(|| value.to_owned())).no_color
    };
    assert!(of("0") && of("1") && !of(""));
}

#[test]
fn the_kind_of_terminal_tells_what_it_can_show() {
    for (term, screen, colors) in [
        ("", true, true),
        ("xterm-256color", true, true),
        ("tmux-256color", true, true),
        ("linux", true, true),
        ("foot", true, true),
        ("vte-256color", true, true),
        ("dumb", false, false),
        ("dumb-emacs-ansi", false, false),
        ("emacs", false, false),
        ("unknown", false, false),
        ("network", false, false),
        ("vt52", true, false),
        ("vt100", true, false),
        ("vt100-nav", true, false),
        ("vt220", true, false),
        ("vt320-w", true, false),
        ("vt525", true, true),
        ("vt100-color", true, true),
        ("xterm-mono", true, false),
        ("linux-m", true, false),
    ] {
        let find = |name: &str| (name == "TERM").then(|| term.to_owned());
        let environment = Environment::of(find);
        assert_eq!(
            (environment.has_screen(), environment.has_colors()),
            (screen, colors),
            "{term}"
        );
    }
}
