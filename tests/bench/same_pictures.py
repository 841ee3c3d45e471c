"""Whether pictures are the same to the byte after work on their speed.

    python tests/bench/same_pictures.py --keep build/before.json     (before)
    python tests/bench/same_pictures.py --compare build/before.json  (after; lists what differs, and fails then)

Takes every sample, real file and made-up chart, in every style of lines, both languages and both themes, and what
the screen is given: blocks as they are seen from near and from far.
"""

import argparse
import hashlib
import itertools
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append(str(Path(__file__).resolve().parents[1] / "drawing"))
sys.path.append(str(Path(__file__).resolve().parents[1] / "layout"))

import msgspec
from example_charts import leadership, states
from municipalities import municipality
from organisations import organisation

from editor.cli.opened import open_file
from editor.cli.studio import Studio
from editor.drawing.maker import DrawingMaker
from editor.drawing.theme import DARK, LIGHT, Theme
from editor.errors import UserError
from editor.geometry import Rect
from editor.model.document import Document
from editor.model.line_style import LINE_STYLES, with_lines
from editor.model.paper import Paper, sheet_called
from editor.model.style_rules import StyleRule, set_rule
from editor.render.svg import to_svg
from editor.storage.packaged import load_samples
from editor.storage.vocabularies import the_vocabulary
from editor.text.qt import QtMeasurer

REAL_FILES = Path(__file__).resolve().parents[3] / "shared" / "graphml"
LARGEST_FILE, ROW = 120_000, 12
PAPER = Paper(sheet_called("A4"), legible=True, wrap_px=150.0, captions=False)
RULE = StyleRule("kind", {"post": "#0b5563", "committee": "#ff0000", "department": "#3d6b1f"})


def documents(studio: Studio) -> Iterator[tuple[str, Document]]:
    """Name and chart, all with their boxes in place."""
    for path in [sample.path for sample in load_samples()] + sorted(REAL_FILES.rglob("*.graphml*")):
        if path.stat().st_size > LARGEST_FILE:
            continue
        try:
            document = open_file(path).document
        except UserError:
            continue
        put_in_rows(document)
        yield path.name, document
    yield "states", states()
    yield "leadership", leadership()
    yield "organisation", organisation(1000)
    for count, kinds in ((60, True), (60, False), (250, True)):
        document = municipality(count, kinds)
        studio.lay_out(document, "down")
        yield f"municipality {count} {kinds}", document
    document = municipality(80)
    studio.lay_out(document, "down", PAPER)
    yield "municipality on paper", document


def put_in_rows(document: Document) -> None:
    """Give those without a place one, whatever the layouts do."""
    bare = [node for node in document.nodes.values() if node.box is None]
    boxes = (Rect(place % ROW * 220.0, place // ROW * 130.0, 190.0, 70.0) for place in itertools.count())
    with document.transaction("place") as step:
        for node, box in zip(bare, boxes, strict=False):
            step.update(node.id, box=box)


def variants(document: Document) -> Iterator[str]:
    """The document in other states, one after the other."""
    yield "as it is"
    for style in LINE_STYLES[1:]:
        with document.transaction("lines") as step:
            step.set_info(attributes=with_lines(document.info, style).attributes)
        yield style
        document.undo()
    with document.transaction("rule") as step:
        set_rule(document, step, RULE)
    yield "coloured by rule"
    document.undo()
    with document.transaction("hide") as step:
        for place, node in enumerate(list(document.nodes.values())):
            if place % 3 == 1:
                step.update(node.id, folded=True) if node.is_group else step.update(node.id, collapsed=True)
    yield "folded and collapsed"


def digest(document: Document, lang: str, theme: Theme) -> str:
    maker = DrawingMaker(document, the_vocabulary(), theme, QtMeasurer(), lang)
    drawing = maker.drawing()
    found = hashlib.sha256(to_svg(drawing).encode())
    found.update(msgspec.msgpack.encode(drawing))
    for detail in ("seen", "far"):
        found.update(msgspec.msgpack.encode([maker.block(id, detail) for id in maker.ids_in_order()]))
    found.update(repr(sorted(maker.sizes().items())).encode())
    return found.hexdigest()


def digests() -> dict[str, str]:
    studio = Studio(the_vocabulary(), "en")
    found: dict[str, str] = {}
    for name, document in documents(studio):
        for variant in variants(document):
            found[f"{name}, {variant}"] = digest(document, "sv", LIGHT)
        found[f"{name}, in English and dark"] = digest(document, "en", DARK)
        print(name, file=sys.stderr)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--keep", type=Path, help="write what the pictures are now to this file")
    group.add_argument("--compare", type=Path, help="compare with what was kept")
    options = parser.parse_args()
    now = digests()
    if options.keep:
        options.keep.parent.mkdir(parents=True, exist_ok=True)
        options.keep.write_text(json.dumps(now, indent=1), "utf-8")
        print(f"{len(now)} pictures kept")
        return 0
    before = json.loads(options.compare.read_text("utf-8"))
    other = [name for name in before.keys() | now.keys() if before.get(name) != now.get(name)]
    print(*(f"differs: {name}" for name in sorted(other)), f"{len(now)} pictures, {len(other)} differ", sep="\n")
    return 1 if other else 0


if __name__ == "__main__":
    sys.exit(main())
