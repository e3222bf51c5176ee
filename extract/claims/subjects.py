"""Is the number what the verb behind it is said of? "A school that serves 400 pupils was shelled": the school was."""

from extract.claims.features import BITS, bits_of
from extract.claims.rule import Match
from extract.claims.view import Token
from extract.groups.group import FINITE
from models.rules import word_set

MAIN = bits_of(FINITE)
NO_SUBJECT = bits_of(("reduced", "gerund", "infinitive"))
NOT_FINITE = bits_of(("gerund", "infinitive"))


def is_subject(tokens: list[Token], match: Match) -> bool:
    """False where another noun before the number is the subject of the verb right behind the number."""
    at, event = match.slots[match.number.name], match.slots.get("event", -1)
    if event < at or at == 0:
        return True
    verb = tokens[at + 1]
    if verb.kind == "COMMA" and event == at + 2:
        return _stands_free(tokens[at - 1], tokens[event])
    if verb.kind != "VG":
        return True
    before = tokens[at - 1]
    if before.kind == "P":
        return _is_complement_of_many(tokens, at, verb) if before.head == "of" else _is_subject_behind(tokens, at, verb)
    return before.kind != "VG" or not _is_main(verb) or not _is_inner_object(tokens, at, verb)


def _stands_free(before: Token, event: Token) -> bool:
    """ "The victims, five men, were shot" but "came from one village, burned in May", "who had met five men, were"."""
    if event.features & BITS["reduced"]:
        return before.kind != "P" or before.head == "of"
    return before.kind not in ("P", "VG") or before.head in word_set("words/subsets", "adding")


def _is_main(verb: Token) -> bool:
    return bool(verb.features & MAIN) and not verb.features & NO_SUBJECT


def _is_complement_of_many(tokens: list[Token], at: int, verb: Token) -> bool:
    """In "the families of the 44 have sued" the families have; in "a group of 15 was held" the 15 were."""
    if at < 2 or tokens[at - 2].kind != "NG" or verb.features & BITS["reduced"]:
        return True
    owner, definite = tokens[at - 2].head, tokens[at].members[0].units[0].word.tags
    together = any(owner in word_set("words/carriers", name) for name in ("collectives", "tolls"))
    return together and "D" not in definite


def _is_subject_behind(tokens: list[Token], at: int, verb: Token) -> bool:
    """A man with three sons is one man; "proceedings against nine clerks were dropped" is told of the clerks."""
    owner = tokens[at - 2].features if at > 1 else 0
    counts = tokens[at - 1].head in word_set("words/subsets", "quantifying") and not owner & BITS["noun-group"]
    return not _is_main(verb) or counts or bool(owner & BITS["closable"])


def _is_inner_object(tokens: list[Token], at: int, verb: Token) -> bool:
    """ "a bus carrying 30 pilgrims", "a man who robbed two shops", "the plan to hold nine men" before the verb."""
    inner, before = tokens[at - 1], tokens[at - 2].kind if at > 1 else ""
    if inner.head in word_set("words/verbs", "speech"):
        return False
    if inner.features & NOT_FINITE:
        return before in ("NG", "VG") or (before == "P" and at > 2 and tokens[at - 3].kind in ("NG", "VG"))
    return before == "REL" and not _agrees_with_number(tokens, at, verb)


def _agrees_with_number(tokens: list[Token], at: int, verb: Token) -> bool:
    """ "In the raid which followed 12 people were held": the verb is no singular, the noun before is."""
    noun = tokens[at - 3].members[-1] if at > 2 else None
    form = verb.members[0].units[0].word.lower
    return noun is not None and "plural" not in noun.flags and form in ("were", "are", "have")
