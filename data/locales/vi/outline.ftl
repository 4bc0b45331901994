# Vì sao mục lục như vậy, và người dùng đã sửa những gì.

## Dấu hiệu của mục: `rule-` và tên nhóm

rule-spoken = số đọc bằng chữ
rule-ordinal = số thứ tự bằng chữ
rule-opener = từ mở đầu
rule-closer = từ kết thúc
rule-named = mục có tên gọi
rule-capital = chữ cái hoa
rule-roman = số La Mã
rule-arabic = chữ số
rule-decimal = số nhiều cấp
rule-letter = chữ cái
rule-bracketed = số trong ngoặc
rule-small-roman = số La Mã thường
rule-bullet = gạch đầu dòng
rule-count = một, hai, ba …
rule-law = phần, chương, mục hoặc điều
rule-made = bạn đã đặt thành mục

## Số nối tiếp ra sao: `sequence-` và tên

sequence-opens = mở đầu danh sách
sequence-follows = nối tiếp mục trước
sequence-skips = thiếu số trước đó
sequence-repeats = trùng số
sequence-changes = nối tiếp bằng kiểu đánh số khác
sequence-made = bạn đã thêm

## Những chữ cho biết loại nằm ở đâu: `source-` và tên

source-lead-in = câu dẫn của danh sách
source-heading = tiêu đề
source-own-words = dòng đầu của chính mục đó
source-verbs = động từ đầu các mục
source-parent = mục cấp trên
source-order = thứ tự các danh sách
source-title = tên bài
source-table = tên cột của bảng
source-correction = chỗ bạn đã sửa
source-nothing = không có gì

## Phần không thuộc bài: `kind-` và tên

kind-chrome = khung trang
kind-front = phần đầu văn bản
kind-caption = chú thích ảnh
kind-salutation = lời thưa gửi
kind-closing = phần kết

## Chỗ đáng ngờ: `problem-` và tên

problem-skipped-number = { $count ->
   *[other] Thiếu { $missing } trước { $marker }.
    }
problem-doubled-number = { $marker } trùng số với một mục trước đó.
problem-level-jump = { $marker } nằm sâu hơn mức thường: thiếu mục cấp trên.
problem-empty-item = { $marker } không có nội dung.

## Giải thích

explain-title = Vì sao { $address }?
explain-here = Vì sao ở đây?
explain-item = Mục { $address }, dòng { $line }
explain-series = Danh sách { $code }: { $title } ({ $count })
explain-slips = Chỗ đáng ngờ
explain-marker = Dấu hiệu: { $rule } (“{ $marker }”)
explain-marker-none = Dấu hiệu: { $rule }
explain-inline = nằm trong đoạn
explain-sequence = Số { $number }: { $sequence }
explain-role = Loại: { $role }, theo { $source }
explain-role-cue = Loại: { $role }, theo { $source }, dòng { $line }: “{ $cue }”
explain-role-nothing = Loại: { $role }, vì không có chữ nào cho biết khác đi
explain-sure = Độ tin cậy: { $percent }%
explain-doubtful = Độ tin cậy: { $percent }%, đáng ngờ (?)
explain-no-items = Không có gì để giải thích: chưa nhận ra mục nào trong bài.
explain-no-item = Chỗ này không thuộc mục nào. Phần đang đọc: { $section }.
explain-line = dòng { $line }

## Những chỗ đã sửa: `change-`, `state-` và tên

change-item = tách thành mục
change-drop = không phải mục
change-level = cấp { $level }
change-role = loại: { $role }
change-series-role = loại của danh sách: { $role }
change-series-title = tên danh sách: “{ $title }”
change-furniture = phần ngoài bài: { $kind }
change-text = lời trong bài
change-no-task = không phải nhiệm vụ
change-task-office = chủ trì: “{ $words }”
change-task-office-none = không nêu ai chủ trì
change-task-deadline = hạn: “{ $words }”
change-task-deadline-none = không nêu hạn
state-applied = đã áp dụng
state-overridden = lần sửa sau thay cho lần này
state-lost = không áp dụng: chữ đó không còn trong bài
state-uncertain = không áp dụng: chữ đó có ở { $count } chỗ
corrections-unfit = { $count ->
   *[other] { $count }
    } chỗ sửa của bài này không áp dụng được: chữ không còn hoặc có ở nhiều chỗ. Chúng vẫn được giữ và liệt kê.
