"""The script that makes the pictures of the README still fits the program."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_picture_of_the_readme_is_made(tmp_path: Path) -> None:
    script = ROOT / "packaging" / "screenshots.py"
    done = subprocess.run([sys.executable, str(script), str(tmp_path)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    made = {path.name for path in tmp_path.iterdir()}
    shown = {path.name for path in (ROOT / "packaging" / "screenshots").iterdir()}
    assert made == {name for name in shown if not name.startswith("side-by-side")}
