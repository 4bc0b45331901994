//! Every reason has words, in both languages.

use crate::app::amended::{change_words, kind_name, state_words};
use crate::app::explain::rule_name;
use crate::i18n::{Lang, Messages};
use crate::speech::correction::State;
use crate::speech::{Change, FurnitureKind, Problem, Role, RoleSource, Sequence};

/// The names of the families of markers.
const RULES: [&str; 16] = [
    "spoken",
    "count",
    "ordinal",
    "opener",
    "closer",
    "law",
    "named",
    "capital",
    "roman",
    "arabic",
    "decimal",
    "letter",
    "bracketed",
    "small-roman",
    "bullet",
    "made",
];

#[test]
fn every_name_of_the_model_has_words() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let mut ids: Vec<String> = Vec::new();
        ids.extend(RULES.map(|rule| format!("rule-{rule}")));
        ids.extend(Sequence::ALL.map(|sequence| format!("sequence-{}", sequence.name())));
        ids.extend(RoleSource::ALL.map(|source| format!("source-{}", source.name())));
        for id in ids {
            assert!(!messages.get(&id).contains('⟨'), "{id}");
        }
        for problem in Problem::ALL {
            let id = format!("problem-{}", problem.name());
            let args = [("count", 1u32.into()), ("missing", "2".into()), ("marker", "3".into())];
            assert!(!messages.with(&id, &args).contains(['⟨', '{']), "{id}");
        }
        for kind in FurnitureKind::ALL {
            assert!(!kind_name(kind, &messages).contains('⟨'));
        }
        for change in [
            Change::Item,
            Change::Drop,
            Change::Level(2),
            Change::Role(Role::Task),
            Change::SeriesRole(Role::Cause),
            Change::SeriesTitle("Việc".into()),
            Change::Furniture(FurnitureKind::Front),
            Change::Text,
        ] {
            assert!(!change_words(&change, &messages).contains(['⟨', '{']), "{change:?}");
        }
        for state in [State::Lost, State::Uncertain(Vec::new())] {
            assert!(!state_words(&state, &messages).contains(['⟨', '{']), "{state:?}");
        }
        assert_eq!(rule_name("khác", &messages), "khác", "a family without a name is shown");
    }
}
