"""The colours that a document's own rule gives its boxes, instead of those of their sectors."""

from collections.abc import Mapping

import msgspec

from editor.drawing.theme import LEAST_TEXT_CONTRAST, Colors, Theme, contrast
from editor.model.records import Node
from editor.model.style_rules import PREFIX, StyleRule
from editor.model.vocabulary import Vocabulary, text_in

TINT, DARK_TINT, LIFT = 0.09, 0.22, 0.12
"""How much of a colour is in the inside of a box, and how much lighter or darker it is made at a time."""
STATES: Mapping[str, Mapping[str, str]] = {
    "decided": {"sv": "beslutad", "en": "decided"},
    "proposed": {"sv": "förslag", "en": "proposed"},
    "planned": {"sv": "planerad", "en": "planned"},
    "ended": {"sv": "upphörd", "en": "ended"},
    "unknown": {"sv": "oklart", "en": "unclear"},
    "stated": {"sv": "står i källan", "en": "stated"},
    "interpreted": {"sv": "tolkat", "en": "interpreted"},
    "vacant": {"sv": "vakant", "en": "vacant"},
}


class Coloring(msgspec.Struct, frozen=True):
    """A rule with its colours made readable on a theme."""

    rule: StyleRule
    colors: Mapping[str, Colors]
    vocabulary: Vocabulary

    def of(self, node: Node) -> Colors | None:
        """The colours of a node; None where the rule says nothing of it."""
        value = self.rule.value(node, self.vocabulary)
        return self.colors.get(value) if value is not None else None

    def word(self, node: Node, lang: str) -> str:
        """The value in words, for beside the caption, where nothing else in the box says it."""
        if not self.rule.by.startswith(PREFIX):
            return ""
        value = self.rule.value(node, self.vocabulary)
        return value or ""

    def legend(self, lang: str) -> list[tuple[str, str]]:
        """Each value with its words, in the rule's order."""
        return [(value, value_words(self.rule.by, value, self.vocabulary, lang)) for value in self.colors]


def coloring(rule: StyleRule | None, theme: Theme, vocabulary: Vocabulary) -> Coloring | None:
    if rule is None:
        return None
    return Coloring(
        rule, {value: _on(color, theme) for value, color in rule.colors.items() if _is_color(color)}, vocabulary
    )


def value_words(by: str, value: str, vocabulary: Vocabulary, lang: str) -> str:
    """A value as it is said to people."""
    if by == "kind":
        kind = vocabulary.kind(value)
        return text_in(kind.label, lang) if kind is not None else value
    if by == "sector" and value in vocabulary.sectors:
        return text_in(vocabulary.sectors[value].label, lang)
    return text_in(STATES[value], lang) if by in ("status", "certainty") and value in STATES else value


def _on(color: str, theme: Theme) -> Colors:
    """The colour, lighter or darker until it can be read on its own tint, and that tint."""
    to, share = ("#ffffff", DARK_TINT) if theme.dark else ("#000000", TINT)
    tint = _mixed(theme.paper, color, share)
    for _ in range(12):
        if contrast(color, tint) >= LEAST_TEXT_CONTRAST:
            break
        color = _mixed(color, to, LIFT)
    return Colors(color, tint)


def _mixed(first: str, second: str, share: float) -> str:
    """`share` of the second colour in the first."""
    pairs = ((int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round((1 - share) * one + share * other):02x}" for one, other in pairs)


def _is_color(text: str) -> bool:
    return len(text) == 7 and text.startswith("#") and all(letter in "0123456789abcdefABCDEF" for letter in text[1:])
