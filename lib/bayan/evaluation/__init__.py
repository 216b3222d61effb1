"""Evaluation: hand-annotated articles go in; figures and errors by cause come out."""

from bayan.evaluation.gold import GoldArticle, read_gold
from bayan.evaluation.report import act_lines, confidence_lines, fault_lines, figure_lines
from bayan.evaluation.scores import Fault, Rates, Scores, evaluate

__all__ = [
    "Fault",
    "GoldArticle",
    "Rates",
    "Scores",
    "act_lines",
    "confidence_lines",
    "evaluate",
    "fault_lines",
    "figure_lines",
    "read_gold",
]
