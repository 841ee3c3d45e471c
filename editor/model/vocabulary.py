"""The kinds of element and relation and what each means, read from `resources/vocabulary.toml`.

A kind that the vocabulary doesn't know is no error: it gets a neutral look and its own id as its label.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

Texts = Mapping[str, str]
"""Language ("sv", "en") → text."""


class Sector(msgspec.Struct, frozen=True):
    """A lane of the chart: colours `#rrggbb` for border and bar, and for the tint inside; the dark ones for screens."""

    id: str
    label: Texts
    color: str
    tint: str
    dark_color: str
    dark_tint: str


class Kind(msgspec.Struct, frozen=True):
    """A kind of element. `caption` is what a box says above its name; `look` says how the box is drawn.

    hosts: whether it is a frame that holds others.  beside: whether it stands at the side of the post it hangs under,
    where a layout does such things.  mapping: the term of the W3C Organization Ontology, or lg:.
    part: whether it is part of the unit it hangs under, rather than something that unit answers for.
    """

    id: str
    label: Texts
    caption: Texts = {}
    definition: Texts = {}
    mapping: str = ""
    sector: str | None = None
    look: Literal["box", "stack", "frame", "note", "person"] = "box"
    hosts: bool = False
    beside: bool = False
    palette: bool = True
    part: bool = False


class Meaning(msgspec.Struct, frozen=True):
    """What some relations have in common, under whose name they are offered together."""

    id: str
    label: Texts


class Relation(msgspec.Struct, frozen=True):
    """A kind of relation.

    sources / targets: the kinds that make sense at its ends, "*" for any.
    hangs: which end hangs under the other in the tree; None for relations beside the tree.
    beside: whether the source stands at the side of the target, where a layout does such things; "loose" where it
    does only if it hangs under nothing.
    line / end_mark: how it is drawn.  caption: the word on the line, where it has one.
    meaning: what it is offered under, where many are.  common: whether it is among the first that are offered.
    """

    id: str
    label: Texts
    caption: Texts = {}
    definition: Texts = {}
    mapping: str = ""
    sources: tuple[str, ...] = ("*",)
    targets: tuple[str, ...] = ("*",)
    hangs: Literal["source", "target"] | None = None
    beside: bool | Literal["loose"] = False
    line: Literal["solid", "dashed", "dotted", "bold", "thin"] = "solid"
    end_mark: Literal["none", "arrow", "open", "diamond", "dot", "bar"] = "none"
    meaning: str = ""
    common: bool = False

    def fits(self, source_kind: str | None, target_kind: str | None) -> bool:
        """Whether it makes sense between two elements; an element without a kind fits everywhere."""
        return _fits(self.sources, source_kind) and _fits(self.targets, target_kind)


class Vocabulary(msgspec.Struct, frozen=True):
    """All kinds, relations and sectors by id, in the order in which they are offered."""

    sectors: Mapping[str, Sector] = {}
    kinds: Mapping[str, Kind] = {}
    relations: Mapping[str, Relation] = {}
    meanings: Mapping[str, Meaning] = {}

    def kind(self, id: str | None) -> Kind | None:
        """The kind with this id, made up where unknown; None for None."""
        if id is None:
            return None
        return self.kinds.get(id) or Kind(id=id, label={"sv": id, "en": id})

    def relation(self, id: str) -> Relation:
        """The relation with this id, made up where unknown (beside the tree, plain line)."""
        return self.relations.get(id) or Relation(id=id, label={"sv": id, "en": id}, caption={"sv": id, "en": id})

    def sector_of(self, kind_id: str | None, stated: str | None) -> Sector | None:
        """The sector an element is in: the one stated on it, else its kind's."""
        kind = self.kind(kind_id)
        return self.sectors.get(stated or (kind.sector if kind is not None else None) or "")

    def relations_between(self, source_kind: str | None, target_kind: str | None) -> list[Relation]:
        """The relations that make sense from one element to another, in the order in which they are offered."""
        return [relation for relation in self.relations.values() if relation.fits(source_kind, target_kind)]


def text_in(texts: Texts, lang: str) -> str:
    """The text in a language, else in English, else in whichever there is; "" where there is none."""
    return texts.get(lang) or texts.get("en") or next(iter(texts.values()), "")


def load_vocabulary(path: Path, base: Vocabulary | None = None) -> Vocabulary:
    """Read a vocabulary file: tables `sectors`, `kinds`, `relations`, `meanings`, each entry under its id.

    With a base, its entries come first and are replaced by those of the same id; a kind that says `like = "department"`
    is offered the same relations as that kind, and takes over what it leaves out.
    Raises OSError, UnicodeDecodeError, TOMLDecodeError, or msgspec.ValidationError that names the entry at fault.
    """
    data = tomllib.loads(path.read_text("utf-8"))
    models: dict[str, str] = {}
    for name, table in data.items():
        for id, entry in table.items() if isinstance(table, dict) else ():
            if isinstance(entry, dict):
                entry["id"] = id
                if name == "kinds" and base is not None and "like" in entry:
                    models[id] = entry.pop("like")
                    table[id] = {**_inherited(base, models[id]), **entry}
    own = msgspec.convert(data, Vocabulary)
    return own if base is None else _joined(base, own, models)


def _inherited(base: Vocabulary, id: str) -> Mapping[str, object]:
    """What a kind passes on to one that is like it: everything but what it is called."""
    if id not in base.kinds:
        raise msgspec.ValidationError(f"like = {id!r}: there is no such kind")
    passed = msgspec.to_builtins(base.kinds[id])
    return {name: value for name, value in passed.items() if name not in ("id", "label", "caption", "definition")}


def _joined(base: Vocabulary, own: Vocabulary, models: Mapping[str, str]) -> Vocabulary:
    relations = {id: _with_ends(relation, models) for id, relation in base.relations.items()}
    meanings = {**base.meanings, **own.meanings}
    kinds, sectors = {**base.kinds, **own.kinds}, {**base.sectors, **own.sectors}
    return Vocabulary(sectors, kinds, {**relations, **own.relations}, meanings)


def _with_ends(relation: Relation, models: Mapping[str, str]) -> Relation:
    def more(ends: tuple[str, ...]) -> tuple[str, ...]:
        return (*ends, *(id for id, model in models.items() if model in ends))

    return msgspec.structs.replace(relation, sources=more(relation.sources), targets=more(relation.targets))


def _fits(allowed: tuple[str, ...], kind: str | None) -> bool:
    return kind is None or "*" in allowed or kind in allowed
