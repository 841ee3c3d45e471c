"""Who has a file open: told by a hidden file beside it, which says nothing once the program that wrote it is gone."""

import contextlib
import getpass
import os
import platform
from datetime import datetime
from pathlib import Path

import msgspec

from editor.storage.locks import Lock


class Holder(msgspec.Struct, frozen=True):
    """Who has a file open. since: when it was opened, as ISO 8601."""

    user: str
    host: str
    pid: int
    since: str

    @property
    def is_here(self) -> bool:
        """On this computer."""
        return self.host == platform.node()

    @property
    def time(self) -> str:
        """When it was opened, to the minute."""
        return self.since[:16].replace("T", " ")


class Presence:
    """Says that a file is open here, until `end`, or until the program is no more."""

    def __init__(self, marker: Path, lock: Lock) -> None:
        self._marker = marker
        self._lock = lock

    def end(self) -> None:
        with contextlib.suppress(OSError):
            self._marker.unlink()
        self._lock.release()


def marker_of(path: Path) -> Path:
    """Named as office programs name theirs, which those who synchronise folders know to leave out."""
    target = path.resolve()
    return target.with_name(f".~lock.{target.name}#")


def announce(path: Path) -> Presence | None:
    """Say that this program has a file open; None where another one on this computer does, or nothing can be said."""
    marker = marker_of(path)
    lock = Lock(marker)
    if not lock.take():
        return None
    holder = Holder(_user(), platform.node(), os.getpid(), datetime.now().isoformat(timespec="seconds"))
    try:
        marker.write_bytes(msgspec.json.encode(holder))
    except OSError:
        lock.release()
        return None
    return Presence(marker, lock)


def holder_of(path: Path) -> Holder | None:
    """Who else has a file open. What a crash has left here counts for nothing; on another computer it can't be told."""
    marker = marker_of(path)
    try:
        holder = msgspec.json.decode(marker.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    if not holder.is_here:
        return holder
    lock = Lock(marker)
    is_left_over = lock.take()
    lock.release()
    return None if is_left_over else holder


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
