"""Keys: the words by which two names, or two posts, are told to be the same."""

from __future__ import annotations

import re
from functools import lru_cache

from bayan.extract.stems import begins_with_lam
from bayan.text import fold_text

_WORD = re.compile(r"[^\W_]+")
_ENVOYS = {"موفد": "مبعوث"}
_SAME = _ENVOYS | {
    "مراه": "امراه",
    "ناطق": "متحدث",
    "ناطقه": "متحدثه",
    "صحافي": "صحفي",
    "صحافيه": "صحفيه",
    "اممي": "دولي",
}
_SERVANT = re.compile(r"\b(عبد) ")
"""عبد الله is also written عبدالله."""
MINISTERS = ("وزير", "وزيره")
_HEADS = ("رييس", "رييسه")
_MANY = (*_HEADS, "مدير", "مديره", "نايب", "نايبه", "عضو", "عضوه", "امين", "امينه")
"""Posts, without their article, that several people in an article may have."""
_FORMER = frozenset({"السابق", "الاسبق", "الراحل", "المعزول", "المخلوع", "السابقه", "الراحله", "المعزوله"})
_VOWELS = re.compile("[اوي]")


@lru_cache(maxsize=4096)
def name_keys(name: str) -> frozenset[str]:
    """The words of a name, folded, without the article; غ and ج write the same foreign sound (رودريغيز، رودريجيز)."""
    folded = fold_text(name).replace("_", " ").replace("غ", "ج").replace("اميرك", "امريك")
    joined = _SERVANT.sub(r"\1", folded) if "عبد " in folded else folded
    words = joined.split() if joined.replace(" ", "").isalnum() else _WORD.findall(joined)
    bare = [_without_article(word) if len(word) > 4 else word for word in words]
    return frozenset([_SAME.get(word, word) for word in bare])


def _without_article(word: str) -> str:
    """A word without its article, which ل may stand before (اللجنة، للجنة)."""
    return word[2 - begins_with_lam(word) :] if word.startswith(("ال", "لل")) else word


def split_name(name: str) -> list[str]:
    """The folded words of a name; those of a hashtag are joined (#المفوضية_الأوروبية)."""
    return fold_text(name).replace("_", " ").split()


def is_first_of_joined(short: str, longer: str) -> bool:
    """Whether a description is the first of two that another joins (مسؤولون in مسؤولون وشهود عيان, المصادر الأمنية in
    مصادر أمنية وطبية, but المصادر stands for both)."""
    if " و" not in longer:
        return False
    own, joined = ([word.removeprefix("ال") for word in split_name(name)] for name in (short, longer))
    alone = len(own) == 1 and fold_text(short).startswith("ال")
    return not alone and joined[: len(own)] == own and "".join(joined[len(own) : len(own) + 1]).startswith("و")


def head_of(role: str) -> str:
    """The noun that a post begins with, without article; that of an envoy has two."""
    first = split_name(role)[0].removeprefix("ال")
    return _ENVOYS.get(first, first)


def skeleton(name: str) -> str:
    """A name without its long vowels, but for the first letter."""
    folded = fold_text(name)
    return folded[:1] + _VOWELS.sub("", folded[1:])


def is_of_other_field(post: str, role: str, served: bool) -> bool:
    """Whether a post is no such role: of ministers by another field (وزيرة الصحة، وزيرة المساواة), or by what is led
    (رئيس لجنة الدفاع، الرئيس المصري)."""
    (head, *rest), (_, *others) = (fold_text(words).split() for words in (post, role))
    own, other = rest[:1], others[:1]
    if own and own[0].endswith(("ي", "يه")) and _FORMER.intersection(others) and not _FORMER.intersection(rest):
        return True  # ‹الرئيس التونسي›, whom ‹الرئيس الأسبق محمد مرسي› does not name
    construct = bool(own) and head in _MANY  # ‹رئيس اللجنة›, but ‹بابا الأقباط›, of whom there is one
    adjective = bool(own) and own[0].endswith(("ي", "يه")) and own[0].startswith("ال") == head.startswith("ال")
    led = own and not served and (construct or not own[0].startswith("ال")) and not adjective  # ‹رئيس المستشفى›
    if led and not other and role.startswith("ال") and head in _HEADS:
        return True  # ‹رئيس لجنة الانتخابات›, whom ‹الرئيس رجب أردوغان› does not name
    if led and other and not (name_keys(post) & name_keys(role)) - name_keys(head):
        return True
    minister = head.removeprefix("ال") in MINISTERS and bool(own and other)
    fields = (word.startswith("ال") and not word.endswith("ي") for word in own + other)  # ‹الوزير الألماني› has none
    return minister and own != other and all(fields)
