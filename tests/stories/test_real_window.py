"""Whole tasks in the real program under an X server, with real pointer and keys; what counts is the files on disk."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from editor.graphml.reading import read_graphml

STAGE = Path(__file__).with_name("stage.py")
LONGEST_S = 400
"""Ten times what it takes where nothing else runs."""

pytestmark = pytest.mark.skipif(
    not (shutil.which("xvfb-run") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)

HEAD = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <!--Created by yEd 3.23.2-->
  <key for="node" id="d0" yfiles.type="nodegraphics"/>
  <key for="edge" id="d1" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
"""
NODE = """    <node id="n{0}">
      <data key="d0">
        <y:ShapeNode>
          <y:Geometry height="40.0" width="150.0" x="{1}" y="{2}"/>
          <y:Fill color="#FFCC00"  transparent="false" />
          <y:NodeLabel>Enhet {0}</y:NodeLabel>
          <y:Shape type="rectangle"/>
        </y:ShapeNode>
      </data>
    </node>
"""


def yed_file(path: Path) -> Path:
    """Six boxes as yEd writes them, with blanks of a kind that a writer of trees would lose."""
    nodes = "".join(NODE.format(number, 30.0 + 220 * (number % 3), 20.0 + 160 * (number // 3)) for number in range(6))
    edges = "".join(f'    <edge id="e{n}" source="n0" target="n{n}"/>\n' for n in range(1, 6))
    path.write_text(f"{HEAD}{nodes}{edges}  </graph>\n</graphml>\n", "utf-8")
    return path


def play(story: str, path: Path, target: Path, settings: Path) -> None:
    settings.mkdir()
    (settings / "settings.json").write_text('{"lang": "en", "theme": "light"}')
    given = {"QT_QPA_PLATFORM": "xcb", "LEDGRAF_CONFIG_DIR": str(settings), "QT_ACCESSIBILITY": "0"}
    command = [
        "xvfb-run",
        "-a",
        "-s",
        "-screen 0 1600x1000x24",
        sys.executable,
        str(STAGE),
        story,
        str(path),
        str(target),
    ]
    done = subprocess.run(
        command, env=os.environ | given, capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr


def test_a_file_from_yed_is_changed_by_hand_saved_and_put_into_a_report(tmp_path: Path) -> None:
    path, target = yed_file(tmp_path / "organisation.graphml"), tmp_path / "report.svg"
    before = path.read_text("utf-8").splitlines()
    play("report", path, target, tmp_path / "settings")
    after = path.read_text("utf-8").splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 3 and all("<y:Geometry" in line for line in changed)
    boxes = {id: node.box for id, node in read_graphml(path.read_bytes()).document.nodes.items()}
    for id in ("n1", "n2", "n3"):
        box = boxes[id]
        old = before[[line.strip() for line in before].index(f'<node id="{id}">') + 3]
        assert box is not None and f'x="{box.x}"' not in old and f'y="{box.y}"' not in old
    texts = etree.parse(target).getroot().itertext()
    assert {f"Enhet {number}" for number in range(6)} <= {text.strip() for text in texts}


def test_a_first_chart_is_made_with_the_keyboard_alone(tmp_path: Path) -> None:
    target = tmp_path / "first.graphml"
    play("first_chart", tmp_path / "none", target, tmp_path / "settings")
    document = read_graphml(target.read_bytes()).document
    names = {node.name: id for id, node in document.nodes.items()}
    assert set(names) == {"Ledning", "Stab"}
    assert [(edge.source, edge.target) for edge in document.edges.values()] == [(names["Ledning"], names["Stab"])]
