# Tệp của người dùng: dấu trang, vị trí đọc.
