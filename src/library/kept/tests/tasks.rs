//! The file of states of tasks; what holds for every file of records is checked with bookmarks.

use super::*;
use crate::register::{KeptTask, TaskChange, TaskEdit, TaskState};
use crate::speech::SpeechMemory;

fn kept(task: &str) -> KeptTask {
    let Bookmark { speech, title, source, fingerprint, kin, anchor, created, .. } = bookmark(task);
    let start = task.bytes().map(usize::from).sum();
    let anchor = Anchor { range: TextRange::new(start, start + task.len()), ..anchor };
    KeptTask {
        id: String::new(),
        task: task.into(),
        speech: SpeechMemory { id: speech, title, source, fingerprint, kin },
        anchor,
        state: TaskState::Open,
        on: None,
        proof: None,
        note: None,
        due: Some("2025-06-30".into()),
        created,
    }
}

/// Applies changes to assignments named by a word, and tells the file: the task, its state, day, deadline, proof, note.
fn check(store: &mut KeptTasks, changes: &[(&KeptTask, TaskEdit)], wanted: &str) -> Vec<KeptTask> {
    let change =
        |(of, edit): &(&KeptTask, TaskEdit)| TaskChange { of: (*of).clone(), edit: edit.clone() };
    let changes: Vec<TaskChange> = changes.iter().map(change).collect();
    let applied = store.apply(&changes).expect("applied");
    assert_eq!(applied.notices, []);
    let told = |task: &KeptTask| {
        let KeptTask { task, state, on, proof, note, due, .. } = task;
        let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".into());
        let on = or(&on.map(|day| day.to_string()));
        format!(
            "{task} {} {on} {} {} {}",
            state.name(),
            or(due),
            or(proof),
            or(note).replace('\n', "/")
        )
    };
    let lines: Vec<String> = applied.tasks.iter().map(told).collect();
    let wanted: Vec<&str> = wanted.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, wanted);
    assert_eq!(store.load().expect("loads"), applied);
    applied.tasks
}

#[test]
fn what_is_said_of_tasks_comes_back() {
    let folder = folder();
    let mut store = KeptTasks::new(folder.path());
    let mut other = KeptTasks::new(folder.path());
    let (a, b) = (kept("a"), kept("b"));
    let day = Date::new(2025, 11, 20);
    let text = |text: &str| Some(text.to_owned());
    check(&mut store, &[], "");
    check(
        &mut store,
        &[(&a, TaskEdit::SetState(TaskState::Done, day)), (&b, TaskEdit::SetNote(text("gấp")))],
        "a done 2025-11-20 2025-06-30 - -
         b open - 2025-06-30 - gấp",
    );
    // Another program that has seen nothing of that says more of the same assignment.
    let all = check(
        &mut other,
        &[(&a, TaskEdit::SetProof(text(" BC 45/BC-BNC\n")))],
        "a done 2025-11-20 2025-06-30 BC 45/BC-BNC -
         b open - 2025-06-30 - gấp",
    );
    // The text tells another deadline now, and words of the assignment are others: a new state is of these.
    let moved = KeptTask { task: "a2".into(), due: text("2025-12-31"), ..all[0].clone() };
    check(
        &mut store,
        &[
            (&moved, TaskEdit::SetNote(text("đã gửi\nlần hai"))),
            (&b, TaskEdit::SetNote(text(" \n"))),
        ],
        "a done 2025-11-20 2025-06-30 BC 45/BC-BNC đã gửi/lần hai
         b open - 2025-06-30 - -",
    );
    check(
        &mut other,
        &[(&moved, TaskEdit::SetState(TaskState::Doing, None))],
        "a2 doing - 2025-12-31 BC 45/BC-BNC đã gửi/lần hai
         b open - 2025-06-30 - -",
    );
}

