"""Names of the values of filters in the reader's language; an unknown outlet or topic is shown by its id."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import yaml

from bayan.data import data_path
from bayan.lexicon import load_topics
from bayan.queries import questions, rows
from bayan.show.words import Words
from bayan.store import Store
from bayan.text import fold_text


def actors_by_key(store: Store) -> dict[str, rows.ActorOption]:
    """Every actor that can be chosen, with its names."""
    return {option.key: option for option in questions.actor_options(store)}


def name_outlet(words: Words, outlet: str) -> str:
    """The name of an outlet."""
    return _outlet_names().get(outlet, {}).get(words.lang, outlet)


def find_outlet(name: str, outlets: Iterable[str]) -> str | None:
    """The one of some outlets that has this id, or a name in either language that begins so."""
    sought = fold_text(name).casefold()
    for outlet in outlets:
        names = (outlet, *_outlet_names().get(outlet, {}).values())
        if any(fold_text(told).casefold().startswith(sought) for told in names):
            return outlet
    return None


def name_topic(words: Words, topic: str) -> str:
    """The name of a topic."""
    return _topic_names().get(topic, {}).get(words.lang, topic)


def name_value(words: Words, field: str, value: str) -> str:
    """The name of a value of one of the filters act, kind, reviewed, topic and outlet."""
    if field == "act":
        return words.say(f"act.{value}")
    if field == "kind":
        return words.say(f"kind.{value}")
    if field == "reviewed":
        return words.say(f"reviewed.{value}")
    return name_topic(words, value) if field == "topic" else name_outlet(words, value)


@cache
def _outlet_names() -> dict[str, dict[str, str]]:
    entries = yaml.safe_load(data_path("outlets.yaml").read_text(encoding="utf-8"))["outlets"]
    return {
        name: {"ar": entry["ar"], "en": entry["en"]}
        for entry in entries
        for name in (entry["id"], *entry.get("also", ()))
    }


@cache
def _topic_names() -> dict[str, dict[str, str]]:
    return {topic.id: {"ar": topic.ar, "en": topic.en} for topic in load_topics().topics}
