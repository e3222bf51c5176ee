"""The tokens of RTF, and the control words that matter for its text."""

import re

TOKEN = re.compile(
    r"(?P<open>\{)"
    r"|(?P<close>\})"
    r"|(?P<star>\\\*)"                                                # a group that a reader may leave out
    r"|(?P<bytes>(?:\\'[0-9a-fA-F]{2})+)"                             # characters of the file's encoding
    r"|(?P<word>\\(?P<name>[A-Za-z]{1,32})(?P<number>-?\d{1,9})?\ ?)"
    r"|(?P<symbol>\\[^A-Za-z])"
    r"|(?P<text>[^\\{}\r\n]+)"
)
UNSEEN = frozenset((  # groups without words of the text; heads and feet come on every page
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "listtable", "listoverridetable",
    "themedata", "datastore", "latentstyles", "generator", "xmlnstbl", "rsidtbl", "fldinst", "header", "footer",
    "headerl", "headerr", "headerf", "footerl", "footerr", "footerf", "annotation", "atnid", "atnauthor",
    "pntext", "listtext", "revtbl", "filetbl", "nonshppict",
))
CHARACTERS = {
    "tab": " ", "line": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}
SYMBOLS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}"}
BREAKS = frozenset(["par", "sect", "page", "cell", "nestcell", "row", "pard", "intbl", "outlinelevel"])
