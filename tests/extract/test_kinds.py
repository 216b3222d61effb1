"""Whether words are quoted: what something is called stands in quotation marks too, and is nobody's words."""

from __future__ import annotations

from datetime import date

import pytest

from bayan.extract import Extractor
from bayan.records import Article, Kind

EXTRACTOR = Extractor.load()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وقال الوزير إن عملية «غصن الزيتون» مستمرة.", Kind.INDIRECT),
        ("وقال الوزير إن تنظيم «داعش» وجماعة «بوكو حرام» هزما.", Kind.INDIRECT),
        ("وقال الوزير إن شركات النفط كشركة «لوك أويل» و«باش نفط» تعمل.", Kind.INDIRECT),
        ("وقال الوزير إن الصواريخ من نوع «S-400» وصلت.", Kind.INDIRECT),
        ("وقال الوزير إن ما يسمى «الجبهة الوطنية» انتهت.", Kind.INDIRECT),
        ("وقال الوزير إن الحركة منظمة «إرهابية».", Kind.MIXED),
        ("وقال الوزير إن المحادثات كانت «صريحة».", Kind.MIXED),
        ("وقال الوزير إن عملية «غصن الزيتون» كانت «ناجحة جدا».", Kind.MIXED),
        ("وقال الوزير إن مبادرة «السلام يبدأ من هنا اليوم» قائمة.", Kind.MIXED),
        ("وقال الوزير إن شركة «سنفتح أبوابنا» للجميع.", Kind.MIXED),
        ("وقال الوزير: «عملية غصن الزيتون مستمرة».", Kind.DIRECT),
    ],
)
def test_a_name_in_quotation_marks_makes_no_quotation(text: str, kind: Kind) -> None:
    article = Article(outlet="test", title="", body=text, published=date(2020, 7, 8))
    assert [one.kind for one in EXTRACTOR.extract(article).statements] == [kind]
