"""What is known of a word by itself: its possible parts of speech, its lemmas, whether it counts persons."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.words.inflect import s_form, singular, verb_forms
from models.rules import load

# tags: D determiner, P preposition, CC conjunction, BUT contrast, SUB subordinator, REL relative, PRO pronoun,
# MD modal, NEG negation, BE HAVE DO auxiliaries, TO, ADV, ADJ, N noun, NS plural noun, V VZ VD VN VG verb forms, X mark
CLASS_TAGS = {
    "determiner": "D",
    "preposition": "P",
    "conjunction": "CC",
    "contrast": "BUT",
    "subordinator": "SUB",
    "relative": "REL",
    "pronoun": "PRO",
    "modal": "MD",
    "negation": "NEG",
    "be": "BE",
    "have": "HAVE",
    "do": "DO",
    "infinitive": "TO",
    "adverb": "ADV",
    "adjective": "ADJ",
    "noun": "N",
    "unit": "N",
}
ADJECTIVE_ENDINGS = ("ible", "able", "ous", "ful", "less", "ish")
AUXILIARY_LEMMAS = {"BE": "be", "HAVE": "have", "DO": "do"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word type. `noun` and `verb` are its lemmas as noun and as verb ("" where it is none).

    `route` says at once what most words are, so that the group builder need not ask: `noun` begins or continues a
    noun group and nothing else, a kind of group (P, CC, REL, SUB, DATE) is that group by itself, "" is to be decided.
    `phrases` are the adverbs, conjunctions and prepositions of several words that begin with it, as `adverb_phrases`
    has them. `tells`: in a noun group it may name an event.
    """

    lower: str
    tags: frozenset[str]
    noun: str = ""
    verb: str = ""
    person: bool = False
    route: str = ""
    phrases: tuple[tuple[tuple[str, ...], str], ...] = ()
    tells: bool = False


@cache
def analyse(text: str) -> Word:
    """The word as it stands in the text; a capital only matters for words that are in no list."""
    lower = text.lower().replace("’", "'")
    tags = set(closed_classes().get(lower, ()))
    forms = verb_index().get(lower)
    if forms:
        tags |= forms[1]
    if not tags or lower in _adjective_nouns() or (forms and _also_noun(lower, forms[0])):
        tags |= _open_tags(text, lower, bool(forms) or "ADJ" in tags)
    if lower in _nouns():
        tags.add("NS")
    verb = forms[0] if forms else _verb_lemma(lower, tags)
    noun = noun_lemma(lower) if tags & {"N", "NS"} else ""
    phrases, tells = adverb_phrases().get(lower, ()), _tells(noun or lower, tags)
    return Word(lower, frozenset(tags), noun, verb, _is_person(lower, tags), _route(lower, tags), phrases, tells)


def _tells(lemma: str, tags: set[str]) -> bool:
    return lemma in _event_nouns() or not tags.isdisjoint(("VN", "VG"))


@cache
def _event_nouns() -> frozenset[str]:
    """The last words of all nouns for what happens and for whom it happened to."""
    events = load("events").values()
    return frozenset(words.split()[-1] for event in events for words in (*event["nouns"], *event["victims"]))


def _route(lower: str, tags: set[str]) -> str:
    if lower == "that" or lower in _states():
        return ""
    if tags and tags <= {"N", "NS", "CAP", "D", "PRO"}:
        return "" if lower in adverb_phrases() else "noun"
    return next(iter(tags)) if len(tags) == 1 and tags <= {"P", "CC", "REL", "SUB", "BUT"} else ""


@cache
def _states() -> frozenset[str]:
    """First words of what may be said of the counted: "dead", "in custody"."""
    return frozenset(words.split()[0] for event in load("events").values() for words in event["adjectives"])


def _also_noun(lower: str, lemma: str) -> bool:
    """ "rise" and "rises" may be nouns, "rose" is not; a past form that is one ("shot") is listed itself."""
    nouns = _verbs()["also_nouns_set"]
    return lower in nouns or (lemma in nouns and lower in (lemma, s_form(lemma)))


def _open_tags(text: str, lower: str, known: bool) -> set[str]:
    """The tags of a word that no list has, by its ending."""
    if not lower[:1].isalnum():
        return set() if known else {"X"}
    if known:
        return {"NS"} if lower.endswith("s") and not lower.endswith("ss") else {"N"}
    if text[:1].isupper():
        return {"ADV"} if _is_adverb(lower) else {"NS" if _are_people(lower) else "N", "CAP"}
    if ("-" in lower and lower.endswith(("ed", "ing", "en"))) or lower.endswith(ADJECTIVE_ENDINGS):
        return {"ADJ"}
    if lower.endswith("ly") and len(lower) > 4:
        return {"ADV"}
    if lower.endswith("ed") and len(lower) > 4:
        return {"VD", "VN"}
    if lower.endswith("ing") and len(lower) > 5:
        return {"VG"}
    return {"NS"} if lower in _nouns() or (lower.endswith("s") and not lower.endswith(("ss", "us", "is"))) else {"N"}


