//! A screen's size and a wish in; where everything stands out.

use crate::layout::{
    Area, AsidePane, Margin, PaneOptions, Panes, SMALLEST, SidebarWidth, TextColumns, panes,
};

const WISH: PaneOptions = PaneOptions {
    sidebar: Some(SidebarWidth::Usual(32)),
    min_columns: 72,
    sidebar_in_use: false,
    measure: 80,
    centred: true,
    margin: Margin::Blank,
    columns: TextColumns::One,
    aside: AsidePane::Closed,
};

/// Writes panes as text: "x,y width×height" for sidebar, text, status and hints.
fn draw(columns: u16, rows: u16, wish: PaneOptions) -> String {
    let area = |area: Area| format!("{},{} {}×{}", area.x, area.y, area.width, area.height);
    let some = |part: Option<Area>| part.map_or("–".to_owned(), area);
    panes(columns, rows, wish).map_or("too small".to_owned(), |panes| {
        let Panes { sidebar, pane, text, status, hints, .. } = panes;
        let (sidebar, hints) = (some(sidebar), some(hints));
        format!("{sidebar} | {} | {} | {} | {hints}", area(pane), area(text), area(status))
    })
}

#[test]
fn screens_are_divided() {
    let in_use = PaneOptions { sidebar_in_use: true, ..WISH };
    let without = PaneOptions { sidebar: None, ..WISH };
    let wider = PaneOptions { sidebar: Some(SidebarWidth::Chosen(40)), ..WISH };
    let left = PaneOptions { centred: false, measure: 60, ..WISH };
    for (columns, rows, wish, expected) in [
        (120, 40, WISH, "0,0 32×38 | 33,0 87×38 | 36,0 80×38 | 0,38 120×1 | 0,39 120×1"),
        (200, 60, WISH, "0,0 52×58 | 53,0 147×58 | 86,0 80×58 | 0,58 200×1 | 0,59 200×1"),
        (80, 24, wider, "0,0 40×22 | 41,0 39×22 | 43,0 35×22 | 0,22 80×1 | 0,23 80×1"),
        (120, 40, left, "0,0 32×38 | 33,0 87×38 | 35,0 60×38 | 0,38 120×1 | 0,39 120×1"),
        (120, 40, without, "– | 0,0 120×38 | 20,0 80×38 | 0,38 120×1 | 0,39 120×1"),
        (80, 24, WISH, "0,0 24×22 | 25,0 55×22 | 27,0 51×22 | 0,22 80×1 | 0,23 80×1"),
        (72, 24, WISH, "0,0 21×22 | 22,0 50×22 | 24,0 46×22 | 0,22 72×1 | 0,23 72×1"),
        (71, 24, WISH, "– | 0,0 71×22 | 2,0 67×22 | 0,22 71×1 | 0,23 71×1"),
        (71, 24, in_use, "0,0 71×22 | 71,0 0×22 | 71,0 0×22 | 0,22 71×1 | 0,23 71×1"),
        (40, 10, WISH, "– | 0,0 40×8 | 2,0 36×8 | 0,8 40×1 | 0,9 40×1"),
        (40, 10, in_use, "0,0 40×8 | 40,0 0×8 | 40,0 0×8 | 0,8 40×1 | 0,9 40×1"),
        (40, 7, WISH, "– | 0,0 40×6 | 2,0 36×6 | 0,6 40×1 | –"),
        (24, 5, WISH, "– | 0,0 24×4 | 2,0 20×4 | 0,4 24×1 | –"),
        (23, 5, WISH, "too small"),
        (24, 4, WISH, "too small"),
        (0, 0, WISH, "too small"),
    ] {
        assert_eq!(draw(columns, rows, wish), expected, "{columns}×{rows}, {wish:?}");
    }
}

#[test]
fn a_sidebar_too_narrow_to_read_gives_way() {
    let early = PaneOptions { min_columns: 40, ..WISH };
    assert!(draw(40, 10, early).starts_with("– | 0,0 40×8"), "{}", draw(40, 10, early));
    assert!(draw(53, 10, early).starts_with("0,0 16×8"), "{}", draw(53, 10, early));
    let in_use = PaneOptions { sidebar_in_use: true, ..early };
    assert!(draw(40, 10, in_use).starts_with("0,0 40×8"), "{}", draw(40, 10, in_use));
}

