"""Values as their type has them written."""

import pytest

from editor.model.value_types import as_type


@pytest.mark.parametrize(
    ("text", "type", "value"),
    [
        ("12", "int", "12"),
        ("1 250", "int", "1250"),
        ("−3", "int", "-3"),
        ("1,5", "int", None),
        ("9999999999", "int", None),
        ("9999999999", "long", "9999999999"),
        ("1\u00a0250,5", "double", "1250.5"),
        ("1e3", "float", "1e3"),
        ("1_000", "double", None),
        ("inf", "double", None),
        ("", "double", None),
        ("1", "boolean", "true"),
        ("False", "boolean", "false"),
        ("kanske", "boolean", None),
        ("vad som helst ", "string", "vad som helst "),
    ],
)
def test_values_are_written_as_their_type_wants_them(text: str, type: str, value: str | None) -> None:
    assert as_type(text, type) == value
