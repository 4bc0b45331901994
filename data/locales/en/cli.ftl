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
cli-arg-limit = The most speeches to list from the library, best first; 0 for all, 100 by default
cli-arg-scattered = Tell of places with all words scattered too, although some speech has them in a row
cli-arg-line = The line of the text, as outline prints it; FIRST-LAST for --furniture and --text
cli-arg-item = The line begins an item
cli-arg-drop = The line begins no item
cli-arg-level = The item stands at this level, from 1
cli-arg-role = The role of the item or list: task, result, limitation, cause, lesson, viewpoint or other
cli-arg-outline-correct-title = The list has this name
cli-arg-furniture = The lines are not part of the speech: chrome, front, caption, salutation or closing
cli-arg-text = The lines are part of the speech
cli-arg-undo = Undo this correction, or the last one
cli-arg-outline-correct-dry-run = Only show what would change
cli-about-tasks = Print a table of tasks
cli-about-tasks-done = Record tasks as done
cli-about-tasks-doing = Record tasks as in progress
cli-about-tasks-open = Record tasks as open
cli-about-tasks-not-mine = Record tasks as not yours
cli-about-search = Search the speeches; capitals and diacritics count only where typed
cli-about-import = Import files, folders and archives into the library, each kept as it came
cli-arg-import-what = A file, a folder, a .zip archive or - (standard input)
cli-about-library = Edit, archive and delete speeches of the library
cli-about-library-edit = Change the details of a speech; an empty value goes back to what the text says
cli-about-library-archive = Archive speeches: lists no longer show them
cli-about-library-unarchive = Restore archived speeches
cli-about-library-delete = Delete imported speeches; restore brings them back
cli-about-library-restore = Bring deleted speeches back; without an id, list them
cli-about-library-versions = List the original files kept of a speech
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
cli-arg-dry-run = Only show what would happen
cli-about-config = Show and check the configuration
cli-about-config-show = Print every setting in effect
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
cli-arg-explain = Name the rule that found each item, how certain it is, and what is not part of the speech
cli-arg-tasks-format = The form: table, json, jsonl, csv or md; xlsx (a spreadsheet), ics (a calendar), todo (todo.txt) and html (a page to print) list assignments; a table otherwise
cli-about-tasks-import = Take states, proofs and notes from a table of tasks that was sent out and came back
cli-arg-tasks-import-file = The table, an XLSX or CSV file; tasks are known by their column Id
cli-arg-tasks-import-dry-run = Only tell what would be recorded
cli-arg-tasks-import-force = Also replace what you recorded after the table went out
cli-arg-export-register = Write the tasks as a page to print on A4 landscape (only with --format html)
cli-arg-leaves = Only the innermost tasks, not those with parts
cli-arg-tasks-register = List assignments, also those within sentences: who, with whom, by when
cli-arg-who = Only tasks of this office; mine for your own (from the settings), none where nobody is named
cli-arg-with = Only tasks this office takes part in; mine and none as above
cli-arg-due = Only tasks due: overdue, 7d (within 7 days), soon, later, rhythm (recurring), fuzzy (no date), none (no deadline), past (past when issued), 2025-12, ..2025-12-31, 2025-06..2025-12
cli-arg-state = Only tasks that are open, doing, done or not-mine
cli-arg-cites = Only tasks based on this document: 57-NQ/TW, "NQ 57" or words of its name
cli-arg-tasks-filter = Only matching tasks, as in the reader's register: words, who:…, with:…, due:7d, state:…, cites:57-NQ/TW
cli-arg-group = In groups: date, office or speech
cli-arg-today = Take this day as today, such as 2025-11-20
cli-arg-bom = Start a CSV with a byte order mark, for Excel
cli-arg-tasks-output = Write to this file; its ending tells the form: .xlsx, .csv, .ics, .md, .json, .jsonl, .txt (todo.txt)
cli-arg-all = Include the parts of each task
cli-arg-note = A note
cli-arg-proof = What proves it done, such as the number of a report
cli-arg-on = The day of the record: 2025-11-20 or 20/11/2025; today by default
cli-arg-tag = A tag to find it by; may be given several times
cli-arg-bookmarks-add-kind = Its kind: important, todo, question, new or quote
cli-arg-letter = The letter that jumps to it in the reader
cli-arg-filter = Only matching bookmarks: words, #tag, role:task, kind:todo
cli-arg-list-filter = Only matching speeches: words of title, speaker, occasion, place or ID, and conditions such as speaker:lan, date:2023-12, date:>=2023, kind:conclusion, format:docx, role:task
cli-arg-list-sort = The order: date (latest first), title, speaker (by given name) or read (last read first); otherwise that of the library
cli-arg-reverse = Reverse the order
cli-arg-archived = Include archived speeches
cli-arg-sort = The order: place or time; otherwise that of the file
cli-arg-quote = Bookmark these words instead of the paragraph
cli-arg-plain = Read line by line without drawing a screen: for screen readers and pipes

## Reading line by line

