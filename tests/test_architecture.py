"""The rules of the house as tests: who may import whom, where Qt may be, no circles, and files that fit a head."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "editor"
MOST_LINES = 500

GROUND = {"geometry", "routing", "errors"}
MODEL = GROUND | {"model"}
MAY_IMPORT = {
    "": set(),
    "geometry": set(),
    "errors": set(),
    "quick_imports": set(),
    "routing": {"geometry"},
    "model": GROUND,
    "graphml": MODEL,
    "interchange": MODEL,
    "storage": MODEL | {"layout"},
    "insight": MODEL,
    "text": MODEL,
    "layout": MODEL,
    "drawing": MODEL | {"text"},
    "render": MODEL | {"text", "drawing"},
    "pages": MODEL | {"text", "layout", "drawing", "insight"},
    "tools": MODEL | {"drawing"},
}
LIBRARY = {"graphml", "interchange", "storage", "insight", "text", "layout", "drawing", "render", "pages"}
MAY_IMPORT["canvas"] = MODEL | LIBRARY | {"tools"}
MAY_IMPORT["ui"] = MAY_IMPORT["canvas"] | {"canvas", ""}
MAY_IMPORT["app"] = MAY_IMPORT["ui"] | {"ui"}
MAY_IMPORT["cli"] = MODEL | LIBRARY | {"app", "quick_imports", ""}
MAY_IMPORT["__main__"] = {"cli"}
"""Room → the rooms it may import beside itself; "" is the package's own `__init__` (its version)."""

QT_GUI = {"QtCore", "QtGui"}
QT_ALL = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtTest"}
MAY_USE_QT = {
    "text/qt.py": QT_GUI,
    "render": QT_GUI | {"QtSvg", "QtPrintSupport"},
    "render/svg.py": set(),
    "layout/runner.py": {"QtCore"},
    "layout/thought.py": {"QtCore"},
    "canvas": QT_ALL,
    "ui": QT_ALL,
    "app.py": QT_ALL,
    "quick_imports.py": {"QtCore"},
    "cli": {"QtGui", "QtCore"},
}
"""Room or file → the parts of Qt it may use; the longest entry that fits counts, and where none fits there is no Qt."""

MODULES = sorted(path for path in HOUSE.rglob("*.py") if "_data" not in path.parts)


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    """`editor.model.records` → `model`."""
    return [*module.split("."), ""][1]


def imports(path: Path) -> Iterator[str]:
    """Every module that is imported anywhere in a file, type checking included; names are added to their module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(path: Path) -> set[str]:
    return {name for name in imports(path) if name.split(".")[0] == "editor"}


def imported_room(name: str) -> str:
    room = room_of(name)
    return room if (HOUSE / room).is_dir() or (HOUSE / f"{room}.py").is_file() else ""


def qt_allowed(path: Path) -> set[str]:
    inside = path.relative_to(HOUSE).as_posix()
    fitting = [entry for entry in MAY_USE_QT if inside == entry or inside.startswith(f"{entry}/")]
    return MAY_USE_QT[max(fitting, key=len)] if fitting else set()


each_module = pytest.mark.parametrize("path", MODULES, ids=module_name)


@each_module
def test_imports_only_what_its_room_may(path: Path) -> None:
    room = room_of(module_name(path))
    assert room in MAY_IMPORT, f"the room {room!r} has no entry in the table"
    strangers = {name for name in own_imports(path) if imported_room(name) not in MAY_IMPORT[room] | {room}}
    assert not strangers


@each_module
def test_uses_qt_only_where_it_may(path: Path) -> None:
    used = {name.split(".")[1] for name in imports(path) if name.startswith("PySide6.")}
    assert used <= qt_allowed(path)
    other = {name for name in imports(path) if name.split(".")[0] in {"qtpy", "shiboken6", "PyQt6", "PyQt5"}}
    assert not other
    if any(name.split(".")[0] == "qtawesome" for name in imports(path)):
        assert "QtWidgets" in qt_allowed(path)


@each_module
def test_begins_with_what_it_is_for(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert said and len(said.split()) >= 3


@each_module
def test_fits_a_head(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


def modules_needed(path: Path) -> set[str]:
    """The project's modules that a file names anywhere: at its top, where they are used, or for types only."""
    named = own_imports(path)
    return named | {name.rpartition(".")[0] for name in named}


def test_no_module_needs_itself() -> None:
    needs = {module_name(path): modules_needed(path) for path in MODULES}
    faces = {name for name in needs if any(other.startswith(f"{name}.") for other in needs)}
    finished: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " → ".join((*way[way.index(module) :], module))
        if module in finished:
            return
        for needed in sorted(needs[module] & needs.keys() - faces):
            if needed != module:
                visit(needed, (*way, module))
        finished.add(module)

    for module in needs:
        visit(module, ())


def test_rooms_form_no_circle() -> None:
    """The table itself must have an order: following it down always ends."""
    depth: dict[str, int] = {}

    def measure(room: str, way: tuple[str, ...]) -> int:
        assert room not in way, " → ".join((*way, room))
        if room not in depth:
            depth[room] = 1 + max((measure(other, (*way, room)) for other in MAY_IMPORT[room]), default=0)
        return depth[room]

    for room in MAY_IMPORT:
        measure(room, ())
