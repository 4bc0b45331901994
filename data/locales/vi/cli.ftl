# Dòng lệnh: trợ giúp, kết quả và lỗi.

## Trợ giúp

cli-about = Trình đọc diễn văn có cấu trúc ngay trong cửa sổ dòng lệnh.
cli-after-help =
    WHAT là đường dẫn, - (đầu vào chuẩn), mã bài, địa chỉ (như
    2023-12-20-ket-luan-noi-chinh/nv.3, hay nv.3 nếu chỉ có một bài) hoặc vài từ trong tên bài,
    có dấu hay không dấu. Không ghi gì thì mở thư viện.

    Mã thoát: 0 xong; 1 không tìm thấy; 2 có lỗi.

    Ví dụ:
      dienvan baiphatbieu.txt
      dienvan show nv.3
      dienvan tasks --format csv > nhiemvu.csv
      dienvan search "giám định tư pháp"
cli-heading-usage = Cách dùng:
cli-heading-commands = Lệnh:
cli-heading-arguments = Đối số:
cli-heading-options = Tùy chọn:
cli-about-list = Liệt kê các bài trong thư viện
cli-about-show = In toàn văn một bài, một danh sách hoặc một mục
cli-about-outline = In mục lục của một bài
cli-about-outline-correct = Sửa mục lục: mục, cấp, vai trò, tên danh sách, phần ngoài bài
cli-about-outline-corrections = Liệt kê những chỗ đã sửa và xem còn khớp không
cli-arg-limit = Số bài nhiều nhất khi tìm trong thư viện, bài khớp nhất trước; 0 là tất cả, mặc định 100
cli-arg-line = Số dòng của văn bản như outline in ra; ĐẦU-CUỐI cho --furniture và --text
cli-arg-item = Dòng ấy mở đầu một mục
cli-arg-drop = Mục ấy không phải là mục
cli-arg-level = Mục ấy ở cấp này, từ 1
cli-arg-role = Mục hoặc danh sách để làm gì: task, result, limitation, cause, lesson, viewpoint hay other
cli-arg-outline-correct-title = Danh sách có tên này
cli-arg-furniture = Các dòng không thuộc bài: chrome, front, caption, salutation hay closing
cli-arg-text = Các dòng là lời trong bài
cli-arg-undo = Bỏ chỗ sửa này, hoặc chỗ sửa cuối cùng
cli-arg-outline-correct-dry-run = Chỉ cho xem sẽ đổi những gì
cli-about-tasks = In bảng nhiệm vụ
cli-about-tasks-done = Ghi tình trạng: đã xong
cli-about-tasks-doing = Ghi tình trạng: đang làm
cli-about-tasks-open = Ghi tình trạng: chưa xong
cli-about-tasks-not-mine = Ghi tình trạng: không phải của tôi
cli-about-search = Tìm trong các bài; gõ chữ thường, không dấu để tìm rộng nhất
cli-about-import = Nhập tệp, thư mục, tệp nén vào thư viện, giữ nguyên bản gốc
cli-arg-import-what = Tệp, thư mục, tệp .zip hoặc - (đầu vào chuẩn)
cli-about-library = Sửa thông tin, cất, xóa các bài trong thư viện
cli-about-library-edit = Sửa thông tin về một bài; giá trị rỗng thì lấy lại theo văn bản
cli-about-library-archive = Cất bài đi: không còn hiện trong danh sách
cli-about-library-unarchive = Đưa bài đã cất trở lại danh sách
cli-about-library-delete = Xóa bài đã nhập; lấy lại được bằng restore
cli-about-library-restore = Lấy lại bài đã xóa; không ghi mã thì liệt kê
cli-about-library-versions = Liệt kê các bản gốc còn giữ của một bài
cli-arg-library-edit-title = Tên bài
cli-arg-library-edit-kind = Loại bài: conclusion, directive, resolution, decision, dispatch, plan, opening, closing, report, letter, appeal, interview, notice hay address
cli-arg-library-edit-speaker = Người nói
cli-arg-library-edit-office = Chức vụ
cli-arg-library-edit-date = Ngày: 2024-12-20 hoặc 20/12/2024
cli-arg-library-edit-occasion = Dịp, hội nghị
cli-arg-library-edit-place = Nơi nói
cli-arg-library-edit-number = Số hiệu văn bản
cli-arg-library-edit-url = Địa chỉ web
cli-arg-library-restore-id = Mã bài đã xóa
cli-about-export = Xuất bài ra tệp: văn bản, Markdown, trang web, sách điện tử, JSON
cli-about-bookmarks = Quản lý dấu trang
cli-about-bookmarks-list = Liệt kê dấu trang
cli-about-bookmarks-add = Đặt dấu trang
cli-about-bookmarks-remove = Xóa dấu trang
cli-about-bookmarks-check = Kiểm tra dấu trang còn đúng chỗ không
cli-about-bookmarks-export = Xuất dấu trang cho chương trình khác
cli-about-bookmarks-import = Nhập dấu trang từ tệp
cli-arg-bookmarks-export-format = Định dạng: md (mặc định), csv, json, w3c hoặc fragment (liên kết)
cli-arg-export-format = Định dạng: txt, md, html, epub hoặc json; không ghi thì theo đuôi tên tệp
cli-arg-output = Tệp cần ghi, hoặc thư mục (tên kết thúc bằng /) để mỗi bài một tệp; không ghi thì in ra đầu ra chuẩn
cli-arg-force = Ghi đè tệp đã có
cli-arg-no-furniture = Bỏ trình đơn và chú thích ảnh; nếu không thì giữ lại ở chỗ khuất khi định dạng cho phép
cli-arg-bookmarks-import-file = Tệp do export ghi ra dạng json hay w3c, hoặc W3C Web Annotation; - là đầu vào chuẩn
cli-arg-dry-run = Chỉ cho xem kết quả, không lưu
cli-about-config = Xem và kiểm tra cấu hình
cli-about-config-show = In mọi thiết lập đang có hiệu lực
cli-about-config-path = In đường dẫn tệp cấu hình
cli-about-config-check = Kiểm tra tệp cấu hình
cli-about-config-example = In tệp cấu hình mẫu với mọi tùy chọn
cli-about-completions = In tập lệnh gợi ý cho trình bao (shell)
cli-about-man = In trang hướng dẫn (man)
cli-arg-dienvan-what = Tệp, thư mục, - , địa chỉ hoặc vài từ trong tên bài; không ghi gì thì mở thư viện
cli-arg-what = Tệp, thư mục, - , mã bài, địa chỉ hoặc vài từ trong tên bài
cli-arg-query = Từ cần tìm; đặt nhiều từ trong dấu nháy
cli-arg-bookmarks-remove-id = Mã dấu trang, xem bằng dienvan bookmarks list
cli-arg-tasks-done-id = Mã nhiệm vụ (ít nhất 6 chữ số đầu) hoặc địa chỉ có một nhiệm vụ, như TÊN-BÀI/nv.3
cli-arg-tasks-doing-id = Mã nhiệm vụ (ít nhất 6 chữ số đầu) hoặc địa chỉ có một nhiệm vụ, như TÊN-BÀI/nv.3
cli-arg-tasks-open-id = Mã nhiệm vụ (ít nhất 6 chữ số đầu) hoặc địa chỉ có một nhiệm vụ, như TÊN-BÀI/nv.3
cli-arg-tasks-not-mine-id = Mã nhiệm vụ (ít nhất 6 chữ số đầu) hoặc địa chỉ có một nhiệm vụ, như TÊN-BÀI/nv.3
cli-arg-shell = Trình bao: bash, zsh, fish, elvish hoặc powershell
cli-arg-json = In dưới dạng JSON
cli-arg-original = In nguyên các byte của tệp gốc
cli-arg-cite = In phần trích dẫn nguồn: text, bibtex hoặc csl (JSON)
cli-arg-explain = Nêu quy tắc nhận ra từng mục, độ chắc chắn và những dòng ngoài bài
cli-arg-tasks-format = Dạng bảng: table, json, csv hoặc md; mặc định là table
cli-arg-all = Kể cả các phần nhỏ của từng nhiệm vụ
cli-arg-note = Lời ghi chú
cli-arg-proof = Căn cứ đã làm, như số báo cáo
cli-arg-on = Ngày ghi: 2025-11-20 hoặc 20/11/2025; không ghi thì là hôm nay
cli-arg-tag = Một nhãn để tìm lại; có thể dùng nhiều lần
cli-arg-bookmarks-add-kind = Loại: important, todo, question, new hoặc quote
cli-arg-letter = Chữ cái để nhảy tới dấu trang này khi đang đọc
cli-arg-filter = Chỉ những dấu trang khớp: từ, #nhãn, role:task, kind:todo
cli-arg-list-filter = Chỉ những bài khớp: từ trong tên bài, người nói, sự kiện, nơi nói hoặc mã, và các điều kiện như speaker:lan, date:2023-12, date:>=2023, kind:ket-luan, format:docx, role:task
cli-arg-list-sort = Thứ tự: date (mới nhất trước), title (tên bài), speaker (tên người nói) hoặc read (đọc gần nhất trước); nếu không thì theo thư viện
cli-arg-reverse = Đảo ngược thứ tự
cli-arg-archived = Kể cả những bài đã cất
cli-arg-sort = Thứ tự: place (theo chỗ) hoặc time (theo lúc tạo); nếu không thì theo tệp
cli-arg-quote = Đánh dấu đúng những từ này thay vì cả đoạn
cli-arg-config = Dùng tệp cấu hình này
cli-arg-data-dir = Giữ mọi thứ (cấu hình, dấu trang, vị trí đọc) trong thư mục này
cli-arg-lang = Ngôn ngữ giao diện: vi hoặc en
cli-arg-color = Dùng màu: auto, always hoặc never
cli-arg-help = In trợ giúp
cli-arg-version = In phiên bản
man-manual = Hướng dẫn dienvan
man-name = TÊN
man-synopsis = CÁCH DÙNG
man-options = TÙY CHỌN CHUNG
man-commands = LỆNH
man-more = THÊM

