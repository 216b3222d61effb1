"""Mentions: which names are found in a text, where exactly, and for whom."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bayan.actors import Matcher, load_registry
from bayan.records import Mention
from bayan.text import fold

DAY = date(2020, 7, 8)


def found(matcher: Matcher, body: str, title: str = "", day: date | None = DAY) -> list[tuple[str, str]]:
    """(words, actor) of every mention; the words are those of the original at the range."""
    mentions = matcher.find(fold(title), fold(body), day)
    texts = {"title": title, "body": body}
    assert all(texts[mention.field][slice(*mention.span)] == mention.name for mention in mentions)
    return [(mention.name, mention.actor_id) for mention in mentions]


def actors(matcher: Matcher, body: str, title: str = "") -> list[str]:
    return [actor_id for _, actor_id in found(matcher, body, title)]


def test_ranges_are_exact_with_diacritics_tatweel_and_clitics(matcher: Matcher) -> None:
    body = "وقالَ لافروف إنّ تُركِيَا وروســيا، وللأمم المتحدة دور."
    assert found(matcher, body) == [
        ("لافروف", "sergei-lavrov"),
        ("تُركِيَا", "turkiye"),
        ("روســيا", "russia"),
        ("لأمم المتحدة", "united-nations"),
    ]


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("سيرجي لافروف", "sergei-lavrov"),
        ("سيرغي  لافروف", "sergei-lavrov"),
        ("أنطونيو جوتيريش", "antonio-guterres"),
        ("فدريكا موغيريني", "federica-mogherini"),
        ("#محمود_عباس", "mahmoud-abbas"),
        ("بان كي-مون", "ban-ki-moon"),
        ("دونالد #ترمب", "donald-trump"),
        ("عبد الفتاح السيسي", "abdel-fattah-al-sisi"),
        ("عبدالفتاح السيسي", "abdel-fattah-al-sisi"),
        ("وزارة الخارجية الأميركية", "us-state-department"),
        ("الخارجية السويدية", "sweden-foreign-ministry"),
        ("الرئاسة التركية", "turkiye-presidency"),
        ("الحكومة اليونانية", "greece"),
        ("الكرملين", "kremlin"),
        ("قصر الإليزيه", "elysee"),
        ("الجيش الكوري الجنوبي", "south-korea-army"),
        ("مجموعة 5+1", "p5plus1"),
    ],
)
def test_spellings_and_institutions(matcher: Matcher, text: str, actor_id: str) -> None:
    assert actors(matcher, f"وتحدث {text} أمس.") == [actor_id]


def test_the_longest_name_counts(matcher: Matcher) -> None:
    assert actors(matcher, "أعلنت وزارة الخارجية التركية ذلك.") == ["turkiye-foreign-ministry"]
    assert actors(matcher, "بعثة الأمم المتحدة للدعم في ليبيا") == ["unsmil"]
    assert actors(matcher, "مركز الملك سلمان للإغاثة والأعمال الإنسانية") == ["ksrelief"]


def test_no_name_runs_across_punctuation_or_lines(matcher: Matcher) -> None:
    assert actors(matcher, "زار دولة الأمم، المتحدة") == []
    assert actors(matcher, "حضر سيرغي\nلافروف") == ["sergei-lavrov"]  # the surname alone, on the second line
    assert found(matcher, "حضر سيرغي\nلافروف") == [("لافروف", "sergei-lavrov")]


@pytest.mark.parametrize(
    "text",
    [
        "سلامة المواطنين وجودة الخدمات لصالح الجميع",
        "رجل سعيد وكريم من معدن نادر",
        "يعدنا الفريق بمركز مالي",
        "بحماس كبير في القاعدة العسكرية",
        "سد النهضة وصلاة المغرب وريال مدريد",
        "الأندية السعودية والجامعات السعودية",
        "عين مواطنا تركيا سفيرا، وطرد 13 روسيا",
        "السياسة الخارجية التركية",
        "وزيرة الخارجية الألمانية",
        "جامعة الملك سلمان وطريق الأمير محمد بن سلمان",
    ],
)
def test_words_that_only_look_like_names(matcher: Matcher, text: str) -> None:
    assert actors(matcher, text) == []


def test_a_common_surname_needs_the_full_name(matcher: Matcher) -> None:
    assert actors(matcher, "وقال الأسد إن الحرب مستمرة") == []
    body = "قال بشار الأسد إن الحرب مستمرة. وأضاف الأسد أن بلاده صامدة."
    assert actors(matcher, body) == ["bashar-al-assad", "bashar-al-assad"]


def test_a_common_surname_is_not_another_person_of_that_name(matcher: Matcher) -> None:
    body = "التقى سعد الحريري الوفد، ثم تحدث أيمن الحريري."
    assert found(matcher, body) == [("سعد الحريري", "saad-hariri")]
    assert actors(matcher, "كارلا ساركوزي وإيفانكا ترامب وعبدالخالق الحوثي") == []


def test_a_shared_surname_follows_the_last_named(matcher: Matcher) -> None:
    body = "قال نوري المالكي كلاما، وأضاف المالكي. ثم رد رياض المالكي، وتابع المالكي."
    assert actors(matcher, body) == ["nouri-al-maliki", "nouri-al-maliki", "riyad-al-maliki", "riyad-al-maliki"]


def test_a_common_full_name_needs_its_office(matcher: Matcher) -> None:
    assert actors(matcher, "فاز محمد زكي بالجائزة") == []
    assert "mohamed-zaki" in actors(matcher, "التقى وزير الدفاع المصري الفريق أول محمد زكي نظيره")


def test_a_name_continued_by_another_father_is_somebody_else(matcher: Matcher) -> None:
    assert actors(matcher, "الأمير محمد بن سلمان بن محمد") == []
    assert actors(matcher, "الشيخ حمدان بن محمد بن راشد آل مكتوم") == []
    assert actors(matcher, "الأمير محمد بن سلمان بن عبدالعزيز") == ["mohammed-bin-salman"]


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("أكدت موسكو أنها مستعدة", True),
        ("وقال إن موسكو ترفض", True),
        ("العلاقات بين موسكو وواشنطن", True),
        ("موقف موسكو من الأزمة", True),
        ("موسكو تدعو إلى الحوار", True),
        ("عقد اللقاء في موسكو أمس", False),
        ("وصل إلى موسكو مساء", False),
        ("شوارع موسكو ومطار موسكو", False),
        ("بموسكو", False),
    ],
)
def test_a_capital_is_its_state_where_it_acts(matcher: Matcher, text: str, acting: bool) -> None:
    assert ("russia" in actors(matcher, text)) is acting


def test_a_capital_before_the_colon_of_a_headline_speaks(matcher: Matcher) -> None:
    assert found(matcher, "", title="أنقرة: لن ننسحب") == [("أنقرة", "turkiye")]


def test_oman_and_amman(matcher: Matcher) -> None:
    assert actors(matcher, "الكويت والبحرين وعمان") == ["kuwait", "bahrain", "oman"]
    assert actors(matcher, "قال الملك الأردني في عمان إن الأردن آمن") == ["jordan"]
    assert "oman" in actors(matcher, "قال الوزير العماني إن عمان محايدة، وإن السلطان هيثم العماني موافق")


def test_the_kingdom_is_the_one_spoken_of(matcher: Matcher) -> None:
    assert actors(matcher, "أعلنت المملكة برنامجا جديدا") == []
    assert actors(matcher, "قال المسؤول السعودي إن المملكة ترحب") == ["saudi-arabia"]
    assert actors(matcher, "قال الملك الأردني إن المملكة ترحب") == ["jordan"]


def test_a_long_form_needs_its_office_or_the_name(matcher: Matcher) -> None:
    assert found(matcher, "قال وزير المالية السعودي إبراهيم بن عبدالعزيز العساف إن السعودية ثابتة")[0] == (
        "إبراهيم بن عبدالعزيز العساف",
        "ibrahim-abdulaziz-al-assaf",
    )
    assert actors(matcher, "فاز إبراهيم بن عبدالعزيز العساف بالجائزة") == []


def test_an_office_may_follow_the_name(matcher: Matcher) -> None:
    body = "وأشار أحمد أبو زيد، المتحدث باسم وزارة الخارجية المصرية، إلى الخارجية المصرية"
    assert actors(matcher, body)[0] == "ahmed-abu-zeid"
    assert actors(matcher, "المتحدث باسم جنتيلوني، وزير الخارجية الإيطالي باولو جنتيلوني")[0] == "paolo-gentiloni"


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("القيادي الحوثي والقادة الحوثيين", None),
        ("العقيد عبدالله الحوثي", None),
        ("هاجم الحوثيون المدينة", "houthi-movement"),
        ("طيران الإمارات وكأس فرنسا وبنك الكويت", None),
        ('في تصريح إلى "الوطن" أمس', "al-watan-saudi-arabia"),
        ("حصلت «الشرق الأوسط» على نسخة", "asharq-alawsat"),
        ("السلام في الشرق الأوسط وصحيفة الحياة", "al-hayat"),
        ("الضربات التي نفذتها أنقرة", "turkiye"),
        ("منذ أن بدأت أنقرة حملتها", "turkiye"),
        ("واتهم واشنطن بالوقوف خلفه", "united-states"),
        ("النظام السوري", "syria"),
        ("النظام المالي الجديد", None),
    ],
)
def test_what_the_words_around_a_name_make_of_it(matcher: Matcher, text: str, actor_id: str | None) -> None:
    assert actors(matcher, text) == ([actor_id] if actor_id else [])


def test_bodies_and_media_with_common_names(matcher: Matcher) -> None:
    assert actors(matcher, 'تبنى تنظيم "الدولة الإسلامية" الهجوم') == ["islamic-state"]
    assert actors(matcher, "نقلت وكالة «كونا» عن مصدر") == ["kuna"]
    assert actors(matcher, "في سوق عكاظ") == []
    assert actors(matcher, "أعلنت حركة حماس، وقالت حماس") == ["hamas", "hamas"]


def test_title_and_body_are_one_article(matcher: Matcher) -> None:
    assert found(matcher, "قال سامح شكري إن مصر ترفض.", title="شكري: لا تفاوض") == [
        ("شكري", "sameh-shoukry"),
        ("سامح شكري", "sameh-shoukry"),
        ("مصر", "egypt"),
    ]


@given(st.text(alphabet="ابترسولمفهيةأإًّـ \n،.:«»#_-0123٣x", max_size=80), st.sampled_from(["تركيا", "سيرغي لافروف"]))
def test_ranges_map_back_in_any_text(matcher: Matcher, noise: str, name: str) -> None:
    body = f"{noise}\n{name}\n{noise}"
    mentions = matcher.find(fold(""), fold(body), None)
    assert Mention("body", (len(noise) + 1, len(noise) + 1 + len(name)), _id(name), name) in mentions  # type: ignore[arg-type]
    assert all(body[mention.span.start : mention.span.end] == mention.name for mention in mentions)


def _id(name: str) -> str:
    return {"تركيا": "turkiye", "سيرغي لافروف": "sergei-lavrov"}[name]


def test_real_articles_have_mentions_within_their_text(matcher: Matcher, shared: Path) -> None:
    with gzip.open(shared / "corpus" / "ant2018.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(next(lines)) for _ in range(200)]
    total = 0
    for article in articles:
        mentions = matcher.find(fold(article["title"]), fold(article["body"]), DAY)
        total += len(mentions)
        assert all(article[mention.field][slice(*mention.span)] == mention.name for mention in mentions)
        assert len({mention.span for mention in mentions if mention.field == "body"}) == sum(
            mention.field == "body" for mention in mentions
        )
    assert total > 5 * len(articles)


@pytest.mark.parametrize("piece", ["المملكة ", "المالكي ", "بن ", "موسكو ", "_", "سيرغي لافروف بن ", "السعودي "])
def test_a_hostile_text_is_read_in_one_go(matcher: Matcher, piece: str) -> None:
    body = "رياض المالكي ونوري المالكي والسعودية والأردن\n" + piece * 20_000
    mentions = matcher.find(fold(""), fold(body), DAY)
    assert mentions[0].actor_id == "riyad-al-maliki"


def test_two_matchers_agree(matcher: Matcher) -> None:
    title, body = fold("بوتين وأردوغان"), fold("قال مولود تشاووش أوغلو إن أنقرة ترفض ما قالته الخارجية الروسية.")
    assert Matcher(load_registry()).find(title, body, DAY) == matcher.find(title, body, DAY)


def test_a_surname_stands_for_a_person_whom_the_article_names_in_full(matcher: Matcher) -> None:
    named = "قال أحمد أبو الغيط ورئيس الوزراء كارين بيرس في المؤتمر. "
    assert actors(matcher, named + "وأضاف أبو الغيط، وقالت بيرس.") == [
        "ahmed-aboul-gheit",
        "karen-pierce",
        "ahmed-aboul-gheit",
        "karen-pierce",
    ]
    assert actors(matcher, "وقالت بيرس للصحفيين.") == []
    assert actors(matcher, "وزار دي ميستورا المدينة.") == ["staffan-de-mistura"]


def test_an_ordinary_word_is_no_surname(matcher: Matcher) -> None:
    assert actors(matcher, "قال نبيل العربي في بيان إن الموقف العربي موحد.") == ["nabil-elaraby"]


def test_a_preposition_is_not_the_given_name_that_folding_makes_of_it(matcher: Matcher) -> None:
    named = "نوري المالكي رئيس الوزراء السابق. "
    assert actors(matcher, named + "ليقطع الطريق على المالكي.") == ["nouri-al-maliki", "nouri-al-maliki"]
    assert actors(matcher, named + "حضر اللقاء علي المالكي.") == ["nouri-al-maliki"]
    assert actors(matcher, "وشن الحوثيون الحرب على السعودية.") == ["houthi-movement", "saudi-arabia"]
    assert actors(matcher, "الضربات على سوريا.") == ["syria"]
    assert actors(matcher, "علي عبدالله صالح. وقوات صالح على الأحياء.") == ["ali-abdullah-saleh"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("برلمان إثيوبيا يقر الطوارئ", [("برلمان إثيوبيا", "ethiopia-parliament")]),
        ("أكدت شرطة #زيمبابوي ذلك", [("شرطة #زيمبابوي", "zimbabwe-police")]),
        ("مالية ألمانيا تفضل قرضا", [("مالية ألمانيا", "germany-finance-ministry")]),
        ("وزير مالية ألمانيا", [("ألمانيا", "germany")]),
        ("وزير خارجية قطر", [("قطر", "qatar")]),
        ("قوات جيش سوريا الجديد", []),
    ],
)
def test_an_institution_is_named_by_its_state_too(matcher: Matcher, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(matcher, text) == expected


def test_what_is_put_on_a_capital_is_put_on_its_government(matcher: Matcher) -> None:
    assert actors(matcher, "وسيدر رفع العقوبات على طهران مبالغ طائلة") == ["iran"]
    assert actors(matcher, "وهطل المطر على طهران أمس") == []


def test_a_sea_is_not_the_state_of_its_name(matcher: Matcher) -> None:
    assert actors(matcher, "الجزر في بحر الصين الجنوبي") == []


def test_a_feminine_is_no_adjective_of_a_masculine_plural(matcher: Matcher) -> None:
    assert actors(matcher, "ويتهم الحوثيون السعودية بالقصف") == ["houthi-movement", "saudi-arabia"]


def test_a_medium_opens_its_article(matcher: Matcher) -> None:
    assert actors(matcher, "سبق- متابعة: أعلنت الهيئة ذلك.") == ["sabq"]
    assert actors(matcher, "أعلنت الهيئة ما سبق ذلك.") == []
