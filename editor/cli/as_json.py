"""Printing an answer as JSON, two spaces deeper for each level."""

import msgspec


def print_json(value: object) -> None:
    """Letters as they are. Python's own indents in Python, which takes longer than reading the chart does."""
    print(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())
