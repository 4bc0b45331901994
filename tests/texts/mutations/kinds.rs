//! The kinds of change that a text goes through.

use super::text::{Dice, Text, added};
use unicode_normalization::UnicodeNormalization;

/// A kind of change.
pub struct Kind {
    pub name: &'static str,
    /// What the text was before, where it is not the text itself: with the mistakes in it.
    pub before: fn(&Text, &mut Dice) -> Text,
    pub change: fn(&Text, &mut Dice) -> Text,
    /// What is written in the end.
    pub write: fn(&Text) -> String,
}

fn as_it_is(text: &Text, _: &mut Dice) -> Text {
    text.clone()
}

const PLAIN: Kind = Kind { name: "", before: as_it_is, change: as_it_is, write: Text::written };

/// All kinds.
pub const KINDS: [Kind; 14] = [
    Kind { name: "moved section", change: moved, ..PLAIN },
    Kind { name: "renumbered items", change: renumbered, ..PLAIN },
    Kind { name: "fixed typo", before: mistyped, change: retyped, ..PLAIN },
    Kind { name: "changed figure", change: figures, ..PLAIN },
    Kind { name: "changed tone placement", change: tones, ..PLAIN },
    Kind { name: "NFD", write: |text| text.written().nfd().collect(), ..PLAIN },
    Kind { name: "re-wrapped at 60 columns", write: wrapped, ..PLAIN },
    Kind { name: "punctuation and quotation marks", change: signs, ..PLAIN },
    Kind { name: "sentence split", change: split, ..PLAIN },
    Kind { name: "sentence duplicated elsewhere", change: duplicated, ..PLAIN },
    Kind { name: "paragraph deleted", change: deleted, ..PLAIN },
    Kind { name: "other format (Markdown)", change: markdown, ..PLAIN },
    Kind { name: "other format (page around it)", change: page, ..PLAIN },
    Kind { name: "all of these at once", change: everything, write: wrapped, ..PLAIN },
];

/// A text that stands in one file twice: nothing tells the two apart.
pub fn twice(text: &Text) -> String {
    format!("Bản sao thứ nhất của văn bản.\n\n{0}\n{0}", text.written())
}

fn moved(text: &Text, dice: &mut Dice) -> Text {
    let paragraphs = text.paragraphs();
    let count = paragraphs.len();
    let size = (count / 5).max(2);
    let from = 2 + dice.roll(count - 2 * size - 3);
    let (start, end) = (paragraphs[from].start, paragraphs[from + size].start);
    let mut words = text.0.clone();
    let section: Vec<_> = words.drain(start..end).collect();
    let rest = Text(words);
    let places = rest.paragraphs();
    // Somewhere else, before or behind.
    let to = (from + size / 2 + 1 + dice.roll(places.len() - size)) % (places.len() - 2) + 1;
    let mut moved = rest.clone();
    moved.insert(places[to].start, Text(section));
    moved
}

fn renumbered(text: &Text, _: &mut Dice) -> Text {
    const NUMBERS: [&str; 11] =
        ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười"];
    let mut changed = text.clone();
    let mut starts: Vec<usize> = text.paragraphs().into_iter().map(|range| range.start).collect();
    starts.reverse();
    for start in starts {
        let is = |offset: usize, wanted: &str| {
            text.0
                .get(start + offset)
                .is_some_and(|word| word.text.trim_end_matches([':', ',']) == wanted)
        };
        let Some(number) = NUMBERS.iter().position(|number| is(0, number) && is(1, "là")) else {
            continue;
        };
        let next = ["Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một"]
            .get(number)
            .unwrap_or(&"Mười");
        changed.0[start].text = (*next).to_owned();
        if number == 0 {
            let item =
                "Một là: Quán triệt sâu sắc tinh thần của hội nghị hôm nay đến từng chi bộ.\n\n";
            changed.insert(start, added(item));
        }
    }
    changed
}

/// Puts a mistake into every twelfth word.
fn mistyped(text: &Text, dice: &mut Dice) -> Text {
    let mut next = 5;
    let mut at = 0;
    text.map(|word| {
        at += 1;
        let letters: Vec<char> = word.chars().collect();
        if at < next || letters.len() < 4 || !letters.iter().all(|c| c.is_lowercase()) {
            return word.to_owned();
        }
        next = at + 10 + dice.roll(5);
        let place = 1 + dice.roll(letters.len() - 2);
        let mut wrong = letters.clone();
        match dice.roll(3) {
            0 => wrong.swap(place, place + 1),
            1 => wrong.insert(place, letters[place]),
            _ => {
                wrong.remove(place);
            }
        }
        wrong.into_iter().collect()
    })
}

/// Marks nothing: `mistyped` has kept the words apart, and the text itself is without mistakes.
fn retyped(text: &Text, _: &mut Dice) -> Text {
    text.clone()
}

fn figures(text: &Text, dice: &mut Dice) -> Text {
    text.map(|word| {
        let changed = |c: char| match c.to_digit(10) {
            Some(digit) => {
                char::from_digit((digit + 1 + dice.roll(8) as u32) % 10, 10).unwrap_or(c)
            }
            None => c,
        };
        word.chars().map(changed).collect()
    })
}

