"""Nesting that a program left out of the file, from the groups that nodes name in an attribute."""

from collections.abc import Mapping

import msgspec

from editor.graphml.assembly import Records
from editor.model.records import Node


def regrouped(records: Records) -> list[Node]:
    """The nodes, in the groups that they name where the file has lost its nesting."""
    nodes = records.nodes
    named = {id: group for id, group in records.groups.items() if group in nodes and not _circles(id, records.groups)}
    if not named or any(node.is_group for node in nodes.values()):
        return list(nodes.values())
    groups = set(named.values())
    return [
        msgspec.structs.replace(node, group=named.get(id), is_group=id in groups)
        if id in named or id in groups
        else node
        for id, node in nodes.items()
    ]


def _circles(id: str, groups: Mapping[str, str]) -> bool:
    passed, above = {id}, groups.get(id)
    while above is not None:
        if above in passed:
            return True
        passed.add(above)
        above = groups.get(above)
    return False
