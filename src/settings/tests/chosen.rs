//! What was chosen in the reader against what the configuration says.

use crate::settings::{Chosen, Settings, options_in, read, value_of, with_chosen};

fn configured(text: &str) -> Settings {
    let (settings, problems) = read(text, "config.toml".as_ref());
    assert!(problems.is_empty(), "{problems:?}");
    settings
}

#[test]
fn a_choice_holds_until_the_configuration_says_something_else() {
    // The configuration when it was chosen, the option, what was chosen, the configuration now, what holds.
    let cases = [
        ("", "theme", "\"light\"", "", "\"light\""),
        ("theme = \"dark\"", "theme", "\"light\"", "theme = \"dark\"", "\"light\""),
        (
            "theme = \"dark\"",
            "theme",
            "\"light\"",
            "theme = \"high-contrast\"",
            "\"high-contrast\"",
        ),
        ("", "theme", "\"light\"", "theme = \"dark\"", "\"dark\""),
        // An entry that says what holds anyway changes nothing.
        ("", "theme", "\"light\"", "theme = \"auto\"", "\"light\""),
        ("theme = \"dark\"", "theme", "\"light\"", "", "\"auto\""),
        ("", "language", "\"en\"", "reader.measure = 90", "\"en\""),
        ("", "reader.measure", "100", "", "100"),
        ("[reader]\nmeasure = 70", "reader.measure", "100", "[reader]\nmeasure = 72", "72"),
        ("", "sidebar.visible", "false", "", "false"),
        // What is no value is none.
        ("", "reader.measure", "3", "", "80"),
        ("", "reader.measure", "\"wide\"", "", "80"),
        ("", "theme", "light = ", "", "\"auto\""),
    ];
    for (before, option, value, now, holds) in cases {
        let over = value_of(&configured(before), option).expect("an option");
        let chosen = Chosen { option, value, over: &over };
        let settings = with_chosen(&configured(now), [chosen]);
        assert_eq!(value_of(&settings, option).as_deref(), Some(holds), "{before} {value} {now}");
    }
    let unknown = Chosen { option: "no.such", value: "1", over: "1" };
    assert_eq!(with_chosen(&Settings::default(), [unknown]), Settings::default());
}

#[test]
fn the_options_that_a_file_sets_are_known() {
    for (text, options) in [
        ("", vec![]),
        (
            "theme = \"dark\"\n[reader]\nmeasure = 70\n[keys.reader]\n\"x\" = \"quit\"",
            vec!["theme", "reader.measure"],
        ),
        ("reader.center = false", vec!["reader.center"]),
        ("theme = ", vec![]),
    ] {
        assert_eq!(options_in(text), options, "{text}");
    }
}
