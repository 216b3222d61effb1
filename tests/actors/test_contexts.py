"""Short names, capitals and namesakes: who is meant where an article does not give the full name at that place."""

from __future__ import annotations

from datetime import date

import pytest
from tests.actors.test_matcher import actors, found

from bayan.actors import Matcher, load_registry
from bayan.data import data_path
from bayan.errors import BadData
from bayan.text import fold

DAY = date(2015, 8, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هاجم الحوثيون المدينة في اليمن، وقصف طيران التحالف مواقعهم", "coalition-in-yemen"),
        ("خسر تنظيم داعش المدينة، وقال داعش إنه انسحب بعد ضربات التحالف", "coalition-against-daesh"),
        ("قال العراق إن الحكومة العراقية باقية، ورفض المالكي ذلك", "nouri-al-maliki"),
        ("قالت الحكومة العراقية في العراق إن كتلة دولة القانون رفضت", "state-of-law-coalition"),
        ("أعلنت السعودية أن الحكومة السعودية والديوان الملكي ينعيان الأمير", "saudi-royal-court"),
        ("قالت ليبيا إن السلطات الليبية والجيش الوطني يتقدمان", "libyan-national-army"),
    ],
)
def test_a_contextual_name_is_its_actor_where_the_article_speaks_of_the_surroundings(
    matcher: Matcher, text: str, expected: str
) -> None:
    assert expected in actors(matcher, text)


@pytest.mark.parametrize(
    "text",
    [
        "أعلن التحالف نتائجه، ورفض المالكي ذلك",
        "قال الحوثيون في اليمن إن التحالف الوطني فاز",
        "قال الحوثيون في اليمن إن التحالف مع الأحزاب ممكن",
        "خسر تنظيم داعش أمام الحوثيين في اليمن، وقال داعش إن التحالف ضعيف",
    ],
)
def test_a_contextual_name_stays_open_elsewhere(matcher: Matcher, text: str) -> None:
    assert {"coalition-in-yemen", "coalition-against-daesh", "nouri-al-maliki"}.isdisjoint(actors(matcher, text))


@pytest.mark.parametrize("text", ["استقبل خالد الفيصل سفير قطر لدى المملكة", "طقس غائم في عسير والطائف وشمال المملكة"])
def test_the_kingdom_is_told_by_those_who_speak_for_it_and_by_its_towns(matcher: Matcher, text: str) -> None:
    assert "saudi-arabia" in actors(matcher, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال تميم بن حمد إنه باق. وفي خطاب الشيخ تميم عن الأزمة", ["تميم بن حمد", "تميم"]),
        ("زار متعب بن عبدالله الحرس، ثم عاد الأمير متعب إلى بيته", ["متعب بن عبدالله", "متعب"]),
        ("زار متعب بن عبدالله الحرس، وكان الأمير متعب المطيري معه، ومتعب آخر", ["متعب بن عبدالله"]),
        ("قال مون جاي إن كلاما. وحث مون بلاده", ["مون جاي إن", "مون"]),
        ("قال الأمير محمد بن سلمان ذلك، وأضاف بن سلمان، وأكد ابن سلمان", ["محمد بن سلمان", "بن سلمان", "ابن سلمان"]),
        ("قال الأمير محمد بن سلمان ذلك، وأضاف تركي بن سلمان", ["محمد بن سلمان"]),
        ("زار كيم يونغ تشول الجنوب، ثم عاد كيم", ["كيم يونغ تشول", "كيم"]),
    ],
)
def test_a_first_name_after_the_full_name(matcher: Matcher, text: str, expected: list[str]) -> None:
    assert [name for name, _ in found(matcher, text)] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("هرب المخلوع علي عبدالله صالح", "علي عبدالله صالح"),
        ("أموال والمخلوع صالح", "صالح"),
        ("أمر الملك سلمان بذلك", "سلمان"),
        ("زار الأمير مقرن بن عبدالعزيز آل سعود المدينة", "مقرن بن عبدالعزيز آل سعود"),
        ("استقبل الأمير خالد الفيصل بن عبدالعزيز ضيوفه", "خالد الفيصل بن عبدالعزيز"),
        ("استقبل الأمير فيصل بن خالد ابن عبدالعزيز ضيوفه", "فيصل بن خالد ابن عبدالعزيز"),
        ("الأمير سعود بن فيصل بن عبدالعزيز", "سعود بن فيصل بن عبدالعزيز"),
        ('قال حزب "الشعوب الديمقراطي" الكردي', "الشعوب الديمقراطي"),
        ("ذكرت وكالة الأنباء «دوغان» أمس", "دوغان"),
        ('على قناة "فرنسا 24" أمس', "فرنسا 24"),
        ("تصريح لـCNN أمس", "CNN"),
    ],
)
def test_the_range_is_the_name_without_titles_and_with_its_fathers(matcher: Matcher, text: str, name: str) -> None:
    assert [words for words, _ in found(matcher, text)] == [name]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ('قال المدير في اتصال مع "سبق" أمس', "sabq"),
        ("وكانت «عكاظ» قد نشرت الخبر", "okaz"),
        ("تفيد معلومات «الشرق الأوسط» بأن الاتفاق قريب", "asharq-alawsat"),
        ("حصلت الشرق الأوسط على نسخة منه", "asharq-alawsat"),
        ("حسبما نقلت الوكالة الرسمية (وام) أمس", "wam"),
        ('وأكد مسهور لـ " سبق " أمس', "sabq"),
        ("نقلت قناة «الجزيرة» عنه", "al-jazeera"),
        ("وفقا لصحيفة «الجزيرة» أمس", "al-jazirah-newspaper"),
    ],
)
def test_a_name_in_quotation_marks_is_a_medium(matcher: Matcher, text: str, medium: str) -> None:
    assert actors(matcher, text) == [medium]


