"""The evidence-gathering core: everything done to evidence, with no screen and no network."""

__version__ = "0.1.0"
