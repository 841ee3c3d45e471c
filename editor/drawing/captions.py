"""What a drawing says in words: captions, tags, holders, and the names of its parts for readers who can't see it."""

from editor.model.counting import COUNTED
from editor.model.dates import humanised, since, span_text
from editor.model.document import Document
from editor.model.persons import is_vacancy
from editor.model.records import NO_FACTS, NO_LOOK, Edge, Facts, Node, Task, Tenure
from editor.model.vocabulary import Vocabulary, text_in

WORDS = {
    "sv": {
        "from": "från",
        "to": "till", "vacant": "vakant", "interpreted": "tolkat", "unknown_count": "antal framgår inte",
        "unnamed": "utan namn", "to_end": "till", "hidden": "dolda", "several": "flera, inte namngivna",
        "planned": "planerat", "proposed": "förslag", "ended": "upphört", "source": "Källa",
        "chart": "Diagram", "boxes": "Rutor", "lines": "linjer", "unknown": "oklart", "in_number": "till antalet",
        "per_year": "gånger om året", "once_a_year": "en gång om året", "possible": "möjligen",
        "named": "namngiven", "named_many": "namngivna",
        "under": "under", "within": "i", "below": "närmast under", "more_relations": "relationer till",
    },
    "en": {
        "from": "from", "to": "to", "vacant": "vacant", "interpreted": "interpreted",
        "unknown_count": "number not stated", "unnamed": "unnamed", "to_end": "to", "hidden": "hidden",
        "several": "several, not named", "planned": "planned", "proposed": "proposed", "ended": "ended",
        "source": "Source", "chart": "Chart", "boxes": "Boxes", "lines": "lines",
        "unknown": "unclear", "in_number": "in number", "per_year": "times a year", "once_a_year": "once a year",
        "possible": "possibly", "named": "named", "named_many": "named",
        "under": "under", "within": "in", "below": "directly below",
        "more_relations": "more relations",
    },
}  # fmt: skip


MOST_SPOKEN = 300
"""Letters of a label that are said as its name."""


def word(key: str, lang: str) -> str:
    return WORDS.get(lang, WORDS["en"])[key]


def caption_of(node: Node, vocabulary: Vocabulary, lang: str) -> str:
    kind = vocabulary.kind(node.kind)
    return "" if kind is None else text_in(kind.caption, lang) or text_in(kind.label, lang)


def reading_of(node: Node, lang: str) -> str:
    """That the element itself is our reading, where the tag in the corner has something else to say."""
    is_reading = node.facts.certainty == "interpreted"
    return word("interpreted", lang) if is_reading and tag_of(node, lang) != word("interpreted", lang) else ""


def task_of(task: Task, lang: str) -> str:
    """A task as it stands in a list; one that is our reading says so."""
    return f"{task.text} ({word('interpreted', lang)})" if task.certainty == "interpreted" else task.text


def tag_of(node: Node, lang: str, short: bool = True) -> str:
    """The small word in the corner: from or until when, else what is not settled about it."""
    facts = node.facts
    if facts == NO_FACTS:
        return ""
    if facts.status == "possible":
        return f"{word('possible', lang)}?"
    if facts.status == "ended" and facts.end:
        return f"{word('to', lang)} {humanised(facts.end, lang, short)}"
    if facts.start:
        return since(facts.start, lang, short)
    if facts.status in ("planned", "proposed", "ended", "unknown"):
        return word(facts.status, lang)
    return word("interpreted", lang) if facts.certainty == "interpreted" else ""


def says_only_its_name(node: Node) -> bool:
    """Whether there is nothing to say of a box beyond its kind and name, as of most in a large chart."""
    return node.facts == NO_FACTS and node.kind != COUNTED and not node.labels


def holders_of(node: Node, lang: str) -> list[str]:
    """Who holds a post now; "vakant" only where that is stated."""
    if node.facts == NO_FACTS:
        return []
    current = [tenure for tenure in node.facts.tenures if tenure.status != "ended"]
    if not current and node.facts.status == "vacant":
        return [word("vacant", lang)]
    return [_holder(tenure, node.facts, lang) for tenure in current]


