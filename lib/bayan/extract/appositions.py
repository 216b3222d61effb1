"""Appositions: a post and a name that a comma parts (الرئيس الأمريكي، دونالد ترامب،)."""

from __future__ import annotations

from bayan.extract.descriptions import bracket_end
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.names import fenced_name, is_chinese, name_end
from bayan.extract.phrases import NounPhrase
from bayan.extract.posts import holds_several, read_post
from bayan.extract.starts import can_start
from bayan.extract.verbs import follows_a_verb
from bayan.extract.words import Words
from bayan.lexicon import CueForm
from bayan.records import Act, SpeakerKind

LONGEST_COMPLEMENT = 8


def with_apposition(grammar: Grammar, words: Words, phrase: NounPhrase, high: int, tight: bool = False) -> NounPhrase:
    """Join ‹post، name،› and ‹name، post،›: the second part stands between commas or before the clause."""
    if phrase.head == "post" and phrase.name is None:
        phrase = _past_complement(grammar, words, _with_second_post(grammar, words, phrase, high), high)
    phrase = _called(grammar, words, phrase, high)
    k = phrase.high
    if phrase.name is None and k < high and words.word[k] == "(":
        k = _past_bracket(grammar, words, k, high)
    if _is_untitled(grammar, words, phrase) and k < high and grammar.is_post(words.word[k]):
        post = read_post(grammar, words, k, high, tight)
        if tight and not _ends_before_object(grammar, words, k, post.high, high):
            return phrase
        return phrase.changed(high=post.high, post=post.post) if post.name is None else phrase
    if k + 1 >= high or not is_comma(words.word[k]) or phrase.head not in ("post", "name"):
        return phrase
    following = words.word[k + 1]
    aside = k + 2 < high and following in grammar.classes["asides"]  # ‹سامي فرج، وهو محلل كويتي،›
    start = k + 2 if aside else k + 1
    begins = aside or can_start(grammar, words, start) or _is_fenced(grammar, words, start)
    begins = begins or is_chinese(grammar, words, start, high)
    if words.opens_quote(start) or not begins:
        return phrase
    second = words.word[start]
    is_post = grammar.is_post(second) or grammar.is_post(second.removeprefix("و"))
    if phrase.head == "name" and phrase.post is None and is_post:
        post = read_post(grammar, words, start, high)
        if _closed_by(grammar, words, post.high, high):  # ‹كوهين، محامي ترامب،›: a name after the post belongs to it
            return phrase.changed(high=phrase.high if aside else post.high, post=(post.low, post.high))
        return _with_open_post(grammar, words, phrase, start, high) if tight else phrase
    if phrase.name is None:
        return _with_name(grammar, words, phrase, k + 1, high)
    if phrase.post is not None and phrase.post[1] - phrase.post[0] == 1 and grammar.is_post(following):
        post = read_post(grammar, words, k + 1, high)  # ‹السفير بدر عبد العاطي، المتحدث باسم الخارجية،›
        if post.name is None and _closed_by(grammar, words, post.high, high):
            return phrase.changed(high=post.high, post=post.post)
        return _with_open_post(grammar, words, phrase, k + 1, high) if tight else phrase
    return phrase


def _with_open_post(grammar: Grammar, words: Words, phrase: NounPhrase, start: int, high: int) -> NounPhrase:
    """A name with the post between its comma and the act that its holder speaks of (ثمن أحمد قطان، سفير المملكة في مصر
    دعم الشركة)."""
    post = read_post(grammar, words, start, high, tight=True)
    if post.name is not None or not _ends_before_object(grammar, words, start, post.high, high):
        return phrase
    return phrase.changed(high=post.high, post=post.post)


