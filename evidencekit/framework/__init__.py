"""What an inspection framework says, as data: packs, how they are read, and where they are kept."""
