# Searching: where a query is wrong. { $part } is the wrong part.

query-too-long = The query is too long: at most { $most } bytes. Use a few characteristic words of the passage.
query-open-quote = “{ $part }”: the closing quotation mark is missing.
query-unknown-key = “{ $part }”: there is no condition “{ $typed }:”; did you mean “{ $nearest }:”?
query-no-value = “{ $part }”: nothing follows “{ $key }:”.
query-no-type = “{ $part }”: there is no type “{ $typed }”; items are task, result, limitation, cause, lesson, viewpoint or other; speeches are conclusion, directive, resolution, decision, dispatch, plan, opening, closing, report, letter, appeal, interview, notice or address.
query-no-role = “{ $part }”: there is no role “{ $typed }”; use task, result, limitation, cause, lesson, viewpoint or other.
query-no-series = “{ $part }”: “{ $typed }” is not a list code; codes are nv, kq, hc, nn, bh, qd, md, or nv2.
query-no-year = “{ $part }”: “{ $typed }” is not a year; write year:2023 or year:2022..2024.
query-years-turned = “{ $part }”: the year { $first } comes after { $last }; write year:{ $last }..{ $first }.
query-no-date = “{ $part }”: “{ $typed }” is not a day, month or year; write date:2023, date:2023-12, date:2023-12-20, date:2022..2024 or date:>=2023.
query-days-turned = “{ $part }”: { $first } comes after { $last }; write date:{ $last }..{ $first }.
query-no-kind = “{ $part }”: there is no kind “{ $typed }”; use conclusion, directive, resolution, decision, dispatch, plan, opening, closing, report, letter, appeal, interview, notice or address.
query-no-format = “{ $part }”: there is no format “{ $typed }”; use text, markdown, html, mhtml, docx, doc, odt, rtf, epub or pdf.
query-no-place = “{ $part }”: cannot search only in “{ $typed }”; there is only in:title.
query-of-tasks = “{ $part }”: “{ $key }:” filters tasks, not texts; use it in the register, or in “dienvan tasks --filter”.
query-not-of-tasks = “{ $part }”: the register cannot be filtered by “{ $key }:”; use who, with, due, state, cites, role, series, year, date or words.
query-no-due = “{ $part }”: “{ $typed }” is not a deadline; write due:overdue, due:7d, due:soon, due:none, due:rhythm, due:2025-12, due:..2025-12-31 or due:2025-06..2025-12.
query-no-state = “{ $part }”: there is no state “{ $typed }”; use open, doing, done or not-mine.
query-none-mine = “{ $part }”: the settings do not say which offices are yours; write [offices] mine = ["…"] in config.toml.
query-not-title = “{ $part }”: the title cannot be left out; drop the minus sign.
query-title-alone = “{ $part }”: add words to find in the title.
query-only-without = “{ $part }”: this only says what to leave out; add words to find.

search-incomplete = Another program is building the index: { $searched } of { $total } speeches were searched, and recent changes may be missing. Search again in a few minutes.
search-more = Only the { $count } best matches are shown; add --limit 0 for all.
search-scattered = { $hits ->
    [one] One more place has
   *[other] { $hits } more places in { $speeches ->
        [one] one speech
       *[other] { $speeches } speeches
        } have
    } all words, but scattered; add --scattered to see { $hits ->
    [one] it
   *[other] them
    }.
search-indexing = indexing the library
