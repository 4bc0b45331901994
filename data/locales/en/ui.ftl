# The screen: status line, sidebar, popups.

role-task = Task
role-result = Result
role-limitation = Limitation
role-cause = Cause
role-lesson = Lesson
role-viewpoint = Viewpoint
role-other = Other
item-plain = Item
duty-office = Office
section-opening = Opening
section-closing = Closing

mode-select-line = SELECT LINES
mode-select-sentence = SELECT SENTENCES
mode-select-paragraph = SELECT PARAGRAPHS
mode-sidebar = OUTLINE
mode-furniture = WHOLE PAGE
status-reading = reading the file…
status-parsing = making the outline…
hint-scope-library = library
hint-scope-open = open speeches
hint-import-open = import
hint-earlier-search = earlier search
hint-last-search = search again
hint-with-hits = more: export, bookmark…
hint-save-search = save
hunt-title = Search the library
hunt-title-found = Search the library: { $hits ->
    [one] { $hits } hit
   *[other] { $hits } hits
    } in { $speeches ->
    [one] { $speeches } speech
   *[other] { $speeches } speeches
    }
hunt-title-part = Search the library: { $hits ->
    [one] { $hits } hit
   *[other] { $hits } hits
    } in { $speeches ->
    [one] { $speeches } speech
   *[other] { $speeches } speeches
    }; { $searched } of { $total } searched so far, still indexing
hunt-title-open = Search in open speeches
hunt-title-found-open = Search in open speeches: { $hits ->
    [one] one hit
   *[other] { $hits } hits
    } in { $speeches ->
    [one] one speech
   *[other] { $speeches } speeches
    }
library-open-title = Open speeches ({ $shown }/{ $total })
hunt-type = Type what to find: words, "a phrase", -without, role:task, speaker:…, year:2022..2024, in:title.
hunt-going = Searching…
hunt-none = Nothing found.
hunt-more = … and { $count } more in this speech
hunt-scattered = … and { $hits } scattered in { $speeches ->
    [one] one speech
   *[other] { $speeches } speeches
    }: enter shows them
hits-bookmarked = Bookmarked { $count ->
    [one] one passage
   *[other] { $count } passages
    }, tagged #{ $tag }.
hits-bookmarked-some = Bookmarked { $count ->
    [one] one passage
   *[other] { $count } passages
    }, tagged #{ $tag }; { $known } had a bookmark already.
hits-saved = Wrote { $count ->
    [one] one passage
   *[other] { $count } passages
    } to { $path }
hits-passages = { $count ->
    [one] one passage with its source
   *[other] { $count } passages with their sources
    }
prompt-open = Open a file or folder (tab completes):
prompt-import = Import a file or folder into the library (tab completes):
prompt-export-speech = Export this speech to the file (.md .txt .html .epub):
prompt-export-tasks = Export the register to the file (.xlsx .csv .md .ics .json):
prompt-export-bookmarks = Export the bookmarks to the file (.md .csv .json):
picker-import = Import into the library?
picker-address = Open the address of the speech in a browser?
import-yes = Import { $count } open files into the library
address-yes = Open it with a program of the system, which will use the network
answer-no = No
import-nothing = No file is open that the library does not have.
importing = Importing { $count ->
    [one] one file
   *[other] { $count } files
    }…
imported = Imported: { $new } new, { $other } newer or other forms, { $same } known, { $failed } unreadable · { $list }, then { $key }: undo
imported-none = Nothing new: { $other } newer or other forms, { $same } known, { $failed } unreadable
exported-speech = Exported the speech to { $path }
exported-tasks = Exported { $count ->
    [one] one task
   *[other] { $count } tasks
    } to { $path }
exported-bookmarks = Exported { $count ->
    [one] one bookmark
   *[other] { $count } bookmarks
    } to { $path }
