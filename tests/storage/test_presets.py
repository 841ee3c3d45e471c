"""Presets travel with the program; the user's own come after them and are kept."""

from pathlib import Path

import pytest

from editor.errors import UserError
from editor.layout.presets import USUAL, Preset
from editor.storage.presets import packaged_presets, save_preset, the_presets


def test_every_preset_has_both_languages() -> None:
    presets = packaged_presets()
    assert USUAL in presets
    assert all(preset.names.get("sv") and preset.names.get("en") for preset in presets.values())


def test_an_own_preset_is_kept_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "own" / "presets.json"
    assert "mine" not in the_presets(path)
    save_preset(Preset("mine", {"sv": "Min"}, gap_px=4.0), path)
    save_preset(Preset("mine", {"sv": "Min"}, gap_px=9.0), path)
    assert list(the_presets(path))[-1] == "mine"
    assert the_presets(path)["mine"].gap_px == 9.0


@pytest.mark.parametrize("text", ["not json", '[{"id": 1}]', '[{"id": "x", "names": {}, "stacks": "heap"}]'])
def test_own_presets_that_cannot_be_read_are_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "presets.json"
    path.write_text(text)
    with pytest.raises(UserError) as caught:
        the_presets(path)
    assert "presets.json" in str(caught.value.where)
