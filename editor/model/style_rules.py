"""Colour by rule: what a chart's boxes are coloured by, and which colour each value has. Kept with the document."""

import bisect
from collections.abc import Iterable, Mapping

import msgspec

from editor.model.document import Document
from editor.model.records import Info, Node
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary

ATTRIBUTE = "lg.style_rule"
"""The name of the document's attribute that holds the rule, as JSON."""
FACTS = ("kind", "sector", "status", "certainty")
PREFIX = "attribute:"
MOST_VALUES = 8
"""Numbers of more values than this are put into steps; other values of more share the last colour."""
STEPS = 5
PALETTE = ("#0b5563", "#7a4b00", "#6b1f5c", "#1f4e9c", "#8c2f1b", "#3d6b1f", "#4a5058", "#8a1f5a")
"""Told apart with any colour vision by their lightness and hue; each holds 4.5 : 1 on white."""


class StyleRule(msgspec.Struct, frozen=True, omit_defaults=True):
    """by: one of FACTS, or "attribute:NAME".  colors: value → `#rrggbb`.  steps: bounds of numbers, rising."""

    by: str
    colors: dict[str, str] = {}
    steps: tuple[float, ...] = ()

    def value(self, node: Node, vocabulary: Vocabulary) -> str | None:
        """What a node is coloured by; None where it says nothing."""
        said = _said(self.by, node, vocabulary)
        number = _number(said) if self.steps else None
        return said if number is None else step_name(self.steps, number)


def rule_of(info: Info) -> StyleRule | None:
    """The document's rule; None where it has none, or one that can't be understood (which is kept)."""
    text = info.attributes.get(ATTRIBUTE)
    if not text:
        return None
    try:
        return msgspec.json.decode(text, type=StyleRule)
    except (msgspec.MsgspecError, UnicodeError):
        return None


def set_rule(document: Document, step: Transaction, rule: StyleRule | None) -> None:
    attributes = {name: text for name, text in document.info.attributes.items() if name != ATTRIBUTE}
    if rule is not None:
        attributes[ATTRIBUTE] = msgspec.json.encode(rule).decode()
    step.set_info(attributes=attributes)


def choices(document: Document, vocabulary: Vocabulary) -> list[str]:
    """What the boxes of a document can be coloured by: what at least one of them says."""
    names = {name for node in document.nodes.values() for name in node.attributes}
    wanted = [*FACTS, *(PREFIX + name for name in sorted(names))]
    return [by for by in wanted if any(_said(by, node, vocabulary) for node in document.nodes.values())]


def new_rule(document: Document, vocabulary: Vocabulary, by: str) -> StyleRule:
    """A rule with a colour for every value that occurs, the most frequent first; many numbers in steps."""
    said = [value for node in document.nodes.values() if (value := _said(by, node, vocabulary))]
    numbers = [_number(value) for value in said]
    if len(set(said)) > MOST_VALUES and None not in numbers:
        steps = _steps(sorted(number for number in numbers if number is not None))
        names = [step_name(steps, bound) for bound in (*steps, steps[-1] + 1)] if steps else []
        return StyleRule(by, dict(zip(names, PALETTE, strict=False)), steps)
    counts = {value: said.count(value) for value in dict.fromkeys(said)}
    order = sorted(counts, key=lambda value: -counts[value])
    return StyleRule(by, {value: PALETTE[min(place, len(PALETTE) - 1)] for place, value in enumerate(order)})


def step_name(steps: tuple[float, ...], number: float) -> str:
    """The step a number falls into: "≤ 10", "10–20", "> 20"."""
    place = bisect.bisect_left(steps, number)
    if place == 0:
        return f"≤ {steps[0]:g}"
    return f"> {steps[-1]:g}" if place == len(steps) else f"{steps[place - 1]:g}–{steps[place]:g}"


def _steps(numbers: list[float]) -> tuple[float, ...]:
    """Bounds that put about as many numbers into each step."""
    at: Iterable[int] = (len(numbers) * part // STEPS for part in range(1, STEPS))
    return tuple(sorted({numbers[place] for place in at if numbers[place] < numbers[-1]}))


def _said(by: str, node: Node, vocabulary: Vocabulary) -> str | None:
    if by.startswith(PREFIX):
        return node.attributes.get(by.removeprefix(PREFIX)) or None
    if by == "kind":
        return node.kind
    if by == "sector":
        sector = vocabulary.sector_of(node.kind, node.facts.sector)
        return sector.id if sector is not None else None
    facts: Mapping[str, str | None] = {"status": node.facts.status, "certainty": node.facts.certainty}
    return facts.get(by)


def _number(text: str | None) -> float | None:
    try:
        number = float((text or "").replace(",", ".").replace(" ", ""))
    except ValueError:
        return None
    return number if abs(number) < 1e15 else None
