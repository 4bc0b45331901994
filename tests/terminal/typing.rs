//! Keys as terminals, tmux and input methods send them.

use super::support::*;

#[test]
fn backspace_is_either_of_its_two_bytes() {
    let home = Home::new();
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("/thamx\x08").sees("Tìm: tham ").press("yz\x7f\x08");
    terminal.sees("Tìm: tham ").press("\x15nhie\x08êm\x08\x08ệm").sees("Tìm: nhiệm ");
}

#[test]
fn with_an_input_method_on_the_keys_pressed_count() {
    let home = Home::new();
    for backspace in ["\x7f", "\x08"] {
        for letter in ["í", "i\u{301}"] {
            let terminal = home.start("");
            terminal
                .sees("Phần mở đầu")
                .press("3t")
                .sees("Nhiệm vụ 3/8")
                .sees("Nhiệm vụ năm 2024 (8)");
            // `i`, then `s`, in one burst and in two.
            terminal.press("i").sees("Nhiệm vụ 4/8").press(format!("{backspace}{letter}"));
            terminal.sees_no("Nhiệm vụ năm 2024 (8)").sees("Nhiệm vụ 4/8");
            terminal.press(format!("i{backspace}{letter}")).sees("Nhiệm vụ năm 2024 (8)");
            terminal.sees("Nhiệm vụ 5/8");
            // A hand that presses Backspace and `i` again is not kept waiting for good.
            terminal
                .press("i")
                .sees("Nhiệm vụ 6/8")
                .press(format!("{backspace}i"))
                .sees("Nhiệm vụ 7/8");
        }
    }
}

#[test]
fn escape_and_the_next_key_arrive_in_one_burst() {
    let home = Home::new();
    let mut terminal = home.start("");
    terminal.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8").press("?").sees("Trợ giúp");
    terminal.press("\x1bi").sees_no("Trợ giúp").sees("Nhiệm vụ 4/8");
    terminal.press("/tham").sees("Tìm: tham").press("\x1b/phong").sees("Tìm: phong ");
    terminal.press("\x1bq");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn a_large_paste_of_many_lines_goes_into_every_line_and_a_note() {
    let home = Home::new();
    let mut terminal = home.start("");
    let pasted = "dòng chữ dán\r\n".repeat(15_000);
    terminal.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8");
    for (open, shown) in [("/", "Tìm:"), ("o", "Mục lục ("), ("l", "Thư viện ("), ("M", "Ghi chú:")]
    {
        terminal.press(open).sees(shown);
        terminal.press(format!("\x1b[200~{pasted}XONG\x1b[201~")).sees("XONG");
        terminal.leaves("XONG");
    }
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

/// Inside tmux its own command takes what is copied; a script stands in for it.
#[test]
fn inside_tmux_copying_goes_to_tmux() {
    let home = Home::new();
    home.write("bin/tmux", "#!/bin/sh\necho \"$@\" > lenh; cat > dem\n");
    let line = "chmod +x bin/tmux; export TMUX=/tmp/x,1,0 PATH=\"$PWD/bin:$PATH\"; dienvan";
    let terminal = Run::new(&home).shell(line).start();
    terminal.sees("Phần mở đầu").press("3ty").sees("Đã chép kèm nguồn vào tmux");
    assert!(home.read("dem").contains("Ba là: Nâng cao"), "{}", home.read("dem"));
    assert_eq!(home.read("lenh"), "load-buffer -w -\n");
    // Where tmux does not take it, the terminal gets it.
    home.write("bin/tmux", "#!/bin/sh\nexit 1\n");
    terminal.press("5ty").sees("Đã chép kèm nguồn").got(b"\x1b]52;c;");
}

/// A tmux that does not answer holds up no key, and is given up.
#[test]
fn a_tmux_that_hangs_keeps_nobody_waiting() {
    let home = Home::new();
    home.write("bin/tmux", "#!/bin/sh\nexec sleep 300\n");
    let line = "chmod +x bin/tmux; export TMUX=/tmp/x,1,0 PATH=\"$PWD/bin:$PATH\"; dienvan";
    let mut terminal = Run::new(&home).shell(line).start();
    terminal.sees("Phần mở đầu").press("3ty5t").sees("Nhiệm vụ 5/8");
    terminal.sees("Đã chép kèm nguồn").press("q");
    assert_eq!(terminal.ends(), 0);
}
