//! The configuration file: changed in one step, and only in what is named.

use super::*;
use toml_edit::value;

/// Sets a key of a configuration that holds `before`, and returns what it holds then.
fn amend(path: &Path) -> Result<String, ConfigurationError> {
    Configuration::new(path).amend(|document| {
        document.insert("lang", value("en"));
        Some(())
    })
}

#[test]
fn what_is_not_named_stays_as_it_was_written() {
    let table = [
        ("", "lang = \"en\"\n"),
        ("# Tối\ntheme = \"dark\" # tạm\n", "# Tối\ntheme = \"dark\" # tạm\nlang = \"en\"\n"),
        ("theme   = 'dark'\n\n# hết\n", "theme   = 'dark'\nlang = \"en\"\n\n# hết\n"),
    ];
    for (before, after) in table {
        let folder = folder();
        let path = folder.path().join("cfg").join("config.toml");
        if !before.is_empty() {
            fs::create_dir(path.parent().expect("a folder")).expect("a folder");
            fs::write(&path, before).expect("a file");
        }
        assert_eq!(amend(&path).expect("it is written"), after);
        assert_eq!(fs::read_to_string(&path).expect("a file"), after);
    }
}

#[test]
fn a_file_that_is_not_understood_stays_as_it_is() {
    for before in ["lang = vi\n", "# a\n[offices\n"] {
        let folder = folder();
        let path = folder.path().join("config.toml");
        fs::write(&path, before).expect("a file");
        let error = amend(&path).expect_err("it is no TOML");
        assert_eq!(error.message().0, "store-configuration");
        assert_eq!(fs::read_to_string(&path).expect("a file"), before);
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = folder();
    let (path, target) = (folder.path().join("config.toml"), folder.path().join("mine.toml"));
    fs::write(&target, "theme = \"dark\"\n").expect("a file");
    std::os::unix::fs::symlink(&target, &path).expect("a link");
    amend(&path).expect("it is written");
    assert!(fs::symlink_metadata(&path).expect("a link").is_symlink());
    assert!(fs::read_to_string(&target).expect("a file").contains("lang"));
}
