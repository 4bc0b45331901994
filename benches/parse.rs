//! From text to structure, and finding words in it.

use dienvan::parse::{Lexicon, paragraphs, parse};
use dienvan::search::{Query, find};
use divan::Bencher;
use divan::counter::BytesCount;

const SPEECH: &str = include_str!("../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");
/// How often the speech is repeated: 22 KB and 22 MB.
const TIMES: [usize; 2] = [1, 1000];

fn main() {
    divan::main();
}

#[divan::bench]
fn lexicon() -> Lexicon {
    Lexicon::shipped()
}

#[divan::bench(args = TIMES, max_time = 3)]
fn outline(bencher: Bencher<'_, '_>, times: usize) {
    let text = SPEECH.repeat(times);
    let lexicon = Lexicon::shipped();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| parse(&text, &lexicon));
}

#[divan::bench(args = TIMES, max_time = 3)]
fn blocks(bencher: Bencher<'_, '_>, times: usize) {
    let text = SPEECH.repeat(times);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| paragraphs(&text));
}

#[divan::bench(args = ["tham nhung", "tham nhũng", "không có ở đây", "a"], max_time = 3)]
fn search_22_mb(bencher: Bencher<'_, '_>, typed: &str) {
    let text = SPEECH.repeat(1000);
    let blocks = paragraphs(&text);
    let query = Query::new(typed);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| find(&text, &blocks, &query));
}
