# The command line: help, results and errors.

## Help

cli-about = A terminal reader for structured speeches.
cli-after-help =
    WHAT is a path, - (standard input), a speech's id, an address (such as
    2023-12-20-ket-luan-noi-chinh/nv.3, or nv.3 where there is one speech) or words of a title,
    with or without diacritics. Without any, the library opens.

    Exit status: 0 done; 1 nothing found; 2 an error.

    Examples:
      dienvan speech.txt
      dienvan show nv.3
      dienvan tasks --format csv > tasks.csv
      dienvan search "giám định tư pháp"
cli-heading-usage = Usage:
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:
cli-about-list = List the speeches of the library
cli-about-show = Print the text of a speech, a series or one item
cli-about-outline = Print the outline of a speech
cli-about-outline-correct = Correct the outline: an item, its level or role, a list's name, furniture
cli-about-outline-corrections = List corrections, and whether they still fit
cli-arg-limit = The most speeches to give of the library, the best first; 0 for all, 100 if not said
cli-arg-line = The line of the text, as outline prints it; FIRST-LAST for --furniture and --text
cli-arg-item = The line opens an item
cli-arg-drop = The item is none
cli-arg-level = The item stands at this level, from 1
cli-arg-role = The item or list is for: task, result, limitation, cause, lesson, viewpoint or other
cli-arg-outline-correct-title = The list has this name
cli-arg-furniture = The lines are not the speech: chrome, front, caption, salutation or closing
cli-arg-text = The lines are text of the speech
cli-arg-undo = Take back this correction, or the last one
cli-arg-outline-correct-dry-run = Only show what would change
cli-about-tasks = Print a table of tasks
cli-about-tasks-done = Say that tasks are done
cli-about-tasks-doing = Say that tasks are being done
cli-about-tasks-open = Say that tasks are open
cli-about-tasks-not-mine = Say that tasks are not yours
cli-about-search = Search the speeches; capitals and diacritics count only where typed
cli-about-import = Take files, folders, archives into the library, each as it came
cli-arg-import-what = A file, a folder, a .zip archive or - (standard input)
cli-about-library = Edit, put away and delete speeches of the library
cli-about-library-edit = Change what is known of a speech; an empty value goes back to what the text says
cli-about-library-archive = Put speeches away: lists no longer show them
cli-about-library-unarchive = Put archived speeches back
cli-about-library-delete = Delete imported speeches; restore brings them back
cli-about-library-restore = Bring deleted speeches back; without an id, list them
cli-about-library-versions = List the original files that are kept of a speech
cli-arg-library-edit-title = The title
cli-arg-library-edit-kind = The kind: conclusion, directive, resolution, decision, dispatch, plan, opening, closing, report, letter, appeal, interview, notice or address
cli-arg-library-edit-speaker = Who spoke
cli-arg-library-edit-office = The speaker's office
cli-arg-library-edit-date = The day: 2024-12-20 or 20/12/2024
cli-arg-library-edit-occasion = The occasion
cli-arg-library-edit-place = The place
cli-arg-library-edit-number = The number of the document
cli-arg-library-edit-url = The address on the web
cli-arg-library-restore-id = The id of a deleted speech
cli-about-export = Write speeches to files: text, Markdown, a web page, an e-book, JSON
cli-about-bookmarks = Manage bookmarks
cli-about-bookmarks-list = List bookmarks
cli-about-bookmarks-add = Set a bookmark
cli-about-bookmarks-remove = Remove bookmarks
cli-about-bookmarks-check = Check that bookmarks still find their passages
cli-about-bookmarks-export = Write bookmarks for other programs
cli-about-bookmarks-import = Take in bookmarks from files
cli-arg-bookmarks-export-format = The format: md (the default), csv, json, w3c or fragment (links)
cli-arg-export-format = The format: txt, md, html, epub or json; otherwise that of the file's ending
cli-arg-output = The file to write, or a folder (its name ends in /) for one file a speech; otherwise standard output
cli-arg-force = Replace files that are there
cli-arg-no-furniture = Leave out menus and captions, which are otherwise kept where the format can hide them
cli-arg-bookmarks-import-file = A file that export wrote as json or w3c, or W3C Web Annotations; - is standard input
cli-arg-dry-run = Only show what would come of it
cli-about-config = Show and check the configuration
cli-about-config-show = Print every setting that holds
cli-about-config-path = Print the path of the configuration file
cli-about-config-check = Check the configuration file
cli-about-config-example = Print an example file with every option
cli-about-completions = Print a completion script for a shell
cli-about-man = Print the manual page
cli-arg-dienvan-what = Files, folders, - , an address or words of a title; without any, the library
cli-arg-what = A file, a folder, - , a speech's id, an address or words of a title
cli-arg-query = The words to find; quote several
cli-arg-bookmarks-remove-id = A bookmark's id, as dienvan bookmarks list shows it
cli-arg-tasks-done-id = A task’s id (at least its first 6 digits), or an address that has one task, such as SPEECH/nv.3
cli-arg-tasks-doing-id = A task’s id (at least its first 6 digits), or an address that has one task, such as SPEECH/nv.3
cli-arg-tasks-open-id = A task’s id (at least its first 6 digits), or an address that has one task, such as SPEECH/nv.3
cli-arg-tasks-not-mine-id = A task’s id (at least its first 6 digits), or an address that has one task, such as SPEECH/nv.3
cli-arg-shell = The shell: bash, zsh, fish, elvish or powershell
cli-arg-json = Print JSON
cli-arg-original = Print the bytes of the input as they were
cli-arg-cite = Print a citation: text, bibtex or csl (JSON)
cli-arg-explain = Name the rule that found each item, how sure it is, and what is not the speech
cli-arg-tasks-format = The form: table, json, jsonl, csv or md; xlsx (a spreadsheet), ics (a calendar), todo (todo.txt) and html (a page to print) list assignments; a table otherwise
cli-about-tasks-import = Keep states, proofs and notes of a table of tasks that was handed round and came back
cli-arg-tasks-import-file = The table, an XLSX or CSV file; tasks are known by their column Id
cli-arg-tasks-import-dry-run = Only tell what would be kept
cli-arg-tasks-import-force = Replace what you said since the table went out as well
cli-arg-export-register = Write the tasks as a page to print on A4 across (with --format html alone)
cli-arg-leaves = Only the innermost tasks, none that has parts
cli-arg-tasks-register = List assignments, those in sentences too: who, with whom, by when
cli-arg-who = Only those of this office; mine for yours (see the settings), none where nobody is named
cli-arg-with = Only those that this office takes part in; mine and none as above
cli-arg-due = Only those due: overdue, 7d (within 7 days), soon, later, rhythm (again and again), fuzzy (no day), none (no deadline), past (past when issued), 2025-12, ..2025-12-31, 2025-06..2025-12
cli-arg-state = Only those that are open, doing, done or not-mine
cli-arg-cites = Only those on the basis of this document: 57-NQ/TW, "NQ 57" or words of its name
cli-arg-tasks-filter = Only those that fit, as in the reader's register: words, who:…, with:…, due:7d, state:…, cites:57-NQ/TW
cli-arg-group = In groups: date, office or speech
cli-arg-today = Take this day for today, such as 2025-11-20
cli-arg-bom = Begin a CSV with a byte order mark, for Excel
cli-arg-tasks-output = Write to this file; its ending tells the form: .xlsx, .csv, .ics, .md, .json, .jsonl, .txt (todo.txt)
cli-arg-all = Include the parts of each task
cli-arg-note = A note
cli-arg-proof = What proves it, such as the number of a report
cli-arg-on = The day it is said: 2025-11-20 or 20/11/2025; today if it is left out
cli-arg-tag = A tag to find it by; may be given several times
cli-arg-bookmarks-add-kind = What it means: important, todo, question, new or quote
cli-arg-letter = The letter that jumps to it in the reader
cli-arg-filter = Only those that fit: words, #tag, role:task, kind:todo
cli-arg-list-filter = Only those that fit: words of title, speaker, occasion, place or ID, and conditions such as speaker:lan, date:2023-12, date:>=2023, kind:conclusion, format:docx, role:task
cli-arg-list-sort = The order: date (the latest first), title, speaker (by given name) or read (the one read last first); otherwise that of the library
cli-arg-reverse = The other end of the order first
cli-arg-archived = Those put away, too
cli-arg-sort = The order: place or time; otherwise that of the file
cli-arg-quote = Bookmark these words instead of the paragraph
cli-arg-config = Use this configuration file
cli-arg-data-dir = Keep everything (configuration, bookmarks, positions) in this folder
cli-arg-lang = The language of the interface: vi or en
cli-arg-color = When to use colours: auto, always or never
cli-arg-help = Print help
cli-arg-version = Print the version
man-manual = dienvan manual
man-name = NAME
man-synopsis = SYNOPSIS
man-options = GLOBAL OPTIONS
man-commands = COMMANDS
man-more = MORE

