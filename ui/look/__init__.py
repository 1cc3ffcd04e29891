"""How things look, as plain values: tokens, fonts, icons, palette and style sheet."""
