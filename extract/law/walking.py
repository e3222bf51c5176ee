"""A name around its head word: how far it reaches to the left and to the right."""

import re

_FULL_LINE = 30  # characters; a shorter line is one of a heading, or of a list
WINDOW = 140  # characters that a name may reach to either side of its head
_TOKEN = re.compile(r"\([^()\n]{1,60}\)|[^\s(),]+,*|,|[()]")
_RIGHT = re.compile(r"\s+(\([^()\n]{1,60}\)|[^\s()]+)")
_LINKS = frozenset(
    ("of", "and", "&", "for", "from", "against", "on", "in", "to", "by", "or", "relating", "with", "OF", "AND", "FOR")
)
_NAME = re.compile(r"[“\"‘'(\[]*(?:[A-ZÀ-ÞĀ-Ž]|[a-z]-?[A-Z])[\w.’'‘&/–-]*,?$")
_DETERMINERS = frozenset(("The", "This", "That", "These", "Those", "THIS", "THAT"))
_ROMAN = re.compile(r"[IVXLC]+$")
_SHORTENED = frozenset(("Addl.", "Asst.", "Asstt.", "Spl.", "Sr.", "Jr.", "ADDL.", "SPL."))  # go on with the name
_INITIAL = re.compile(r"[A-Z]\.$")
_FULL_STOP = re.compile(r"(?:[A-Za-z]{1,5}\.?[A-Z]?\.|[A-Z]\.)$")


def name_start(
    text: str,
    head: int,
    openers: frozenset[str],
    stops: frozenset[str],
    links: frozenset[str] = _LINKS,
    commas: bool = True,
) -> int:
    """The start of the name that ends with the head at `head`; `head` itself when nothing belongs to it."""
    window = text[max(0, head - WINDOW):head]
    cut = max(window.rfind("\n\n"), _short_line_end(text, head)) + 1
    tokens = [(match.start() + head - len(window), match[0]) for match in _TOKEN.finditer(window, cut)]
    return _strip(tokens[_reach(tokens, stops, links, commas):], openers, head)


def _short_line_end(text: str, head: int) -> int:
    """The end of the line before within the window, where that line was not broken for want of room; else -1."""
    end = text.rfind("\n", max(0, head - WINDOW), head)
    if end < 0 or len(text[text.rfind("\n", 0, end) + 1:end].strip()) >= _FULL_LINE:
        return -1
    return end - max(0, head - WINDOW)


def _reach(tokens: list[tuple[int, str]], stops: frozenset[str], links: frozenset[str], commas: bool) -> int:
    """The index of the leftmost token that belongs to the name."""
    reached = position = len(tokens)
    while position:
        word = tokens[position - 1][1]
        if _belongs(word, stops, position == len(tokens) or not commas):
            reached = position = position - 1
        elif word in links or (word == "the" and "of" in links and position > 2 and _of_the(tokens, position, stops)):
            position -= 1
        else:
            break
    return reached


def _of_the(tokens: list[tuple[int, str]], position: int, stops: frozenset[str]) -> bool:
    """Whether "the" stands inside a name: Representation of the People Act."""
    before = tokens[position - 3][1]
    return tokens[position - 2][1] == "of" and before.endswith("tion") and before[0].isupper() and before not in stops


def _belongs(word: str, stops: frozenset[str], last: bool) -> bool:
    if word.rstrip(",") in stops or word in _DETERMINERS or _ROMAN.match(word):
        return False
    if word[0] == "(":
        return len(word) > 4 and word[1].isupper()
    if word.endswith(("’s", "'s")) or not _NAME.match(word):
        return False
    return not (word.endswith(",") and last) and (word[-1] != "." or bool(_FULL_STOP.match(word)))


def _strip(tokens: list[tuple[int, str]], openers: frozenset[str], head: int) -> int:
    """Words that open a sentence are no part of a name, nor are quotation marks."""
    for start, word in tokens:
        plain = word.strip("“\"‘'([")
        if plain.rstrip(",") in openers or plain in _LINKS or not plain or (word[0] == "(" and word[-1] == ")"):
            continue
        return start + word.index(plain)
    return head


def name_end(text: str, end: int, links: frozenset[str], stops: frozenset[str], width: int = WINDOW) -> int:
    """The end of a name that goes on behind `end` with a link: "of the", "on", "for the"."""
    reached, position, linked = end, end, False
    limit, word = end + width, ""
    while match := _RIGHT.match(text, position, min(limit, len(text))):
        before, word = word, match[1]
        plain = word.rstrip(",.;:”\"’)")
        if "\n\n" in match[0] or ("\n" in match[0] and not linked and word not in links):
            break
        if word in links or (linked and word in ("the", "The", "THE", "all", "a")):
            linked, position = True, match.end()
        elif (linked or reached > end) and _goes_on(plain, word, stops, before):
            reached = match.start(1) + len(plain)
            position, linked = match.end(), False
            if plain != word and word not in _SHORTENED and not _is_initial(word, before, links):
                break
        else:
            break
    return reached


def _is_initial(word: str, before: str, links: frozenset[str]) -> bool:
    """Whether the word is one of the letters that stand for a place: "High Court of M. P. at Kota"."""
    return bool(_INITIAL.match(word) and (before in links or _INITIAL.match(before)))


def _goes_on(plain: str, word: str, stops: frozenset[str], before: str) -> bool:
    if before in ("and", "AND") and not plain.isalpha():
        return False
    if not plain or plain in stops or word[0] in "([“\"":
        return False
    return plain[0].isupper() and not plain.endswith(("’s", "'s"))
