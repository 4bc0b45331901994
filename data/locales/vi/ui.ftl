# Màn hình: dòng trạng thái, thanh bên, cửa sổ nổi.

role-task = Nhiệm vụ
role-result = Kết quả
role-limitation = Hạn chế
role-cause = Nguyên nhân
role-lesson = Bài học
role-viewpoint = Quan điểm
role-other = Mục
section-opening = Mở đầu
section-closing = Kết thúc

mode-select-line = CHỌN DÒNG
mode-select-sentence = CHỌN CÂU
mode-select-paragraph = CHỌN ĐOẠN
mode-sidebar = MỤC LỤC
mode-furniture = HIỆN CẢ TRANG
status-reading = đang đọc tệp…
status-parsing = đang dựng mục lục…

welcome = { $task } nhiệm vụ · { $outline } mục lục · { $search } tìm · { $bookmark } đánh dấu · { $help } trợ giúp · { $close } ẩn dòng này
too-small = Cửa sổ quá nhỏ. Cần ít nhất { $columns } cột và { $rows } dòng; hãy nới rộng cửa sổ.
text-empty = Văn bản này trống.
reading-file = Đang đọc tệp…

furniture-note = ⋯ ẩn { $lines } dòng ngoài bài · { $key }: hiện
furniture-shown = Đang hiện cả { $lines } dòng không thuộc bài.
furniture-hidden = Đã ẩn { $lines } dòng không thuộc bài.
furniture-none = Văn bản này không có dòng nào bị ẩn.

hint-next-task = nhiệm vụ
hint-next-item = mục
hint-next-section = phần
hint-filter-outline = mục lục
hint-search = tìm
hint-bookmark = đánh dấu
hint-bookmark-note = kèm ghi chú
hint-bookmarks = dấu trang
hint-copy = sao chép
hint-library = các bài
hint-help = trợ giúp
hint-quit = thoát
hint-accept = mở
hint-line-down = xuống
hint-line-up = lên
hint-page-down = trang sau
hint-cancel = đóng
hint-edit-note = sửa ghi chú
hint-delete = xóa
hint-undo = hoàn tác
hint-toggle-scope = bài này/tất cả
hint-select = đổi đơn vị
hint-select-swap = đầu kia
hint-unfold = mở nhánh
hint-fold = thu gọn
hint-switch-pane = về bài

prompt-search = Tìm:
prompt-address = Đến địa chỉ (vd. nv.3):
prompt-percent = Đến phần trăm:
prompt-note = Ghi chú:
prompt-edit-note = Sửa ghi chú:
prompt-series-title = Tên danh sách:
percent-wrong = Hãy gõ một số từ 0 đến 100.

picker-library = Các bài ({ $shown }/{ $total })
picker-outline = Mục lục ({ $shown }/{ $total })
picker-palette = Lệnh ({ $shown }/{ $total })
picker-correct = Sửa { $subject }
picker-item-role = Vai trò của { $subject }
picker-series-role = Vai trò của danh sách { $subject }
picker-furniture = { $subject } là gì?
picker-none = Không có mục nào khớp. Xóa bớt chữ để thấy lại.
library-failed = không mở được

no-items = Bài này không có mục nào được đánh số. Dùng / để tìm hoặc PgDn để đọc tiếp.
no-more-tasks = Không còn nhiệm vụ nào phía sau.
no-tasks = Bài này không có nhiệm vụ nào; các mục khác vẫn đi tới được.
no-earlier-task = Không còn nhiệm vụ nào phía trước.
no-such-task = Không có nhiệm vụ { $number }.
no-more-items = Không còn mục nào phía sau.
no-earlier-item = Không còn mục nào phía trước.
no-such-item = Danh sách này không có mục { $number }.
no-more-sections = Đây là phần cuối.
no-earlier-section = Đây là phần đầu.
no-such-address = Không có địa chỉ “{ $address }” trong bài này. Các danh sách: { $codes }.
no-jump-back = Không còn chỗ nào để lùi về.
no-jump-forward = Không còn chỗ nào để tiến tới.
still-reading = Tệp lớn: đang đọc phần còn lại, sẽ đến ngay khi đọc xong.
only-speech = Chỉ có một bài.

search-not-found = Không tìm thấy “{ $query }”.
search-nothing = Chưa tìm gì. Nhấn / rồi gõ từ cần tìm.
search-wrapped = Đã đến cuối bài, tìm tiếp từ đầu.
search-wrapped-back = Đã đến đầu bài, tìm tiếp từ cuối.
search-last = Đây là chỗ khớp cuối cùng.
search-first = Đây là chỗ khớp đầu tiên.

