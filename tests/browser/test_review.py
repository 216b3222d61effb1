"""Reviewing in a browser: by clicks and by keys, with the store changed as was said; and refused where it must be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import complain, dashboard, eventually, scrolls_sideways, settle, watch, words
from tests.browser.corpus import write_store
from tests.browser.profiles import NARROW, WIDE, Pages
from tests.browser.relay import forwarding

from bayan.load import annotate
from bayan.queries import Selection, questions
from bayan.records import Act, Article, Correction, Verdict
from bayan.review import read_corrections, write_corrections
from bayan.store import open_store, verify

pytestmark = pytest.mark.browser
NAME = "سمير القرقاحي"
TOLD = f"قال مدير المستشفى {NAME} إن المستشفى مكتظ. ثم التقى {NAME} الوفد."


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A store whose statements are reviewed."""
    write_store(tmp_path / "review.db")
    return tmp_path / "review.db"


@pytest.fixture
def quoting(tmp_path: Path) -> Path:
    """A store with two articles that quote somebody who is no actor."""
    path = tmp_path / "names.db"
    with open_store(path, write=True, create=True) as store:
        store.save([(Article(f"صحيفة {word}", "المستشفى", TOLD), None) for word in "اب"])
        annotate(store)
    return path


@contextmanager
def served(pages: Pages, path: Path) -> Iterator[Page]:
    """The review page of a store; in the end the store is sound and the browser had nothing to complain of."""
    wrong: list[str] = []
    with dashboard(path) as root:
        page = pages.new(WIDE)
        page.on("console", lambda said: complain(said, wrong))
        page.on("request", lambda request: watch(request.url, wrong))
        page.goto(f"{root}/review?lang=en")
        settle(page)
        yield page
        page.close()
    assert wrong == []
    with open_store(path) as store:
        assert list(verify(store)) == []


@pytest.fixture
def page(pages: Pages, reviewed: Path) -> Iterator[Page]:
    with served(pages, reviewed) as opened:
        yield opened


@pytest.fixture
def names(pages: Pages, quoting: Path) -> Iterator[Page]:
    """The names that the store without such an actor suggests."""
    with served(pages, quoting) as opened:
        opened.locator(".tabs a", has_text="Names without").click()
        opened.locator(".suggested a", has_text=NAME).wait_for()
        yield opened


def told(path: Path) -> list[tuple[str, str | None, str]]:
    """Every reviewed statement: what was done, who speaks, the act."""
    with open_store(path) as store:
        rows = questions.iter_statements(store, Selection(reviewed=("confirmed", "corrected")))
        return [(row.reviewed, row.speaker_id, str(row.act)) for row in rows]


def words_of(page: Page) -> str:
    return page.locator(".said.current").first.inner_text()


def counted(page: Page, text: str) -> None:
    expect(page.locator(".progress")).to_contain_text(text)


def press(page: Page, key: str) -> None:
    """Press a key: it answers from when the buttons are drawn, which come after the heading."""
    settle(page)
    page.locator(".stMain .stButton").first.wait_for()
    page.locator("body").press(key)


def test_a_click_confirms_and_turns_to_the_next(page: Page, reviewed: Path) -> None:
    before = words_of(page)
    page.get_by_role("button", name="Right").click()
    counted(page, "1 confirmed")
    expect(page.locator(".said.current").first).not_to_have_text(before)
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Corrections as JSON Lines").click()
    [correction] = read_corrections(download.value.path().read_bytes().splitlines(), "corrections.jsonl")
    assert isinstance(correction, Correction) and correction.verdict is Verdict.CONFIRMED
    settle(page)
    page.get_by_role("button", name="Undo").first.click()
    counted(page, "0 confirmed")
    expect(page.locator(".said.current").first).to_have_text(before)
    assert told(reviewed) == []


