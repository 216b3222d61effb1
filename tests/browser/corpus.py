"""A small corpus with everything that the walks need: known speakers, both bases of dates, and hostile text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bayan.records import Act, Actor, Article, Extraction, Kind, Mention, Span, SpeakerKind, Statement, Tenure
from bayan.store import open_store

TURKEY = Actor("turkey", SpeakerKind.STATE, "تركيا", "Türkiye")
MINISTER = Tenure("وزير الدفاع التركي", "Minister of National Defence, Türkiye", None, "2018", None, "for tests")
ACTORS = (
    TURKEY,
    Actor("egypt", SpeakerKind.STATE, "مصر", "Egypt"),
    Actor("hulusi-akar", SpeakerKind.PERSON, "خلوصي أكار", "Hulusi Akar", principal="turkey", tenures=(MINISTER,)),
    Actor("ibrahim-kalin", SpeakerKind.PERSON, "إبراهيم قالن", "İbrahim Kalın", principal="turkey"),
    Actor("sameh-shoukry", SpeakerKind.PERSON, "سامح شكري", "Sameh Shoukry", principal="egypt"),
)
PRINCIPALS = {actor.id: (actor.principal,) for actor in ACTORS if actor.principal}
IDS = {actor.name_ar: actor.id for actor in ACTORS}

HOSTILE = (
    '=1+1 <img src="http://attacker.example/x.png"> ![x](http://attacker.example/y.png) **خبر** --> </style> '
    "\u202eمقلوب"
)


@dataclass(frozen=True)
class Told:
    """A statement by its words: where they stand is looked up in the text."""

    cue: str
    content: str
    speaker: str
    act: Act
    kind: Kind = Kind.INDIRECT
    said_on: str | None = None
    via: str | None = None
    role: str | None = None
    topics: tuple[str, ...] = ()


def _article(
    outlet: str, day: str, title: str, paragraphs: Sequence[str], told: Sequence[Told]
) -> tuple[Article, Extraction]:
    body = "\n".join(paragraphs)
    article = Article(outlet, title, body, date.fromisoformat(day), published_basis="record", author="نص تجريبي")
    return article, Extraction(tuple(_statement(body, one) for one in told), tuple(_mentions(body)))


def _statement(body: str, told: Told) -> Statement:
    content = body.index(told.content)
    cue = body.rindex(told.cue, 0, content)
    return Statement(
        field="body",
        cue=Span(cue, cue + len(told.cue)),
        content=Span(content, content + len(told.content)),
        kind=told.kind,
        speaker=told.speaker,
        speaker_kind=SpeakerKind.PERSON,
        act=told.act,
        speaker_id=IDS.get(told.speaker),
        role=told.role,
        via=told.via,
        said_on=told.said_on,
        topics=told.topics,
        confidence=0.9,
        evidence=("cue.test",),
    )


def _mentions(body: str) -> list[Mention]:
    found = []
    for name, actor in IDS.items():
        at = body.find(name)
        if at >= 0:
            found.append(Mention("body", Span(at, at + len(name)), actor, name))
    return sorted(found, key=lambda mention: mention.span)


AKAR, KALIN, SHOUKRY = "خلوصي أكار", "إبراهيم قالن", "سامح شكري"
NARRATION = "وتشهد المنطقة منذ أسابيع تحركات دبلوماسية متواصلة بين عواصم عدة بشأن الأزمة الليبية." * 3

CORPUS = (
    _article(
        "demo-bulletin",
        "2020-07-09",
        "أكار: التعاون مع إيطاليا سيفيد منطقة المتوسط",
        [
            *[NARRATION] * 6,
            f"وقال وزير الدفاع التركي {AKAR} إن التعاون الدفاعي بين البلدين سيفيد منطقة المتوسط، وفق بيان لوزارته.",
            f"ونفى {AKAR} أن تكون تركيا قد أرسلت مرتزقة إلى ليبيا.",
        ],
        [
            Told("قال", "إن التعاون الدفاعي بين البلدين سيفيد منطقة المتوسط", AKAR, Act.SUPPORT, said_on="2020-07-07",
                 via="بيان لوزارته", role="وزير الدفاع التركي", topics=("maritime",)),
            Told("ونفى", "أن تكون تركيا قد أرسلت مرتزقة إلى ليبيا", AKAR, Act.DENY, topics=("foreign-fighters",)),
        ],
    ),
    _article(
        "demo-agency",
        "2020-06-25",
        "قالن يدعو إلى الانسحاب من سرت والجفرة",
        [
            f"دعا المتحدث باسم الرئاسة {KALIN} إلى انسحاب قوات حفتر من سرت والجفرة.",
            f"وحذر {KALIN} من أن بلاده «لن تقف مكتوفة الأيدي».",
        ],
        [
            Told("دعا", "إلى انسحاب قوات حفتر من سرت والجفرة", KALIN, Act.APPEAL, said_on="2020-06-24",
                 topics=("sirte-jufra",)),
            Told("حذر", "لن تقف مكتوفة الأيدي", KALIN, Act.WARN, Kind.DIRECT),
        ],
    ),
    _article(
        "demo-daily",
        "2020-06-22",
        "شكري يرفض المساس بالخط الأحمر",
        [f"رفض وزير الخارجية المصري {SHOUKRY} أي تدخل أجنبي في سرت. وتدعم مصر الحل السياسي."],
        [Told("رفض", "أي تدخل أجنبي في سرت", SHOUKRY, Act.REJECT, said_on="2020-06-21", topics=("sirte-jufra",))],
    ),
    _article(
        "demo-portal",
        "2020-01-10",
        HOSTILE,
        [f"قال مصدر {HOSTILE} إن =cmd()|' /C calc'!A0 و<script>alert(1)</script> كلام كما هو. وتتابع مصر الأمر."],
        [Told("قال", "=cmd()|' /C calc'!A0 و<script>alert(1)</script> كلام كما هو", "مصدر <b>مجهول</b>", Act.INFORM)],
    ),
)  # fmt: skip


def write_store(path: Path) -> None:
    """Make a store of the corpus."""
    with open_store(path, write=True, create=True) as store:
        store.sync_actors(ACTORS, PRINCIPALS)
        store.save(CORPUS, extractor="tests")
