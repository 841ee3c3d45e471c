"""Settings and recent files survive a restart, and a damaged file does no harm."""

import tomllib
from pathlib import Path

import pytest

from editor.storage import packaged
from editor.storage.recent import MOST, RecentFiles
from editor.storage.settings import FOLDER_VARIABLE, Settings, load_settings, save_settings, settings_path


def test_saved_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "settings.json"
    settings = Settings(lang="sv", theme="dark", snapping=False)
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
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"")
    recent = RecentFiles(tmp_path / "config" / "recent.json")
    for name in ("a", "b", "a"):
        recent.add(tmp_path / name)
    assert recent.list() == [tmp_path / "a", tmp_path / "b"]
    assert RecentFiles(tmp_path / "config" / "recent.json").list() == recent.list()
    recent.remove(tmp_path / "a")
    assert recent.list() == [tmp_path / "b"]


def test_not_too_many_are_remembered(tmp_path: Path) -> None:
    recent = RecentFiles(tmp_path / "recent.json")
    for number in range(MOST + 5):
        (tmp_path / str(number)).write_bytes(b"")
        recent.add(tmp_path / str(number))
    assert [path.name for path in recent.list()] == [str(number) for number in range(MOST + 4, 4, -1)]


def test_only_files_that_are_there_are_offered(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"")
    recent = RecentFiles(tmp_path / "recent.json")
    recent.add(tmp_path / "there")
    recent.add(tmp_path / "gone")
    assert recent.list() == [tmp_path / "there"]


def test_a_damaged_list_is_kept_aside(tmp_path: Path) -> None:
    (tmp_path / "recent.json").write_bytes(b'{"a": 1}')
    assert RecentFiles(tmp_path / "recent.json").list() == []
    assert (tmp_path / "recent.damaged").read_bytes() == b'{"a": 1}'


def test_the_resources_are_found() -> None:
    assert (packaged.resources_dir() / "vocabulary.toml").is_file()


def test_the_samples_are_found_in_the_order_of_their_list() -> None:
    listed = list(tomllib.loads((packaged.samples_dir() / "samples.toml").read_text("utf-8")))
    samples = packaged.load_samples()
    assert [sample.name for sample in samples] == [name for name in listed if name in {s.name for s in samples}]
    assert all(sample.path.is_file() and sample.about["sv"] and sample.about["en"] for sample in samples)


def test_what_is_gone_is_remembered_until_it_is_removed(tmp_path: Path) -> None:
    recent = RecentFiles(tmp_path / "recent.json")
    recent.add(tmp_path / "gone")
    assert list(recent.remembered()) == [tmp_path / "gone"] and recent.list() == []
    recent.remove(tmp_path / "gone")
    assert list(RecentFiles(tmp_path / "recent.json").remembered()) == []
