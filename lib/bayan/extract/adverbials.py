"""Adverbials: days, occasions and channels that may stand between a verb and its subject or object."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.nouns import read_phrase, without_preposition
from bayan.extract.prepositional import past_company, prepositional_end, relative_end
from bayan.extract.qualities import is_adjective
from bayan.extract.words import Words
from bayan.lexicon import CueForm

LONGEST_ASIDE = 14
"""Tokens between two dashes."""
LONGEST_MANNER = 3
"""Tokens of an adverb of manner in quotation marks."""
LONGEST_FENCED = 18
"""Tokens of an adverbial between two commas."""
LONGEST_REFUSAL = 7
"""Tokens between a verb of refusing and the name that a source withholds."""
_BODIES = ("bodies", "sources")
_ON_BEHALF = ("ونيابه", "وباسم", "واسم", "وبالنيابه", "نيابه")
_AT = ("في", "خلال")
_MARGIN = "هامش"
_FIRST = "اول"
_LATEST = frozenset({"اخر", "احدث"})
_WHOSE = ("له", "لها", "لهم")
_THROUGH = "عبر"
_ON_CHANNELS = ("علي", "عبر", "في", "من")


def skip_adverbials(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The first token after days, short venue phrases and commas that may stand before a subject."""
    while k < high:
        after = _adverbial_end(grammar, words, k, high)
        if after == k:
            return k
        k = after
    return k


