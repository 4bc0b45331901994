# Speeches written to files: web pages, e-books, texts.

export-speaker = Speaker
export-date = Date
export-occasion = Occasion
export-place = Place
export-number = Number
export-from = From
export-address = Address
export-link = Source
export-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
    }
export-start = Start of the text
export-summary = Text in reading order with an outline to go by; no pictures, sound or movement.
export-outline = Outline
export-skip = Skip the outline and go to the text
export-furniture = What stood around the text on its page
export-made = Exported by dienvan
export-txt-not-kept = { $id }: plain text does not keep all of this outline. Export it as md or json to keep it.
export-md-not-kept = { $id }: read again, this Markdown gives an outline that differs in places. Export it as json to keep it.
