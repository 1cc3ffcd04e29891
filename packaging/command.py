"""Start the command line of the built app, or the reader of foreign files that hides in it."""

import sys

from evidencekit.decoding.asking import APART


def main() -> int:
    """Read a foreign file apart when that is asked for, else do what the words say."""
    if sys.argv[1:] == [APART]:
        from evidencekit.decoding.apart import answering  # noqa: PLC0415 - and nothing else

        answering.main()
    from evidencekit import cli  # noqa: PLC0415 - not for a file read apart

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
