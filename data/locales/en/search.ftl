# Searching: where a query is wrong. { $part } is the wrong part.

query-open-quote = “{ $part }”: the closing quotation mark is missing.
query-unknown-key = “{ $part }”: there is no condition “{ $typed }:”; did you mean “{ $nearest }:”?
query-no-value = “{ $part }”: nothing follows “{ $key }:”.
query-no-role = “{ $part }”: there is no role “{ $typed }”; use task, result, limitation, cause, lesson, viewpoint or other.
query-no-series = “{ $part }”: “{ $typed }” is no code of a list; codes are nv, kq, hc, nn, bh, qd, md, or nv2.
query-no-year = “{ $part }”: “{ $typed }” is no year; write year:2023 or year:2022..2024.
query-years-turned = “{ $part }”: the year { $first } comes after { $last }; write year:{ $last }..{ $first }.
query-no-place = “{ $part }”: “{ $typed }” cannot be searched by itself; there is only in:title.
query-not-title = “{ $part }”: the title cannot be left out; drop the minus sign.
query-title-alone = “{ $part }”: there are no words to find in the title.
query-only-without = “{ $part }”: this only says what to leave out; add words to find.

search-incomplete = Another program is making the index: { $searched } of { $total } speeches were searched, and what was changed just now may be missing. Search again in a few minutes.
search-more = Only the { $count } best speeches are given; add --limit 0 for all.
search-indexing = indexing the library
