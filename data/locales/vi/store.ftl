# Thông báo về các tệp giữ dấu trang, vị trí đọc và trạng thái.

store-busy = Một chương trình khác đang ghi { $path } và sau { $seconds } giây vẫn chưa xong. Chưa có gì thay đổi. Hãy thử lại.
store-newer = { $path } do bản dienvan mới hơn ghi (định dạng { $found }, bản này ghi định dạng { $known }). Chưa có gì thay đổi. Hãy cập nhật dienvan.
store-read-denied = Không có quyền đọc { $path }. Hãy sửa quyền truy cập, hoặc chọn thư mục khác bằng --data-dir.
store-write-denied = Không có quyền ghi { $path }. Hãy sửa quyền truy cập, hoặc chọn thư mục khác bằng --data-dir.
store-full = Ổ đĩa chứa { $path } đã đầy nên lần ghi này không thực hiện được. Hãy giải phóng dung lượng rồi thử lại.
store-read-failed = Không đọc được { $path }: { $reason }. Hãy kiểm tra tệp này, hoặc chọn thư mục khác bằng --data-dir.
store-write-failed = Không ghi được { $path }: { $reason }. Hãy kiểm tra thư mục, hoặc chọn thư mục khác bằng --data-dir.
store-lock-failed = Không khóa được { $path }: { $reason }. Hãy chọn thư mục trên ổ đĩa khác bằng --data-dir.
store-no-home = Không tìm thấy thư mục cá nhân. Hãy đặt biến HOME, hoặc chọn thư mục bằng --data-dir.

store-broken = { $path } sai ở dòng { $line }: { $reason }. Tệp được giữ nguyên. Hãy sửa dòng đó. Nếu chương trình phải ghi trước khi sửa, nội dung cũ sẽ được giữ dưới tên khác.
store-set-aside = { $path } sai ở dòng { $line }: { $reason }. Nội dung cũ được giữ ở { $aside }, và một tệp mới đã được tạo.
store-entry-lacks = { $path }, mục ở dòng { $line }: thiếu “{ $key }”. Mục này được giữ trong tệp nhưng chưa dùng được. Hãy bổ sung.
store-entry-wrong = { $path }, mục ở dòng { $line }: giá trị của “{ $key }” không đúng kiểu. Mục này được giữ trong tệp nhưng chưa dùng được. Hãy sửa lại.
store-read-only = { $path } do bản dienvan mới hơn ghi (định dạng { $found }, bản này biết định dạng { $known }). Có thể đọc nhưng không ghi được. Hãy cập nhật dienvan.
store-unreadable = Không đọc được { $path }: { $reason }. Việc đọc vẫn tiếp tục mà không dùng tệp này.
store-gone = Dấu trang { $id } đã bị một chương trình khác xóa nên ghi chú chưa được lưu. Hãy đánh dấu lại để giữ ghi chú.
task-text-changed = Văn bản “{ $title }” đã thay đổi sau khi danh sách được lập. Chưa ghi gì. Hãy mở lại danh sách nhiệm vụ rồi ghi.
store-configuration = Không hiểu được tệp cấu hình { $path } (dòng { $line }) nên chưa ghi gì. Hãy sửa tệp đó (xem dienvan config check) rồi làm lại.

## Vì sao: lời của hệ thống và của bộ đọc TOML, JSON, tệp nén
reason-not-found = không có tệp hay thư mục này
reason-denied = không có quyền truy cập
reason-read-only = ổ đĩa chỉ cho đọc
reason-full = ổ đĩa đã đầy
reason-quota = đã hết dung lượng được cấp
reason-exists = đã có tệp hay thư mục cùng tên
reason-folder = đây là thư mục, không phải tệp
reason-no-folder = một phần của đường dẫn không phải thư mục
reason-folder-full = thư mục không trống
reason-too-large = tệp quá lớn
reason-bad-name = tên tệp không hợp lệ hoặc quá dài
reason-busy = đang được một chương trình khác dùng
reason-other-disk = hai nơi thuộc hai ổ đĩa khác nhau
reason-many-links = tệp có quá nhiều liên kết
reason-loop = liên kết trỏ vòng quanh
reason-many-files = chương trình đang mở quá nhiều tệp
reason-device = thiết bị chứa tệp bị lỗi đọc hoặc ghi
reason-timed-out = chờ quá lâu không có trả lời
reason-network = mất kết nối mạng tới nơi chứa tệp
reason-closed = chương trình nhận dữ liệu đã đóng
reason-cut-short = dữ liệu bị cụt
reason-memory = không đủ bộ nhớ
reason-unsupported = hệ thống hay ổ đĩa không hỗ trợ việc này
reason-invalid = hệ thống không nhận yêu cầu này
reason-data = dữ liệu không đúng định dạng
reason-no-file = đây không phải tệp thường
reason-utf8 = tệp không phải UTF-8
reason-interrupted = việc đang làm bị ngắt
reason-stopped = chương trình gặp lỗi bên trong
reason-terminal-busy = terminal đang được dùng
reason-toml-twice = một khóa được ghi hai lần
reason-toml-no-value = thiếu dấu = hoặc thiếu giá trị sau khóa
reason-toml-equals = thừa dấu =
reason-toml-quotes = chữ phải đặt trong dấu nháy kép
reason-toml-string = chuỗi chữ thiếu dấu nháy kép đóng hoặc có ký tự không được phép
reason-toml-array = danh sách thiếu dấu ngoặc vuông
reason-toml-header = tên bảng thiếu dấu ngoặc vuông
reason-toml-inline = bảng trên một dòng thiếu dấu ngoặc nhọn hoặc thiếu khóa
reason-toml-comma = thiếu hoặc thừa dấu phẩy
reason-toml-key = khóa không đúng: mỗi dòng chỉ một khóa, khóa có dấu phải đặt trong nháy kép
reason-toml-number = số viết không đúng
reason-toml-date = ngày giờ viết không đúng
reason-toml-depth = lồng quá nhiều lớp
reason-toml-list = chỗ này phải là danh sách bảng, mở đầu bằng [[tên]]
reason-toml-stray = có chữ thừa
reason-json = không đúng cú pháp JSON
reason-archive = không đúng cấu trúc tệp nén
reason-compressed = dữ liệu nén bị hỏng
reason-missing-part = thiếu một phần bắt buộc
reason-xml = không đúng cú pháp XML
reason-ole = không đúng cấu trúc tệp Word cũ
reason-other = lỗi chưa rõ: “{ $what }”
