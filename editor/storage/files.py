"""Reading a file whole and replacing it whole, with a message a user can act on when that can't be done."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from editor.errors import UserError

Texts = Mapping[str, str]

NEW_FILE_MODE = 0o666
"""What a new file may be before the user's umask takes away from it."""

_READING: Mapping[int, tuple[Texts, Texts]] = {
    errno.ENOENT: (
        {"sv": "Filen finns inte.", "en": "There is no such file."},
        {"sv": "Kontrollera namnet och mappen.", "en": "Check the name and the folder."},
    ),
    errno.EISDIR: (
        {"sv": "Det är en mapp, ingen fil.", "en": "It is a folder, not a file."},
        {"sv": "Välj en fil i mappen.", "en": "Choose a file inside it."},
    ),
    errno.EACCES: (
        {"sv": "Filen får inte läsas.", "en": "You have no permission to read the file."},
        {"sv": "Be ägaren om läsrätt.", "en": "Ask its owner for the right to read it."},
    ),
    errno.ELOOP: (
        {"sv": "Länken leder runt till sig själv.", "en": "The link leads back to itself."},
        {"sv": "Öppna filen som den skulle peka på.", "en": "Open the file it was meant to point to."},
    ),
}

_WRITING: Mapping[int, tuple[Texts, Texts]] = {
    errno.ENOENT: (
        {"sv": "Mappen finns inte.", "en": "The folder does not exist."},
        {"sv": "Skapa den eller välj en annan.", "en": "Create it or choose another."},
    ),
    errno.ENOTDIR: (
        {"sv": "En del av sökvägen är en fil, ingen mapp.", "en": "A part of the path is a file, not a folder."},
        {"sv": "Välj en annan plats.", "en": "Choose another place."},
    ),
    errno.EISDIR: (
        {"sv": "Där finns redan en mapp med det namnet.", "en": "There is a folder with that name."},
        {"sv": "Ange ett filnamn.", "en": "Give the name of a file."},
    ),
    errno.EACCES: (
        {"sv": "Där får inget skrivas.", "en": "You have no permission to write there."},
        {"sv": "Spara på en annan plats.", "en": "Save in another place."},
    ),
    errno.EROFS: (
        {"sv": "Disken är skrivskyddad.", "en": "The disk is read-only."},
        {"sv": "Spara på en annan plats.", "en": "Save in another place."},
    ),
    errno.ENOSPC: (
        {"sv": "Disken är full; den gamla filen är orörd.", "en": "The disk is full; the old file is untouched."},
        {"sv": "Frigör utrymme eller spara på en annan plats.", "en": "Free some space or save in another place."},
    ),
    errno.ENAMETOOLONG: (
        {"sv": "Namnet är för långt.", "en": "The name is too long."},
        {"sv": "Välj ett kortare.", "en": "Choose a shorter one."},
    ),
}

_ALIASES = {errno.EPERM: errno.EACCES, errno.EDQUOT: errno.ENOSPC, errno.EFBIG: errno.ENOSPC}


def read_file(path: Path) -> bytes:
    """The bytes of a file; UserError says why where they can't be had."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _user_error(_READING, error, path) from error
    except ValueError as error:
        raise _no_path(path) from error


def save_atomically(path: Path, data: bytes) -> None:
    """Put `data` in place of what the file holds, wholly or not at all.

    The bytes are written beside the target, synced and renamed over it, so a reader sees the old file or the new one. A
    symbolic link stays a link: its target is replaced. The target's permission bits are kept. On UserError the old file
    is as it was and nothing is left beside it.
    """
    try:
        target = path.resolve()
        if _is_special(target):
            target.write_bytes(data)
            return
        _refuse_unwritable(target)
        _replace(target, data)
    except OSError as error:
        raise _user_error(_WRITING, error, path) from error
    except (ValueError, RuntimeError) as error:
        raise _no_path(path) from error


def _is_special(target: Path) -> bool:
    """A device or a pipe can't be replaced by a file; it is written to."""
    return target.exists() and not target.is_file() and not target.is_dir()


def _refuse_unwritable(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not (target.stat().st_mode & 0o222 and os.access(target, os.W_OK)):
        # Renaming needs only the folder's permission; a file marked read-only is meant to stay.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _replace(target: Path, data: bytes) -> None:
    with _beside(target) as temporary:
        with temporary.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode_for(target))
        temporary.replace(target)
    _sync_folder(target.parent)


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A temporary file in the same folder, which is gone afterwards unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".saving", dir=target.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _mode_for(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return NEW_FILE_MODE & ~umask


def _sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system lets a folder be synced (Windows does not)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _user_error(messages: Mapping[int, tuple[Texts, Texts]], error: OSError, path: Path) -> UserError:
    number = error.errno or 0
    known = messages.get(_ALIASES.get(number, number))
    if known is None:
        reason = error.strerror or str(error)
        known = (
            {"sv": f"Systemet svarade: {reason}.", "en": f"The system answered: {reason}."},
            {"sv": "Försök med en annan fil eller plats.", "en": "Try another file or place."},
        )
    return UserError(*known, where=str(path))


def _no_path(path: Path) -> UserError:
    return UserError(
        {"sv": "Det är ingen giltig sökväg.", "en": "That is not a valid path."},
        {"sv": "Kontrollera namnet.", "en": "Check the name."},
        where=repr(str(path)),
    )


@dataclass(frozen=True)
class Stamp:
    """What a file looks like from outside: enough to see cheaply that nobody has replaced or changed it."""

    modified_ns: int
    size: int
    inode: int


def stamp_of(path: Path) -> Stamp | None:
    """The file's stamp now; None where there is no file that can be looked at."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(state.st_mtime_ns, state.st_size, state.st_ino)
