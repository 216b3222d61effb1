"""Links to other articles between the paragraphs: headlines with speakers of their own, with whom nobody goes on."""

from __future__ import annotations

import pytest

from bayan.extract import Extractor
from bayan.records import Article

EXTRACTOR = Extractor.load()


@pytest.mark.parametrize(
    "link", ["اقرأ أيضا: بوتين يحذر من حرب نووية", "قد يهمك/ الكرملين: بوتين بخير", "اقرأ: (روسيا: نرفض الشروط)"]
)
def test_after_a_link_the_last_speaker_goes_on(link: str) -> None:
    body = f"قال ترامب إن الحرب انتهت.\n{link}\nوأضاف أن السلام قريب."
    speakers = [one.speaker for one in EXTRACTOR.extract(Article("test", "", body, None)).statements]
    assert speakers[0] == speakers[-1] == "ترامب"


@pytest.mark.parametrize(
    "words", ["وقال الوزير: قد يهمك أن تعرف أننا نعمل.", "قال الوزير إن هذا الأمر قد يهمك كمواطن."]
)
def test_what_is_like_a_link_inside_a_sentence_is_said(words: str) -> None:
    (one,) = EXTRACTOR.extract(Article("test", "", words, None)).statements
    assert "قد يهمك" in words[one.content.start : one.content.end]
