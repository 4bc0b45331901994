//! What spoke for a role and against it, in words.
//!
//! A reason is a sign of the table of weights: a place with a class of words ("end:task"), with a word ("last=việc") or
//! with a role ("before=limitation"), or a fact about the list ("member.deadline").

use super::whereabouts::role_name;
use crate::i18n::{Arg, Messages};
use crate::speech::{Evidence, Reason, Role};

/// Tells the reasons of a role in a sentence; nothing where there are none.
pub fn told(evidence: &Evidence, messages: &Messages) -> String {
    let list = |all: Vec<String>| all.join("; ");
    let side = |speaks: fn(&&Reason) -> bool| -> Vec<String> {
        let all = evidence.reasons.iter().filter(speaks);
        all.map(|reason| sign(reason.sign, messages)).collect()
    };
    let (for_it, against) = (side(|one| one.points > 0.0), side(|one| one.points < 0.0));
    if for_it.is_empty() {
        return String::new();
    }
    let percent = ("percent", u32::from(evidence.confidence).into());
    let reasons = ("reasons", list(for_it).into());
    match against.is_empty() {
        true => messages.with("explain-reasons", &[percent, reasons]),
        false => {
            let against = ("against", list(against).into());
            messages.with("explain-reasons-against", &[percent, reasons, against])
        }
    }
}

/// Tells a sign in words.
fn sign(sign: &str, messages: &Messages) -> String {
    // "spoken." and "written." say in which kind of text a sign counts.
    let bare =
        sign.strip_prefix("spoken.").or_else(|| sign.strip_prefix("written.")).unwrap_or(sign);
    if let Some((place, class)) = bare.split_once(':') {
        let class = messages.get(&format!("class-{class}"));
        return messages.with("reason-class", &[at(place, messages), ("class", class.into())]);
    }
    let Some((place, word)) = bare.split_once('=') else {
        let id = bare.replace(['.', '?'], "-");
        return messages.get(&format!("sign-{}", id.trim_end_matches('-')));
    };
    let (word, _) = word.split_once('.').unwrap_or((word, ""));
    match (place, Role::from_name(word)) {
        (
            "around-is" | "before" | "member-before" | "seen" | "lead-says" | "heading-says"
            | "own-says" | "marker-says" | "verbs-say" | "rules",
            Some(role),
        ) => {
            let role = ("role", role_name(role, messages).into());
            messages.with(&format!("sign-{place}"), &[role])
        }
        ("around-is" | "before" | "member-before" | "rules", None) => {
            messages.get(&format!("sign-{place}-none"))
        }
        ("lead" | "members" | "seen-roles" | "marker" | "asks-by" | "quarter", _) => {
            messages.get(&format!("sign-{place}"))
        }
        _ => messages.with("reason-word", &[at(place, messages), ("word", word.to_owned().into())]),
    }
}

fn at(place: &str, messages: &Messages) -> (&'static str, Arg<'static>) {
    ("place", messages.get(&format!("place-{}", place.replace('.', "-"))).into())
}
