//! A problem as a picture of the text, with what is wrong underlined.

use super::problem::SettingsProblem;
use crate::i18n::Messages;
use crate::text::printable;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// How a picture may be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureMode {
    /// With letters alone.
    Plain,
    /// With the terminal's colours.
    Coloured,
}

/// Draws a problem on the text it was found in, without a line end behind it.
pub fn picture(
    problem: &SettingsProblem,
    text: &str,
    messages: &Messages,
    paint: PictureMode,
) -> String {
    let level = Level::WARNING.with_name(messages.get("config-warning"));
    let title = level.primary_title(problem.headline(messages));
    let help = Level::HELP.with_name(messages.get("config-help")).message(problem.hint(messages));
    let path = problem.file.as_ref().map(|file| file.to_string_lossy());
    let path = path.as_deref().map(|path| printable(path).into_owned());
    let group = match &problem.place {
        Some(place) => title
            .element(
                Snippet::source(text)
                    .path(path)
                    .annotation(AnnotationKind::Primary.span(place.span.clone())),
            )
            .element(help),
        None => Group::with_title(title).element(help),
    };
    let renderer = match paint {
        PictureMode::Plain => Renderer::plain(),
        PictureMode::Coloured => Renderer::styled(),
    };
    renderer.render(&[group])
}