#[test]
fn nothing_overlaps_or_leaves_the_screen() {
    use SidebarWidth::{Chosen, Usual};
    let wishes = [None, Some(Usual(16)), Some(Usual(32)), Some(Chosen(80)), Some(Chosen(16))];
    let wishes = wishes.into_iter().flat_map(|sidebar| {
        [40, 72, 300].into_iter().flat_map(move |min_columns| {
            [20, 80, 200].into_iter().flat_map(move |measure| {
                [false, true].into_iter().flat_map(move |sidebar_in_use| {
                    [false, true].map(|centred| PaneOptions {
                        sidebar,
                        min_columns,
                        sidebar_in_use,
                        measure,
                        centred,
                        ..WISH
                    })
                })
            })
        })
    });
    for wish in wishes {
        for (columns, rows) in
            [(24, 5), (36, 8), (40, 10), (53, 7), (71, 24), (80, 24), (120, 40), (400, 100)]
        {
            let found = panes(columns, rows, wish).expect("large enough");
            check(columns, rows, wish, found);
        }
    }
    assert_eq!(panes(SMALLEST.0, SMALLEST.1 - 1, WISH), None);
    assert_eq!(panes(u16::MAX, u16::MAX, WISH).map(|panes| panes.text.width), Some(80));
}

fn check(columns: u16, rows: u16, wish: PaneOptions, found: Panes) {
    let what = format!("{found:?} on {columns}×{rows} by {wish:?}");
    let inside = |area: Area| area.x + area.width <= columns && area.y + area.height <= rows;
    let whole = [Some(found.pane), Some(found.status), found.sidebar, found.hints];
    let whole: Vec<Area> = whole.into_iter().flatten().collect();
    for area in whole.iter().chain([&found.text]) {
        assert!(inside(*area), "{area:?} is on the screen: {what}");
    }
    for y in 0..rows {
        for x in (0..columns).step_by(if columns > 200 { 7 } else { 1 }) {
            let parts = whole.iter().filter(|area| area.contains(x, y)).count();
            let text = found.text.contains(x, y);
            assert!(parts <= 1, "{x},{y} is of one part: {what}");
            assert!(!text || found.pane.contains(x, y), "the text is in its pane: {what}");
        }
    }
    assert!(found.text.width <= wish.measure, "the text keeps its measure: {what}");
    assert_eq!((found.status.width, found.status.height), (columns, 1), "{what}");
    if found.text.width > 0 {
        assert!(found.text.width >= 20, "the text can be read: {what}");
        assert!(found.text.x >= found.pane.x + 2, "marks have room: {what}");
    }
    assert!(found.sidebar.is_none_or(|area| area.width >= 16), "so can the sidebar: {what}");
    assert!(found.sidebar.is_some() || found.text.width > 0, "something can be read: {what}");
}

#[test]
fn notes_and_columns_take_what_the_text_leaves() {
    let places = |columns, wish| {
        let panes = panes(columns, 40, wish).expect("large enough");
        let part = |area: Area| format!("{}+{}", area.x, area.width);
        let some = |area: Option<Area>| area.map_or("–".to_owned(), part);
        format!("{} {} {}", part(panes.text), some(panes.second), some(panes.notes))
    };
    let notes = PaneOptions { margin: Margin::Notes, ..WISH };
    let two = PaneOptions { columns: TextColumns::Two, ..WISH };
    let aside = PaneOptions { aside: AsidePane::Open, ..WISH };
    let both = PaneOptions { margin: Margin::Notes, ..two };
    for (columns, wish, expected) in [
        (120, notes, "36+80 – –"),
        (120, PaneOptions { sidebar: None, ..notes }, "10+80 – 92+26"),
        (200, notes, "86+80 – 168+30"),
        (120, two, "36+80 – –"),
        (160, two, "45+54 104+54 –"),
        (200, two, "55+69 129+69 –"),
        (200, both, "55+69 129+69 –"),
        (159, aside, "60+80 – –"),
        (160, aside, "45+72 – –"),
        (240, PaneOptions { sidebar: None, ..both }, "37+80 122+80 204+34"),
    ] {
        assert_eq!(places(columns, wish), expected, "{columns} {wish:?}");
    }
}
