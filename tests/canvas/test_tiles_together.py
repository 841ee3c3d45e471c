"""Tiles that are rendered as one picture and cut apart are the same as tiles rendered one by one."""

import pytest
from PySide6.QtCore import QLineF, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPen, qGray
from pytestqt.qtbot import QtBot

from editor.canvas.camera import Camera
from editor.canvas.tiles import TileStore
from editor.geometry import Rect

WIDE, HIGH = 900, 600
UNSEEN = 10
"""Qt rounds a long line otherwise where it is cut off elsewhere."""


class Lines:
    """A drawing of slanting lines and a patch; `shift` moves both."""

    def __init__(self) -> None:
        self.shift = 0.0
        self.calls = 0

    def render(self, painter: QPainter, area: Rect, scale: float) -> None:
        self.calls += 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(-5000, -5000, 10000, 10000, QColor("#ffffff"))
        painter.setPen(QPen(QColor("#204080"), 1.5))
        for at in range(-2000, 2000, 37):
            painter.drawLine(QLineF(at + self.shift, -1500, at * 1.7 + self.shift, 1500))


def drawn(store: TileStore, camera: Camera, ratio: float, budget_s: float = 60.0) -> QImage:
    image = QImage(round(WIDE * ratio), round(HIGH * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    while not store.draw(painter, camera, QRect(0, 0, WIDE, HIGH), ratio, budget_s):
        pass
    painter.end()
    return image


def farthest(one: QImage, other: QImage) -> int:
    """How much the two differ at most, in levels of grey, at every fifth pixel."""
    places = ((x, y) for y in range(0, one.height(), 5) for x in range(y % 5, one.width(), 5))
    return max(abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) for x, y in places)


@pytest.mark.parametrize("ratio", [1.0, 2.0, 1.5])
@pytest.mark.parametrize("scale", [1.0, 0.73])
def test_a_change_across_many_tiles_looks_like_a_picture_made_anew(qtbot: QtBot, ratio: float, scale: float) -> None:
    lines, camera = Lines(), Camera()
    camera.scale, camera.left, camera.top = scale, -130, 77
    store = TileStore(lines.render, lines.render)
    before = drawn(store, camera, ratio)
    lines.shift = 11.0
    store.invalidate([Rect(-400, 100, 1000, 30)])
    store.invalidate([Rect(300, -900, 20, 2000)])
    store.invalidate([Rect(-4000, -4000, 8000, 8000)])
    after = drawn(store, camera, ratio)
    camera.left -= 3000
    one_by_one = TileStore(lines.render, lines.render)
    drawn(one_by_one, camera, ratio)
    camera.left += 3000
    anew = drawn(one_by_one, camera, ratio, 1e-9)
    assert farthest(after, before) > 100
    assert farthest(after, anew) < UNSEEN


def test_many_dirty_tiles_are_one_piece_of_work(qtbot: QtBot) -> None:
    lines, camera = Lines(), Camera()
    store = TileStore(lines.render, lines.render)
    drawn(store, camera, 1.0)
    assert lines.calls == 1
    store.invalidate([Rect(0, 10, 800, 4)])
    drawn(store, camera, 1.0)
    assert lines.calls == 2
