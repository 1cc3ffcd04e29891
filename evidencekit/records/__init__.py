"""What evidence is: revisions, the kinds of record, their fields and words."""
