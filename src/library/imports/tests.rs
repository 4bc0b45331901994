//! What comes in, what becomes of it, and that nothing is lost.

use super::intake::{ImportMode, IncomingText, Intake, Outcome};
use super::{Better, Collection, RemovalError};
use crate::library::files::{self, Reading};
use crate::library::kept::Companion;
use crate::speech::parse::Lexicon;
use crate::speech::{Relation, Standing};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A speech of several sentences, so that its words can be told from others'.
const SPEECH: &str = "Kết luận hội nghị trồng cây năm 2024\n\nNgày 04/04/2024, đồng chí Nguyễn Văn An kết luận.\n\n\
    Thưa các đồng chí!\n\nHội nghị đã nghe báo cáo của các địa phương về việc trồng cây gây rừng trong năm qua.\n\n\
    Đề nghị thực hiện các nhiệm vụ sau:\n\nMột là: Rà soát đất trống ven sông và giao cho từng xã chăm sóc.\n\n\
    Hai là: Ươm đủ cây giống trước mùa mưa và chọn giống hợp với đất từng vùng.\n\n\
    Ba là: Kiểm tra rừng phòng hộ mỗi quý một lần, báo cáo kết quả cho tỉnh.\n";
/// Another speech, by others about something else.
const OTHER: &str = "Phát biểu khai mạc hội chợ sách\n\nNgày 05/05/2024, đồng chí Trần Thị Bình phát biểu.\n\n\
    Sách mở ra những chân trời mới cho bạn đọc ở mọi lứa tuổi, từ thành phố đến bản làng xa xôi.\n";

struct Shelf {
    folder: TempDir,
    lexicon: Lexicon,
}

impl Shelf {
    fn new() -> Self {
        Shelf { folder: TempDir::new().expect("a folder"), lexicon: Lexicon::shipped() }
    }

    fn collection(&self) -> Collection {
        Collection::new(self.folder.path())
    }

    /// Takes in bytes from a path, and tells what became of them in one line.
    fn take_as(&self, source: &str, bytes: &[u8], run: ImportMode) -> String {
        let mut intake =
            Intake::begin(&self.collection(), Reading::of(&self.lexicon), run).expect("a lock");
        let taken = intake.take(IncomingText {
            bytes: bytes.to_vec(),
            source: PathBuf::from(source),
            ..IncomingText::default()
        });
        intake.end().expect("kept");
        let taken = taken.expect("a text");
        let told = match taken.outcome {
            Outcome::New { alike: None } => "new".to_owned(),
            Outcome::New { alike: Some(id) } => format!("new, like {id}"),
            Outcome::Same => "same".to_owned(),
            Outcome::Form(Better::Before) => "form".to_owned(),
            Outcome::Form(Better::This) => "better form".to_owned(),
            Outcome::Updated(changes) => format!(
                "updated +{} -{} items +{:?} -{:?}",
                changes.added, changes.removed, changes.items_added, changes.items_removed
            ),
        };
        format!("{told}: {}", taken.id)
    }

    fn take(&self, source: &str, text: &str) -> String {
        self.take_as(source, text.as_bytes(), ImportMode::Real)
    }

    /// Lists the files with their contents, the hidden folders too, but for locks.
    fn files(&self) -> Vec<String> {
        let mut found = Vec::new();
        collect(self.collection().folder(), Path::new(""), &mut found);
        found.sort();
        found
    }
}

fn collect(folder: &Path, under: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = under.join(entry.file_name());
        match entry.path().is_dir() {
            true => collect(&entry.path(), &name, found),
            false if name.extension().is_some_and(|ending| ending == "lock") => {}
            false => found.push(name.to_string_lossy().into_owned()),
        }
    }
}

const ID: &str = "2024-04-04-ket-luan-hoi-nghi-trong-cay-nam-2024";

