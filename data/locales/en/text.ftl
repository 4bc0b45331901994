# Reading texts: encodings, files that do not open.