bookmark-added = Đã đánh dấu: “{ $quote }”
bookmark-exists = Đoạn này đã được đánh dấu.
bookmark-deleted = Đã xóa dấu trang. { $key }: hoàn tác
bookmark-restored = Đã khôi phục dấu trang.
bookmark-moved = Đoạn đã đánh dấu nay nằm ở chỗ khác; đây là chỗ mới.
bookmark-uncertain = Có { $count } đoạn giống nhau; không rõ đoạn nào đã được đánh dấu.
bookmark-lost = Đoạn đã đánh dấu không còn trong văn bản. Lời văn vẫn được giữ.
bookmark-speech-missing = Bài “{ $title }” không có ở đây. Hãy mở tệp của bài ấy rồi thử lại.
bookmark-state-moved = đã chuyển chỗ
bookmark-state-uncertain = không chắc chỗ nào
bookmark-state-lost = không còn trong văn bản
filter-no-role = Không có vai trò “{ $value }”. Các vai trò: task, result, limitation, cause, lesson, viewpoint, other.
filter-no-kind = Không có loại “{ $value }”. Các loại: important, todo, question, new, quote.
bookmarks-here = Dấu trang của bài này ({ $count })
bookmarks-all = Mọi dấu trang ({ $count })
bookmarks-none-here = Bài này chưa có dấu trang. Nhấn m khi đang đọc để đánh dấu một đoạn; nhấn Tab để xem dấu trang của mọi bài.
bookmarks-none = Chưa có dấu trang nào. Nhấn m khi đang đọc để đánh dấu một đoạn.
no-more-bookmarks = Không còn dấu trang nào phía sau.
no-earlier-bookmark = Không còn dấu trang nào phía trước.
note-set = Đã lưu ghi chú.
note-removed = Đã bỏ ghi chú.
undo-nothing = Không có gì để hoàn tác.

copied = Đã gửi kèm nguồn qua OSC 52 ({ $count } ký tự): { $what }
copy-off = Sao chép qua cửa sổ dòng lệnh đang tắt. Đặt osc52 = true trong [terminal] để bật.

came-back = Đọc tiếp từ { $place } ({ $percent }%) · { $key }: về đầu bài
text-changed = Văn bản đã thay đổi từ lần đọc trước, nên mở lại từ đầu.
text-replaced = Văn bản có { $count } chỗ không phải UTF-8, được thay bằng dấu �.
text-removed = Đã ẩn { $count } ký tự điều khiển trong văn bản.
text-web-page = Đây là mã nguồn của một trang web, chưa đọc được như bài. Hãy đổi ra văn bản (vd. w3m -dump TỆP > bài.txt) rồi mở lại.
text-companion = Tệp TOML bên cạnh văn bản sai ở dòng { $line } nên không được dùng. Hãy sửa dòng ấy; docs/files.md liệt kê các khóa.

measure-set = Bề rộng cột chữ: { $columns }
theme-set = Bộ màu: { $name }
theme-unknown = Không có bộ màu “{ $name }”. Các bộ màu: { $names }. Bộ màu riêng đặt trong { $folder }.
language-set = Giao diện đã chuyển sang tiếng Việt.
work-failed = Một việc chạy ngầm bị lỗi. Hãy mở lại bài; nếu còn lỗi, hãy báo cho người phát triển.
crashed = Chương trình gặp lỗi và đã dừng; dấu trang và chỗ đọc vẫn còn. Chi tiết ở { $path }: hãy gửi tệp ấy cho người phát triển.
crashed-unwritten = Chương trình gặp lỗi và đã dừng; dấu trang và chỗ đọc vẫn còn. Chi tiết:

help-title = Trợ giúp
help-intro = Bên trái là mục lục, bên phải là bài. Bảng lệnh có đủ mọi lệnh; các phím dưới đây theo cấu hình hiện tại.
help-in-select = Khi đang chọn một đoạn
help-in-sidebar = Trong thanh bên
help-in-lists = Trong danh sách dấu trang
help-more = Cần biết thêm
help-count = Số gõ trước phím: 3t đến nhiệm vụ 3, 2i đến mục 2 của danh sách đang đọc, 50% đến giữa bài, 120G đến dòng 120.
help-address = Địa chỉ: nv nhiệm vụ, kq kết quả, hc hạn chế, nn nguyên nhân, bh bài học, qd quan điểm, md mục khác; nv.3 là nhiệm vụ 3.
help-search-marks = Tìm kiếm: gõ chữ thường, không dấu thì khớp mọi dạng; gõ dấu hay chữ hoa thì phải đúng như thế.
help-clipboard = Sao chép dùng OSC 52. Trong tmux cần “set -s set-clipboard on”; nếu dán không được là do cửa sổ dòng lệnh không cho phép.
