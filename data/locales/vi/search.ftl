# Tìm kiếm: truy vấn sai ở đâu. { $part } là phần sai.

query-too-long = Câu tìm dài quá: tối đa { $most } byte. Hãy chọn vài từ tiêu biểu của đoạn cần tìm.
query-open-quote = “{ $part }”: thiếu dấu ngoặc kép đóng.
query-unknown-key = “{ $part }”: không có điều kiện “{ $typed }:”; có phải là “{ $nearest }:” không?
query-no-value = “{ $part }”: chưa có gì sau “{ $key }:”.
query-no-role = “{ $part }”: không có vai trò “{ $typed }”; chọn task, result, limitation, cause, lesson, viewpoint hoặc other.
query-no-series = “{ $part }”: “{ $typed }” không phải mã danh sách; mã có dạng nv, kq, hc, nn, bh, qd, md, hoặc nv2.
query-no-year = “{ $part }”: “{ $typed }” không phải năm; gõ year:2023 hoặc year:2022..2024.
query-years-turned = “{ $part }”: năm { $first } đứng sau năm { $last }; gõ year:{ $last }..{ $first }.
query-no-date = “{ $part }”: “{ $typed }” không phải ngày, tháng hay năm; gõ date:2023, date:2023-12, date:2023-12-20, date:2022..2024 hoặc date:>=2023.
query-days-turned = “{ $part }”: { $first } đứng sau { $last }; gõ date:{ $last }..{ $first }.
query-no-kind = “{ $part }”: không có loại bài “{ $typed }”; chọn ket-luan, chi-thi, nghi-quyet, quyet-dinh, cong-dien, ke-hoach, khai-mac, be-mac, bao-cao, thu, keu-goi, hoi-dap, thong-bao hoặc phat-bieu.
query-no-format = “{ $part }”: không có định dạng “{ $typed }”; chọn text, markdown, html, mhtml, docx, doc, odt, rtf, epub hoặc pdf.
query-no-place = “{ $part }”: không tìm riêng trong “{ $typed }” được; chỉ có in:title, tìm trong tiêu đề.
query-of-tasks = “{ $part }”: “{ $key }:” hỏi về nhiệm vụ, không dùng khi tìm trong văn bản; hãy dùng trong sổ nhiệm vụ, hoặc “dienvan tasks --filter”.
query-not-of-tasks = “{ $part }”: sổ nhiệm vụ không lọc được theo “{ $key }:”; dùng của, cùng, hạn, xong, dẫn, role, series, year, date hoặc từ cần tìm.
query-no-due = “{ $part }”: “{ $typed }” không phải thời hạn; gõ hạn:overdue (quá hạn), hạn:7d, hạn:soon (sắp đến hạn), hạn:none (không hạn), hạn:rhythm (định kỳ), hạn:2025-12, hạn:..2025-12-31 hoặc hạn:2025-06..2025-12.
query-no-state = “{ $part }”: không có tình trạng “{ $typed }”; chọn open (chưa xong), doing (đang làm), done (xong) hoặc not-mine (không phải của tôi).
query-none-mine = “{ $part }”: cấu hình chưa cho biết cơ quan nào là của bạn; ghi [offices] mine = ["…"] trong config.toml.
query-not-title = “{ $part }”: không loại trừ tiêu đề được; bỏ dấu trừ.
query-title-alone = “{ $part }”: chưa có từ cần tìm trong tiêu đề.
query-only-without = “{ $part }”: chỉ có phần loại trừ; thêm từ cần tìm.

search-incomplete = Một chương trình khác đang lập chỉ mục: mới tìm trong { $searched }/{ $total } bài, bài vừa sửa có thể chưa có. Hãy tìm lại sau ít phút.
search-more = Chỉ nêu { $count } bài khớp nhất; thêm --limit 0 để có tất cả.
search-indexing = đang lập chỉ mục thư viện
