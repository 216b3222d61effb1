"""Extract: an Article goes in; its statements and mentions, with ranges and evidence, come out. No files, no SQL."""

from bayan.extract.engine import Extractor

__all__ = ["Extractor"]
