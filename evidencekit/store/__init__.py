"""Evidence at rest: one encrypted file, an append-only ledger, and lists that can be rebuilt."""
