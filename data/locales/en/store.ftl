# The user's files: bookmarks, reading positions.
