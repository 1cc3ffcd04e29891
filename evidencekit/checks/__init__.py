"""What to look at again; advice that never changes a word."""
