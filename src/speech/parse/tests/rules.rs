//! Rules of a user's over the shipped ones: what they change, and what is wrong with them.

use crate::speech::parse::{Lexicon, RuleFault, RuleFile, parse};

/// Returns the lexicon with a file of rules, and the problems: "key: fault @what is there".
fn extended(file: RuleFile, text: &str) -> (Lexicon, Vec<String>) {
    let (lexicon, problems) = Lexicon::extended(&[(file, text.to_owned())]);
    let tell = |problem: &crate::speech::parse::RuleProblem| {
        assert_eq!(problem.file, file);
        let fault = match &problem.fault {
            RuleFault::Unknown(known) => format!("Unknown of {}", known.len()),
            RuleFault::Syntax(_) => "Syntax".to_owned(),
            fault => format!("{fault:?}"),
        };
        format!("{}: {fault} @{}", problem.key, text[problem.span.clone()].trim())
    };
    (lexicon, problems.iter().map(tell).collect())
}

/// Returns the items of a text: addresses and markers.
fn items(text: &str, lexicon: &Lexicon) -> Vec<String> {
    let outline = parse(text, lexicon).outline;
    let tell = |index: usize| {
        let item = &outline.items[index];
        format!("{} {}", outline.address(index), item.marker.of(text))
    };
    (0..outline.items.len()).map(tell).collect()
}

#[test]
fn nothing_of_the_users_changes_nothing() {
    let (lexicon, problems) = Lexicon::extended(&[]);
    assert_eq!(problems, []);
    assert_eq!(format!("{lexicon:?}"), format!("{:?}", Lexicon::shipped()));
    for file in RuleFile::ALL {
        let (same, problems) = extended(file, "# nothing\n");
        assert_eq!(problems, [""; 0]);
        assert_eq!(format!("{same:?}"), format!("{:?}", Lexicon::shipped()));
        // The shipped files are rules of their own.
        let (same, problems) = extended(file, file.shipped());
        assert_eq!(problems, [""; 0], "{}", file.name());
        assert_eq!(format!("{same:?}"), format!("{:?}", Lexicon::shipped()));
    }
}

#[test]
fn words_are_added_and_taken_away() {
    let text = "Tôi nêu mấy việc sau:\n\nChặng 1 - chuẩn bị hồ sơ.\n\nChặng 2 - thi công.\n";
    assert_eq!(items(text, &Lexicon::shipped()), [""; 0]);
    let (lexicon, problems) = extended(RuleFile::Markers, "[named]\nwords = [\"Chặng\"]\n");
    assert_eq!(problems, [""; 0]);
    let found = items(text, &lexicon);
    assert_eq!(found.len(), 2, "{found:?}");

    let text = "Tôi nêu mấy nhiệm vụ sau:\n\nBước 1: lập hồ sơ.\n\nBước 2: thi công.\n";
    assert_eq!(items(text, &Lexicon::shipped()).len(), 2);
    let none = "[named]\nwords = [\"!bước\"]\nnone = [\"bước\"]\n";
    let (lexicon, problems) = extended(RuleFile::Markers, none);
    assert_eq!(problems, [""; 0]);
    assert_eq!(items(text, &lexicon), [""; 0]);
}

#[test]
fn numbers_have_more_words() {
    let text = "Nhiệm vụ sau:\n\nMột là, rà soát.\n\nHăm là, báo cáo.\n";
    let rules = "[spoken]\nnumbers = [\"\", \"hăm\", \"!ba|bà\"]\n";
    let (lexicon, problems) = extended(RuleFile::Markers, rules);
    assert_eq!(problems, [""; 0]);
    assert_eq!(items(text, &lexicon).len(), 2);
    let (_, problems) = extended(RuleFile::Markers, "[spoken]\nnumbers = [\"hai\", \"!tám\"]\n");
    assert_eq!(
        problems,
        ["spoken.numbers: OtherNumber(2) @\"hai\"", "spoken.numbers: Missing @\"!tám\""]
    );
}

#[test]
fn a_word_goes_from_one_role_to_another() {
    let text = "Các kết quả sau:\n\nMột là, rà soát.\n\nHai là, báo cáo.\n";
    assert!(items(text, &Lexicon::shipped())[0].starts_with("kq.1"));
    let taken = "[lesson]\nwords = [\"kết quả\"]\n[result]\nwords = [\"!kết quả\"]\n";
    let (lexicon, problems) = extended(RuleFile::Roles, taken);
    assert_eq!(problems, [""; 0]);
    assert!(items(text, &lexicon)[0].starts_with("bh.1"));
    let (lexicon, problems) = extended(RuleFile::Roles, "[lesson]\nwords = [\"Kết quả\"]\n");
    assert_eq!(problems, ["lesson.words: OtherRole(\"result\") @\"Kết quả\""]);
    assert!(items(text, &lexicon)[0].starts_with("kq.1"), "the shipped rule holds");
}

#[test]
fn what_is_wrong_is_told_and_the_rest_holds() {
    for (file, text, expected) in [
        (RuleFile::Markers, "[named]\nwords = [", vec![": Syntax @"]),
        (RuleFile::Markers, "[nmaed]\nwords = []", vec!["nmaed: Unknown of 14 @nmaed"]),
        (RuleFile::Markers, "named = 1", vec!["named: NotTable @named"]),
        (RuleFile::Markers, "[named]\nword = []", vec!["named.word: Unknown of 2 @word"]),
        (RuleFile::Markers, "[named]\nwords = 3", vec!["named.words: NotList @3"]),
        (RuleFile::Markers, "[named]\nwords = [3]", vec!["named.words: NotText @3"]),
        (RuleFile::Markers, "[named]\nwords = [\" \"]", vec!["named.words: Empty @\" \""]),
        (RuleFile::Markers, "[named]\nwords = [\"!xyz\"]", vec!["named.words: Missing @\"!xyz\""]),
        (RuleFile::Markers, "[bullet]\nsigns = [\"=>\"]", vec!["bullet.signs: NotSign @\"=>\""]),
        (
            RuleFile::Markers,
            "[letter]\norder = \"abca\"",
            vec!["letter.order: Twice('a') @\"abca\""],
        ),
        (RuleFile::Markers, "[letter]\norder = 5", vec!["letter.order: NotText @5"]),
        (RuleFile::Markers, "[law]\nranks = [\"a\"]", vec!["law.ranks: NotLists @\"a\""]),
        (
            RuleFile::Markers,
            "[law]\nranks = [[],[],[],[],[],[\"x\"]]",
            vec!["law.ranks: NoPlace(5) @[\"x\"]"],
        ),
        (RuleFile::Roles, "[tsak]\nwords = []", vec!["tsak: Unknown of 21 @tsak"]),
    ] {
        let (lexicon, problems) = extended(file, text);
        assert_eq!(problems, expected, "{text}");
        assert_eq!(format!("{lexicon:?}"), format!("{:?}", Lexicon::shipped()), "{text}");
    }
    let mixed = "[named]\nwords = [\"\", \"chặng\"]\n[nothing]\n[letter]\norder = \"aa\"\n";
    let (lexicon, problems) = extended(RuleFile::Markers, mixed);
    assert_eq!(problems.len(), 3, "{problems:?}");
    let text = "Mấy việc sau:\n\nChặng 1 - chuẩn bị hồ sơ.\n\nChặng 2 - thi công.\n";
    assert_eq!(items(text, &lexicon).len(), 2);
}
