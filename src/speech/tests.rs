//! Addresses, dates, and questions to an outline.

use super::*;
use crate::text::{TextPos, TextRange};

#[test]
fn addresses_read_back_as_they_are_written() {
    for (typed, written) in [
        ("nv", "nv"),
        ("nv.3", "nv.3"),
        ("NV 3", "nv.3"),
        (" kq2.1.4 ", "kq2.1.4"),
        ("nv1.3", "nv.3"),
        ("md.2.", "md.2"),
        ("2023-12-20-ket-luan/nv.3", "2023-12-20-ket-luan/nv.3"),
        ("2023-12-20-ket-luan/NV.3", "2023-12-20-ket-luan/nv.3"),
        ("2023-12-20-ket-luan/", "2023-12-20-ket-luan"),
        ("2023-12-20-ket-luan", "2023-12-20-ket-luan"),
        ("nvx", "nvx"),
        ("nv-2", "nv-2"),
    ] {
        let address: Address = typed.parse().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(address.to_string(), written, "of {typed:?}");
        assert_eq!(written.parse(), Ok(address), "{written} reads back");
    }
}

#[test]
fn what_is_no_address_is_refused() {
    for typed in [
        "",
        "  ",
        "/",
        "/nv.3",
        "bài nói",
        "Ket-Luan",
        "a/b/c",
        "ket-luan/x.1",
        "ket-luan/3",
        "nv.0",
        "nv.x",
        "nv.-1",
        "nv.+1",
        "nv.3/1",
        "nv0.1",
        "nv+2.1",
        "nv.99999999999",
        "nv.1.٣",
    ] {
        let refused = typed.parse::<Address>();
        assert_eq!(refused, Err(NotAnAddress(typed.trim().to_owned())), "{typed:?}");
    }
    for typed in ["3", "ket-luan/nv.3", "x.1", "."] {
        assert!(typed.parse::<ItemAddress>().is_err(), "{typed:?}");
    }
}

#[test]
fn every_role_has_a_code_and_a_name_of_its_own() {
    for role in Role::ALL {
        assert_eq!(Role::from_code(role.code()), Some(role));
        assert_eq!(Role::from_name(role.name()), Some(role));
        let address = ItemAddress { role, number: 2, path: vec![1, 12] };
        assert_eq!(address.to_string().parse(), Ok(address));
    }
    assert_eq!(Role::from_code("NV"), None);
    use FurnitureKind::{Caption, Chrome, Closing, Front, Salutation};
    for kind in [Chrome, Front, Caption, Salutation, Closing] {
        assert_eq!(FurnitureKind::from_name(kind.name()), Some(kind));
    }
}

#[test]
fn dates_are_days_of_the_calendar() {
    for text in ["2023-12-20", "2024-02-29", "2000-02-29", "1900-01-01", "2199-12-31"] {
        let date = Date::parse_iso(text).unwrap_or_else(|| panic!("{text} is a day"));
        assert_eq!(date.to_string(), text);
    }
    for text in [
        "",
        "2023",
        "2023-12",
        "2023-02-29",
        "1900-02-29",
        "2023-13-01",
        "2023-00-10",
        "2023-04-31",
        "2023-12-00",
        "1899-12-31",
        "2200-01-01",
        "20-12-2023",
        "2023/12/20",
        "2023-12-20T00:00",
        "+2023-12-20",
        "2023-+1-20",
        "2023-1-5",
        "2023-12-200",
        " 2023-12-20",
    ] {
        assert_eq!(Date::parse_iso(text), None, "{text:?}");
    }
    let (early, late) = (Date::new(2023, 12, 31), Date::new(2024, 1, 1));
    assert!(early < late);
}

/// Makes an outline of one series per role given, each item from its place to its end.
fn outline(items: &[(Role, Option<ItemIndex>, usize, usize)]) -> Outline {
    let mut outline = Outline::default();
    for (index, &(role, parent, start, end)) in items.iter().enumerate() {
        let known = outline.series.iter().position(|series| series.role == role);
        let series = known.unwrap_or_else(|| {
            outline.series.push(Series {
                role,
                number: 1,
                title: String::new(),
                lead: None,
                line: 1,
                items: Vec::new(),
                within: parent,
                count: 0,
                evidence: Evidence::plain(RoleSource::Nothing, 90),
            });
            outline.series.len() - 1
        });
        let outer = parent.filter(|&at| outline.items[at].series == series);
        let mut path = outer.map_or(Vec::new(), |at| outline.items[at].path.clone());
        path.push(outline.items.iter().filter(|item| item.parent == parent).count() as u32 + 1);
        outline.series[series].items.push(index);
        outline.series[series].count += u32::from(path.len() == 1);
        outline.items.push(Item {
            series,
            parent,
            level: parent.map_or(1, |at| outline.items[at].level + 1),
            path,
            ordinal: 1,
            role,
            marker: TextRange::new(start, start + 1),
            label: TextRange::new(start + 1, start + 2),
            range: TextRange::new(start, end),
            line: 1,
            rule: "spoken",
            confidence: 95,
            form: ItemForm::Paragraph,
            sequence: Sequence::Follows,
            evidence: Evidence::plain(RoleSource::Nothing, 90),
            duty: Duty::Work,
            owner: None,
        });
    }
    outline
}

