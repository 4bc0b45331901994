#!/usr/bin/env python3
"""Learns what each sign of a list is worth for each role (data/weights/roles.toml) from labelled texts.

The texts of tools/roles, written for this, are such a set (marks).

usage: learn_roles.py DIENVAN SET... [--folds N] [--write data/weights/roles.toml] [--misses PREFIX] [--judge SET...]

DIENVAN  the program; it is asked for the signs of each list with `outline FILE --json --explain`
SET      NAME=KIND:FOLDER[:GOLD], a folder of texts with what their lists are for, of one of these kinds:
           items  SLUG.toml with [[items]] (line, role), beside the texts or in GOLD
           lists  SLUG.toml with [[lists]] (line, role, sure), in GOLD
           words  the lexicon (FOLDER is its file): each word of a role announces a list of members that say nothing
           marks  texts in which a line "@ROLE" stands before the first member of each list
--judge  names of sets that are read with weights learned without them, and not learned from
A log-linear model gives each unit (members that stand together, or a part) a role, from its own signs and from the roles of what it
lies in and of what came before it. --folds N fits N times without every Nth document and tells how right the roles are in those left
out: that is the figure that counts, not the fit. Deterministic. Python 3.11 or newer with numpy and scipy.
"""
import collections, glob, hashlib, json, math, os, subprocess, sys, tempfile, tomllib
import numpy as np
from scipy import sparse
from scipy.optimize import minimize

ROLES = ["task", "result", "limitation", "cause", "lesson", "viewpoint", "other"]
# Single words are many and each is seldom seen: they are held nearer to 0 than classes of words.
WORDS = ("last=", "opens=", "earlier=", "head=", "item=", "member=", "begins=", "doc.")
# In how many documents a sign must stand to be learned.
SEEN = {True: 4, False: 2}
FIRMNESS = 1.0
BEAM = 6
SMALLEST = 0.09
# How much a word of the lexicon counts beside a list of a text.
WORD = 0.6
# What is believed before a text is seen: how much a class named after a role speaks for it, by its place; classes
# that go with a role; roles of the item around. The rest is 0.
PLACES = {"end": 1.4, "marker": 1.4, "list": 0.7, "head": 1.0, "outer": 0.4, "clause": 0.35, "above": 0.3, "behind": 0.4, "item": 0.3}
# How much a word that names a role speaks for it, by what it names: the rules go by these alone.
NAMED = {"lead-says": 2.5, "own-says": 1.2, "marker-says": 1.2, "heading-says": 0.8, "verbs-say": 0.4, "rules": 0.8}
KIN = {
    "got": ("result", 0.7), "bad": ("limitation", 0.7), "because": ("cause", 0.4), "goal": ("other", 0.5), "agenda": ("other", 0.5),
    "rule": ("other", 0.5), "standing": ("other", 0.6), "comprises": ("other", 0.3), "work": ("task", 0.6), "ask": ("task", 0.6),
    "must": ("task", 0.6), "future": ("task", 0.6), "past": ("result", 0.3)}
MEMBERS = {"bad": ("limitation", 1.0), "past": ("result", 0.8), "because": ("cause", 0.8), "until": ("task", 0.2)}
BEGINS = {"aspiration": ("task", 1.0), "must": ("task", 1.0), "ask": ("task", 1.0), "future": ("task", 1.0), "actor": ("task", 0.8)}


def prior(sign):
    mean = np.zeros(len(ROLES))
    def add(role, worth):
        mean[ROLES.index(role)] += worth
    place, _, what = sign.partition(":")
    if what and place in PLACES:
        if what in ROLES:
            add(what, PLACES[place])
        elif what in KIN:
            add(KIN[what][0], KIN[what][1] * PLACES[place] / 1.4)
    elif what and place in ("in", "at"):
        if what in MEMBERS:
            add(*MEMBERS[what])
        if place == "at" and what in BEGINS:
            add(*BEGINS[what])
    elif sign.partition("=")[0] in NAMED and sign.partition("=")[2].partition(".")[0] in ROLES:
        name, _, role = sign.partition("=")
        add(role.partition(".")[0], NAMED[name] * (0.4 if role.endswith(".weak") else 1.0))
    elif sign.startswith("around-is=") and sign[10:] in ROLES:
        add(sign[10:], 1.0)
    elif sign == "member.deadline":
        add("task", 1.0)
    return mean


