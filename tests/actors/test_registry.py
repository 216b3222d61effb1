"""The registry: names, principals, offices at a date."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from bayan.actors import Registry

SUMMER_2015, SUMMER_2020 = date(2015, 7, 8), date(2020, 7, 8)


def ids(registry: Registry, name: str) -> list[str]:
    return [actor.id for actor in registry.find(name)]


def test_a_name_is_found_in_any_spelling(registry: Registry) -> None:
    for name in ("سيرغي لافروف", "سيرجي لافروف", "لافروف", "سِيرْغِي لافْروف"):
        assert ids(registry, name) == ["sergei-lavrov"]
    assert ids(registry, "موسكو") == ids(registry, "الحكومة الروسية") == ["russia"]
    assert ids(registry, "لا أحد") == []


def test_owners_of_a_name_stand_before_those_who_need_a_context(registry: Registry) -> None:
    assert set(ids(registry, "الجعفري")) == {"ibrahim-al-jaafari", "bashar-jaafari"}
    assert ids(registry, "عمان") == ["oman", "jordan"]


def test_principals_go_up_to_the_state(registry: Registry) -> None:
    assert registry.principals("sergei-lavrov") == ("russia-foreign-ministry", "russia")
    assert registry.principals("ibrahim-kalin") == ("turkiye-presidency", "turkiye")
    assert registry.principals("russia") == registry.principals("houthi-movement") == ()
    speakers = registry.speaking_for("turkiye")
    assert {"recep-tayyip-erdogan", "hulusi-akar", "turkiye-defence-ministry", "turkiye-presidency"} <= speakers
    assert "turkiye" not in speakers


def test_principals_follow_the_office_of_the_day(registry: Registry) -> None:
    assert registry.principals("ursula-von-der-leyen", SUMMER_2015)[-1] == "germany"
    assert registry.principals("ursula-von-der-leyen", SUMMER_2020) == ("european-union",)


def test_a_seat_of_power_is_the_presidency(registry: Registry) -> None:
    assert ids(registry, "الرئاسة الروسية") == ids(registry, "الكرملين") == ["kremlin"]
    assert registry.get("russia-presidency") is None
    assert registry.principals("dmitry-peskov") == ("kremlin", "russia")


def test_adjectives_of_nationality(registry: Registry) -> None:
    states = registry.states_by_nationality
    assert states["روسي"] == states["روسيه"] == states["الروسيه"] == "russia"
    assert states["اميركي"] == states["امريكيه"] == "united-states"
    assert states["الكوري الجنوبي"] == states["كوريه جنوبيه"] == "south-korea"
    assert states["اممي"] == "united-nations"


@pytest.mark.parametrize(
    ("role", "in_2015", "in_2020"),
    [
        ("وزير الخارجية الروسي", "sergei-lavrov", "sergei-lavrov"),
        ("وزير خارجية تركيا", "mevlut-cavusoglu", "mevlut-cavusoglu"),
        ("وزير الخارجية الأميركي", "john-kerry", "mike-pompeo"),
        ("وزيرة الخارجية الألمانية", "frank-walter-steinmeier", "heiko-maas"),
        ("وزير الشؤون الخارجية المصري", "sameh-shoukry", "sameh-shoukry"),
        ("وزير الخارجية السعودي", "adel-al-jubeir", "faisal-bin-farhan"),
        ("وزير الخارجية الجزائري", "ramtane-lamamra", "sabri-boukadoum"),
        ("رئيس الحكومة البريطانية", "david-cameron", "boris-johnson"),
        ("الرئيس الأمريكي", "barack-obama", "donald-trump"),
        ("رئيس الجمهورية الفرنسية", "francois-hollande", "emmanuel-macron"),
        ("الأمين العام للأمم المتحدة", "ban-ki-moon", "antonio-guterres"),
        ("أمين عام الأمم المتحدة", "ban-ki-moon", "antonio-guterres"),
        ("الناطقة باسم الخارجية الروسية", "alexander-lukashevich", "maria-zakharova"),
        ("العاهل المغربي", "mohammed-vi", "mohammed-vi"),
        ("خادم الحرمين الشريفين", "salman-bin-abdulaziz", "salman-bin-abdulaziz"),
        ("رئيس مجلس النواب الليبي", "aguila-saleh", "aguila-saleh"),
        ("المتحدث باسم الرئاسة التركية", "ibrahim-kalin", "ibrahim-kalin"),
        ("وزير الخارجية في حكومة الوفاق", None, "mohamed-taher-siala"),
        ("قائد الجيش الوطني الليبي", "khalifa-haftar", "khalifa-haftar"),
    ],
)
def test_the_holder_of_an_office(registry: Registry, role: str, in_2015: str | None, in_2020: str | None) -> None:
    holders = [registry.holder(role, day) for day in (SUMMER_2015, SUMMER_2020)]
    assert [holder.id if holder else None for holder in holders] == [in_2015, in_2020]


def holder_cases() -> list[tuple[str, str, str]]:
    """Office, day and holder; without a holder nobody may be named: the data do not tell."""
    path = Path(__file__).parents[1] / "cases" / "actors" / "holders.tsv"
    return [tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]]  # type: ignore[misc]


@pytest.mark.parametrize(("role", "day", "expected"), holder_cases())
def test_one_holder_at_a_time(registry: Registry, role: str, day: str, expected: str) -> None:
    holder = registry.holder(role, date.fromisoformat(day))
    assert (holder.id if holder else "") == expected


def test_an_open_tenure_ends_where_its_source_ends(registry: Registry) -> None:
    """An office whose holder a source of 2022 leaves open is unknown in 2023, a checked one known through 2023."""
    assert registry.holder("وزير المالية الروسي", date(2022, 6, 1)) is not None
    assert registry.holder("وزير المالية الروسي", date(2023, 1, 1)) is None
    assert registry.holder("وزير الخارجية الروسي", date(2023, 12, 31)) is not None
    assert registry.holder("وزير الخارجية الروسي", date(2024, 1, 1)) is None


def test_every_dated_tenure_answers_its_own_days(registry: Registry) -> None:
    """On the first day of a tenure the office is its actor's, but for offices that several hold."""
    shared = registry.rules.offices.shared
    wrong = [
        (actor.id, tenure.role_ar, tenure.since)
        for actor in registry.actors
        for tenure in actor.tenures
        if tenure.since
        and len(tenure.since) == len("2020-07-08")
        and shared.isdisjoint(registry.offices.read(tenure.role_ar).words)
        and registry.holder(tenure.role_ar, date.fromisoformat(tenure.since)) != actor
    ]
    assert wrong == []


