"""Timing a piece of work and the peer or floor it is held against, turn about in the same run."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence

import msgspec

Work = Callable[[], object]
FEWEST_RUNS = 5


class Row(msgspec.Struct, frozen=True):
    """One line of the table. `ratio` is our median over that of `against`; None where there is none."""

    name: str
    n: int
    median: float
    p95: float
    unit: str
    ratio: float | None
    against: str | None
    runs: int


def compared(name: str, n: int, work: Work, against: str, peer: Work, runs: int = FEWEST_RUNS) -> list[Row]:
    """A row for our work and one for what it is measured against; both run once unmeasured first."""
    work()
    peer()
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(runs):
        ours.append(seconds(work))
        theirs.append(seconds(peer))
    ratio = statistics.median(ours) / statistics.median(theirs)
    return [row(name, n, ours, ratio, against), row(against, n, theirs)]


def alone(name: str, n: int, work: Work, runs: int = FEWEST_RUNS) -> Row:
    work()
    return row(name, n, [seconds(work) for _ in range(runs)])


def seconds(work: Work) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def row(name: str, n: int, times: Sequence[float], ratio: float | None = None, against: str | None = None) -> Row:
    """Times in seconds become milliseconds."""
    times = sorted(times)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    short = None if ratio is None else round(ratio, 3)
    return Row(name, n, round(statistics.median(times) * 1e3, 3), round(p95 * 1e3, 3), "ms", short, against, len(times))


def heading() -> str:
    return f"{'what':<34} {'n':>6} {'median':>12} {'95th':>12} {'ratio':>7}  against"


def table(rows: Sequence[Row]) -> str:
    """The rows for reading."""
    lines = []
    for r in rows:
        ratio = f"{r.ratio:7.2f}" if r.ratio is not None else " " * 7
        lines.append(
            f"{r.name:<34} {r.n:>6} {r.median:>8.2f} {r.unit:<3} {r.p95:>8.2f} {r.unit:<3} {ratio}  {r.against or ''}"
        )
    return "\n".join(lines)
