"""How much of a file is read. A hostile file of a few kilobytes can unpack to gigabytes."""

MOST_BYTES = 256 * 2**20          # of a source file
MOST_CHARACTERS = 30_000_000      # of a document's text: about 10,000 pages
MOST_PAGES = 5_000
MOST_MEMBER_BYTES = 128 * 2**20   # unpacked, of one member of a zip file that we open
