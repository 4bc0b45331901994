# Đọc văn bản: mã hóa, tệp không mở được.
