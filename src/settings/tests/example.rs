//! The example: generated from the table of options, the default keys and the messages.

use super::*;
use crate::settings::accepts::Accepts;
use crate::settings::options::OPTIONS;
use crate::settings::write::literal;
use crate::text::width::width;

const HEAD: &str = "\
# The settings of dienvan, each with its default. Take the number sign away from what you change;
# “dienvan config path” says where this file belongs, “dienvan config check” whether it is right.
#
# Các mục cấu hình của dienvan, mỗi mục với giá trị mặc định. Hãy bỏ dấu # ở mục muốn đổi;
# “dienvan config path” cho biết tệp này nằm ở đâu, “dienvan config check” kiểm tra tệp.
";

const KEYS_HEAD: &str = "\
# Keys and what they do; \"none\" frees a key. Your entries are laid over these defaults, and take
# the place of keys that begin with yours or that yours begin with.
# Phím và lệnh; \"none\" là bỏ phím. Mục bạn ghi được đặt lên trên các phím mặc định sau đây, và
# thay cho những phím mở đầu bằng phím của bạn hoặc mở đầu phím của bạn.
";

/// Wraps a sentence as a comment of at most 100 columns.
fn comment(text: &str, out: &mut String) {
    let mut line = String::from("#");
    for word in text.split(' ') {
        if width(&line) + 1 + width(word) > 100 {
            out.push_str(&line);
            out.push('\n');
            line = String::from("#");
        }
        line.push(' ');
        line.push_str(word);
    }
    out.push_str(&line);
    out.push('\n');
}

/// Makes the example.
fn generate() -> String {
    let (en, vi) = (Messages::new(Lang::En), Messages::new(Lang::Vi));
    let defaults = Settings::default();
    let mut out = String::from(HEAD);
    let mut table = "";
    for option in OPTIONS {
        let (section, name) = option.parts();
        out.push('\n');
        if section != table {
            out.push_str(&format!("[{section}]\n\n"));
            table = section;
        }
        for messages in [&en, &vi] {
            let mut text = messages.get(&option.message());
            if let Accepts::Whole(..) = option.accepts {
                let accepted = option.accepts.describe(messages);
                text = format!("{}: {accepted}.", text.trim_end_matches('.'));
            }
            comment(&text, &mut out);
        }
        out.push_str(&format!("#{name} = {}\n", literal((option.get)(&defaults))));
    }
    out.push('\n');
    out.push_str(KEYS_HEAD);
    let keys = crate::settings::keymap::DEFAULT.lines().skip_while(|line| !line.starts_with('['));
    for line in keys {
        match line.strip_prefix('[') {
            Some(context) => out.push_str(&format!("[keys.{context}\n\n")),
            None if line.starts_with('"') => out.push_str(&format!("#{line}\n")),
            None => out.push_str(&format!("{line}\n")),
        }
    }
    out
}

/// Takes the comment signs away from the entries.
fn uncommented(text: &str) -> String {
    let entry = |line: &str| line.starts_with('#') && !line.starts_with("# ") && line != "#";
    let lines = text.lines().map(|line| if entry(line) { &line[1..] } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_example_is_up_to_date() {
    let out_of_date = "config.example.toml is out of date: run \
         `cargo test --lib write_the_example -- --ignored`";
    assert!(example() == generate(), "{out_of_date}");
}

#[test]
#[ignore = "writes config.example.toml"]
fn write_the_example() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("config.example.toml");
    std::fs::write(path, generate()).unwrap();
}

#[test]
fn the_example_sets_nothing_as_it_is() {
    assert_eq!(right(example()), Settings::default());
}

#[test]
fn the_example_holds_every_option_with_its_default() {
    let text = uncommented(example());
    assert_eq!(to_toml(&right(&text)), to_toml(&Settings::default()));
    let table = toml::de::DeTable::parse(&text).unwrap().into_inner();
    for option in OPTIONS {
        let (section, name) = option.parts();
        let holder = if section.is_empty() {
            &table
        } else {
            table.get(section).unwrap().get_ref().as_table().unwrap()
        };
        assert!(holder.contains_key(name), "{}", option.key);
    }
}

#[test]
fn every_option_is_explained() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        for option in OPTIONS {
            let text = messages.get(&option.message());
            assert!(text.ends_with('.') && !text.contains('⟨'), "{text}");
        }
    }
    let ids: Vec<_> = OPTIONS.iter().map(|option| option.message()).collect();
    let known = include_str!("../../../data/locales/en/config.ftl");
    for line in known.lines().filter(|line| line.starts_with("option-")) {
        let id = line.split(' ').next().unwrap().to_owned();
        assert!(ids.contains(&id), "{id} explains no option");
    }
}
