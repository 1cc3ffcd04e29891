"""Forms, drawn from what a kind of record says it asks."""
