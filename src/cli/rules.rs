//! The rules of the user's: read from the configuration folder, laid over those that ship.

use crate::settings::{self, Fault, FileSpan, RuleTrouble, SettingsProblem};
use crate::speech::parse::{Lexicon, RuleFault, RuleFile, RuleProblem};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// The words that texts are parsed with, and what is wrong with those of the user's.
pub(super) struct Rules {
    pub lexicon: Arc<Lexicon>,
    pub files: Vec<OwnRules>,
}

/// A file of rules of the user's.
pub(super) struct OwnRules {
    pub path: PathBuf,
    pub text: String,
    pub problems: Vec<SettingsProblem>,
}

impl Rules {
    /// Reads the files of rules in a folder, those that are there.
    pub(super) fn read(folder: &Path) -> Self {
        let mut found = Vec::new();
        // Most users have none.
        if folder.is_dir() {
            for file in RuleFile::ALL {
                let path = folder.join(file.name());
                if let Ok(bytes) = fs::read(&path) {
                    found.push((file, path, String::from_utf8_lossy(&bytes).into_owned()));
                }
            }
        }
        let texts: Vec<(RuleFile, String)> =
            found.iter().map(|(file, _, text)| (*file, text.clone())).collect();
        let (lexicon, problems) = Lexicon::extended(&texts);
        let files = found.into_iter().map(|(file, path, text)| {
            let own = problems.iter().filter(|problem| problem.file == file);
            let problems = own.map(|problem| told(problem, &path, &text)).collect();
            OwnRules { path, text, problems }
        });
        Rules { files: files.collect(), lexicon: Arc::new(lexicon) }
    }

    /// Tells these rules from others; 0 where there are none of the user's.
    pub(super) fn sum(&self) -> u64 {
        let texts = self.files.iter().map(|own| own.text.as_bytes());
        texts.fold(0, |sum, text| xxh3_64_with_seed(text, sum.wrapping_add(1)))
    }
}

/// Makes a problem of the configuration of one of rules.
fn told(problem: &RuleProblem, file: &Path, text: &str) -> SettingsProblem {
    let spot = FileSpan { file, text, span: problem.span.clone() };
    let fault = match &problem.fault {
        RuleFault::Syntax(words) => settings::syntax(words),
        RuleFault::NotTable => Fault::NotTable,
        RuleFault::Unknown(known) => Fault::Rule(RuleTrouble::unknown(&problem.key, known)),
        RuleFault::NotText => Fault::Rule(RuleTrouble::NotText),
        RuleFault::NotList => Fault::Rule(RuleTrouble::NotList),
        RuleFault::NotLists => Fault::Rule(RuleTrouble::NotLists),
        RuleFault::Empty => Fault::Rule(RuleTrouble::Empty),
        RuleFault::NotSign => Fault::Rule(RuleTrouble::NotSign),
        RuleFault::Twice(letter) => Fault::Rule(RuleTrouble::Twice(*letter)),
        RuleFault::OtherRole(role) => Fault::Rule(RuleTrouble::OtherRole(role.clone())),
        RuleFault::OtherNumber(number) => Fault::Rule(RuleTrouble::OtherNumber(*number)),
        RuleFault::Missing => Fault::Rule(RuleTrouble::Missing),
        RuleFault::NoPlace(most) => Fault::Rule(RuleTrouble::NoPlace(*most)),
    };
    SettingsProblem::at(spot, problem.key.clone(), fault)
}
