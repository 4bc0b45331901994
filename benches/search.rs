//! Searching in a speech: folding it once, the first hit, all hits; in 22 MB.

use dienvan::properties::speech_of;
use dienvan::search::{Mode, Page, Query, Sought, Stage, find, find_next};
use dienvan::speech::parse::Lexicon;
use dienvan::speech::{Extent, Speech};
use dienvan::text::TextPos;
use divan::Bencher;
use divan::counter::BytesCount;
use std::sync::LazyLock;

const SPEECH: &str = include_str!("../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");
/// Words that stand at nineteen parts of twenty, and nowhere else.
const PLANTED: &str = "\n\nhồ sơ quầy số bảy mươi mốt\n\n";

/// What is typed: frequent words, marked words, a row that is nowhere, one letter, keys of Telex
/// and VNI, words in any order, a condition, and what is planted.
const TYPED: [&str; 11] = [
    "tham nhung",
    "tham nhũng",
    "không có ở đây",
    "t",
    "nhân dân",
    "nhieemj vuj",
    "nhiem65 vu5",
    "chống phòng ngừa",
    "role:task rà soát",
    "quay so bay muoi",
    "quaayf soos bayr",
];

static TEXT: LazyLock<Speech> = LazyLock::new(|| {
    let text = SPEECH.repeat(950) + PLANTED + &SPEECH.repeat(50);
    let speech = speech_of(&text, &Lexicon::shipped());
    assert_eq!(speech.extent, Extent::Whole);
    speech
});

fn main() {
    divan::main();
}

fn query(typed: &str) -> Query {
    Query::parse(typed, Mode::Smart, Stage::Typing).expect("a query")
}

#[divan::bench(max_time = 3)]
fn fold_22_mb(bencher: Bencher<'_, '_>) {
    let speech = &*TEXT;
    bencher
        .counter(BytesCount::of_str(&*speech.text))
        .bench_local(|| Page::of(&speech.text, &speech.blocks));
}

#[divan::bench(args = TYPED, max_time = 2)]
fn first_hit_22_mb(bencher: Bencher<'_, '_>, typed: &str) {
    let speech = &*TEXT;
    let (page, query) = (Page::of(&speech.text, &speech.blocks), query(typed));
    bencher.bench_local(|| find_next(Sought::from(speech), &page, &query, TextPos::ZERO));
}

#[divan::bench(args = TYPED, max_time = 2)]
fn all_hits_22_mb(bencher: Bencher<'_, '_>, typed: &str) {
    let speech = &*TEXT;
    let (page, query) = (Page::of(&speech.text, &speech.blocks), query(typed));
    bencher.bench_local(|| find(Sought::from(speech), &page, &query));
}
