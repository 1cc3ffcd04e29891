"""Which areas of earlier versions of the framework have another id today."""

import json
from collections.abc import Mapping

from evidencekit.store import settings
from evidencekit.store.connection import Database

NAME = "areas.moved"


def moved_areas(database: Database) -> Mapping[str, str]:
    """Give the old ids with those of today; empty where nothing moved."""
    held = settings.get(database, NAME)
    return {str(old): str(new) for old, new in json.loads(held).items()} if held else {}


def keep_moved(database: Database, moved: Mapping[str, str]) -> None:
    """Keep the old ids with those of today; the caller rebuilds the lists."""
    if moved:
        settings.put(database, NAME, json.dumps(dict(sorted(moved.items()))))
    else:
        settings.drop(database, NAME)
