"""What must hold of every layout, whatever the graph and the preset."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from layout_charts import PRESETS
from matrix_graphs import BIG_PX

from editor.drawing.maker import DrawingMaker
from editor.drawing.quality import chart_of, overlapping, quality, running_through
from editor.drawing.theme import LIGHT
from editor.geometry import Rect
from editor.layout.answer import Arrangement
from editor.layout.applying import arranged
from editor.layout.layered.web import Web, webs
from editor.layout.presets import Preset
from editor.layout.run import arrange
from editor.model.companions import companions
from editor.model.document import Document
from editor.model.paper import sheet_called
from editor.model.structure import Structure
from editor.storage.vocabularies import packaged_vocabulary
from editor.text.fixed import FixedMeasurer

VOCABULARY = packaged_vocabulary()
NEAR_PX = 0.01
A4 = sheet_called("A4")


def maker_of(document: Document) -> DrawingMaker:
    return DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")


def lay_out(document: Document, preset: Preset, big: bool = False) -> Arrangement:
    sizes = maker_of(document).sizes()
    if big:
        sizes = dict.fromkeys(sizes, (BIG_PX, BIG_PX / 2))
    return arrange(document, VOCABULARY, sizes, preset, longest_s=600.0)


class Bounds(NamedTuple):
    """Of all lines how many may at most run through a box, have words on something, have words with a line through."""

    through: float = 0.0
    words: float = 0.0
    crossed: float = 0.0


NONE = Bounds()
DENSE = 20
"""With more lines than so many times its boxes a graph has no room for all of them, still less for their words."""
WHERE_DENSE = Bounds(0.02, 0.9, 0.05)


def bounds_for(document: Document) -> Bounds:
    return WHERE_DENSE if len(document.edges) > DENSE * len(document.nodes) else NONE


def wrong_with(
    document: Document, preset_id: str, big: bool = False, ordered: bool = True, bounds: Bounds = NONE
) -> list[str]:
    """What does not hold of the layout of a document; nothing, as it should be."""
    preset = PRESETS[preset_id]
    found = arranged(document, lay_out(document, preset, big))
    drawing = maker_of(found).drawing()
    chart = chart_of(found, drawing)
    told = quality(chart, A4)
    wrong = [f"{a} lies on {b}" for a, b in itertools.islice(overlapping(chart), 3)]
    lines, through = len(document.edges), list(running_through(chart))
    if len({line for line, _ in through}) > bounds.through * lines:
        wrong += [f"{line} runs through {box}" for line, box in through[:3]]
    if told.label_overlaps > bounds.words * lines:
        wrong.append(f"{told.label_overlaps} words lie on something")
    if told.words_crossed > bounds.crossed * lines:
        wrong.append(f"{told.words_crossed} words have lines running through them")
    shown = maker_of(document).sizes()
    wrong += [f"{id} has no place" for id in shown if id not in chart.boxes][:3]
    wrong += list(itertools.islice(_out_of_order(found, preset), 3)) if ordered else []
    pinned = [id for id, node in document.nodes.items() if node.pinned]
    wrong += [f"{id} was pinned, and moved" for id in pinned if document.nodes[id].box != found.nodes[id].box]
    return wrong


def _out_of_order(document: Document, preset: Preset) -> Iterator[str]:
    """Siblings in one row run on from left to right, those in one column downwards, as the chart is turned."""
    if preset.engine != "dot":
        return
    structure = Structure(document, VOCABULARY)
    beside = companions(document, structure, VOCABULARY) if preset.companions else {}
    aside = {id for ids in beside.values() for id in ids}
    aside |= {id for web in webs_in(document, structure, preset) for id in web.ids}  # there fewer crossings count more
    for parent, children in structure.children.items():
        if parent is None:
            continue
        boxes = [(id, _downwards(document.nodes[id].box, preset.direction)) for id in children if id not in aside]
        placed = [(id, box) for id, box in boxes if box is not None]
        for (one, earlier), (other, later) in itertools.pairwise(placed):
            if abs(earlier.y - later.y) < NEAR_PX and later.x < earlier.x:
                yield f"{other} stands before {one} in its row"
            if abs(earlier.x - later.x) < NEAR_PX and later.y < earlier.y:
                yield f"{other} stands above {one} in its column"


def webs_in(document: Document, structure: Structure, preset: Preset) -> list[Web]:
    """The parts of a document that may be laid out in layers."""
    if preset.stacks not in ("free", "layers"):
        return []
    return webs(document, structure, VOCABULARY, always=preset.stacks == "layers")


def _downwards(box: Rect | None, direction: str) -> Rect | None:
    """Where a box would stand in a chart that runs downwards."""
    if box is None:
        return None
    if direction in ("LR", "RL"):
        box = Rect(box.y, box.x, box.height, box.width)
    return Rect(box.x, -box.bottom, box.width, box.height) if direction in ("BT", "RL") else box