def width(sign):
    """How far from what is believed a weight may lie."""
    if sign == "all":
        return 2.0
    # The shape of members tells little beside what is said.
    if sign.startswith("member.") and sign != "member.deadline":
        return 0.3
    return 1.0 if sign.startswith(WORDS) and not sign.startswith("doc.") else 0.6


def read(program, sets):
    """Reads all units of all texts, with the roles that the labels give their lines."""
    home, out = tempfile.mkdtemp(), {}
    for one in sets:
        name, _, rest = one.partition("=")
        kind, folder, *gold = rest.split(":")
        for slug, path, roles in labelled(kind, folder, gold[0] if gold else folder, home):
            run = subprocess.run([program, "--data-dir", home, "outline", path, "--json", "--explain"], capture_output=True, text=True)
            units = json.loads(run.stdout).get("units", [])
            for unit in units:
                unit["signs"] = dict(unit["signs"]) if isinstance(unit["signs"], dict) else fold_signs(unit["signs"])
                here = [roles[line] for line in unit["lines"] if line in roles]
                here = here[:1] if kind == "lists" else here
                unit["gold"], unit["sure"] = (collections.Counter(role for role, _ in here).most_common(1)[0][0], here[0][1]) if here else (None, 0)
            out[f"{name}/{slug}"] = dict(units=units, roles=roles, kind=kind)
    return out


def fold_signs(signs):
    out = collections.defaultdict(float)
    for name, value in signs:
        out[name] += value
    return dict(out)


def from_words(path):
    """Makes small texts of the lexicon: what each word of a role says by itself."""
    lexicon = tomllib.load(open(path, "rb"))
    for role in ROLES:
        for word in lexicon[role]["words"]:
            name = word[0].upper() + word[1:]
            yield role, f"Các {word} sau:\n\nMột là: A.\n\nHai là: B.\n\nBa là: C.\n", (3, 5, 7)
            yield role, f"Mở đầu.\n\n## {name}\n\n1. Việc A.\n\n2. Việc B.\n", (5, 7)
            yield role, f"{name} gồm:\n\n- X;\n\n- Y.\n", (3, 5)
            yield role, f"{name} sau:\n\n1. A\n\n2. B\n\n3. C\n", (3, 5, 7)
            yield role, f"{name} sau:\n\n1. Việc lớn: một, hai.\n\n2. Việc nhỏ: ba.\n", (3, 5)
            yield role, f"Trên tinh thần đó, tôi nhấn mạnh một số {word} sau:\n\n1. Việc A: đi;\n\n2. Việc B: lại.\n", (3, 5)
            yield role, f"I. {word.upper()}\n\n1. A.\n\n2. B.\n", (1, 3, 5)
            yield role, f"Các {word} sau:\n\n1. Về A:\n\na) x\n\nb) y\n\n2. Về B.\n\n3. C\n\n- u\n\n- v\n", (3, 5, 7, 9, 11, 13, 15)
            yield role, f"## II. {name}\n\nMở đầu.\n\n- a;\n\n- b.\n", (1, 5, 7)
            yield role, f"Các {word} sau:\n\nMột là: rà soát.\n\nThứ nhất, luật.\n\nThứ hai, nghị định.\n\nHai là: sửa đổi.\n", (3, 5, 7, 9)
            if word.isascii():
                yield role, f"Our {word} are:\n\nFirst, we go.\n\nSecond, we come.\n\nFinally, we stay.\n", (3, 5, 7)
        verbs = lexicon[role].get("verbs", [])
        for one, two in zip(verbs, verbs[1:] + verbs[:1]):
            if one != two:
                yield role, f"Mở đầu.\n\n1. {one.capitalize()} A.\n\n2. {two.capitalize()} B.\n\n3. C.\n", (3, 5, 7)
    yield "other", "Mở đầu.\n\n1. A.\n\n2. B.\n", (3, 5)
    yield "other", "## Khen thế nào?\n\nTại Điều 5 quy định về cách khen:\n\nCách khen\n\n2.1. Khen người:\n\na) Theo kỳ;\n\nb) Đột xuất.\n", (7, 9, 11)
    yield "other", "a) x\n\nb) y\n", (1, 3)
    yield "other", "Gồm:\n\n* một\n    * nhỏ\n    * nhỏ nữa\n* hai\n", (3, 4, 5, 6)
    for sign in "-*+•":
        yield "other", f"Gồm có:\n\n{sign} đây\n\n{sign} kia\n", (3, 5)
    for number in (5, 27, 91):
        yield "other", f"Điều {number}. Đất\n\n1. Lớn thì thu.\n\n2. Nhỏ thì thôi.\n\nĐiều {number + 1}. Nước\n\n1. Làm đường.\n\n2. Làm cầu.\n", (1, 3, 5, 7, 9, 11)
        yield "other", f"Luật quy định như sau:\n\nĐiều {number}. Rừng\n\n1. Xây nhà.\n\n2. Trồng cây.\n", (3, 5, 7)
    yield "other", "Gồm:\n\na) x\n\nb) x\n\nc) x\n\nd) x\n\nđ) x\n\ne) x\n\ng) x\n", (3, 5, 7, 9, 11, 13, 15)
    yield "other", "1. Về lúa.\n\nMở đầu.\n\n2. Về cá.\n\na) Cá nước ngọt.\n\nb) Cá biển.\n", (1, 5, 7, 9)
    yield "other", "**1. Kinh tế**\n\n1. Lúa.\n\n2. Cá.\n\n**2. Xã hội**\n\n1. Bệnh.\n\n2. Nghèo.\n", (1, 3, 5, 7, 9, 11)
    yield "other", "- Xanh.\n\n- Đỏ.\n\n- Vàng.\n", (1, 3, 5)