## Dòng lệnh không đọc được

usage-hint = Gõ dienvan --help để xem cách dùng.
usage-unknown = Không có tùy chọn hay đối số “{ $arg }” ở đây.
usage-no-value = Thiếu giá trị cho { $arg }.
usage-bad-value = { $arg } không nhận “{ $value }”; hãy dùng một trong: { $valid }.
usage-wrong-value = { $arg } không nhận “{ $value }”.
usage-missing = Còn thiếu { $arg }
usage-no-command = Còn thiếu lệnh con; hãy dùng một trong: { $valid }.
usage-conflict = { $arg } không đi cùng { $other }.
usage-twice = { $arg } chỉ được ghi một lần.
usage-surplus = { $arg } không nhận giá trị “{ $value }”.
usage-not-utf8 = Đối số không phải là UTF-8.

## Cột của bảng

column-id = MÃ
column-date = NGÀY
column-title = TÊN BÀI
column-speech = BÀI
column-passage = ĐOẠN
column-change = CHỖ SỬA
column-is = LÀ
column-imported = NHẬP LÚC
column-bytes = BYTE
column-source = NGUỒN
column-file = TỆP
column-speaker = NGƯỜI NÓI
column-kind = LOẠI
column-read = ĐÃ ĐỌC
column-items = MỤC
column-tasks = NHIỆM VỤ
column-address = ĐỊA CHỈ
column-series = DANH SÁCH
column-number = SỐ
column-line = DÒNG
column-task = NỘI DUNG
column-owner = THỰC HIỆN
column-note = GHI CHÚ
column-state = TÌNH TRẠNG
column-result = KẾT QUẢ
column-quote = ĐOẠN ĐÁNH DẤU

