"""Reading whole and replacing whole: what must hold when everything goes well, and when nothing does."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from editor.errors import UserError
from editor.storage.files import read_file, save_atomically, stamp_of

as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def only(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_reads_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "å ä ö.graphml").write_bytes(b"\xef\xbb\xbf<a/>\r\n")
    assert read_file(tmp_path / "å ä ö.graphml") == b"\xef\xbb\xbf<a/>\r\n"


@pytest.mark.parametrize(("name", "words"), [("nowhere", "no such file"), ("folder", "folder"), ("circle", "link")])
def test_says_why_it_cannot_read(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    with pytest.raises(UserError) as caught:
        read_file(tmp_path / name)
    assert words in caught.value.line("en") and name in caught.value.where
    assert caught.value.what["sv"] and caught.value.advice["sv"]


@pytest.mark.parametrize("act", [read_file, lambda path: save_atomically(path, b"x")])
def test_a_name_that_no_system_takes(tmp_path: Path, act) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UserError):
        act(tmp_path / "a\0b")


@pytest.mark.skipif(as_root, reason="root may read everything")
def test_no_permission_to_read(tmp_path: Path) -> None:
    (tmp_path / "closed").write_bytes(b"x")
    (tmp_path / "closed").chmod(0)
    with pytest.raises(UserError, match="permission"):
        read_file(tmp_path / "closed")


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    save_atomically(tmp_path / "new", b"data")
    assert (tmp_path / "new").read_bytes() == b"data"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert only(tmp_path) == ["new", "plain"]


def test_keeps_the_mode_of_the_file_it_replaces(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_follows_a_link_to_its_target(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real = tmp_path / "there" / "real"
    real.write_bytes(b"old")
    (tmp_path / "link").symlink_to(real)
    save_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert real.read_bytes() == b"new"
    assert only(tmp_path / "there") == ["real"]


def test_a_file_marked_read_only_stays(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(UserError, match="permission"):
        save_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert only(tmp_path) == ["old"]


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder"):
        save_atomically(tmp_path, b"new")


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder"):
        save_atomically(tmp_path / "nowhere" / "file", b"new")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has this device")
def test_a_device_that_is_full() -> None:
    with pytest.raises(UserError, match="full"):
        save_atomically(Path("/dev/full"), b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="no resource limits")
def test_a_disk_that_fills_up_while_saving(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    program = (
        "import resource, signal, sys; from pathlib import Path;"
        "from editor.errors import UserError; from editor.storage.files import save_atomically;"
        f"signal.signal({int(signal.SIGXFSZ)}, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: save_atomically(Path(sys.argv[1]), b'x' * 5000)\n"
        "except UserError as error: print(error.line('sv'))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert "full" in done.stdout
    assert path.read_bytes() == b"old"
    assert only(tmp_path) == ["old"]


def test_an_interrupted_rename_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UserError, match="Input/output"):
        save_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert only(tmp_path) == ["old"]


def test_a_stamp_tells_whether_a_file_was_changed_or_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert stamp_of(path) is None and stamp_of(tmp_path / "a\0b") is None
    path.write_bytes(b"one")
    before = stamp_of(path)
    assert before is not None and stamp_of(path) == before
    save_atomically(path, b"two")
    replaced = stamp_of(path)
    assert replaced != before
    os.utime(path, (1, 1))
    assert stamp_of(path) != replaced
