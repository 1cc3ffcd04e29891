"""A status in a word or two, never by colour alone and never a button."""

from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import repolish


class Tag(QLabel):
    """Sentence case, an adjective; tones: ok, caution, error, info, quote, view, seen, voice."""

    def __init__(self, words: str, tone: str = "") -> None:
        super().__init__(words)
        self.setObjectName("tag")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def say(self, words: str, tone: str = "") -> None:
        """Change the status."""
        self.setText(words)
        self.setProperty("tone", tone)
        repolish(self)
