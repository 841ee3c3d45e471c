"""Text files in the usual encodings; what is no text is refused with what to do about it."""

from pathlib import Path

import pytest

from editor.errors import UserError
from editor.storage.texts import MOST_BYTES, read_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "x.txt").write_bytes("Åby – ”nämnd”".encode(encoding))
    assert read_text(tmp_path / "x.txt") == "Åby – ”nämnd”"


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"%PDF-1.4", "PDF"), (b"PK\x03\x04rest", "Word"), (b"a\0b", "?"), (b"x" * (MOST_BYTES + 1), "5")],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(UserError) as told:
        read_text(tmp_path / "x")
    assert said in told.value.what["sv"] and told.value.advice["en"]


def test_letters_of_no_encoding_are_kept_as_something(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"\x81\x8d")
    assert len(read_text(tmp_path / "x")) == 2
