//! Whole screens, to be looked at when they change: `INSTA_UPDATE=always cargo test` takes them
//! over, and the difference shows in the commit.

use super::assigned::NOTICE;
use super::driver::*;
use crate::i18n::Lang;

/// Presses keys at every size and keeps what the screens look like.
fn keep(name: &str, setup: &Setup, keys: &str) {
    for lang in LANGS {
        let screens = SIZES.map(|size| {
            let mut reader = setup.clone().lang(lang).size(size).start();
            format!("{} × {}\n\n{}", size.0, size.1, reader.press(keys).screen())
        });
        let code = match lang {
            Lang::Vi => "vi",
            Lang::En => "en",
        };
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.set_snapshot_path("screens");
        settings.bind(|| insta::assert_snapshot!(format!("{name}-{code}"), screens.join("\n\n")));
    }
}

fn keep_seed(name: &str, keys: &str) {
    keep(name, &Setup::new(vec![shipped()]), keys);
}

#[test]
fn start() {
    let mut setup = Setup::new(vec![shipped()]);
    setup.first_run = true;
    keep("start", &setup, "");
}

#[test]
fn task() {
    keep_seed("task", "3t");
}

#[test]
fn search() {
    keep_seed("search", "/ phong space chong enter n");
}

#[test]
fn bookmarks() {
    keep_seed("bookmarks", "2t m 5t M Gấp enter a hc.1 enter m b");
}

#[test]
fn help() {
    keep_seed("help", "?");
}

#[test]
fn palette() {
    keep_seed("palette", ": bookmark");
}

#[test]
fn outline() {
    keep_seed("outline", "5t o");
}

#[test]
fn select() {
    keep_seed("select", "3t v j");
}

#[test]
fn note() {
    keep_seed("note", "3t M Hỏi space Sở");
}

#[test]
fn furniture() {
    keep_seed("furniture", "f");
}

#[test]
fn sidebar() {
    keep_seed("sidebar", "3t tab");
}

#[test]
fn empty() {
    keep("empty", &Setup::new(vec![speech("rong.txt", "")]), "");
}

#[test]
fn no_items() {
    keep("no-items", &Setup::new(vec![speech("thu.txt", PLAIN)]), "t");
}

#[test]
fn too_small() {
    for (lang, expected) in LANGS.into_iter().zip([
        "Cửa sổ quá nhỏ. Cần\nít nhất 24 cột và 5\ndòng; hãy nới rộng\ncửa sổ.\n\n",
        "The window is too\nsmall. It needs 24\ncolumns and 5 rows;\nmake it larger.\n\n",
    ]) {
        let reader = Setup::new(vec![shipped()]).lang(lang).size((20, 6)).start();
        assert_eq!(reader.screen(), expected);
    }
}

/// A plan with a table of tasks.
pub(super) const PLAN: &str = "\
KẾ HOẠCH

Việc của các thôn năm 2025

Xã giao cho các thôn những việc sau:

| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |
|---|---|---|---|---|
| I | Làm thủy lợi | | | |
| 1 | Vét mương Bến Gỗ, đắp lại bờ từ cống Đá đến đồng Trên, lát mái hai bên trước mùa mưa | Thôn Hạ | Thôn Trung, Hội Nông dân | 30/3/2025 |
| 2 | Sửa cống | Thôn Trung | | Tháng 4 |
| II | Làm đường | | | |
| 3 | Rải đá đường vào **đồng Trên** | Thôn Thượng | Đoàn thanh niên | Quý III |

Các thôn báo cáo xã mỗi tháng một lần.
";

#[test]
fn register() {
    let setup = Setup::new(vec![speech("lut-bao.txt", NOTICE)]);
    keep("register", &setup, "r j");
}

#[test]
fn register_by_office_with_a_cell_chosen() {
    let setup = Setup::new(vec![speech("lut-bao.txt", NOTICE)]);
    keep("register-office", &setup, "r tab right right");
}

#[test]
fn register_explained() {
    let setup = Setup::new(vec![speech("lut-bao.txt", NOTICE)]);
    keep("register-why", &setup, "r e");
}

#[test]
fn register_without_tasks() {
    let setup = Setup::new(vec![speech("thu.txt", PLAIN)]);
    keep("register-empty", &setup, "r");
}

#[test]
fn table() {
    let setup = Setup::new(vec![speech("viec-cac-thon", PLAN)]);
    keep("table", &setup, "/ bo space tu enter t");
}
