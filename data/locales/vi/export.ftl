# Bài viết ra tệp: trang web, sách điện tử, văn bản.

export-speaker = Người phát biểu
export-date = Ngày
export-occasion = Dịp
export-place = Địa điểm
export-number = Số hiệu
export-from = Trích từ
export-address = Vị trí
export-link = Nguồn
export-items = { $count } mục
export-start = Phần mở đầu
export-summary = Văn bản theo thứ tự đọc, có mục lục để di chuyển; không có hình ảnh, âm thanh hay chuyển động.
export-outline = Mục lục
export-skip = Bỏ qua mục lục, tới phần nội dung
export-furniture = Phần ngoài bài trên trang gốc
export-made = Xuất bằng dienvan
export-txt-not-kept = { $id }: văn bản thường không giữ được trọn mục lục của bài này. Muốn giữ trọn, hãy xuất ra md hoặc json.
export-md-not-kept = { $id }: khi đọc lại tệp Markdown này, mục lục sẽ khác ở vài chỗ. Muốn giữ trọn, hãy xuất ra json.
