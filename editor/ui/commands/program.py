"""What the window does that concerns no chart: looks, language, search, help.

The dialogs are brought in when they are asked for, as most runs of the program never show them.
"""

from editor.storage.help_pages import help_page
from editor.ui.surroundings import Surroundings
from editor.ui.window.desk import Desk


class ProgramCommands:
    """Choices are kept for the next time."""

    def __init__(self, window: Desk, surroundings: Surroundings) -> None:
        self._window = window
        self._surroundings = surroundings

    @property
    def theme(self) -> str:
        return self._surroundings.appearance.choice

    @property
    def language(self) -> str:
        return self._surroundings.language.choice

    def choose_theme(self, choice: str) -> None:
        """ "light", "dark", or "system"."""
        self._surroundings.choices.change(theme=None if choice == "system" else choice)
        self._surroundings.appearance.choose(choice)

    def choose_language(self, choice: str) -> None:
        """ "sv", "en", or "system"."""
        self._surroundings.choices.change(lang=None if choice == "system" else choice)
        self._surroundings.language.choose(choice)

    def show_help(self) -> None:
        from editor.ui.dialogs.help_window import HelpWindow

        language = self._surroundings.language
        HelpWindow(self._window, language, help_page(language.code)).show()

    def show_about(self) -> None:
        from editor.ui.dialogs.about import show_about

        show_about(self._window, self._surroundings.language)
