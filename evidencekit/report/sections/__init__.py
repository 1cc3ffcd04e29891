"""One module for each section of the report; each gives blocks of the outline, never a page."""