## A command line that cannot be read

usage-hint = Try dienvan --help.
usage-unknown = There is no option or argument “{ $arg }” here.
usage-no-value = { $arg } needs a value.
usage-bad-value = { $arg } does not take “{ $value }”; use one of: { $valid }.
usage-wrong-value = { $arg } does not take “{ $value }”.
usage-missing = Missing { $arg }
usage-no-command = A subcommand is missing; use one of: { $valid }.
usage-conflict = { $arg } does not go with { $other }.
usage-twice = { $arg } may be given only once.
usage-surplus = { $arg } takes no value “{ $value }”.
usage-not-utf8 = An argument is not UTF-8.

## Columns of tables

column-id = ID
column-date = DATE
column-title = TITLE
column-speech = SPEECH
column-passage = PASSAGE
column-change = CHANGE
column-is = IS
column-imported = IMPORTED
column-bytes = BYTES
column-source = SOURCE
column-file = FILE
column-speaker = SPEAKER
column-kind = KIND
column-read = READ
column-items = ITEMS
column-tasks = TASKS
column-address = ADDRESS
column-series = SERIES
column-number = NO.
column-line = LINE
column-task = TASK
column-owner = OWNER
column-note = NOTE
column-state = STATE
column-result = RESULT
column-quote = PASSAGE

