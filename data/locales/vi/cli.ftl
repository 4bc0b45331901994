# Dòng lệnh: trợ giúp, kết quả và lỗi.