corrections-hint = Xem dienvan outline corrections.

## Sửa bằng dòng lệnh

correct-done = Đã sửa:
correct-would = Sẽ sửa:
correct-undone = Đã bỏ chỗ sửa:
correct-would-undo = Sẽ bỏ chỗ sửa:
correct-same = Mục lục vẫn như cũ.
refuse-no-line = Không có dòng { $line }: văn bản có { $last } dòng.
refuse-empty-line = Dòng { $line } trống. Hãy nêu một dòng có chữ.
refuse-inside = Dòng { $line } nối tiếp đoạn bắt đầu ở dòng { $first }. Hãy nêu dòng { $first }.
refuse-no-item = Không có mục nào bắt đầu ở dòng { $line }. Muốn làm thành mục, dùng --item.
refuse-no-place = Sửa chỗ nào? Hãy nêu dòng bằng --line N, hoặc địa chỉ của mục hay danh sách, như nv.3 hay nv.
refuse-two-places = Hãy nêu địa chỉ hoặc dòng, không nêu cả hai.
refuse-one-line = Chỉ --furniture và --text nhận nhiều dòng. Hãy nêu một dòng.
refuse-already = Đây đã là mục { $item }. Dùng --level hoặc --role để sửa, --drop để bỏ.
refuse-list = { $code } là danh sách: chỉ nhận --role và --title. Hãy nêu một mục của nó, như { $code }.1.
refuse-item = { $item } là mục. Muốn đổi tên danh sách chứa nó, hãy nêu { $series }.
refuse-empty-title = Tên trống. Hãy đặt cho danh sách một cái tên có chữ.
refuse-unknown = Bài này không có chỗ sửa { $id }. Xem mã bằng dienvan outline corrections.
refuse-none = Chưa có chỗ sửa nào. Sửa bằng phím x khi đang đọc, hoặc bằng dienvan outline correct.

## Sửa khi đang đọc

correction-made = Đã sửa: { $what }. { $key }: sửa tiếp hoặc hoàn tác
correction-undone = Đã bỏ chỗ sửa: { $what }
correction-restored = Đã sửa lại: { $what }
correction-already-item = Đoạn này đã mở đầu một mục.
correction-no-item = Chỗ này không thuộc mục nào.
correction-no-series = Chỗ này không thuộc danh sách nào.
correction-top-level = Mục này đã ở cấp ngoài cùng.
corrections-none = Bài này chưa có chỗ sửa nào.
corrections-here = Những chỗ đã sửa trong bài này ({ $count })

## Vì sao danh sách thuộc loại đó: nơi có chữ `place-`, nhóm chữ `class-`, điều khác `sign-`

