//! The texts of the command line: those of the help, the manual page and the completions.
//!
//! Each is looked up by its place: `cli-about-PATH` for a command, and for an option
//! `cli-arg-PATH-NAME` or, where several commands share the text, `cli-arg-NAME`. `PATH` is the
//! names of the commands with hyphens between them.

use super::values::described;
use crate::i18n::Messages;
use clap::{Arg, ArgAction, Command, ValueHint};

/// Behind a subcommand's own options, help shows those that all have.
const LAST: usize = 100;

/// Returns a command, and those under it, the help flag, the form of the help, and the texts of a
/// language if one is named.
pub(super) fn finished(command: Command, path: &str, messages: Option<&Messages>) -> Command {
    let placeholder = messages.map(|messages| messages.get("cli-value-command"));
    let command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg_required_else_help(false)
        .subcommand_value_name(placeholder.unwrap_or_else(|| "COMMAND".to_owned()))
        .args(path.is_empty().then(|| flag("version", 'V', ArgAction::Version)))
        .arg(flag("help", 'h', ArgAction::Help))
        .mut_args(|arg| with_help(arg, path, messages))
        .mut_subcommands(|child| {
            let name = child.get_name();
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}-{name}") };
            finished(child, &path, messages)
        });
    let Some(messages) = messages else { return command };
    let about = if path.is_empty() { "cli-about".into() } else { format!("cli-about-{path}") };
    let template = template(&command, messages);
    command.about(messages.get(&about)).help_template(template)
}

fn flag(name: &'static str, letter: char, action: ArgAction) -> Arg {
    Arg::new(name).short(letter).long(name).action(action)
}

fn with_help(mut arg: Arg, path: &str, messages: Option<&Messages>) -> Arg {
    let name = arg.get_id().as_str().replace('_', "-");
    if arg.get_action().takes_values() {
        arg = arg.hide_possible_values(true).hide_default_value(true);
    }
    if arg.is_global_set() || matches!(name.as_str(), "help" | "version") {
        arg = arg.display_order(LAST);
    }
    if name == "what" {
        arg = arg.value_hint(ValueHint::AnyPath);
    }
    let Some(messages) = messages else { return arg };
    if arg.get_action().takes_values() {
        let usual = arg.get_value_names().and_then(|names| names.first().map(ToString::to_string));
        let value = usual.unwrap_or_else(|| name.clone()).to_lowercase();
        arg = described(arg, messages).value_name(messages.get(&format!("cli-value-{value}")));
    }
    let path = if path.is_empty() { "dienvan" } else { path };
    let own = format!("cli-arg-{path}-{name}");
    let text = messages.find(&own).unwrap_or_else(|| messages.get(&format!("cli-arg-{name}")));
    arg.help(text)
}

/// Puts what stands for options in a usage line into the reader's language; clap has it in English alone.
pub(super) fn localized_usage(usage: &str, messages: &Messages) -> String {
    usage.replace("[OPTIONS]", &format!("[{}]", messages.get("cli-value-options")))
}

/// Returns the form of a command's help, with the headings that it needs.
fn template(command: &Command, messages: &Messages) -> String {
    let parts = [
        (true, "cli-heading-usage", "  {usage}"),
        (command.has_subcommands(), "cli-heading-commands", "{subcommands}"),
        (command.get_positionals().next().is_some(), "cli-heading-arguments", "{positionals}"),
        (true, "cli-heading-options", "{options}"),
    ];
    let parts = parts.into_iter().filter(|(needed, ..)| *needed);
    let parts: String =
        parts.map(|(_, heading, tag)| format!("\n\n{}\n{tag}", messages.get(heading))).collect();
    format!("{{about}}{parts}{{after-help}}\n")
}
