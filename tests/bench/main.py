"""`make bench`: our work against a peer or a floor measured in the same run; prints a table and writes JSON."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from measuring import Row, heading, table
from PySide6.QtWidgets import QApplication
from rows_files import opening_rows, saving_rows
from rows_model import model_rows
from rows_pictures import drawing_rows, first_picture_rows, growth_rows, layout_rows
from rows_screen import screen_rows
from rows_start import start_rows

GROUPS: dict[str, Callable[[], list[Row]]] = {
    "open": opening_rows,
    "save": saving_rows,
    "model": model_rows,
    "first": first_picture_rows,
    "layout": layout_rows,
    "growth": growth_rows,
    "draw": drawing_rows,
    "screen": screen_rows,
    "start": start_rows,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="where to write the rows as JSON")
    parser.add_argument("--only", choices=GROUPS, action="append", help="measure only this (may be repeated)")
    options = parser.parse_args()
    # The first application made must be one that widgets can live in: Qt allows one only.
    application = QApplication(["bench"])
    rows: list[Row] = []
    print(heading())
    for name in options.only or GROUPS:
        print(f"measuring {name} …", file=sys.stderr)
        measured = GROUPS[name]()
        print(table(measured), flush=True)
        rows += measured
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(msgspec.json.format(msgspec.json.encode(rows)) + b"\n")
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
