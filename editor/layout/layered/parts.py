"""What Graphviz is asked to rank: the boxes of a web, with many that hang on one box as one part."""

from collections.abc import Iterator, Mapping

from editor.layout.layered.stacks import Stack, stacks
from editor.layout.layered.web import Link, Web
from editor.layout.shapes import Spacing

Size = tuple[float, float]


class Parts:
    """sizes: by part.  stacks: by part, those that are one.  stacked: by box in one, that part.

    of: the part that a box is, or is in.  frame: by part.  links: those between boxes.
    """

    def __init__(self, web: Web, sizes: Mapping[str, Size], spacing: Spacing) -> None:
        self.web = web
        self.stacks: dict[str, Stack] = {_name(stack): stack for stack in stacks(web, sizes, spacing)}
        self.stacked = {id: name for name, stack in self.stacks.items() for id in stack.boxes}
        self.of = {id: self.stacked.get(id, id) for id in web.boxes}
        self.frame = {part: web.frame[id] for id, part in self.of.items()}
        self.sizes = {part: self.stacks[part].size if part in self.stacks else sizes[part] for part in self.frame}
        self.links = [link for link in web.links if link.upper in self.of and link.lower in self.of]
        self._widest = {frame: sizes[frame][0] for frame in web.frames if frame in sizes}
        self._pad = spacing.pad[0] + spacing.pad[2]

    def around(self, part: str) -> Iterator[str]:
        """The frames that it stands in, from the inside out."""
        frame = self.frame[part]
        if frame is not None:
            yield frame
            yield from self.web.around(frame)

    def asked(self) -> dict[str, Size]:
        """The sizes that Graphviz is told; the first part of a frame that its name makes wider is wider too."""
        asked = dict(self.sizes)
        for frame, width in self._widest.items():
            inside = [part for part in asked if frame in self.around(part)]
            if inside and max(asked[part][0] for part in inside) < width - self._pad:
                asked[inside[0]] = width - self._pad, asked[inside[0]][1]
        return asked

    def joints(self) -> dict[str, Link]:
        """By line the one that stands for it between parts: of the lines of a stack that is the first."""
        firsts: dict[tuple[str, str], Link] = {}
        found = {}
        for link in self.links:
            pair = self.of[link.upper], self.of[link.lower]
            joint = Link(link.edge, *pair)
            found[link.edge] = firsts.setdefault(pair, joint) if not self.stacks.keys().isdisjoint(pair) else joint
        return found


def _name(stack: Stack) -> str:
    """No id of a record has a line break in front."""
    return f"\n{'above' if stack.is_above else 'below'}\n{stack.hub}"
