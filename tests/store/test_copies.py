"""Near copies form one group and the same words of a speaker another, in whatever order and batches they come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

import pytest
from sqlalchemy import select
from tests.places import Places
from tests.store.older import make_older
from tests.store.rows import dump

from bayan.queries import Selection
from bayan.queries.questions import statements, totals
from bayan.records import Act, Article, Extraction, Kind, Span, SpeakerKind, Statement
from bayan.store import Store, open_store, tables, verify
from bayan.store.likeness import SKETCH_RULES, mark_statement, sketch_article, words_of

Pair = tuple[Article, Extraction]
_WORDS = [f"كلمة{number}" for number in range(3_000)]


def write_body(seed: int, length: int = 120) -> str:
    return " ".join(Random(seed).choices(_WORDS, k=length))


def reword(body: str, share: float, seed: int = 1) -> str:
    """The text with that share of its words changed."""
    dice = Random(seed)
    return " ".join(dice.choice(_WORDS) if dice.random() < share else word for word in body.split())


def publish(outlet: str, body: str, day: date | None = date(2020, 7, 8), hour: int | None = None) -> Article:
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC) if day and hour is not None else None
    return Article(outlet, f"خبر {outlet}", body, day, published_at=moment, source=f"{outlet}:1")


def say(article: Article, start: int, end: int, speaker: str = "سيرغي لافروف", known: str | None = "lavrov") -> Pair:
    """An article whose words from one place to another are a statement."""
    words = [*article.body.split(" "), ""]
    content = Span(len(" ".join([*words[:start], ""])), len(" ".join(words[:end])))
    kind = SpeakerKind.PERSON
    made = Statement("body", Span(0, 2), content, Kind.DIRECT, speaker, kind, Act.INFORM, speaker_id=known)
    return article, Extraction((made,), ())


def groups(store: Store) -> dict[str, set[str]]:
    """The outlets of each group of near copies by the outlet that was first."""
    article, wire, outlet = tables.article, tables.wire, tables.outlet
    with store.read() as connection:
        names = dict(
            connection.execute(
                select(article.c.id, outlet.c.name).join(outlet, outlet.c.id == article.c.outlet_id)
            ).all()
        )
        found: dict[str, set[str]] = {}
        for key, first in connection.execute(select(wire)):
            found.setdefault(names[first], set()).add(names[key])
    return found


def quotes(store: Store) -> list[int]:
    """How many statements each group of the same words holds."""
    with store.read() as connection:
        firsts = list(connection.execute(select(tables.quote.c.first_id)).scalars())
    return sorted(firsts.count(first) for first in set(firsts))


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with open_store(place, write=True, create=True) as opened:
        yield opened


def save(store: Store, articles: Sequence[Article]) -> None:
    store.save([(article, None) for article in articles])


def test_marks_are_those_that_stores_hold() -> None:
    """Another library or another rule needs another SKETCH_RULES: stored marks would no longer be found."""
    words = words_of(" ".join(f"w{number}" for number in range(30)))
    sketch, marks = sketch_article(words)
    found = (SKETCH_RULES, sketch[:6].hex(), marks[0], mark_statement(7, words))
    assert found == (3, "e3f4a8f6c21d", 2858907312471972488, (5700357418146063505, 2177342782214525770))


def test_copies_are_grouped_under_the_first_published(store: Store) -> None:
    body = write_body(1)
    save(
        store,
        [
            publish("undated", body, None),
            publish("late", reword(body, 0.05), date(2020, 7, 9)),
            publish("noon", body, hour=12),
            publish("morning", reword(body, 0.15), hour=6),
            publish("no hour", body),
            publish("other", write_body(2)),
        ],
    )
    assert groups(store) == {"morning": {"undated", "late", "noon", "morning", "no hour"}}
    assert list(verify(store)) == []


def test_what_is_cut_respelled_or_shuffled_is_a_copy(store: Store) -> None:
    body = write_body(1)
    parts = [body.split()[at : at + 20] for at in range(0, 120, 20)]
    variants = {
        "a": body,
        "cut": " ".join(body.split()[:84]),
        "shuffled": " ".join(word for part in reversed(parts) for word in part),
        "respelled": body.replace("كلمة", "كَلِمه"),
        "bylined": f"وكالات - {body}",
        "a quarter": " ".join(body.split()[:30]),
    }
    save(store, [publish(outlet, text, hour=number) for number, (outlet, text) in enumerate(variants.items())])
    assert groups(store) == {"a": {"a", "cut", "shuffled", "respelled", "bylined"}}


def telegram(president: str, country: str) -> str:
    return (
        f"بعث الملك برقية تهنئة إلى الرئيس {president} رئيس جمهورية {country} بمناسبة ذكرى استقلال بلاده، وأعرب باسم "
        f"شعب المملكة وحكومتها عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة لفخامته ولشعب جمهورية {country} الصديق "
        f"اطراد التقدم والازدهار. كما بعث ولي العهد برقية مماثلة إلى الرئيس {president} رئيس جمهورية {country} عبر "
        "فيها عن أبلغ التهاني وأطيب التمنيات بموفور الصحة والسعادة لفخامته ولشعبه المزيد من التقدم والازدهار."
    )


def test_telegrams_to_others_are_no_copies(store: Store) -> None:
    """One form filled with other names within a day; where a copy spells a name otherwise it stays one."""
    first = telegram("ميشيل كفاندو", "بوركينا فاسو")
    respelled = first.replace("ميشيل كفاندو", "ميشال كافاندو")
    other = telegram("الحسن واتارا", "كوت ديفوار")
    named = {"first": first, "copy": respelled, "other": other, "other copy": f"وكالات - {other}"}
    save(store, [publish(outlet, text, hour=number) for number, (outlet, text) in enumerate(named.items())])
    assert groups(store) == {"first": {"first", "copy"}, "other": {"other", "other copy"}}


def test_short_texts_are_no_copies(store: Store) -> None:
    save(store, [publish("a", "التفاصيل بعد قليل"), publish("b", "التفاصيل بعد قليل")])
    assert groups(store) == {}


@pytest.mark.parametrize("day", [date(2020, 7, 8), date(2020, 7, 9)])
def test_what_an_outlet_writes_on_its_own_report_is_no_copy(store: Store, day: date) -> None:
    """A new beginning over the background of before; elsewhere, and in the outlet what is hardly changed, is one."""
    body = write_body(1)
    update = " ".join([*write_body(2, 18).split(), *body.split()[:102]])
    save(store, [publish("a", body, hour=1), publish("a", update, day, hour=2)])
    assert groups(store) == {}
    copies = (reword(update, 0.02), reword(update, 0.03, seed=2))
    save(store, [publish("b", copy, day, hour=hour) for hour, copy in enumerate(copies, start=3)])
    with store.read() as connection:
        assert len(connection.execute(select(tables.wire)).all()) == 4
    assert list(verify(store)) == []


def test_a_form_filled_again_much_later_is_no_copy(store: Store) -> None:
    body = write_body(1)
    save(
        store,
        [publish("a", body), publish("b", reword(body, 0.15), date(2020, 9, 1)), publish("c", body, date(2021, 1, 1))],
    )
    assert groups(store) == {"a": {"a", "c"}}


def test_order_and_batches_do_not_matter(places: Places) -> None:
    """A chain in which only neighbours are alike, and separate pairs: one partition, whatever comes when."""
    chain = [write_body(1)]
    for number in range(6):
        chain.append(reword(chain[-1], 0.1, seed=number))
    corpus = [publish(f"chain {number}", body, hour=number) for number, body in enumerate(chain)]
    corpus += [publish(f"{copy} {seed}", reword(write_body(seed), 0.1 * copy)) for seed in (11, 12) for copy in (0, 1)]
    found = []
    for seed in range(6):
        dice, place = Random(seed), places.new()
        mixed = dice.sample(corpus, len(corpus))
        with open_store(place, write=True, create=True) as store:
            while mixed:
                size = dice.randrange(1, 5)
                save(store, mixed[:size])
                mixed = mixed[size:]
            assert list(verify(store)) == []
            found.append(groups(store))
            store.rebuild()
            assert groups(store) == found[-1]
        places.free(place)
    assert found == [found[0]] * 6
    assert sorted(len(many) for many in found[0].values()) == [2, 2, 7]


def test_what_originals_say_is_counted_as_copies_come_go_and_change_places(places: Places) -> None:
    """Articles come in any order, move to other days and hours, and are annotated again: so the first of a group
    changes, and groups fall apart."""
    for seed in range(3):
        dice, place = Random(seed), places.new()
        bodies = [reword(write_body(group), 0.02 * copy, seed=copy) for group in (1, 2) for copy in range(4)]
        with open_store(place, write=True, create=True) as store:
            for _ in range(12):
                batch = [
                    say(
                        publish(f"outlet {at}", bodies[at], date(2020, 7, dice.choice((1, 8))), dice.randrange(24)),
                        0,
                        9,
                    )
                    for at in dice.sample(range(len(bodies)), dice.randrange(1, 4))
                ]
                store.save(
                    [one if dice.random() < 0.8 else (one[0], Extraction((), ())) for one in batch], replace=True
                )
                assert list(verify(store)) == []
            assert groups(store)
            originals = totals(store, Selection(originals=True))
            assert originals.statements == len(statements(store, Selection(originals=True)).rows)
            assert originals.statements < totals(store, Selection()).statements
        places.free(place)


def test_a_large_group_is_joined_by_any_of_its_members(store: Store) -> None:
    """A copy of a late member, unlike the first ones, still finds the group."""
    chain = [write_body(1)]
    for number in range(8):
        chain.append(reword(chain[-1], 0.12, seed=number))
    save(store, [publish(f"{number} {copy}", body) for number, body in enumerate(chain) for copy in range(3)])
    save(store, [publish("last", reword(chain[-1], 0.05, seed=99))])
    (found,) = groups(store).values()
    assert len(found) == 28


def test_thousands_of_copies_are_one_group(store: Store) -> None:
    """One text in 2,000 articles of a batch, and in as many more: not each is compared with each."""
    body = write_body(1)
    for part in range(2):
        numbers = range(part * 2_000, part * 2_000 + 2_000)
        save(store, [publish(f"outlet {number}", f"{body} {number}") for number in numbers])
    (found,) = groups(store).values()
    assert len(found) == 4_000


def test_a_corrected_day_parts_and_joins(store: Store) -> None:
    body = write_body(1)
    first, bridge, last = (publish(name, reword(body, 0.1, seed=seed)) for name, seed in (("a", 1), ("b", 2), ("c", 3)))
    save(store, [first, bridge, last])
    assert groups(store) == {min((first, bridge, last), key=lambda one: one.content_hash).outlet: {"a", "b", "c"}}
    store.save([(replace(bridge, published=date(2021, 1, 1)), None)], replace=True)
    assert list(groups(store).values()) == [{"a", "c"}]
    store.save([(replace(bridge, published=date(2020, 7, 6)), None)], replace=True)
    assert groups(store) == {"b": {"a", "b", "c"}}
    assert list(verify(store)) == []


def test_the_same_words_of_a_speaker_are_one_group(store: Store) -> None:
    quote = write_body(5, 12)
    texts = [f"{write_body(seed, 30)} {quote} {write_body(seed + 50, 30)}" for seed in range(5)]
    outlets = [publish(f"outlet {number}", text) for number, text in enumerate(texts)]
    store.save(
        [
            say(outlets[0], 30, 42),
            say(outlets[1], 30, 42),
            say(outlets[2], 30, 44),  # two words more
            say(outlets[3], 30, 42, "إبراهيم كالين", "kalin"),
            say(outlets[4], 0, 12),
        ]
    )
    assert quotes(store) == [3]
    assert groups(store) == {}
    assert list(verify(store)) == []


def test_short_and_later_words_are_not_taken_for_the_same(store: Store) -> None:
    quote = write_body(5, 9)
    later = publish("later", f"{write_body(2, 20)} {quote} {write_body(3, 9)}", date(2020, 9, 1))
    first, second = (publish(name, f"{write_body(seed, 20)} {quote}") for name, seed in (("a", 8), ("b", 9)))
    store.save([say(first, 20, 24), say(second, 20, 24)])
    assert quotes(store) == []
    store.save([say(first, 20, 29), say(second, 20, 29), say(later, 20, 29)], replace=True)
    assert quotes(store) == [2]


def test_the_very_same_long_words_are_found_years_later(store: Store) -> None:
    quote = write_body(5, 14)
    other = " ".join([*quote.split()[:-1], "غيرها"])

    def tell(name: str, day: date, words: str = quote) -> Pair:
        seed = day.toordinal()
        return say(publish(name, f"{write_body(seed, 20)} {words} {write_body(seed + 1, 20)}", day), 20, 34)

    store.save([tell("first", date(2015, 1, 1))])
    store.save([tell("lone", date(2017, 1, 1)), tell("nearly", date(2019, 1, 1), other)])
    assert quotes(store) == [2]
    store.save([tell(f"day {day}", date(2021, 1, day)) for day in (1, 3, 5)])
    store.save([tell("last", date(2023, 1, 1)), tell("nearly again", date(2025, 1, 1), other)])
    assert quotes(store) == [2, 6]
    assert list(verify(store)) == []


def test_annotating_again_brings_the_quotes_up_to_date(store: Store) -> None:
    quote = write_body(5, 12)
    made = [publish(name, f"{quote} {write_body(seed, 40)}") for seed, name in enumerate("abc")]
    store.save([say(article, 0, 12) for article in made])
    assert quotes(store) == [3]
    before = dump(store)
    store.save([say(article, 0, 12) for article in made], replace=True)
    assert dump(store) == before
    store.save([say(made[0], 20, 40)], replace=True)
    assert quotes(store) == [2]
    store.save([(made[1], Extraction((), ()))], replace=True)
    assert quotes(store) == []
    assert list(verify(store)) == []


def test_every_source_of_an_article_is_kept(store: Store) -> None:
    article = publish("a", write_body(1))
    again = replace(article, source="other.csv:7", url="https://a.example/7")
    save(store, [article, again])
    version = store.version
    save(store, [article, again])
    assert store.version == version
    moved = replace(article, published=date(2021, 1, 1))
    store.save([(moved, None)], replace=True, seen=[replace(article, source="third")])
    with store.read() as connection:
        rows = connection.execute(select(tables.article_source.c.source, tables.article_source.c.url)).all()
        keys = set(connection.execute(select(tables.article_source.c.article_id)).scalars())
        assert keys == set(connection.execute(select(tables.article.c.id)).scalars())
    assert sorted(map(tuple, rows)) == [("other.csv:7", "https://a.example/7"), ("third", None)]


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE wire SET first_id = (SELECT max(article_id) FROM wire)", "wire"),
        ("DELETE FROM wire WHERE article_id <> first_id", "wire"),
        ("DELETE FROM quote WHERE statement_id = first_id", "quote"),
        ("INSERT INTO band VALUES (0, 7, 7)", "band"),
    ],
)
def test_a_wrong_group_is_named_and_made_anew(store: Store, sql: str, told: str) -> None:
    body = write_body(1)
    store.save([say(publish(name, reword(body, 0.02, seed), hour=seed), 0, 9) for seed, name in enumerate("ab")])
    before = dump(store)
    with store.write() as connection:
        connection.exec_driver_sql(sql)
    assert any(f"in {told} " in fault for fault in verify(store))
    store.rebuild()
    assert list(verify(store)) == []
    assert dump(store) == before


def test_copies_find_each_other_wherever_their_marks_are(store: Store) -> None:
    """Marks move from the new ones to the others part by part: here all of them, with as many batches."""
    save(store, [publish("first", write_body(1))])
    for seed in range(100, 140):
        save(store, [publish(f"other{seed}", write_body(seed))])
    with store.read() as connection:
        assert set(connection.execute(select(tables.band.c.level)).scalars()) == {0, 1}
    save(store, [publish("second", reword(write_body(1), 0.02, 5)), publish("third", write_body(139))])
    found = sorted(sorted(members) for members in groups(store).values())
    assert found == [["first", "second"], ["other139", "third"]]
    store.save([(publish("first", write_body(1)), None)], replace=True)
    assert list(verify(store)) == []


def test_a_store_of_the_first_version_is_brought_up_to_date(place: str) -> None:
    body = write_body(1)
    with open_store(place, write=True, create=True) as store:
        store.save([say(publish(name, reword(body, 0.02, seed)), 0, 9) for seed, name in enumerate("abc")])
        before = dump(store)
        assert groups(store) and quotes(store)
    make_older(place)
    with open_store(place, write=True) as store:
        assert list(verify(store)) == []
        assert dump(store) == before
        assert store.runs() == ()


def test_a_store_with_marks_in_one_tree_is_brought_up_to_date(place: str) -> None:
    body = write_body(1)
    with open_store(place, write=True, create=True) as store:
        store.save([say(publish(name, reword(body, 0.02, seed)), 0, 9) for seed, name in enumerate("abc")])
        before = dump(store)
    make_older(place, 7)
    with open_store(place, write=True) as store:
        assert dump(store) == before
        store.save([say(publish("d", reword(body, 0.02, 9)), 0, 9)])
        assert [sorted(members) for members in groups(store).values()] == [["a", "b", "c", "d"]]
        assert list(verify(store)) == []


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_a_migrated_store_has_the_tables_of_a_new_one(places: Places) -> None:
    from sqlalchemy import inspect

    def shape(address: str) -> dict[str, object]:
        with open_store(address) as store, store.read() as connection:
            seen = inspect(connection)
            return {
                name: (
                    sorted(
                        (column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(name)
                    ),
                    seen.get_pk_constraint(name)["constrained_columns"],
                    sorted((index["name"] or "", *index["column_names"]) for index in seen.get_indexes(name)),
                )
                for name in tables.metadata.tables
            }

    new, old = places.new(), places.new()
    for address in (new, old):
        with open_store(address, write=True, create=True):
            pass
    make_older(old)
    with open_store(old, write=True):
        pass
    assert shape(old) == shape(new)