## Kết quả

outline-no-items = Chưa nhận ra mục nào trong bài. Hãy mở bài để đọc rồi nhấn x để tự đặt mục, hoặc tìm bằng dienvan search.
outline-furniture = Ngoài bài
check-same = đúng chỗ
check-moved = đã dời
check-edited = đã sửa
check-uncertain = chưa chắc
check-lost = không còn
check-no-speech = không có bài
check-kept = không còn, giữ lại
check-old = trước:
check-new = nay, dòng { $line }:
check-maybe = dòng { $line }:
import-new = mới
import-merged = đã gộp
import-known = đã có
import-did = Mới: { $new } · đã gộp: { $merged } · đã có: { $known } · không chắc chỗ: { $uncertain } · không còn: { $lost }
intake-bar = Đang nhập
intake-new = { $title } ({ $items } mục, { $tasks } nhiệm vụ)
intake-updated = bản mới: { $title } ({ $items } mục, { $tasks } nhiệm vụ)
intake-same = đã có: { $name }
intake-form = dạng khác của bài đã có; { $name } được giữ thêm, vẫn đọc bản trước
intake-form-better = dạng khác của bài đã có và đầy đủ, liền mạch hơn; từ nay đọc { $name }, bản trước vẫn được giữ
intake-alike = gần giống { $id } nhưng lời văn, ngày, số hoặc tên khác nên được nhập thành bài riêng
intake-paragraphs = đoạn thêm hoặc viết lại: { $added } · đoạn bỏ: { $removed }
intake-count-new = Mới: { $count }
intake-count-updated = cập nhật: { $count }
intake-count-form = dạng khác: { $count }
intake-count-same = đã có: { $count }
intake-count-failed = lỗi: { $count }
intake-count-skipped = tệp không phải văn bản: { $count }
intake-stopped = Đã dừng, còn { $left } tệp chưa nhập. Những bài nêu trên đã được giữ; khắc phục xong, hãy chạy lại đúng lệnh này:
intake-dry-run = Chưa ghi gì.
library-edited = Đã sửa thông tin về { $id }, ghi trong { $file }.
library-archived = Đã cất { $id }. Đưa trở lại: dienvan library unarchive { $id }
library-unarchived = { $id } đã trở lại danh sách.
library-deleted = Đã xóa { $id }. Lấy lại: dienvan library restore { $id }
library-restored = Đã lấy lại { $id }.
version-current = đang đọc
version-older = bản cũ
version-form = dạng khác
import-would = Chưa lưu gì. Kết quả sẽ là: mới: { $new } · gộp: { $merged } · đã có: { $known } · không chắc chỗ: { $uncertain } · không còn: { $lost }
export-without-link = Số dấu trang không có liên kết vì chưa biết địa chỉ web của bài: { $count }. Hãy ghi url vào tệp TOML bên cạnh văn bản.
config-none = Chưa có tệp { $file }; mọi thiết lập đều là mặc định.
config-good = { $file }: không có lỗi.
config-problems = { $file } có { $count } mục sai, các mục đó dùng giá trị mặc định; xem bằng dienvan config check.
notice-replaced = { $file }: { $count } chỗ có byte hỏng được thay bằng ký tự �.
notice-removed = { $file }: đã bỏ { $count } ký tự hoặc chuỗi điều khiển.