export-no-tasks = There are no tasks to export yet: open the register ({ $key }) first.
export-no-bookmarks = There are no bookmarks to export yet.
original-none = This speech has no file of its own to open.
address-none = The web address of this speech is not known.
opened-outside = { $what } was handed to { $command }.
opener-none = { $what } cannot be opened: this system has no { $commands }.
settings-read = The configuration file was read again.
table-none = There is no table or list here to copy.
table-rows = a table of { $count ->
    [one] one row
   *[other] { $count } rows
    }
table-address = Address
table-marker = Marker
table-words = Words
save-exists = { $path } is there already: nothing was written. Type another name.
save-ending = It is not clear in which form to write { $path }: type a name with a known ending, such as .csv, .md or .json.
save-failed = { $path } cannot be written: { $reason }
prompt-export-hits = Write the hits to the file (.csv .md .json):
hunt-line = line { $line }
hunt-at = Hit { $number } of { $count } in the library
hunt-nothing = You have not searched the library yet.
hunt-nothing-to-save = Nothing to save yet: type what to find.
hunt-not-here = This speech is no longer in the library.
search-saved = Search “{ $query }” saved.
search-saved-already = This search is already saved.
search-removed = Search “{ $query }” removed.
library-saved = saved search
matched-unmarked = no marks
matched-telex = telex
matched-vni = vni
index-failed = Cannot write the index to { $folder }: { $error }. You can still search the library, only more slowly; check free space and permissions.
status-listing = listing the library…
status-indexing = indexing { $done }/{ $total }

welcome = { $task } next task · { $outline } outline · { $search } search · { $bookmark } bookmark · { $help } help · { $close } hide this line
too-small = The window is too small. It needs { $columns } columns and { $rows } rows; make it larger.
text-empty = This text is empty.
reading-file = Reading the file…

furniture-note = ⋯ { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
    } hidden · { $key }: show
furniture-shown = { $lines ->
    [one] Showing the one line around the speech.
   *[other] Showing the { $lines } lines around the speech.
    }
furniture-hidden = { $lines ->
    [one] Hiding the one line around the speech.
   *[other] Hiding the { $lines } lines around the speech.
    }
furniture-none = Nothing is hidden in this text.

hint-next-task = task
hint-next-item = item
hint-next-section = section
hint-filter-outline = outline
hint-search = search
hint-bookmark = bookmark
hint-bookmark-note = with a note
hint-bookmarks = bookmarks
hint-copy = copy
hint-edit-speech = edit
hint-sort-library = sort
hint-reverse-library = reverse
hint-archive-speech = archive
hint-unarchive-speech = restore
hint-delete-speech = delete
hint-archived = archive
hint-shelved = in the library
hint-library = speeches
hint-help = help
hint-quit = quit
hint-accept = open
hint-line-down = down
hint-line-up = up
hint-page-down = next page
hint-cancel = close
hint-edit-note = edit note
hint-delete = delete
hint-undo = undo
hint-toggle-scope = here/all
hint-keep-note = save
hint-new-line = new line
hint-open-editor = editor
hint-edit-tags = tags
hint-set-kind = kind
hint-filter-bookmarks = filter
hint-sort-bookmarks = order
hint-select = sentence/paragraph/line
hint-select-swap = other end
hint-unfold = unfold
hint-fold = fold
hint-switch-pane = to the text

