"""One module for each step that a store has taken since the first; add one, leave the rest."""
