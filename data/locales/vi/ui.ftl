# Màn hình: dòng trạng thái, thanh bên, cửa sổ nổi.
