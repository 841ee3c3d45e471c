"""The window with all groups of commands, as actions use it."""

from editor.ui.commands.arranging import Arranging
from editor.ui.commands.changing import Changing
from editor.ui.commands.clipboard import Clipboard
from editor.ui.commands.editing import EditCommands
from editor.ui.commands.files import FileCommands
from editor.ui.commands.framing import Framing
from editor.ui.commands.layouts import LayoutActions
from editor.ui.commands.persons import Persons
from editor.ui.commands.program import ProgramCommands
from editor.ui.commands.recovering import Recovering
from editor.ui.commands.relating import Relating
from editor.ui.commands.sourcing import Sourcing
from editor.ui.commands.tidying import TidyActions
from editor.ui.commands.views import ViewCommands
from editor.ui.surroundings import Surroundings
from editor.ui.window.desk import Desk


class Workplace(Desk):
    """Each group of commands is told of the others that it needs."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.tool = "select"
        self.layouts = LayoutActions(self, surroundings)
        self.files = FileCommands(self, surroundings, self.layouts)
        self.disk = self.files.disk
        self.recovering = Recovering(self, surroundings)
        self.edits = EditCommands(self, surroundings)
        self.arranging = Arranging(self, surroundings)
        self.framing = Framing(self, surroundings)
        self.relating = Relating(self, surroundings)
        self.changing = Changing(self, surroundings)
        self.persons = Persons(self, surroundings)
        self.sourcing = Sourcing(self, surroundings)
        self.clipboard = Clipboard(self, surroundings)
        self.views = ViewCommands(self, surroundings.choices)
        self.program = ProgramCommands(self, surroundings)
        self.tidying = TidyActions(self, surroundings, self.layouts)
