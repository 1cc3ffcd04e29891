"""Foreign files: told by their bytes, rid of metadata, and shown by a process apart."""
