#!/usr/bin/env bash
# Runs the Windows program under wine and this system's own beside it, each in a folder of its own, and compares what they say.
#
#   cargo build && cargo build --target x86_64-pc-windows-gnu    (needs gcc-mingw-w64-x86-64)
#   tests/windows.sh [PROGRAM.EXE [PROGRAM]]
#
# Without wine or without the program nothing is run, and the last line says so.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2
target=${CARGO_TARGET_DIR:-target}
exe=$(realpath -m "${1:-$target/x86_64-pc-windows-gnu/debug/dienvan.exe}")
own=$(realpath -m "${2:-$target/debug/dienvan}")
skip() { echo "windows.sh: SKIPPED: $1"; exit 0; }
command -v wine >/dev/null || skip 'no wine'
[ -f "$exe" ] || skip "no $exe"
[ -x "$own" ] || skip "no $own"

place=$(mktemp -d)
trap 'wineserver -k 2>/dev/null; rm -rf "$place"' EXIT
export WINEPREFIX="$place/wine" WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
# wine before 9 lacks a library that Rust's standard library asks for random numbers.
beside="$(dirname "$exe")/bcryptprimitives.dll"
if [ ! -f "$beside" ]; then
    printf '%s\n' '#include <windows.h>' 'BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);' \
        '__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n) { return SystemFunction036(p, (ULONG)n); }' >"$place/random.c"
    x86_64-w64-mingw32-gcc -shared -o "$beside" "$place/random.c" -ladvapi32 2>/dev/null || skip 'wine lacks bcryptprimitives.dll'
fi
wine wineboot -i >/dev/null 2>&1

# A folder for each: the same texts, nothing kept yet.
for system in own windows; do
    mkdir -p "$place/$system/bài nói" "$place/$system/kho"
    cp data/speeches/*.txt "$place/$system/bài nói/kết luận.txt"
    cp tests/pdf/*.pdf tests/regression/{doc,rtf,html,mhtml,pdf,markdown}/*.* "$place/$system/bài nói/"
    rm "$place/$system/bài nói/"*.bin
    for format in docx odt epub; do cp "tests/regression/archive/$format.zip" "$place/$system/bài nói/sách.$format"; done
    cp tests/corpus/*.txt tests/corpus/*.toml "$place/$system/kho/"
    (cd "$place/$system" && python3 -m zipfile -c nén.zip "bài nói/kết luận.txt")
done

# What the clock, chance and the place of the folder make differ, and how the system parts folders.
plain() {
    sed -e "s#[A-Za-z]:\\\\*$(printf %s "$place/$1" | sed 's#/#\\\\*#g')#HERE#g" -e "s#$place/$1#HERE#g" \
        -e 's#file:///[A-Z]:#file://#' -e 's#^[a-z0-9]\{6\}  #BOOKMARK  #' -e 's#bookmark:[a-z0-9]\{6\}#bookmark:BOOKMARK#' \
        -e 's#\\\\\?\([^"]\)#/\1#g' -e 's#[0-9]\{4\}-[0-9-]*T[0-9:.]*Z#TIME#g'
}

failed=0 passed=0
# Runs a command with both programs; their output, errors and exit status must be the same.
same() {
    for system in own windows; do
        local program=("$own"); [ $system = windows ] && program=(wine "$exe")
        (cd "$place/$system" && LANG=C.UTF-8 LC_ALL=C.UTF-8 "${program[@]}" --data-dir kept --lang vi "$@" </dev/null) \
            >"$place/$system.out" 2>"$place/$system.err"
        echo "status $?" >>"$place/$system.out"
        { plain $system <"$place/$system.out"; plain $system <"$place/$system.err"; } >"$place/$system.plain"
    done
    if cmp -s "$place/own.plain" "$place/windows.plain"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "DIFFERENT: dienvan $*"
        diff "$place/own.plain" "$place/windows.plain" | head -20
    fi
}

text='bài nói/kết luận.txt'
same list
same list --json
same outline "$text"
same outline --json "$text"
same show "$text"
same show "$text" nv.3
same tasks "$text"
same tasks --format json "$text"
same tasks --format csv "$text"
for file in "$place/own/bài nói"/*; do
    same outline "bài nói/$(basename "$file")"
done
same outline --json kho
same tasks --format json kho
same show 'nén.zip'
same show 'nén.zip/bài nói/kết luận.txt'
same show 'không có.txt'
same import 'bài nói'
same list
same list --json
same import "$text"
same search 'tham nhũng'
same search --json 'tham nhung'
same search 'tham nhũng' "$text"
same bookmarks add "$text" nv.3 --note 'Ghi chú'
same bookmarks list
same bookmarks check
same bookmarks export --format md
same bookmarks export --format w3c
same export "$text" --format md
same export "$text" --format html
same export "$text" --output 'ra/kết luận.md'
same show 'ra/kết luận.md'
same config check
same library restore

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