plain-prompt = Command?
plain-begin = { $title }. Paragraphs: { $paragraphs }, items: { $items }, tasks: { $tasks }. Type ? for the commands.
plain-help = Enter or next: the next paragraph; previous; 5: read 5 paragraphs; task 3; nv.3: go to that item; search words, search next; mark; note text: a bookmark with a note; outline; where; time; start; end; quit.
plain-unknown = There is no command “{ $typed }”. Type ? for the commands.
plain-at-end = End of the speech.
plain-at-start = This is the start.
plain-nothing-searched = Nothing searched yet. Type search and the words.
plain-no-items = No items found in this speech.
plain-where = { $place }, paragraph { $paragraph } of { $paragraphs }.
cli-arg-config = Use this configuration file
cli-arg-data-dir = Keep everything (configuration, bookmarks, positions) in this folder
cli-arg-lang = The language of the interface: vi or en
cli-arg-color = When to use colours: auto, always or never
cli-arg-help = Print help
cli-arg-version = Print the version
## What stands for a value in the usage

cli-value-what = WHAT
cli-value-path = PATH
cli-value-file = FILE
cli-value-dir = DIR
cli-value-lang = LANG
cli-value-when = WHEN
cli-value-name = NAME
cli-value-date = DATE
cli-value-office = OFFICE
cli-value-number = NUMBER
cli-value-words = WORDS
cli-value-query = QUERY
cli-value-by = BY
cli-value-text = TEXT
cli-value-kind = KIND
cli-value-order = ORDER
cli-value-n = N
cli-value-line = LINE
cli-value-id = ID
cli-value-format = FORMAT
cli-value-state = STATE
cli-value-role = ROLE
cli-value-letter = LETTER
cli-value-shell = SHELL
cli-value-tag = TAG
cli-value-command = COMMAND
cli-value-options = OPTIONS
cli-value-item = ITEM
cli-value-note = NOTE
cli-value-on = DATE
cli-value-proof = PROOF
cli-value-due = DUE

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
usage-missing = { $arg } is missing.
usage-no-command = A subcommand is missing; use one of: { $valid }.
usage-no-such-command = There is no subcommand “{ $arg }”; use one of: { $valid }.
usage-other = This command line cannot be understood.
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

outline-no-items = No items found in this speech. Open it to read and press x to mark items yourself, or use dienvan search.
outline-furniture = Not part of the speech
check-same = in place
check-moved = moved
check-edited = edited
check-uncertain = uncertain
check-lost = lost
check-no-speech = speech not found
check-kept = lost, kept
check-old = was:
check-new = now, line { $line }:
check-maybe = line { $line }:
import-new = new
import-merged = merged
import-known = already there
import-did = New: { $new } · merged: { $merged } · already there: { $known } · uncertain: { $uncertain } · lost: { $lost }
intake-bar = Importing
intake-new = { $title } ({ $items ->
    [one] { $items } item
   *[other] { $items } items
    }, { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
    })
intake-updated = newer version: { $title } ({ $items ->
    [one] { $items } item
   *[other] { $items } items
    }, { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
    })
