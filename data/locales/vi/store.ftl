# Thông báo về các tệp giữ dấu trang, vị trí đọc và trạng thái.

store-busy = Một chương trình khác đang ghi { $path } và sau { $seconds } giây vẫn chưa xong. Chưa có gì thay đổi. Hãy thử lại.
store-newer = { $path } do bản dienvan mới hơn ghi (định dạng { $found }, bản này ghi định dạng { $known }). Chưa có gì thay đổi. Hãy cập nhật dienvan để ghi tệp này.
store-read-denied = Không có quyền đọc { $path }. Hãy sửa quyền truy cập, hoặc chọn thư mục khác bằng --data-dir.
store-write-denied = Không có quyền ghi { $path }. Hãy sửa quyền truy cập, hoặc chọn thư mục khác bằng --data-dir.
store-full = Ổ đĩa chứa { $path } đã đầy nên lần ghi này không thực hiện được. Hãy giải phóng dung lượng rồi thử lại.
store-read-failed = Không đọc được { $path }: { $reason }. Hãy kiểm tra tệp này, hoặc chọn thư mục khác bằng --data-dir.
store-write-failed = Không ghi được { $path }: { $reason }. Hãy kiểm tra thư mục, hoặc chọn thư mục khác bằng --data-dir.
store-lock-failed = Không khóa được { $path }: { $reason }. Hãy chọn thư mục trên ổ đĩa khác bằng --data-dir.
store-no-home = Không tìm thấy thư mục cá nhân. Hãy đặt biến HOME, hoặc chọn thư mục bằng --data-dir.

store-broken = { $path } không hợp lệ ở dòng { $line }: { $reason }. Tệp được giữ nguyên. Hãy sửa dòng ấy. Nếu cần ghi trước khi sửa, nội dung cũ sẽ được giữ dưới tên khác.
store-set-aside = { $path } không hợp lệ ở dòng { $line }: { $reason }. Nội dung cũ nay ở { $aside }, và một tệp mới đã được tạo.
store-entry-lacks = { $path }, mục ở dòng { $line }: thiếu “{ $key }”. Mục này được giữ trong tệp nhưng chưa dùng được. Hãy bổ sung.
store-entry-wrong = { $path }, mục ở dòng { $line }: giá trị của “{ $key }” không đúng kiểu. Mục này được giữ trong tệp nhưng chưa dùng được. Hãy sửa lại.
store-read-only = { $path } do bản dienvan mới hơn ghi (định dạng { $found }, bản này biết định dạng { $known }). Có thể đọc nhưng không ghi được. Hãy cập nhật dienvan.
store-unreadable = Không đọc được { $path }: { $reason }. Việc đọc vẫn tiếp tục mà không dùng tệp này.
store-gone = Dấu trang { $id } đã bị một chương trình khác xóa nên ghi chú chưa được lưu. Hãy đánh dấu lại để giữ ghi chú.
task-text-changed = Văn bản “{ $title }” đã thay đổi sau khi danh sách được lập. Chưa ghi gì. Hãy mở lại danh sách nhiệm vụ rồi ghi.
store-configuration = Không hiểu được tệp cấu hình { $path } (dòng { $line }) nên chưa ghi gì. Hãy sửa tệp ấy (xem dienvan config check) rồi làm lại.