def labelled(kind, folder, gold, home):
    if kind == "words":
        for at, (role, text, lines) in enumerate(from_words(folder)):
            path = os.path.join(home, f"word-{at}.md")
            open(path, "w", encoding="utf-8").write(text)
            yield f"{at}", path, {line: (role, 3) for line in lines}
        return
    if kind == "marks":
        for path in sorted(glob.glob(os.path.join(folder, "**", "*.*"), recursive=True)):
            lines, roles, role = [], {}, None
            for line in open(path, encoding="utf-8").read().splitlines():
                if line.strip().startswith("@") and line.strip()[1:] in ROLES:
                    role = line.strip()[1:]
                    continue
                lines.append(line)
                if role and line.strip():
                    roles[len(lines)], role = (role, 3), None
            slug = os.path.basename(path).rsplit(".", 1)[0]
            copy = os.path.join(home, slug + os.path.splitext(path)[1])
            open(copy, "w", encoding="utf-8").write("\n".join(lines) + "\n")
            yield slug, copy, roles
        return
    for path in sorted(glob.glob(os.path.join(gold, "*.toml"))):
        table, slug = tomllib.load(open(path, "rb")), os.path.basename(path)[:-5]
        texts = [text for text in glob.glob(os.path.join(folder, slug + ".*")) if not text.endswith(".toml")]
        if texts and table.get("usable", True):
            rows = table.get("lists" if kind == "lists" else "items", [])
            rows = [row for row in rows if row.get("kind") not in ("heading", "inline")]
            yield slug, texts[0], {row["line"]: (row["role"], row.get("sure", 3)) for row in rows}


def context(units, at, roles, seen):
    """Gives the signs of a unit that other units give it, as src/speech/parse/evidence/decide.rs does."""
    unit = units[at]
    role = lambda unit: roles[unit] if unit is not None else "none"
    signs = ["around-is=" + role(unit["parent"])]
    if unit["parent"] is not None:
        signs.append(f"around-is={role(unit['parent'])}.{unit['relation']}")
    place = "member-before=" if unit["same_list"] else "before="
    speech = "spoken." if unit["spoken"] else "written."
    signs += [place + role(unit["before"]), speech + place + role(unit["before"])]
    if unit["parent"] is None:
        signs += [f"{speech}seen={one}" for one in seen] + [f"{speech}seen-roles={min(len(seen), 5)}"]
    return signs


