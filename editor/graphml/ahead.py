"""Goes through a file ahead of the parser and finds what needs none, because it matches a stencil."""

import re
from collections.abc import Iterator

from editor.graphml.stencils import Found, Stencil, learned

WORTHWHILE_BYTES = 100_000
MOST = 24
"""Stencils of a file, for each of its three kinds of pieces; trying more than this costs what it saves."""
TRIED_BEFORE_GIVING_UP = 8
_HIDDEN = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_BEGIN = re.compile(rb"(?<=[ \t\n>])<(node|edge|data)(?=[\s/>])")
"""Behind a tag or white space, so that the parser has understood all that stands before."""
_WHITE = b" \t\n"
_ROOT = re.compile(rb"""<(?:[\w.-]+:)?graphml(?:\s[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*)?>""")


def read_ahead(text: bytes) -> Iterator[Found] | None:
    """What in a file (UTF-8) needs no parser, in the order of the text; None where that is not worth while or not
    certain.
    """
    root = _ROOT.search(text, 0, 100_000)
    if len(text) < WORTHWHILE_BYTES or root is None or b"<!DOCTYPE" in text[: root.start()]:
        return None
    if text.find(b"xmlns", root.end()) >= 0:
        return None  # a prefix may mean something else further on
    return _found(text, root) if _is_utf_8(text) else None


def _is_utf_8(text: bytes) -> bool:
    """What is not, the parser refuses, and says where."""
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


class _Kind:
    """The stencils of nodes, of edges or of single data: the one that matched last comes first."""

    def __init__(self, tag: bytes, root: bytes) -> None:
        self._tag = tag
        self._root = root
        self._stencils: list[Stencil] = []
        self._tried = 0
        self.matched = 0

    def found(self, text: bytes, since: int) -> Found | None:
        """What matches behind some white space."""
        for index, stencil in enumerate(self._stencils):
            found = stencil.found(text, since)
            if found is not None:
                if index:
                    self._stencils.insert(0, self._stencils.pop(index))
                return found
        return None

    def learn(self, text: bytes, start: int) -> None:
        if self._tried < MOST and not self.is_useless:
            self._tried += 1
            stencil = learned(text, start, self._tag, self._root)
            if stencil is not None:
                self._stencils.insert(0, stencil)

    @property
    def is_useless(self) -> bool:
        return self._tried > TRIED_BEFORE_GIVING_UP and self.matched < self._tried * 4


def _found(text: bytes, root: "re.Match[bytes]") -> Iterator[Found]:
    kinds = {tag: _Kind(tag, root[0]) for tag in (b"node", b"edge", b"data")}
    search, at, end = _BEGIN.search, root.end(), -1
    hidden = _hidden(text, at)
    first, behind = next(hidden)
    while (begin := search(text, at)) is not None:
        start = begin.start()
        while behind <= start:
            first, behind = next(hidden)
        at = begin.end()
        if first < start:
            continue
        kind = kinds.get(begin[1])
        if kind is None:
            continue
        since = end if end >= 0 and not text[end:start].strip(_WHITE) else start
        found = kind.found(text, since)
        if found is not None:
            while found is not None:
                at = end = found.end
                kind.matched += 1
                yield found
                found = found.stencil.found(text, at)  # mostly the next is like it, and nothing stands between
            continue
        kind.learn(text, start)
        if kind.is_useless:
            del kinds[begin[1]]
            if not kinds:
                return


def _hidden(text: bytes, at: int) -> Iterator[tuple[int, int]]:
    """The comments, CDATA sections and instructions behind a byte, at last one that never ends."""
    declaration, instruction = _next(text, b"<!", at), _next(text, b"<?", at)
    while True:
        start = min(declaration, instruction)
        match = _HIDDEN.match(text, start)
        if match is None:
            yield start, len(text) + 1
            return
        yield match.span()
        if declaration < match.end():
            declaration = _next(text, b"<!", match.end())
        if instruction < match.end():
            instruction = _next(text, b"<?", match.end())


def _next(text: bytes, mark: bytes, at: int) -> int:
    found = text.find(mark, at)
    return found if found >= 0 else len(text)
