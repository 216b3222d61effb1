"""Who may ask, how many at once, and what a browser may do with the answers."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit

import pytest
from starlette.types import Message, Receive, Scope, Send

from bayan.serve import Guard

PAGE = (
    '<html lang="en"><head><link\n rel="preload" href="./x.woff2" /><title>Streamlit</title>'
    "<script>window.a = 1</script></head><body></body></html>"
)


async def page_app(scope: Scope, receive: Receive, send: Send) -> None:
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"etag", b'"1"'), (b"content-length", b"9")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    for at in range(0, len(PAGE), 50):
        await send({"type": "http.response.body", "body": PAGE[at : at + 50].encode(), "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def ask(
    guard: Guard, query: str = "", kind: str = "http", path: str = "/", **headers: str
) -> tuple[int, dict[str, str], str]:
    """Ask once; gives the status, the headers and the text of the answer."""
    named = {"host": "127.0.0.1:8501", **headers}
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in named.items()]
    scope: Scope = {
        "type": kind,
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": raw,
        "extensions": {"websocket.http.response": {}},
    }
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    asyncio.run(guard(scope, receive, send))
    start = next(message for message in sent if message["type"].endswith("response.start"))
    body = b"".join(message.get("body", b"") for message in sent)
    return start["status"], {k.decode(): v.decode() for k, v in start["headers"]}, body.decode()


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost", "[::1]:8501", "LOCALHOST:1"])
def test_this_machine_is_answered(host: str) -> None:
    assert ask(Guard(page_app), host=host)[0] == 200


@pytest.mark.parametrize(("receives", "status"), [("1", 200), ("", 403)])
def test_files_are_taken_only_where_they_may_be_handed_in(
    monkeypatch: pytest.MonkeyPatch, receives: str, status: int
) -> None:
    monkeypatch.setenv("BAYAN_RECEIVES", receives)
    assert ask(Guard(page_app), path="/_stcore/upload_file/a/b")[0] == status
    assert ask(Guard(page_app))[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::1", "10.0.0.7:8501"])
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_an_unknown_host_is_refused(host: str, kind: str) -> None:
    assert ask(Guard(page_app), kind=kind, host=host)[0] == 421


def test_a_host_that_the_keeper_allows_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAYAN_ALLOWED_HOSTS", "bayan.example.org")
    assert ask(Guard(page_app), host="bayan.example.org")[0] == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9999"])
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_a_foreign_origin_is_refused(origin: str, kind: str) -> None:
    assert ask(Guard(page_app), kind=kind, origin=origin)[0] == 403


def test_its_own_origin_is_answered() -> None:
    assert ask(Guard(page_app), origin="http://127.0.0.1:8501")[0] == 200


@pytest.mark.parametrize(
    ("query", "start"), [("lang=ar", '<html lang="ar" dir="rtl">'), ("", '<html lang="en" dir="ltr">')]
)
def test_the_page_has_the_language_of_its_address(query: str, start: str) -> None:
    status, headers, page = ask(Guard(page_app), query, accept="text/html")
    assert status == 200
    assert page.startswith(start)
    assert headers["content-length"] == str(len(page.encode()))


@pytest.mark.parametrize(("lang", "told"), [("en", "There is no page"), ("ar", "لا صفحة في هذا العنوان")])
def test_an_address_of_several_parts_is_no_page_and_leads_back(lang: str, told: str) -> None:
    status, headers, page = ask(Guard(page_app), f"lang={lang}", path="/a/b", accept="text/html")
    assert status == 404
    assert told in page
    assert f'href="/?lang={lang}"' in page
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["content-length"] == str(len(page.encode()))


@pytest.mark.parametrize(("path", "to"), [("/timeline/", "/timeline"), ("//evil.example/", "/evil.example")])
def test_a_slash_at_the_end_leads_to_the_page(path: str, to: str) -> None:
    status, headers, _ = ask(Guard(page_app), "lang=ar", path=path, accept="text/html")
    assert status == 307
    assert urlsplit(headers["location"])[1:4] == ("127.0.0.1:8501", to, "lang=ar")


def test_the_page_loads_from_this_server_alone() -> None:
    _, headers, page = ask(Guard(page_app), accept="text/html")
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "'unsafe-eval'" not in policy
    assert "script-src 'self' 'sha256-" in policy
    assert "frame-ancestors 'self'" in policy
    assert "etag" not in headers
    assert "preload" not in page


def test_every_answer_is_guarded() -> None:
    _, headers, _ = ask(Guard(page_app), accept="application/json")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "SAMEORIGIN"


def test_sessions_beyond_the_limit_wait_outside_until_one_ends() -> None:
    async def scenario() -> list[Any]:
        leave = asyncio.Event()
        answered: list[Any] = []

        async def session_app(scope: Scope, receive: Receive, send: Send) -> None:
            await send({"type": "websocket.accept"})
            await leave.wait()

        async def ask_once(guard: Guard) -> None:
            sent: list[Message] = []

            async def send(message: Message) -> None:
                sent.append(message)

            async def receive() -> Message:
                return {"type": "websocket.connect"}

            scope = {
                "path": "/_stcore/stream",
                "type": "websocket",
                "headers": [(b"host", b"localhost")],
                "extensions": {"websocket.http.response": {}},
            }
            await guard(scope, receive, send)
            answered.append(sent[0].get("status", "accepted"))

        guard = Guard(session_app, sessions=2)
        inside = [asyncio.create_task(ask_once(guard)) for _ in range(2)]
        await asyncio.sleep(0)
        await ask_once(guard)
        leave.set()
        await asyncio.gather(*inside)
        await ask_once(guard)
        return answered

    assert asyncio.run(scenario()) == [503, "accepted", "accepted", "accepted"]
