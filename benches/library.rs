//! A large library: making it, indexing it, searching it.
//!
//!     cargo bench --bench library -- generate DIR [COUNT [BYTES]]
//!     cargo bench --bench library -- index DIR CACHE
//!     cargo bench --bench library -- query DIR CACHE [QUERY]
//!
//! `generate` writes the speeches of `properties::speeches`, 100,000 of 20 KB unless told
//! otherwise; the same numbers give the same files everywhere. `index` brings the cache up to date
//! and tells time, memory and size. `query` asks the index, each query as often as the others, and
//! tells how long an answer takes: the best 20 speeches, each read, parsed and searched for its hits.

use dienvan::library::files::Isolation;
use dienvan::library::index::{Haul, Hunter, LibraryQuery, Means, SMALL, SearchControl, update};
use dienvan::properties::speeches;
use dienvan::search::{Mode, Query, Stage};
use dienvan::speech::parse::Lexicon;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["generate", folder, numbers @ ..] => {
            let number = |at: usize, default| numbers.get(at).map_or(Ok(default), |n| n.parse());
            generate(Path::new(folder), number(0, 100_000)?, number(1, 20_000)?)
        }
        ["index", folder, cache] => index(&means(folder, cache)),
        ["query", folder, cache] => queries(&means(folder, cache)),
        ["query", folder, cache, query] => ask_once(&means(folder, cache), query),
        _ => {
            let folder = tempfile::tempdir()?;
            let (speeches, cache) = (folder.path().join("speeches"), folder.path().join("cache"));
            generate(&speeches, 1_000, 20_000)?;
            let means = means(&speeches.to_string_lossy(), &cache.to_string_lossy());
            index(&means)?;
            queries(&means)
        }
    }
}

fn means(folder: &str, cache: &str) -> Means {
    Means {
        shipped: false,
        folders: vec![PathBuf::from(folder)],
        cache_dir: PathBuf::from(cache),
        lexicon: Arc::new(Lexicon::shipped()),
        isolation: Isolation::Here,
        rules: 0,
        small: SMALL,
    }
}

fn generate(folder: &Path, count: usize, bytes: usize) -> Result<(), Box<dyn Error>> {
    let mut total = 0;
    for number in 0..count {
        let file = folder.join(speeches::file_name(number));
        if number < 336 * 36 {
            fs::create_dir_all(file.parent().unwrap_or(folder))?;
        }
        let text = speeches::speech(number, bytes);
        total += text.len();
        fs::write(file, text)?;
    }
    println!("{count} speeches, {} MB", total / 1_000_000);
    Ok(())
}

fn index(means: &Means) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let files = means.on_disk();
    let bytes: u64 = files.iter().map(|file| file.stamp.length).sum();
    println!("{} files, {} MB: listed in {:?}", files.len(), bytes / 1_000_000, start.elapsed());
    let start = Instant::now();
    let updated = update(means, &files, &AtomicBool::new(false), &mut |_| ())?;
    let (read, failed) = (updated.read.len(), updated.failed.len());
    println!("read {read}, removed {}, failed {failed}: {:?}", updated.removed, start.elapsed());
    let size = size(means.place().folder());
    println!(
        "cache {} MB, {:.1} % of the texts",
        size / 1_000_000,
        100.0 * size as f64 / bytes as f64
    );
    println!("processor time {:.1} s, peak memory {} MB", processor_seconds(), status("VmHWM"));
    Ok(())
}

