//! Parts of Word documents of the old kind, put together byte by byte: fonts, styles, lists.

use super::super::fib::Age;

/// Numbers of 32 bits.
pub fn numbers(numbers: impl IntoIterator<Item = usize>) -> Vec<u8> {
    numbers.into_iter().flat_map(|number| (number as u32).to_le_bytes()).collect()
}

/// Something said of a look, by its number in Word 97.
pub fn said(age: Age, code: u16, operand: &[u8]) -> Vec<u8> {
    let old: u8 = match code {
        0x4600 => 2,
        0xC63E => 12,
        0x240D => 13,
        0x2416 => 24,
        0x2417 => 25,
        0x0800 => 65,
        0x6A09 => 74,
        0x4A30 => 80,
        0x0835 => 85,
        0x0836 => 86,
        0x083B => 91,
        0x083C => 92,
        0x4A4F => 93,
        0x0855 => 117,
        0xD608 => 190,
        _ => 0,
    };
    match age {
        Age::Word97 => [&code.to_le_bytes()[..], operand].concat(),
        Age::Word6 if old == 0 => Vec::new(),
        Age::Word6 => [&[old][..], operand].concat(),
    }
}

/// The table of fonts.
pub fn fonts(age: Age, names: &[&str]) -> Vec<u8> {
    let mut out = Vec::new();
    for name in names {
        let charset = if *name == "Symbol" { 2 } else { 0 };
        let head = [0, 0, 0, charset, 0];
        let font = match age {
            Age::Word6 => [&head[..], name.as_bytes(), &[0]].concat(),
            Age::Word97 => [&head[..], &[0; 34], &wide(name), &[0, 0]].concat(),
        };
        out.push(font.len() as u8);
        out.extend(font);
    }
    match age {
        Age::Word6 => [&((out.len() + 2) as u16).to_le_bytes()[..], &out].concat(),
        Age::Word97 => [&(names.len() as u16).to_le_bytes()[..], &[0, 0], &out].concat(),
    }
}

/// A style: its number among those of Word, its name, what it is based on, and what it says of
/// paragraphs and of characters.
pub struct Style<'a>(pub u16, pub &'a str, pub u16, pub Vec<u8>, pub Vec<u8>);

/// The style sheet; styles that say nothing of paragraphs are of characters.
pub fn styles(age: Age, styles: &[Style]) -> Vec<u8> {
    let base = if age == Age::Word6 { 8 } else { 10 };
    let head: Vec<u8> = [styles.len() as u16, base as u16, 0, 0, 0, 0, 0, 0, 0]
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect();
    let mut out = [&(head.len() as u16).to_le_bytes()[..], &head].concat();
    for (number, Style(id, name, of, paragraph, characters)) in styles.iter().enumerate() {
        let is_character = *name == "ký tự";
        let upx = match is_character {
            true => vec![characters.clone()],
            false => {
                let paragraph = [&(number as u16).to_le_bytes()[..], paragraph].concat();
                vec![paragraph, characters.clone()]
            }
        };
        let kind = if is_character { 2 } else { 1 };
        let mut style: Vec<u8> = [*id, of << 4 | kind, upx.len() as u16, 0, 0]
            .iter()
            .flat_map(|number| number.to_le_bytes())
            .collect();
        style.truncate(base);
        match age {
            Age::Word6 => {
                let name: Vec<u8> = name.bytes().filter(u8::is_ascii).collect();
                style.extend([&[name.len() as u8][..], &name, &[0]].concat());
            }
            Age::Word97 => {
                let name = wide(name);
                style.extend(
                    [&((name.len() / 2) as u16).to_le_bytes()[..], &name, &[0, 0]].concat(),
                );
            }
        }
        for said in upx {
            if style.len() % 2 == 1 {
                style.push(0);
            }
            style.extend((said.len() as u16).to_le_bytes());
            style.extend(said);
        }
        out.extend((style.len() as u16).to_le_bytes());
        out.extend(style);
    }
    out
}

/// A level of a list: the code of its numbers, its text ("\0" for the number of the first level),
/// where it starts, and the font of its labels.
pub struct Level<'a>(pub u8, pub &'a str, pub u32, pub Option<u16>);

/// The definitions of lists, one id and nine levels each, or one.
pub fn lists(lists: &[(u32, Vec<Level>)]) -> Vec<u8> {
    let mut out = (lists.len() as u16).to_le_bytes().to_vec();
    for (id, levels) in lists {
        let mut head = vec![0; 28];
        head[..4].copy_from_slice(&id.to_le_bytes());
        head[26] = u8::from(levels.len() == 1);
        out.extend(head);
    }
    for levels in lists.iter().map(|(_, levels)| levels) {
        for index in 0..if levels.len() == 1 { 1 } else { 9 } {
            out.extend(level(levels.get(index)));
        }
    }
    out
}

fn level(level: Option<&Level>) -> Vec<u8> {
    let none = Level(255, "", 1, None);
    let Level(code, text, start, font) = level.unwrap_or(&none);
    let look = font.map_or_else(Vec::new, |font| said(Age::Word97, 0x4A4F, &font.to_le_bytes()));
    let mut head = vec![0; 28];
    head[..4].copy_from_slice(&start.to_le_bytes());
    head[4] = *code;
    head[24] = look.len() as u8;
    let text = wide(text);
    [head, look, ((text.len() / 2) as u16).to_le_bytes().to_vec(), text].concat()
}

/// Uses of lists by their ids; with it where the first level begins anew, if it does.
pub fn uses(uses: &[(u32, Option<u32>)]) -> Vec<u8> {
    let mut out = numbers([uses.len()]);
    for (id, start) in uses {
        let mut head = vec![0; 16];
        head[..4].copy_from_slice(&id.to_le_bytes());
        head[12] = u8::from(start.is_some());
        out.extend(head);
    }
    for (_, start) in uses {
        out.extend(u32::MAX.to_le_bytes());
        if let Some(start) = start {
            out.extend([start.to_le_bytes(), 0x10_u32.to_le_bytes()].concat());
        }
    }
    out
}

/// Units of UTF-16.
pub fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
