"""Counts the finite verbs of data/lexicon/finite-verbs.txt in the articles of ../shared/corpus but the held-out ones:
words that often stand after قد or a relative pronoun, as no name does, and that neither stem nor lexicon tells.

Run by hand (`python -m tests.gold.count_verbs`), as the list is read before it is kept.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from itertools import pairwise

from tests.gold.texts import CORPUS, HERE, read_lines

from bayan.data import data_path
from bayan.extract import Extractor
from bayan.extract.grammar import Grammar
from bayan.text import fold_text

LEAST = 4
SHARE = 0.08
"""How often a word must stand there, and in what share of its places."""
_BEFORE = frozenset(["قد", "وقد", "فقد", "لقد", "ولقد", "التي", "الذي", "الذين"])
_WORD = re.compile(r"[^\W\d_]+")
_OWN = frozenset(["imperfect-stems", "finite-verbs", "talks", "carrying", "publishing", "issuing", "document-links"])
"""Classes of words that are verbs too."""
HEAD = f"""# Finite verbs of news Arabic, folded, that their stem alone does not tell: no names.
# Counted in 44,000 news articles of 2015 and 2018: at least {LEAST} times, and in {SHARE:.0%} of their places, after قد
# or a relative pronoun (tests/gold/count_verbs.py).
"""


def count_words() -> tuple[Counter[str], Counter[str]]:
    """How often each word stands anywhere, and after قد or a relative pronoun."""
    held_out = {row["id"] for row in read_lines(HERE / "held-out.jsonl")}
    all_places: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for path in sorted(CORPUS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for article in (row for row in map(json.loads, lines) if row["id"] not in held_out):
                for paragraph in (article["title"], *article["body"].split("\n")):
                    words = _WORD.findall(fold_text(paragraph))
                    all_places.update(words)
                    after.update(word for before, word in pairwise(words) if before in _BEFORE)
    return all_places, after


def is_verb_alone(grammar: Grammar, word: str) -> bool:
    """Whether the lexicon knows a word as nothing else, and its stem does not tell it."""
    lexicon = grammar.lexicon
    if len(word) < 3 or word.startswith("ال") or word in lexicon.forms or word in grammar.name_words:
        return False
    stems, past = lexicon.classes["imperfect-stems"], word.removesuffix("ت")
    told = word[:1] in "يت" and word[1:].removesuffix("نا") in stems
    told = told or (len(past) > 3 and (past in stems or (past[0] == "ا" and past[1:] in stems)))
    if told or grammar.is_common(word) or grammar.is_post(word):
        return False
    return not any(word in words for name, words in lexicon.classes.items() if name not in _OWN)


def main() -> None:
    grammar = Extractor.load().grammar
    all_places, after = count_words()
    often = (word for word, count in after.items() if count >= LEAST and count >= SHARE * all_places[word])
    verbs = sorted(word for word in often if is_verb_alone(grammar, word))
    (data_path("lexicon") / "finite-verbs.txt").write_text(HEAD + "\n".join(verbs) + "\n", encoding="utf-8")
    print(f"{len(verbs)} verbs")


if __name__ == "__main__":
    main()
