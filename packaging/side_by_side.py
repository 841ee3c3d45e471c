"""Makes the pictures that compare layouts: plain `dot`, a plain layered tree as in draw.io, and ours, side by side.

All three have the same boxes, measured and drawn alike; only where they stand differs. Below each is said what its
smallest text would measure on A4. The five samples, made-up municipalities such as real files describe, and the files
that are named: FILE… makes the pictures of those alone, called after them.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "layout"))

import msgspec
from municipalities import municipality
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from editor.cli.studio import Studio
from editor.drawing.quality import PT_PER_PX, fitting_scale, smallest_px
from editor.drawing.shapes import Drawing
from editor.geometry import Point, Rect
from editor.graphml.reading import read_graphml
from editor.layout.engine import find_engine
from editor.model.document import Document
from editor.model.paper import Paper, sheet_called, with_paper
from editor.model.structure import Structure
from editor.render.painter import paint
from editor.routing.ways import trunk
from editor.storage.packaged import load_samples
from editor.storage.vocabularies import the_vocabulary
from editor.text.measure import FAMILY

Boxes = dict[str, Rect]
Sizes = Mapping[str, tuple[float, float]]
PANEL = (760, 540)
MARGIN, CAPTION = 18, 34
GAP_PX, LEVEL_PX = 20.0, 60.0
PX_PER_INCH = 72.0
MUNICIPALITIES = (20, 74, 300)


def main(folder: Path, files: Sequence[Path]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(the_vocabulary(), "sv")
    for name, read in map(chart_of, files) if files else charts():
        drawings = {
            "Graphviz dot": placed_by(studio, read(), dot_boxes),
            "Träd med fasta avstånd (som i draw.io)": placed_by(studio, read(), tree_boxes),
            "Ledgraf": ours(studio, read()),
        }
        side_by_side(drawings).save(str(folder / f"side-by-side-{name}.png"))


def charts() -> Iterator[tuple[str, Callable[[], Document]]]:
    """What is compared, read anew for each layout."""
    for sample in load_samples():
        yield sample.name, lambda path=sample.path: read_graphml(path.read_bytes()).document
    for units in MUNICIPALITIES:
        yield f"municipality-{units}", lambda units=units: municipality(units)


def chart_of(path: Path) -> tuple[str, Callable[[], Document]]:
    """A file of somebody's, whose picture is called after it."""
    return path.stem, lambda: read_graphml(path.read_bytes()).document


def ours(studio: Studio, document: Document) -> Drawing:
    studio.lay_out(document, "municipal", Paper(sheet_called("A4")))
    return studio.drawing(document, "sv")


def placed_by(studio: Studio, document: Document, place: Callable[[Document, Sizes], Boxes]) -> Drawing:
    """Boxes where another layout has them; frames are no boxes of theirs, so what is inside stands by itself."""
    sizes = studio.maker(document, "sv").sizes()
    flat = {id: size for id, size in sizes.items() if not document.nodes[id].is_group}
    boxes = place(document, flat)
    nodes = [msgspec.structs.replace(document.nodes[id], box=box, group=None) for id, box in boxes.items()]
    edges = [
        msgspec.structs.replace(
            edge, bends=_bends(document, edge.source, edge.target, boxes) if place is tree_boxes else ()
        )
        for edge in document.edges.values()
        if edge.source in boxes and edge.target in boxes
    ]
    return studio.drawing(Document(nodes, edges, with_paper(document.info, None)), "sv")


def dot_boxes(document: Document, sizes: Sizes) -> Boxes:
    """As `dot` places them when it is asked plainly."""
    names = {id: f"n{number}" for number, id in enumerate(sizes)}
    lines = ['digraph { node [shape=box fixedsize=true label=""];']
    lines += [f"{names[id]} [width={w / PX_PER_INCH} height={h / PX_PER_INCH}];" for id, (w, h) in sizes.items()]
    for parent, child in _downwards(document):
        if parent in names and child in names:
            lines.append(f"{names[parent]} -> {names[child]};")
    command = find_engine().command("dot")
    done = subprocess.run(command, input="\n".join([*lines, "}"]), capture_output=True, text=True, check=True)
    centres = {words[1]: words[2:4] for words in map(str.split, done.stdout.splitlines()) if words[0] == "node"}
    found = {}
    for id, (width, height) in sizes.items():
        x, y = (float(number) * PX_PER_INCH for number in centres[names[id]])
        found[id] = Rect(x - width / 2, -y - height / 2, width, height)
    return found