/// What is asked for, by kind.
const QUERIES: [(&str, &[&str]); 9] = [
    ("rare", &[speeches::RARE, speeches::SELDOM, "khuỷu ngoằn"]),
    ("rare, no marks", &["ngoan ngoeo khuyu", "gieng khoan tang sau"]),
    ("common", &["nhiệm vụ", "công tác", "thực hiện", "lãnh đạo", "chất lượng"]),
    ("common, no marks", &["nhiem vu", "phong chong tham nhung", "duong loi", "cong tac"]),
    (
        "phrase",
        &["\"phòng chống tham nhũng\"", "\"tăng cường kiểm tra\"", "\"nâng cao chất lượng\""],
    ),
    ("rare phrase", &["\"lúa gạo hải đảo\"", "\"chè xanh biên giới\"", "\"gỗ lớn bệnh viện\""]),
    ("telex, vni", &["nhieemj vuj", "phongf choongs tham nhungx", "nhiem65 vu5", "lanhx ddaoj"]),
    (
        "conditions",
        &["role:task tham nhũng", "year:2001..2003 đê điều", "speaker:khánh -nhiệm vụ lúa gạo"],
    ),
    ("while typing", &["nhiệm v", "phong ch", "tham nhu", "ngoằn ng"]),
];
/// How often each query is asked.
const TIMES: usize = 10;
/// How many speeches are wanted.
const BEST: usize = 20;

fn ask(hunter: &mut Hunter, typed: &str, stage: Stage) -> Result<Haul, Box<dyn Error>> {
    let query = Query::parse(typed, Mode::Smart, stage).map_err(|error| format!("{error:?}"))?;
    let wanted = LibraryQuery { query: &query, speeches: BEST, looks: 2_000, corrections: &[] };
    Ok(hunter.hunt(wanted, None, &mut |_| SearchControl::On))
}

fn queries(means: &Means) -> Result<(), Box<dyn Error>> {
    let mut hunter = Hunter::new(means.clone());
    let start = Instant::now();
    ask(&mut hunter, speeches::RARE, Stage::Finished)?;
    println!("first answer, index opened: {:.1?}", start.elapsed());
    let mut all = Vec::new();
    for (kind, queries) in QUERIES {
        let stage = if kind == "while typing" { Stage::Typing } else { Stage::Finished };
        let processor = processor_seconds();
        let mut times = Vec::new();
        let mut found = Vec::new();
        for time in 0..TIMES {
            for query in queries {
                let start = Instant::now();
                let haul = ask(&mut hunter, query, stage)?;
                times.push(start.elapsed());
                if time == 0 {
                    found.push(haul.speeches.len());
                }
            }
        }
        times.sort();
        all.extend_from_slice(&times);
        let at = |share: usize| times[(times.len() - 1) * share / 100];
        let processor = 1000.0 * (processor_seconds() - processor) / times.len() as f64;
        println!(
            "{kind:18} p50 {:8.1?}  p95 {:8.1?}  most {:8.1?}  processor {processor:3.0} ms  found {found:?}",
            at(50),
            at(95),
            at(100)
        );
    }
    all.sort();
    let at = |share: usize| all[(all.len() - 1) * share / 100];
    println!("all                p50 {:8.1?}  p95 {:8.1?}  most {:8.1?}", at(50), at(95), at(100));
    println!("memory {} MB, of it {} MB not of files", status("VmHWM"), status("RssAnon"));
    Ok(())
}

fn ask_once(means: &Means, query: &str) -> Result<(), Box<dyn Error>> {
    let mut hunter = Hunter::new(means.clone());
    let start = Instant::now();
    let haul = ask(&mut hunter, query, Stage::Finished)?;
    println!("{:.1?}, {:?}", start.elapsed(), haul.coverage);
    for speech in haul.speeches.iter().take(5) {
        let hit = speech.hits.first().map(|hit| hit.snippet.text.as_str()).unwrap_or_default();
        println!("{} ({}): {hit}", speech.id, speech.hits.len());
    }
    Ok(())
}

fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let sizes = entries.filter_map(|entry| {
        let metadata = entry.metadata().ok()?;
        Some(if metadata.is_dir() { size(&entry.path()) } else { metadata.len() })
    });
    sizes.sum()
}

/// Gives the processor time of this process, in seconds: Linux counts it in hundredths.
fn processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or("").split(' ').collect();
    let ticks =
        |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}

/// Gives a line of Linux's account of this process, in MB.
fn status(key: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
    let number: String = line.chars().filter(char::is_ascii_digit).collect();
    number.parse::<u64>().unwrap_or(0) / 1024
}
