# Tệp cấu hình và bộ màu: lỗi trong đó, và lời giải thích từng mục.
# Mã của lời giải thích là `option-` cùng tên mục, viết với dấu gạch nối.

config-warning = cảnh báo
config-help = gợi ý

config-write = Hãy ghi { $accepted }.
config-nearest = Có phải “{ $name }” không?

config-syntax = Từ chỗ này tệp không còn đúng cú pháp TOML, nên mọi mục giữ mặc định
config-syntax-hint = Hãy kiểm tra dấu nháy kép, dấu bằng và dấu ngoặc ở đây và ở dòng trước.
config-duplicate = “{ $found }” được ghi hai lần, nên mọi mục giữ mặc định
config-duplicate-hint = Hãy xóa một trong hai.
config-unknown-option = Không có mục “{ $key }”
config-unknown-option-hint = Lệnh “dienvan config example” liệt kê mọi mục.
config-not-table = “{ $key }” phải là một bảng
config-not-table-hint = Hãy ghi [{ $key }] trên một dòng riêng, rồi các mục của bảng ở dưới.
config-value = “{ $key }” không nhận { $found }
config-key = “{ $part }” trong “{ $key }” không phải là phím
config-key-hint = Hãy ghi phím như j, G, ctrl-d, alt-left, shift-f3, space hoặc pgdn; các phím bấm lần lượt cách nhau một dấu cách.
config-action = “{ $key }” không nhận { $found }: không có lệnh đó
config-action-hint = Hãy ghi tên một lệnh, như "next-task", hoặc "none" để bỏ phím; “dienvan config example” liệt kê mọi lệnh.
config-conflict = “{ $key }” và phím “{ $other }” loại trừ nhau: phím này mở đầu phím kia
config-conflict-hint = Hãy xóa một trong hai.
config-face = Bộ màu không có phần “{ $key }”
config-face-hint = Các bộ màu có sẵn ghi tên mọi phần.
config-base = Không có bộ màu sẵn có nào tên { $found }
config-style = “{ $key }” không nhận “{ $word }”
config-style-hint = Hãy ghi trong nháy kép bold, dim, italic, underline, reverse hoặc strike, một màu (tên như bright-red, #rrggbb, hoặc 0 đến 255), và “on” cùng màu nền.
config-no-theme = Không có bộ màu “{ $name }”

config-from-default = mặc định
config-from-file = tệp cấu hình
config-from-reader = chọn trong trình đọc
config-from-command-line = dòng lệnh

config-accepts-switch = true hoặc false
config-accepts-whole = một số nguyên từ { $least } đến { $most }
config-accepts-choice = một trong { $list }
config-accepts-theme = { $list } hoặc tên một bộ màu trong thư mục themes
config-accepts-folders = danh sách thư mục, như ["~/bai-phat-bieu"]
config-accepts-citation = một đoạn chữ trong nháy kép, mỗi cặp ngoặc nhọn có một trong { $list }
config-accepts-names = danh sách tên, như ["Sở Tài chính", "Phòng Kinh tế"]
config-accepts-name-table = bảng tên, mỗi tên một danh sách, như "Bộ Tài chính" = ["BTC"]

option-language = Ngôn ngữ của thông báo: "vi", "en", hoặc "auto" để theo hệ thống.
option-theme = Bộ màu: "dark" (tối), "light" (sáng), "high-contrast" (tương phản cao), "none" (không màu), tên một tệp trong thư mục themes bỏ .toml, hoặc "auto" để theo nền của terminal.
option-theme-dark = Bộ màu mà "auto" chọn trên nền tối.
option-theme-light = Bộ màu mà "auto" chọn trên nền sáng.
option-reader-measure = Bề rộng tối đa của phần chữ, tính bằng cột.
option-reader-center = Phần chữ có nằm giữa khi cửa sổ rộng hơn không.
option-reader-paragraph-gap = Số dòng trống giữa hai đoạn.
option-reader-scroll-margin = Số dòng giữ lại phía trên nơi nhảy đến.
option-reader-landing-mark = Có làm nổi dòng vừa nhảy đến không.
option-reader-resume = Có mở bài ở chỗ đang đọc dở không.
option-reader-welcome = Lần chạy đầu có giới thiệu bằng một dòng không.
option-reader-furniture = Có hiện trình đơn, chú thích ảnh và các phần ngoài bài ngay từ đầu không.
option-reader-plain = Có đọc từng dòng thay cho màn hình không, dành cho trình đọc màn hình; như dienvan --plain.
option-reading-words-per-minute = Số chữ đọc thầm trong một phút, để tính thời gian đọc.
option-reading-speaking = Số chữ nói trước hội nghị trong một phút, để tính thời gian phát biểu và tự cuộn.
option-sidebar-visible = Có hiện thanh bên ngay từ đầu không.
option-sidebar-width = Bề rộng của thanh bên, tính bằng cột.
option-sidebar-min-columns = Màn hình hẹp hơn số cột này thì thanh bên nhường chỗ cho bài.
option-library-folders = Các thư mục chứa bài của bạn, kể cả thư mục con; ~/ là thư mục nhà, đường dẫn tương đối khác tính từ tệp này.
option-library-shipped = Thư viện có gồm các bài đi kèm chương trình không.
option-copy-citation = Nội dung được sao chép. Trong mỗi cặp ngoặc nhọn ghi một trong quote (đoạn trích), speaker (người phát biểu), office (chức vụ), occasion (hội nghị, dịp), place (địa điểm), date (ngày), title (tên bài), number (số hiệu), address (vị trí), url (nơi đăng); chữ khác trong cặp ngoặc đó mất đi khi thiếu giá trị.
option-offices-mine = Cơ quan của bạn: nhiệm vụ của các cơ quan này là “của tôi” trong sổ nhiệm vụ và “dienvan tasks --who mine”.
option-offices-alias = Tên gọi khác của một cơ quan, như "Bộ Tài chính" = ["BTC"]: hỏi một tên là thấy tất cả.
option-offices-groups = Ai thuộc nhóm mà văn bản gọi chung, như "các sở" = ["Sở Tài chính"]; nhiệm vụ giao như vậy được ghi là “chung”.
option-search-wrap = Tìm đến cuối bài thì có tìm tiếp từ đầu không.
option-search-mode = Tìm chặt đến đâu: "smart" (chữ không dấu khớp mọi dấu, chữ có dấu phải đúng), "exact" (đúng dấu và chữ hoa), "loose" (bỏ qua dấu, chữ hoa, i/y).
option-terminal-mouse = Chương trình có nhận chuột không; khi nhận, phải giữ shift để bôi chọn như thường.
option-terminal-osc52 = Có sao chép qua terminal (OSC 52) không; cách này dùng được cả qua SSH.
option-terminal-ask-background = Có hỏi màu nền của terminal cho bộ màu "auto" không.
option-terminal-synchronized = Có gửi khung hình theo kiểu cập nhật đồng bộ để tránh nhấp nháy không.
option-terminal-input-method = Bộ gõ đang bật khi đọc: khi bộ gõ xóa một chữ rồi gửi lại chữ đó có dấu, đây là cách biết phím nào đã nhấn. "telex", "vni", hoặc "auto": phím Telex nếu phím đó có lệnh, nếu không thì phím VNI.

## Quy tắc riêng của người dùng, trong thư mục lexicon

rule-unknown = Quy tắc không có “{ $key }”
rule-unknown-hint = Các tệp data/lexicon của chương trình ghi mọi tên được dùng.
rule-type = “{ $key }” không nhận { $found }
rule-not-text-hint = Hãy ghi một đoạn chữ trong nháy kép.
rule-not-list-hint = Hãy ghi một danh sách chữ, như ["chặng", "!bước"].
rule-not-lists-hint = Hãy ghi một danh sách gồm các danh sách chữ, như [["phần"], [], ["mục"]].
rule-empty = “{ $key }” có một chữ trống
rule-empty-hint = Hãy ghi chữ vào, hoặc xóa đi.
rule-not-sign = “{ $key }” không nhận { $found }: đây không phải là một dấu
rule-not-sign-hint = Hãy ghi đúng một dấu, như "•".
rule-twice = “{ $key }” có chữ “{ $letter }” hai lần
rule-twice-hint = Hãy ghi mỗi chữ cái một lần, theo thứ tự.
rule-other-role = { $found } đã là từ của “{ $role }”
rule-other-role-hint = Hãy bỏ từ đó khỏi “{ $role }” bằng dấu ! ở trước, hoặc bỏ ở đây.
rule-other-number = { $found } đã là từ của số { $number }
rule-other-number-hint = Vị trí trong danh sách là số mà từ đó chỉ; "" giữ nguyên một vị trí.
rule-missing = “{ $key }” không có { $found } để bỏ
rule-missing-hint = Hãy ghi từ đúng như trong tệp data/lexicon của chương trình.
rule-no-place = “{ $key }” chỉ có { $most } vị trí
rule-no-place-hint = Hãy xóa những vị trí thừa.
