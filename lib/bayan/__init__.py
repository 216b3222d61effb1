"""Bayan: who said what, about what, when, through whom, in which article, at which characters."""

__version__ = "0.1.0"
