"""What is not needed for a window to appear isn't brought in before it."""

import os
import subprocess
import sys

import pytest

SLOW_TO_IMPORT = ("qtawesome", "qtpy", "edtf", "rdflib", "graphviz", "http.client", "email.parser")
QUESTIONS_AND_HINTS = ("editor.insight.answers", "editor.insight.questions", "editor.insight.hints.check")


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The packages that starting the window brings in, in a process of its own."""
    asked = "import editor.app, sys; print(*sys.modules)"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=environment)
    return set(done.stdout.split())


@pytest.mark.parametrize("package", SLOW_TO_IMPORT + QUESTIONS_AND_HINTS)
def test_the_window_starts_without(package: str, imported: set[str]) -> None:
    assert "PySide6.QtWidgets" in imported
    assert package not in imported
