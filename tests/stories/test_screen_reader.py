"""The program as a screen reader meets it: read over AT-SPI from another process, in a desktop session of its own."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from editor.drawing.captions import edge_title, node_title
from editor.graphml.reading import read_graphml
from editor.storage.packaged import load_samples
from editor.storage.vocabularies import packaged_vocabulary

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
LONGEST_S = 100


def lacks() -> str:
    """What is missing for this test; empty where nothing is."""
    tools = [name for name in ("xvfb-run", "dbus-run-session") if shutil.which(name) is None]
    if tools:
        return f"needs {' and '.join(tools)}"
    if subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode:
        return "needs python3-pyatspi and at-spi2-core"
    return ""


pytestmark = pytest.mark.skipif(bool(lacks()), reason=lacks() or "all there")


def heard(path: Path, settings: Path, many: int) -> list[dict[str, object]]:
    """Everything a reader is given of the chart in the program that has this file open."""
    settings.mkdir()
    (settings / "settings.json").write_text('{"lang": "sv", "theme": "light"}')
    given = {
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LEDGRAF_CONFIG_DIR": str(settings),
        "GSETTINGS_BACKEND": "memory",
    }
    script = (
        '"$1" -m editor "$2" & program=$!; "$3" "$4" Diagram "$5"; code=$?; kill $program; wait $program; exit $code'
    )
    words = ["sh", "-c", script, "sh", sys.executable, path, SYSTEM_PYTHON, HERE / "listener.py", many]
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", *map(str, words)]
    running = subprocess.Popen(
        command,
        env=os.environ | given,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        out, errors = running.communicate(timeout=LONGEST_S)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        raise
    assert running.returncode == 0, errors
    assert "Traceback" not in errors, errors
    found: list[dict[str, object]] = json.loads(out.splitlines()[-1])
    return found


def test_every_box_and_relation_of_a_sample_is_found_by_its_spoken_name(tmp_path: Path) -> None:
    path = next(sample.path for sample in load_samples() if sample.path.stem == "sodertalje")
    document, vocabulary = read_graphml(path.read_bytes()).document, packaged_vocabulary()
    parts = heard(path, tmp_path / "settings", len(document.nodes))
    names = [part["name"] for part in parts]
    assert names[: len(document.nodes)] == [node_title(node, vocabulary, "sv") for node in document.nodes.values()]
    ends = document.nodes
    lines = [
        edge_title(edge, ends[edge.source], ends[edge.target], vocabulary, "sv") for edge in document.edges.values()
    ]
    assert sorted(map(str, names[len(document.nodes) :])) == sorted(lines)
    director = next(part for part in parts if part["name"] == "Befattning Kommundirektör, Ulla-Marie Hellenberg")
    assert "i Gemensamt ledarskap; 9 närmast under" in str(director["description"])
    assert all({"selectable", "focusable"} <= set(part["states"]) for part in parts)  # type: ignore[call-overload]
    assert all(part["role"] == "list item" and min(part["size"]) >= 0 for part in parts)  # type: ignore[call-overload]
