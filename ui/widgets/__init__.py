"""Controls that know nothing of evidence."""
