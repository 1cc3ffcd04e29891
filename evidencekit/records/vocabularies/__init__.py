"""The controlled words of the trade, one module for each family (domain.md §3.2 and §3.3)."""
