//! `dienvan list` from outside: a folder of texts in; the table, JSON and exit status out.

use crate::place::{Place, Run};
use serde_json::Value;
use std::fs::{self, File};
use std::path::PathBuf;
use std::time::SystemTime;
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

/// A library, and folders for all that the program keeps.
struct Library {
    place: Place,
}

/// The texts of the library; the name says where the title comes from.
const DAM: &str = "Kết luận hội nghị đê điều\n\nNgày 04/04/2022, đồng chí Lê Thị Ánh kết luận.\n\n\
     Đề nghị thực hiện các nhiệm vụ sau:\n\nMột là: Rà soát đê.\n\nHai là: Nạo vét kênh.\n\n\
     Ba là: Trồng tre.\n";
const ROAD: &str = "Ổn định đường sá\n\nĐường sá đã được sửa xong.\n";
const GRAIN: &str = "Đại hội thi đua lúa gạo\n\nLúa gạo năm nay được mùa.\n";

impl Library {
    fn new() -> Self {
        let library = Library { place: Place::new() };
        for (name, text) in [("đê.txt", DAM), ("đường.txt", ROAD), ("ở xã/lúa.md", GRAIN)]
        {
            library.write(&format!("bài/{name}"), text);
        }
        let companion = "speaker = \"Trần Văn Bình\"\ndate = \"2023-12-20\"\n";
        library.write("bài/đường.toml", companion);
        library.write(
            "kept/config/config.toml",
            &format!("[library]\nshipped = false\nfolders = [{:?}]\n", library.path("bài")),
        );
        library
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path(name)
    }

    fn write(&self, name: &str, text: &str) {
        self.place.write(name, text);
    }

    fn run(&self, args: &[&str]) -> Run {
        self.place.run(args)
    }

    /// Lists, and gives what JSON says.
    #[track_caller]
    fn json(&self, args: &[&str]) -> Vec<Value> {
        let run = self.run(&[&["list", "--json"], args].concat());
        let list: Value = serde_json::from_str(&run.out).expect("JSON");
        list.as_array().expect("a list").clone()
    }

    /// Asserts which speeches are listed, by the ends of their ids, and in which order.
    #[track_caller]
    fn lists(&self, args: &[&str], expected: &[&str]) {
        let list = self.json(args);
        let ids: Vec<&str> = list.iter().filter_map(|entry| entry["id"].as_str()).collect();
        assert_eq!(ids.len(), expected.len(), "{args:?}: {ids:?}");
        for (id, end) in ids.iter().zip(expected) {
            assert!(id.ends_with(end), "{args:?}: {ids:?}");
        }
    }

    fn places(&self) -> PathBuf {
        self.path("kept/state/positions.toml")
    }
}

#[test]
fn what_is_known_is_listed() {
    let library = Library::new();
    let fingerprint = format!("{:016x}", xxh3_64(DAM.as_bytes()));
    library.write(
        "kept/state/positions.toml",
        &format!(
            "version = 1\n\n[[positions]]\nspeech = \"bai-cu\"\nfingerprint = \"{fingerprint}\"\n\
             at = 40\npercent = 37\nwhen = 2024-05-01T10:00:00Z\n"
        ),
    );
    let list = library.json(&[]);
    let [dam, road, grain] = &list[..] else { panic!("{list:?}") };
    assert_eq!(dam["title"], "Kết luận hội nghị đê điều");
    assert_eq!(dam["speaker"], "Lê Thị Ánh");
    assert_eq!(dam["date"], "2022-04-04");
    assert_eq!(dam["kind"], "conclusion");
    assert_eq!((&dam["items"], &dam["tasks"]), (&3.into(), &3.into()));
    assert_eq!((&dam["progress"], &dam["read"]), (&37.into(), &"2024-05-01T10:00:00Z".into()));
    assert_eq!(dam["hash"], format!("{:032x}", xxh3_128(DAM.as_bytes())));
    assert_eq!(dam["path"], library.path("bài/đê.txt").to_string_lossy().as_ref());
    assert_eq!((&dam["format"], &grain["format"]), (&"text".into(), &"markdown".into()));
    assert_eq!(dam["archived"], false);
    assert_eq!((&road["progress"], &road["read"]), (&Value::Null, &Value::Null));
    let table = library.run(&["list", "--lang=vi"]).out;
    for part in ["TÊN BÀI", "NGƯỜI PHÁT BIỂU", "kết luận", "Lê Thị Ánh", "37 %", "2022-04-04"]
    {
        assert!(table.contains(part), "{part}: {table}");
    }
    let table = library.run(&["list", "--lang=en"]).out;
    assert!(table.contains("KIND") && table.contains("conclusion"), "{table}");
    assert!(library.places().exists(), "nothing else is touched");
}

