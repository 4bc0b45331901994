#!/usr/bin/env python3
"""Learns the weights of data/weights/nesting.toml from texts with gold outlines.

usage: learn_nesting.py SIGNS GOLD... [--folds N] [--without PREFIX] [--write data/weights/nesting.toml] [--misses]

SIGNS is what `cargo test --lib write_the_signs_of_nesting -- --ignored --nocapture` writes: a line of JSON for each
question whether a list lies in the item of another. GOLD are folders with SLUG.toml (items: line and level) beside, or in
a folder gold/ under, the texts. A logistic regression is fitted, with a prior for each weight (PRIOR); --folds N fits N times
without every Nth text and says how right it is on those left out; --without leaves out the texts whose names begin so,
and judges by them. Python 3.11 or later, nothing else.
"""
import collections, glob, json, math, os, sys, tomllib

# What is believed before any text is seen: the middle of the prior of each weight. Signs that are not named have 0.
PRIOR = dict(
    comes_back=4.5, dwells=8, inward=1, takes_up=1, title=1, opens=1.5, set_off=0.5, outer_part=0.7, first=1, body=0.7, lacking=0.5,
    siblings_hold=1, siblings_tell=1, sentence=-1, sibling_bare=-1, complete=-0.5, salutation=-0.5)
# How firmly: the weight of the prior beside one question.
FIRM, FIRM_BIAS = 1.0, 0.1


def read(signs, golds):
    above = {}
    for folder in golds:
        inner = os.path.join(folder, "gold")
        for path in glob.glob(os.path.join(inner if os.path.isdir(inner) else folder, "*.toml")):
            items = [x for x in tomllib.load(open(path, "rb")).get("items", []) if x.get("kind") not in ("heading", "inline") and not x.get("inline")]
            around, of = [], {}
            for item in sorted(items, key=lambda item: item["line"]):
                around = around[:item["level"] - 1]
                of[item["line"]] = set(around)
                around.append(item["line"])
            above[os.path.basename(path)[:-5]] = of
    rows = []
    for line in open(signs):
        start = line.find("{")
        if start < 0:
            continue
        one = json.loads(line[start:])
        of = above.get(one["text"], {})
        if one["line"] in of and one["within"] in of:
            rows.append((one["text"], one["line"], sorted(set(one["signs"])), one["within"] in of[one["line"]]))
    return rows


def solve(matrix, right):
    """Solves linear equations by elimination."""
    size = len(right)
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for at in range(size):
        best = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        for row in range(size):
            if row != at and rows[row][at]:
                share = rows[row][at] / rows[at][at]
                for column in range(at, size + 1):
                    rows[row][column] -= share * rows[at][column]
    return [rows[at][size] / rows[at][at] for at in range(size)]


def fit(rows):
    names = sorted({sign for _, _, signs, _ in rows for sign in signs} | set(PRIOR)) + ["bias"]
    place = {name: at for at, name in enumerate(names)}
    prior = [PRIOR.get(name, 0.0) for name in names]
    firm = [FIRM] * (len(names) - 1) + [FIRM_BIAS]
    # A text with many questions counts less for each.
    count = collections.Counter(text for text, *_ in rows)
    share = [1 / math.sqrt(count[text]) for text, *_ in rows]
    scale = len(rows) / sum(share)
    weight = prior[:]
    for _ in range(40):
        gradient = [f * (w - p) for f, w, p in zip(firm, weight, prior)]
        matrix = [[firm[i] if i == j else 0.0 for j in range(len(names))] for i in range(len(names))]
        for (_, _, signs, inside), part in zip(rows, share):
            own = [place[sign] for sign in signs] + [place["bias"]]
            chance = 1 / (1 + math.exp(-sum(weight[at] for at in own)))
            part *= scale
            for i in own:
                gradient[i] += part * (chance - inside)
                for j in own:
                    matrix[i][j] += part * chance * (1 - chance)
        step = solve(matrix, gradient)
        weight = [w - s for w, s in zip(weight, step)]
        if max(map(abs, step)) < 1e-7:
            break
    return dict(zip(names, weight))


def judge(weight, rows, misses):
    right = 0
    for text, line, signs, inside in rows:
        worth = weight["bias"] + sum(weight.get(sign, 0.0) for sign in signs)
        right += (worth >= 0) == inside
        if misses and (worth >= 0) != inside:
            print(f"  {text}:{line}: {'inside' if inside else 'beside'}, but {worth:+.2f}: {' '.join(signs)}")
    return right


def main(argv):
    def option(name):
        return argv[argv.index(name) + 1] if name in argv else ""
    misses = "--misses" in argv
    values = ("--folds", "--without", "--write")
    plain = [a for at, a in enumerate(argv) if not a.startswith("--") and (at == 0 or argv[at - 1] not in values)]
    rows = read(plain[0], plain[1:])
    print(f"{len(rows)} questions in {len({text for text, *_ in rows})} texts, {sum(row[3] for row in rows)} answered with inside")
    if folds := int(option("--folds") or 0):
        texts, right = sorted({text for text, *_ in rows}), 0
        for fold in range(folds):
            left_out = set(texts[fold::folds])
            right += judge(fit([r for r in rows if r[0] not in left_out]), [r for r in rows if r[0] in left_out], misses)
        print(f"folds: {right} of {len(rows)} right ({100 * right / max(len(rows), 1):.1f} %)")
    if prefix := option("--without"):
        own = [r for r in rows if r[0].startswith(prefix)]
        rows = [r for r in rows if not r[0].startswith(prefix)]
        print(f"{prefix}: {judge(fit(rows), own, misses)} of {len(own)} right at first sight")
    weight = fit(rows)
    print(f"fit: {judge(weight, rows, misses and not option('--folds'))} of {len(rows)} right")
    if path := option("--write"):
        bias = weight.pop("bias")
        lines = [f"{name} = {value:.2f}" for name, value in sorted(weight.items(), key=lambda pair: (-pair[1], pair[0]))]
        head = [
            "# What each sign is worth that a new list lies in the last item of an open one, where paragraphs without a marker stand",
            "# between: the logarithm of the odds. It lies there if the bias and its signs reach the threshold. Learned by",
            "# tools/learn_nesting.py (docs/dev/outline.md); not to be edited by hand.", "",
            f"bias = {bias:.2f}", "threshold = 0.0", "", "[signs]"]
        open(path, "w").write("\n".join(head + lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1:])
