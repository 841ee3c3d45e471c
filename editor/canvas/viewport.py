"""A window onto the drawing: painting it from tiles, zooming, panning, and following the document."""

import logging
import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from editor.canvas.camera import Camera
from editor.canvas.colors import CanvasColors
from editor.canvas.glide import Glide
from editor.canvas.minimap import Minimap
from editor.canvas.paper import Paper
from editor.canvas.scene import Scene
from editor.canvas.scroll_bars import THICK_PX, ScrollBars
from editor.canvas.tiles import TileStore
from editor.geometry import Point, Rect

log = logging.getLogger(__name__)
STILL_MS = 90
"""How long after the last pan or zoom the picture is rendered sharply."""
PAN_BUDGET_S = 0.003
SHARPEN_BUDGET_S = 0.012
SETTLE_MS = 200
"""How long after a change the page and the minimap follow."""
TURN_S = 0.012
"""So long blocks are brought up to date at a time when they are out of sight, or when they are too many to wait for."""
MOST_AT_ONCE = 2500
"""If more have changed (a paste of thousands), what is in sight is drawn by and by as well."""
PATIENCE_S = 0.06
"""So long a frame may wait for them; seen from near that is enough for everything in sight."""
SHOW_EVERY_S = 0.25
"""How often what has come about is shown meanwhile: each time much of the chart is rendered anew."""
FIT_MARGIN_PX = 24.0
LARGEST_FIT = 1.25
MINIMAP_MARGIN_PX = THICK_PX + 5
GLIDE_MOST = 400
"""Boxes that glide after a layout; where more are in sight nobody could follow them."""


