"""What is not needed for a window to appear isn't brought in before it."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

SLOW_TO_IMPORT = ("qtawesome", "qtpy", "edtf", "rdflib", "graphviz", "http.client", "email.parser")
ASKED = """
from editor.quick_imports import quick_imports
with quick_imports():
    import editor.app
import gc, linecache, sys
print(gc.isenabled(), gc.get_freeze_count() > 0)
print(*sys.modules)
print(*linecache.cache)
"""
QUESTIONS_AND_HINTS = ("editor.insight.answers", "editor.insight.questions", "editor.insight.hints.check")


@dataclass(frozen=True)
class Start:
    """What is there once the window's modules are."""

    looks_for_garbage: bool
    spares_what_there_is: bool
    modules: set[str]
    sources: list[str]
    """The files whose text was read."""


@pytest.fixture(scope="module")
def start() -> Start:
    """Of a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True, env=environment)
    collects, modules, sources = done.stdout.splitlines()
    return Start(collects.split()[0] == "True", collects.split()[1] == "True", set(modules.split()), sources.split())


@pytest.mark.parametrize("package", SLOW_TO_IMPORT + QUESTIONS_AND_HINTS)
def test_the_window_starts_without(package: str, start: Start) -> None:
    assert "PySide6.QtWidgets" in start.modules
    assert package not in start.modules


def test_no_source_is_read(start: Start) -> None:
    assert "editor.app" in start.modules
    assert not [path for path in start.sources if "editor" in path]


def test_garbage_is_looked_for_afterwards_but_not_among_what_was_imported(start: Start) -> None:
    assert start.looks_for_garbage
    assert start.spares_what_there_is
