"""Up to five actors side by side, or one actor's days and those before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from bayan import charts
from bayan.queries import Selection, actor_rows, rows
from bayan.records import Act
from bayan.show.figures import draw_figure, tell_focus
from bayan.show.names import name_outlet, name_topic
from bayan.show.notices import draw_empty, tell_undated
from bayan.show.panels import tell_button, tell_twin
from bayan.show.safe import apart, safe
from bayan.show.sides import tell_side
from bayan.show.view import MOST_SIDES, PREVIOUS, View
from bayan.show.window import DAYS

_MOST_VALUES = 8
_SUGGESTED = 10


def draw_compare(
    view: View,
    shares: Sequence[actor_rows.Shares],
    series: actor_rows.Series,
    suggested: Sequence[rows.ActorRow],
) -> None:
    """Draw the sides over time and what their statements are made of; ``suggested`` are actors to begin with or add."""
    sides = [tell_side(view, selection, period=view.against) for selection in view.sides]
    more = _suggest(view, suggested) if len(sides) < MOST_SIDES and not view.against else ""
    if any(share.statements or share.mentions for share in shares):
        _draw_sides(view, sides, shares, series)
    elif sides or not suggested:
        draw_empty(view)
        return
    if more:
        st.html(more)


def _draw_sides(
    view: View, sides: Sequence[charts.Side], shares: Sequence[actor_rows.Shares], series: actor_rows.Series
) -> None:
    st.html(_legend(view, sides, shares))
    left, right = st.columns(2, gap="small")
    with left:
        _draw_lines(view, series, sides, "statements")
    with right:
        _draw_lines(view, series, sides, "mentions")
    st.html(tell_focus(view) + "".join(_matrices(view, sides, shares)))


def _suggest(view: View, suggested: Sequence[rows.ActorRow]) -> str:
    """What can be added: actors that speak most; for a single one, its own past."""
    chosen = (*view.selection.actor, *view.selection.behalf)
    offered = [row for row in suggested if row.key not in chosen][:_SUGGESTED]
    chips = "".join(
        f'<a class="chip" href="{safe(view.link(None, _with(view.selection, row.key)))}">'
        f"+ {apart(view.words.either(row.name_ar, row.name_en))}</a>"
        for row in offered
    )
    told = f'<p class="chips">{chips}</p>'
    if not chosen:
        first = replace(view.selection, actor=tuple(row.key for row in offered[:3]))
        names = view.words.listed([view.words.either(row.name_ar, row.name_en) for row in offered[:3]])
        way = tell_button(view.link(None, first), view.say("compare.first", names=names))
        how = f"<p class=muted>{safe(view.say('compare.how', n=MOST_SIDES))}</p>"
        told += f"<p>{way}</p>" if len(offered) > 1 else ""
        return f'<section class="panel start"><h2>{safe(view.say("compare.start"))}</h2>{how}{told}</section>'
    past = ""
    if len(chosen) == 1:
        past = tell_button(view.link(None, None, against=PREVIOUS), view.say("compare.against"))
    return f'<div class="add"><span class="muted">{safe(view.say("compare.add"))}</span>{told}{past}</div>'


def _with(selection: Selection, key: str) -> Selection:
    return replace(selection, actor=(*selection.actor, key))


def _legend(view: View, sides: Sequence[charts.Side], shares: Sequence[actor_rows.Shares]) -> str:
    """Each side with its mark and what it holds, leading to its statements."""
    lines = "".join(
        f'<li><a href="{safe(_way(view, selection))}"><i class="mark side-{at}"></i>{apart(side.name)}</a>'
        f"<span>{safe(view.say('count.statements', n=share.statements))} · "
        f"{safe(view.say('count.mentions', n=share.mentions))}</span></li>"
        for at, (side, selection, share) in enumerate(zip(sides, view.sides, shares, strict=True))
    )
    left = len((*view.selection.actor, *view.selection.behalf)) - len(sides)
    note = f'<p class="muted">{safe(view.say("compare.left", n=left))}</p>' if left > 0 else ""
    if view.against:
        assumed = not (view.selection.since or view.selection.until)
        told = [view.say("compare.periods"), *([view.say("actors.period.assumed", n=DAYS)] if assumed else [])]
        alone = replace(view, against=False).link()
        note = (
            f'<p class="muted">{safe(" ".join(told))} <a href="{safe(alone)}">{safe(view.say("compare.alone"))}</a></p>'
        )
    return f'<ul class="sides">{lines}</ul>{note}'


def _way(view: View, selection: Selection) -> str:
    """To an actor's page; to the statements of a period."""
    return view.link("timeline" if view.against else "actor", selection)