#[test]
fn the_file_can_be_written_by_hand_and_keeps_what_the_user_wrote() {
    let folder = folder();
    let path = folder.path().join("tasks.toml");
    let by_hand = "# của tôi\n[[tasks]]\nspeech = \"a\"\nstate = \"done\" # chắc chưa\non = 2025-11-20\n\
                   quote = \"b\"\n";
    fs::write(&path, by_hand).expect("written");
    let mut store = KeptTasks::new(folder.path());
    let loaded = store.load().expect("loads").tasks.remove(0);
    assert_eq!((loaded.state, loaded.on), (TaskState::Done, Date::new(2025, 11, 20)));
    let edit = TaskEdit::SetState(TaskState::Doing, Date::new(2025, 12, 1));
    store.apply(&[TaskChange { of: loaded, edit }]).expect("applied");
    let text = fs::read_to_string(&path).expect("the file");
    let beginning = "# của tôi\n[[tasks]]\nspeech = \"a\"\nstate = \"doing\" # chắc chưa\non = \"2025-12-01\"\n";
    assert!(text.starts_with(beginning), "{text}");
    // A new file explains itself.
    let folder = self::folder();
    let change = TaskChange { of: kept("a"), edit: TaskEdit::SetProof(Some("BC 1".into())) };
    KeptTasks::new(folder.path()).apply(&[change]).expect("applied");
    let text = fs::read_to_string(folder.path().join("tasks.toml")).expect("the file");
    let (header, entry) = text.split_once("version = 1\n").expect("a version");
    assert!(header.lines().all(|line| line.starts_with('#')), "{header}");
    let keys: Vec<&str> =
        entry.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect();
    let wanted = "id speech title speaker date source created task state due proof quote before after start end item \
                  label copies alike fingerprint sketch";
    assert_eq!(keys.join(" "), wanted);
    for key in keys {
        assert!(header.contains(key), "{key} is not explained");
    }
}

#[test]
fn what_cannot_be_used_is_told_and_kept() {
    for (entry, notice) in [
        ("quote = \"b\"", "EntryLacks 1 speech"),
        ("speech = \"a\"", "EntryLacks 1 quote"),
        ("speech = \"a\"\nquote = \"b\"\nstate = \"xong\"", "EntryWrong 1 state"),
    ] {
        let folder = folder();
        let path = folder.path().join("tasks.toml");
        let text = format!("[[tasks]]\n{entry}\n");
        fs::write(&path, &text).expect("written");
        let mut store = KeptTasks::new(folder.path());
        let told = |notice: &FileNotice| match notice {
            FileNotice::EntryLacks { line, key, .. } => format!("EntryLacks {line} {key}"),
            FileNotice::EntryWrong { line, key, .. } => format!("EntryWrong {line} {key}"),
            other => format!("{other:?}"),
        };
        let loaded = store.load().expect("loads");
        assert_eq!(loaded.notices.iter().map(told).collect::<Vec<_>>(), [notice]);
        let change = TaskChange { of: kept("a"), edit: TaskEdit::SetNote(Some("x".into())) };
        assert_eq!(store.apply(&[change]).expect("applied").tasks.len(), 1);
        assert!(fs::read_to_string(&path).expect("the file").starts_with(&text), "{entry}");
    }
}

#[test]
fn two_programs_at_once_lose_no_state() {
    let folder = folder();
    std::thread::scope(|scope| {
        for name in ["a", "b"] {
            let mut store = KeptTasks::new(folder.path());
            scope.spawn(move || {
                for number in 0..20 {
                    let of = kept(&format!("việc {number}"));
                    let edit = match name {
                        "a" => TaskEdit::SetState(TaskState::Done, None),
                        _ => TaskEdit::SetNote(Some(format!("ghi chú {number}"))),
                    };
                    store.apply(&[TaskChange { of, edit }]).expect("applied");
                }
            });
        }
    });
    let all = KeptTasks::new(folder.path()).load().expect("loads").tasks;
    assert_eq!(all.len(), 20, "both speak of the same assignments");
    assert!(all.iter().all(|task| task.state == TaskState::Done && task.note.is_some()));
}

#[test]
fn the_example_of_the_documentation_holds() {
    let page = include_str!("../../../../docs/dev/register-state.md");
    let (_, rest) = page.split_once("```toml\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("its end");
    let folder = folder();
    fs::write(folder.path().join("tasks.toml"), example).expect("written");
    let loaded = KeptTasks::new(folder.path()).load().expect("loads");
    let [only] = &loaded.tasks[..] else { panic!("one task: {loaded:?}") };
    assert_eq!((only.anchor.range.len(), &loaded.notices[..]), (only.anchor.quote.len(), &[][..]));
    let again = super::super::record::TomlRecord::table(only, &only.id).to_string();
    assert!(example.ends_with(&again), "{again}");
}