def _with_second_post(grammar: Grammar, words: Words, phrase: NounPhrase, high: int) -> NounPhrase:
    """A definite post with the second one of its holder, whose name follows (قال المدير العام رئيس مجلس الإدارة خالد
    الشمري); after a verb that is done to people the second would be somebody else."""
    k, at = phrase.high, phrase.low
    joins = k < high and words.word[at].startswith("ال") and grammar.is_post(words.word[k])
    several = holds_several(grammar, words.word[at])
    if not joins or several or words.word[k].startswith("ال") or words.is_feminine(at) != words.is_feminine(k):
        return phrase
    while at > 0 and grammar.is_in("honorifics", words.word[at - 1]):
        at -= 1
    if not any(_tells_things(form) for form in grammar.readings(words.word[at - 1] if at else "")):
        return phrase
    second = read_post(grammar, words, k, high)
    if second.name is None or second.post is None:
        return phrase
    return second.changed(low=phrase.low, post=(phrase.low, second.post[1]))


def _tells_things(form: CueForm) -> bool:
    """Whether a verb has no person as its object."""
    whom = form.cue.takes_object or form.cue.people or ("np" in form.cue.frames and form.cue.act is not Act.INFORM)
    return form.form.shape in ("past", "present") and not whom


def _is_fenced(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether two words between commas are a name whose first letter looks like a preposition (بسيمة الحقاوي)."""
    given, surname, comma = (*words.word[at : at + 3], *("",) * 3)[:3]
    nisba = surname.startswith("ال") and surname.endswith("ي") and surname not in grammar.nationalities
    known = grammar.is_common(given[1:]) or grammar.is_common(surname[2:]) or given in grammar.stops
    return given.startswith(("ب", "ل")) and nisba and not known and is_comma(comma)


def _called(grammar: Grammar, words: Words, phrase: NounPhrase, high: int) -> NounPhrase:
    """‹مسؤولة كردية تدعى هيفي مصطفى›, ‹أحد الضحايا، وهو جندي سابق اسمه بيتر كريغ›: a description with its name."""
    if phrase.name is not None or phrase.head not in ("post", "source"):
        return phrase
    start = phrase.high + (phrase.high < high and is_comma(words.word[phrase.high]))  # ‹شاهدة عيان، تدعى إيوالينا›
    near = range(start, min(high - 1, start + LONGEST_COMPLEMENT))
    k = next((k for k in near if words.word[k] in grammar.classes["naming"]), None)
    aside = k is not None and k > start
    if k is None or (aside and words.word[phrase.high + 1] not in grammar.classes["asides"]):
        return phrase
    end = name_end(grammar, words, k + 1, high)
    if end == k + 1:
        return phrase
    return phrase.changed(high=end, head="post", name=(k + 1, end), post=(phrase.low, phrase.high))


def _past_bracket(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The comma after a post and the bracket that explains it (وكيل محافظة إب (وسط اليمن)، محمد الدعام،)."""
    end = bracket_end(grammar, words, k, high)
    return end if end < high and is_comma(words.word[end]) else k


def _is_untitled(grammar: Grammar, words: Words, phrase: NounPhrase) -> bool:
    """Whether a name stands alone or behind a mere honorific (المهندس رامي أبو الفرج مدير عام العقارات)."""
    if phrase.name is None or phrase.post is None:
        return phrase.head == "name"
    low, high = phrase.post
    return high == low + 1 and grammar.is_in("honorifics", words.word[low])


def _ends_before_object(grammar: Grammar, words: Words, low: int, end: int, high: int) -> bool:
    """Whether a post after a name is followed by a quotation, or by an act after its complement (أكد قمر نديم محامي
    أفريدي نقل موكله) or a comma (أدان عبدالله بن مساعد الرئيس العام لرعاية الشباب، العمل الإرهابي)."""
    if end >= high or end < low + 2:
        return False
    word = words.word[end]
    if is_comma(word) and end + 1 < high and words.word[end + 1].startswith("ال"):
        return grammar.is_act_noun(words.word[end + 1][2:]) and not grammar.is_post(words.word[end + 1])
    return words.opens_quote(end) or grammar.is_act_noun(word) or grammar.has_stem("stance-nouns", word)


def _past_complement(grammar: Grammar, words: Words, phrase: NounPhrase, high: int) -> NounPhrase:
    """A post with what a preposition adds to it, where the comma of a full name closes that (رئيس قطاع الوقاية من
    الحرائق في كاليفورنيا، سكوت ماكلان،)."""
    k, classes = phrase.high, grammar.classes
    relative = k < high and words.word[k] in classes["relatives"]  # ‹وزارة الدفاع التي أعلنها الحوثيون، شرف لقمان،›
    if k >= high or not (relative or words.word[k] in classes["prepositions"]):
        return phrase
    comma = next((j for j in range(k + 2, min(high, k + LONGEST_COMPLEMENT)) if is_break(words.word[j])), high)
    if comma + 2 >= high or not is_comma(words.word[comma]):
        return phrase
    told = (words.word[j] for j in range(k + 1, comma))
    known = relative or all(word not in grammar.stops or word in classes["prepositions"] for word in told)
    venue = grammar.is_in_any(("venues", "documents"), words.word[k + 1])
    venue = venue and not grammar.is_in("bodies", words.word[k + 1])  # but ‹مديرة البحوث في برنامج الشرق الأوسط›
    start = comma + 1
    while start < high and grammar.is_in("honorifics", words.word[start]):
        start += 1
    end = name_end(grammar, words, start, high)
    if not known or venue or end < start + 2 or not _closed_by(grammar, words, end, high):
        return phrase
    return phrase.changed(high=comma, post=(phrase.post[0], comma) if phrase.post else None)


def _with_name(grammar: Grammar, words: Words, phrase: NounPhrase, at: int, high: int) -> NounPhrase:
    """A post with the name after its comma, past a rank or a second post (رئيس الهيئة، الفريق مهاب مميش)."""
    start = at
    if grammar.addresses_medium(words.word[at]):
        return phrase  # ‹وقال مسؤول، لصحيفة واشنطن بوست، إن›
    while start < high and grammar.is_in("honorifics", words.word[start]):
        start += 1
    noun = grammar.is_definite(words.word[at]) or grammar.is_post(words.word[at])
    given = words.word[at] in grammar.given_names or words.has_father(at)  # ‹، أمين حسين رحيمي،›, ‹، الوليد بن طلال،›
    if start < high and (start > at or given or not noun):
        end = name_end(grammar, words, start, high)
        if end <= start or not _closed_by(grammar, words, end, high):
            fenced = fenced_name(grammar, words, start, high, follows_a_verb(grammar, words, phrase.low))
            end = fenced if fenced > start else end
        if _is_fenced(grammar, words, at):
            end = at + 2
        if end > start and _closed_by(grammar, words, end, high):
            if _speaks_for_holder(grammar, words, phrase):
                return phrase.changed(high=end)
            actor = grammar.actor(words, start)
            known = actor.id if actor is not None and actor.kind is SpeakerKind.PERSON else None
            return phrase.changed(high=end, name=(start, end), actor_id=known)
    if grammar.is_post(words.word[at]) and phrase.post is not None:
        second = read_post(grammar, words, at, high)
        if second.name is not None and second.post is not None and _closed_by(grammar, words, second.high, high):
            return second.changed(low=phrase.low, post=(phrase.post[0], second.post[1]))
    return phrase


def _speaks_for_holder(grammar: Grammar, words: Words, phrase: NounPhrase) -> bool:
    """Whether a spokesman or adviser without a name serves somebody whom the name after the comma names (متحدث باسم
    القائد العسكري، خليفة حفتر، مستشار للرئيس التركي، رجب طيب أردوغان،)."""
    first, *rest = words.word[phrase.low : phrase.high]
    spokesman = grammar.is_in("bare-posts", first) and any(map(grammar.is_post, rest))
    serves = bool(rest) and rest[0].startswith("لل") and grammar.is_post("ال" + rest[0][2:])
    return not first.startswith("ال") and (spokesman or serves)


def _closed_by(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """An apposition ends at a comma, a colon, a clause, a quotation or an adverbial, not at just any word."""
    if k >= high:
        return True
    word = words.word[k]
    told = word[0] == "ب" and grammar.is_in("utterances", word[1:])  # ‹الكولونيل سترايغر بتصريح›
    told = told or word in grammar.classes["addressees"]
    told = told or any(form.form.shape == "masdar" for form in grammar.readings(word))  # ‹، لين معلوف قولها:›
    return told or is_break(word) or grammar.is_complementizer(word) or word in grammar.stops or words.opens_quote(k)
