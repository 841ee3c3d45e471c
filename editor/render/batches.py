"""Painting thousands of blocks at once: paths by pen and brush and static text, in chunks, less detail when small."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QStaticText

from editor.drawing.shapes import Block, Box, Ellipse, Image, Path, Sketch, Stroke, Text
from editor.geometry import Rect, bounds_of
from editor.render.painter import SHIFT, add_shape, qbrush, qcolor, qpen
from editor.text.measure import TextStyle
from editor.text.qt import DESIGN_PX, design_font

CHUNK = 50
LEAST_TEXT_SCALE = 0.35
LEAST_IN_SMALL = 0.18
"""In a small chart words are drawn that can hardly be read: without them it looks empty."""
SMALL = 700
"""Blocks: boxes and lines."""
LEAST_OUTLINE_SCALE = 0.12
LIFTED, UNSEEN = 2.0**20, 2.0**21
"""Heights above which blocks are painted apart from the others, and not at all."""
Paint = tuple[str | None, Stroke | None]
Runs = list[tuple[Paint, QPainterPath]]
Lettering = tuple[TextStyle, str]
Near = Callable[[str], Block | None]
Line = tuple[QPointF, QStaticText, Rect]
"""Where the line begins, its letters, and the bounds of its block."""


class _Chunk:
    """Up to `CHUNK` blocks of one height, and their paths once they have been asked for."""

    def __init__(self, z: float) -> None:
        self.z = z
        self.blocks: dict[str, Block] = {}
        self.bounds: Rect | None = None
        self.runs: Runs | None = None
        self._near_runs: Runs | None = None
        self._texts: dict[Lettering, list[Line]] | None = None
        self.images: list[tuple[QRectF, QImage]] = []

    def invalidate(self) -> None:
        self.runs = self._near_runs = None
        self._texts = None
        self.bounds = None

    def touches(self, area: Rect) -> bool:
        """Told without making any path: thousands of new blocks are somewhere else."""
        if self.bounds is None:
            self.bounds = bounds_of(block.bounds for block in self.blocks.values())
        return self.bounds is not None and self.bounds.touches(area)

    def build(self) -> Runs:
        if self.runs is None:
            self.runs = self._made(self.blocks.values())
        return self.runs

    def near_runs(self, near: Near) -> Runs:
        """The same with all that is seen from near: sketches of lines don't know where they are crossed."""
        if self._near_runs is None:
            blocks = self.blocks.values()
            is_sketched = any(_is_sketched_line(block) for block in blocks)
            wholes = [near(block.record) or block if _is_sketched_line(block) else block for block in blocks]
            self._near_runs = self._made(wholes) if is_sketched else self.build()
        return self._near_runs

    def _made(self, blocks: Iterable[Block]) -> Runs:
        self.images = []
        depths: list[dict[Paint, QPainterPath]] = []
        for block in blocks:
            self._add(block, depths)
        return [run for depth in depths for run in depth.items()]

    def texts(self, near: Near) -> dict[Lettering, list[Line]]:
        """Made when they are first seen from near: most of a large chart's never are."""
        if self._texts is None:
            self._texts = {}
            for block in self.blocks.values():
                whole = near(block.record) if isinstance(block, Sketch) else block
                for shape in whole.shapes if whole is not None else ():
                    if isinstance(shape, Text):
                        self._texts.setdefault((shape.style, shape.color), []).extend(_lines(shape, block.bounds))
        return self._texts

    def _add(self, block: Block, depths: list[dict[Paint, QPainterPath]]) -> None:
        """The n-th shape of each block joins the n-th layer, so shapes of one block keep their order."""
        depth = 0
        for shape in block.shapes:
            if type(shape) is Box or type(shape) is Path or isinstance(shape, Ellipse):
                if depth == len(depths):
                    depths.append({})
                paint = shape.fill, shape.stroke
                path = depths[depth].get(paint)
                if path is None:
                    path = depths[depth][paint] = QPainterPath()
                    path.setFillRule(Qt.FillRule.WindingFill)
                add_shape(path, shape)
                depth += 1
            elif isinstance(shape, Image):
                self.images.append((QRectF(*shape.rect), QImage.fromData(QByteArray(shape.data))))