def test_keys_alone_review(page: Page, reviewed: Path) -> None:
    press(page, "y")
    counted(page, "1 confirmed")
    press(page, "x")
    counted(page, "1 no statement")
    press(page, "8")
    counted(page, "1 corrected")
    passed = words_of(page)
    press(page, "n")
    expect(page.locator(".said.current").first).not_to_have_text(passed)
    press(page, "s")
    page.keyboard.type("egypt")
    page.locator(".choosing .offers [role=option]", has_text="Egypt").wait_for()
    expect(page.locator(".choosing .offers [role=option]").first).to_contain_text("Egypt")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Save this speaker").wait_for()
    eventually(page, lambda: words(page).get("speaker"), ["egypt"])
    press(page, "y")
    counted(page, "2 corrected")
    eventually(page, lambda: "speaker" in words(page), False)
    found = told(reviewed)
    assert sorted(review for review, _, _ in found) == ["confirmed", "corrected", "corrected"]
    assert [act for review, _, act in found if review == "corrected"].count(Act.WARN) >= 1
    assert ("corrected", "egypt") in {(review, speaker) for review, speaker, _ in found}


def test_the_day_and_the_relay_are_written(page: Page, reviewed: Path) -> None:
    page.goto(page.url + "&actor=sameh-shoukry")
    settle(page)
    page.get_by_text("Name, relay, day").click()
    day = page.get_by_label("Said on")
    day.fill("yesterday")
    page.get_by_test_id("stForm").get_by_role("button", name="Save").click()
    expect(page.get_by_text("This is no day")).to_be_visible()
    day.fill("2020-06")
    page.get_by_label("Relayed by").fill("وكالة")
    page.get_by_test_id("stForm").get_by_role("button", name="Save").click()
    expect(page.locator(".notice")).to_contain_text("Nothing is left to review here")
    with open_store(reviewed) as store:
        [row] = questions.iter_statements(store, Selection(reviewed=("corrected",)))
        assert (row.said_on, row.via, row.speaker_id) == ("2020-06", "وكالة", "sameh-shoukry")
        assert b'"verdict":"corrected"' in b"".join(write_corrections(store))


def test_hostile_words_are_shown_letter_for_letter(page: Page) -> None:
    page.goto(page.url + "&outlet=demo-portal")
    settle(page)
    expect(page.locator(".passage .said.current").first).to_contain_text("<script>alert(1)</script>")
    expect(page.locator(".said-of .speaker")).to_contain_text("مصدر <b>مجهول</b>")
    page.get_by_role("button", name="Right").click()
    page.get_by_text("Reviewed last").click()
    expect(page.locator(".st-key-review_latest .words")).to_contain_text("<script>alert(1)</script>")


def test_what_was_reviewed_is_seen_everywhere(page: Page) -> None:
    page.get_by_role("button", name="Right").click()
    counted(page, "1 confirmed")
    page.locator(".top nav a", has_text="Timeline").click()
    expect(page.locator(".st-key-lanes")).to_be_visible()
    settle(page)
    page.locator(".facet a", has_text="confirmed").click()
    expect(page.locator(".heading h1")).to_contain_text("confirmed")
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".card .reviewed")).to_have_count(1)
    page.locator(".card .tools > .go").click()
    page.locator(".note.current .tools a", has_text="Review").click()
    page.locator(".passage .said.current").first.wait_for()
    expect(page.locator(".said-of .reviewed")).to_have_text("confirmed")
    page.get_by_text("Reviewed last").click()
    page.locator(".st-key-review_latest").get_by_role("button", name="Undo").click()
    counted(page, "0 confirmed")


