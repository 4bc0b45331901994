#!/usr/bin/env python3
"""Learns the weights of data/weights/facts.toml from texts with gold files.

usage: learn_facts.py SIGNS GOLD... [--folds N] [--write data/weights/facts.toml] [--misses]

SIGNS is what `cargo test --lib write_the_signs -- --ignored --nocapture` writes: a line of JSON for each
candidate of each text. GOLD are folders with SLUG.toml beside, or in a folder gold/ under, the texts.
For each fact a log-linear choice among the candidates is fitted, with a prior for each weight (PRIOR); --folds N
fits N times without every Nth text and says how right the choice is on those left out. Python 3.11 or later, nothing else.
"""
import collections, glob, json, math, os, re, sys, tomllib, unicodedata

# What is believed before any text is seen, from how such texts are written: the middle of the prior of each
# weight. Signs that are not named have 0.
PRIOR = {
    "speaker": dict(
        bias=-2.5, title_owns=4, title_subject=3, owns=3, label=5, myself=5, note=3, speaks=1.5, concludes=2, chairs=0.5,
        chair_concludes=6, attends=-3, guest=-1, addressed=-3, writes=-4, heard=-3, caption=1.5, has_office=0.7, near=0.3,
        late=-0.3, signed=2.5, signed_alone=1, signed_notice=-2, signed_minutes=-2, signed_for=-5, agrees=2, disagrees=-2,
        twice=0.3, fits=2, in_minutes=-3, resumed=3),
    "date": dict(
        bias=-1.5, title=2, head=1, menu=0, opening=0, first=0.5, ending=0.3, dateline=3, notice_dateline=5, alone=1.5,
        clock=-1, note=2.5, leads=2, today=3, meets=1, cited=-3, own_number=2, base=-4, span=-3, anniversary=1, founded=-3,
        until=-3, mail=-1, label=3, published=1.3, recorded=2, partial=-0.7, twice=0.5, earliest=0.5, old=-2, reported=2.5, reporting=-2.5, caption=-0.5),
    "occasion": dict(
        bias=-2, title=2, head=1, caption=0, opening=0, first=0.5, led=1, said=0.5, dated=0.7, bare=-2, short=-0.5, long=1,
        other=-2.5, weak=-1, twice=0.5, fuller=1, earliest=0.5, spoken=1, label=5, act=-1, honoured=0.5, lone=2,
        planned=-3, echo=-1.5),
    "place": dict(
        bias=-1.5, label=5, dateline=2.5, notice_dateline=3, venue=2, area=1.2, named=0.7, title=-0.5, head=0.7, opening=0,
        ending=0, dated=1.2, earliest=0.3, behind_day=2.5, lone=2, bare=-1),
}
# How firmly: the weight of the prior beside one text.
FIRM = 0.25
# Texts that say nothing are few among those with gold files; a candidate without reasons is none.
FIRMER = {"bias": 4.0, "near": 4.0, "earliest": 2.0, "has_office": 1.5, "addressed": 2.0, "late": 2.0}
# What a candidate must be worth: missing is better than wrong, above all where it is a person.
THRESHOLD = {"speaker": 0.3, "date": 0.2, "occasion": 0.0, "place": 0.0}


def words(text):
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text or "").casefold())


def same(fact, gold, got):
    if fact == "date":
        return gold[:10] == got[:10]
    a, b = words(gold), words(got)
    if fact == "speaker":
        return a == b
    both = sum(min(a.count(w), b.count(w)) for w in set(a))
    return bool(a) and both >= 0.9 * len(a) and both >= 0.9 * len(b)


def read(signs, golds):
    known, complete = {}, {}
    for folder in golds:
        inner = os.path.join(folder, "gold")
        for path in glob.glob(os.path.join(inner if os.path.isdir(inner) else folder, "*.toml")):
            slug = os.path.basename(path)[:-5]
            known[slug] = tomllib.load(open(path, "rb"))
            complete[slug] = not os.path.isdir(inner)
    facts = collections.defaultdict(lambda: collections.defaultdict(list))
    for line in open(signs):
        start = line.find("{")
        if start < 0:
            continue
        one = json.loads(line[start:])
        if one["text"] in known:
            facts[one["fact"]][one["text"]].append((one["value"], one["signs"]))
    return known, complete, facts


