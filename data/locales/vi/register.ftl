## Bảng nhiệm vụ xuất ra
sheet-title = Nhiệm vụ
sheet-number = TT
sheet-task = Nhiệm vụ
sheet-actors = Chủ trì
sheet-partners = Phối hợp
sheet-deadline = Hạn
sheet-due-date = Ngày hạn
sheet-targets = Chỉ tiêu
sheet-report-to = Báo cáo
sheet-documents = Căn cứ
sheet-speech = Văn bản
sheet-place = Vị trí
sheet-state = Tình trạng
sheet-proof = Minh chứng
sheet-note = Ghi chú
sheet-id = Mã
sheet-handed-out = Khi xuất
sheet-no-office = (không nêu)
sheet-above = ↑ dòng { $line }
sheet-line = dòng { $line }
sheet-inferred = ~{ $year }: không ghi đủ ngày, hiểu theo ngày văn bản { $date }
sheet-no-base = không ghi đủ ngày, văn bản không rõ ngày
sheet-corrected = ngày do người đọc ghi lại
sheet-shared = chung

page-title = Sổ nhiệm vụ
page-tick = Xong
page-place = Văn bản, vị trí
page-made = Lập ngày { $date } · { $count } nhiệm vụ
page-foot = Lời văn, tên cơ quan và thời hạn đúng như trong văn bản; “↑ dòng” là nêu ở trên, “~” là suy theo ngày văn bản.
page-several = { $count } văn bản

standing-overdue = Quá hạn
standing-soon = Trong 7 ngày
standing-later = Sau đó
standing-rhythm = Định kỳ
standing-fuzzy = Có hạn, không rõ ngày
standing-none = Không có hạn
standing-past = Hạn đã qua khi ban hành
standing-settled = Đã xong hoặc không phải của tôi

## Bảng nhiệm vụ nhận về
returned-done = Đã ghi { $taken } nhiệm vụ; { $known } nhiệm vụ không có gì mới.
returned-trial = Sẽ ghi { $taken } nhiệm vụ; { $known } nhiệm vụ không có gì mới.
returned-unknown = dòng { $line }: thư viện không có nhiệm vụ mang mã { $id }.
returned-no-state = dòng { $line }, { $id }: “{ $what }” không phải tình trạng.
returned-overtaken = dòng { $line }, { $id }: bạn đã ghi khác đi sau khi gửi bảng: { $what }
returned-deadline = dòng { $line }, { $id }: hạn đã đổi sau khi gửi bảng: { $what }
