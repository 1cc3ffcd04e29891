"""Pages, type and tables; the only user of reportlab, which is loaded when a page is drawn."""