## Results

outline-no-items = No items were recognised in this speech. Open it to read and press x to set items yourself, or use dienvan search.
outline-furniture = Not part of the speech
check-same = in place
check-moved = moved
check-edited = edited
check-uncertain = uncertain
check-lost = lost
check-no-speech = no such speech
check-kept = lost, kept
check-old = was:
check-new = now, line { $line }:
check-maybe = line { $line }:
import-new = new
import-merged = merged
import-known = known already
import-did = New: { $new } · merged: { $merged } · known already: { $known } · uncertain: { $uncertain } · lost: { $lost }
intake-bar = Importing
intake-new = { $title } (items: { $items }, tasks: { $tasks })
intake-updated = newer version: { $title } (items: { $items }, tasks: { $tasks })
intake-same = already there: { $name }
intake-form = another form of a speech that is there; { $name } is kept as well, the text is read as before
intake-form-better = another form of a speech that is there, and the better one: { $name } is read from now on, the one before is kept
intake-alike = much like { $id }, but words, day, number or title differ, so it is a speech of its own
intake-paragraphs = paragraphs new or rewritten: { $added } · gone: { $removed }
intake-count-new = New: { $count }
intake-count-updated = updated: { $count }
intake-count-form = other forms: { $count }
intake-count-same = already there: { $count }
intake-count-failed = failed: { $count }
intake-count-skipped = files that are no texts: { $count }
intake-stopped = Stopped: { $left } files are still to be imported. What is told above is kept; run the same command again once this is mended:
intake-dry-run = Nothing was written.
library-edited = { $id } was changed; see { $file }.
library-archived = { $id } is put away. Back again: dienvan library unarchive { $id }
library-unarchived = { $id } is in the lists again.
library-deleted = { $id } is deleted. Back again: dienvan library restore { $id }
library-restored = { $id } is back.
version-current = being read
version-older = older version
version-form = other form
import-would = Nothing was kept. It would be: new: { $new } · merged: { $merged } · known already: { $known } · uncertain: { $uncertain } · lost: { $lost }
export-without-link = Bookmarks without a link, for the web address of their speech is not known: { $count }. Name it as url in the TOML file beside the text.
config-none = There is no { $file }; every setting has its default.
config-good = { $file }: no problems.
config-problems = { $file } has { $count ->
    [one] a wrong entry
   *[other] { $count } wrong entries
    }; defaults hold there; see dienvan config check.
notice-replaced = { $file }: invalid bytes in { $count ->
    [one] one place
   *[other] { $count } places
    } are shown as �.
notice-removed = { $file }: { $count ->
    [one] one control character or sequence was
   *[other] { $count } control characters or sequences were
    } left out.

## Errors

