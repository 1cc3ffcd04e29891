"""The work, one verb a module: everything a person can do to evidence, from a screen or a script."""
