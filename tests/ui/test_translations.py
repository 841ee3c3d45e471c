"""Every text that the window asks for is there in both languages, and every text that is there is asked for."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from editor.storage.packaged import resources_dir
from editor.ui.actions.listing import ACTIONS, MENUS
from editor.ui.language import LANGUAGES, Language, load_texts, plain_tables

HOUSE = Path(__file__).resolve().parents[2] / "editor"
TEXTS = load_texts(resources_dir() / "translations")
TABLES = {id.split(".")[0] for id in TEXTS}
ID = re.compile(r"[a-z_]+\.[a-z0-9_]+")
NO_TEXTS = (".toml", ".json", ".jsonl", ".md", ".graphml", ".csv")
"""What looks like the id of a text and is the name of a file."""


def strings(tree: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Every string of a module that is no docstring."""
    left_out = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    left_out |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and (not isinstance(node.value, str) or id(node) in left_out):
            continue
        if isinstance(node, ast.Constant | ast.JoinedStr):
            yield node


Pieces = tuple[str | None, ...]
"""A string that is put together: what stands in it as it is, and None for each gap."""


@cache
def used() -> tuple[frozenset[str], frozenset[Pieces]]:
    """All plain strings of the house and its data, and those that are put together."""
    plain: set[str] = set()
    made: set[Pieces] = set()
    for path in HOUSE.rglob("*.py"):
        for node in strings(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant):
                plain.add(str(node.value))
            else:
                made.add(tuple(str(v.value) if isinstance(v, ast.Constant) else None for v in node.values))
    for data in ("presets.toml", "vocabulary.toml"):
        plain |= names_in(tomllib.loads((resources_dir() / data).read_text("utf-8")))
    return frozenset(plain), frozenset(pieces for pieces in made if any("." in (piece or "") for piece in pieces))


def names_in(data: object) -> set[str]:
    """Every key and every word in a file of data."""
    if isinstance(data, dict):
        return set(data) | {name for value in data.values() for name in names_in(value)}
    if isinstance(data, list):
        return {name for value in data for name in names_in(value)}
    return {data} if isinstance(data, str) else set()


def is_used(id: str) -> bool:
    """A text is asked for as it is, or put together of parts that stand in the code or its data themselves."""
    plain, made = used()
    return id in plain or any(fits(id, pieces, plain) for pieces in made)


def fits(text: str, pieces: Pieces, plain: frozenset[str]) -> bool:
    if not pieces:
        return not text
    first, rest = pieces[0], pieces[1:]
    if first is not None:
        return text.startswith(first) and fits(text[len(first) :], rest, plain)
    ends = (end for end in range(len(text) + 1) if not end or text[:end] in plain)
    return any(fits(text[end:], rest, plain) for end in ends)


def test_every_text_is_asked_for() -> None:
    assert [id for id in TEXTS if not is_used(id)] == []


def test_every_text_that_is_asked_for_is_there() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in (HOUSE / "ui").rglob("*.py")]
    plain = {str(node.value) for tree in trees for node in strings(tree) if isinstance(node, ast.Constant)}
    asked = {text for text in plain if ID.fullmatch(text) and text.split(".")[0] in TABLES}
    assert {id for id in asked - TEXTS.keys() if not id.endswith(NO_TEXTS)} == set()


def test_every_action_and_menu_has_its_text() -> None:
    wanted = {f"action.{action.id}" for action in ACTIONS} | {f"menu.{menu.id}" for menu in MENUS}
    assert wanted <= TEXTS.keys()


@pytest.mark.parametrize("id", TEXTS)
def test_it_is_there_in_both_languages_with_the_same_gaps(id: str) -> None:
    text = TEXTS[id]
    assert set(text) == set(LANGUAGES) and all(words.strip() for words in text.values())
    gaps = [{name for _, name, _, _ in Formatter().parse(words) if name is not None} for words in text.values()]
    assert gaps[0] == gaps[1]


def test_no_id_is_given_twice() -> None:
    seen: dict[str, str] = {}
    for path in sorted((resources_dir() / "translations").glob("*.toml")):
        for table, entries in tomllib.loads(path.read_text("utf-8")).items():
            for name in entries:
                id = f"{table}.{name}"
                assert id not in seen, f"{id} is in {seen[id]} and {path.name}"
                seen[id] = path.name


def test_one_is_said_as_one() -> None:
    language = Language(TEXTS, "sv")
    assert language("status.count", boxes=1, lines=1) == "1 ruta · 1 linje"
    assert language("status.count", boxes=2, lines=0) == "2 rutor · 0 linjer"


OURS = sorted((resources_dir() / "translations").glob("*.toml"))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_files_are_plain_and_say_what_toml_says(path: Path) -> None:
    text = path.read_text("utf-8")
    assert plain_tables(text) == tomllib.loads(text)


OTHERS = {
    "escapes": '[a]\nb = { sv = "en \\"ruta\\"", en = "a \\"box\\"" }\n',
    "another order": '[a]\nb = { en = "box", sv = "ruta" }\n',
    "a table of its own": '[a.b]\nsv = "ruta"\nen = "box"\n',
    "comments after": '[a]  # a box\nb = { sv = "ruta", en = "box" }  # this one\n',
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_any_other_toml_is_read_as_such(text: str, tmp_path: Path) -> None:
    assert plain_tables(text) is None
    (tmp_path / "a.toml").write_text(text, "utf-8")
    assert load_texts(tmp_path) == {"a.b": tomllib.loads(text)["a"]["b"]}


def test_what_is_said_twice_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('[a]\nb = { sv = "ett", en = "one" }\nb = { sv = "två", en = "two" }\n', "utf-8")
    with pytest.raises(tomllib.TOMLDecodeError):
        load_texts(tmp_path)