def test_a_name_becomes_an_actor_with_another_name_and_no_actor_again(names: Page, quoting: Path) -> None:
    names.get_by_role("button", name="Accept as an actor").click()
    expect(names.get_by_text("Write the name in Latin letters")).to_be_visible()
    names.get_by_label("English name").fill("Samir al-Qarqahi")
    names.get_by_role("button", name="Accept as an actor").click()
    expect(names.locator(".outcome")).to_contain_text("2 articles were annotated again")
    expect(names.locator(".notice")).to_contain_text("No name is suggested")
    with open_store(quoting) as store:
        assert questions.totals(store, Selection(actor=("samir-al-qarqahi",))).statements == 2
        assert store.decisions()[0].name_ar == NAME
    names.locator(".tabs a", has_text="Names of actors").click()
    choose_whose(names, "qarqahi", "Samir")
    names.get_by_label("Arabic name").fill("نادر الجبالي")
    names.get_by_role("button", name="Rename").click()
    names.locator(".suggested a", has_text=NAME).click()
    expect(names.get_by_label("Arabic name")).to_have_value("نادر الجبالي")
    names.get_by_role("button", name="take it away").click()
    expect(names.locator(".suggested li")).to_have_count(0)
    settle(names)
    assert said_by(quoting, "samir-al-qarqahi") == 0
    names.locator(".st-key-review_decided summary").click()
    for decision, kept in (("names taken away", 4), ("renamed", 6)):
        row = names.locator(".st-key-review_decided [data-testid=stHorizontalBlock]", has_text=decision).last
        row.get_by_role("button", name="Undo").click()
        expect(row).to_contain_text("taken back")
        settle(names)
        assert (len(decided(quoting)), said_by(quoting, "samir-al-qarqahi")) == (kept, 2)
    expect(names.get_by_label("Arabic name")).to_have_value(NAME)
    names.get_by_role("button", name="This is no actor").click()
    expect(names.locator(".notice")).to_contain_text("not in the store")
    names.locator(".tabs a", has_text="Names without").click()
    names.locator(".suggested a", has_text=NAME).wait_for()


def quote_lavrov(path: Path) -> None:
    with open_store(path, write=True) as store:
        store.save([(Article("صحيفة", "لافروف", "قال سيرغي لافروف إن الهدنة قائمة."), None)])
        annotate(store)


def choose_whose(page: Page, typed: str, name: str) -> None:
    """Choose the actor whose names are shown, and wait until they are."""
    page.locator(".choosing .pick").fill(typed)
    page.locator(".choosing .offers [role=option]", has_text=name).click()
    page.locator(".suggested h2 a").wait_for()
    settle(page)


MOST_FORMS = """() => {
  window.mostForms = 0;
  new MutationObserver(() => {
    window.mostForms = Math.max(window.mostForms, document.querySelectorAll("[data-testid=stForm]").length);
  }).observe(document.body, { childList: true, subtree: true });
}"""


def test_a_decision_moves_nothing_from_its_place(names: Page, quoting: Path) -> None:
    """What is told of it would else push the form down, and show that of before below it while the page is made."""
    quote_lavrov(quoting)
    names.reload()
    names.locator(".tabs a", has_text="Names of actors").click()
    choose_whose(names, "lavrov", "Lavrov")
    names.evaluate(MOST_FORMS)
    names.get_by_label("English name").fill("Sergey V. Lavrov")
    names.get_by_role("button", name="Rename").click()
    expect(names.locator(".outcome")).to_be_visible()
    expect(names.locator(".suggested h2")).to_have_text("Sergey V. Lavrov")
    names.get_by_role("button", name="Undo").first.click()
    expect(names.locator(".suggested h2")).not_to_have_text("Sergey V. Lavrov")
    settle(names)
    assert names.evaluate("window.mostForms") == 1


def decided(path: Path) -> list[str]:
    with open_store(path) as store:
        return [one.decision for one in store.decisions()]


def said_by(path: Path, actor: str) -> int:
    with open_store(path) as store:
        return questions.totals(store, Selection(actor=(actor,))).statements


def test_a_name_is_merged_into_an_actor(names: Page, quoting: Path) -> None:
    quote_lavrov(quoting)
    names.reload()
    names.locator(".choosing .pick").fill("lavrov")
    names.locator(".choosing .offers [role=option]", has_text="Lavrov").click()
    names.get_by_role("button", name="Merge into this actor").click()
    expect(names.locator(".notice")).to_contain_text("No name is suggested")
    with open_store(quoting) as store:
        assert questions.totals(store, Selection(actor=("sergei-lavrov",))).statements == 3


def test_a_dismissed_name_is_suggested_no_more_unless_that_is_undone(names: Page, quoting: Path) -> None:
    press(names, "x")
    expect(names.locator(".notice")).to_contain_text("No name is suggested")
    press(names, "u")
    names.locator(".suggested a", has_text=NAME).wait_for()
    with open_store(quoting) as store:
        assert [one.decision for one in store.decisions()] == ["dismiss", "restore"]


