"""What a merge would do, decided before anything is written."""
