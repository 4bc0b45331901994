//! Wrapping paragraphs, and the rows of a speech.

use dienvan::layout::{Layout, LayoutKey, RowRef, Widths, wrap};
use dienvan::properties::speech_of;
use dienvan::speech::Speech;
use dienvan::speech::parse::Lexicon;
use dienvan::text::TextPos;
use divan::Bencher;
use divan::counter::BytesCount;

const SPEECH: &str = include_str!("../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");
/// How often the speech is repeated: 22 KB and 22 MB.
const TIMES: [usize; 2] = [1, 1000];
const KEY: LayoutKey = LayoutKey { width: 80, furniture: false, gaps: true };

fn main() {
    divan::main();
}

fn speech(times: usize) -> Speech {
    speech_of(&SPEECH.repeat(times), &Lexicon::shipped())
}

#[divan::bench(args = [20, 80, 120])]
fn wrap_paragraphs(bencher: Bencher<'_, '_>, width: usize) {
    let speech = speech(1);
    let widths = Widths { first: width, rest: width - 4 };
    bencher.counter(BytesCount::of_str(speech.text.as_str())).bench_local(|| {
        for block in speech.blocks.iter() {
            divan::black_box(wrap(&speech.text, block.range, widths));
        }
    });
}

/// All rows once, as one who holds the key down to the end makes them.
#[divan::bench(args = TIMES, max_time = 3)]
fn all_rows(bencher: Bencher<'_, '_>, times: usize) {
    let speech = speech(times);
    bencher.counter(BytesCount::of_str(speech.text.as_str())).bench_local(|| {
        let layout = Layout::new(KEY);
        let mut at = Some(RowRef::default());
        while let Some(here) = at {
            at = layout.next(&speech, divan::black_box(here));
        }
    });
}

/// A screen in the middle of the text, as after a resize.
#[divan::bench(args = TIMES)]
fn one_screen(bencher: Bencher<'_, '_>, times: usize) {
    let speech = speech(times);
    let middle = TextPos::new(speech.text.len() / 2).clamp_to(&speech.text);
    bencher.bench_local(|| {
        let layout = Layout::new(KEY);
        let top = layout.find(&speech, middle);
        layout.page(&speech, top, 50)
    });
}
