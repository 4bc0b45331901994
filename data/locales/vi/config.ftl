# Tệp cấu hình: lỗi trong tệp, và lời giải thích từng mục.
