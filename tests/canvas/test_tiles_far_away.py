"""Tiles of one scale seen from another: the work follows the tiles there are, never the places there might be."""

import time

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from editor.canvas.camera import Camera
from editor.canvas.tiles import SIDE_PX, Layer, Tile, TileStore
from editor.geometry import Point, Rect

FAR = 1e-6


def test_tiles_within_an_area_are_the_same_however_they_are_found(qtbot: QtBot) -> None:
    layer = Layer(1.0)
    keys = [(column, row) for column in range(4) for row in range(4)]
    layer.tiles = {key: Tile(QPixmap()) for key in keys}
    small = Rect(SIDE_PX * 1.5, SIDE_PX * 1.5, SIDE_PX, SIDE_PX)
    assert {key for key, _ in layer.within(small)} == {(1, 1), (1, 2), (2, 1), (2, 2)}
    assert {key for key, _ in layer.within(Rect(-1e7, -1e7, 2e7, 2e7))} == set(keys)


def test_a_picture_from_far_away_is_drawn_over_one_from_near(qtbot: QtBot) -> None:
    """Between the two scales lie a million million places for tiles of the near one."""
    grounds: list[float] = []
    store = TileStore(lambda painter, area, scale: time.sleep(0.02), lambda painter, area, scale: grounds.append(scale))
    camera = Camera()
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert store.draw(painter, camera, image.rect(), 1.0, 60.0)
    camera.scale = FAR
    assert not store.draw(painter, camera, QRect(0, 0, 600, 400), 1.0, 0.0)
    painter.end()
    assert grounds and set(grounds) == {FAR}


def test_zooming_out_shows_the_whole_that_was_seen_before(qtbot: QtBot) -> None:
    grounds: list[Rect] = []
    store = TileStore(lambda painter, area, scale: time.sleep(0.01), lambda painter, area, scale: grounds.append(area))
    camera = Camera()
    camera.scale = 0.1
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert store.draw(painter, camera, image.rect(), 1.0, 60.0)
    for scale in (1.0, 2.0, 1.0):
        camera.zoom_at(Point(300, 200), scale)
        assert store.draw(painter, camera, image.rect(), 1.0, 60.0)
    camera.zoom_at(Point(300, 200), 0.15)
    assert not store.draw(painter, camera, image.rect(), 1.0, 0.0)
    painter.end()
    assert not grounds
