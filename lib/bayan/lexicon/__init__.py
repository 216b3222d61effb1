"""Lexicon: the files of data/lexicon and data/topics go in; frozen, folded, inflected values come out."""

from bayan.lexicon.act_model import BIAS
from bayan.lexicon.acts import ActWords, load_act_words
from bayan.lexicon.entries import CueForm, Phrase
from bayan.lexicon.lexicon import COUNTED, Lexicon, load_lexicon
from bayan.lexicon.topics import Topics, load_topics

__all__ = [
    "BIAS",
    "COUNTED",
    "ActWords",
    "CueForm",
    "Lexicon",
    "Phrase",
    "Topics",
    "load_act_words",
    "load_lexicon",
    "load_topics",
]
