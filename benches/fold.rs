//! From bytes to text, and folding it for search.

use dienvan::text::{decode, fold, fold_with_map};
use divan::Bencher;
use divan::counter::BytesCount;
use unicode_normalization::UnicodeNormalization;

const SPEECH: &str = include_str!("../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");
/// How often the speech is repeated: 22 KB and 22 MB.
const TIMES: [usize; 2] = [1, 1000];

fn main() {
    divan::main();
}

fn decoding(bencher: Bencher<'_, '_>, text: &str, times: usize) {
    let bytes = text.repeat(times).into_bytes();
    bencher
        .counter(BytesCount::new(bytes.len()))
        .with_inputs(|| bytes.clone())
        .bench_values(decode);
}

#[divan::bench(args = TIMES, max_time = 3)]
fn decode_nfc(bencher: Bencher<'_, '_>, times: usize) {
    decoding(bencher, SPEECH, times);
}

#[divan::bench(args = TIMES, max_time = 3)]
fn decode_nfd(bencher: Bencher<'_, '_>, times: usize) {
    decoding(bencher, &SPEECH.nfd().collect::<String>(), times);
}

#[divan::bench(args = TIMES, max_time = 3)]
fn decode_crlf(bencher: Bencher<'_, '_>, times: usize) {
    decoding(bencher, &SPEECH.replace('\n', "\r\n"), times);
}

#[divan::bench(args = TIMES, max_time = 3)]
fn fold_text(bencher: Bencher<'_, '_>, times: usize) {
    let text = SPEECH.repeat(times);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| fold(&text));
}

#[divan::bench(args = TIMES, max_time = 3)]
fn fold_text_with_map(bencher: Bencher<'_, '_>, times: usize) {
    let text = SPEECH.repeat(times);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| fold_with_map(&text));
}