#[test]
fn what_comes_again_is_the_same_and_what_is_newer_takes_its_place() {
    let shelf = Shelf::new();
    assert_eq!(shelf.take("/a/bai.txt", SPEECH), format!("new: {ID}"));
    assert_eq!(shelf.take("/a/bai.txt", SPEECH), format!("same: {ID}"));
    assert_eq!(shelf.take("/khác/tên.txt", SPEECH), format!("same: {ID}"));
    assert_eq!(shelf.take("/a/sach.txt", OTHER), "new: 2024-05-05-phat-bieu-khai-mac-hoi-cho-sach");
    let newer = SPEECH.replace("mỗi quý một lần", "mỗi tháng một lần")
        + "\nBốn là: Tổng kết vào cuối năm.\n";
    assert_eq!(
        shelf.take("/a/bai.txt", &newer),
        format!(
            "updated +2 -1 items +[\"Kiểm tra rừng phòng hộ mỗi tháng một lần, báo cáo kết quả cho tỉnh\", \
             \"Tổng kết vào cuối năm\"] -[\"Kiểm tra rừng phòng hộ mỗi quý một lần, báo cáo kết quả cho tỉnh\"]: {ID}"
        )
    );
    // The older one is known still, and does not come back over the newer one.
    assert_eq!(shelf.take("/a/bai.txt", SPEECH), format!("same: {ID}"));
    let folder = shelf.collection().folder().to_owned();
    assert_eq!(fs::read_to_string(folder.join(format!("{ID}.txt"))).expect("kept"), newer);
    let older = folder.join(format!(".older/{ID}/1.txt"));
    assert_eq!(fs::read_to_string(older).expect("kept"), SPEECH);
}

#[test]
fn the_bytes_their_hash_their_source_and_the_time_are_kept() {
    let shelf = Shelf::new();
    let bytes = [&b"\xEF\xBB\xBF"[..], SPEECH.replace('\n', "\r\n").as_bytes()].concat();
    let now: jiff::Timestamp = "2026-11-25T10:20:30Z".parse().expect("a time");
    let mut intake =
        Intake::begin(&shelf.collection(), Reading::of(&shelf.lexicon), ImportMode::Real)
            .expect("a lock");
    let taken = intake
        .take(IncomingText {
            bytes: bytes.clone(),
            source: PathBuf::from("/nhà/bài \"một\".txt"),
            now,
            ..IncomingText::default()
        })
        .expect("a text");
    intake.end().expect("kept");
    assert_eq!(fs::read(&taken.stored).expect("kept"), bytes);
    let companion = Companion::read(&taken.stored).expect("a companion");
    let provenance = companion.provenance().expect("of an import");
    let original = provenance.original;
    // As `sha256sum` gives it.
    assert_eq!(original.hash, taken.hash);
    assert_eq!(original.hash.len(), 64);
    assert_eq!(original.length, bytes.len() as u64);
    assert_eq!(original.source, "/nhà/bài \"một\".txt");
    assert_eq!(original.imported, now);
    assert_eq!(original.relation, Relation::Current);
    let opened = files::open(&taken.stored, &shelf.lexicon).expect("a speech");
    assert_eq!(opened.speech.id, taken.id);
    assert_eq!(opened.notices, []);
}

