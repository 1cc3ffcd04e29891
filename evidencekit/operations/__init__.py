"""The work, one verb a module: all that a person does to evidence, by screen or script."""
