"""From the shell to an answer, and to a chart on the screen: whole processes, against bare ones."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measuring import FEWEST_RUNS, Row, compared
from organisations import yed_file

FIRST_FRAME = Path(__file__).with_name("first_frame.py")
SIZES = (1000, 10000, 50000)


def start_rows() -> list[Row]:
    python = [sys.executable, "-c", "pass"]
    rows = compared(
        "ledgraf --version",
        1,
        lambda: ran([sys.executable, "-m", "editor", "--version"]),
        "python -c pass",
        lambda: ran(python),
    )
    with tempfile.TemporaryDirectory() as folder:
        for count in SIZES:
            path = Path(folder) / f"{count}.graphml"
            path.write_bytes(yed_file(count))
            rows += window_rows(path, count, Path(folder) / "settings.toml")
    return rows


def window_rows(path: Path, count: int, settings: Path) -> list[Row]:
    """Time and memory until a file is drawn; the floor is an empty window of Qt."""
    peaks: list[int] = []

    def open_and_draw() -> None:
        peaks.append(int(ran([sys.executable, str(FIRST_FRAME), str(path), str(settings)])))

    rows = compared(
        "start to drawn", count, open_and_draw, "bare Qt window", lambda: ran([sys.executable, str(FIRST_FRAME)])
    )
    mebibytes = sorted(peak / 2**20 for peak in peaks)
    middle = round(statistics.median(mebibytes), 1)
    return [
        *rows,
        Row("memory, started and drawn", count, middle, round(mebibytes[-1], 1), "MiB", None, None, FEWEST_RUNS),
    ]


def ran(command: list[str]) -> str:
    """What it printed. Compiled modules are kept, as they are wherever the program is installed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
