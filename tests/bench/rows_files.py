"""Opening against NetworkX, a bare lxml parse and its iterparse; saving against writing the bytes to disk."""

import io
import os
import tempfile
from pathlib import Path

import networkx
from lxml import etree
from measuring import Row, compared
from organisations import yed_file

from editor.graphml.reading import read_graphml
from editor.graphml.writing import write_graphml
from editor.storage.files import save_atomically

SIZES = (1000, 10000)


def opening_rows() -> list[Row]:
    """Each peer reads the same bytes from memory."""
    rows = []
    for count in SIZES:
        data = yed_file(count)
        rows += compared(
            "open",
            count,
            lambda data=data: read_graphml(data),
            "networkx.parse_graphml",
            lambda data=data: networkx.parse_graphml(data.decode()),
        )
        rows += compared(
            "open", count, lambda data=data: read_graphml(data), "lxml parse", lambda data=data: etree.fromstring(data)
        )
        rows += compared(
            "open",
            count,
            lambda data=data: read_graphml(data),
            "lxml iterparse to tuples",
            lambda data=data: small_model(data),
        )
    return rows


def small_model(data: bytes) -> list[tuple[str | None, ...]]:
    """The least a reader can do with a yEd file: each node's id, label and place, each edge's ends."""
    found: list[tuple[str | None, ...]] = []
    for _, element in etree.iterparse(io.BytesIO(data), tag=("{*}node", "{*}edge")):
        if element.tag.endswith("node"):
            place = element.find(".//{*}Geometry")
            label = element.find(".//{*}NodeLabel")
            if place is not None and label is not None:
                found.append((element.get("id"), label.text, place.get("x"), place.get("y")))
        else:
            found.append((element.get("id"), element.get("source"), element.get("target")))
        element.clear()
    return found


def saving_rows() -> list[Row]:
    """One changed name, written into the old bytes and to disk, against only writing and syncing as many bytes."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count in SIZES:
            reading = read_graphml(yed_file(count))
            with reading.document.transaction("rename") as step:
                step.update("n5", name="Ett nytt namn")
            path = Path(folder) / "chart.graphml"

            def save(path: Path = path, reading=reading) -> None:  # type: ignore[no-untyped-def]
                save_atomically(path, write_graphml(reading.document, reading.baseline))

            rows += compared(
                "save after one change",
                count,
                save,
                "write and fsync",
                lambda data=reading.baseline.data: write_and_sync(Path(folder) / "bare", data),
            )
    return rows


def write_and_sync(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
