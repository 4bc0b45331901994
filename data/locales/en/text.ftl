# Reading texts: encodings, files that do not open.

text-encoding = The text is in { $encoding } and was turned into Unicode. If letters are wrong, name the encoding with --encoding.
text-garbled = Most words of the PDF are no readable Vietnamese, probably because a scan was recognised badly. Recognise it again, e.g. ocrmypdf --force-ocr -l vie FILE out.pdf, and open out.pdf.
text-empty-pages = Pages of the PDF that are pictures without text: { $count }. They are not shown.
text-hidden = { $count } words in the file are set as hidden text and are not shown. To read them, open the file in Word or LibreOffice, select all, take off Hidden in the font settings and save it.
text-hidden-on-page = { $count } words of the article are hidden by the page. Show what is around the text to see them, or open the page in a browser.
text-lost-chapters = { $count } chapters of the book give no text. Compare with another program, Calibre for one, or convert the book to .docx or .html and open that.
text-page-without-text = There is no article on this page: all its words are menus and parts of the site. If a browser shows an article, wait until it is there and save the page again, or copy the words into a .txt file.
text-page-of-links = This page is a list of links to other pages. Open the one you want in a browser and save that page.
text-page-of-file = This page is only a notice, its text is in a file attached to it. Fetch that file and open it with dienvan.
open-old-word = { $path } is an old Word file (.doc) of a kind that this build does not read. Open it in Word or LibreOffice and save it as .docx; if there are many, run: soffice --headless --convert-to docx *.doc
open-office = { $path } is a { $what } file, not a text. Save the words you want to read as .docx or .txt.
open-picture = { $path } is a { $what } picture. Recognise its text first, e.g. tesseract FILE out -l vie, and open out.txt.
open-no-pdf = This build does not read PDF, so { $path } does not open. Run: pdftotext -layout FILE, and open the .txt file.
open-not-text = { $path } is a { $what } file, not a text. If texts are in it, unpack it and open them.
open-damaged = { $path } is damaged or no { $what } file ({ $reason }). Fetch it again, or open it in another program and save it anew.
open-encrypted = { $path } has a password. Open it in a word processor, take the password off and save it.
open-apart = { $path } was not read: a file of this kind is read in a process of its own, which did not start ({ $reason }). Close other programs and try again.
open-scan = { $path } is a scan without text. Recognise its text first, e.g. ocrmypdf -l vie FILE out.pdf, and open out.pdf.
open-empty-archive = The archive { $path } holds no text. Check that it is the right file.
open-archive = { $path } is an archive of several texts. Unpack it and open the folder.
open-limit-bytes = { $path } is larger than this format is read. Save its words as .txt: plain text in UTF-8 is read up to 1 GiB.
open-limit-lines = { $path } has more lines than one speech can have. Split it.
open-limit-archive = { $path } would become suspiciously large when unpacked, so it was not opened. If you trust it, unpack it and open the texts one by one.
open-limit-depth = { $path } is nested too deep to be opened. Open it in another program and save it anew, or save it as .txt.
open-limit-text = { $path } holds too many words for one speech. Split it, or save it as .txt.
open-limit-steps = { $path } took too long to read and was given up. Open it in another program and save it as .txt.
open-limit-pages = { $path } has too many pages. Take out the part you want to read.
error-unknown-encoding = “{ $name }” is no encoding. Use tcvn3, vni, windows-1258, utf-8, utf-16le, utf-16be, or the web's name of another.
error-original-of-part = Of a { $format } file only the whole original can be printed. Leave out the address behind it.
cli-arg-encoding = The encoding of the text (tcvn3, vni, windows-1258, utf-8…); told by its bytes if left out

# Kinds of speeches
speech-kind-conclusion = conclusion
speech-kind-directive = directive
speech-kind-resolution = resolution
speech-kind-decision = decision
speech-kind-dispatch = dispatch
speech-kind-plan = plan
speech-kind-opening = opening
speech-kind-closing = closing
speech-kind-report = report
speech-kind-letter = letter
speech-kind-appeal = appeal
speech-kind-interview = interview
speech-kind-notice = notice
speech-kind-address = address
