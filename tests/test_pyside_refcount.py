"""PySide6 6.12.0 drops a reference on None in nearly every call that returns nothing; this release must not."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPen

CALLS = 1000
SLACK = 100
"""Other references to None come and go while the calls are made; the fault loses one a call."""


def test_calls_that_return_nothing_leave_none_alone() -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    pen = QPen(Qt.GlobalColor.black)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.setPen(pen)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < SLACK