def past_phrases(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The first token after adverbials and prepositional phrases (خلال مؤتمر صحفي بعد قمته مع الرئيس)."""
    while k < high:
        after = skip_adverbials(grammar, words, k, high)
        if after == k and words.word[k] in grammar.classes["fenced"]:
            after = prepositional_end(grammar, words, k, high)
        if after == k:
            return k
        k = after
    return k


def withheld_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The end of what tells that a source does not want to be named (مصدر رفض الكشف عن هويته، ورفض المسؤول الإفصاح عن
    اسمه), or the same token."""
    classes = grammar.classes
    refuses = words.word[k].removeprefix("و") in classes["withholding"]
    if not refuses and not grammar.starts_sequence("unwilling", words, k, high):
        return k
    near = range(k + 1, min(high, k + LONGEST_REFUSAL))
    named = next((j for j in near if words.word[j] in classes["own-names"]), k)
    return k if classes["disclosing"].isdisjoint(words.word[k + 1 : named]) else named + 1


def _adverbial_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The end of the adverbial that begins here, or the same token."""
    word = words.word[k]
    classes = grammar.classes
    if (withheld := withheld_end(grammar, words, k, high)) > k:
        return withheld
    if words.opens_quote(k):  # a name («اليوم السابع»), but ‹نفى «بشكل قاطع» تورطه›
        end = words.quote_end(k)
        quoted = end == k + 1 and word in classes["adverbials"]  # ‹ونفت الوزارة "بشدة" هذه الاتهامات›
        return end if quoted or (end <= k + LONGEST_MANNER and word in classes["manners"]) else k
    if phrase := grammar.starts_sequence("adverbial-phrases", words, k, high):
        return k + phrase
    if is_comma(word) or word in classes["adverbials"] or word in classes["weekdays"]:
        degree = word[0] == "ب" and k + 1 < high and words.word[k + 1] in classes["degrees"]  # ‹بحذر شديد›
        return k + 1 + degree
    if grammar.is_any(("pointing-back", "reporters", "told-to"), word):
        return k + 1
    if word in classes["manners"]:
        return min(high, k + 3 if words.word[k + 1 : k + 2] == ("غير",) else k + 2)
    if word == "(":
        return skip_bracket(words, k, high)
    if is_dash(words, k):
        return next((j + 1 for j in range(k + 1, min(high, k + LONGEST_ASIDE)) if is_dash(words, j)), k)
    if word in ("ل", "لل") and k + 1 < high and words.opens_quote(k + 1):
        return words.quote_end(k + 1)
    medium = grammar.medium_end(words, k, high)
    if medium > k:
        return _past_medium(grammar, words, k, medium, high)
    following = words.word[k + 1] if k + 1 < high else ""
    if word in classes["prepositions"] and following in classes["side-nouns"]:
        return k + 2
    if word in classes["since"] and (span := _span_end(grammar, words, k + 1, high)) > k + 1:
        return span
    if following in classes["tongues"]:
        spokesman = read_phrase(grammar, words, k + 2, high) if k + 2 < high else None
        return spokesman.high if spokesman is not None else k
    if word in classes["in-own-name"]:
        return _on_behalf_end(grammar, words, k + 1, high)
    if following == _MARGIN:
        return prepositional_end(grammar, words, k, high)  # ‹على هامش القمة›
    if (channel := _past_channel(grammar, words, k, high)) > k:
        return channel
    dated = grammar.is_any(("months", "time-nouns", "spans", "ordinals"), following)
    dated = dated or (following.isdigit() and k + 2 < high and words.word[k + 2] in classes["months"])  # ‹في 25 سبتمبر›
    if word in ("في", "خلال") and dated:
        return _date_end(grammar, words, k + 1, high)
    if word in _AT and following in classes["stages"]:
        end = prepositional_end(grammar, words, k, high)
        if end > k + 2:
            return end  # ‹في ختام القمة العربية›
    latest = following in _LATEST and k + 2 < high and grammar.is_in("venues", words.word[k + 2])  # ‹في آخر تغريدة له›
    first = following == _FIRST or latest
    if word in _AT and (first or grammar.has_stem("documents", following) or grammar.is_in("venues", following)):
        k = _past_first(grammar, words, k + 2, high) if first else k + 2
        whose = words.word[k] if k < high else ""
        k += whose.startswith("ال") and grammar.is_in("documents", whose)  # ‹في مسودة البيان›
        while k < high and grammar.is_any(("venue-tails", "weekdays", "time-nouns", "ordinals"), words.word[k]):
            k += 1
        return past_company(grammar, words, relative_end(grammar, words, k, high), high) if k < high else k
    return k


def _on_behalf_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after those for whom somebody speaks beside himself (باسمه ونيابة عن زملائه، باسمه واسم أهالي المنطقة),
    or ``k``."""
    if k + 1 >= high or words.word[k] not in _ON_BEHALF:
        return k
    end = prepositional_end(grammar, words, k + (words.word[k + 1] == "عن"), high)
    while k + 1 < end < high and words.word[end][0] == "و" and grammar.is_in_any(_BODIES, words.word[end][1:]):
        bare = words.reread(end, words.word[end][1:], words.start[end] + 1)
        joined = prepositional_end(grammar, bare, end - 1, high)
        if joined < end:
            break
        end = joined
    told = (j for j in range(k + 2, end) if _is_told(grammar, words.word[j]))  # ‹باسمه واسم أهالي المنطقة صادق التعازي›
    return max(k, next(told, end))


def _is_told(grammar: Grammar, word: str) -> bool:
    """Whether a word begins what somebody expresses and is nobody for whom he does."""
    felt = word in grammar.classes["intensifiers"] or grammar.has_stem("stance-nouns", word)
    return felt or grammar.is_act_noun(word)


def _span_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after a span of time, exact or about (قبل شهرين، قبل نحو ثلاثة أشهر، منذ 5 سنوات), or ``k``."""
    classes = grammar.classes
    end = k + (k < high and words.word[k] in classes["about"])
    counted = end < high and (words.word[end].isdigit() or words.word[end] in classes["numerals"])
    if counted and end + 1 < high and words.word[end + 1] in classes["spans"]:
        return end + 2
    return end + 1 if end < high and words.word[end] in classes["spans"] else k


def _past_first(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after what was the first of its kind, and whose it was (في أول تعليق رسمي له)."""
    if k < high and grammar.is_in("venues", words.word[k]):
        k += 1
        while k < high and words.word[k] in grammar.classes["venue-tails"]:
            k += 1
        k += k < high and words.word[k] in _WHOSE
    return k


def aside_end(grammar: Grammar, words: Words, form: CueForm, j: int, stop: int) -> int:
    """The comma that closes an adverbial opened by a comma (وأكد الوزير، لدى تسلمه الرد على خطابه، عدم وجود مانع)."""
    word = words.word[j]
    if word not in grammar.classes["fenced"] or word in form.cue.frames:
        return j
    end = next((k for k in range(j + 1, min(stop, j + LONGEST_FENCED)) if is_comma(words.word[k])), j)
    goes_on = any(words.word[k] in form.cue.frames for k in range(end + 1, min(stop, end + 3)))
    return end if "np" in form.cue.frames or goes_on else j


def _date_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The end of a date (شهر سبتمبر/ أيلول من العام الماضي)."""
    dates = ("months", "time-nouns", "time-tails", "spans", "ordinals")
    while k < high:
        word = words.word[k]
        if not (grammar.is_any(dates, word) or word in ("/", "من") or (word.isdigit() and len(word) <= 4)):
            break
        k += 1
    return k


def _past_medium(grammar: Grammar, words: Words, k: int, end: int, high: int) -> int:
    """The token after a medium that ل leads to, with what describes it (للتلفزيون الروسي الرسمي); it ends at ``end`` at
    the earliest."""
    if words.mention[k] >= 0:
        end = max(end, words.mention_end(k))
    if end < high and words.opens_quote(end):
        return _past_adjectives(grammar, words, words.quote_end(end), high)
    phrase = read_phrase(grammar, without_preposition(words, k), k, high, tight=True)
    end = max(end, phrase.high) if phrase is not None and phrase.head == "media" else end
    return _past_adjectives(grammar, words, end, high)


def _past_adjectives(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after the adjectives of a medium (لموقع "غيزمودو" الإخباري), where no name follows them."""
    end = k
    while end < high and words.word[end].startswith("ال") and is_adjective(grammar, words.word[end]):
        end += 1
    return k if end < high and words.word[end] in grammar.given_names else end


def _past_channel(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after a preposition with a channel, network or site (على صفحته، عبر فيس بوك، عبر موقع برنابيو
    ديجيتال), or ``k``."""
    if words.word[k] not in _ON_CHANNELS or k + 1 >= high:
        return k
    following = words.word[k + 1]
    channels = ("own-channels", "networks")
    known = grammar.is_any(channels, following) or grammar.is_any(channels, following.removeprefix("ال"))
    end = k + 2 if known else _network_end(grammar, words, k + 1, high)
    end = _channel_end(grammar, words, end, high) if end > k + 1 else k
    if words.word[k] == _THROUGH and end <= k + 2 and grammar.is_in("media", following):
        medium = read_phrase(grammar, words, k + 1, high, tight=True)
        end = max(end, medium.high) if medium is not None and medium.head == "media" else end
    return end


def _channel_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The end of a channel of somebody's own (على صفحته الرسمية في موقع فيسبوك)."""
    classes = grammar.classes
    while k < high and (words.word[k] in classes["channel-tails"] or _network_end(grammar, words, k, high) > k):
        k = max(k + 1, _network_end(grammar, words, k, high))
    return k


def _network_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after the name of a network (تويتر، فيس بوك), or the same token."""
    return k + grammar.starts_sequence("networks", words, k, high) if k < high else k


def skip_bracket(words: Words, j: int, stop: int) -> int:
    for k in range(j + 1, min(stop, j + 20)):
        if words.word[k] == ")":
            return k + 1
    return j + 1


def is_dash(words: Words, at: int) -> bool:
    """A hyphen with white space beside it, as after a dateline."""
    text = words.folded.text
    return (
        words.word[at] in ("-", "–", "—")
        and text[words.start[at] - 1 : words.end[at] + 1].strip() != text[words.start[at] - 1 : words.end[at] + 1]
    )
