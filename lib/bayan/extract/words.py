"""One field of an article as words: folded, with offsets, quotations, sentences and mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from bayan.extract.patched import Patched
from bayan.extract.stems import begins_with_lam, with_article
from bayan.extract.tokens import Tokens, tokenise
from bayan.records import Field, Mention, Span
from bayan.text import Folded, Quotation, find_quotations, find_sentences

ON = "علي"
_THAT = "ان"
_NOW = "الان"
_THAT_NOT = "الا"
GOD = "الله"
ALREADY = "قد"
"""Between a name or ‹كان› and a verb of the past."""
IN_FRONT = "امام"
IMAM = "إمام"
"""The title, told from the preposition أمام, which folding makes the same word."""
MUNA = "مني'"
"""The name written منى, told from the preposition with its pronoun (مني)."""
_AMBIGUOUS = frozenset({ON, _THAT, _NOW, _THAT_NOT, IN_FRONT, MUNA[:-1]})
_ACCORDING = re.compile("و?(?:بحسب|حسب|حسبما|وفقا|وفق|طبقا)")
HALF = _THAT + "'"
"""The second half of a name that is spelt like ‹أن›."""
_AND_THAT = re.compile("وان(?:ه|ها|هم|هما|نا|ني)?")
_LETTER_OF_BBC = "بي"
_LETTERS_OF_CNN = (("سي",), ("سي", "ان'"))
ALI = "علي'"
"""The name written علي, told from the preposition على, which folding makes the same word."""
THEN = "فان"
_MAIN = frozenset({THEN, "فقد", *(THEN + pronoun for pronoun in ("ه", "ها", "هم", "هما", "هن", "نا", "ني"))})
"""‹فإن، فقد›: they open a main clause."""
SONS = ("بن", "ابن", "بنت")
"""What stands between a name and that of a father."""
ANOTHER = frozenset({"اخر", "اخري", "اخرون", "اخرين", "اخريات"})
"""Behind a noun: no definite one goes on with it (شركة أخرى)."""
ONE_OF = ("احد", "احدي")
"""Before the many of whom somebody is one (أحد سكان المدينة)."""
OWNED = ("ه", "ها", "هم")
"""Pronouns at the end of what belongs to somebody."""
THEIRS = ("وه", "وها", "وهم")
"""Endings of people in the nominative with the pronoun of whom they belong to (مؤيدوه)."""
_SHADDA, _HAMZAS = "\u0651", "أإآ"
_WITH_HAMZA = re.compile(rf"[{_HAMZAS}](?<!\w.)ل")
PUNCTUATION = frozenset("،,:؛;.!?؟()[]…-–—/")
LONGEST_ATTRIBUTION = 9
LONGEST_SENTENCE = 500
"""Tokens after which a sentence is cut, so that looking around in one costs the same in any text."""
COMMAS = frozenset("،,؛;")


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel tuples over the tokens of a field, quotation marks left out. All offsets are of the folded text.

    ``quote`` is the index of the quotation that a token stands in, or -1; ``mention`` likewise. ``sentences`` are
    half-open token ranges. ``names`` are the words of the personal names that the article introduces, ``surnames`` the
    last ones of them.
    """

    field: Field
    folded: Folded
    word: Sequence[str]
    start: Sequence[int]
    end: tuple[int, ...]
    quote: tuple[int, ...]
    mention: tuple[int, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    sentences: tuple[tuple[int, int], ...]
    names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()

    def text(self, low: int, high: int) -> str:
        """The original words of a token range."""
        if low >= high:
            return ""
        span = self.span(low, high)
        return self.folded.original[span.start : span.end]

    def named(self, low: int, high: int, start: int | None = None) -> str:
        """The original words of a noun phrase, without a clitic before a mention that begins it; ``start`` is the
        folded place where its own letters begin, if not with the token."""
        index = self.mention[low] if start is None else -1
        start = self.start[low] if start is None else start
        if index >= 0:
            start = max(start, self.folded.place(self.mentions[index].span.start))
        span = self.folded.span(start, self.end[high - 1])
        text = self.folded.original[span.start : span.end]
        if text.startswith("لل"):
            return with_article(text)
        word = self.word[low]
        if start > self.start[low] and word.startswith(("لل", "ولل", "فلل")) and not begins_with_lam(word):
            return "ال" + text.removeprefix("ل")
        return text

    def span(self, low: int, high: int) -> Span:
        """The original range of a token range."""
        return self.folded.span(self.start[low], self.end[high - 1])

    def has_father(self, at: int) -> bool:
        """Whether the name of a father follows a token (خالد بن عبد الله)."""
        return at + 1 < len(self.word) and self.word[at + 1] in SONS

    def reread(self, at: int, word: str, start: int) -> Words:
        """The same field with one token read otherwise; nothing is copied, whatever the length of the field."""
        return replace(self, word=Patched(self.word, at, word), start=Patched(self.start, at, start))

    def has_tanwin(self, at: int) -> bool:
        """Whether a word ends in the accusative ending of an adverb or object (طويلا with its mark)."""
        end = self.folded.origin(self.end[at] - 1)
        return "\u064b" in self.folded.original[end - 1 : end + 2]

    def has_shadda(self, at: int) -> bool:
        """Whether a letter of a word is doubled in writing (بيّن), which folding leaves out."""
        return _SHADDA in self.text(at, at + 1)

    def has_madda(self, at: int) -> bool:
        """Whether a word is written with آ, as few pasts are (آرام)."""
        return self.folded.original[self.folded.origin(self.start[at])] == "آ"

    def opens_main(self, at: int, *, named: bool = False) -> bool:
        """Whether ف opens the main clause here (فإن، فقد); inside what may be ``named`` ‹فان› needs its hamza."""
        if named and self.word[at] == THEN:
            return "إ" in self.text(at, at + 1)
        return self.word[at] in _MAIN

    def is_feminine(self, at: int) -> bool:
        """Whether a word ends in taa marbuta as written (نائبة), which folding makes a ه (نظيره)."""
        return self.word[at].endswith("ه") and self.folded.original[self.folded.origin(self.end[at] - 1)] == "ة"

    def is_inside_mention(self, at: int) -> bool:
        """Whether a token is a later one of a name that the registry has."""
        return self.mention[at] >= 0 and at > 0 and self.mention[at - 1] == self.mention[at]

    def opens_quote(self, at: int) -> bool:
        """Whether a quotation begins right before this token."""
        return self.quote[at] >= 0 and (at == 0 or self.quote[at - 1] != self.quote[at])

    def quote_end(self, at: int) -> int:
        """The token after the quotation that this token stands in."""
        here = self.quote[at]
        while at < len(self.word) and self.quote[at] == here:
            at += 1
        return at

    def has_clitic(self, at: int) -> bool:
        """Whether a mention begins inside a token, behind a clitic (وجولياني، لبوتين)."""
        index = self.mention[at]
        return index >= 0 and self.folded.place(self.mentions[index].span.start) > self.start[at]

    def mention_end(self, at: int) -> int:
        """The token after the mention that this token stands in."""
        here = self.mention[at]
        while at < len(self.word) and self.mention[at] == here:
            at += 1
        return at


def read_words(
    field: Field, folded: Folded, mentions: Iterable[Mention], known: Container[str] = (), titles: Container[str] = ()
) -> Words:
    """Tokenise a folded field and lay quotations, sentences and mentions over it. ``known`` are words of the lexicon,
    which stay as they are folded, ``titles`` those before a name."""
    quotations = tuple(find_quotations(folded.text))
    sentences = find_sentences(folded.text, list(quotations))
    tokens = tokenise(folded.text, sentences, quotations, titles)
    own = tuple(mention for mention in mentions if mention.field == field)
    starts = tokens.start
    return Words(
        field=field,
        folded=folded,
        word=tuple(_tell_articles(folded, starts, _tell_names(folded, tokens), known)),
        start=tuple(starts),
        end=tuple(tokens.end),
        quote=_cover(starts, [(quotation.start, quotation.end) for quotation in quotations]),
        mention=_cover(starts, [_folded_range(folded, mention) for mention in own], partly=tokens.end),
        quotations=quotations,
        mentions=own,
        sentences=_joined(folded.text, tokens, _token_ranges(starts, sentences)),
    )


def _tell_names(folded: Folded, tokens: Tokens) -> list[str]:
    """The words, with those that are names told from the particles that they are spelt like."""
    told = list(tokens.word)
    for k in [k for k, text in enumerate(told) if text in _AMBIGUOUS]:
        text, start, end = told[k], tokens.start[k], tokens.end[k]
        if text == ON and folded.original[folded.origin(end - 1)] == "ي":
            told[k] = ALI
        elif text == MUNA[:-1] and folded.original[folded.origin(end - 1)] == "ى":
            told[k] = MUNA
        elif text == _THAT and k and (_is_half(tokens, k) or _ends_cnn(told, k)):
            told[k] = HALF
        elif text in (_NOW, _THAT_NOT) and folded.original[folded.origin(start)] == "أ":
            told[k] = text + "'"
        elif text == IN_FRONT and folded.original[folded.origin(start)] == IMAM[0]:
            told[k] = IMAM
    return told


def _is_half(tokens: Tokens, k: int) -> bool:
    """The second half of a double name (مون جاي-إن، مون جاي- إن،)."""
    if k < 2 or tokens.word[k - 1] != "-" or tokens.start[k - 1] > tokens.end[k - 2]:
        return False
    before_comma = k + 1 < len(tokens.word) and tokens.word[k + 1] in COMMAS
    return tokens.start[k] == tokens.end[k - 1] or (before_comma and tokens.start[k] == tokens.end[k - 1] + 1)


def _ends_cnn(told: Sequence[str], k: int) -> bool:
    for letters in _LETTERS_OF_CNN:  # the third of ‹سي إن إن إن› is no letter
        first = k - len(letters)
        if first >= 0 and tuple(told[first:k]) == letters:
            return told[first - 1 : first] != [_LETTER_OF_BBC]
    return False


def _tell_articles(folded: Folded, starts: list[int], told: list[str], known: Container[str]) -> list[str]:
    """The words, with those told from nouns with the article that folding makes of them (ألكسندر، إلغاء)."""
    for match in _WITH_HAMZA.finditer(folded.original):
        place = folded.place(match.start())
        k = bisect_left(starts, place)
        if k < len(starts) and starts[k] == place and _may_lack_article(told[k], known):
            told[k] = with_hamza(told[k])
    return told


def _may_lack_article(word: str, known: Container[str]) -> bool:
    """Whether a word that is written with a hamza is no known noun; آلان, which folding makes الآن, is none either."""
    return word == _NOW or (len(word) > 4 and word not in known)


def with_hamza(word: str) -> str:
    """A folded word that begins with ا and ل but has no article."""
    return _HAMZAS[0] + word[1:]


def _folded_range(folded: Folded, mention: Mention) -> tuple[int, int]:
    return folded.place(mention.span.start), folded.place(mention.span.end)


def _cover(starts: list[int], ranges: list[tuple[int, int]], partly: list[int] | None = None) -> tuple[int, ...]:
    """For each token the index of the range that it stands in; with ``partly`` also when it only overlaps."""
    found = [-1] * len(starts)
    for index, (low, high) in enumerate(ranges):
        first = bisect_left(starts, low)
        if partly and first and partly[first - 1] > low:
            first -= 1
        for at in range(first, bisect_left(starts, high)):
            if found[at] < 0:
                found[at] = index
    return tuple(found)


def _joined(text: str, tokens: Tokens, ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sentences, with those that go on with ‹وأن› joined to the clause before them (قال إن …. وإنه …), and those that
    are no more than an attribution of it (قتل عشرة. بحسب وكالة رويترز.)."""
    found: list[tuple[int, int]] = []
    for low, high in ranges:
        goes_on = (
            found
            and (_AND_THAT.fullmatch(tokens.word[low]) or _attributes(tokens.word[low:high]))
            and "\n" not in text[tokens.end[low - 1] : tokens.start[low]]
        )
        if goes_on and high - found[-1][0] <= LONGEST_SENTENCE:
            found[-1] = found[-1][0], high
        else:
            found.append((low, high))
    return tuple(found)


def _attributes(sentence: Sequence[str]) -> bool:
    """Whether a sentence is an attribution alone."""
    brief = len(sentence) <= LONGEST_ATTRIBUTION and not {":", "،", ","} & set(sentence)
    return brief and _ACCORDING.fullmatch(sentence[0]) is not None


def _token_ranges(starts: list[int], spans: list[Span]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    at = 0
    for span in spans:
        low, at = at, bisect_left(starts, span.end, at)
        found.extend((piece, min(piece + LONGEST_SENTENCE, at)) for piece in range(low, at, LONGEST_SENTENCE))
    return tuple(found)
