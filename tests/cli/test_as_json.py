"""JSON on the command line is what Python's own would be, letter by letter."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.cli.as_json import print_json

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
PLAIN = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.just(0.5) | WORDS
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3))


@given(VALUES)
def test_it_says_the_same_in_the_same_lines(value: object) -> None:
    with pytest.MonkeyPatch.context() as patch:
        said: list[str] = []
        patch.setattr("builtins.print", said.append)
        print_json(value)
    assert said == [json.dumps(value, ensure_ascii=False, indent=2)]
