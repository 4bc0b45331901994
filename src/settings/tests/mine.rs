//! An office counted among the user's own: the configuration before and after.

use crate::settings::add_mine;
use toml_edit::DocumentMut;

fn check(before: &str, office: &str, after: Option<&str>) {
    let mut document: DocumentMut = before.parse().expect("TOML");
    let added = add_mine(&mut document, office).map(|()| document.to_string());
    assert_eq!(added.as_deref(), after, "{before:?} and {office}");
}

#[test]
fn an_office_is_added_to_the_list() {
    let office = "Sở Nội vụ";
    for (before, after) in [
        ("", Some("[offices]\nmine = [\"Sở Nội vụ\"]\n")),
        ("lang = \"vi\" # a\n", Some("lang = \"vi\" # a\n\n[offices]\nmine = [\"Sở Nội vụ\"]\n")),
        (
            "[offices]\n# của tôi\nmine = [\"A\"] # b\n",
            Some("[offices]\n# của tôi\nmine = [\"A\", \"Sở Nội vụ\"] # b\n"),
        ),
        (
            "[offices.alias]\nA = [\"B\"]\n",
            Some("[offices]\nmine = [\"Sở Nội vụ\"]\n[offices.alias]\nA = [\"B\"]\n"),
        ),
        ("offices = { mine = [] }\n", Some("offices = { mine = [\"Sở Nội vụ\"] }\n")),
        ("[offices]\nmine = [\"Sở Nội vụ\"]\n", Some("[offices]\nmine = [\"Sở Nội vụ\"]\n")),
        (
            "# theme = \"dark\"\n\n# lang = \"vi\"\n",
            Some("# theme = \"dark\"\n\n# lang = \"vi\"\n\n[offices]\nmine = [\"Sở Nội vụ\"]\n"),
        ),
        ("offices = 3\n", None),
        ("[offices]\nmine = \"A\"\n", None),
    ] {
        check(before, office, after);
    }
}
