## The table of tasks as it goes out
sheet-title = Tasks
sheet-number = No.
sheet-task = Task
sheet-actors = In charge
sheet-partners = With
sheet-deadline = Due
sheet-due-date = Due date
sheet-targets = Targets
sheet-report-to = Report to
sheet-documents = On the basis of
sheet-speech = Document
sheet-place = Place
sheet-state = State
sheet-proof = Proof
sheet-note = Note
sheet-id = Id
sheet-handed-out = As exported
sheet-no-office = (not stated)
sheet-above = ↑ line { $line }
sheet-line = line { $line }
sheet-inferred = ~{ $year }: the date is not whole, read by the day of the document, { $date }
sheet-no-base = the date is not whole, and the document has no day
sheet-corrected = the day was written down by the reader
sheet-shared = shared

page-title = Register of tasks
page-tick = Done
page-place = Document, place
page-made = Made on { $date } · { $count ->
    [one] { $count } task
   *[other] { $count } tasks
    }
page-foot = Words, offices and deadlines are those of the document; “↑ line” is said above, “~” is read by the day of the document.
page-several = { $count ->
    [one] { $count } document
   *[other] { $count } documents
    }

standing-overdue = Overdue
standing-soon = Within 7 days
standing-later = Later
standing-rhythm = Recurring
standing-fuzzy = With a deadline, no date
standing-none = Without a deadline
standing-past = Past when issued
standing-settled = Done, or not mine

## A table of tasks that came back
returned-done = Kept of { $taken ->
    [one] { $taken } task
   *[other] { $taken } tasks
    }; nothing new of { $known }.
returned-trial = Would keep of { $taken ->
    [one] { $taken } task
   *[other] { $taken } tasks
    }; nothing new of { $known }.
returned-unknown = line { $line }: the library has no task with the id { $id }.
returned-no-state = line { $line }, { $id }: “{ $what }” is no state.
returned-overtaken = line { $line }, { $id }: you said something else since the table went out: { $what }
returned-deadline = line { $line }, { $id }: the deadline has changed since the table went out: { $what }
