"""Capitals: موسكو is Russia where it speaks or acts, and a place elsewhere."""

from __future__ import annotations

import re

from bayan.actors.automaton import Hit
from bayan.actors.rules import Context

_BEFORE = re.compile(r"([^\W_]+)[ ،,]{1,2}$")
_AFTER = re.compile(r" [\"«“]?([^\W_]+)")
_HAD = re.compile(r" قد ([^\W_]+)")
_ADDRESSED = re.compile(r" ل[^\W_]+(?: [^\W_]+)?:")
"""Whom a headline lets a government address: موسكو للندن: اسحبوا…"""
_RELATIVE = re.compile(r"(?:التي|الذي|اللذين|اللتين|ما|كما) ([^\W_]+ت|س?ت[^\W_]{2,})(?:ها|ه|هم|هما) $")
"""A verb with a pronoun, whose subject follows: الضربات التي نفذتها أنقرة, التحالف الذي تقترحه موسكو."""
_POINTING = re.compile(r"([^\W_]+) (?:ب|ل|علي|في|عن|من|الي|مع)(?:ها|ه|هم|هما) $")
"""… and with a preposition and a pronoun: الهجوم الذي لوحت به موسكو, خطوة ردت عليها موسكو."""
_PRONOUNS = ("ه ", "ها ", "هم ", "هما ")
"""In what these two end: few texts do, and to search the others takes long."""
_BURDEN = re.compile(r"([^\W_]+) (علي|الي|من) $")
_BURDENS = (" علي ", " الي ", " من ")
"""… and this one."""
_IMPOSED = re.compile(r"(?:فرض|[يت]فرض)\w* (?:\w+ ){0,5}علي $")
_OBJECT = re.compile("(?:ها|هما?|ه)$")
_WAS = ("كانت", "وكانت")
_REACH, _FAR = 24, 60
_SHORTEST_DUAL = 5


def acts(rules: Context, text: str, hit: Hit, end: int, *, is_title: bool) -> bool:
    """Whether a capital acts here. ``end``: where the names end that و joins to it (موسكو وواشنطن تبحثان)."""
    if hit.clitics not in ("", "و", "ف", "ل"):
        return False
    if is_title and (text[hit.end : hit.end + 2].lstrip().startswith(":") or _ADDRESSED.match(text, hit.end)):
        return True
    start = hit.start - len(hit.clitics)
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    after = _AFTER.match(text[end : end + _REACH])
    follower = after.group(1) if after else ""
    if hit.clitics == "ل":
        return before is not None and before.group(1) in rules.capital_for
    if before is None:
        return follower in rules.capital_before or _is_followed(rules, follower, are_several=end > hit.end)
    if hit.clitics:
        return is_title and hit.clitics == "و" and _is_followed(rules, follower, are_several=end > hit.end)
    is_place = follower in rules.no_verbs and follower not in _WAS and _is_verb(follower)
    if before.group(1) in _WAS:
        had = _HAD.match(text[end : end + _REACH])
        follower = had.group(1) if had else follower
        return not is_place and _is_followed(rules, follower, are_several=end > hit.end)
    led = text[max(0, start - _FAR) : start]
    return not is_place and (_leads(rules, before.group(1)) or _is_done_by(rules, led) or _is_put_on(rules, led))


def _is_followed(rules: Context, word: str, *, are_several: bool) -> bool:
    """Whether a word after capitals is a verb of which they are the subject (موسكو رفضت, موسكو وواشنطن تبحثان)."""
    if word in rules.no_verbs:
        return False
    is_dual = are_several and word.startswith("ت") and word.endswith("ان") and len(word) > _SHORTEST_DUAL
    return is_dual or _is_past_verb(word) or _is_present_verb(rules, word)


def _is_done_by(rules: Context, text: str) -> bool:
    """Whether a text ends in a relative clause whose subject is to come."""
    if not text.endswith(_PRONOUNS):
        return False
    relative = _RELATIVE.search(text)
    if relative is not None:
        return relative.group(1) not in rules.no_verbs
    pointing = _POINTING.search(text)
    verb = pointing.group(1) if pointing else ""
    is_verb = _is_feminine_verb(rules, verb) or (verb.endswith("ت") and verb in rules.capital_after)
    return bool(verb) and verb not in rules.no_verbs and is_verb


def _is_put_on(rules: Context, text: str) -> bool:
    """Whether a text ends in what governments bear, hear or give: عقوبات على طهران, وجهت إلى موسكو, بدعم من طهران."""
    burden = _BURDEN.search(text) if text.endswith(_BURDENS) else None
    if burden is None:
        return False
    if _IMPOSED.search(text):
        return True
    listed = {"علي": rules.capital_on, "الي": rules.capital_to, "من": rules.capital_from}[burden.group(2)]
    return not listed.isdisjoint((burden.group(1), burden.group(1)[1:]))


def _leads(rules: Context, word: str) -> bool:
    """Whether a word before a capital makes it a government: its verb, or a noun such as موقف."""
    bare = word[1:] if word[0] in "وفبلك" else word
    if not rules.capital_after.isdisjoint((word, bare)):
        return True
    is_no_verb = not rules.no_verbs.isdisjoint((word, bare, _OBJECT.sub("", bare)))
    return not is_no_verb and _is_feminine_verb(rules, word)


def _is_feminine_verb(rules: Context, word: str) -> bool:
    """A verb whose subject is a feminine: أكدت, تؤكد, with و or ف."""
    return any(_is_past_verb(stem) or _is_present_verb(rules, stem) for stem in (word, word.lstrip("وف")))


def _is_verb(word: str) -> bool:
    """Whether one of the verbs that places have (أصبحت, تشهد) and no other word of their list."""
    return (_is_past_verb(word) and word != "تحت") or word.startswith("تش")


def _is_past_verb(word: str) -> bool:
    return len(word) > 2 and word.endswith("ت") and not word.endswith("ات") and not word.startswith(("ال", "ب", "ل"))


def _is_present_verb(rules: Context, word: str) -> bool:
    """تدعو, ستدعو; not a verbal noun (تقرير, تعاون) nor a noun in ة."""
    word = word.removeprefix("س")
    if word in rules.present_verbs:
        return True
    if word in rules.no_verbs or not word.startswith("ت") or len(word) < 4 or word.endswith(("ه", "ات")):
        return False
    is_verbal_noun = len(word) == 5 and (word[3] == "ي" or word[2] == "ا")
    return not is_verbal_noun
