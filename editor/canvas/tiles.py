"""Pictures of 256 by 256 pixels that are rendered once and shown until something in them changes."""

import math
import time
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QRegion

from editor.canvas.camera import Camera
from editor.geometry import Rect

SIDE_PX = 256
WHOLE = (0, 0, SIDE_PX, SIDE_PX)
MOST_TILES = 320
"""About 80 MB: three full screens."""
UNHURRIED_S = 1.0
"""With so much time for a frame all of it is rendered at once."""
MANY_AREAS = 200
TOGETHER = 4
"""From so many dirty tiles on they are rendered as one picture."""
REPAIR_BUDGET_S = 0.04
"""What is dirty is rendered for so long in one frame, at least the first of it."""
AT_A_TIME = 8
GAP_BUDGET_S = 0.006
"""While zooming: for places that no older picture covers."""
Render = Callable[[QPainter, Rect, float], None]
"""Paints an area of the drawing; the painter has been set to drawing coordinates."""


class Tile:
    """A rendered picture; `dirty` is the part of it that has to be rendered again: its sides in the tile's pixels."""

    def __init__(self, pixmap: QPixmap) -> None:
        self.pixmap = pixmap
        self.dirty: tuple[int, int, int, int] | None = None

    def take_dirty(self) -> QRect:
        """What has to be rendered again, which is then done with."""
        west, north, east, south = self.dirty or (0, 0, 0, 0)
        self.dirty = None
        return QRect(west, north, east - west, south - north)


