# The screen: status line, sidebar, popups.

role-task = Task
role-result = Result
role-limitation = Limitation
role-cause = Cause
role-lesson = Lesson
role-viewpoint = Viewpoint
role-other = Item
section-opening = Opening
section-closing = Closing

mode-select-line = SELECT LINES
mode-select-sentence = SELECT SENTENCES
mode-select-paragraph = SELECT PARAGRAPHS
mode-sidebar = OUTLINE
mode-furniture = WHOLE PAGE
status-reading = reading the file…
status-parsing = making the outline…

welcome = { $task } next task · { $outline } outline · { $search } search · { $bookmark } bookmark · { $help } help · { $close } hide this line
too-small = The window is too small. It takes { $columns } columns and { $rows } rows; make it larger.
text-empty = This text is empty.
reading-file = Reading the file…

furniture-note = ⋯ hidden lines: { $lines } · { $key }: show
furniture-shown = Page furniture is shown; lines: { $lines }.
furniture-hidden = Page furniture is hidden; lines: { $lines }.
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
hint-select = other unit
hint-select-swap = other end
hint-unfold = unfold
hint-fold = fold
hint-switch-pane = to the text

prompt-search = Search:
prompt-address = Go to address (e.g. nv.3):
prompt-percent = Go to per cent:
prompt-note = Note:
prompt-edit-note = Edit note:
prompt-series-title = Name of the list:
percent-wrong = Type a number from 0 to 100.

picker-library = Speeches ({ $shown }/{ $total })
picker-outline = Outline ({ $shown }/{ $total })
picker-palette = Actions ({ $shown }/{ $total })
picker-correct = Correct { $subject }
picker-item-role = Role of { $subject }
picker-series-role = Role of the list { $subject }
picker-furniture = What is { $subject }?
picker-none = Nothing matches. Delete some letters to see more.
library-failed = cannot be opened

no-items = This speech has no numbered items. Use / to search or PgDn to read on.
no-more-tasks = No more tasks.
no-tasks = This speech has no tasks; its other items can be gone to.
no-earlier-task = No earlier task.
no-such-task = There is no task { $number }.
no-more-items = No more items.
no-earlier-item = No earlier item.
no-such-item = This list has no item { $number }.
no-more-sections = This is the last section.
no-earlier-section = This is the first section.
no-such-address = There is no address “{ $address }” in this speech. Its lists: { $codes }.
no-jump-back = No jump to go back from.
no-jump-forward = No jump to go forward to.
still-reading = A large file: the rest is being read, and you get there as soon as it is.
only-speech = This is the only speech.

search-not-found = “{ $query }” was not found.
search-nothing = Nothing searched for yet. Press / and type.
search-wrapped = Past the end: went on from the start.
search-wrapped-back = Past the start: went on from the end.
search-last = This is the last hit.
search-first = This is the first hit.

bookmark-added = Bookmarked: “{ $quote }”
bookmark-exists = This passage is bookmarked already.
bookmark-deleted = Bookmark deleted. { $key }: undo
bookmark-restored = Bookmark restored.
bookmark-moved = The bookmarked passage has moved; this is its new place.
bookmark-uncertain = { $count } passages are alike; which one was bookmarked is not known.
bookmark-lost = The bookmarked passage is no longer in the text. Its words are kept.
bookmark-speech-missing = “{ $title }” is not here. Open its file and try again.
bookmark-state-moved = moved
bookmark-state-uncertain = not sure where
bookmark-state-lost = no longer in the text
filter-no-role = There is no role “{ $value }”. Roles: task, result, limitation, cause, lesson, viewpoint, other.
filter-no-kind = There is no kind “{ $value }”. Kinds: important, todo, question, new, quote.
bookmarks-here = Bookmarks in this speech ({ $count })
bookmarks-all = All bookmarks ({ $count })
bookmarks-none-here = No bookmarks in this speech. Press m while reading to bookmark a passage, or Tab here to see those of all speeches.
bookmarks-none = No bookmarks yet. Press m while reading to bookmark a passage.
no-more-bookmarks = No more bookmarks.
no-earlier-bookmark = No earlier bookmark.
note-set = Note saved.
note-removed = Note removed.
undo-nothing = Nothing to undo.

copied = Sent with its source by OSC 52 ({ $count } characters): { $what }
copy-off = Copying through the terminal is off. Set osc52 = true in [terminal] to turn it on.

came-back = Back at { $place } ({ $percent }%) · { $key }: to the start
text-changed = The text has changed since you read it last, so it opens at the start.
text-replaced = { $count } places of the text are not UTF-8; they show as �.
text-removed = { $count } control characters of the text are not shown.
text-web-page = This is the source of a web page, not yet read as a speech. Turn it into text (e.g. w3m -dump FILE > speech.txt) and open that.
text-companion = The TOML file beside the text is wrong at line { $line } and was not used. Correct that line; docs/files.md lists the keys.

measure-set = The text is { $columns } columns wide.
theme-set = Theme: { $name }
theme-unknown = There is no theme “{ $name }”. Themes: { $names }. Your own belong in { $folder }.
language-set = The interface is in English now.
work-failed = Work in the background failed. Open the speech again; if it fails again, tell the makers.
crashed = The program failed and has ended; bookmarks and your place are kept. Details are in { $path }: please send that file to the makers.
crashed-unwritten = The program failed and has ended; bookmarks and your place are kept. Details:

help-title = Help
help-intro = The outline is on the left, the speech on the right. The palette has every action; the keys shown are those of the present configuration.
help-in-select = While a passage is being selected
help-in-sidebar = In the sidebar
help-in-lists = In the list of bookmarks
help-more = Good to know
help-count = A number before a key: 3t goes to task 3, 2i to item 2 of the list one is in, 50% to the middle, 120G to line 120.
help-address = Addresses: nv task, kq result, hc limitation, nn cause, bh lesson, qd viewpoint, md anything else; nv.3 is task 3.
help-search-marks = Searching: small letters without marks match any form; marks and capitals that are typed must match.
help-clipboard = Copying uses OSC 52. tmux needs “set -s set-clipboard on”; where pasting fails, the terminal does not allow it.
