"""Frameworks, fonts, icons, words and help, read through importlib.resources; no code here."""
