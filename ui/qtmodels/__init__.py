"""Core values as Qt item models, and the lists and tables that show them."""
