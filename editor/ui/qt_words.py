"""Qt's own words, in its file dialog and the menus of text fields, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from editor.ui.language import Language


class QtWords(QObject):
    """Follows the language for as long as it lives; where Qt has no translation its words stay English."""

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._translator: QTranslator | None = None
        language.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator.deleteLater()
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self._language.code}", folder):
            QCoreApplication.installTranslator(self._translator)
