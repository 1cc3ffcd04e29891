"""The evidence as tables for an analyst: pseudonymised, documented, in CSV and in Parquet."""
