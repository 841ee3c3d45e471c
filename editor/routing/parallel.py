"""Which of thousands of parallel stretches a line crosses: each noted in the bands that it runs through.

A chart's trunks are as wide as the chart, and hundreds of stretches stand side by side below each: a grid of squares
(`spatial`) has to look into every square along the trunk. Here a stretch lies in the layer of its own length (powers of
four) and there in the one or two bands that it runs through, ordered by where it stands; so a line across asks one band
of each layer, and there only for what stands between its ends.
"""

from bisect import bisect_left, bisect_right
from math import floor, frexp, inf

from editor.geometry import Rect

SMALLEST_BAND_EXPONENT, STEP = 7, 2
Place = tuple[float, float, float, str]
"""Where a stretch stands, from where to where it runs, and its id."""
Band = tuple[int, int]


class ParallelIndex:
    """Stretches by id, all `upright` or all level, found by the area they touch."""

    def __init__(self, upright: bool) -> None:
        self._upright = upright
        self._places: dict[str, Place] = {}
        self._bands: dict[Band, list[Place]] = {}
        self._layers: dict[int, int] = {}
        self._unordered: set[Band] = set()
        """Bands to which something was added since they were asked: thousands come at once when a chart is opened."""

    def __len__(self) -> int:
        return len(self._places)

    def put(self, id: str, area: Rect) -> None:
        """Add a stretch, or move the one that has this id; `area` is as thin as a line."""
        if id in self._places:
            self.discard(id)
        x, y, width, height = area
        place = self._places[id] = (x, y, y + height, id) if self._upright else (y, x, x + width, id)
        layer, bands = _layer(place), self._bands
        self._layers[layer] = self._layers.get(layer, 0) + 1
        for band in _bands(place, layer):
            places = bands.get(band)
            if places is None:
                bands[band] = [place]
            else:
                places.append(place)
                self._unordered.add(band)

    def discard(self, id: str) -> None:
        place = self._places.pop(id, None)
        if place is None:
            return
        layer = _layer(place)
        self._layers[layer] -= 1
        if not self._layers[layer]:
            del self._layers[layer]
        for band in _bands(place, layer):
            places = self._ordered(band)
            del places[bisect_left(places, place)]
            if not places:
                del self._bands[band]

    def touching(self, area: Rect) -> set[str]:
        """The ids of all stretches that share at least a point with `area`."""
        x, y, width, height = area
        right, bottom = x + width, y + height
        first, last, start, end = (x, right, y, bottom) if self._upright else (y, bottom, x, right)
        found: set[str] = set()
        for band in self._asked(start, end):
            places = self._ordered(band)
            between = places[bisect_left(places, (first,)) : bisect_right(places, (last, inf))]
            if between:
                found.update([id for _, begins, ends, id in between if begins <= end and ends >= start])
        return found

    def _asked(self, start: float, end: float) -> list[Band]:
        asked: list[Band] = []
        for layer in self._layers:
            size = float(1 << layer)
            low, high = floor(start / size), floor(end / size)
            if high - low > len(self._bands):
                asked += [band for band in self._bands if band[0] == layer]
            else:
                asked += [band for number in range(low, high + 1) if (band := (layer, number)) in self._bands]
        return asked

    def _ordered(self, band: Band) -> list[Place]:
        places = self._bands[band]
        if band in self._unordered:
            places.sort()
            self._unordered.discard(band)
        return places


def _layer(place: Place) -> int:
    above = frexp(place[2] - place[1])[1] - SMALLEST_BAND_EXPONENT
    return SMALLEST_BAND_EXPONENT if above <= 0 else SMALLEST_BAND_EXPONENT - -above // STEP * STEP


def _bands(place: Place, layer: int) -> list[Band]:
    size = float(1 << layer)
    first, last = floor(place[1] / size), floor(place[2] / size)
    return [(layer, first)] if first == last else [(layer, number) for number in range(first, last + 1)]
