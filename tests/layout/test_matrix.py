"""Graphs × presets: nothing overlaps, no line runs through a box, words are free, siblings keep their order.

`make matrix` runs the whole of it, large graphs and real files included; a usual run takes the small ones.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest
from layout_charts import PRESETS
from matrix import bounds_for, lay_out, maker_of, wrong_with
from matrix_graphs import BIG_BOXES, HUGE, LARGE, REAL_FILES, SAMPLES, SENSIBLE, SMALL, real, real_files, sample
from municipalities import municipality

from editor.errors import UserError
from editor.geometry import Rect
from editor.layout.applying import arranged
from editor.model.document import Document

IS_WHOLE = os.environ.get("LEDGRAF_MATRIX") == "all"
whole = pytest.mark.skipif(not IS_WHOLE, reason="make matrix runs it")
Graphs = Mapping[str, Callable[[], Document]]
TREES = [id for id, preset in PRESETS.items() if preset.engine == "dot"]


def check(graphs: Graphs, name: str, preset: str) -> None:
    assert wrong_with(graphs[name](), preset) == []


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("name", SMALL)
def test_small_graphs(name: str, preset: str) -> None:
    check(SMALL, name, preset)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("name", SAMPLES)
def test_samples(name: str, preset: str) -> None:
    assert wrong_with(sample(name), preset) == []


@pytest.mark.parametrize("preset", TREES)
@pytest.mark.parametrize("name", BIG_BOXES)
def test_boxes_of_two_thousand_pixels(name: str, preset: str) -> None:
    assert wrong_with(BIG_BOXES[name](), preset, big=True) == []


@whole
@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("name", LARGE if IS_WHOLE else ())
def test_large_graphs(name: str, preset: str) -> None:
    check(LARGE, name, preset)


@whole
@pytest.mark.parametrize("preset", ["municipal", "down", "compact", "lanes"])
@pytest.mark.parametrize("name", HUGE if IS_WHOLE else ())
def test_huge_graphs(name: str, preset: str) -> None:
    check(HUGE, name, preset)


@whole
@pytest.mark.skipif(not REAL_FILES.is_dir(), reason="the files are not here")
@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("path", list(real_files()) if IS_WHOLE else (), ids=lambda path: path.name)
def test_real_files(path: Path, preset: str) -> None:
    try:
        document = real(path)
    except UserError:
        pytest.skip("no chart can be read from it")
    if len(document.nodes) not in SENSIBLE:
        pytest.skip(f"{len(document.nodes)} boxes")
    assert wrong_with(document, preset, bounds=bounds_for(document)) == []


PLACES = (Rect(-400.0, 30.0, 190.0, 58.0), Rect(220.0, 90.0, 190.0, 58.0), Rect(900.0, 500.0, 190.0, 58.0))


@pytest.mark.parametrize("preset", PRESETS)
def test_pinned_boxes_stay_and_the_rest_is_put_around_them(preset: str) -> None:
    document = municipality(40)
    ids = list(document.nodes)[5::9][: len(PLACES)]
    with document.transaction("pin") as step:
        for id, place in zip(ids, PLACES, strict=False):
            step.update(id, box=place, pinned=True)
    assert wrong_with(document, preset, ordered=False) == []


@pytest.mark.parametrize("preset", TREES)
def test_a_box_pinned_where_it_stands_moves_nothing(preset: str) -> None:
    document = municipality(30)
    first = arranged(document, lay_out(document, PRESETS[preset]))
    id = list(document.nodes)[12]
    pinned = Document(
        (msgspec.structs.replace(node, pinned=node.id == id) for node in first.nodes.values()),
        first.edges.values(),
        first.info,
    )
    again = arranged(pinned, lay_out(pinned, PRESETS[preset]))
    assert {id: rounded(node.box) for id, node in again.nodes.items()} == {
        id: rounded(node.box) for id, node in first.nodes.items()
    }


def rounded(box: Rect | None) -> tuple[float, ...]:
    return () if box is None else tuple(round(number, 1) for number in box)


WRITING = """
import sys
sys.path[:0] = [sys.argv[1]]
from PySide6.QtGui import QGuiApplication
from test_matrix import printed
application = QGuiApplication([])
print(printed(sys.argv[2] == "all"))
"""


def test_the_same_file_and_preset_give_the_same_bytes_in_every_run() -> None:
    """Whatever the seed by which Python sorts its sets."""
    command = [sys.executable, "-c", WRITING, str(Path(__file__).parent), os.environ.get("LEDGRAF_MATRIX", "")]
    runs = [
        subprocess.run(
            command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] and len(runs[0].split()) >= len(PRESETS)


def printed(all_graphs: bool) -> str:
    """A fingerprint of every layout as it is drawn."""
    documents = [sample("hassleholm"), *([sample(name) for name in SAMPLES] if all_graphs else [])]
    if all_graphs:
        documents += [make() for make in SMALL.values()]
    found = []
    for document in documents:
        for preset in PRESETS.values():
            drawing = maker_of(arranged(document, lay_out(document, preset))).drawing()
            found.append(hashlib.sha256(repr(drawing.blocks).encode()).hexdigest()[:16])
    return " ".join(found)
