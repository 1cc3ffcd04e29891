"""How much a foreign file may ask of us; every limit is checked before it is believed."""

MIB = 1 << 20

VIEW_BYTES = 100 * MIB  # a larger file is kept, and not shown
DOTS = 120_000_000  # of a picture, by its own header
SIDE = 40_000  # dots along one edge
PAGES = 5_000
POINTS = 14_400  # the longest edge of a page, 200 inches: what the PDF standard allows

ANSWER_DOTS = 16_000_000
ANSWER_SIDE = 8_192
TEXT_CHARACTERS = 200_000
FACTS = 60
FACT_CHARACTERS = 500
HEADER_BYTES = 2 * MIB

MEMORY = 1_536 * MIB  # address space, of which the libraries themselves take some 200 MiB
CPU_SECONDS = 20
PATIENCE = 30.0  # seconds by the clock, watched by the one who asked
