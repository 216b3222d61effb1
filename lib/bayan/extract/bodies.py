"""Bodies and sources: how far the name of an institution or the description of a source reaches."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break
from bayan.extract.names import is_name_word, is_verb
from bayan.extract.words import Words
from bayan.records import SpeakerKind


def body_end(grammar: Grammar, words: Words, k: int, high: int, tight: bool) -> int:
    """Bare nouns lead to a definite one; after that only adjectives, complements with ل and brackets belong."""
    head = words.word[k - 1]
    named = grammar.starts_sequence("media-names", words, k, high) if k < high and grammar.is_in("media", head) else 0
    if named > 1:
        return k + named
    closed, first = head.startswith("ال"), k
    after = 0 if head in grammar.lexicon.classes["named-bodies"] else 3
    while k < high:
        word = words.word[k]
        actor = grammar.actor(words, k)
        if grammar.medium_end(words, k, high) > k:
            break
        if words.opens_quote(k) and words.quote_end(k) - k <= 5 and not closed:
            k, closed = words.quote_end(k), True
        elif actor is not None and actor.kind is not SpeakerKind.PERSON:
            if closed and tight:
                break
            k, closed = min(words.mention_end(k), high), True
        elif actor is not None and any(grammar.is_post(words.word[j]) for j in range(first, k)):
            k = min(words.mention_end(k), high)  # ‹إدارة الرئيس الأمريكي دونالد ترامب›
        elif is_break(word) or grammar.is_complementizer(word) or word in grammar.lexicon.classes["relatives"]:
            break
        elif word.startswith("بال") and grammar.is_common(word[3:]) and not _is_place(grammar, word[3:]):
            break  # ‹جامعة فلوريدا بالجهة الأخرى›
        elif closed and word in grammar.lexicon.classes["decided"]:
            break
        elif word in grammar.stops or is_time_noun(grammar, words, k):
            if word == "في" and k + 1 < high and _place_follows(grammar, words, k + 1):
                k = min(words.mention_end(k + 1), high)
                continue
            break
        elif grammar.is_definite(word):
            if closed and not is_adjective(grammar, word) and (tight or _disagrees(words, first - 1, k)):
                break
            k, closed = k + 1, True
        elif word[0] == "ل" and k + 1 < high and words.word[k + 1].startswith("ال") and word not in grammar.stops:
            if grammar.is_in("addressees", word) or (closed and k == first):
                break  # ‹الحكومة لتحسين الرعاية›
            k, closed = k + 1, False
        elif not closed and word.endswith("ا") and words.word[k - 1] in grammar.nationalities:
            break  # ‹أصدرت محكمة مغربية حكما›
        elif word in grammar.nationalities or (not closed and not _is_finite(grammar, words, k)):
            k += 1
        elif not tight and after < 3 and is_name_word(grammar, words, k, first=False):
            k, after = k + 1, after + 1
        else:
            break
    if grammar.is_in("media", head):
        k = short_name_end(grammar, words, k, high)
    return bracket_end(words, k, high)


def short_name_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after the short name of an agency in quotation marks (وكالة الأنباء السعودية «واس»)."""
    if k >= high or not words.opens_quote(k) or not grammar.starts_sequence("media-names", words, k, high):
        return k
    return min(words.quote_end(k), high)


def _disagrees(words: Words, head: int, k: int) -> bool:
    """Whether a definite noun cannot belong to a feminine head with the article (السفارة الروسية | الأمر)."""
    attributes = words.word[k].endswith(("ه", "ا", "ات")) or not words.word[k].startswith("ال")
    return words.word[head].startswith("ال") and words.is_feminine(head) and not attributes


def _is_finite(grammar: Grammar, words: Words, k: int) -> bool:
    word = words.word[k]
    if is_verb(grammar, words, k) or (grammar.is_past(word) and not grammar.is_post(word)):
        return True
    return grammar.is_imperfect(word) and not grammar.is_common(word)


def _is_place(grammar: Grammar, word: str) -> bool:
    return word in grammar.lexicon.classes["areas"] or grammar.is_in("bodies", word)