class Model:
    def __init__(self, rows):
        """Fits rows of (signs, role, weight, document)."""
        documents = collections.defaultdict(set)
        for signs, _, _, document in rows:
            for sign in signs:
                documents[sign].add(document)
        names = sorted(sign for sign, where in documents.items() if len(where) >= SEEN[sign.startswith(WORDS)])
        self.at = {sign: at for at, sign in enumerate(names)}
        self.names = names
        data, columns, starts = [], [], [0]
        for signs, *_ in rows:
            for sign, value in signs.items():
                if sign in self.at:
                    data.append(value)
                    columns.append(self.at[sign])
            starts.append(len(data))
        x = sparse.csr_matrix((data, columns, starts), shape=(len(rows), len(names)))
        y = np.array([ROLES.index(role) for _, role, _, _ in rows])
        weight = np.array([weight for _, _, weight, _ in rows])
        middle = np.array([prior(sign) for sign in names])
        firm = FIRMNESS / np.array([width(sign) for sign in names]) ** 2
        right = np.zeros((len(rows), len(ROLES)))
        right[np.arange(len(rows)), y] = 1

        def loss(flat):
            worth = flat.reshape(middle.shape)
            score = x @ worth
            score -= score.max(1, keepdims=True)
            chance = np.exp(score)
            chance /= chance.sum(1, keepdims=True)
            off = worth - middle
            value = -(weight * np.log(chance[np.arange(len(y)), y] + 1e-12)).sum() + 0.5 * (firm[:, None] * off * off).sum()
            return value, (x.T @ ((chance - right) * weight[:, None]) + firm[:, None] * off).ravel()

        self.worth = minimize(loss, middle.ravel(), jac=True, method="L-BFGS-B", options=dict(maxiter=120)).x.reshape(middle.shape)
        # As the program has them: points of a sixteenth, and nothing that hardly counts.
        self.worth = np.where(np.abs(self.worth) < SMALLEST, 0, np.round(self.worth * 16) / 16)
        used = self.worth - self.worth.mean(1, keepdims=True)
        self.used = np.abs(used).max(1) >= SMALLEST

    def score(self, signs):
        total = np.zeros(len(ROLES))
        for sign, value in signs.items():
            if sign in self.at and self.used[self.at[sign]]:
                total += value * self.worth[self.at[sign]]
        return total


def decide(model, units, known=False):
    """Gives the likeliest roles of all units, and how likely each is beside the ones before it."""
    own = [model.score(unit["signs"]) for unit in units]
    ways = [(0.0, [], frozenset(), [])]
    for at, unit in enumerate(units):
        further = []
        for worth, roles, seen, sure in ways:
            score = own[at] + model.score(dict.fromkeys(context(units, at, roles, seen), 1.0))
            chance = score - score.max()
            chance -= math.log(np.exp(chance).sum())
            for role, one in zip(ROLES, chance):
                if not known or unit["gold"] in (None, role):
                    further.append((worth + one, roles + [role], seen | {role} if unit["parent"] is None else seen, sure + [math.exp(one)]))
        further.sort(key=lambda way: -way[0])
        ways = further[:BEAM]
    return ways[0][1], ways[0][3]


def rows_of(documents, model=None):
    out = []
    for name, document in documents.items():
        units = document["units"]
        count = sum(unit["gold"] is not None for unit in units)
        # Where a label is missing, what the model says of it stands for it.
        roles = decide(model, units, known=True)[0] if model else [unit["gold"] or "other" for unit in units]
        seen = set()
        for at, unit in enumerate(units):
            if unit["gold"]:
                signs = dict(unit["signs"])
                signs.update(dict.fromkeys(context(units, at, roles, seen), 1.0))
                weight = {3: 1.0, 2: 0.7, 1: 0.2}[unit["sure"]] if document["kind"] == "lists" else WORD if document["kind"] == "words" else 1.5
                if document["kind"] == "lists" and unit["part"] and unit["gold"] == "other":
                    weight *= 0.1  # a list of parts is "other", its parts are not
                out.append((signs, unit["gold"], weight * min(1.0, 12 / max(count, 1)) ** 0.5, name))
            if unit["parent"] is None:
                seen.add(roles[at])
    return out