def _is_adverb(lower: str) -> bool:
    """A headline's "Reportedly": -ly behind a participle or an adjective, so no Emily and no Kelly."""
    base = lower.removesuffix("ly")
    return base != lower and (base in verb_index() or "ADJ" in closed_classes().get(base, ()))


def _verb_lemma(lower: str, tags: set[str]) -> str:
    for tag, lemma in AUXILIARY_LEMMAS.items():
        if tag in tags:
            return lemma
    if "VD" in tags or "VN" in tags:
        return lower[:-2] if lower.endswith("ed") else lower
    return lower[:-3] if "VG" in tags and lower.endswith("ing") else ""


@cache
def noun_lemma(lower: str) -> str:
    return _nouns().get(lower) or singular(lower)


def _is_person(lower: str, tags: set[str]) -> bool:
    if not tags & {"N", "NS", "ADJ", "PRO", "VN"}:
        return False
    lemma, people = noun_lemma(lower), _people()
    names = (lemma, lower, lemma.rpartition("-")[2])  # "blogger-activist"
    return not people.isdisjoint(names) or lower.endswith(_people_endings())


def _are_people(lower: str) -> bool:
    """ "Bandits Kill Nine": a plural of the list, though it stands in capitals."""
    return lower.endswith("s") and noun_lemma(lower) != lower and noun_lemma(lower) in _people()


@cache
def _adjective_nouns() -> frozenset[str]:
    return frozenset(load("words/closed")["classes"]["adjective_noun"])


@cache
def _people() -> frozenset[str]:
    people = load("words/people")
    return frozenset([*people["nouns"], *people["trades"]])


@cache
def _people_endings() -> tuple[str, ...]:
    people = load("words/people")
    return (*people["endings"], *people["plural_endings"])


@cache
def _nouns() -> dict[str, str]:
    nouns: dict[str, str] = load("words/irregular")["nouns"]
    return nouns


@cache
def closed_classes() -> dict[str, set[str]]:
    """word -> its tags by the closed classes."""
    tags: dict[str, set[str]] = {}
    for name, words in load("words/closed")["classes"].items():
        if name in CLASS_TAGS:
            for word in words:
                tags.setdefault(word, set()).add(CLASS_TAGS[name])
    return tags


@cache
def _verbs() -> dict[str, Any]:
    verbs = dict(load("words/verbs"))
    verbs["also_nouns_set"] = frozenset(verbs["also_nouns"])
    return verbs


@cache
def verb_index() -> dict[str, tuple[str, frozenset[str]]]:
    """Every writing of every known verb -> (base, tags)."""
    found: dict[str, tuple[str, set[str]]] = {}
    irregular = load("words/irregular")["verbs"]
    for base in sorted(_known_verbs() | set(irregular)):
        for tag, writings in {"V": [base], **verb_forms(base, _irregular(base, irregular))}.items():
            for writing in writings:
                found.setdefault(writing, (base, set()))[1].add(tag)
    return {writing: (base, frozenset(tags)) for writing, (base, tags) in found.items()}


def _irregular(base: str, known: dict[str, list[str]]) -> list[str] | None:
    """The past forms of an irregular verb, also behind a hyphen: "force-feed"."""
    ahead, hyphen, last = base.rpartition("-")
    forms = known.get(base) or (known.get(last) if hyphen else None)
    return [f"{ahead}{hyphen}{form}" for form in forms] if forms and base not in known else forms


def _known_verbs() -> set[str]:
    lists = [words for words in load("words/verbs").values() if isinstance(words, list)]
    for event in load("events").values():
        lists += [
            event["verbs"],
            event["intransitive"],
            event.get("passive", []),
            event.get("persons", []),
            event.get("things", []),
            event.get("negated", []),
            event.get("closing", []),
        ]
    first_words = {words.split()[0] for phrases in lists for words in phrases}
    verbs = {*load("words/verbs")["ordinary"], *load("words/irregular")["verbs"]}
    adverbs = {word for word in first_words if word.endswith("ly")} - verbs
    after_adverb = {
        words.split()[1]
        for phrases in lists
        for words in phrases
        if words.split()[0] in adverbs and len(words.split()) > 1
    }
    helpers = {"be", "do", "not", "did", "have"}
    nouns_only = {"part", "trial", "threat", "term", "program", "house", "figure", "flight", "injury"}
    return (first_words | after_adverb) - adverbs - helpers - nouns_only


@cache
def adverb_phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """first word -> (all words, tag) of each phrase that is one adverb, conjunction or preposition, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for tag, phrases in load("words/closed")["phrases"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, tag))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}