@pytest.mark.parametrize(
    "text",
    [
        "عرض فيلم «الحياة» أمس",
        "في مدينة «المدينة» أمس",
        "دول الشرق الأوسط كلها",
        "وصل إلى (الرياض) أمس",
        "زار موقع الحدث",
        "قال الضيف لـ«الجزيرة» أمس",
    ],
)
def test_a_title_a_place_or_one_of_two_media_is_none(matcher: Matcher, text: str) -> None:
    assert actors(matcher, text) == []


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("موسكو وواشنطن تبحثان الأزمة", ["russia", "united-states"]),
        ("الدعم الذي قدمته أنقرة وطهران", ["turkiye", "iran"]),
        ("خطوة ردت عليها موسكو", ["russia"]),
        ("الهجوم الذي لوحت به موسكو", ["russia"]),
        ("أعلنت برلين أنها تعارض ذلك", ["germany"]),
        ("فصائل بدعم من طهران", ["iran"]),
        ("عقوبات تفرض منذ عام على طهران", ["iran"]),
        ("اتهمت بريطانيا موسكو بذلك", ["united-kingdom", "russia"]),
        ("وصل من موسكو وواشنطن زوار", []),
    ],
)
def test_capitals_that_act_are_governments(matcher: Matcher, text: str, states: list[str]) -> None:
    assert actors(matcher, text) == states


def test_a_headline_lets_a_government_speak_to_another(matcher: Matcher) -> None:
    mentions = matcher.find(fold("موسكو للندن: اسحبوا دبلوماسييكم"), fold(""), DAY)
    assert "russia" in [mention.actor_id for mention in mentions]


def test_movements_joined_to_a_movement_and_given_names_of_whom_the_article_names(matcher: Matcher) -> None:
    assert actors(matcher, "حاربوا داعش والقاعدة معا") == ["islamic-state", "al-qaeda"]
    assert actors(matcher, "قال بشار الأسد ذلك، ثم خرج بشار") == ["bashar-al-assad", "bashar-al-assad"]
    assert actors(matcher, "خرج بشار من بيته") == []


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("لخدمة أجندة طهران", "iran"),
        ("التحالف الذي تقترحه موسكو", "russia"),
        ("وكانت بيونغ يانغ أوفدت مبعوثا", "north-korea"),
        ("السفير الكندي لدى الرياض", "saudi-arabia"),
        ("دعم لطهران", "iran"),
        ("هرب من أسر سودانية إلى سورية", "syria"),
        ("في كل من النيجر، ومالي، وغينيا", "mali"),
        ("جماعة في مالي", "mali"),
        ("في كل مناطق السعودية", "saudi-arabia"),
        ("ذلك أن أنقرة كانت على وشك الإفراج عنه", "turkiye"),
        ("الكونغو الديمقراطية أعلنت تفشيا، ثم أعلنت الكونغو انتهاءه", "dr-congo"),
    ],
)
def test_states_and_capitals(matcher: Matcher, text: str, state: str) -> None:
    assert state in actors(matcher, text)
    assert "congo" not in actors(matcher, text)


@pytest.mark.parametrize(
    "text",
    [
        "لأن عدن أصبحت آمنة",
        "كانت لندن تحتفل",
        "التي تشهدها صنعاء",
        "تقارير سورية وعائلة سورية",
        "نجوم منتخب فرنسا",
        "قال الدكتور عبدالله السويد كلاما، وأضاف السويد",
        "والمركز مالي",
        "رئيسة بلدية تونس العاصمة شيخة مدينة تونس",
    ],
)
def test_places_adjectives_and_surnames_are_no_states(matcher: Matcher, text: str) -> None:
    assert actors(matcher, text) == []


def test_a_group_is_no_adjective_in_quotation_marks_nor_a_surname(matcher: Matcher) -> None:
    assert actors(matcher, 'للاستهتار "الحوثي" حد، قال عبدالملك الحوثي وعبدالخالق الحوثي') == ["abdul-malik-al-houthi"]


def test_a_given_name_without_a_title_is_anybody(matcher: Matcher) -> None:
    body = "قال الملك عبدالله بن عبدالعزيز ذلك. وأكد الباحث عبدالله السمطي، وهنأ رئيس اللجنة سلمان الجمل الملك سلمان"
    assert actors(matcher, body) == ["abdullah-of-saudi-arabia", "salman-bin-abdulaziz"]


def test_a_quoted_surname_after_an_office_is_a_person(matcher: Matcher) -> None:
    assert "ali-al-naimi" in actors(matcher, "قال علي النعيمي ذلك، ورد وزير البترول “النعيمي” على السؤال")


def test_a_centre_is_named_after_nobody_where_its_head_is_told(matcher: Matcher) -> None:
    assert actors(matcher, "المشرف العام على المركز الدكتور عبدالله الربيعة") == ["abdullah-bin-abdulaziz-al-rabiah"]


def test_an_office_may_stand_before_a_comma_and_a_title(matcher: Matcher) -> None:
    text = "قال قائد الحرس الثوري الإيراني، اللواء محمد علي جعفري، ذلك"
    assert "mohammad-ali-jafari" in actors(matcher, text)


def test_surroundings_name_actors(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("data") / "actors"
    folder.mkdir()
    for path in data_path("actors").iterdir():
        folder.joinpath(path.name).write_bytes(path.read_bytes())
    with folder.joinpath("surroundings.tsv").open("a", encoding="utf-8") as lines:
        lines.write("russia\tatlantis\t\n")
    with pytest.raises(BadData, match=r"surroundings\.tsv, line \d+: no actor has the id 'atlantis'"):
        load_registry(folder)