def test_what_the_data_do_not_cover_is_unknown(registry: Registry) -> None:
    assert registry.holder("وزير السعادة الروسي", SUMMER_2020) is None
    assert registry.holder("", SUMMER_2020) is None
    assert registry.role_on("sergei-lavrov", date(2024, 7, 8)) is None
    assert registry.role_on("nobody", SUMMER_2020) is None


def test_an_office_of_several_names_nobody(registry: Registry) -> None:
    assert registry.holder("نائب الرئيس العراقي", SUMMER_2015) is None


def test_the_role_on_a_day(registry: Registry) -> None:
    roles = {
        ("jean-yves-le-drian", SUMMER_2015): "وزير الدفاع الفرنسي",
        ("jean-yves-le-drian", SUMMER_2020): "وزير الخارجية الفرنسي",
        ("frank-walter-steinmeier", SUMMER_2015): "وزير الخارجية الألماني",
        ("frank-walter-steinmeier", SUMMER_2020): "الرئيس الألماني",
    }
    for (actor_id, day), role in roles.items():
        tenure = registry.role_on(actor_id, day)
        assert tenure is not None
        assert tenure.role_ar == role


def test_resolve_takes_full_names_and_known_surnames(registry: Registry) -> None:
    def resolve(name: str, *known: str) -> str | None:
        actor = registry.resolve(name, SUMMER_2015, known=known)
        return actor.id if actor else None

    assert resolve("لافروف") == "sergei-lavrov"
    assert resolve("عادل بن أحمد الجبير") == "adel-al-jubeir"
    assert resolve("محمد بن سلمان بن عبد العزيز آل سعود") == "mohammed-bin-salman"
    assert resolve("الأسد") is None
    assert resolve("الأسد", "bashar-al-assad") == "bashar-al-assad"
    assert resolve("المالكي", "riyad-al-maliki", "turkiye") == "riyad-al-maliki"
    assert resolve("طهران") == "iran"
    assert resolve("وزارة الخارجية الإيرانية") == "iran-foreign-ministry"
    assert resolve("منظمة هيومن رايتس ووتش") == "human-rights-watch"
    assert resolve("جريدة عكاظ") == "okaz"
    assert resolve("مصدر دبلوماسي") is None
    assert resolve("") is None


JOINT = " و"


def test_every_speaker_of_the_libyan_facts_is_known(registry: Registry, shared: Path) -> None:
    with (shared / "facts" / "libya-2020.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["confidence"] == "read"]
    named = {(row["speaker_ar"], row["said_on"]) for row in rows if row["speaker_kind"] in ("person", "state", "media")}
    missing = [name for name, day in named if JOINT not in name and not registry.resolve(name, date.fromisoformat(day))]
    assert missing == []
    for row in rows:
        actor = registry.resolve(row["speaker_ar"], date.fromisoformat(row["said_on"]))
        if actor and row["speaker_kind"] == "person":
            assert registry.role_on(actor.id, date.fromisoformat(row["said_on"])), actor.id