## Lỗi

open-missing = Không có { $path }. Hãy kiểm tra lại đường dẫn.
open-denied = Không được phép đọc { $path }. Hãy kiểm tra quyền truy cập.
open-empty-folder = Thư mục { $path } không có văn bản nào (.txt, .md, .html, .docx, .doc, .odt, .pdf, .epub…).
open-too-large = { $path } lớn hơn 1 GiB. Hãy chia nhỏ tệp.
open-too-large-to-keep = { $path } lớn hơn 256 MiB nên không được nhập. Hãy mở thẳng tệp, hoặc chia nhỏ rồi nhập.
open-endless = { $path } đã đưa ra hơn 256 MiB mà chưa hết. Hãy lưu phần cần đọc vào một tệp rồi mở tệp ấy.
open-not-a-file = { $path } không phải tệp thường mà là ống dẫn hoặc thiết bị nên không được đọc.
open-too-deep = Thư mục { $path } nằm quá sâu nên chưa được đọc. Hãy nhập riêng thư mục ấy.
open-leads-out = { $path } là liên kết ra ngoài thư mục nên không được nhập. Nếu muốn nhập, hãy ghi thẳng đường dẫn tệp.
open-failed = Không mở được { $path }: { $reason }.
error-no-config = Không có tệp cấu hình { $path }. Hãy kiểm tra lại đường dẫn sau --config.
error-empty-library = Thư viện chưa có bài nào. Hãy ghi tên tệp, hoặc thêm thư mục vào library.folders trong tệp cấu hình.
error-unknown = Không tìm thấy “{ $what }”. Xem các bài bằng dienvan list.
error-unknown-nearest = Không tìm thấy “{ $what }”. Gần giống nhất:
error-meant-command = Ý bạn là lệnh: dienvan { $command }?
error-ambiguous = “{ $what }” ứng với nhiều bài. Hãy chọn một:
error-no-item = Bài { $speech } không có { $item }. Bài có: { $series }. Địa chỉ thay đổi khi mục lục thay đổi: bài được sửa, hay chương trình mới hơn nhận ra nhiều hơn. Để tìm mục theo lời: dienvan outline BÀI, dienvan search LỜI BÀI; mục đã đánh dấu: dienvan bookmarks list.
error-no-items = Bài { $speech } không có { $item }: chưa nhận ra mục nào trong bài. Hãy mở bài để đọc rồi nhấn x để tự đặt mục, hoặc tìm bằng dienvan search.
error-original-on-terminal = Không in byte gốc ra màn hình vì có thể chứa mã điều khiển. Hãy chuyển vào tệp: dienvan show … --original > TỆP.
error-book-on-terminal = Không in sách điện tử ra màn hình. Hãy ghi tên tệp: dienvan export … --output TỆP.epub.
error-no-format = Chưa rõ định dạng. Hãy thêm --format txt, md, html, epub hoặc json, hoặc ghi tên tệp bằng --output, chẳng hạn bai.html.
error-unknown-ending = Không có định dạng nào mang đuôi “{ $ending }”. Hãy thêm --format txt, md, html, epub hoặc json.
error-one-file = Có { $count } bài, mà mỗi tệp chỉ chứa một bài. Hãy ghi tên thư mục: --output THƯ_MỤC/.
error-exists = Đã có { $path }. Hãy chọn tên khác, hoặc thêm --force để ghi đè.
error-write-denied = Không được phép ghi { $path }. Hãy kiểm tra quyền của thư mục, hoặc chọn chỗ khác bằng --output.
error-write-full = Ổ đĩa chứa { $path } đã đầy; chưa ghi gì vào đó. Hãy giải phóng dung lượng, hoặc chọn chỗ khác bằng --output.
error-write-no-folder = Không ghi được { $path }: thư mục chứa tệp chưa có. Hãy tạo thư mục, hoặc chọn chỗ khác bằng --output.
error-write-failed = Không ghi được { $path }: { $reason }. Hãy chọn chỗ khác bằng --output.
error-some-not-written = Số tệp chưa ghi được: { $count }. Các tệp còn lại đã ghi xong.
error-no-tasks = Chưa nhận ra nhiệm vụ nào. Hãy mở bài để đọc rồi nhấn x để tự đặt mục hay đổi vai trò của mục, hoặc tìm bằng dienvan search.
error-nothing-listed = Không có bài nào trong thư viện khớp với “{ $filter }”.
error-all-archived = Mọi bài trong thư viện đều đã cất; thêm --archived để liệt kê.
error-no-hits = Không tìm thấy “{ $query }”.
error-empty-query = Chưa có từ cần tìm.
error-no-bookmarks = Chưa có dấu trang nào. Đặt bằng phím m khi đọc, hoặc bằng dienvan bookmarks add.
error-none-fits = Không có dấu trang nào khớp. Xem tất cả bằng dienvan bookmarks list.
import-broken = { $file } không chứa dấu trang đọc được: { $reason }. Hãy xuất lại dạng json hoặc w3c.
import-unknown = { $file } là JSON nhưng không phải dấu trang của dienvan, cũng không phải W3C Web Annotation.
import-newer = { $file } thuộc phiên bản { $found }; chương trình này biết đến phiên bản { $known }. Hãy dùng bản mới hơn.
import-lacks = Mục { $entry } của { $file } thiếu “quote” hoặc “speech” hợp lệ. Chưa nhập gì; hãy sửa rồi thử lại.
error-no-links = Không có liên kết nào: chưa biết địa chỉ web của các bài này. Hãy ghi url vào tệp TOML bên cạnh văn bản.
error-nothing-to-import = Trong đó không có dấu trang nào.
error-unknown-bookmark = Không có dấu trang { $id }. Xem các mã bằng dienvan bookmarks list.
error-unknown-task = Không có nhiệm vụ { $what }. Xem các mã bằng dienvan tasks.
error-many-tasks = “{ $what }” có nhiều nhiệm vụ. Hãy chọn một theo mã:
error-no-texts = Không có văn bản nào để nhập ở đó.
error-not-taken = Số tệp không nhập được: { $count }. Các tệp khác đã xong.
error-no-file = { $id } không có tệp riêng để ghi thông tin bên cạnh. Hãy nhập bài vào thư viện bằng dienvan import trước.
error-not-imported = { $path } không phải bài đã nhập mà là tệp của bạn. Hãy tự xóa tệp, hoặc cất đi bằng dienvan library archive.
error-nothing-deleted = Chưa có bài nào bị xóa.
error-not-deleted = Không có bài { $id } trong số bài đã xóa. Xem bằng dienvan library restore.
error-id-taken = Thư viện đã có bài { $id }. Hãy xóa hoặc cất bài ấy trước.
error-not-a-date = “{ $date }” không phải là ngày. Hãy ghi như 2024-12-20 hoặc 20/12/2024.
error-unresolved = { $count } dấu trang không còn chắc chỗ hoặc đã mất.
error-no-quote = Không tìm thấy đoạn “{ $quote }” trong văn bản.
error-many-quotes = Đoạn “{ $quote }” xuất hiện { $count } lần. Hãy ghi dài hơn, hoặc kèm địa chỉ của mục.
error-bad-config = Tệp cấu hình có { $count } mục sai.
error-other = { $reason }