/// "hoà" for "hòa", and the other way round.
fn tones(text: &Text, _: &mut Dice) -> Text {
    const PAIRS: [(&str, &str); 15] = [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    text.map(|word| {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        for (new, old) in PAIRS {
            for (from, to) in [(new, old), (old, new)] {
                if let Some(head) = bare.strip_suffix(from) {
                    return format!("{head}{to}{}", &word[bare.len()..]);
                }
            }
        }
        word.to_owned()
    })
}

fn wrapped(text: &Text) -> String {
    let mut out = String::new();
    for paragraph in text.paragraphs() {
        let mut column = 0;
        for (at, word) in text.0[paragraph.clone()].iter().enumerate() {
            let width = word.text.chars().count();
            if at > 0 {
                if column + 1 + width > 60 {
                    out.push('\n');
                    column = 0;
                } else {
                    out.push(' ');
                    column += 1;
                }
            }
            out += &word.text;
            column += width;
        }
        out += "\n\n";
    }
    out
}

fn signs(text: &Text, dice: &mut Dice) -> Text {
    let mut changed = text.map(|word| {
        let word = word.replace(['“', '”'], "\"").replace(['–', '—'], "-").replace('…', "...");
        match dice.roll(3) {
            0 => word.trim_end_matches(',').to_owned(),
            1 => word.replace(';', ","),
            _ if word.ends_with(':') => word.replace(':', " -"),
            _ => word,
        }
    });
    for word in &mut changed.0 {
        if word.gap == " " && word.text.ends_with('.') && dice.roll(4) == 0 {
            word.gap = "  ".to_owned();
        }
    }
    changed
}

fn split(text: &Text, _: &mut Dice) -> Text {
    let mut changed = text.clone();
    let mut since = 0;
    for at in 1..changed.0.len() {
        since += 1;
        if since > 8 && changed.0[at - 1].text.ends_with(',') {
            let (before, word) = (&changed.0[at - 1].text, &changed.0[at].text);
            let before = format!("{}.", before.trim_end_matches(','));
            let mut letters = word.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            let word = format!("{first}{}", letters.as_str());
            changed.0[at - 1].text = before;
            changed.0[at].text = word;
            since = 0;
        }
    }
    changed
}

fn duplicated(text: &Text, dice: &mut Dice) -> Text {
    let mut changed = text.clone();
    for _ in 0..10 {
        let sentences = text.sentences();
        let source = sentences[dice.roll(sentences.len())].clone();
        let copy: Vec<_> = text.0[source]
            .iter()
            .map(|word| super::text::Word { origin: None, gap: " ".into(), ..word.clone() })
            .collect();
        let targets = changed.sentences();
        let to = targets[dice.roll(targets.len())].start;
        changed.insert(to, Text(copy));
    }
    changed
}

fn deleted(text: &Text, dice: &mut Dice) -> Text {
    let paragraphs = text.paragraphs();
    let gone: Vec<bool> = paragraphs.iter().map(|_| dice.roll(3) == 0).collect();
    let kept = paragraphs.into_iter().zip(gone).filter(|(_, gone)| !gone);
    Text(kept.flat_map(|(range, _)| text.0[range].to_vec()).collect())
}

/// Headings, emphasis, escapes and lists of Markdown.
fn markdown(text: &Text, _: &mut Dice) -> Text {
    let mut changed = text.clone();
    for (number, paragraph) in text.paragraphs().into_iter().enumerate() {
        let (first, last) = (paragraph.start, paragraph.end - 1);
        let words = &mut changed.0;
        if number == 0 {
            words[first].text = format!("# {}", words[first].text);
        } else if paragraph.len() > 2 && words[first + 1].text == "là:" {
            words[first].text = format!("- **{}", words[first].text);
            words[first + 1].text = "là:**".to_owned();
        } else if words[last].text.ends_with(':') {
            words[first].text = format!("## {}", words[first].text);
        } else if number % 3 == 0 {
            words[first].text = format!("*{}", words[first].text);
            words[last].text = format!("{}*", words[last].text);
        }
        for word in &mut words[first..=last] {
            word.text = word.text.replace('%', "\\%");
        }
    }
    changed
}

/// Menus before, related links after.
fn page(text: &Text, _: &mut Dice) -> Text {
    let mut changed = text.clone();
    let menu = "Trang chủ\n\nGiới thiệu\n\nTin tức - Sự kiện\n\nVăn bản chỉ đạo điều hành\n\n\
                Cập nhật lúc 08:30, 12/01/2024\n\n";
    changed.insert(0, added(menu));
    if let Some(last) = changed.0.last_mut() {
        last.gap = "\n\n".to_owned();
    }
    let end = changed.0.len();
    let links = "Tin liên quan\n\nThông báo kết luận của Ban Thường vụ\n\nIn trang Gửi email\n";
    changed.insert(end, added(links));
    changed
}

/// Whatever does not take words away, one after the other.
fn everything(text: &Text, dice: &mut Dice) -> Text {
    let text = page(&renumbered(text, dice), dice);
    let text = tones(&figures(&text, dice), dice);
    signs(&split(&text, dice), dice)
}
