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