intake-same = already there: { $name }
intake-form = another form of a speech you have; { $name } is kept too, the earlier one is still read
intake-form-better = another form of a speech you have, and more complete: { $name } is read from now on, the earlier one is kept
intake-alike = much like { $id }, but words, date, number or names differ, so it is a speech of its own
intake-paragraphs = paragraphs new or rewritten: { $added } · gone: { $removed }
intake-count-new = New: { $count }
intake-count-updated = updated: { $count }
intake-count-form = other forms: { $count }
intake-count-same = already there: { $count }
intake-count-failed = failed: { $count }
intake-count-skipped = not texts: { $count }
intake-stopped = Stopped: { $left } files are still to be imported. What is listed above is kept; once the problem is solved, run the same command again:
intake-dry-run = Nothing was written.
library-edited = { $id } was changed; see { $file }.
library-archived = { $id } is archived. To undo: dienvan library unarchive { $id }
library-unarchived = { $id } is back in the lists.
library-deleted = { $id } is deleted. To undo: dienvan library restore { $id }
library-restored = { $id } is back.
version-current = in use
version-older = older version
version-form = other form
import-would = Nothing saved. Result would be: new: { $new } · merged: { $merged } · already there: { $known } · uncertain: { $uncertain } · lost: { $lost }
export-without-link = { $count ->
    [one] One bookmark has no link
   *[other] { $count } bookmarks have no link
    } because the web address of its speech is not known. Set url in the TOML file beside the text.
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
open-denied = No permission to read { $path }. Check its permissions.
open-empty-folder = The folder { $path } holds no text (.txt, .md, .html, .docx, .doc, .odt, .pdf, .epub…).
open-too-large = { $path } is larger than 1 GiB. Split it.
open-too-large-to-keep = { $path } is larger than 256 MiB and was not imported. Open the file directly, or split it and import the parts.
open-endless = { $path } gave more than 256 MiB and has not ended. Save what you need of it to a file, and open that.
open-not-a-file = { $path } is no regular file but a pipe or device, and was not read.
open-too-deep = The folder { $path } lies too deep and was not read. Import that folder by itself.
open-leads-out = { $path } is a link out of the folder and was not imported. To import it, name the file itself.
open-failed = Cannot open { $path }: { $reason }.
error-no-config = There is no configuration file { $path }. Check the path after --config.
error-empty-library = The library is empty. Name a file, or add a folder to library.folders in the configuration.
error-unknown = “{ $what }” was not found. See dienvan list for what there is.
error-unknown-nearest = “{ $what }” was not found. Nearest:
error-meant-command = Did you mean: dienvan { $command }?
error-ambiguous = “{ $what }” matches several speeches. Choose one:
error-no-item = { $speech } has no { $item }. It has: { $series }. Addresses change when the outline does: the text was edited, or a newer program recognises more. To find the item by its words: dienvan outline SPEECH, dienvan search WORDS SPEECH; bookmarked items: dienvan bookmarks list.
error-no-items = { $speech } has no { $item }: no items were found in it. Open it to read and press x to mark items yourself, or use dienvan search.
error-original-on-terminal = Original bytes may hold control codes and are not written to a terminal. Use a file: dienvan show … --original > FILE.
error-book-on-terminal = An e-book is not written to a terminal. Name a file: dienvan export … --output FILE.epub.
error-no-format = Which format? Add --format txt, md, html, epub or json, or name a file with --output, such as speech.html.
error-unknown-ending = No format has the ending “{ $ending }”. Add --format txt, md, html, epub or json.
error-one-file = These are { $count } speeches, but one goes into a file. Name a folder: --output FOLDER/.
error-exists = { $path } already exists. Choose another name, or add --force to replace it.
error-write-denied = No permission to write { $path }. Check the permissions of the folder, or choose another place with --output.
error-write-full = The disk of { $path } is full; nothing was written there. Free some space, or choose another place with --output.
error-write-no-folder = Cannot write { $path }: its folder does not exist. Create the folder, or choose another place with --output.
error-write-failed = Cannot write { $path }: { $reason }. Choose another place with --output.
error-some-not-written = Not written: { $count }. The other files are there.
error-no-tasks = No tasks found. Open the speech to read and press x to mark items or change their roles, or use dienvan search.
error-no-assignments = No assignments found. dienvan outline shows how the speech is understood.
error-register-as-page = The register can only be exported as an html page. Other forms: dienvan tasks … --format xlsx, csv, ics, md, json or todo.
error-table-unreadable = Cannot read { $path }: it must be an XLSX file, or CSV in UTF-8.
error-table-without-ids = { $path } has no column Id, so its lines cannot be matched to tasks.
error-tasks-not-taken = { $count ->
    [one] One line was
   *[other] { $count } lines were
    } not taken. Add --force to replace what was said since the table went out.
error-none-asked = No assignment matches.
error-workbook-on-terminal = A spreadsheet is not written to a terminal. Name a file: dienvan tasks … --output FILE.xlsx.
error-table-in-file = A table is for the screen. For a file add --format csv, xlsx, ics, md, json, jsonl, todo or html.
error-no-task-format = There is no task format with the ending “{ $ending }”. Add --format csv, xlsx, ics, md, json, jsonl, todo or html.
error-nothing-listed = No speech in the library matches “{ $filter }”.
error-all-archived = All speeches of the library are archived; add --archived to list them.
error-no-hits = “{ $query }” was not found.
error-empty-query = There is nothing to search for.
error-no-bookmarks = There are no bookmarks. Set one with m while reading, or with dienvan bookmarks add.
error-none-fits = No bookmark matches. See all with dienvan bookmarks list.
import-broken = { $file } holds no readable bookmarks: { $reason }. Export them again as json or w3c.
import-unknown = { $file } is JSON, but neither bookmarks of dienvan nor W3C Web Annotations.
import-newer = { $file } has version { $found }; this program knows version { $known }. Use a newer program.
import-lacks = Entry { $entry } of { $file } lacks “quote” or a valid “speech”. Nothing was imported; correct it and try again.
error-no-links = No links: the web addresses of these speeches are not known. Set url in the TOML file beside the text.
error-nothing-to-import = There are no bookmarks in it.
error-unknown-bookmark = There is no bookmark { $id }. See the ids with dienvan bookmarks list.
error-unknown-task = There is no task { $what }. See the ids with dienvan tasks.
error-many-tasks = “{ $what }” has several tasks. Choose one by its id:
error-no-texts = There are no texts to import there.
error-not-taken = Files not imported: { $count }. The others are done.
error-no-file = { $id } has no file of its own to write beside. Import it into the library first: dienvan import
error-not-imported = { $path } was not imported; it is your own file. Delete it yourself, or archive it with dienvan library archive.
error-nothing-deleted = No speech was deleted.
error-not-deleted = { $id } is not among the deleted speeches. List them with dienvan library restore.
error-id-taken = The library already has a speech { $id }. Delete or archive it first.
error-not-a-date = “{ $date }” is not a date. Write it like 2024-12-20 or 20/12/2024.
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
error-other = Failed: { $reason }.
