//! What the system and other readers say went wrong, in English, → the same in plain words of the reader's language.
//!
//! It knows phrases, not the types that they come from: threads and files hand on text.

use super::messages::{Arg, Messages};
use std::io;

/// The table `data/lexicon/reasons.toml`.
const TABLE: &[(&str, &str, &[&str])] = include!(concat!(env!("OUT_DIR"), "/reasons.rs"));

impl Messages {
    /// Says in plain words of the reader's language what was said in technical English; what nobody knows is quoted.
    pub(super) fn reason(&self, said: &str) -> String {
        if !is_english(said) {
            return said.to_owned();
        }
        let said = said.trim_end_matches('.');
        match id(said) {
            Some(id) => self.get(&format!("reason-{id}")),
            None => self.with("reason-other", &[("what", Arg::from(said))]),
        }
    }
}

/// Finds what a text says, by the number of the system in it or by the longest phrase.
fn id(said: &str) -> Option<&'static str> {
    let kind = system_error(said).map(|error| error.kind().to_string()).unwrap_or_default();
    let texts = [kind, said.to_lowercase()];
    texts.iter().find_map(|text| {
        let phrases = TABLE.iter().flat_map(|(_, id, phrases)| {
            phrases.iter().map(move |phrase| (phrase.len(), *id)).zip(*phrases)
        });
        let standing = phrases.filter(|(_, phrase)| text.contains(*phrase));
        standing.map(|(found, _)| found).max_by_key(|(length, _)| *length).map(|(_, id)| id)
    })
}

/// Reads the number that the standard library writes behind what the system says: "(os error 2)".
fn system_error(said: &str) -> Option<io::Error> {
    let (_, rest) = said.rsplit_once("(os error ")?;
    let number = rest.split(')').next()?.parse().ok()?;
    Some(io::Error::from_raw_os_error(number))
}

/// Tells whether a text has no letter that Vietnamese alone has; what the program says itself is in its language already.
fn is_english(said: &str) -> bool {
    said.is_ascii() || said.chars().all(|c| c.is_ascii() || !c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    //! What systems and readers say, and what is told instead.

    use super::*;
    use crate::i18n::Lang;

    #[track_caller]
    fn check(said: &str, vietnamese: &str) {
        assert_eq!(Messages::new(Lang::Vi).reason(said), vietnamese, "{said}");
        let english = Messages::new(Lang::En).reason(said);
        assert_eq!(
            english.contains("os error"),
            vietnamese.starts_with("lỗi chưa rõ"),
            "{english}"
        );
    }

    #[test]
    fn errors_of_the_system_are_told_in_plain_words() {
        for (kind, told) in [
            (io::ErrorKind::NotFound, "không có tệp hay thư mục này"),
            (io::ErrorKind::PermissionDenied, "không có quyền truy cập"),
            (io::ErrorKind::ReadOnlyFilesystem, "ổ đĩa chỉ cho đọc"),
            (io::ErrorKind::StorageFull, "ổ đĩa đã đầy"),
            (io::ErrorKind::QuotaExceeded, "đã hết dung lượng được cấp"),
            (io::ErrorKind::AlreadyExists, "đã có tệp hay thư mục cùng tên"),
            (io::ErrorKind::IsADirectory, "đây là thư mục, không phải tệp"),
            (io::ErrorKind::NotADirectory, "một phần của đường dẫn không phải thư mục"),
            (io::ErrorKind::DirectoryNotEmpty, "thư mục không trống"),
            (io::ErrorKind::FileTooLarge, "tệp quá lớn"),
            (io::ErrorKind::InvalidFilename, "tên tệp không hợp lệ hoặc quá dài"),
            (io::ErrorKind::ResourceBusy, "đang được một chương trình khác dùng"),
            (io::ErrorKind::CrossesDevices, "hai nơi thuộc hai ổ đĩa khác nhau"),
            (io::ErrorKind::TooManyLinks, "tệp có quá nhiều liên kết"),
            (io::ErrorKind::TimedOut, "chờ quá lâu không có trả lời"),
            (io::ErrorKind::NetworkUnreachable, "mất kết nối mạng tới nơi chứa tệp"),
            (io::ErrorKind::StaleNetworkFileHandle, "mất kết nối mạng tới nơi chứa tệp"),
            (io::ErrorKind::UnexpectedEof, "dữ liệu bị cụt"),
            (io::ErrorKind::OutOfMemory, "không đủ bộ nhớ"),
            (io::ErrorKind::Unsupported, "hệ thống hay ổ đĩa không hỗ trợ việc này"),
            (io::ErrorKind::InvalidInput, "hệ thống không nhận yêu cầu này"),
            (io::ErrorKind::InvalidData, "dữ liệu không đúng định dạng"),
            (io::ErrorKind::BrokenPipe, "chương trình nhận dữ liệu đã đóng"),
            (io::ErrorKind::Interrupted, "việc đang làm bị ngắt"),
        ] {
            check(&io::Error::from(kind).to_string(), told);
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn numbers_of_the_system_are_told_in_plain_words() {
        for (number, told) in [
            (1, "không có quyền truy cập"),
            (2, "không có tệp hay thư mục này"),
            (5, "thiết bị chứa tệp bị lỗi đọc hoặc ghi"),
            (13, "không có quyền truy cập"),
            (17, "đã có tệp hay thư mục cùng tên"),
            (24, "chương trình đang mở quá nhiều tệp"),
            (28, "ổ đĩa đã đầy"),
            (30, "ổ đĩa chỉ cho đọc"),
            (36, "tên tệp không hợp lệ hoặc quá dài"),
            (40, "liên kết trỏ vòng quanh"),
            (122, "đã hết dung lượng được cấp"),
        ] {
            check(&io::Error::from_raw_os_error(number).to_string(), told);
        }
        check("Level 2 halted (os error 51)", "lỗi chưa rõ: “Level 2 halted (os error 51)”");
    }

    #[test]
    fn what_readers_of_files_say_is_told_in_plain_words() {
        for (said, told) in [
            ("duplicate key", "một khóa được ghi hai lần"),
            ("key with no value, expected `=`", "thiếu dấu = hoặc thiếu giá trị sau khóa"),
            (
                "string values must be quoted, expected literal string",
                "chữ phải đặt trong dấu nháy kép",
            ),
            (
                "invalid basic string, expected `\"`",
                "chuỗi chữ thiếu dấu nháy kép đóng hoặc có ký tự không được phép",
            ),
            ("unclosed array, expected `]`", "danh sách thiếu dấu ngoặc vuông"),
            ("unclosed array table, expected `]`", "tên bảng thiếu dấu ngoặc vuông"),
            ("missing comma between array elements, expected `,`", "thiếu hoặc thừa dấu phẩy"),
            (
                "unexpected key or value, expected newline, `#`",
                "khóa không đúng: mỗi dòng chỉ một khóa, khóa có dấu phải đặt trong nháy kép",
            ),
            (
                "\"bookmarks\" is not a list of tables, [[bookmarks]]",
                "chỗ này phải là danh sách bảng, mở đầu bằng [[tên]]",
            ),
            ("not UTF-8", "tệp không phải UTF-8"),
            ("expected value at line 1 column 1", "không đúng cú pháp JSON"),
            ("invalid Zip archive: Could not find EOCD", "không đúng cấu trúc tệp nén"),
            ("Chương trình đã dừng", "Chương trình đã dừng"),
        ] {
            check(said, told);
        }
    }
}