class BatchPainter:
    """The canvas's copy of the picture: single blocks are replaced cheaply, the rest is painted as a few paths."""

    def __init__(self, near: Near = lambda id: None) -> None:
        """`near` gives the whole of a block that was put in as a sketch."""
        self._near = near
        self._chunks: dict[float, list[_Chunk]] = {}
        self._home: dict[str, _Chunk] = {}
        self._fonts: dict[TextStyle, tuple[QFont, float]] = {}

    def set_block(self, id: str, block: Block, z: float) -> None:
        """Add a block at height `z`, or replace the one with this id; lower heights are painted first."""
        home = self._home.get(id)
        if home is not None and home.z != z:
            self.remove(id)
            home = None
        if home is None:
            home = self._home[id] = self._chunk_with_room(z)
        home.blocks[id] = block
        home.invalidate()

    def remove(self, id: str) -> None:
        home = self._home.pop(id, None)
        if home is not None:
            del home.blocks[id]
            home.invalidate()
            if not home.blocks:
                self._chunks[home.z].remove(home)

    def lift(self, shown: Iterable[str], hidden: Iterable[str]) -> None:
        """Take blocks out of the picture: `paint` leaves them out, and `paint_lifted` paints those that are shown."""
        for ids, above in ((shown, LIFTED), (hidden, UNSEEN)):
            for id in ids:
                home = self._home.get(id)
                if home is not None and home.z < LIFTED:
                    self.set_block(id, home.blocks[id], home.z + above)

    def put_down(self) -> None:
        """Put all of them back where they were."""
        for z in [z for z in self._chunks if z >= LIFTED]:
            for chunk in self._chunks.pop(z):
                for id, block in chunk.blocks.items():
                    del self._home[id]
                    self.set_block(id, block, z % LIFTED)

    def build(self) -> None:
        """Make all paths now rather than when they are first seen. Texts come when somebody looks from near."""
        for chunks in self._chunks.values():
            for chunk in chunks:
                chunk.build()

    def paint(self, painter: QPainter, area: Rect, scale: float) -> None:
        """Paint what touches `area` (drawing px), with the detail that can be seen at `scale`."""
        self._paint(painter, area, scale, [z for z in self._chunks if z < LIFTED])

    def paint_lifted(self, painter: QPainter, area: Rect, scale: float) -> None:
        """The same for what has been lifted out of the picture."""
        self._paint(painter, area, scale, [z for z in self._chunks if LIFTED <= z < UNSEEN])

    def _paint(self, painter: QPainter, area: Rect, scale: float, heights: list[float]) -> None:
        has_words = scale >= self.least_text_scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, has_words)
        for chunk in self._visible(area, heights):
            self._paint_shapes(chunk, painter, scale)
            if has_words:
                self._paint_texts(chunk, painter, area)

    @property
    def least_text_scale(self) -> float:
        """Below it words are left out."""
        return LEAST_IN_SMALL if len(self._home) <= SMALL else LEAST_TEXT_SCALE

    def _visible(self, area: Rect, heights: list[float]) -> Iterator[_Chunk]:
        for z in sorted(heights):
            for chunk in self._chunks[z]:
                if chunk.touches(area):
                    yield chunk

    def _chunk_with_room(self, z: float) -> _Chunk:
        chunks = self._chunks.setdefault(z, [])
        if not chunks or len(chunks[-1].blocks) >= CHUNK:
            chunks.append(_Chunk(z))
        return chunks[-1]

    def _paint_shapes(self, chunk: _Chunk, painter: QPainter, scale: float) -> None:
        for (fill, stroke), path in chunk.near_runs(self._near) if scale >= LEAST_TEXT_SCALE else chunk.build():
            painter.setPen(_pen_at(fill, stroke, scale))
            painter.setBrush(qbrush(fill))
            painter.drawPath(path)
        for rect, picture in chunk.images:
            if not picture.isNull():
                painter.drawImage(rect, picture)

    def _paint_texts(self, chunk: _Chunk, painter: QPainter, area: Rect) -> None:
        for (style, color), runs in chunk.texts(self._near).items():
            font, ascent = self._font(style)
            factor = style.size_px / DESIGN_PX
            painter.save()
            painter.scale(factor, factor)
            painter.setFont(font)
            painter.setPen(qcolor(color))
            for at, static, bounds in runs:
                if bounds.touches(area):
                    painter.drawStaticText(QPointF(at.x() / factor, at.y() / factor - ascent), static)
            painter.restore()

    def _font(self, style: TextStyle) -> tuple[QFont, float]:
        known = self._fonts.get(style)
        if known is None:
            font = design_font(style)
            known = self._fonts[style] = (font, QFontMetricsF(font).ascent())
        return known


def _is_sketched_line(block: Block) -> bool:
    return isinstance(block, Sketch) and block.role == "edge"


def _lines(text: Text, bounds: Rect) -> Iterator[Line]:
    for line in text.lines:
        static = QStaticText(line.text)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        yield QPointF(line.at.x - SHIFT[text.anchor] * line.width, line.at.y), static, bounds


def _pen_at(fill: str | None, stroke: Stroke | None, scale: float) -> QPen:
    """The pen for a shape; none round a filled shape too small to show it, a hairline where a line would be thinner."""
    if stroke is None or (fill is not None and scale < LEAST_OUTLINE_SCALE):
        return QPen(Qt.PenStyle.NoPen)
    if scale < LEAST_TEXT_SCALE:
        return QPen(qcolor(stroke.color), 0)
    return qpen(stroke)
