"""The same content as the picture in words: the structure as indented lines, and each relation as a sentence."""

from editor.model.dates import span_text
from editor.model.document import Document
from editor.model.persons import is_vacancy
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary, text_in

WORDS = {
    "sv": {
        "interpreted": "tolkning",
        "unknown": "osäkert",
        "planned": "planerat",
        "proposed": "förslag",
        "ended": "upphört",
        "count": "antal {}",
        "per_year": "{} gånger per år",
        "unnamed": "utan namn",
        "no_count": "antalet framgår inte",
        "nobody": "vakant",
    },
    "en": {
        "interpreted": "interpreted",
        "unknown": "uncertain",
        "planned": "planned",
        "proposed": "proposed",
        "ended": "ended",
        "count": "{} in number",
        "per_year": "{} times a year",
        "unnamed": "unnamed",
        "no_count": "number not stated",
        "nobody": "vacant",
    },
}


def outline(document: Document, structure: Structure, vocabulary: Vocabulary, lang: str) -> list[tuple[int, str]]:
    """Every element with its depth (0 for roots), parents before children; its tasks follow one step deeper."""
    lines: list[tuple[int, str]] = []
    waiting = [(0, id) for id in reversed(structure.roots)]
    while waiting:
        depth, id = waiting.pop()
        node = document.nodes[id]
        lines.append((depth, element_words(node, vocabulary, lang)))
        lines.extend(
            (depth + 1, _with_details(task.text, _state(task.start, task.end, task.status, task.certainty, lang)))
            for task in node.facts.tasks
        )
        waiting.extend((depth + 1, child) for child in reversed(structure.children.get(id, [])))
    return lines


def sentence(edge: Edge, document: Document, vocabulary: Vocabulary, lang: str) -> str:
    """A relation said in words: who, what, whom, when and how sure."""
    verb = text_in(vocabulary.relation(edge.kind).label, lang) if edge.kind else "–"
    ends = [_subject(document.nodes[id], vocabulary, lang) for id in (edge.source, edge.target)]
    words = f"{ends[0]} {verb} {ends[1]}"
    named = f": {_one_line(edge.name)}" if edge.name.strip() else ""
    return _with_details(words + named, _facts_details(edge.facts, lang)) + "."


def element_words(node: Node, vocabulary: Vocabulary, lang: str) -> str:
    """An element in one line: its kind, name and holders, how many, when and how sure."""
    kind = vocabulary.kind(node.kind)
    caption = f"{text_in(kind.label, lang)}: " if kind is not None else ""
    name = _one_line(node.name) or _words(lang)["unnamed"]
    holders = ", ".join(_holder(tenure, node.facts, lang) for tenure in node.facts.tenures)
    line = f"{caption}{name}" + (f" – {holders}" if holders else "")
    details = _facts_details(node.facts, lang)
    if node.kind == "counted_set" and node.facts.count is None:
        details.insert(0, _words(lang)["no_count"])
    return _with_details(line, details)


def dates_in_words(item: Facts | Tenure | Task, lang: str) -> str:
    """When and in which state something is, "" where nothing is stated."""
    return ", ".join(_state(item.start, item.end, item.status, item.certainty, lang))


def _subject(node: Node, vocabulary: Vocabulary, lang: str) -> str:
    kind = vocabulary.kind(node.kind)
    return _one_line(node.name) or (text_in(kind.label, lang) if kind is not None else node.id)


def _holder(tenure: Tenure, post: Facts, lang: str) -> str:
    """A holder; dates that are the post's own are not said twice."""
    name = f"{tenure.name} ({tenure.party})" if tenure.party else tenure.name
    if is_vacancy(tenure) or not name.strip():
        name = _words(lang)["nobody"]
    is_same = (tenure.start, tenure.end) == (post.start, post.end)
    start, end = (None, None) if is_same else (tenure.start, tenure.end)
    return _with_details(name, _state(start, end, tenure.status, tenure.certainty, lang))


def _facts_details(facts: Facts, lang: str) -> list[str]:
    words = _words(lang)
    details = [words["count"].format(facts.count)] if facts.count is not None else []
    if facts.per_year is not None:
        details.append(words["per_year"].format(facts.per_year))
    return details + _state(facts.start, facts.end, facts.status, facts.certainty, lang)


def _state(start: str | None, end: str | None, status: str | None, certainty: str | None, lang: str) -> list[str]:
    if not (start or end or status or certainty):
        return []  # as of most; told of thousands at once
    words = _words(lang)
    found = [span_text(start, end, lang), words.get(status or "", ""), words.get(certainty or "", "")]
    return list(dict.fromkeys(text for text in found if text))


def _with_details(text: str, details: list[str]) -> str:
    return f"{text} ({', '.join(details)})" if details else text


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _words(lang: str) -> dict[str, str]:
    return WORDS.get(lang, WORDS["en"])
