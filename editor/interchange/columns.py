"""Columns of a table and where each belongs: guessed from its heading in Swedish or English, or told by the user."""

import re
from collections.abc import Mapping, Sequence

from editor.interchange.rows import Row
from editor.model.records import Facts, Task, Tenure
from editor.model.vocabulary import Vocabulary

FIELDS = (
    *("name", "parent", "kind", "holder", "party", "count", "per_year", "from", "to", "tasks"),
    *("contact", "link", "note", "key"),
)  # fmt: skip
"""Where the cells of a column can go; "" leaves a column out, any other heading becomes an attribute."""
ATTRIBUTE = "attribute"
HEADINGS: Mapping[str, str] = {
    **dict.fromkeys(("namn", "name", "enhet", "unit", "ruta", "box", "benämning", "title", "organisation"), "name"),
    **dict.fromkeys(
        ("under", "överordnad", "överordnad enhet", "tillhör", "parent", "superior", "reports to", "rapporterar till"),
        "parent",
    ),
    **dict.fromkeys(("manager", "parent id", "överordnad id", "parentid", "manager id"), "parent"),
    **dict.fromkeys(("slag", "typ", "kind", "type"), "kind"),
    **dict.fromkeys(("innehavare", "chef", "holder", "person", "ansvarig"), "holder"),
    **dict.fromkeys(("parti", "party"), "party"),
    **dict.fromkeys(("antal", "count", "number"), "count"),
    **dict.fromkeys(("gånger per år", "per år", "per year", "times a year"), "per_year"),
    **dict.fromkeys(("från", "gäller från", "from", "start", "valid from"), "from"),
    **dict.fromkeys(("till", "gäller till", "to", "end", "valid to"), "to"),
    **dict.fromkeys(("uppgifter", "uppgift", "ansvar", "tasks", "task", "ansvarar för"), "tasks"),
    **dict.fromkeys(("kontakt", "contact", "e-post", "epost", "email", "e-mail", "telefon", "phone"), "contact"),
    **dict.fromkeys(("länk", "link", "webb", "url", "webbplats"), "link"),
    **dict.fromkeys(("anteckning", "not", "note", "notes", "kommentar", "comment"), "note"),
    **dict.fromkeys(("id", "nr", "kod", "code", "key"), "key"),
}


def guessed(headings: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> list[str]:
    """The field of each column: by its heading, each field once; the first column that nothing claims is the name.

    A column whose cells name other rows says whom they stand under, whatever it is called: "Chef" may be who heads a
    unit, or the post above a post.
    """
    found: list[str] = []
    for heading in headings:
        field = HEADINGS.get(" ".join(heading.split()).casefold(), ATTRIBUTE)
        found.append(field if field == ATTRIBUTE or field not in found else ATTRIBUTE)
    if "name" not in found and ATTRIBUTE in found:
        found[found.index(ATTRIBUTE)] = "name"
    if "parent" not in found:
        above = _naming_others(found, rows)
        if above is not None:
            found[above] = "parent"
    return found


def _naming_others(fields: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """The column of which each cell that says something is the name or the key of a row; None where there is none."""
    for known in (column for column, field in enumerate(fields) if field in ("name", "key")):
        called = {row[known].strip() for row in rows if known < len(row)}
        for column in range(len(fields)):
            others = {row[column].strip() for row in rows if max(known, column) < len(row)} - {""}
            names_itself = any(
                row[column].strip() == row[known].strip() for row in rows if max(known, column) < len(row)
            )
            if fields[column] not in ("name", "key") and others and others <= called and not names_itself:
                return column
    return None


def has_headings(cells: Sequence[Sequence[str]]) -> bool:
    """Whether the first row says what the columns are: one of its cells is a heading that is known."""
    first = {" ".join(cell.split()).casefold() for cell in cells[0]}
    return len(cells) > 1 and bool(first & HEADINGS.keys())


def row_of(headings: Sequence[str], fields: Sequence[str], cells: Sequence[str], kinds: Mapping[str, str]) -> Row:
    """What one row of the table says. kinds: what the kinds are called, as `kinds_called` has it."""
    said: dict[str, str] = {}
    others: dict[str, str] = {}
    for heading, field, cell in zip(headings, fields, cells, strict=False):
        if cell and field in FIELDS and field not in said:
            said[field] = cell
        elif cell and field == ATTRIBUTE and heading.strip():
            others[" ".join(heading.split())] = cell
    holders = _parts(said.get("holder", ""))
    facts = Facts(
        count=_number(said, "count", headings, fields, others),
        per_year=_number(said, "per_year", headings, fields, others),
        start=said.get("from"),
        end=said.get("to"),
        tenures=tuple(Tenure(name, party=said.get("party") if len(holders) == 1 else None) for name in holders),
        tasks=tuple(Task(text) for text in _parts(said.get("tasks", ""))),
        contact=said.get("contact"),
        link=said.get("link"),
        note=said.get("note"),
    )
    word = said.get("kind", "")
    kind = kinds.get(word.casefold(), word or None)
    name = said.get("name", "")
    return Row(name, 0, kind, said.get("parent", ""), said.get("key", ""), facts, others)


def _number(
    said: Mapping[str, str], field: str, headings: Sequence[str], fields: Sequence[str], others: dict[str, str]
) -> int | None:
    """A whole number; what is none is kept among the other columns."""
    text = said.get(field, "")
    if text.isdecimal():
        return int(text[:9])
    if text:
        others[headings[list(fields).index(field)]] = text
    return None


def kinds_called(vocabulary: Vocabulary) -> Mapping[str, str]:
    """What a cell may say of a kind, in small letters: its id, and what it is called in either language.

    A cell that says anything else makes a kind of its own.
    """
    kinds: dict[str, str] = {}
    for kind in vocabulary.kinds.values():
        for called in (kind.id, *kind.label.values(), *kind.caption.values()):
            kinds.setdefault(called.casefold(), kind.id)
    return kinds


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", cell) if part.strip()]