def learn(documents):
    return Model(rows_of(documents, Model(rows_of(documents))))


def judge(documents, found, sure, misses=""):
    """Tells by set how right roles are, and how right those are that are shown as so sure."""
    by, curve = collections.defaultdict(collections.Counter), collections.defaultdict(lambda: [0, 0])
    for name, document in documents.items():
        count = by[name.split("/")[0] + ("-" + name.split("/")[1][0] if name.startswith("speeches") else "")]
        role_at = {}
        for unit, role, chance in zip(document["units"], found[name], sure[name]):
            for line in unit["lines"]:
                role_at[line] = role
            if unit["gold"]:
                step = curve[min(int(chance * 10), 9)]
                step[0] += 1
                step[1] += role == unit["gold"]
            if misses and name.startswith(misses) and unit["gold"] and role != unit["gold"]:
                lead = next((s for s in unit["signs"] if s.startswith("lead=")), "")
                print(f"  {name}:{unit['lines'][0]} {unit['gold']} taken for {role} ({chance:.2f}; {lead}) {unit.get('lead', '')!r} › {unit.get('first', '')!r}")
        for line, (role, certain) in document["roles"].items():
            if document["kind"] == "lists" and certain < 2:
                continue
            got = role_at.get(line)
            count.update(all=1, found=got is not None, right=got == role, wanted=role == "task", told=got == "task", tasks=got == role == "task")
    for name, c in sorted(by.items()):
        p, r = c["tasks"] / max(c["told"], 1), c["tasks"] / max(c["wanted"], 1)
        print(f"{name:12} {c['all']:5} labelled, found {c['found'] / c['all']:.3f}, role {c['right'] / c['all']:.3f} ({c['right'] / max(c['found'], 1):.3f} of those found), "
              f"task P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f}")
    print("sure of → right: " + ", ".join(f"{10 * step}–{10 * step + 10} %: {100 * right / all_:.0f} % of {all_}" for step, (all_, right) in sorted(curve.items())))


def main(argv):
    take = lambda flag: argv[argv.index(flag) + 1] if flag in argv else ""
    judged = argv[argv.index("--judge") + 1:] if "--judge" in argv else []
    plain = [a for at, a in enumerate(argv) if not a.startswith("--") and argv[at - 1] not in ("--folds", "--write", "--misses") and a not in judged]
    documents = read(plain[0], plain[1:])
    learned = {name: one for name, one in documents.items() if name.split("/")[0] not in judged}
    folds = int(take("--folds") or 0)
    if folds:
        found, sure = {}, {}
        fold = lambda name: int(hashlib.md5(name.encode()).hexdigest(), 16) % folds
        for part in range(folds):
            model = learn({name: one for name, one in learned.items() if fold(name) != part})
            for name in learned:
                if fold(name) == part:
                    found[name], sure[name] = decide(model, learned[name]["units"])
        judge(learned, found, sure, take("--misses"))
    if judged or take("--write"):
        model = learn(learned)
        rest = {name: one for name, one in documents.items() if name not in learned}
        both = {name: decide(model, one["units"]) for name, one in (rest or learned).items()}
        print("not learned from:" if rest else "fit:")
        judge(rest or learned, {n: b[0] for n, b in both.items()}, {n: b[1] for n, b in both.items()}, take("--misses") if rest else "")
        if take("--write"):
            write(take("--write"), model)


def write(path, model):
    head = []
    if os.path.exists(path):
        head = [line for line in open(path, encoding="utf-8") if line.startswith("#")]
    lines = []
    for name, worth, used in zip(model.names, model.worth, model.used):
        if used:
            told = ", ".join(f"{role} = {one:.2f}" for role, one in zip(ROLES, worth) if one)
            lines.append(f"{json.dumps(name, ensure_ascii=False)} = {{ {told} }}\n")
    open(path, "w", encoding="utf-8").write("".join(head) + "\n" + "".join(lines))
    print(f"{len(lines)} signs in {path}")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1:])
