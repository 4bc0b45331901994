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
sequence-made = added by you

## Where the words stand that gave a role: `source-` and its name

source-lead-in = the sentence that announces the list
source-heading = the heading
source-own-words = its own first line
source-verbs = the first verbs of the items
source-parent = the item above it
source-order = the lists before it
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
problem-level-jump = { $marker } stands deeper than it should: the item above it is missing.
problem-empty-item = { $marker } has no text.

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
explain-role-nothing = Role: { $role }, as no words say otherwise
explain-sure = Certainty: { $percent }%
explain-doubtful = Certainty: { $percent }%, doubtful (?)
explain-no-items = There is nothing to explain: no items were recognised in this speech.
explain-no-item = There is no item here. The section is: { $section }.
explain-line = line { $line }

## Corrections: `change-`, `state-` and their name

change-item = made an item
change-drop = not an item
change-level = level { $level }
change-role = role: { $role }
change-series-role = role of the list: { $role }
change-series-title = list renamed: “{ $title }”
change-furniture = not part of the speech: { $kind }
change-text = part of the speech
change-no-task = not a task
change-task-office = in charge: “{ $words }”
change-task-office-none = nobody is named
change-task-deadline = due: “{ $words }”
change-task-deadline-none = no deadline
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
refuse-already = This is already item { $item }. Use --level or --role to change it, --drop to remove it.
refuse-list = { $code } is a list: it takes --role and --title. Name an item of it, such as { $code }.1.
refuse-item = { $item } is an item. To rename its list, name that: { $series }.
refuse-empty-title = The title is empty. Give the list a name.
refuse-unknown = This speech has no correction { $id }. See the ids with dienvan outline corrections.
refuse-none = There are no corrections. Make one with x while reading, or with dienvan outline correct.

## Correcting in the reader

correction-made = Corrected: { $what }. { $key }: more, or undo
correction-undone = Taken back: { $what }
correction-restored = Corrected again: { $what }
correction-already-item = This paragraph already begins an item.
correction-no-item = There is no item here.
correction-no-series = There is no list here.
correction-top-level = The item is already at the top level.
corrections-none = Nothing was corrected in this speech.
corrections-here = Corrections in this speech ({ $count })

## Why a list has its role: where words stand `place-`, classes of words `class-`, other signs `sign-`

explain-reasons = Because ({ $percent }%): { $reasons }
explain-reasons-against = Because ({ $percent }%): { $reasons }. Against it: { $against }
reason-class = { $place }: words for { $class }
reason-word = { $place }: “{ $word }”
place-end = end of the announcement
place-clause = begin of the announcement
place-last = announcement
place-opens = begin of the announcement
place-earlier = sentences before the announcement
place-list = announcement of the whole list
place-head = heading above
place-outer = outer heading
place-over = heading over that
place-item = the item around
place-around = items further out
place-above = paragraph above
place-higher = paragraph further up
place-behind = paragraph behind
place-rest = last paragraph of the last member
place-marker = marker
place-in = members
place-at = begin of the members
place-begins = begin of the members
place-member = members
place-first = first member
place-doc = head of the text
place-doc-title = the title
class-reported = a report
class-task = tasks
class-result = results
class-limitation = limitations
class-cause = causes
class-lesson = lessons
class-viewpoint = viewpoints
class-other = other things
class-neutral = something other than a role
class-task-verbs = things to do
class-result-verbs = things done
class-limitation-verbs = things not done
class-cause-verbs = reasons
class-work = work
class-future = the time ahead
class-must = obligation
class-ask = a request
class-past = the time behind
class-got = gains
class-bad = what is not well
class-because = reasons
class-goal = goals
class-agenda = an agenda or attendance
class-comprises = enumeration
class-rule = rules
class-standing = standing functions
class-purpose = a purpose
class-concession = a concession
class-count = a count
class-noun = general nouns
class-aspiration = action
class-negative = negation
class-existential = a state
class-maxim = a general saying
class-actor = who acts
class-until = a time limit
class-calendar = days and months
class-measure = measures
sign-part = it is a part with a heading of its own
sign-holds = it holds a list
sign-law = it is part of a law
sign-asks = the announcement asks
sign-head = the heading above asks
sign-outer = the outer heading asks
sign-over = the heading over that asks
sign-quoted = the paragraph above quotes a rule
sign-quoted-above = a paragraph further up quotes a rule
sign-item-quotes = the item around quotes a rule
sign-member-figure = members with figures
sign-member-percent = members with percentages
sign-member-question = members that ask
sign-member-short = short members
sign-member-long = long members
sign-member-named = members with a name of their own
sign-member-listed = members that end in a semicolon
sign-member-sentence = members that are sentences
sign-member-small = members that begin with a small letter
sign-member-deadline = members with a deadline
sign-doc-spoken = it is a speech
sign-doc-asks = the text has a heading that asks
sign-doc-asks-often = the text has many headings that ask
sign-doc-quotes = the text quotes a rule
sign-doc-quotes-often = the text quotes many rules
sign-doc = the kind of text
sign-lead = the form of the announcement
sign-members = the number of members
sign-marker = the way of counting
sign-seen-roles = its place in the text
sign-around-is = the item around is: { $role }
sign-around-is-none = it lies in no item
sign-before = the list before is: { $role }
sign-before-none = it is the first list
sign-member-before = the part before is: { $role }
sign-member-before-none = it is the first part
sign-seen = the text already had: { $role }
sign-lead-says = the announcement names: { $role }
sign-heading-says = the heading names: { $role }
sign-own-says = the part is named: { $role }
sign-marker-says = the marker names: { $role }
sign-verbs-say = the first words of the items say: { $role }
sign-rules = the nearest word that names a role: { $role }
sign-rules-none = no word names a role
sign-asks-by = the announcement asks
sign-quarter = its place in the text
sign-counts = the announcement counts the items
sign-lead-quotes = the announcement quotes a rule
sign-in-article = it lies in an article of a law
sign-in-part = it lies under a heading
sign-doc-articles = the text has articles
sign-doc-questions = the text is a quiz