OTHER = "عادل النحاس"
LABELS = {
    "en": {"accept": "Accept as an actor", "merge": "Merge into this actor", "dismiss": "Dismiss", "undo": "Undo"},
    "ar": {"accept": "قبوله فاعلًا", "merge": "دمج في هذا الفاعل", "dismiss": "صرف النظر عنه", "undo": "تراجع"},
}


@pytest.mark.parametrize(("lang", "viewport"), [("en", WIDE), ("ar", NARROW)], ids=["wide", "narrow"])
def test_every_decision_shows_on_the_page_of_the_actor_and_is_taken_back(
    names: Page, quoting: Path, lang: str, viewport: dict[str, int]
) -> None:
    """Whatever is decided, the next name is seen at once, with what came of it and the way back above it."""
    quote_lavrov(quoting)
    with open_store(quoting, write=True) as store:
        store.save([(Article(f"صحيفة {word}", "المصنع", TOLD.replace(NAME, OTHER)), None) for word in "اب"])
        annotate(store)
    names.set_viewport_size(viewport)  # type: ignore[arg-type]
    names.goto(names.url.replace("lang=en", f"lang={lang}"))
    settle(names)
    labels, button = LABELS[lang], names.get_by_role("button")
    suggestion, outcome = names.locator(".suggestion"), names.locator(".outcome")
    first = suggestion.inner_text()

    def decided_is_seen(name: str) -> None:
        expect(suggestion).to_have_text(name)
        settle(names)
        expect(suggestion).to_be_in_viewport()
        expect(outcome).to_be_in_viewport()
        eventually(names, lambda: scrolls_sideways(names), False)

    def page_of_the_actor_tells(statements: str) -> None:
        names.locator(".st-key-review_outcome .latest a").click()
        settle(names)
        expect(names.locator(".heading .facts").first).to_contain_text(statements)
        names.go_back()
        settle(names)

    then = next(name for name in (NAME, OTHER) if name != first)
    names.get_by_test_id("stForm").get_by_role("textbox").first.fill("Samir al-Qarqahi")
    button.filter(has_text=labels["accept"]).click()
    decided_is_seen(then)
    page_of_the_actor_tells({"en": "2 statements", "ar": "تصريحان"}[lang])
    button.filter(has_text=labels["undo"]).first.click()
    decided_is_seen(first)

    names.locator(".choosing .pick").fill("lavrov")
    names.locator(".choosing .offers [role=option]", has_text={"en": "Lavrov", "ar": "لافروف"}[lang]).click()
    button.filter(has_text=labels["merge"]).click()
    decided_is_seen(then)
    page_of_the_actor_tells({"en": "3 statements", "ar": "3 تصريحات"}[lang])
    button.filter(has_text=labels["undo"]).first.click()
    decided_is_seen(first)
    assert said_by(quoting, "sergei-lavrov") == 1

    button.filter(has_text=labels["dismiss"]).click()
    decided_is_seen(then)
    expect(names.locator(".suggested li")).to_have_count(1)
    button.filter(has_text=labels["undo"]).first.click()
    decided_is_seen(first)
    expect(names.locator(".suggested li")).to_have_count(2)


def test_it_fits_a_narrow_screen_in_arabic(page: Page) -> None:
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    page.goto(page.url.replace("lang=en", "lang=ar"))
    settle(page)
    page.get_by_role("button", name="صحيح Shortcut").click()
    counted(page, "أُقر 1")
    expect(page.locator(".said.current").first).to_be_in_viewport()
    eventually(page, lambda: scrolls_sideways(page), False)


def test_who_comes_through_a_proxy_is_offered_no_review(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    with forwarding(address, "203.0.113.7") as proxy:
        page.goto(f"{proxy}/review?lang=en")
        expect(page.locator(".notice")).to_contain_text("Reviewing is not open here")
        expect(page.locator(".top nav a", has_text="Review")).to_have_count(0)
        context.close()  # the proxy waits for connections, which a profile keeps
