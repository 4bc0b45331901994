# Đọc văn bản: mã hóa, tệp không mở được.

text-encoding = Bài được viết bằng bảng mã { $encoding }, đã chuyển sang Unicode. Nếu chữ bị sai, hãy chỉ định bảng mã bằng --encoding.
text-garbled = Phần lớn chữ trong tệp PDF không phải tiếng Việt đọc được, có lẽ vì bản quét được nhận dạng kém. Hãy nhận dạng lại, chẳng hạn: ocrmypdf --force-ocr -l vie TỆP ra.pdf, rồi mở ra.pdf.
text-empty-pages = { $count } trang của tệp PDF không có chữ vì là ảnh quét; các trang đó không hiện ở đây.
text-hidden = { $count } chữ trong tệp được đặt ở dạng ẩn nên không hiện ở đây. Muốn đọc, hãy mở tệp bằng Word hoặc LibreOffice, chọn tất cả, bỏ thuộc tính Ẩn (Hidden) của phông chữ rồi lưu lại.
text-hidden-on-page = { $count } chữ của bài bị trang web ẩn đi. Nhấn phím hiện phần ngoài bài để xem, hoặc mở trang bằng trình duyệt.
text-lost-chapters = { $count } chương của sách không đọc được chữ. Hãy mở sách bằng chương trình khác (chẳng hạn Calibre) để so lại, hoặc chuyển sách sang .docx hay .html rồi mở.
text-page-without-text = Trang này không có bài nào: mọi chữ trên trang đều là trình đơn và phần chung của cổng. Nếu trình duyệt có hiện bài, hãy đợi bài hiện đủ rồi lưu lại trang, hoặc chép phần chữ ra tệp .txt.
text-page-of-links = Trang này là danh sách liên kết tới các bài khác. Hãy mở từng bài trong trình duyệt rồi lưu trang của bài đó.
text-page-of-file = Trang này chỉ là tin báo, toàn văn nằm trong tệp đính kèm. Hãy tải tệp đó về rồi mở bằng dienvan.
open-old-word = { $path } là tệp Word cũ (.doc) mà bản chương trình này không đọc được. Hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx; nếu có nhiều tệp, hãy chạy: soffice --headless --convert-to docx *.doc
open-office = { $path } là tệp { $what }, không phải văn bản. Hãy lưu phần chữ cần đọc thành tệp .docx hoặc .txt.
open-picture = { $path } là ảnh { $what }. Hãy nhận dạng chữ (OCR), chẳng hạn: tesseract TỆP ra -l vie, rồi mở ra.txt.
open-no-pdf = Bản chương trình này được dựng không có phần đọc PDF nên không mở được { $path }. Hãy chạy: pdftotext -layout TỆP, rồi mở tệp .txt.
open-not-text = { $path } là tệp { $what }, không phải văn bản. Nếu văn bản nằm bên trong, hãy giải nén rồi mở.
open-damaged = { $path } bị hỏng hoặc không đúng là tệp { $what } ({ $reason }). Hãy tải lại, hoặc mở bằng chương trình khác rồi lưu lại.
open-encrypted = { $path } có mật khẩu. Hãy mở bằng chương trình soạn thảo, bỏ mật khẩu rồi lưu lại.
open-apart = Chưa đọc { $path }: tệp loại này được đọc trong một tiến trình riêng, mà tiến trình đó không khởi động được ({ $reason }). Hãy đóng bớt chương trình khác rồi thử lại.
open-scan = { $path } là bản quét, không có chữ. Hãy nhận dạng chữ trước, chẳng hạn: ocrmypdf -l vie TỆP ra.pdf, rồi mở ra.pdf.
open-empty-archive = Tệp nén { $path } không có văn bản nào. Hãy kiểm tra xem có đúng tệp không.
open-archive = { $path } là tệp nén có nhiều văn bản. Hãy giải nén rồi mở thư mục.
open-limit-bytes = { $path } quá lớn so với giới hạn của định dạng này. Hãy lưu phần chữ thành tệp .txt: văn bản thuần UTF-8 được đọc tới 1 GiB.
open-limit-lines = { $path } có nhiều dòng hơn mức một bài có thể có. Hãy chia nhỏ tệp.
open-limit-archive = { $path } khi giải nén sẽ lớn bất thường nên không được mở. Nếu tin tệp này, hãy giải nén rồi mở từng văn bản.
open-limit-depth = { $path } lồng quá sâu nên không được mở. Hãy mở bằng chương trình khác rồi lưu lại, hoặc lưu thành .txt.
open-limit-text = { $path } chứa quá nhiều chữ đối với một bài. Hãy chia thành nhiều tệp, hoặc lưu thành .txt.
open-limit-steps = { $path } mất quá nhiều thời gian để đọc nên bị dừng. Hãy mở bằng chương trình khác rồi lưu thành .txt.
open-limit-pages = { $path } có quá nhiều trang. Hãy tách lấy phần cần đọc.
error-unknown-encoding = Không có bảng mã “{ $name }”. Hãy dùng tcvn3, vni, windows-1258, utf-8, utf-16le, utf-16be hoặc tên bảng mã của trang web.
error-original-of-part = Tệp { $format } chỉ in được nguyên bản cả tệp. Hãy bỏ phần địa chỉ phía sau.
cli-arg-encoding = Bảng mã của văn bản (tcvn3, vni, windows-1258, utf-8…); không ghi thì tự nhận biết

# Loại bài
speech-kind-conclusion = kết luận
speech-kind-directive = chỉ thị
speech-kind-resolution = nghị quyết
speech-kind-decision = quyết định
speech-kind-dispatch = công điện
speech-kind-plan = kế hoạch
speech-kind-opening = khai mạc
speech-kind-closing = bế mạc
speech-kind-report = báo cáo
speech-kind-letter = thư
speech-kind-appeal = lời kêu gọi
speech-kind-interview = hỏi đáp
speech-kind-notice = thông báo
speech-kind-address = phát biểu