def tree_boxes(document: Document, sizes: Sizes) -> Boxes:
    """Each level in one row, children side by side below the middle of their parent, fixed gaps."""
    structure = Structure(document, the_vocabulary())
    found: Boxes = {}
    tall = max((height for _, height in sizes.values()), default=0.0)

    def place(id: str, level: int, left: float) -> float:
        children = structure.children.get(id, [])
        if id not in sizes:
            for child in children:
                left = place(child, level, left)
            return left
        right = left
        for child in children:
            right = place(child, level + 1, right)
        width, height = sizes[id]
        right = max(right, left + width + GAP_PX)
        centre = (left + right - GAP_PX) / 2
        found[id] = Rect(centre - width / 2, level * (tall + LEVEL_PX), width, height)
        return right

    left = 0.0
    for root in structure.roots:
        left = place(root, 0, left)
    return found


def _downwards(document: Document) -> Iterator[tuple[str, str]]:
    """Lines as they hang: those of the tree from parent to child."""
    structure = Structure(document, the_vocabulary())
    for edge in document.edges.values():
        ends = edge.source, edge.target
        yield ends[::-1] if structure.parent.get(edge.source) == edge.target else ends


def _bends(document: Document, source: str, target: str, boxes: Boxes) -> tuple[Point, ...]:
    one, other = boxes[source], boxes[target]
    upper, lower = (one, other) if one.y <= other.y else (other, one)
    if lower.y <= upper.bottom:
        return ()
    line = trunk(upper, lower, lower.y - LEVEL_PX / 2)
    return line if upper is one else line[::-1]


def side_by_side(drawings: Mapping[str, Drawing]) -> QImage:
    width = len(drawings) * (PANEL[0] + MARGIN) + MARGIN
    picture = QImage(width, PANEL[1] + CAPTION + 2 * MARGIN, QImage.Format.Format_RGB32)
    picture.fill(QColor("#e6e9ec"))
    painter = QPainter(picture)
    for number, (name, drawing) in enumerate(drawings.items()):
        left = MARGIN + number * (PANEL[0] + MARGIN)
        _panel(painter, drawing, QRectF(left, MARGIN + CAPTION, *PANEL))
        _caption(painter, name, drawing, QRectF(left, MARGIN - 6, PANEL[0], CAPTION))
    painter.end()
    return picture


def _panel(painter: QPainter, drawing: Drawing, area: QRectF) -> None:
    painter.fillRect(area, Qt.GlobalColor.white)
    bounds = drawing.bounds
    scale = min((area.width() - 2 * MARGIN) / bounds.width, (area.height() - 2 * MARGIN) / bounds.height)
    painter.save()
    painter.translate(area.center())
    painter.scale(scale, scale)
    painter.translate(-bounds.centre.x, -bounds.centre.y)
    paint(drawing, painter)
    painter.restore()


def _caption(painter: QPainter, name: str, drawing: Drawing, area: QRectF) -> None:
    font = QFont(FAMILY)
    font.setPixelSize(19)
    painter.setFont(font)
    painter.setPen(QColor("#1b2430"))
    reached = smallest_px(drawing) * PT_PER_PX * fitting_scale(drawing.bounds, sheet_called("A4"))
    shape = drawing.bounds.width / max(drawing.bounds.height, 1.0)
    told = f"{shape:.1f} gånger så bred som hög, minsta text {reached:.1f} punkter på A4".replace(".", ",")
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), f"{name}: {told}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="of these, not of the usual ones")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "screenshots", help="the folder they go to")
    options = parser.parse_args()
    main(options.out, options.files)
