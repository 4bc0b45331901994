# Why the outline is as it is, and what the user corrected in it.

## The marker of an item: `rule-` and the name of its family

rule-spoken = a number in words
rule-ordinal = an ordinal in words
rule-opener = an opening word
rule-closer = a closing word
rule-named = a named item
rule-capital = a capital letter
rule-roman = a roman number
rule-arabic = a number
rule-decimal = a number with points
rule-letter = a letter
rule-bracketed = a number in brackets
rule-small-roman = a small roman number
rule-bullet = a bullet
rule-count = one, two, three …
rule-law = a part, chapter, section or article
rule-made = made an item by you

## How its number goes on: `sequence-` and its name

sequence-opens = opens the list
sequence-follows = follows the item before it
sequence-skips = a number before it is missing
sequence-repeats = repeats a number
sequence-changes = goes on in another kind of marker
sequence-made = put in by you

## Where the words stand that gave a role: `source-` and its name

source-lead-in = the sentence that announces the list
source-heading = the heading
source-own-words = its own first line
source-verbs = the first verbs of the items
source-parent = the item around it
source-title = the title
source-table = the name of a column
source-correction = your correction
source-nothing = nothing

## What is not the speech: `kind-` and its name

kind-chrome = page furniture
kind-front = head of the text
kind-caption = caption
kind-salutation = salutation
kind-closing = closing

## Slips: `problem-` and their name

problem-skipped-number = { $count ->
    [one] { $missing } is missing before { $marker }.
   *[other] { $missing } are missing before { $marker }.
    }
problem-doubled-number = { $marker } has a number that an item before it has.
problem-level-jump = { $marker } stands deeper than it should: the item around it is missing.
problem-empty-item = { $marker } has no words.

## Explaining

explain-title = Why { $address }?
explain-here = Why here?
explain-item = Item { $address }, line { $line }
explain-series = List { $code }: { $title } ({ $count })
explain-slips = Looks like a slip
explain-marker = Marker: { $rule } (“{ $marker }”)
explain-marker-none = Marker: { $rule }
explain-inline = inside its paragraph
explain-sequence = Number { $number }: { $sequence }
explain-role = Role: { $role }, by { $source }
explain-role-cue = Role: { $role }, by { $source }, line { $line }: “{ $cue }”
explain-role-nothing = Role: { $role }, as no words speak for another
explain-sure = Certainty: { $percent }%
explain-doubtful = Certainty: { $percent }%, doubtful (?)
explain-no-items = There is nothing to explain: no items were recognised in this speech.
explain-no-item = There is no item here. The section is: { $section }.
explain-line = line { $line }

## Corrections: `change-`, `state-` and their name

change-item = made an item
change-drop = no item
change-level = level { $level }
change-role = role: { $role }
change-series-role = role of the list: { $role }
change-series-title = list renamed: “{ $title }”
change-furniture = not the speech: { $kind }
change-text = text of the speech
state-applied = applied
state-overridden = a later correction holds
state-lost = not applied: words not found
state-uncertain = not applied: words found in { $count } places
corrections-unfit = { $count ->
    [one] One correction
   *[other] { $count } corrections
    } of this text could not be applied: the words are gone or ambiguous. They are kept and listed.
corrections-hint = See dienvan outline corrections.

## Correcting on the command line

correct-done = Corrected:
correct-would = Would be corrected:
correct-undone = Taken back:
correct-would-undo = Would be taken back:
correct-same = The outline stays as it is.
refuse-no-line = There is no line { $line }: the text has { $last } lines.
refuse-empty-line = Line { $line } is empty. Name a line with words.
refuse-inside = Line { $line } goes on the paragraph that begins on line { $first }. Name that line.
refuse-no-item = No item begins on line { $line }. To make it one, use --item.
refuse-no-place = Which place? Name a line with --line N, or the address of an item or list, such as nv.3 or nv.
refuse-two-places = Name either an address or a line, not both.
refuse-one-line = Several lines go with --furniture and --text only. Name one line.
refuse-already = This is item { $item } already. Use --level or --role to change it, --drop to make it none.
refuse-list = { $code } is a list: it takes --role and --title. Name an item of it, such as { $code }.1.
refuse-item = { $item } is an item. To rename its list, name that: { $series }.
refuse-empty-title = The title is empty. Give the list a name of some words.
refuse-unknown = This speech has no correction { $id }. See the ids with dienvan outline corrections.
refuse-none = There are no corrections. Make one with x while reading, or with dienvan outline correct.

## Correcting in the reader

correction-made = Corrected: { $what }. { $key }: more, or undo
correction-undone = Taken back: { $what }
correction-restored = Corrected again: { $what }
correction-already-item = This paragraph opens an item already.
correction-no-item = There is no item here.
correction-no-series = There is no list here.
correction-top-level = The item stands at the outermost level already.
corrections-none = Nothing was corrected in this speech.
corrections-here = Corrections in this speech ({ $count })
