"""Names that a reader would take for something else are refused."""

import pytest

from editor.errors import UserError
from editor.graphml.attribute_names import check_name


@pytest.mark.parametrize("name", ["", "lg.kind", "LG.x", "label", "Name", "x", "id"])
def test_names_with_another_meaning_are_refused(name: str) -> None:
    with pytest.raises(UserError):
        check_name(name)


def test_other_names_are_free() -> None:
    for name in ("budget", "Antal anställda", "lgx"):
        check_name(name)
