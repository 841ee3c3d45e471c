"""`ledgraf selftest`: whether this installation can do what it is for, step by step, in a temporary folder."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from editor.cli.opened import graphml_bytes, open_file
from editor.cli.pictures import USUAL_PRESET, export_file
from editor.cli.studio import Studio
from editor.cli.words import language
from editor.errors import UserError
from editor.storage.files import read_file, save_atomically
from editor.storage.packaged import load_samples
from editor.storage.vocabularies import the_vocabulary

STARTS = {".svg": b"<", ".pdf": b"%PDF-", ".png": b"\x89PNG", ".dot": b"digraph"}


class Broken(Exception):
    """A step gave something else than it must."""


def run() -> int:
    """Print a line for each step; 1 at the first that fails."""
    with tempfile.TemporaryDirectory(prefix="ledgraf-selftest-") as name:
        for title, step in _steps(Path(name)):
            try:
                step()
            except (Broken, UserError) as error:
                reason = error.line(language()) if isinstance(error, UserError) else str(error)
                print(f"FAILED  {title}: {reason}")
                return 1
            print(f"ok      {title}")
    return 0


def _steps(folder: Path) -> list[tuple[str, Callable[[], None]]]:
    steps: list[tuple[str, Callable[[], None]]] = [("the samples are there", _samples_are_there)]
    for sample in load_samples():
        steps.append((f"{sample.name}: saved unchanged, same bytes", partial(_same_bytes, sample.path)))
    steps.append(("laid out, saved, opened again: same places", partial(_lay_out, folder)))
    for ending, start in STARTS.items():
        steps.append((f"export {ending}", partial(_export, folder, ending, start)))
    return steps


def _samples_are_there() -> None:
    if not load_samples():
        raise Broken("no sample was found")


def _same_bytes(path: Path) -> None:
    if graphml_bytes(open_file(path), path, path) != read_file(path):
        raise Broken("the bytes differ")


def _lay_out(folder: Path) -> None:
    source = load_samples()[0].path
    target = folder / source.name
    reading = open_file(source)
    Studio(the_vocabulary(), language()).lay_out(reading.document, USUAL_PRESET)
    save_atomically(target, graphml_bytes(reading, source, target))
    if dict(open_file(target).document.nodes) != dict(reading.document.nodes):
        raise Broken("what was opened again differs from what was saved")


def _export(folder: Path, ending: str, start: bytes) -> None:
    target = folder / f"picture{ending}"
    export_file(Studio(the_vocabulary(), language()), load_samples()[0].path, target, "keep", None)
    if not read_file(target).startswith(start):
        raise Broken(f"the file does not begin as {ending} must")