def _draw_lines(view: View, series: actor_rows.Series, sides: Sequence[charts.Side], measure: charts.Measure) -> None:
    with st.container(key=f"panel_{measure}", border=True):
        st.html(f"<h2>{safe(view.say(f'compare.{measure}'))}</h2>")
        names = view.words.listed([side.name for side in sides])
        alt = view.say(f"compare.{measure}.alt", names=names)
        if not any(series.sides):
            st.html(tell_undated(view))
            return
        draw_figure(charts.draw.sides(series, sides, measure, view.reader), f"{measure}_figure", alt)
        st.html(tell_twin(view, *_twin(view, series, sides, measure)))


def _twin(
    view: View, series: actor_rows.Series, sides: Sequence[charts.Side], measure: charts.Measure
) -> tuple[list[str], list[tuple[object, ...]]]:
    """The numbers of the lines: a row a bucket; for periods, a row a bucket of each."""
    found = [{point.bucket: int(getattr(point, measure)) for point in points} for points in series.sides]
    buckets = sorted({bucket for counts in found for bucket in counts})
    heads = [view.say("twin.when"), *(side.name for side in sides)]
    lines: list[tuple[object, ...]] = [
        (view.words.bucket(day, series.step), *(counts.get(day, "" if view.against else 0) for counts in found))
        for day in buckets
    ]
    return heads, lines


def _matrices(view: View, sides: Sequence[charts.Side], shares: Sequence[actor_rows.Shares]) -> list[str]:
    """Acts, topics and outlets: a row a value, a column a side, each number a share of its side's statements."""

    def of(name: str) -> list[dict[str, int]]:
        return [{one.value: one.count for one in getattr(share, name)} for share in shares]

    acts, topics, outlets = of("acts"), of("topics"), of("outlets")
    present = [act for act in Act if any(act in counts for counts in acts)]
    return [
        _matrix(view, sides, shares, "acts", [(act.value, _tell_act(view, act)) for act in present], acts),
        _matrix(view, sides, shares, "topics", _named(view, topics, shares, name_topic), topics),
        _matrix(view, sides, shares, "outlets", _named(view, outlets, shares, name_outlet), outlets),
    ]


def _tell_act(view: View, act: Act) -> str:
    return f'<i class="mark act-{act}"></i>{safe(view.say(f"act.{act}"))}'


def _named(
    view: View,
    found: Sequence[dict[str, int]],
    shares: Sequence[actor_rows.Shares],
    name: Callable[..., str],
) -> list[tuple[str, str]]:
    """The values with the largest shares, all sides alike, with their names."""

    def weight(value: str) -> float:
        return sum(counts.get(value, 0) / (share.statements or 1) for counts, share in zip(found, shares, strict=True))

    values = sorted({value for counts in found for value in counts}, key=lambda value: (-weight(value), value))
    return [(value, apart(name(view.words, value))) for value in values[:_MOST_VALUES]]


def _matrix(
    view: View,
    sides: Sequence[charts.Side],
    shares: Sequence[actor_rows.Shares],
    kind: str,
    values: Sequence[tuple[str, str]],
    found: Sequence[dict[str, int]],
) -> str:
    if not values:
        return ""
    head = "".join(
        f'<th scope="col"><i class="mark side-{at}"></i>{apart(side.name)}</th>' for at, side in enumerate(sides)
    )
    parts = [
        [counts.get(value, 0) / (share.statements or 1) for counts, share in zip(found, shares, strict=True)]
        for value, _ in values
    ]
    most = max((part for line in parts for part in line), default=1) or 1
    body = "".join(
        f'<tr><th scope="row">{told}</th>'
        + "".join(
            f'<td><span class="cell side-{at}"><b>{safe(view.words.share(part))}</b>'
            f'<i style="width:{round(100 * part / most)}%"></i>'
            f"<small>{view.words.number(found[at].get(value, 0))}</small></span></td>"
            for at, part in enumerate(line)
        )
        + "</tr>"
        for (value, told), line in zip(values, parts, strict=True)
    )
    return (
        f'<section class="panel matrix" style="--sides:{len(sides)}"><h2>{safe(view.say(f"compare.{kind}"))}</h2>'
        f'<p class="muted">{safe(view.say(f"compare.{kind}.how"))}</p>'
        f'<div class="scroll" tabindex="0"><table><thead><tr><td></td>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
        "</section>"
    )
