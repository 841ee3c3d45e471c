"""The persons in the posts that are selected: all their posts, whether they are one, a box of their own."""

from editor.model import persons
from editor.model.persons import Holder
from editor.ui.surroundings import Surroundings
from editor.ui.window.desk import Desk


class Persons:
    """Each acts on the chart shown and does nothing where there is none."""

    def __init__(self, window: Desk, surroundings: Surroundings) -> None:
        self._window = window
        self._words = surroundings.language
        self._vocabulary = surroundings.vocabulary

    @property
    def has_holder(self) -> bool:
        return any(True for _ in self._holders())

    @property
    def can_join(self) -> bool:
        """Two posts or more are selected, in which the same name stands."""
        return len(self._namesakes()) > 1

    def select_posts(self) -> None:
        """Select every post that the holders of the selected ones have."""
        chart = self._window.chart
        if chart is not None:
            found = [post for holder in self._holders() for post in persons.posts_of(chart.document, holder.tenure)]
            if found:
                chart.canvas.select(found)
                chart.canvas.reveal(found[0])

    def join(self) -> None:
        """Say that the holders of one name in the selected posts are one person."""
        chart, found = self._window.chart, self._namesakes()
        if chart is not None and len(found) > 1:
            chart.canvas.settle()
            with chart.document.transaction(self._words("step.join_persons", name=found[0].tenure.name)) as step:
                persons.join_persons(chart.document, step, [(holder.post, holder.place) for holder in found])

    def part(self) -> None:
        """Say that the holders of one name in the selected posts are different persons."""
        chart, found = self._window.chart, self._namesakes()
        if chart is not None and len(found) > 1:
            chart.canvas.settle()
            with chart.document.transaction(self._words("step.part_persons", name=found[0].tenure.name)) as step:
                persons.part_persons(chart.document, step, [(holder.post, holder.place) for holder in found])

    def show_box(self) -> None:
        """Give each holder of the selected posts a box of its own."""
        chart, found = self._window.chart, self._holders()
        if chart is None or not found:
            return
        chart.canvas.settle()
        names = ", ".join(dict.fromkeys(holder.tenure.name for holder in found))
        with chart.document.transaction(self._words("step.person_box", name=names)) as step:
            boxes = [
                persons.add_person_box(chart.document, step, self._vocabulary, holder.post, holder.place)
                for holder in found
            ]
        chart.canvas.select(boxes)
        chart.canvas.reveal(boxes[0])

    def _holders(self) -> list[Holder]:
        """Those who hold what is selected and have not left it; in a large selection nobody is asked for."""
        chart = self._window.chart
        ids = chart.canvas.editor.selection.ids if chart is not None else frozenset()
        if chart is None or not 0 < len(ids) <= MOST_SELECTED:
            return []
        nodes = chart.document.nodes
        return [
            Holder(id, place, tenure)
            for id in sorted(ids & nodes.keys(), key=lambda id: nodes[id].order)
            for place, tenure in enumerate(nodes[id].facts.tenures)
            if tenure.name.strip() and not persons.is_vacancy(tenure)
        ]

    def _namesakes(self) -> list[Holder]:
        """The holders among those selected whose name stands in another selected post too; of one name only."""
        found = self._holders()
        for holder in found:
            same = [other for other in found if _name(other) == _name(holder)]
            if len({other.post for other in same}) > 1:
                return same
        return []


MOST_SELECTED = 100


def _name(holder: Holder) -> str:
    return " ".join(holder.tenure.name.casefold().split())
