"""The command line: the same work without screens, for scripts, for support, for proving things."""

from evidencekit.cli.main import main

__all__ = ["main"]