#[test]
fn the_hash_is_that_of_every_other_program() {
    // FIPS 180-4's example.
    assert_eq!(
        super::ledger::hash_of(b"abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn another_form_of_the_same_words_is_kept_beside_the_first() {
    let shelf = Shelf::new();
    shelf.take("/a/bai.txt", SPEECH);
    let bytes: Vec<u8> = SPEECH.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let bytes = [&[0xFE, 0xFF][..], &bytes].concat();
    assert_eq!(shelf.take_as("/a/bai.utf16.txt", &bytes, ImportMode::Real), format!("form: {ID}"));
    assert_eq!(shelf.take_as("/a/bai.utf16.txt", &bytes, ImportMode::Real), format!("same: {ID}"));
    let kept = shelf.collection().folder().join(format!(".older/{ID}/1.txt"));
    assert_eq!(fs::read(kept).expect("kept"), bytes);
    let text = shelf.collection().folder().join(format!("{ID}.txt"));
    assert_eq!(fs::read_to_string(text).expect("kept"), SPEECH);
}

#[test]
fn a_speech_much_like_another_is_new_unless_more_than_words_agrees() {
    let shelf = Shelf::new();
    shelf.take("/a/bai.txt", SPEECH);
    let like = SPEECH
        .replace("Kết luận hội nghị trồng cây năm 2024", "Kết luận hội nghị giữ rừng năm 2024")
        .replace("Ngày 04/04/2024, đồng chí Nguyễn Văn An kết luận.\n\n", "");
    let id = "ket-luan-hoi-nghi-giu-rung-nam-2024";
    assert_eq!(shelf.take("/b/khac.txt", &like), format!("new, like {ID}: {id}"));
    // Without a word in common, even the same file has another speech.
    assert_eq!(shelf.take("/a/bai.txt", OTHER), "new: 2024-05-05-phat-bieu-khai-mac-hoi-cho-sach");
}

#[test]
fn names_are_never_given_twice() {
    let shelf = Shelf::new();
    let text = |words: &str| format!("Kết luận\n\nNgày 01/02/2024.\n\n{words}\n");
    assert_eq!(
        shelf.take("/a.txt", &text("Sông dài, núi cao, biển rộng.")),
        "new: 2024-02-01-ket-luan"
    );
    assert_eq!(
        shelf.take("/b.txt", &text("Mưa thuận gió hòa, mùa màng tốt tươi.")),
        "new: 2024-02-01-ket-luan-2"
    );
    assert_eq!(
        shelf.take("/c.txt", &text("Học, học nữa, học mãi cho thành người.")),
        "new: 2024-02-01-ket-luan-3"
    );
}

#[test]
fn a_trial_writes_nothing_and_tells_the_same() {
    let shelf = Shelf::new();
    assert_eq!(
        shelf.take_as("/a/bai.txt", SPEECH.as_bytes(), ImportMode::Trial),
        format!("new: {ID}")
    );
    assert_eq!(shelf.files(), Vec::<String>::new());
    shelf.take("/a/bai.txt", SPEECH);
    let before = shelf.files();
    let newer = SPEECH.replace("mỗi quý", "mỗi tháng");
    assert!(
        shelf
            .take_as("/a/bai.txt", newer.as_bytes(), ImportMode::Trial)
            .starts_with("updated +1 -1")
    );
    assert_eq!(shelf.files(), before);
}

#[test]
fn what_the_user_wrote_stays_through_a_newer_version() {
    let shelf = Shelf::new();
    shelf.take("/a/bai.txt", SPEECH);
    let text = shelf.collection().folder().join(format!("{ID}.txt"));
    Companion::amend(&text, |companion| {
        companion.set("title", "Trồng cây");
        companion.set("kind", "closing");
        companion.set_standing(Standing::Archived);
    })
    .expect("changed");
    let companion = text.with_extension("toml");
    let with_remark = format!("# của tôi\n{}", fs::read_to_string(&companion).expect("there"));
    fs::write(&companion, with_remark).expect("written");
    shelf.take("/a/bai.txt", &SPEECH.replace("mỗi quý", "mỗi tháng"));
    assert!(fs::read_to_string(&companion).expect("there").starts_with("# của tôi\n"));
    let opened = files::open(&text, &shelf.lexicon).expect("a speech");
    assert_eq!(opened.notices, []);
    assert_eq!(opened.speech.meta.title, "Trồng cây");
    assert_eq!(opened.speech.meta.standing, Standing::Archived);
    // What was taken away speaks for itself again.
    Companion::amend(&text, |companion| {
        companion.set("title", "");
        companion.set_standing(Standing::Shelved);
    })
    .expect("changed");
    let opened = files::open(&text, &shelf.lexicon).expect("a speech");
    assert_eq!(opened.speech.meta.title, "Kết luận hội nghị trồng cây năm 2024");
    assert_eq!(opened.speech.meta.standing, Standing::Shelved);
}

#[test]
fn a_companion_that_makes_no_sense_is_set_aside() {
    let shelf = Shelf::new();
    shelf.take("/a/bai.txt", SPEECH);
    let text = shelf.collection().folder().join(format!("{ID}.txt"));
    fs::write(text.with_extension("toml"), "title = ").expect("written");
    let notices = Companion::amend(&text, |companion| companion.set("title", "Trồng cây"));
    assert_eq!(notices.expect("changed").len(), 1);
    let aside = shelf.collection().folder().join(format!("{ID}.broken-1.toml"));
    assert_eq!(fs::read_to_string(aside).expect("kept"), "title = ");
}

#[test]
fn an_update_that_was_cut_off_is_finished_by_the_next() {
    let shelf = Shelf::new();
    shelf.take("/a/bai.txt", SPEECH);
    let folder = shelf.collection().folder().to_owned();
    // Killed after the newer text was put in its place, before that was written down.
    let newer = SPEECH.replace("mỗi quý", "mỗi tháng");
    fs::create_dir_all(folder.join(format!(".older/{ID}"))).expect("made");
    fs::hard_link(folder.join(format!("{ID}.txt")), folder.join(format!(".older/{ID}/1.txt")))
        .expect("linked");
    fs::remove_file(folder.join(format!("{ID}.txt"))).expect("removed");
    fs::write(folder.join(format!("{ID}.txt")), &newer).expect("written");
    assert!(shelf.take("/a/bai.txt", &newer).starts_with("updated"));
    assert_eq!(fs::read_to_string(folder.join(format!("{ID}.txt"))).expect("kept"), newer);
    assert_eq!(
        fs::read_to_string(folder.join(format!(".older/{ID}/1.txt"))).expect("kept"),
        SPEECH
    );
    assert_eq!(shelf.take("/a/bai.txt", SPEECH), format!("same: {ID}"));
    // Killed between a companion and its text: it is as if nothing had come.
    let orphan = folder.join("2024-05-05-phat-bieu-khai-mac-hoi-cho-sach.toml");
    fs::write(orphan, "id = \"x\"\n").expect("written");
    assert_eq!(shelf.take("/a/sach.txt", OTHER), "new: 2024-05-05-phat-bieu-khai-mac-hoi-cho-sach");
}

#[test]
fn what_is_deleted_can_be_brought_back_with_all_its_versions() {
    let shelf = Shelf::new();
    shelf.take("/a/bai.txt", SPEECH);
    shelf.take("/a/bai.txt", &SPEECH.replace("mỗi quý", "mỗi tháng"));
    let before = shelf.files();
    let text = shelf.collection().folder().join(format!("{ID}.txt"));
    let deleted = shelf.collection().delete(&text).expect("deleted");
    assert!(shelf.files().iter().all(|name| name.starts_with(".deleted/")), "{:?}", shelf.files());
    // Deleted, it is not there: the same file is new.
    assert_eq!(shelf.take("/a/bai.txt", SPEECH), format!("new: {ID}"));
    let again = shelf.collection().restore(&deleted);
    assert!(matches!(again, Err(RemovalError::Taken(_))), "{again:?}");
    let second = shelf.collection().delete(&text).expect("deleted");
    assert_eq!(shelf.collection().deleted_speeches().len(), 2);
    assert_eq!(shelf.collection().restore(&deleted).expect("back"), text);
    let there: Vec<String> =
        shelf.files().into_iter().filter(|name| !name.starts_with(".deleted/")).collect();
    assert_eq!(there, before);
    assert_eq!(shelf.collection().deleted_speeches(), [second]);
}

#[test]
fn only_what_was_imported_is_deleted() {
    let shelf = Shelf::new();
    let own = shelf.folder.path().join("bai.txt");
    fs::write(&own, SPEECH).expect("written");
    let result = shelf.collection().delete(&own);
    assert!(matches!(result, Err(RemovalError::NotImported(_))), "{result:?}");
    assert!(own.exists());
}

#[test]
fn two_at_once_lose_nothing() {
    let shelf = Shelf::new();
    let texts: Vec<String> = (0..40)
        .map(|number| {
            format!(
                "Bài số {number}\n\nNgày {:02}/01/2024.\n\nNội dung riêng của bài thứ {number}.\n",
                number % 28 + 1
            )
        })
        .collect();
    std::thread::scope(|scope| {
        for half in texts.chunks(20) {
            scope.spawn(|| {
                for (at, text) in half.iter().enumerate() {
                    shelf.take(&format!("/{at}.txt"), text);
                }
            });
        }
    });
    for text in &texts {
        assert!(shelf.take("/khác.txt", text).starts_with("same: "), "{text}");
    }
}

/// Writes the minutes of a week.
fn minutes(day: &str, work: &str) -> String {
    format!(
        "Kết luận giao ban tuần\n\nNgày {day}, đồng chí Trần Văn Mẫu kết luận.\n\n\
         Đề nghị thực hiện các nhiệm vụ sau:\n\nMột là: {work} đúng lịch.\n\nHai là: Báo cáo hằng ngày.\n"
    )
}

#[test]
fn papers_of_one_kind_are_papers_of_their_own() {
    let form = |name: &str, born: &str, village: &str| {
        format!(
            "ĐƠN XIN XÁC NHẬN\n\nKính gửi Ủy ban nhân dân xã.\n\nTôi tên là {name}.\n\nSinh ngày {born}.\n\n\
             Hiện ở thôn {village}.\n\nTôi làm đơn này xin xác nhận nơi cư trú để bổ sung hồ sơ vay vốn ngân hàng.\n\n\
             Tôi xin chịu trách nhiệm về lời khai trên. Xin cảm ơn Ủy ban đã xem xét đơn của tôi.\n"
        )
    };
    let merged = |number: u32, day: &str| {
        format!(
            "VĂN BẢN HỢP NHẤT\n\nThông tư hướng dẫn chi tiết số {number}\n\nSố: {number}/VBHN\n\nCăn cứ luật.\n\n\
             Điều 1. Phạm vi của thông tư {number} từ ngày {day}.\n\nĐiều 2. Thông tư này có hiệu lực từ ngày ký.\n"
        )
    };
    for (name, one, other) in [
        ("minutes", minutes("04/04/2022", "Gieo mạ"), minutes("11/04/2022", "Cấy lúa")),
        (
            "forms",
            form("Lê Văn Mẫu", "01/02/1980", "Đông"),
            form("Trần Thị Thí", "03/04/1991", "Tây"),
        ),
        ("numbers", merged(467, "01/02/2024"), merged(469, "03/04/2024")),
    ] {
        for source in ["/b/bai.txt", "/a/bai.txt"] {
            let shelf = Shelf::new();
            let id = |told: &str| told.rsplit(' ').next().unwrap_or_default().to_owned();
            let first = shelf.take("/a/bai.txt", &one);
            assert!(first.starts_with("new: "), "{name}");
            let second = shelf.take(source, &other);
            // A form that is saved over the last one may be a correction of it.
            if (name, source) != ("forms", "/a/bai.txt") {
                let is_new = second.starts_with("new") && id(&second) != id(&first);
                assert!(is_new, "{name} {source}: {second}");
            }
            assert!(shelf.take("/c/bai.txt", &one).starts_with("same: "), "{name}");
        }
    }
}

#[test]
fn a_corrected_text_is_a_newer_version_wherever_it_comes_from() {
    for source in ["/a/bai.txt", "/moi/bai-2.txt"] {
        let shelf = Shelf::new();
        shelf.take("/a/bai.txt", SPEECH);
        let newer = SPEECH.replace("mỗi quý một lần", "mỗi tháng một lần");
        assert!(shelf.take(source, &newer).starts_with("updated +1 -1"), "{source}");
    }
}

#[test]
fn the_better_form_is_read_whatever_came_first() {
    let broken = SPEECH
        .replace(" và giao", "\n\nvà giao")
        .replace(" và chọn", "\n\nvà chọn")
        .replace(" về việc", "\n\nvề việc");
    let short = &SPEECH[..SPEECH.find("Ba là").expect("there")];
    for (name, worse) in [("broken", broken.as_str()), ("short", short)] {
        let shelf = Shelf::new();
        assert_eq!(shelf.take("/a/bai.txt", SPEECH), format!("new: {ID}"), "{name}");
        assert_eq!(shelf.take("/b/xau.txt", worse), format!("form: {ID}"), "{name}");
        let text = shelf.collection().folder().join(format!("{ID}.txt"));
        assert_eq!(fs::read_to_string(&text).expect("kept"), SPEECH, "{name}");
        let shelf = Shelf::new();
        assert_eq!(shelf.take("/b/xau.txt", worse), format!("new: {ID}"), "{name}");
        assert_eq!(shelf.take("/a/bai.txt", SPEECH), format!("better form: {ID}"), "{name}");
        let text = shelf.collection().folder().join(format!("{ID}.txt"));
        assert_eq!(fs::read_to_string(&text).expect("kept"), SPEECH, "{name}");
        let older = shelf.collection().folder().join(format!(".older/{ID}/1.txt"));
        assert_eq!(fs::read_to_string(older).expect("kept"), worse, "{name}");
        let provenance = Companion::read(&text).expect("read").provenance().expect("of an import");
        assert_eq!(provenance.others[0].relation, Relation::Form, "{name}");
        assert_eq!(shelf.take("/b/xau.txt", worse), format!("same: {ID}"), "{name}");
    }
}
