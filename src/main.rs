//! The `dienvan` command.

use dienvan::runtime::{Colors, Entry, Session, run};

fn main() -> anyhow::Result<std::process::ExitCode> {
    let environment = dienvan::paths::Environment::read();
    let lexicon = dienvan::parse::Lexicon::shipped();
    let dir = std::path::PathBuf::from("/tmp/dv/home");
    let paths = dienvan::paths::Paths::find(None, Some(&dir))?;
    let files: Vec<_> = std::env::args().skip(1).collect();
    let mut speeches = Vec::new();
    if files.is_empty() {
        speeches.extend(
            dienvan::loader::shipped(&lexicon).into_iter().map(|o| Entry::Open(Box::new(o))),
        );
    }
    for (i, f) in files.iter().enumerate() {
        if i == 0 {
            speeches.push(Entry::Open(Box::new(dienvan::loader::open_head(f.as_ref(), &lexicon)?)));
        } else {
            speeches.push(Entry::File(f.into()));
        }
    }
    run(Session {
        speeches,
        first: 0,
        at: None,
        settings: dienvan::config::read("", "config.toml".as_ref()).0,
        problems: Vec::new(),
        lang: std::env::var("DVLANG").map_or(dienvan::i18n::Lang::Vi, |_| dienvan::i18n::Lang::En),
        paths,
        environment,
        colors: Colors::Themed,
    })
}
