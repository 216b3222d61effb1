"""Pairs as a network for Gephi (GEXF 1.3): actors are its nodes, the articles that name both the weight of an edge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import quoteattr

from bayan.export.sink import BLOCK, Sink

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Bayan</creator><description>Actors that are named in the same articles</description></meta>
<graph mode="static" defaultedgetype="undirected">
<attributes class="node"><attribute id="name_ar" title="name_ar" type="string"/>\
<attribute id="name_en" title="name_en" type="string"/><attribute id="kind" title="kind" type="string"/></attributes>
<attributes class="edge"><attribute id="first" title="first_month" type="string"/>\
<attribute id="last" title="last_month" type="string"/>\
<attribute id="months" title="months" type="integer"/></attributes>
"""


def network_blocks(rows: Iterable[Any], *, lang: str = "ar") -> Iterator[bytes]:
    """A network in blocks. It holds each pair once, so memory grows with the pairs, not with months or articles."""
    sink = Sink()
    sink.write(_HEAD.encode())
    yield from sink.take()
    names: dict[str, tuple[str, str | None, str]] = {}
    edges: dict[tuple[str, str], list[Any]] = {}
    for row in rows:
        names[row.first_id] = (row.first_ar, row.first_en, row.first_kind)
        names[row.second_id] = (row.second_ar, row.second_en, row.second_kind)
        edge = edges.setdefault((row.first_id, row.second_id), [0, [], 0])
        edge[0] += row.articles
        if row.month:
            edge[1] = [row.month, *edge[1][-1:]] if edge[1] else [row.month]  # the newest month comes first
            edge[2] += 1
    yield from _drawn(sink, "nodes", (_node(key, *names[key], lang=lang) for key in sorted(names)), len(names))
    yield from _drawn(sink, "edges", (_edge(*pair, *edges[pair]) for pair in sorted(edges)), len(edges))
    sink.write(b"</graph>\n</gexf>\n")
    yield from sink.take()


def _drawn(sink: Sink, name: str, parts: Iterable[str], count: int) -> Iterator[bytes]:
    sink.write(f'<{name} count="{count}">\n'.encode())
    for part in parts:
        sink.write(part.encode())
        yield from sink.take(BLOCK)
    sink.write(f"</{name}>\n".encode())


def _node(key: str, name_ar: str, name_en: str | None, kind: str, *, lang: str) -> str:
    label = name_ar if lang == "ar" or not name_en else name_en
    values = {"name_ar": name_ar, "name_en": name_en, "kind": kind}
    return f"<node id={_attribute(key)} label={_attribute(label)}>{_values(values)}</node>\n"


def _edge(first: str, second: str, articles: int, months: list[str], count: int) -> str:
    values = {"first": months[0], "last": months[-1], "months": count} if months else {}
    return (
        f"<edge id={_attribute(f'{first} {second}')} source={_attribute(first)} target={_attribute(second)} "
        f'weight="{articles}">{_values(values)}</edge>\n'
    )


def _values(values: dict[str, Any]) -> str:
    told = "".join(f'<attvalue for="{name}" value={_attribute(value)}/>' for name, value in values.items() if value)
    return f"<attvalues>{told}</attvalues>"


def _attribute(value: object) -> str:
    return quoteattr(_UNWRITABLE.sub("\ufffd", str(value)))
