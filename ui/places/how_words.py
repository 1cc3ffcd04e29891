"""What the way to "How do we know?" is called, and its key; apart, since the menu needs no more."""

KEY = "Ctrl+H"
WORDS = "How do we know?"
