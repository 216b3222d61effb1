"""Text: a string goes in; folded text with its way back, sentences, quotations and dates come out."""

from bayan.text.dates import Dates, find_dates, read_date
from bayan.text.fold import FOLD_VERSION, Folded, fold, fold_text
from bayan.text.quotations import Quotation, find_quotations
from bayan.text.sentences import find_sentences

__all__ = [
    "FOLD_VERSION",
    "Dates",
    "Folded",
    "Quotation",
    "find_dates",
    "find_quotations",
    "find_sentences",
    "fold",
    "fold_text",
    "read_date",
]
