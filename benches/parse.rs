//! From text to structure, on real texts and on the worst ones, and finding words in it.
//!
//! Every input of the worst is made in two sizes: twice the text must take twice the time. The
//! folder of documents beside the repository is read where there is one.

use dienvan::properties::{Between, rewrapped};
use dienvan::speech::parse::{Lexicon, paragraphs, parse};
use divan::Bencher;
use divan::counter::BytesCount;
use std::fs;
use std::path::Path;

const SPEECH: &str = include_str!("../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");
/// How often the speech is repeated: 22 KB and 22 MB.
const TIMES: [usize; 2] = [1, 1000];
/// The sizes of the worst inputs, in bytes.
const SIZES: [usize; 2] = [5_000_000, 10_000_000];
/// How large the documents are made together, in bytes.
const DOCUMENTS: usize = 20_000_000;

fn main() {
    divan::main();
}

#[divan::bench]
fn lexicon() -> Lexicon {
    Lexicon::shipped()
}

#[divan::bench(args = TIMES, max_time = 3)]
fn outline(bencher: Bencher<'_, '_>, times: usize) {
    measure(bencher, &SPEECH.repeat(times));
}

#[divan::bench(args = TIMES, max_time = 3)]
fn blocks(bencher: Bencher<'_, '_>, times: usize) {
    let text = SPEECH.repeat(times);
    let lexicon = Lexicon::shipped();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| paragraphs(&text, &lexicon));
}

#[divan::bench(args = [60, 80], max_time = 3)]
fn blocks_of_wrapped_text(bencher: Bencher<'_, '_>, width: usize) {
    let text = rewrapped(SPEECH, width, Between::Nothing).repeat(1000);
    let lexicon = Lexicon::shipped();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| paragraphs(&text, &lexicon));
}

/// The documents one after the other, again and again; without the folder the shipped speech.
#[divan::bench(max_time = 5, sample_count = 5)]
fn documents(bencher: Bencher<'_, '_>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let mut files: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| {
        let kind = path.extension().unwrap_or_default();
        kind == "md" || kind == "txt"
    });
    files.sort();
    let read = |path| dienvan::text::decode(fs::read(path).expect("a document")).text;
    let mut once: String = files.iter().map(read).collect();
    if once.is_empty() {
        println!("no documents beside the repository: the shipped speech stands for them");
        once = SPEECH.to_owned();
    }
    measure(bencher, &once.repeat(DOCUMENTS.div_ceil(once.len())));
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_spoken_markers(bencher: Bencher<'_, '_>, size: usize) {
    measure(bencher, &filled("Một là,\n", size));
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_spoken_markers_on_one_line(bencher: Bencher<'_, '_>, size: usize) {
    measure(bencher, &filled("một là, ", size));
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_no_line_end(bencher: Bencher<'_, '_>, size: usize) {
    measure(bencher, &filled("trong năm tới ", size));
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_no_blank(bencher: Bencher<'_, '_>, size: usize) {
    measure(bencher, &filled("ế", size));
}

/// 10,000 lists in each other, as far as markers tell.
#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_depth(bencher: Bencher<'_, '_>, size: usize) {
    let nest: String = (0..10_000)
        .map(|depth: usize| {
            ["I. a:\n", "1. b:\n", "a) c:\n", "(1) d:\n", "- e:\n", "+ f:\n"][depth % 6]
        })
        .collect();
    measure(bencher, &filled(&nest, size));
}

/// Decimal numbers that grow longer and longer.
#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_decimals(bencher: Bencher<'_, '_>, size: usize) {
    let deeper: String = (1..60).map(|depth| format!("{} Mục\n", "1.".repeat(depth))).collect();
    measure(bencher, &filled(&deeper, size));
}

/// Lines of heads and ends, as if a text were nothing else.
#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_furniture(bencher: Bencher<'_, '_>, size: usize) {
    let lines = [
        "Kính gửi:\n- Bộ A;\n",
        "Nơi nhận:\n|\n",
        "TM. ỦY BAN\n",
        "(1) Xem: tr. 5\n",
        "Bình luận\n",
    ];
    let each = lines.map(|line| filled(line, size / lines.len()));
    measure(bencher, &each.concat());
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_numbers(bencher: Bencher<'_, '_>, size: usize) {
    measure(bencher, &filled("1.\n", size));
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_numbers_on_one_line(bencher: Bencher<'_, '_>, size: usize) {
    measure(bencher, &filled("1.", size));
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_brackets(bencher: Bencher<'_, '_>, size: usize) {
    measure(bencher, &filled("(1) ", size));
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_bullets(bencher: Bencher<'_, '_>, size: usize) {
    measure(bencher, &filled("- a\n", size));
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_bullets_on_one_line(bencher: Bencher<'_, '_>, size: usize) {
    measure(bencher, &filled("- ", size));
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_blank_lines(bencher: Bencher<'_, '_>, size: usize) {
    measure(bencher, &filled("\n", size));
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_lines_of_one_letter(bencher: Bencher<'_, '_>, size: usize) {
    measure(bencher, &filled("a\n", size));
}

#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_wrapped(bencher: Bencher<'_, '_>, size: usize) {
    let once = rewrapped(SPEECH, 60, Between::Nothing);
    measure(bencher, &filled(&once, size));
}

/// Every line of a wrapped text begins like the first item of a list.
#[divan::bench(args = SIZES, max_time = 3, sample_count = 3)]
fn worst_wrapped_first_members(bencher: Bencher<'_, '_>, size: usize) {
    let line = "1. Các ngành rà soát các quy định hiện hành và thực\n\
        hiện tốt các nhiệm vụ đã được giao trong năm nay và\n";
    measure(bencher, &filled(line, size));
}

/// Repeats a piece of text until it has about `size` bytes.
fn filled(piece: &str, size: usize) -> String {
    piece.repeat(size / piece.len())
}

fn measure(bencher: Bencher<'_, '_>, text: &str) {
    let lexicon = Lexicon::shipped();
    bencher.counter(BytesCount::of_str(text)).bench_local(|| parse(text, &lexicon));
}
