# Tìm kiếm: truy vấn sai ở đâu. { $part } là phần sai.

query-too-long = Câu tìm dài quá: tối đa { $most } byte. Hãy chọn vài từ tiêu biểu của đoạn cần tìm.
query-open-quote = “{ $part }”: thiếu dấu ngoặc kép đóng.
query-unknown-key = “{ $part }”: không có điều kiện “{ $typed }:”; có phải là “{ $nearest }:” không?
query-no-value = “{ $part }”: chưa có gì sau “{ $key }:”.
query-no-type = “{ $part }”: không có loại “{ $typed }”; mục có nhiệm vụ, kết quả, hạn chế, nguyên nhân, bài học, quan điểm, khác; bài có kết luận, chỉ thị, nghị quyết, quyết định, công điện, kế hoạch, khai mạc, bế mạc, báo cáo, thư, kêu gọi, hỏi đáp, thông báo, phát biểu.
query-no-role = “{ $part }”: không có loại “{ $typed }”; chọn nhiệm vụ, kết quả, hạn chế, nguyên nhân, bài học, quan điểm hoặc khác.
query-no-series = “{ $part }”: “{ $typed }” không phải mã danh sách; mã có dạng nv, kq, hc, nn, bh, qd, md, hoặc nv2.
query-no-year = “{ $part }”: “{ $typed }” không phải năm; gõ năm:2023 hoặc năm:2022..2024.
query-years-turned = “{ $part }”: năm { $first } đứng sau năm { $last }; gõ năm:{ $last }..{ $first }.
query-no-date = “{ $part }”: “{ $typed }” không phải ngày, tháng hay năm; gõ ngày:2023, ngày:12/2023, ngày:20/12/2023, ngày:2022..2024 hoặc ngày:>=2023.
query-days-turned = “{ $part }”: { $first } đứng sau { $last }; gõ ngày:{ $last }..{ $first }.
query-no-kind = “{ $part }”: không có loại bài “{ $typed }”; chọn kết luận, chỉ thị, nghị quyết, quyết định, công điện, kế hoạch, khai mạc, bế mạc, báo cáo, thư, kêu gọi, hỏi đáp, thông báo hoặc phát biểu.
query-no-format = “{ $part }”: không có định dạng “{ $typed }”; chọn text, markdown, html, mhtml, docx, doc, odt, rtf, epub hoặc pdf.
query-no-place = “{ $part }”: không tìm riêng trong “{ $typed }” được; chỉ có trong:tên, tức là tìm trong tên bài.
query-of-tasks = “{ $part }”: “{ $key }:” dùng để lọc nhiệm vụ, không dùng khi tìm trong văn bản; hãy dùng trong sổ nhiệm vụ, hoặc “dienvan tasks --filter”.
query-not-of-tasks = “{ $part }”: sổ nhiệm vụ không lọc được theo “{ $key }:”; dùng của, cùng, hạn, xong, dẫn, loại, mã, năm, ngày hoặc từ cần tìm.
query-no-due = “{ $part }”: “{ $typed }” không phải thời hạn; gõ hạn:"quá hạn", hạn:"7 ngày", hạn:"sắp đến hạn", hạn:"không có", hạn:"định kỳ", hạn:12/2025, hạn:..31/12/2025 hoặc hạn:6/2025..12/2025.
query-no-state = “{ $part }”: không có tình trạng “{ $typed }”; chọn chưa xong, đang làm, đã xong hoặc không phải của tôi.
query-none-mine = “{ $part }”: cấu hình chưa cho biết cơ quan nào là của bạn; ghi [offices] mine = ["…"] trong config.toml.
query-not-title = “{ $part }”: không loại trừ tên bài được; bỏ dấu trừ.
query-title-alone = “{ $part }”: chưa có từ cần tìm trong tên bài.
query-only-without = “{ $part }”: chỉ có phần loại trừ; hãy thêm từ cần tìm.

search-incomplete = Một chương trình khác đang lập chỉ mục: mới tìm trong { $searched }/{ $total } bài, bài vừa sửa có thể chưa có. Hãy tìm lại sau ít phút.
search-scattered = Còn { $hits } chỗ có đủ các từ nhưng đứng rời nhau, trong { $speeches } bài; thêm --scattered để nêu cả.
search-more = Chỉ nêu { $count } bài khớp nhất; thêm --limit 0 để có tất cả.
search-indexing = đang lập chỉ mục thư viện
