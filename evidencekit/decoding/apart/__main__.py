"""Answer one question about one file, behind walls, and end."""

from evidencekit.decoding.apart.answering import main

if __name__ == "__main__":
    main()
