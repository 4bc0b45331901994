# The configuration file and themes: what is wrong in them, and what each option is for.
# The ids of explanations are `option-` and the option's key with hyphens.

config-warning = warning
config-help = help

config-write = Write { $accepted }.
config-nearest = Did you mean “{ $name }”?

config-syntax = The file is not TOML from here on, so every default holds
config-syntax-hint = Check quotation marks, equals signs and brackets here and on the line before.
config-duplicate = “{ $found }” is set twice, so every default holds
config-duplicate-hint = Delete one of the two.
config-unknown-option = There is no option “{ $key }”
config-unknown-option-hint = “dienvan config example” lists every option.
config-not-table = “{ $key }” must be a table
config-not-table-hint = Write [{ $key }] on a line of its own, and its options below.
config-value = “{ $key }” cannot be { $found }
config-key = “{ $part }” in “{ $key }” is not a key
config-key-hint = Write keys such as j, G, ctrl-d, alt-left, shift-f3, space or pgdn, with blanks between keys pressed one after another.
config-action = “{ $key }” cannot be { $found }: there is no such action
config-action-hint = Write the name of an action, such as "next-task", or "none" to free the key; “dienvan config example” lists them all.
config-conflict = “{ $key }” and the keys “{ $other }” exclude each other: one begins with the other
config-conflict-hint = Delete one of the two.
config-face = A theme has no part “{ $key }”
config-face-hint = The built-in themes name every part.
config-base = No built-in theme is called { $found }
config-style = “{ $key }” cannot be “{ $word }”
config-style-hint = Write in quotation marks bold, dim, italic, underline, reverse or strike, a colour (a name such as bright-red, #rrggbb, or 0 to 255), and “on” with the colour behind.
config-no-theme = There is no theme “{ $name }”

config-from-default = default
config-from-file = configuration file
config-from-reader = chosen in the reader
config-from-command-line = command line

config-accepts-switch = true or false
config-accepts-whole = a whole number from { $least } to { $most }
config-accepts-choice = one of { $list }
config-accepts-theme = { $list } or the name of a theme in the themes folder
config-accepts-folders = a list of folders, such as ["~/speeches"]
config-accepts-citation = a text in quotation marks, with one of { $list } in each pair of braces
config-accepts-names = a list of names, such as ["Sở Tài chính", "Phòng Kinh tế"]
config-accepts-name-table = a table of names with a list each, such as "Bộ Tài chính" = ["BTC"]

option-language = The language of messages: "vi", "en", or "auto" for that of the system.
option-theme = Colours: "dark", "light", "high-contrast", "none", the name of a file in the themes folder without .toml, or "auto" to follow the terminal's background.
option-theme-dark = The theme that "auto" takes on a dark background.
option-theme-light = The theme that "auto" takes on a light background.
option-reader-measure = How wide the text may be, in columns.
option-reader-center = Whether the text is centred in a wider window.
option-reader-paragraph-gap = Empty lines between paragraphs.
option-reader-scroll-margin = Lines kept visible above the place a jump leads to.
option-reader-landing-mark = Whether the line a jump leads to is marked.
option-reader-resume = Whether a speech opens where you left it.
option-reader-welcome = Whether the first start explains itself in one line.
option-reader-furniture = Whether menus, captions and the like are shown from the start.
option-reader-plain = Whether to read line by line instead of on a screen, for screen readers; like dienvan --plain.
option-reading-words-per-minute = How many words you read silently in a minute, for the reading time.
option-reading-speaking = How many words are spoken before an audience in a minute, for the speaking time and for automatic scrolling.
option-sidebar-visible = Whether the sidebar is shown from the start.
option-sidebar-width = The width of the sidebar, in columns.
option-sidebar-min-columns = On a screen of fewer columns the sidebar gives way to the text.
option-library-folders = Folders of your speeches, each read with the folders in it; ~/ is your home, other relative paths start at this file.
option-library-shipped = Whether the speeches that come with the program are in the library.
option-copy-citation = What copying puts on the clipboard. In braces may stand quote, speaker, office, occasion, place, date, title, number, address and url, one in each pair; what else stands there goes when the value is missing.
option-offices-mine = Your offices: their tasks are “mine” in the register and in “dienvan tasks --who mine”.
option-offices-alias = Other names of an office, such as "Bộ Tài chính" = ["BTC"]: whoever asks for one finds all.
option-offices-groups = Who belongs to a group that texts name as one, such as "các sở" = ["Sở Tài chính"]; such tasks are marked as shared.
option-search-wrap = Whether the search continues from the start when it reaches the end.
option-search-mode = How strict the search is: "smart" (letters without marks match any, those with marks must match), "exact" (marks and capitals as typed), "loose" (marks, capitals, i and y do not count).
option-terminal-mouse = Whether the program takes the mouse; the terminal then needs shift to select.
option-terminal-osc52 = Whether to copy through the terminal (OSC 52), which also works over SSH.
option-terminal-ask-background = Whether to ask the terminal for its background, for the theme "auto".
option-terminal-synchronized = Whether frames are sent as synchronized updates, which avoids flicker.
option-terminal-input-method = The input method that is on while one reads: when it takes a letter back and sends it with a mark, this tells which key was pressed. "telex", "vni", or "auto": the key of Telex if it has a command, else that of VNI.

## The user's own rules, in the folder lexicon

rule-unknown = No rule is called “{ $key }”
rule-unknown-hint = The program's own files in data/lexicon have every name.
rule-type = “{ $key }” cannot be { $found }
rule-not-text-hint = Write a text in quotation marks.
rule-not-list-hint = Write a list of words, such as ["chặng", "!bước"].
rule-not-lists-hint = Write a list of lists of words, such as [["phần"], [], ["mục"]].
rule-empty = “{ $key }” has an empty word
rule-empty-hint = Write the word, or delete it.
rule-not-sign = “{ $key }” cannot have { $found }, which is not one sign
rule-not-sign-hint = Write one sign, such as "•".
rule-twice = “{ $key }” has the letter “{ $letter }” twice
rule-twice-hint = Write each letter once, in order.
rule-other-role = { $found } is a word of “{ $role }”
rule-other-role-hint = Take it from “{ $role }” with a ! in front, or delete it here.
rule-other-number = { $found } stands for { $number }
rule-other-number-hint = The place in the list is the number that a word stands for; "" leaves a place as it is.
rule-missing = “{ $key }” has no { $found } to take away
rule-missing-hint = Write the word as it stands in the program's own file in data/lexicon.
rule-no-place = “{ $key }” has { $most } places
rule-no-place-hint = Delete those beyond.