#[test]
fn the_innermost_item_is_the_one_at_a_place() {
    use Role::Task;
    let outline = outline(&[
        (Task, None, 10, 40),
        (Task, Some(0), 15, 30),
        (Task, Some(1), 20, 25),
        (Task, None, 50, 60),
    ]);
    for (pos, expected) in [
        (0, None),
        (9, None),
        (10, Some(0)),
        (15, Some(1)),
        (22, Some(2)),
        (25, Some(1)),
        (30, Some(0)),
        (39, Some(0)),
        (40, None),
        (50, Some(3)),
        (60, None),
        (999, None),
    ] {
        assert_eq!(outline.item_at(TextPos::new(pos)), expected, "at {pos}");
    }
    assert_eq!(Outline::default().item_at(TextPos::ZERO), None);
}

#[test]
fn items_are_found_by_their_addresses() {
    use Role::{Result, Task};
    let outline = outline(&[
        (Result, None, 0, 5),
        (Task, None, 10, 40),
        (Task, Some(1), 15, 30),
        (Task, Some(1), 30, 40),
        (Task, None, 50, 60),
    ]);
    let written: Vec<String> =
        (0..outline.items.len()).map(|index| outline.address(index).to_string()).collect();
    assert_eq!(written, ["kq.1", "nv.2", "nv.2.1", "nv.2.2", "nv.3"]);
    for (index, text) in written.iter().enumerate() {
        let address = text.parse().expect("an address");
        assert_eq!(outline.find(&address), Some(index));
    }
    for text in ["nv", "nv.9", "nv2.1", "hc.1", "nv.2.3"] {
        assert_eq!(outline.find(&text.parse().expect("an address")), None, "{text}");
    }
    assert_eq!(outline.find_series(Task, 1), Some(1));
    assert_eq!(outline.find_series(Task, 2), None);
    assert_eq!(outline.members(1).collect::<Vec<_>>(), [1, 4]);
    assert_eq!(outline.members(1).next_back(), Some(4));
    assert_eq!(outline.members(9).count(), 0);
}

#[test]
fn a_task_in_a_task_is_no_whole_task() {
    use Role::{Other, Result, Task};
    let outline = outline(&[
        (Task, None, 0, 50),
        (Task, Some(0), 5, 10),
        (Other, Some(0), 10, 40),
        (Task, Some(2), 15, 20),
        (Result, None, 60, 90),
        (Task, Some(4), 70, 80),
    ]);
    let whole: Vec<bool> = (0..6).map(|index| outline.is_whole_task(index)).collect();
    assert_eq!(whole, [true, false, false, false, false, true]);
}

#[test]
fn the_section_at_a_place_is_the_last_begun() {
    let section = |start, end| Section {
        kind: SectionKind::Opening,
        range: TextRange::new(start, end),
        depth: 0,
    };
    let outline = Outline { sections: vec![section(5, 10), section(12, 20)], ..Outline::default() };
    for (pos, expected) in
        [(0, None), (5, Some(0)), (10, Some(0)), (11, Some(0)), (12, Some(1)), (99, Some(1))]
    {
        assert_eq!(outline.section_at(TextPos::new(pos)), expected, "at {pos}");
    }
}

#[test]
fn ids_are_small_letters_digits_and_hyphens() {
    for good in ["a", "2023-12-20-ket-luan", "-", "0"] {
        assert_eq!(SpeechId::parse(good).map(|id| id.to_string()).as_deref(), Some(good));
    }
    for bad in ["", "Ket", "kết", "a b", "a/b", "a.b", "a\n"] {
        assert_eq!(SpeechId::parse(bad), None, "{bad:?}");
    }
}

#[test]
fn origins_are_shown_without_what_acts_on_a_terminal() {
    let path = std::path::PathBuf::from("bài\u{1b}[31m\u{202e}.txt");
    assert_eq!(Origin::File(path).to_string(), "bài.txt");
    assert_eq!(Origin::StandardInput.to_string(), "-");
}

#[test]
fn years_of_titles() {
    let table = [
        ("Hội nghị tổng kết năm 2023, triển khai nhiệm vụ năm 2024", Some((2023, 2024))),
        ("Kết luận tại hội nghị năm 2024", Some((2024, 2024))),
        ("Nghị quyết số 132/2020/QH14", Some((2020, 2020))),
        ("Chương trình giai đoạn 2021-2025", Some((2021, 2025))),
        ("Chiến lược đến năm 2030, tầm nhìn 2045", None),
        ("Công văn 9671-CV/BTCTW", None),
        ("Nghị quyết số 57-NQ/TW", None),
    ];
    for (title, expected) in table {
        assert_eq!(super::years_told(title), expected, "{title}");
    }
}