open-missing = { $path } does not exist. Check the path.
open-denied = { $path } may not be read. Check its permissions.
open-empty-folder = The folder { $path } holds no text (.txt, .md, .html, .docx, .doc, .odt, .pdf, .epub…).
open-too-large = { $path } is larger than 1 GiB. Split it.
open-too-large-to-keep = { $path } is larger than 256 MiB and was not imported. Open the file directly, or split it and import the parts.
open-endless = { $path } gave more than 256 MiB and has not ended. Save what you need of it to a file, and open that.
open-not-a-file = { $path } is no regular file but a pipe or device, and was not read.
open-too-deep = The folder { $path } lies too deep and was not read. Import that folder by itself.
open-leads-out = { $path } is a link out of the folder and was not imported. To import it, name the file itself.
open-failed = { $path } did not open: { $reason }.
error-no-config = There is no configuration file { $path }. Check the path behind --config.
error-empty-library = The library is empty. Name a file, or add a folder to library.folders in the configuration.
error-unknown = “{ $what }” is not found. See dienvan list for what there is.
error-unknown-nearest = “{ $what }” is not found. Nearest:
error-meant-command = Did you mean the command: dienvan { $command }?
error-ambiguous = “{ $what }” is several speeches. Choose one:
error-no-item = { $speech } has no { $item }. It has: { $series }. Addresses change where the outline does: a text that was edited, a newer program that recognises more. To find the item by its words: dienvan outline SPEECH, dienvan search WORDS SPEECH; one with a bookmark: dienvan bookmarks list.
error-no-items = { $speech } has no { $item }: no items were recognised in it. Open it to read and press x to set items yourself, or use dienvan search.
error-original-on-terminal = Original bytes may hold control codes and are not written to a terminal. Use a file: dienvan show … --original > FILE.
error-book-on-terminal = An e-book is not written to a terminal. Name a file: dienvan export … --output FILE.epub.
error-no-format = Which format? Add --format txt, md, html, epub or json, or name a file with --output, such as speech.html.
error-unknown-ending = No format has the ending “{ $ending }”. Add --format txt, md, html, epub or json.
error-one-file = These are { $count } speeches, but one goes into a file. Name a folder: --output FOLDER/.
error-exists = { $path } is there already. Choose another name, or add --force to replace it.
error-write-denied = { $path } may not be written. Check the permissions of the folder, or name another one with --output.
error-write-full = The disk of { $path } is full; nothing of it was written. Make room, or name another place with --output.
error-write-no-folder = { $path } cannot be written: its folder does not exist. Make the folder, or name another one with --output.
error-write-failed = { $path } cannot be written: { $reason }. Name another place with --output.
error-some-not-written = Not written: { $count }. The other files are there.
error-no-tasks = No tasks were recognised. Open the speech to read and press x to set items or change their roles, or use dienvan search.
error-no-assignments = No assignment was found. dienvan outline tells how the speech is understood.
error-register-as-page = The register is exported as an html page alone. Other forms: dienvan tasks … --format xlsx, csv, ics, md, json or todo.
error-table-unreadable = { $path } cannot be read: an XLSX file, or a CSV in UTF-8, is needed.
error-table-without-ids = { $path } has no column Id, so nothing tells which line is which task.
error-tasks-not-taken = { $count ->
    [one] One line was
   *[other] { $count } lines were
    } not taken. Add --force to replace what was said since the table went out.
error-none-asked = No assignment fits what is asked.
error-workbook-on-terminal = A spreadsheet is not written to a terminal. Name a file: dienvan tasks … --output FILE.xlsx.
error-table-in-file = A table is for the screen. For a file add --format csv, xlsx, ics, md, json, jsonl, todo or html.
error-no-task-format = No form of tasks has the ending “{ $ending }”. Add --format csv, xlsx, ics, md, json, jsonl, todo or html.
error-nothing-listed = No speech of the library fits “{ $filter }”.
error-all-archived = All speeches of the library are archived; add --archived to list them.
error-no-hits = “{ $query }” is not found.
error-empty-query = There is nothing to search for.
error-no-bookmarks = There are no bookmarks. Set one with m while reading, or with dienvan bookmarks add.
error-none-fits = No bookmark fits. See all with dienvan bookmarks list.
import-broken = { $file } holds no bookmarks that can be read: { $reason }. Export them anew as json or w3c.
import-unknown = { $file } is JSON, but neither bookmarks of dienvan nor W3C Web Annotations.
import-newer = { $file } is of version { $found }; this program knows version { $known }. Take a newer one.
import-lacks = Entry { $entry } of { $file } lacks “quote” or a valid “speech”. Nothing was taken in; mend it and try again.
error-no-links = No link: the web address of these speeches is not known. Name it as url in the TOML file beside the text.
error-nothing-to-import = There is no bookmark in it.
error-unknown-bookmark = There is no bookmark { $id }. See the ids with dienvan bookmarks list.
error-unknown-task = There is no task { $what }. See the ids with dienvan tasks.
error-many-tasks = “{ $what }” has several tasks. Choose one by its id:
error-no-texts = There is no text to import there.
error-not-taken = Files not imported: { $count }. The others are done.
error-no-file = { $id } has no file of its own to write beside. Import it into the library first: dienvan import
error-not-imported = { $path } was not imported; it is your own file. Delete it yourself, or put it away with dienvan library archive.
error-nothing-deleted = No speech was deleted.
error-not-deleted = { $id } is not among the deleted speeches. List them with dienvan library restore.
error-id-taken = The library has a speech { $id }. Delete it or put it away first.
error-not-a-date = "{ $date }" is no date. Write it as 2024-12-20 or 20/12/2024.
error-unresolved = { $count ->
    [one] One bookmark is
   *[other] { $count } bookmarks are
    } uncertain or lost.
error-no-quote = “{ $quote }” is not in the text.
error-many-quotes = “{ $quote }” is in the text { $count } times. Quote more of it, or name the item's address.
error-bad-config = The configuration has { $count ->
    [one] one wrong entry
   *[other] { $count } wrong entries
    }.
error-other = { $reason }