class Viewport(QAbstractScrollArea):
    """Shows a scene. Subclasses paint over it in `paint_overlay`, in viewport pixels.

    Units: `zoom` is viewport pixels per drawing pixel; areas are in drawing coordinates.
    """

    zoom_changed = Signal(float)
    moved = Signal()
    """Another part of the drawing is seen, or the same part larger or smaller."""

    def __init__(self, scene: Scene, paper: Paper, colors: CanvasColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.camera = Camera()
        self.scene = scene
        self._paper = paper
        self.colors = colors
        self._tiles = TileStore(self.render_area, self._paper.paint)
        self._moving: str | None = None
        self._fit_when_shown = True
        self._is_fitted = False
        """Everything is shown and nobody has moved since: it stays so when there is more or less room."""
        self._failed = False
        self._shown_at = 0.0
        self.reduced_motion = False
        self._glide = Glide(self.viewport())
        self.bars = ScrollBars(self, self.camera, self.scroll_by)
        self.minimap = Minimap(self)
        self._minimap_wanted = True
        self._corner = 0
        """Where the minimap is: 0 at the bottom right."""
        self._still = self._timer(STILL_MS, self._come_to_rest)
        self._settling = self._timer(SETTLE_MS, self._settle)
        self._prepare()

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.minimap.moved.connect(self.centre_on)
        self._paper.update(*self.scene.page())

    def _timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(act)
        return timer

    # what is seen

    @property
    def zoom(self) -> float:
        return self.camera.scale

    def view_rect(self) -> Rect:
        return Rect(0.0, 0.0, float(self.viewport().width()), float(self.viewport().height()))

    def visible_area(self) -> Rect:
        return self.camera.rect_to_drawing(self.view_rect())

    def content(self) -> Rect | None:
        """What there is to see: the page where it is shown, and every box wherever it stands."""
        bounds = self.scene.bounds()
        page = self._paper.area if self._paper.visible else None
        return bounds.united(page) if bounds is not None and page is not None else bounds or page

    # zooming and panning

    def set_zoom(self, scale: float) -> None:
        self.zoom_at(self.view_rect().centre, scale)

    def zoom_at(self, view_point: Point, scale: float) -> None:
        self.camera.zoom_at(view_point, scale)
        self._moved("zoom")
        self.zoom_changed.emit(self.camera.scale)

    def scroll_by(self, dx: float, dy: float) -> None:
        """Move the picture by viewport pixels."""
        self.camera.scroll(dx, dy)
        self._moved("pan")

    def centre_on(self, point: Point) -> None:
        self.camera.centre_on(point, self.viewport().width(), self.viewport().height())
        self._moved("pan")

    def fit(self) -> None:
        """Show everything; on a canvas that is not shown yet, as soon as it is."""
        self._fit_when_shown = not self.isVisible()
        area = self.content()
        if area is not None:
            self.show_area(area)
            self._is_fitted = True

    def show_area(self, area: Rect) -> None:
        margin = 2 * FIT_MARGIN_PX
        view = self.view_rect()
        self.camera.show(area, max(view.width - margin, 1.0), max(view.height - margin, 1.0), LARGEST_FIT)
        self.camera.centre_on(area.centre, view.width, view.height)
        self._moved("zoom")
        self.zoom_changed.emit(self.camera.scale)

    def bring_into_view(self, area: Rect) -> None:
        """Pan so that an area can be seen; nothing happens where it can."""
        if not self.visible_area().grown(-FIT_MARGIN_PX / self.zoom).encloses(area):
            self.centre_on(area.centre)

    def set_paper_visible(self, visible: bool) -> None:
        self._paper.visible = visible
        self._redraw_all()

    def set_colors(self, colors: CanvasColors) -> None:
        self.colors = self._paper.colors = colors
        self._redraw_all()

    # following the document

    def take_changes(self) -> None:
        """Bring what is in sight up to date with what the scene has noted; the rest follows when there is time."""
        patience = PATIENCE_S if self.scene.stale_count > MOST_AT_ONCE else None
        self._invalidate(self.scene.refresh(self.visible_area(), seconds=patience))

    def _settle(self) -> None:
        """Bring the rest up to date by and by, so that nobody waits for it; at last the page."""
        self._invalidate(self.scene.refresh(seconds=TURN_S))
        if self.scene.words_wait and not self.scene.is_stale:
            self.scene.find_words(TURN_S)
        if self.scene.is_stale or self.scene.words_wait:
            self._settling.start(0)
            if time.perf_counter() - self._shown_at > SHOW_EVERY_S:
                self._shown_at = time.perf_counter()
                self.viewport().update()
        else:
            self.settle_paper()
            self.viewport().update()

    def _invalidate(self, areas: Iterable[Rect]) -> None:
        self._tiles.invalidate(areas)

    def settle_paper(self) -> None:
        """Let the page and the minimap follow what has changed."""
        self._settling.setInterval(SETTLE_MS)
        self._invalidate(self.scene.refresh())
        before = self._paper.area
        if self._paper.update(*self.scene.page()):
            if before == self._paper.area and before is not None:
                self._tiles.invalidate([before])
            else:
                self._tiles.clear()
            if before is None and self._is_fitted:
                self.fit()
            self.viewport().update()
        self._show_minimap()
        self.minimap.refresh()

    def set_minimap_visible(self, visible: bool) -> None:
        """Whether there is a minimap when not everything is in sight."""
        self._minimap_wanted = visible
        self._show_minimap()

    def _show_minimap(self) -> None:
        content = self.content()
        hidden_parts = content is not None and not self.visible_area().grown(1.0).encloses(content)
        was_hidden = self.minimap.isHidden()
        self.minimap.setVisible(self._minimap_wanted and hidden_parts)
        if was_hidden and self._moving is None:
            self._place_minimap()
        self.minimap.update()
        self.bars.follow(content, self.view_rect())

    def _place_minimap(self) -> None:
        """Where it is, as long as it covers nothing; else in the first corner that is free, or as before if none is.

        While it is hidden it only keeps to its corner: to look around in a chart of thousands takes a while.
        """
        size, margin = self.minimap.size(), round(MINIMAP_MARGIN_PX)
        room = self.viewport().rect().adjusted(margin, margin, -margin - size.width(), -margin - size.height())
        corners = (room.bottomRight(), room.topRight(), room.bottomLeft(), room.topLeft())
        if not self.minimap.isHidden():
            order = [self._corner, *(corner for corner in range(len(corners)) if corner != self._corner)]
            self._corner = next((at for at in order if self._is_free(QRect(corners[at], size))), self._corner)
        self.minimap.move(corners[self._corner])

    def _is_free(self, view: QRect) -> bool:
        area = Rect(float(view.x()), float(view.y()), float(view.width()), float(view.height()))
        return not self.covers(self.camera.rect_to_drawing(area))

    def _redraw_all(self) -> None:
        self._tiles.clear()
        self.minimap.refresh()
        self.viewport().update()

    def _moved(self, how: str) -> None:
        self._moving = how
        self._is_fitted = False
        self._still.start()
        self.viewport().update()
        self._show_minimap()
        self.camera_moved()
        self.moved.emit()

    def look_as(self, other: "Viewport") -> None:
        """Show the same part of the drawing, equally large, as another viewport."""
        here, there = self.camera, other.camera
        if (here.scale, here.left, here.top) != (there.scale, there.left, there.top):
            is_zoom = here.scale != there.scale
            here.scale, here.left, here.top = there.scale, there.left, there.top
            self._moved("zoom" if is_zoom else "pan")
            if is_zoom:
                self.zoom_changed.emit(here.scale)

    def _come_to_rest(self) -> None:
        self._moving = None
        self._place_minimap()
        self.viewport().update()

    # painting

    def camera_moved(self) -> None:
        """For subclasses: what lies over the picture has to follow it."""

    def covers(self, area: Rect) -> bool:
        """For subclasses: whether boxes stand in an area."""
        return False

    def paint_overlay(self, painter: QPainter) -> None:
        """For subclasses: what goes over the picture."""

    def render_area(self, painter: QPainter, area: Rect, scale: float) -> None:
        """Ground, page and drawing of an area, on a painter in drawing coordinates."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paper.paint(painter, area, scale)
        self.scene.paint(painter, area, scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            self._paint(painter, event.rect())
        except Exception:
            if not self._failed:
                log.exception("the canvas could not be painted")
            self._failed = True
        finally:
            painter.end()

    def _paint(self, painter: QPainter, exposed: QRect) -> None:
        self.take_changes()
        if self._glide.running:
            painter.fillRect(exposed, QColor(self.colors.ground))
            self._glide.paint(painter, self.camera, self._paper)
            return
        ratio = self.viewport().devicePixelRatioF()
        budget = {"zoom": 0.0, "pan": PAN_BUDGET_S}.get(self._moving or "", SHARPEN_BUDGET_S)
        sharp = self._tiles.draw(painter, self.camera, exposed, ratio, budget)
        if not sharp and self._moving is None:
            QTimer.singleShot(0, self.viewport(), self.viewport().update)
        self.paint_overlay(painter)

    def sharpen(self) -> None:
        """Render everything in sight now, as it will look at rest."""
        self._still.stop()
        self._moving = None
        self.scene.find_words()
        self.take_changes()
        self.settle_paper()
        scratch = self.viewport().grab(QRect(0, 0, 1, 1))
        painter = QPainter(scratch)
        self._tiles.draw(painter, self.camera, self.viewport().rect(), self.viewport().devicePixelRatioF(), 60.0)
        painter.end()
        self.viewport().update()

    def animate_to(self, apply: Callable[[], None]) -> None:
        """Carry out a change of many places; the boxes in sight glide there, unless motion is not wanted."""
        area = self.visible_area()
        before = [block for block in self.scene.blocks() if block.role == "node" and block.bounds.touches(area)]
        still = self.reduced_motion or not self.isVisible() or not 0 < len(before) <= GLIDE_MOST
        pictures = {} if still else self._glide.pictures(before, self.scene, self.camera.scale)
        apply()
        self.take_changes()
        if self.scene.stale_count <= MOST_AT_ONCE:
            self.settle_paper()
        if self.scene.is_stale or self.scene.words_wait:
            self._settling.start(0)
        if not still:
            self._glide.start(pictures, before, self.scene)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bars.place(self.viewport().rect())
        self._place_minimap()
        if self._is_fitted and event.oldSize().isValid():
            self.fit()
        else:
            self._show_minimap()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._fit_when_shown:
            self.fit()
            self._moving = None
