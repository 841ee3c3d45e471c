"""Boxes gliding to where a layout has put them: only a picture, the document has changed already."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from editor.canvas.camera import Camera
from editor.canvas.paper import Paper
from editor.canvas.scene import Scene
from editor.drawing.shapes import Block
from editor.geometry import Rect

DURATION_MS = 180


class Glide:
    """Pictures of boxes on their way from one place to another."""

    def __init__(self, viewport: QWidget) -> None:
        self._animation = QVariantAnimation(viewport)
        self._animation.setDuration(DURATION_MS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(viewport.update)
        self._animation.finished.connect(viewport.update)
        self._ways: list[tuple[QPixmap, Rect, Rect]] = []

    @property
    def running(self) -> bool:
        return self._animation.state() == QVariantAnimation.State.Running

    def pictures(self, blocks: Sequence[Block], scene: Scene, scale: float) -> dict[str, QPixmap]:
        return {block.record: _picture(block.bounds, scene, scale) for block in blocks}

    def start(self, pictures: Mapping[str, QPixmap], before: Sequence[Block], scene: Scene) -> None:
        self._ways = []
        for old in before:
            new = scene.block(old.record)
            if new is not None:
                self._ways.append((pictures[old.record], old.bounds, new.bounds))
        if any(start != end for _, start, end in self._ways):
            self._animation.start()

    def stop(self) -> None:
        self._animation.stop()

    def paint(self, painter: QPainter, camera: Camera, paper: Paper) -> None:
        painter.save()
        painter.translate(-camera.left, -camera.top)
        painter.scale(camera.scale, camera.scale)
        width, height = painter.device().width(), painter.device().height()
        paper.paint(painter, camera.rect_to_drawing(Rect(0.0, 0.0, width, height)), camera.scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = float(self._animation.currentValue())
        for picture, start, end in self._ways:
            painter.drawPixmap(QRectF(*_between(start, end, ratio)), picture, QRectF(picture.rect()))
        painter.restore()


def _between(start: Rect, end: Rect, ratio: float) -> Rect:
    return Rect(*(a + (b - a) * ratio for a, b in zip(start, end, strict=True)))


def _picture(area: Rect, scene: Scene, scale: float) -> QPixmap:
    picture = QPixmap(max(1, round(area.width * scale)), max(1, round(area.height * scale)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-area.x, -area.y)
    scene.paint(painter, area, scale)
    painter.end()
    return picture
