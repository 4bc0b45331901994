//! The page in a real browser without a window: what it makes of the page,
//! asked by a script that is put into a copy for this.

use super::again::{SHIPPED, corpus, read};
use dienvan::formats::write::{FurniturePolicy, Page, PagePart, html};
use dienvan::i18n::{Lang, Messages};
use dienvan::library::files::open;
use dienvan::speech::parse::Lexicon;
use dienvan::speech::{ItemForm, Speech};
use serde_json::{Value, json};
use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// How long a browser may take: far more than it needs.
const DEADLINE: Duration = Duration::from_secs(60);
/// Speeches of the corpus with more items than this are looked at, too.
const MANY: usize = 32;
const SCRIPT: &str = include_str!("checks.js");

/// Whether the user likes dark or light pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
    Dark,
    Light,
}

/// Loads a page in the first browser that is installed; gives its document as it is in the end.
/// A browser that hangs, as it may where much else runs, is ended and asked once more.
#[track_caller]
fn load(page: &str, scheme: Scheme) -> String {
    let answer = || BROWSERS.into_iter().find_map(|browser| start(browser, page, scheme));
    let first = answer().unwrap_or_else(|| panic!("one of {BROWSERS:?} is needed"));
    let found = first.or_else(|| answer().flatten());
    found.unwrap_or_else(|| panic!("the browser gave no answer in {DEADLINE:?}"))
}

/// Runs a browser. Nothing if it is not installed; no answer if it does not come to an end.
fn start(browser: &str, page: &str, scheme: Scheme) -> Option<Option<String>> {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("trang.html");
    fs::write(&path, page).expect("a file");
    let preferred = match scheme {
        Scheme::Dark => 0,
        Scheme::Light => 1,
    };
    let mut child = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"])
        .args(["--disable-extensions", "--disable-dev-shm-usage", "--window-size=1280,900"])
        .arg(format!("--blink-settings=preferredColorScheme={preferred}"))
        .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
        .arg("--dump-dom")
        .arg(format!("file://{}", path.display()))
        .env("HOME", folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut out = child.stdout.take().expect("a pipe");
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error is looked at.
        let _ = out.read_to_end(&mut bytes);
        let _ = tell.send(String::from_utf8_lossy(&bytes).into_owned());
    });
    let answer = told.recv_timeout(DEADLINE).ok();
    // It has ended, or is to end.
    let _ = child.kill();
    let _ = child.wait();
    Some(answer)
}

/// What the page must have: its items, each with the item that it lies in.
fn wanted(speech: &Speech, scheme: Scheme) -> Value {
    let outline = &speech.outline;
    let block = |item: &usize| outline.items[*item].form == ItemForm::Paragraph;
    let items: Vec<Value> = (0..outline.items.len())
        .filter(block)
        .map(|item| {
            let parent = outline.items[item].parent.filter(block);
            json!([
                outline.address(item).to_string(),
                parent.map(|at| outline.address(at).to_string())
            ])
        })
        .collect();
    json!({"items": items, "scheme": if scheme == Scheme::Dark { "dark" } else { "light" }})
}

/// Puts the script into a copy of the page, which forbids scripts, and returns what it finds wrong.
#[track_caller]
fn faults(speech: &Speech, lang: Lang, scheme: Scheme) -> Vec<String> {
    let page =
        html(&Page::of(speech, PagePart::Whole), FurniturePolicy::Kept, &Messages::new(lang));
    let policy = page.find("<meta http-equiv").expect("the page forbids scripts");
    let end = policy + page[policy..].find('\n').expect("a line");
    let wanted =
        serde_json::to_string(&wanted(speech, scheme)).expect("JSON").replace('<', "\\u003c");
    let script = format!("<script>const WANTED = {wanted};\n{SCRIPT}</script>\n</body>");
    let copy = format!("{}{}", &page[..policy], &page[end..]).replacen("</body>", &script, 1);
    let dom = load(&copy, scheme);
    let verdict =
        dom.split_once("<pre id=\"verdict\">").and_then(|(_, rest)| rest.split_once("</pre>"));
    let (verdict, _) = verdict.unwrap_or_else(|| panic!("the script came to no end: {dom}"));
    let text = verdict.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let found: Value = serde_json::from_str(&text).expect("a verdict in JSON");
    let checks = found["checks"].as_u64().unwrap_or(0);
    assert!(checks > 30, "the script looked at the page: {text}");
    let faults = found["faults"].as_array().expect("a list").iter();
    faults.map(|fault| fault.as_str().unwrap_or_default().to_owned()).collect()
}

#[track_caller]
fn is_sound(name: &str, speech: &Speech, lang: Lang, scheme: Scheme) {
    let found = faults(speech, lang, scheme);
    assert!(found.is_empty(), "{name}, {scheme:?}: {found:#?}");
}

#[test]
#[ignore = "needs a browser"]
fn pages_are_sound_in_a_browser() {
    let lexicon = Lexicon::shipped();
    let speech = read(SHIPPED.as_bytes(), &lexicon);
    is_sound("the shipped speech", &speech, Lang::Vi, Scheme::Light);
    is_sound("the shipped speech", &speech, Lang::En, Scheme::Dark);
    let mut hostile = read(HOSTILE.as_bytes(), &lexicon);
    hostile.meta.speaker = Some("</dd><script>window.hacked = 1</script>".to_owned());
    hostile.meta.url = Some("https://a.vn/\"><script>window.hacked=1</script>".to_owned());
    hostile.meta.language = "\" onload=\"window.hacked = 1".to_owned();
    is_sound("hostile words", &hostile, Lang::Vi, Scheme::Light);
    let nested = "Kế hoạch năm 2024 của tỉnh\n\n# Mục đích\n\nNhiệm vụ sau:\n\nI. MỘT VIỆC\n\n1. Rà soát:\n\na) văn bản;\n\n\
        b) hồ sơ gồm (1) đơn; (2) thư.\n\n2. Sửa đổi.\n\nII. HAI VIỆC\n\n1. Xây dựng.\n\n2. Ban hành.\n";
    is_sound("nested lists", &read(nested.as_bytes(), &lexicon), Lang::Vi, Scheme::Dark);
    is_sound("no words", &read(b"", &lexicon), Lang::Vi, Scheme::Light);
    for path in corpus() {
        let speech = open(&path, &lexicon).expect("a document opens").speech;
        if speech.outline.items.len() > MANY {
            is_sound(&path.display().to_string(), &speech, Lang::Vi, Scheme::Light);
        }
    }
}

const HOSTILE: &str = "</title><script>window.hacked = 1</script> bài nói <img src=x onerror=window.hacked=1>\n\n\
    Nhiệm vụ <b onclick=\"window.hacked=1\">sau</b> &amp; đây, &lt;script>:\n\n\
    1. <svg onload=window.hacked=1> rà soát --> ]]> <!-- hết.\n\n\
    2. Ba\" onfocus=\"window.hacked=1\" autofocus=\" một chữ rất dài \
    abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz.\n";