def _place_follows(grammar: Grammar, words: Words, k: int) -> bool:
    actor = grammar.actor(words, k)
    return actor is not None and actor.kind is SpeakerKind.STATE


def is_adjective(grammar: Grammar, word: str) -> bool:
    return word.endswith(("ي", "يه", "يين", "يون", "يات")) or word in grammar.lexicon.classes["body-adjectives"]


def source_end(grammar: Grammar, words: Words, k: int, high: int, tight: bool = False) -> int:
    """A description of a source runs to the next verb, preposition of time or place apart, comma or clause. A definite
    noun (المصدر) has only adjectives after it, and an indefinite one nothing definite once its adjectives have begun
    (مسؤولون أكراد) or its plural has its ن (ناشطون)."""
    definite = words.word[k - 1].startswith("ال")
    sealed = words.word[k - 1].endswith("ون")
    while k < high:
        word = words.word[k]
        opens = word in grammar.lexicon.classes["relatives"] or word in grammar.lexicon.classes["auxiliaries"]
        if is_break(word) or opens or grammar.is_complementizer(word) or words.opens_quote(k):
            break
        if any(form.form.shape == "masdar" for form in grammar.readings(word)):
            break  # ‹عن شهود عيان قولهم›
        if word in grammar.stops or grammar.medium_end(words, k, high) > k:
            if not _goes_on(grammar, words, k, high):
                break
            k, sealed, definite = k + 2, False, False
            continue
        if is_time_noun(grammar, words, k) or (definite and _leaves(grammar, words, k, tight)):
            break
        if tight and words.mention[k - 1] >= 0 > words.mention[k] and grammar.is_common(word):
            break  # ‹محامو ترامب نقل …›
        if grammar.is_definite(word):
            both = definite and word.endswith("ون") and words.word[k - 1].endswith("ون")  # ‹السياسيون العلمانيون›
            if sealed and not both and not word.startswith("لل"):
                break
        elif word in grammar.nationalities or word.endswith(("ون", "ين")) or _is_feminine_adjective(grammar, word):
            sealed = True
        elif sealed and words.word[k - 1].endswith("يه") and grammar.is_common(word) and not word.endswith(("ه", "ات")):
            break  # ‹مصادر عسكرية مصرع …›
        elif (
            sealed
            and tight
            and (grammar.is_common(word) or word.endswith("ا"))
            and word not in grammar.lexicon.classes["body-adjectives"]
        ):
            break
        k += 1
    return k


def _is_feminine_adjective(grammar: Grammar, word: str) -> bool:
    return word.endswith("يه") and not grammar.is_in("bodies", word)


def _goes_on(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a stop word inside the description of a source is a preposition that belongs to it (عدد من السكان)."""
    if words.word[k] not in grammar.lexicon.classes["prepositions"] or k + 1 >= high:
        return False
    following = words.word[k + 1]
    known = grammar.is_in("bodies", following) or grammar.actor(words, k + 1) is not None
    linked = known or words.word[k - 1] in grammar.lexicon.classes["source-links"]
    return linked and not grammar.is_in("documents", following)


def _leaves(grammar: Grammar, words: Words, k: int, tight: bool) -> bool:
    """Whether a word after a definite noun is no adjective of it (وطالب المصدر المجتمع الدولي)."""
    word = words.word[k]
    if word.startswith("ال"):
        return tight and not is_adjective(grammar, word)
    return tight and not grammar.has_preposition(words, k)


def is_time_noun(grammar: Grammar, words: Words, k: int) -> bool:
    """‹العام الماضي› after a noun is no adjective of it."""
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    return words.word[k] in grammar.lexicon.classes["time-nouns"] and following in grammar.lexicon.classes["time-tails"]


def bracket_end(words: Words, k: int, high: int) -> int:
    """Take in a short bracket after a name: منظمة الأمم المتحدة للطفولة (يونيسيف)."""
    if k < high and words.word[k] == "(":
        for end in range(k + 1, min(k + 6, high)):
            if words.word[end] == ")":
                return end + 1
    return k
