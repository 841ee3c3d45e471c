"""What a user is told of a file that opens: what is kept but not shown, and what was odd in it."""

from collections.abc import Mapping

import msgspec

_TEXTS = {
    "hyperedge": (
        "{n} hyperkanter behålls i filen men visas inte.",
        "{n} hyperedges are kept in the file but not shown.",
    ),
    "dangling_edge": (
        "{n} kanter leder till noder som inte finns; de behålls men visas inte.",
        "{n} edges lead to nodes that don't exist; they are kept but not shown.",
    ),
    "duplicate_id": ("{n} noder har ett id som redan är upptaget.", "{n} nodes have an id that was taken already."),
    "bad_place": (
        "{n} noder har en orimlig plats i filen; de placeras ut automatiskt.",
        "{n} nodes have an impossible place in the file; they are placed automatically.",
    ),
    "bad_fact": (
        "{n} uppgifter kan inte tolkas; de behålls som de är.",
        "{n} facts can't be understood; they are kept as they are.",
    ),
    "structured": (
        "{n} sammansatta uppgifter från andra program behålls men visas inte.",
        "{n} structured values of other programs are kept but not shown.",
    ),
    "emptied": (
        "{n} noder har mist allt som sades om dem: igraph läser inget om noder inuti grupper. Skriv filen "
        "med ledgraf convert --flat innan igraph läser den.",
        "{n} nodes have lost all that was said of them: igraph reads nothing of nodes inside groups. Write the file "
        "with ledgraf convert --flat before igraph reads it.",
    ),
    "table": ("{n} tabeller visas som grupper.", "{n} tables are shown as groups."),
    "entities": (
        "Filen har egna entiteter; de behålls som de är skrivna.",
        "The file declares entities of its own; they are kept as they are written.",
    ),
    "no_graph": ("Filen innehåller ingen graf.", "The file holds no graph."),
    "namespace": ("Filen är inte i GraphML:s namnrymd.", "The file is not in GraphML's namespace."),
}


class Notice(msgspec.Struct, frozen=True):
    """A sentence for the user, by language; `code` names its kind for programs."""

    code: str
    count: int
    text: Mapping[str, str]


def notices_of(*counts: Mapping[str, int]) -> tuple[Notice, ...]:
    """A notice for everything that occurred."""
    return tuple(
        Notice(code, number, {"sv": _TEXTS[code][0].format(n=number), "en": _TEXTS[code][1].format(n=number)})
        for found in counts
        for code, number in found.items()
        if number and code in _TEXTS
    )