#[test]
fn it_is_put_in_order_and_narrowed() {
    let library = Library::new();
    let (dam, road, grain) = ("de-dieu", "duong-sa", "lua-gao");
    library.lists(&[], &[dam, road, grain]);
    library.lists(&["--reverse"], &[grain, road, dam]);
    library.lists(&["--sort", "title"], &[grain, dam, road]);
    library.lists(&["--sort", "title", "--reverse"], &[road, dam, grain]);
    library.lists(&["--sort", "date"], &[road, dam, grain]);
    library.lists(&["--sort", "speaker"], &[dam, road, grain]);
    library.lists(&["--filter", "hoi nghi"], &[dam]);
    library.lists(&["--filter", "date:>=2023"], &[road]);
    library.lists(&["--filter", "format:md"], &[grain]);
    library.lists(&["--filter", "role:task"], &[dam]);
    library.lists(&["--filter", "-speaker:binh", "--sort", "title"], &[grain, dam]);
    library.lists(&["--filter", "không có"], &[]);
    let run = library.run(&["list", "--filter", "không có"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("“không có”"), "{}", run.err);
    let run = library.run(&["list", "--filter", "role:việc"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("“role:việc”"), "{}", run.err);
    assert_eq!(library.run(&["list", "--sort", "size"]).status, 2);
}

#[test]
fn what_was_put_away_is_listed_when_asked_for() {
    let library = Library::new();
    library.write("bài/đê.toml", "archived = true\n");
    library.lists(&[], &["duong-sa", "lua-gao"]);
    library.lists(&["--archived", "--filter", "đê"], &["de-dieu"]);
    assert_eq!(library.json(&["--archived"])[0]["archived"], true);
    library.write("bài/đường.toml", "archived = true\n");
    library.write("bài/ở xã/lúa.toml", "archived = true\n");
    let run = library.run(&["list", "--lang=vi"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("--archived"), "{}", run.err);
}

/// A file that is changed without its length and time telling so is taken for what it was: that is
/// how one sees that it was not read.
#[test]
fn files_are_read_once() {
    let library = Library::new();
    library.lists(&[], &["de-dieu", "duong-sa", "lua-gao"]);
    let path = library.path("bài/ở xã/lúa.md");
    let time = fs::metadata(&path).and_then(|file| file.modified()).expect("a time");
    library.write("bài/ở xã/lúa.md", &GRAIN.replace("lúa gạo", "lúa mạo"));
    let set = |time| {
        let file = File::options().append(true).open(&path).expect("opens");
        file.set_modified(time).expect("set");
    };
    set(time);
    library.lists(&["--sort", "title"], &["lua-gao", "de-dieu", "duong-sa"]);
    set(SystemTime::now());
    library.lists(&["--sort", "title"], &["lua-mao", "de-dieu", "duong-sa"]);
    // Without the cache all are read.
    fs::remove_dir_all(library.path("kept/cache")).expect("removed");
    library.lists(&["--sort", "title"], &["lua-mao", "de-dieu", "duong-sa"]);
}

#[test]
fn a_cache_that_cannot_be_written_is_done_without() {
    let library = Library::new();
    library.write("kept/cache", "không phải thư mục");
    let run = library.run(&["list"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(run.out.lines().count(), 4, "{}", run.out);
}

#[test]
fn corrections_count() {
    let library = Library::new();
    let items = || library.json(&["--filter", "đê"])[0]["items"].clone();
    assert_eq!(items(), 3);
    let file = library.path("bài/đê.txt");
    let file = file.to_string_lossy();
    let run = library.run(&["outline", "correct", &file, "--line", "11", "--drop"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(items(), 2);
    // It is found by its words in another version under another name.
    fs::remove_file(library.path("bài/đê.txt")).expect("removed");
    library.write("bài/mới.txt", &DAM.replace("Rà soát đê", "Rà soát các đê"));
    assert_eq!(items(), 2);
}

#[test]
fn what_does_not_open_is_told_each_time() {
    let library = Library::new();
    library.write("bài/ảnh.txt", "%PDF-1.4 khong phai van ban");
    for _ in 0..2 {
        let run = library.run(&["list"]);
        assert_eq!((run.status, run.out.lines().count()), (0, 4));
        assert!(run.err.contains("ảnh.txt"), "{}", run.err);
    }
    // A copy is listed once.
    library.write("bài/bản sao.txt", DAM);
    assert_eq!(library.json(&[]).len(), 3);
}

/// What the user says about the encoding holds for the list, too.
#[test]
fn an_encoding_that_is_named_counts() {
    let library = Library::new();
    let titles = |args: &[&str]| library.json(args)[0]["title"].clone();
    assert_eq!(titles(&[]), "Kết luận hội nghị đê điều");
    assert_ne!(titles(&["--encoding", "windows-1252"]), "Kết luận hội nghị đê điều");
    assert_eq!(titles(&[]), "Kết luận hội nghị đê điều");
}