explain-reasons = Vì ({ $percent }%): { $reasons }
explain-reasons-against = Vì ({ $percent }%): { $reasons }. Ngược lại: { $against }
reason-class = { $place } có chữ chỉ { $class }
reason-word = { $place } có chữ “{ $word }”
place-end = cuối câu dẫn
place-clause = đầu câu dẫn
place-last = câu dẫn
place-opens = đầu câu dẫn
place-earlier = những câu trước câu dẫn
place-list = câu dẫn của cả danh sách
place-head = tiêu đề phía trên
place-outer = tiêu đề bao ngoài
place-over = tiêu đề cấp trên
place-item = mục chứa danh sách
place-around = các mục bao ngoài
place-above = đoạn phía trên
place-higher = đoạn trên nữa
place-behind = đoạn ngay sau
place-rest = đoạn cuối của mục cuối
place-marker = dấu mục
place-in = các mục
place-at = đầu các mục
place-begins = đầu các mục
place-member = các mục
place-first = mục đầu tiên
place-doc = đầu bài
place-doc-title = tên bài
class-reported = việc báo cáo
class-task = nhiệm vụ
class-result = kết quả
class-limitation = hạn chế
class-cause = nguyên nhân
class-lesson = bài học
class-viewpoint = quan điểm
class-other = nội dung khác
class-neutral = điều không cho biết loại
class-task-verbs = việc phải làm
class-result-verbs = việc đã làm
class-limitation-verbs = việc chưa được
class-cause-verbs = lý do
class-work = công việc
class-future = thời gian tới
class-must = sự bắt buộc
class-ask = lời yêu cầu
class-past = thời gian qua
class-got = cái được
class-bad = điều chưa tốt
class-because = lý do
class-goal = mục tiêu
class-agenda = chương trình, thành phần
class-comprises = sự liệt kê
class-rule = quy định
class-standing = chức năng thường xuyên
class-purpose = mục đích
class-concession = ý nhượng bộ
class-count = số lượng
class-noun = danh từ chung
class-aspiration = hành động
class-negative = phủ định
class-existential = tình trạng
class-maxim = lời khái quát
class-actor = người thực hiện
class-until = thời hạn
class-calendar = ngày tháng
class-measure = số đo
sign-part = là một phần có tiêu đề riêng
sign-holds = phần này chứa danh sách
sign-law = là phần của một văn bản luật
sign-asks = câu dẫn là câu hỏi
sign-head = tiêu đề phía trên là câu hỏi
sign-outer = tiêu đề bao ngoài là câu hỏi
sign-over = tiêu đề cấp trên là câu hỏi
sign-quoted = đoạn trên dẫn một quy định
sign-quoted-above = đoạn phía trên dẫn một quy định
sign-item-quotes = mục chứa danh sách dẫn một quy định
sign-member-figure = các mục có con số
sign-member-percent = các mục có số phần trăm
sign-member-question = các mục là câu hỏi
sign-member-short = các mục ngắn
sign-member-long = các mục dài
sign-member-named = các mục có tên gọi
sign-member-listed = các mục kết thúc bằng dấu chấm phẩy
sign-member-sentence = các mục là câu trọn vẹn
sign-member-small = các mục mở đầu bằng chữ thường
sign-member-deadline = các mục có thời hạn
sign-doc-spoken = là bài nói
sign-doc-asks = bài có tiêu đề là câu hỏi
sign-doc-asks-often = bài có nhiều tiêu đề là câu hỏi
sign-doc-quotes = bài dẫn quy định
sign-doc-quotes-often = bài dẫn nhiều quy định
sign-doc = loại văn bản
sign-lead = dạng của câu dẫn
sign-members = số mục
sign-marker = kiểu đánh số
sign-seen-roles = vị trí trong bài
sign-around-is = mục chứa danh sách là { $role }
sign-around-is-none = danh sách không nằm trong mục nào
sign-before = danh sách ngay trước là { $role }
sign-before-none = là danh sách đầu tiên
sign-member-before = phần ngay trước là { $role }
sign-member-before-none = là phần đầu tiên
sign-seen = trong bài đã có danh sách { $role }
sign-lead-says = câu dẫn gọi tên { $role }
sign-heading-says = tiêu đề gọi tên { $role }
sign-own-says = tên của phần là { $role }
sign-marker-says = dấu mục gọi tên { $role }
sign-verbs-say = từ đầu của các mục nói về { $role }
sign-rules = từ gần nhất gọi tên loại là { $role }
sign-rules-none = không từ nào gọi tên loại
sign-asks-by = câu dẫn là câu hỏi
sign-quarter = vị trí trong bài
sign-counts = câu dẫn nêu số mục
sign-lead-quotes = câu dẫn dẫn một quy định
sign-in-article = nằm trong một điều luật
sign-in-part = nằm dưới một tiêu đề
sign-doc-articles = là văn bản có các điều
sign-doc-questions = là bộ câu hỏi