class Layer:
    """The tiles of one scale, by column and row counted from the drawing's origin."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.tiles: dict[tuple[int, int], Tile] = {}

    def area(self, key: tuple[int, int]) -> Rect:
        side = SIDE_PX / self.scale
        return Rect(key[0] * side, key[1] * side, side, side)

    def invalidate(self, areas: Sequence[Rect]) -> None:
        """The largest first: what lies in a tile that is wholly dirty by then need not be looked at.

        Of many areas each makes the tiles that it touches wholly dirty: telling which parts takes longer than painting.
        """
        is_much = len(areas) > MANY_AREAS
        clean = {key: tile for key, tile in self.tiles.items() if tile.dirty != WHOLE}
        for area in areas:
            if not clean:
                return
            grown = area.grown(2 / self.scale + 1)
            for key, tile in self.within(grown, clean):
                if is_much:
                    tile.dirty = WHOLE
                else:
                    _mark(tile, key, grown, self.scale)
                if tile.dirty == WHOLE:
                    del clean[key]

    def within(
        self, area: Rect, among: dict[tuple[int, int], Tile] | None = None
    ) -> list[tuple[tuple[int, int], Tile]]:
        """The tiles that touch an area. Seen from far away that is a million places, so the fewer are gone through."""
        tiles = self.tiles if among is None else among
        columns, rows = _grid(area, self.scale)
        if len(columns) * len(rows) > len(tiles):
            return [(key, tile) for key, tile in tiles.items() if key[0] in columns and key[1] in rows]
        keys = ((column, row) for row in rows for column in columns)
        return [(key, tiles[key]) for key in keys if key in tiles]

    def covers(self, area: Rect) -> bool:
        columns, rows = _grid(area, self.scale)
        if len(columns) * len(rows) > len(self.tiles):
            return False
        return all((column, row) in self.tiles for row in rows for column in columns)


class TileStore:
    """Draws what a camera sees from tiles; what is not rendered yet is shown coarsely from another scale meanwhile.

    render: paints the drawing.  ground: paints what shows where there is nothing to show yet; quick.
    """

    def __init__(self, render: Render, ground: Render) -> None:
        self._render = render
        self._ground = ground
        self._layer = Layer(1.0)
        self._fallback: Layer | None = None
        self._overview: Layer | None = None
        self._ratio = 1.0

    def clear(self) -> None:
        self._layer = Layer(self._layer.scale)
        self._fallback = self._overview = None

    def invalidate(self, areas: Iterable[Rect]) -> None:
        """What is drawn in these areas has to be rendered again."""
        largest_first = sorted(areas, key=_size, reverse=True)
        for layer in (self._layer, *self._older):
            layer.invalidate(largest_first)

    def draw(self, painter: QPainter, camera: Camera, exposed: QRect, ratio: float, budget_s: float) -> bool:
        """Draw the exposed part of the viewport; False where the time was not enough to render all of it sharply."""
        self._use(camera.scale, ratio)
        keys = _keys(exposed.translated(camera.left, camera.top))
        is_first = self._is_empty
        self._make_tiles(keys, budget_s)
        there = [(key, self._layer.tiles[key]) for key in keys if key in self._layer.tiles]
        is_repaired = self._repair_in_turn(there, UNHURRIED_S if is_first else budget_s)
        for (column, row), tile in there:
            painter.drawPixmap(QPoint(column * SIDE_PX - camera.left, row * SIDE_PX - camera.top), tile.pixmap)
        missing = [key for key in keys if key not in self._layer.tiles]
        if missing:
            self._draw_coarsely(painter, camera, missing)
        elif self._overview is None or camera.scale <= self._overview.scale:
            self._overview = self._layer
        self._forget_oldest()
        return is_repaired and not missing

    @property
    def _older(self) -> list[Layer]:
        """What may be shown instead of tiles that are wanted: the widest view there was, then the last scale."""
        layers = (self._overview, self._fallback if self._fallback is not self._overview else None)
        return [layer for layer in layers if layer is not None and layer is not self._layer]

    def _make_tiles(self, keys: list[tuple[int, int]], budget_s: float) -> None:
        """As many of the missing tiles as there is time for; all where nothing could be shown instead."""
        if self._is_empty or budget_s >= UNHURRIED_S:
            for key in keys:
                if key not in self._layer.tiles:
                    self._new_tile(key)
            return
        started = time.perf_counter()
        for key in keys:
            if key not in self._layer.tiles and self._is_worth_it(key, time.perf_counter() - started, budget_s):
                self._repair_alone(key, self._new_tile(key))

    @property
    def _is_empty(self) -> bool:
        return not self._layer.tiles and not any(layer.tiles for layer in self._older)

    def _is_worth_it(self, key: tuple[int, int], spent_s: float, budget_s: float) -> bool:
        """Whether a tile is rendered now: there is time, or a little less where nothing else could be shown."""
        return spent_s < budget_s or (spent_s < GAP_BUDGET_S and not self._covers(self._layer.area(key)))

    def _use(self, scale: float, ratio: float) -> None:
        if ratio != self._ratio:
            self._ratio = ratio
            self.clear()
        if scale == self._layer.scale:
            return
        back = next((layer for layer in self._older if layer.scale == scale), None)
        if self._fallback is None or len(self._layer.tiles) >= len(self._fallback.tiles) // 2:
            self._fallback = self._layer
        self._layer = back or Layer(scale)

    def _new_tile(self, key: tuple[int, int]) -> Tile:
        side = math.ceil(SIDE_PX * self._ratio)
        image = QPixmap.fromImage(QImage(side, side, QImage.Format.Format_RGB32))
        image.setDevicePixelRatio(self._ratio)
        tile = Tile(image)
        tile.dirty = WHOLE
        self._layer.tiles[key] = tile
        return tile

    def _repair_in_turn(self, tiles: list[tuple[tuple[int, int], Tile]], budget_s: float) -> bool:
        """Row by row; False where so much is dirty (after a paste of thousands) that the rest waits for the next frame.

        It looks as it did until then.
        """
        if budget_s >= UNHURRIED_S:
            self._repair(tiles)
            return True
        end = time.perf_counter() + REPAIR_BUDGET_S
        dirty = [(key, tile) for key, tile in tiles if tile.dirty is not None]
        for first in range(0, len(dirty), AT_A_TIME):
            self._repair(dirty[first : first + AT_A_TIME])
            if time.perf_counter() > end and first + AT_A_TIME < len(dirty):
                return False
        return True

    def _repair(self, tiles: list[tuple[tuple[int, int], Tile]]) -> None:
        """Render what is dirty. Long lines cross many tiles: many are rendered as one picture, then cut apart."""
        dirty = [(key, tile) for key, tile in tiles if tile.dirty is not None]
        if len(dirty) >= TOGETHER and self._ratio.is_integer():
            self._repair_together(dirty)
        else:
            for key, tile in dirty:
                self._repair_alone(key, tile)

    def _repair_together(self, tiles: list[tuple[tuple[int, int], Tile]]) -> None:
        parts = [(key, tile, tile.take_dirty()) for key, tile in tiles]
        region = QRegion()
        for key, _, part in parts:
            region += part.translated(*_corner(key))
        around, ratio, scale = region.boundingRect(), self._ratio, self._layer.scale
        image = QImage(around.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        painter.translate(-around.topLeft())
        painter.setClipRegion(region)
        painter.scale(scale, scale)
        self._render(painter, _unscaled(around, scale), scale)
        painter.end()
        for key, tile, part in parts:
            at = part.translated(*_corner(key)).translated(-around.topLeft())
            source = QRectF(QPointF(at.topLeft()) * ratio, QSizeF(at.size()) * ratio)
            painter = QPainter(tile.pixmap)
            painter.drawImage(QRectF(part), image, source)
            painter.end()

    def _repair_alone(self, key: tuple[int, int], tile: Tile) -> None:
        dirty, scale = tile.take_dirty(), self._layer.scale
        painter = QPainter(tile.pixmap)
        painter.setClipRect(dirty)
        painter.translate(-QPoint(*_corner(key)))
        painter.scale(scale, scale)
        self._render(painter, _unscaled(dirty.translated(*_corner(key)), scale), scale)
        painter.end()

    def _draw_coarsely(self, painter: QPainter, camera: Camera, missing: list[tuple[int, int]]) -> None:
        for key in missing:
            area = self._layer.area(key)
            target = camera.rect_to_view(area)
            painter.save()
            painter.setClipRect(QRectF(*target), Qt.ClipOperation.IntersectClip)
            painter.translate(-camera.left, -camera.top)
            painter.scale(camera.scale, camera.scale)
            if not self._covers(area):
                self._ground(painter, area, camera.scale)
            self._draw_older(painter, area)
            painter.restore()

    def _covers(self, area: Rect) -> bool:
        return any(layer.covers(area) for layer in self._older)

    def _draw_older(self, painter: QPainter, area: Rect) -> None:
        """Also what is dirty: old for the moment it takes to come to rest, but nearly right."""
        for layer in self._older:
            for key, tile in layer.within(area):
                painter.drawPixmap(QRectF(*layer.area(key)), tile.pixmap, QRectF(tile.pixmap.rect()))

    def _forget_oldest(self) -> None:
        tiles = self._layer.tiles
        for key in list(tiles)[: max(0, len(tiles) - MOST_TILES)]:
            del tiles[key]


def _size(area: Rect) -> float:
    return area[2] * area[3]


def _corner(key: tuple[int, int]) -> tuple[int, int]:
    return key[0] * SIDE_PX, key[1] * SIDE_PX


def _unscaled(area: QRect, scale: float) -> Rect:
    return Rect(area.x() / scale, area.y() / scale, area.width() / scale, area.height() / scale)


def _span(first: float, last: float) -> tuple[int, int]:
    return math.floor(first / SIDE_PX), math.floor(last / SIDE_PX) + 1


def _keys(area: QRect) -> list[tuple[int, int]]:
    columns = range(*_span(area.left(), area.right()))
    rows = range(*_span(area.top(), area.bottom()))
    return [(column, row) for row in rows for column in columns]


def _grid(area: Rect, scale: float) -> tuple[range, range]:
    """The columns and rows of tiles that an area takes."""
    columns = range(*_span(area.x * scale, area.right * scale - 1e-6))
    rows = range(*_span(area.y * scale, area.bottom * scale - 1e-6))
    return columns, rows


def _mark(tile: Tile, key: tuple[int, int], area: Rect, scale: float) -> None:
    """Plain numbers: after a change of many boxes it is asked thousands of times before the next frame."""
    if tile.dirty == WHOLE:
        return
    left, top = key[0] * SIDE_PX, key[1] * SIDE_PX
    west, north = max(math.floor(area.x * scale) - left, 0), max(math.floor(area.y * scale) - top, 0)
    east = min(math.ceil((area.x + area.width) * scale) + 1 - left, SIDE_PX)
    south = min(math.ceil((area.y + area.height) * scale) + 1 - top, SIDE_PX)
    if east <= west or south <= north:
        return
    if tile.dirty is None:
        tile.dirty = (west, north, east, south)
    else:
        old = tile.dirty
        tile.dirty = (min(west, old[0]), min(north, old[1]), max(east, old[2]), max(south, old[3]))
