"""The samples as the tests of this folder open them, and the text that each shows."""

from pathlib import Path

import pytest

from editor.graphml.reading import read_graphml
from editor.model.document import Document
from editor.model.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
NUMBERS = {"sodertalje": "000", "hassleholm": "001", "norrtalje": "002", "kommun-utan-namn": "003", "haninge": "004"}

every_sample = pytest.mark.parametrize("name", NUMBERS)


def opened(name: str) -> Document:
    return read_graphml((ROOT / "samples" / f"{name}.graphml").read_bytes()).document
