"""Persons: who holds which posts, and when two holders are one and the same.

A person has no record of its own until one is asked for; it is an id that its tenures share. Two holders with ids are
one person where the ids are the same, whatever their names; without ids, a name alone makes them only alike.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from editor.model import edits
from editor.model.document import Document
from editor.model.ids import new_id
from editor.model.records import Facts, Tenure
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary

PERSON, HOLDS = "person", "holds"
"""The kind of a person's own box, and of its line to a post."""
VACANT = "vacant"
"""The status of a tenure that says that nobody holds the post."""
WITH_PARTY = re.compile(r"(.*\S)\s*\(([^()]+)\)\s*")


class Holder(NamedTuple):
    """A tenure and where it stands: the id of the post, and its place among the post's tenures."""

    post: str
    place: int
    tenure: Tenure


def is_vacancy(tenure: Tenure) -> bool:
    return tenure.status == VACANT


def holders(document: Document) -> Iterator[Holder]:
    """Every holder that has a name or an id, in the order of the posts."""
    for node in sorted(document.nodes.values(), key=lambda node: node.order) if document.nodes else ():
        for place, tenure in enumerate(node.facts.tenures):
            if not is_vacancy(tenure) and (tenure.name.strip() or tenure.person):
                yield Holder(node.id, place, tenure)


def person_ids(document: Document) -> set[str]:
    """The ids of all persons who hold anything."""
    return {holder.tenure.person for holder in holders(document) if holder.tenure.person}


def is_same(one: Tenure, other: Tenure) -> bool:
    """Whether both are surely one person."""
    return one.person is not None and one.person == other.person


def is_alike(one: Tenure, other: Tenure) -> bool:
    """Whether both may be one person: the same name, and not said to be two."""
    said_apart = one.person is not None and other.person is not None
    return not said_apart and bool(_key(one.name)) and _key(one.name) == _key(other.name)


def posts_of(document: Document, tenure: Tenure) -> list[str]:
    """The posts that somebody has, or had: by the person's id, and by the name where that is all there is."""
    found = (
        holder.post for holder in holders(document) if is_same(holder.tenure, tenure) or is_alike(holder.tenure, tenure)
    )
    return list(dict.fromkeys(found))


def alike(document: Document) -> Iterator[tuple[Holder, ...]]:
    """Holders of one name in different posts of whom nobody has said whether they are one person."""
    by_name: dict[str, list[Holder]] = {}
    for holder in holders(document):
        if _key(holder.tenure.name):
            by_name.setdefault(_key(holder.tenure.name), []).append(holder)
    for found in by_name.values():
        # One without an id may be any of the others; those with ids are said to be one or several already.
        if any(holder.tenure.person is None for holder in found) and len({holder.post for holder in found}) > 1:
            yield tuple(found)


def tenure_of(document: Document, words: str, day: str) -> Tenure:
    """A tenure from a day on: of the person with this id, else of somebody new, "Ada Ek" or "Ada Ek (s)"."""
    known = next((holder.tenure for holder in holders(document) if holder.tenure.person == words), None)
    if known is not None:
        return Tenure(known.name, person=known.person, party=known.party, start=day)
    match = WITH_PARTY.fullmatch(words)
    name, party = match.groups() if match is not None else (words.strip(), None)
    return Tenure(" ".join(name.split()), party=party, start=day)


def join_persons(document: Document, step: Transaction, joined: Iterable[tuple[str, int]]) -> str:
    """Say that these holders (post and place among its tenures) are one person; returns the person's id."""
    joined = list(joined)
    known = [document.nodes[post].facts.tenures[place].person for post, place in joined]
    person = next((id for id in known if id is not None), None) or new_id("p", person_ids(document).__contains__)
    for post, place in joined:
        facts = document.nodes[post].facts
        tenures = list(facts.tenures)
        tenures[place] = msgspec.structs.replace(tenures[place], person=person)
        step.update(post, facts=msgspec.structs.replace(facts, tenures=tuple(tenures)))
    return person


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def part_persons(document: Document, step: Transaction, parted: Iterable[tuple[str, int]]) -> None:
    """Say that these holders are different persons: each gets an id of its own."""
    for post, place in list(parted):
        facts = document.nodes[post].facts
        tenures = list(facts.tenures)
        person = new_id("p", person_ids(document).__contains__)
        tenures[place] = msgspec.structs.replace(tenures[place], person=person)
        step.update(post, facts=msgspec.structs.replace(facts, tenures=tuple(tenures)))


def add_person_box(document: Document, step: Transaction, vocabulary: Vocabulary, post: str, place: int) -> str:
    """A box of its own for somebody who holds a post, with a line to every post of theirs; returns its id.

    Where the person has such a box already, it is that one; lines that are missing are drawn.
    """
    tenure = document.nodes[post].facts.tenures[place]
    posts = [post, *(id for id in posts_of(document, tenure) if id != post)]
    known = next(
        (node.id for node in document.nodes.values() if node.kind == PERSON and _key(node.name) == _key(tenure.name)),
        None,
    )
    id = known or edits.add(document, step, vocabulary, PERSON, tenure.name)
    for each in posts:
        is_there = any((edge.kind, edge.source, edge.target) == (HOLDS, id, each) for edge in document.edges.values())
        if not is_there:
            held = next(
                one for one in document.nodes[each].facts.tenures if is_same(one, tenure) or is_alike(one, tenure)
            )
            line = edits.connect(document, step, HOLDS, id, each)
            facts = Facts(start=held.start, end=held.end, certainty=held.certainty, sources=held.sources)
            step.update(line, facts=facts)
    return id