prompt-search = Search:
prompt-address = Go to address (e.g. nv.3):
prompt-percent = Go to percent:
prompt-tags = Tags, separated by commas:
prompt-letter = Give it the letter:
prompt-filter = Filter (words, #tag, role:task, kind:todo):
prompt-series-title = Name of the list:
percent-wrong = Type a number from 0 to 100.

picker-library = Library ({ $shown }/{ $total })
picker-outline = Outline ({ $shown }/{ $total })
picker-palette = Actions ({ $shown }/{ $total })
picker-correct = Correct { $subject }
picker-item-role = Role of { $subject }
picker-series-role = Role of the list { $subject }
picker-kind = Kind of bookmark
picker-furniture = What is { $subject }?
palette-none = No such command. Try another word, or delete some letters.
picker-theme = Themes
picker-none = Nothing matches. Delete some letters to see more.
library-none = No speech matches.
library-none-archived = No speech is archived.
library-archived-title = Archived speeches ({ $shown }/{ $total })
library-column-title = Title
library-column-speaker = Speaker
library-column-kind = Kind
library-column-date = Date
library-column-counts = Tasks/all
library-column-read = Read
library-counts = { $items ->
    [one] { $items } item
   *[other] { $items } items
    }, { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
    }
library-read = { $percent }% read
library-no-file = This speech has no file of its own, so it cannot be edited or archived. Import it first: dienvan import
library-read-whole = read to the end
library-changed = Changed: { $title }
library-put-away = Archived: { $title }
library-put-back = Back in the library: { $title }
library-taken-back = Undone: { $title }
library-removed = Deleted: { $title }
library-brought-back = The deleted speech is back.
library-nothing-to-undo = Nothing to undo.
date-wrong = “{ $typed }” is not a date. Write it like 20/12/2024.
picker-field = About { $subject }
picker-speech-kind = Kind of: { $subject }
field-title = Title
field-kind = Kind
field-speaker = Speaker
field-office = Office
field-date = Date
field-occasion = Occasion
field-place = Place
field-number = Number
field-url = Web address
field-of-text = taken from the title
library-failed = cannot be opened

no-items = No items found in this speech. Press { $set } to mark items yourself, { $search } to search.
no-more-tasks = No more tasks.
no-tasks = No tasks found; you can still go to the other items. Press { $key } at an item to change its role.
no-earlier-task = No earlier task.
no-such-task = There is no task { $number }.
no-more-items = No more items.
no-earlier-item = No earlier item.
no-such-item = This list has no item { $number }.
no-more-sections = This is the last section.
no-earlier-section = This is the first section.
no-such-address = There is no address “{ $address }” in this speech. Its lists: { $codes }; { $key }: search by words.
no-jump-back = No earlier place to go back to.
no-jump-forward = No later place to go forward to.
still-reading = A large file: the rest is still being read; you get there as soon as it is done.
only-speech = This is the only speech.

search-not-found = “{ $query }” was not found.
search-nothing = You have not searched yet. Press / and type.
search-wrapped = Reached the end; continued from the start.
search-wrapped-back = Reached the start; continued from the end.
search-last = This is the last hit.
search-first = This is the first hit.
mode-narrowed = ONLY “{ $query }”: { $items } items
mode-narrowed-more = ONLY “{ $query }”: { $items } items, { $paragraphs } paragraphs
search-how-unmarked = no marks
search-how-marked = with marks
search-how-telex = telex
search-how-vni = vni
search-mode-smart = Search: smart (letters without marks match any, those with marks must match).
search-mode-loose = Search: loose (marks, capitals, i and y do not count).
search-mode-exact = Search: exact (marks and capitals as typed).
search-loose = loose
search-exact = exact
prompt-narrow = Show only items with:
narrow-left = The filter is off: the place you went to does not match it.

bookmark-added = Bookmarked: “{ $quote }”
bookmark-added-item = Bookmarked all of { $item }: “{ $quote }”
bookmark-exists = This passage is already bookmarked.
bookmark-deleted = Bookmark deleted. { $key }: undo
bookmark-restored = Bookmark restored.
bookmark-moved = The bookmarked passage has moved; this is its new place.
bookmark-edited = The bookmarked words have changed ({ $percent }% alike); this is where they are.
bookmark-uncertain = { $count } passages are alike; it is not clear which one was bookmarked.
bookmark-lost = The bookmarked passage is no longer in the text. Its words are kept.
bookmark-speech-missing = “{ $title }” is not here. Open its file and try again.
bookmark-state-moved = moved
bookmark-state-edited = words have changed
bookmark-state-uncertain = not sure where
bookmark-state-lost = no longer in the text
hint-review = review
hint-take-words = take new words
hint-choose-passage = choose passage
hint-find-words = find words
hint-choose = choose
hint-run = do it
hint-go = go there
hint-open-speech = open speech
told-both = { $first } { $second }
key-moved = “{ $old }” is not what it was: { $action } is { $key } now.
key-in-palette = “{ $old }” is not what it was: { $action } is in the palette, press { $key }.
following-task = task { $number }
following-item = item { $number } of this list
following-section = section { $number }
following-percent = { $number }% of the text
following-line = line { $number } of the file
following-down = { $number } lines down
hint-next-candidate = next
hint-accept-all = accept all
hint-reattach = attach
hint-keep-lost = keep
review-title = Review bookmarks ({ $count })
review-done = All reviewed.
review-none = All bookmarks in this speech are in place.
review-notice = Bookmarks here: { $counts }. Press { $key } to review.
review-count-same = { $count } in place
review-count-moved = { $count } moved
review-count-edited = { $count } edited
review-count-uncertain = { $count } uncertain
review-count-lost = { $count } lost
review-state-same = in place
review-state-moved = moved
review-state-edited = edited
review-state-uncertain = uncertain
review-state-lost = lost
review-old = Was
review-new = Now, line { $line }
review-new-of = Now, passage { $number } of { $count }, line { $line }
review-new-none = Now
review-gone = These words are no longer in the text. Press Enter to choose a passage, / to search for the words, L to keep the bookmark all the same.
review-accepted = The bookmark is now at “{ $quote }”
review-accepted-all = { $count ->
    [one] One passage accepted.
   *[other] { $count } passages accepted.
    }
review-nothing-sure = No passage is certain enough to accept.
review-not-lost = This passage is still in the text.
review-kept = Bookmark kept although its words are gone.
review-select = Select a passage and press { $key } to attach the bookmark; { $cancel } leaves it.
review-not-attached = The bookmark is unchanged.
filter-no-role = There is no role “{ $value }”. Roles: task, result, limitation, cause, lesson, viewpoint, other.
filter-no-kind = There is no kind “{ $value }”. Kinds: important, todo, question, new, quote.
bookmarks-here = Bookmarks in this speech ({ $count })
bookmarks-all = All bookmarks ({ $count })
bookmarks-here-filtered = Bookmarks in this speech ({ $shown }/{ $count }) · { $filter }
bookmarks-all-filtered = All bookmarks ({ $shown }/{ $count }) · { $filter }
bookmarks-by-time = newest first
bookmarks-none-fits = No bookmark matches the filter. Press { $key } to change it.
no-bookmark-here = No bookmark here. Press m to set one, M to set one with a note.
kind-none = no kind
kind-important = important
kind-todo = to do
kind-question = to ask about
kind-new = new point
kind-quote = to quote
kind-set = Kind: { $kind }
tags-set = Tags saved.
tags-removed = Tags removed.
letter-set = This passage now has the letter { $letter }.
letter-moved = This passage now has the letter { $letter }; “{ $quote }” no longer has it, and stays bookmarked.
letter-none = No bookmark has the letter { $letter }. Press " and the letter to give it to one.
letter-wrong = Type exactly one letter.
bookmarks-none-here = No bookmarks in this speech. Press m while reading to bookmark a passage, or Tab here to see those of all speeches.
bookmarks-none = No bookmarks yet. Press m while reading to bookmark a passage.
no-more-bookmarks = No more bookmarks.
no-earlier-bookmark = No earlier bookmark.
note-new = Note: “{ $quote }”
note-edit = Edit note: “{ $quote }”
note-left = The note is not saved. Its draft is kept: open the note again to continue.
note-not-stored = The note is not saved yet; what you wrote is still here, and Enter tries again. { $reason }
note-bookmark-gone = Another program has just removed this bookmark. What you wrote is still here: press { $key } once more to set the bookmark again with the note.
draft-here = This is a draft of the note that was not saved. To discard it, delete all of it and press Esc.
draft-offer = You left a note unfinished at “{ $quote }”. Press { $key } to continue it.
draft-none = There is no unfinished note.
draft-not-kept = The draft of the note cannot be kept, so save the note before you leave. { $reason }
editor-missing = There is no editor “{ $command }”. Set VISUAL or EDITOR to the one you use.
editor-failed = The editor “{ $command }” ended with an error; the note is unchanged.
editor-failed-changed = The editor “{ $command }” ended with an error. What it saved is here, not stored yet.
editor-trouble = The note could not be given to an editor: { $reason }.
editor-kept = The note could not be read back: { $reason }. What the editor saved is in { $path }.
note-set = Note saved.
note-removed = Note removed.
undo-nothing = Nothing to undo.

copied = Copied with its source ({ $count } characters); if you cannot paste it, see help: { $what }
copied-tmux = Copied with its source to tmux ({ $count } characters): { $what }
copy-off = Copying is off. Set osc52 = true in [terminal] to turn it on.

came-back = Continuing at { $place } ({ $percent }%) · { $key }: to the start
came-back-changed = The text has a new version; continuing at { $place } ({ $percent }%) · { $key }: to the start
text-reloaded = The file changed and was read again; you are where you were.
text-reloaded-near = The file changed and was read again; your passage is gone, this is the nearest one.
text-reloaded-lost = The file changed and was read again; your place is gone, so this is the start.
text-emptied = The file is now empty, so the old text stays.
text-reload-failed = The file changed but cannot be read, so the old text stays. { $reason }
choice-first = { $what } It stays so the next time; the configuration file is not changed.
choice-not-kept = What was chosen cannot be kept: { $reason }
choices-forgotten = Theme, width, sidebar and language chosen in the reader are forgotten; the next start follows the configuration file.
sidebar-shown = Sidebar: shown.
sidebar-hidden = Sidebar: hidden.
came-back-last = What you read last, back at { $place } ({ $percent }%) · { $list }: all speeches · { $key }: to the start
opened-last = What you read last · { $list }: all speeches
file-gone = The file of this speech is gone. You can read it here until you close it.
text-changed = The text has changed since you last read it, so it opens at the start.
text-replaced = { $count ->
    [one] One place in the text is not UTF-8; it shows as �.
   *[other] { $count } places in the text are not UTF-8; they show as �.
    }
text-removed = { $count ->
    [one] One control character in the text is hidden.
   *[other] { $count } control characters in the text are hidden.
    }
text-companion = The TOML file beside the text is wrong at line { $line } and was not used. Correct that line; docs/en/files.md lists the keys.

sidebar-width-set = Sidebar: { $columns } columns
notes-always = Notes stand below their passages, beside them where there is room.
notes-beside = Notes stand beside the text only, where there is room.
columns-one = The text stands in one column.
columns-two = The text stands in two columns where the screen is wide enough.
aside-notes = Notes in the speech
aside-tasks = Tasks of the speech
aside-no-notes = No notes in this speech.
aside-no-tasks = No tasks were found in it.
aside-needs-room = The third pane shows from { $columns } columns on.
aside-speech-kept = This speech stays at the right; { $key } opens another.
mode-aside = THIRD PANE
measure-set = The text is { $columns } columns wide.
theme-dark = Dark
theme-light = Light
theme-high-contrast = High contrast
theme-none = No colours
theme-own = yours
theme-set = Theme: { $name }
theme-unknown = There is no theme “{ $name }”. Themes: { $names }. Your own go in { $folder }.
language-set = The interface is now in English.
suspend-unknown = This system cannot suspend a program. You can open another terminal window.
work-failed = Something failed in the background. Open the speech again; if it fails again, please report it.
crashed = The program failed and has stopped; your bookmarks and place are kept. Details are in { $path }: please send that file to the developers.
aborted = The program failed badly and has stopped; your bookmarks and drafts are kept. Open it again. If it stops at the same file again, please send that file to the developers.
places-not-kept = Your place cannot be kept for the next time. { $reason }
crashed-unwritten = The program failed and has stopped; your bookmarks and place are kept. Details:

help-title = Help
help-intro = The outline is on the left, the speech on the right. The palette lists every command; keys are shown as you have set them.
help-in-select = While selecting
help-in-sidebar = In the sidebar
help-in-note = In a note
help-in-lists = In the list of bookmarks
help-more = Good to know
help-count = A number before a key: 3t goes to task 3, 2i to item 2 of the current list, 50% to the middle, 120G to line 120.
help-address = Addresses: nv task, kq result, hc limitation, nn cause, bh lesson, qd viewpoint, md anything else; nv.3 is task 3.
help-search-marks = Searching: small letters without marks match any form; marks and capitals that are typed must match.
help-search-language = More: "these words in a row", -without this, role:task, series:nv; & shows only items that match. Telex or VNI keys with the input method off work, too.
help-clipboard = Inside tmux, copying goes into the buffer of tmux; elsewhere it uses OSC 52: where pasting fails, the terminal does not allow it.

help-in-register = In the register of tasks
prompt-filter-tasks = Filter (words, who:office, due:overdue, state:doing):
register-title-speech = Tasks of this speech: { $count }
register-title-open = Tasks of the open speeches: { $count }
register-title-library = Tasks of the library: { $count }
register-title-overdue = { $count } overdue
register-title-filter = filter: { $filter }
register-title-reading = reading…
register-reading = Reading the tasks of the speech…
register-reading-library = Reading the tasks of the speeches of the library…
register-none-here = This speech assigns no tasks. Press { $key } for the open speeches, then the library.
register-none-open = The open speeches assign no tasks. Press { $key } for the library.
register-none-library = The library has no tasks.
register-none-fits = No task matches the filter.
register-column-deadline = Due
register-column-office = In charge
register-column-task = Task
register-column-place = Place
register-no-office = (not stated)
register-due-before = before { $date }
register-due-from = from { $date }
register-line = line { $line }
register-above = ↑ line { $line }
register-part-actors = In charge: { $words }
register-part-executors = Carried out by: { $words }
register-part-partners = With: { $words }
register-part-deadline = Due: { $words }
register-part-targets = Targets: { $words }
register-part-report-to = Report to: { $words }
register-part-documents = Documents: { $words }
register-part-proof = Proof: { $words }
register-part-note = Note: { $words }
register-state-on = { $state } (recorded { $date })
register-due-changed = The deadline changed from “{ $was }” to “{ $now }”: set the state again to confirm it.
register-speech-missing = The speech “{ $title }” was not found here.
register-task-gone = The speech no longer has this task.
task-state-open = Open
task-state-doing = In progress
task-state-done = Done
task-state-not-mine = Not mine
hint-task-done = done
hint-task-doing = doing
hint-task-note = note
hint-filter-tasks = filter
hint-regroup-tasks = group
hint-task-scope = scope
hint-next-cell = next cell
hint-explain-task = why
register-filter-mine = who:"mine"
register-none-mine = Your offices are not known: choose a task and press { $key }, or set mine under [offices] in the configuration.
register-mine = of your office
register-mine-shared = of your office (as one of a group)
register-by-due = by deadline
register-by-office = by office
register-by-speech = by speech
register-group-overdue = Overdue
register-group-soon = Within 7 days
register-group-rhythm = Recurring
register-group-fuzzy = With a deadline, no date
register-group-none = No deadline
register-group-past = Past when issued
register-group-settled = Done, or not yours
register-group-month = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
task-column-actors = In charge
task-column-executors = Carried out by
task-column-partners = With
task-column-deadline = Due
task-column-targets = Targets
task-column-report-to = Report to
task-column-documents = Documents
task-why-title = Why these cells: { $place }
task-why-own = “{ $words }”: stated in the task itself, line { $line }.
task-why-above = “{ $words }”: stated above it, line { $line }, in a heading or lead-in.
task-why-no-office = Not stated: neither the task nor the headings above it name an office.
task-why-no-deadline = Not stated.
task-why-no-year = No year is given; read from the date of the document, { $date }.
task-why-part = The date is incomplete; read from the date of the document, { $date }.
task-why-day = The last day is { $date }; overdue from the next day.
task-why-before = “Before” { $date }: that day is taken as the deadline; overdue from the next day.
task-why-span = From { $from } to { $to }; overdue from the next day.
task-why-from = From { $date } on, with no last day.
task-why-length = A length of time without a starting day, so there is no last day.
task-why-rhythm = Recurring, so there is no last day.
task-why-fuzzy = It matches no day of the calendar, so it is kept in words.
task-why-undated = It depends on the date of the document, which is not known.
task-why-corrected = You set the day; the words are those of the text.
task-why-past = It had passed before the document was issued, so it does not count as overdue.
rhythm-daily = daily
rhythm-weekly = weekly
rhythm-monthly = monthly
rhythm-quarterly = quarterly
rhythm-yearly = yearly
rhythm-periodic = periodically
task-set-open = Cleared: { $task }. Press { $key } to undo.
task-set-doing = In progress: { $task }. Press { $key } to undo.
task-set-done = Done: { $task }. Press { $key } to undo.
task-set-not-mine = Not yours: { $task }. Press { $key } to undo.
task-taken-back = Undone: { $task }
task-proof-set = Proof saved.
task-proof-removed = Proof removed.
prompt-task-note = Note:
prompt-task-proof = Proof that it is done (number of a report):
register-title-unsure = { $count } to check
register-no-deadline = no deadline
register-edited = The words of the task have changed since.
picker-office = Which office is yours? ({ $shown }/{ $total })
reference-none = This passage refers to no part of the text and to no document.
reference-no-part = This text has no “{ $part }”.
reference-no-document = No known speech bears the number of “{ $document }”.
reference-not-here = not in this text
reference-not-in-library = not in the library
picker-reference = Follow a reference ({ $shown }/{ $total })
short-forms-none = This text defines no abbreviation.
short-forms-title = Abbreviations of this text
short-forms-here = In this passage
short-forms-others = In the whole text
time-of-speech = The speech: { $words ->
    [one] { $words } word
   *[other] { $words } words
    }, about { $reading } to read, { $speaking } to speak
time-of-part = This part: { $words ->
    [one] { $words } word
   *[other] { $words } words
    }, about { $reading } to read, { $speaking } to speak
time-of-selection = The selection: { $words ->
    [one] { $words } word
   *[other] { $words } words
    }, about { $reading } to read, { $speaking } to speak
time-of-rest = From here to the end: { $words ->
    [one] { $words } word
   *[other] { $words } words
    }, about { $reading } to read, { $speaking } to speak
time-short = { $words ->
    [one] { $words } word
   *[other] { $words } words
    }, spoken { $speaking }
time-told = { $time }.
time-seconds = { $count } s
time-minutes = { $count } min
time-hours = { $hours } h { $minutes } min
mode-autoscroll = SCROLLING · space: pause
mode-autoscroll-paused = PAUSED · space: go on
autoscroll-end = Scrolled to the end.
office-none-here = No office is named here. Choose a task that names one, or select the name of an office.
office-taken = “{ $office }” is now one of your offices.
office-taken-already = “{ $office }” is already one of your offices.
help-register-signs = In the register: □ open, ◐ in progress, ✓ done, – not yours, ! overdue, ↻ recurring, · past when issued, ? the deadline changed since; ↑ the office stands above, ~ the year is not in the text. In the outline: ■ a task of your offices.
prompt-task-office = In charge (words of the text; empty: not stated):
prompt-task-deadline = Due (words of the text, or a day such as 30/6/2025; empty: not stated):
task-words-missing = The text does not have “{ $words }”. Write the words exactly as they stand there.
task-day-without-words = The text says nothing about when this is due, so a day cannot be attached; write it in a note.
task-not-open = Open the speech of this task (enter) to correct it.
register-strays = { $count ->
    [one] A task you recorded is no longer in the speech: “{ $task }”.
   *[other] { $count } tasks you recorded are no longer in the speech, such as “{ $task }”.
    } What you recorded is kept.
