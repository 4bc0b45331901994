//! Why the outline is as it is, in sentences.

use super::reasons;
use super::whereabouts::{role_name, series_title};
use crate::i18n::Messages;
use crate::speech::{
    Diagnostic, Evidence, Item, ItemForm, ItemIndex, Problem, Role, RoleSource, SeriesIndex, Speech,
};
use crate::text::width;

/// How many cells of a cue are quoted.
const CUE: usize = 60;

/// Why an item is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Which marker opens it.
    pub marker: String,
    /// How its number goes on.
    pub sequence: String,
    /// What gave it its role.
    pub role: String,
    /// What spoke for that role and against it.
    pub reasons: String,
    /// How sure that is.
    pub certainty: String,
}

impl Why {
    /// Returns all of it, the marker first.
    pub fn lines(self) -> Vec<String> {
        let all = [self.marker, self.sequence, self.role, self.reasons, self.certainty];
        all.into_iter().filter(|line| !line.is_empty()).collect()
    }
}

/// Explains an item.
pub fn item(speech: &Speech, index: ItemIndex, messages: &Messages) -> Why {
    let item = &speech.outline.items[index];
    let rule = rule_name(item.rule, messages);
    let rule = match item.form {
        ItemForm::Paragraph => rule,
        ItemForm::Inline => format!("{rule}, {}", messages.get("explain-inline")),
    };
    let marker = speech.marker(item);
    let marker = match marker.is_empty() {
        true => messages.with("explain-marker-none", &[("rule", rule.into())]),
        false => {
            messages.with("explain-marker", &[("rule", rule.into()), ("marker", marker.into())])
        }
    };
    let sequence = messages.get(&format!("sequence-{}", item.sequence.name()));
    let number = item.ordinal.to_string();
    let args = [("number", number.into()), ("sequence", sequence.into())];
    let sure = item.confidence.min(item.evidence.confidence);
    let percent = ("percent", u32::from(sure).into());
    let sure = if item.is_doubtful() { "explain-doubtful" } else { "explain-sure" };
    Why {
        marker,
        sequence: messages.with("explain-sequence", &args),
        role: role(speech, item.role, &item.evidence, messages),
        reasons: reasons::told(&item.evidence, messages),
        certainty: messages.with(sure, &[percent]),
    }
}

/// Explains the role of a series.
pub fn series(speech: &Speech, index: SeriesIndex, messages: &Messages) -> String {
    let series = &speech.outline.series[index];
    let role = role(speech, series.role, &series.evidence, messages);
    let reasons = reasons::told(&series.evidence, messages);
    if reasons.is_empty() { role } else { format!("{role} · {reasons}") }
}

/// Names a series with its code and how many items it has.
pub fn series_name(speech: &Speech, index: SeriesIndex, messages: &Messages) -> String {
    let series = &speech.outline.series[index];
    let args = [
        ("code", series.code().into()),
        ("title", series_title(speech, index, messages).into()),
        ("count", series.count.into()),
    ];
    messages.with("explain-series", &args)
}

fn role(speech: &Speech, role: Role, evidence: &Evidence, messages: &Messages) -> String {
    let source = messages.get(&format!("source-{}", evidence.source.name()));
    let role = ("role", role_name(role, messages).into());
    match (evidence.source, evidence.cue) {
        (RoleSource::Nothing, _) => messages.with("explain-role-nothing", &[role]),
        (_, None) => messages.with("explain-role", &[role, ("source", source.into())]),
        (_, Some(cue)) => {
            let line = speech.line_at(cue.start).to_string();
            let cue = width::truncate(&speech.line(cue), CUE);
            let args =
                [role, ("source", source.into()), ("line", line.into()), ("cue", cue.into())];
            messages.with("explain-role-cue", &args)
        }
    }
}

/// Returns what looks like a slip.
pub fn slip(speech: &Speech, diagnostic: Diagnostic, messages: &Messages) -> String {
    let item = &speech.outline.items[diagnostic.item];
    let marker = bare(&speech.marker(item));
    let id = format!("problem-{}", diagnostic.problem.name());
    let marker = ("marker", marker.into());
    match diagnostic.problem {
        Problem::SkippedNumber => {
            let (missing, count) = missing(speech, diagnostic.item);
            messages.with(&id, &[marker, ("missing", missing.into()), ("count", count.into())])
        }
        Problem::DoubledNumber | Problem::LevelJump | Problem::EmptyItem => {
            messages.with(&id, &[marker])
        }
    }
}

/// Returns the numbers that are missing before an item as its marker would write them, and how many
/// they are.
fn missing(speech: &Speech, index: ItemIndex) -> (String, u32) {
    let outline = &speech.outline;
    let item = &outline.items[index];
    let before = outline.items[..index]
        .iter()
        .rev()
        .take_while(|other| other.range.start >= parent_start(speech, item))
        .find(|other| other.parent == item.parent && other.series == item.series);
    let last = item.ordinal.saturating_sub(1);
    let first = before.map_or(1, |before| before.ordinal.saturating_add(1)).min(last);
    let marker = bare(&speech.marker(item));
    // "3.3" is counted in its last number.
    let digits = marker.len() - marker.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let stem = &marker[..marker.len() - digits];
    let stem = if digits > 0 { stem } else { "" };
    match first == last {
        true => (format!("{stem}{last}"), 1),
        false => (format!("{stem}{first}–{stem}{last}"), last.saturating_sub(first) + 1),
    }
}

fn parent_start(speech: &Speech, item: &Item) -> crate::text::TextPos {
    item.parent.map_or_else(Default::default, |parent| speech.outline.items[parent].range.start)
}

/// Names a family of markers.
pub fn rule_name(rule: &str, messages: &Messages) -> String {
    let name = messages.get(&format!("rule-{rule}"));
    // A family without a name is known by that of the lexicon.
    if name.starts_with('⟨') { rule.to_owned() } else { name }
}

/// Returns a marker without the sign behind it.
fn bare(marker: &str) -> String {
    let bare = marker.trim_end_matches(['.', ':', ',', ')', '/', ' ']);
    if bare.is_empty() { marker.to_owned() } else { bare.to_owned() }
}
