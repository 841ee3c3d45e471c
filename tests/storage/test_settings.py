"""Settings and recent files survive a restart, and a damaged file does no harm."""

from pathlib import Path

import pytest

from editor.storage import packaged
from editor.storage.recent import MOST, forgotten, present, remembered
from editor.storage.settings import FOLDER_VARIABLE, Settings, load_settings, save_settings, settings_path


def test_saved_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "settings.json"
    settings = Settings(lang="sv", theme="dark", recent=("/a",), snapping=False)
    save_settings(path, settings)
    assert load_settings(path) == settings


def test_none_yet_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize("data", [b"{", b"\xff\xfe", b'{"lang": 3}', b""])
def test_a_damaged_file_is_kept_aside(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert load_settings(path) == Settings()
    assert (tmp_path / "settings.damaged").read_bytes() == data
    assert not path.exists()


def test_settings_of_a_later_version_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"lang": "en", "hologram": true}')
    assert load_settings(path).lang == "en"


def test_the_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert settings_path() == tmp_path / "settings.json"


def test_the_newest_file_is_first_and_once(tmp_path: Path) -> None:
    settings = Settings()
    for name in ("a", "b", "a"):
        settings = remembered(settings, tmp_path / name)
    assert [Path(name).name for name in settings.recent] == ["a", "b"]
    assert forgotten(settings, tmp_path / "a").recent == (str(tmp_path / "b"),)


def test_not_too_many_are_remembered(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(MOST + 5):
        settings = remembered(settings, tmp_path / str(number))
    assert len(settings.recent) == MOST


def test_only_files_that_are_there_are_offered(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"")
    settings = remembered(remembered(Settings(), tmp_path / "there"), tmp_path / "gone")
    assert present(settings) == [tmp_path / "there"]


def test_the_resources_are_found() -> None:
    assert (packaged.resources_dir() / "vocabulary.toml").is_file()


def test_the_samples_are_found_in_their_order() -> None:
    names = [sample.name for sample in packaged.samples()]
    known = [name for name in packaged.SAMPLE_NAMES if name in names]
    assert names[: len(known)] == known
    assert all(sample.path.is_file() for sample in packaged.samples())