def count_of(node: Node, lang: str, named: int = 0) -> str:
    """What a counted set says below its name: how many, or that this is not stated, and how many have boxes."""
    count = node.facts.count
    if node.kind != COUNTED:
        return "" if count is None else str(count)
    if count is None:
        said = word("unknown_count", lang)
    else:
        is_in_name = any(part == str(count) for part in node.name.split())
        said = "" if is_in_name else f"{count} {word('in_number', lang)}"
    with_boxes = f"({named} {word('named' if named == 1 else 'named_many', lang)})" if named else ""
    return " ".join(part for part in (said, with_boxes) if part)


def frequency_of(node: Node, lang: str) -> str:
    """How often it meets."""
    times = node.facts.per_year
    if times is None:
        return ""
    return word("once_a_year", lang) if times == 1 else f"{times} {word('per_year', lang)}"


def name_of(node: Node) -> str:
    return node.name.strip() or node.id


def drawing_words(document: Document, lang: str) -> tuple[str, str]:
    """The title and the description of the whole; what is in it where nothing is said of it."""
    info = document.info
    boxes = f"{word('boxes', lang)}: {len(document.nodes)}; {word('lines', lang)}: {len(document.edges)}"
    return info.title.strip() or word("chart", lang), info.subtitle or info.introduction or boxes


def _spoken(node: Node, lang: str) -> str:
    """Its name in one line. An id is said only where it is also shown: of boxes with neither kind nor look."""
    if node.name and not node.name.isspace():
        return " ".join(node.name[:MOST_SPOKEN].split())
    labelled = next((label.text for label in node.labels if label.text.strip()), "")
    shown = node.id if node.kind is not None or node.look == NO_LOOK else word("unnamed", lang)
    return " ".join((labelled or shown)[:MOST_SPOKEN].split())


def node_title(node: Node, vocabulary: Vocabulary, lang: str) -> str:
    """ "Befattning Kommundirektör, Ulla-Marie Hellenberg"."""
    spoken = _spoken(node, lang)
    named = spoken if node.kind is None else f"{caption_of(node, vocabulary, lang)} {spoken}".strip()
    return named if node.facts == NO_FACTS else ", ".join([named, *holders_of(node, lang)])


def node_desc(node: Node, lang: str, named: int = 0) -> str:
    if says_only_its_name(node):
        return ""
    tasks = [task_of(task, lang) for task in node.facts.tasks]
    parts = [
        count_of(node, lang, named),
        frequency_of(node, lang),
        tag_of(node, lang, short=False),
        reading_of(node, lang),
        *tasks,
        node.facts.note or "",
    ]
    return "; ".join(part for part in parts if part)


def edge_title(edge: Edge, source: Node, target: Node, vocabulary: Vocabulary, lang: str) -> str:
    """ "Kommundirektör ansvarar för Miljökontoret"."""
    one, other = _spoken(source, lang)[:120], _spoken(target, lang)[:120]
    verb = text_in(vocabulary.relation(edge.kind).label, lang) if edge.kind else "→" if edge.directed else "–"
    named = f" ({' '.join(edge.name.split())[:200]})" if edge.name and not edge.name.isspace() else ""
    return f"{one} {verb} {other}{named}"


def edge_word(edge: Edge, vocabulary: Vocabulary, lang: str) -> str:
    """What stands on the line: its own name, else the relation's word, and that it is our reading where it is."""
    relation = vocabulary.relation(edge.kind) if edge.kind else None
    text = edge.name.strip() or (text_in(relation.caption, lang) if relation else "")
    if edge.facts.certainty != "interpreted":
        return text
    return f"{text} ({word('interpreted', lang)})" if text else word("interpreted", lang)


def _holder(tenure: Tenure, post: Facts, lang: str) -> str:
    """The name with party, with the days where they are others than the post's own, and whether it is our reading."""
    named = f"{tenure.name} ({tenure.party})" if tenure.party else tenure.name
    if is_vacancy(tenure) or not tenure.name:
        named = word("vacant", lang)
    start = tenure.start if tenure.start != post.start else None
    days = span_text(start, tenure.end if tenure.end != post.end else None, lang)
    reading = word("interpreted", lang) if tenure.certainty == "interpreted" else ""
    return ", ".join(part for part in (named, days, reading) if part)
