# What the files of the user's bookmarks, places and facts have to say.

store-busy = Another program is writing { $path } and has not finished in { $seconds } s. Nothing was changed: try again.
store-newer = { $path } was written by a newer dienvan (format { $found }, this one writes { $known }). Nothing was changed: update dienvan to write it.
store-read-denied = No permission to read { $path }. Change its permissions, or name another folder with --data-dir.
store-write-denied = No permission to write { $path }. Change its permissions, or name another folder with --data-dir.
store-full = The disk of { $path } is full, so this was not written. Make room and try again.
store-read-failed = Cannot read { $path }: { $reason }. Check the file, or name another folder with --data-dir.
store-write-failed = Cannot write { $path }: { $reason }. Check the folder, or name another one with --data-dir.
store-lock-failed = Cannot lock { $path }: { $reason }. Name a folder on another disk with --data-dir.
store-no-home = No home folder is known. Set HOME, or name a folder with --data-dir.

store-broken = { $path } is not valid, line { $line }: { $reason }. It is left as it is: correct that line. Should something be written first, the file is kept under another name.
store-set-aside = { $path } was not valid, line { $line }: { $reason }. Its contents are now in { $aside }, and a new file was begun.
store-entry-lacks = { $path }, entry at line { $line }: “{ $key }” is missing. The entry is kept and not used: add it.
store-entry-wrong = { $path }, entry at line { $line }: “{ $key }” has a value of the wrong kind. The entry is kept and not used: correct it.
store-read-only = { $path } was written by a newer dienvan (format { $found }, this one knows { $known }). It can be read but not written: update dienvan.
store-unreadable = Cannot read { $path }: { $reason }. Reading goes on without it.
store-gone = Bookmark { $id } was removed by another program, so its note was not saved. Set the bookmark again to keep the note.
task-text-changed = The text of “{ $title }” has changed since the list was made. Nothing was written. List the tasks again, then set the state.
store-configuration = The configuration { $path } cannot be understood (line { $line }), so nothing was written. Mend the file (see dienvan config check), then try again.

## Why: what the system and the readers of TOML, JSON and archives say
reason-not-found = there is no such file or folder
reason-denied = no permission
reason-read-only = the disk is read-only
reason-full = the disk is full
reason-quota = the quota is used up
reason-exists = a file or folder of that name exists
reason-folder = it is a folder, not a file
reason-no-folder = a part of the path is not a folder
reason-folder-full = the folder is not empty
reason-too-large = the file is too large
reason-bad-name = the file name is invalid or too long
reason-busy = another program is using it
reason-other-disk = the two places are on different disks
reason-many-links = the file has too many links
reason-loop = a link leads back to itself
reason-many-files = the program has too many files open
reason-device = the device failed to read or write
reason-timed-out = no answer in time
reason-network = the network connection to the file is lost
reason-closed = the receiving program has closed
reason-cut-short = the data ends too early
reason-memory = out of memory
reason-unsupported = the system or disk does not support this
reason-invalid = the system refused the request
reason-data = the data is not in the expected format
reason-no-file = it is not a regular file
reason-utf8 = the file is not UTF-8
reason-interrupted = the work was interrupted
reason-stopped = the program failed internally
reason-terminal-busy = the terminal is in use
reason-toml-twice = a key is written twice
reason-toml-no-value = the = or the value is missing after a key
reason-toml-equals = there is a = too many
reason-toml-quotes = text must be in double quotes
reason-toml-string = a text lacks its closing quotation mark or has a character that is not allowed
reason-toml-array = a list lacks its square bracket
reason-toml-header = the name of a table lacks its square bracket
reason-toml-inline = a table on one line lacks its brace or a key
reason-toml-comma = a comma is missing or too many
reason-toml-key = the key is wrong: one key a line, keys with accents in double quotes
reason-toml-number = the number is written wrongly
reason-toml-date = the date or time is written wrongly
reason-toml-depth = nested too deeply
reason-toml-list = this must be a list of tables, starting with [[name]]
reason-toml-stray = there are stray characters
reason-json = the JSON is malformed
reason-archive = the archive is malformed
reason-compressed = the compressed data is damaged
reason-missing-part = a required part is missing
reason-xml = the XML is malformed
reason-ole = the old Word file is malformed
reason-other = unknown error: “{ $what }”
