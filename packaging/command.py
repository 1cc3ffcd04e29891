"""Start the command line of the built app."""

import sys

from evidencekit.cli import main

if __name__ == "__main__":
    sys.exit(main())