def fit(fact, texts, known, complete):
    """Fits a choice among the candidates of each text and "none", which is worth 0."""
    rows = []
    for slug, candidates in texts.items():
        gold = str(known[slug].get(fact) or "")
        if not gold and not complete[slug]:
            continue
        # The right value may stand at several places; all of them are right.
        right = [bool(gold) and same(fact, gold, value) for value, _ in candidates]
        rows.append(([signs for _, signs in candidates], right))
    prior = PRIOR[fact]
    weight = {name: float(value) for name, value in prior.items()}
    for signs, _ in rows:
        for sign in (sign for one in signs for sign in one):
            weight.setdefault(sign, 0.0)
    moment = dict.fromkeys(weight, 1e-6)
    for step in range(300):
        gradient = {name: FIRMER.get(name, FIRM) * (value - prior.get(name, 0.0)) for name, value in weight.items()}
        for signs, right in rows:
            worth = [math.exp(min(30, weight["bias"] + sum(weight[sign] for sign in one))) for one in signs]
            every = 1 + sum(worth)
            good = sum(w for w, r in zip(worth, right) if r)
            for one, w, r in zip(signs, worth, right):
                change = w / every - (w / good if r else 0)
                for name in one + ["bias"]:
                    gradient[name] += change
        for name, change in gradient.items():
            moment[name] = 0.9 * moment[name] + 0.1 * change * change
            weight[name] -= 0.05 * (1 - step / 300) * change / math.sqrt(moment[name])
    bias = weight.pop("bias")
    return bias, weight


def choose(candidates, bias, weight, threshold):
    best = None
    for value, signs in candidates:
        worth = bias + sum(weight.get(sign, 0.0) for sign in signs)
        if worth >= threshold and (best is None or worth > best[0]):
            best = (worth, value)
    return best[1] if best else ""


def judge(fact, slugs, texts, known, complete, model, threshold, misses=False):
    count = collections.Counter()
    for slug in slugs:
        gold = str(known[slug].get(fact) or "")
        got = choose(texts.get(slug, []), *model, threshold)
        if not gold and not (complete[slug] and got):
            continue
        what = "invented" if not gold else "missing" if not got else "right" if same(fact, gold, got) else "wrong"
        count[what] += 1
        if misses and what != "right":
            inside = any(same(fact, gold, value) for value, _ in texts.get(slug, [])) if gold else ""
            print(f"  {slug}: {fact} {what}: {got!r}, want {gold!r}{' (no candidate)' if inside is False else ''}")
    return count


def told(count):
    asked = count["right"] + count["wrong"] + count["missing"]
    return (f"right {count['right']:3} of {asked:3} ({100 * count['right'] / max(asked, 1):5.1f} %), wrong {count['wrong']:2}, "
            f"missing {count['missing']:2}, invented {count['invented']:2}")


def main(argv):
    misses = "--misses" in argv
    folds = int(argv[argv.index("--folds") + 1]) if "--folds" in argv else 0
    write = argv[argv.index("--write") + 1] if "--write" in argv else ""
    plain = [a for at, a in enumerate(argv) if not a.startswith("--") and argv[at - 1] not in ("--folds", "--write")]
    signs, *golds = plain
    known, complete, facts = read(signs, golds)
    out = []
    for fact in ("speaker", "date", "occasion", "place"):
        texts = facts[fact]
        slugs = sorted(known)
        threshold = THRESHOLD[fact]
        model = fit(fact, texts, known, complete)
        print(f"{fact:9} fit    {told(judge(fact, slugs, texts, known, complete, model, threshold, misses))}")
        if folds:
            total = collections.Counter()
            for fold in range(folds):
                left = [s for at, s in enumerate(slugs) if at % folds == fold]
                part = fit(fact, {s: c for s, c in texts.items() if s not in left}, known, complete)
                total += judge(fact, left, texts, known, complete, part, threshold)
            print(f"{fact:9} folds  {told(total)}")
        bias, weight = model
        out.append(f"[{fact}]\nbias = {bias:.2f}\nthreshold = {threshold:.1f}\n\n[{fact}.signs]")
        out += [f"{name} = {value:.2f}" for name, value in sorted(weight.items(), key=lambda one: -one[1])]
        out.append("")
    if write:
        head = open(write).read().split("\n[", 1)[0].rstrip() if os.path.exists(write) else ""
        open(write, "w").write((head + "\n\n" if head.startswith("#") else "") + "\n".join(out))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1:])
