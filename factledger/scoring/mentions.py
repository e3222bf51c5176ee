"""Names, dates and numerals: counted by label, by value and by fate."""

from collections.abc import Sequence

from factledger.gold import GoldDocument, GoldMention
from factledger.scoring.same import bare
from factledger.scoring.tally import Scores, count, differ, tally_of
from models import DateValue, Mention, Numeral


def add_nothings(scores: Scores, gold: GoldDocument, numerals: Sequence[Numeral]) -> None:
    for nothing in gold.nothings:
        if not nothing.fates:
            continue
        numeral = _numeral_at(numerals, nothing.start, nothing.end)
        right = numeral is not None and numeral.fate in nothing.fates
        count(tally_of(scores.slots, "fate"), right, given=numeral is not None)
        if not right:
            shown = "/".join(nothing.fates), numeral.fate if numeral else "not seen"
            differ(scores, gold, "fate", shown, nothing.start)


def _numeral_at(numerals: Sequence[Numeral], start: int, end: int) -> Numeral | None:
    return next((numeral for numeral in numerals if numeral.start < end and start < numeral.end), None)


def add_names(scores: Scores, gold: GoldDocument, mentions: Sequence[Mention]) -> None:
    """Strict: same words and same label."""
    labels = gold.labels - {"DATE"}
    wanted = {(m.start, m.end, m.label): m for m in gold.mentions if m.label in labels}
    given = {(m.start, m.end, m.label) for m in mentions if m.label in labels}
    excused = [(m.start, m.end) for m in gold.mentions if m.optional]
    for place, mention in wanted.items():
        if mention.optional:
            continue
        count(tally_of(scores.labels, mention.label), place in given, given=place in given)
        if place not in given:
            differ(scores, gold, f"missed {mention.label}", (mention.text, _near(mentions, mention)), mention.start)
    for start, end, label in sorted(given - wanted.keys()):
        if not any(first < end and start < last for first, last in excused):
            tally_of(scores.labels, label).found += 1
            differ(scores, gold, f"extra {label}", ("nothing", gold.text[start:end]), start)


def _near(mentions: Sequence[Mention], wanted: GoldMention) -> str:
    """The mentions that overlap a gold one, for the table of errors."""
    near = [f"{m.text} ({m.label})" for m in mentions if m.start < wanted.end and wanted.start < m.end]
    return "; ".join(near) or "nothing"


def add_dates(scores: Scores, gold: GoldDocument, mentions: Sequence[Mention]) -> None:
    """A date is found when the words overlap, right when value and modifier are; an optional one is never asked for."""
    left = [mention for mention in mentions if mention.label == "DATE"]
    for wanted in (mention for mention in gold.mentions if mention.date):
        hits = [mention for mention in left if mention.start < wanted.end and wanted.start < mention.end]
        left = [mention for mention in left if mention not in hits]
        if wanted.optional:
            continue
        right = any(_same_date(wanted.date, hit.value) for hit in hits)
        count(tally_of(scores.slots, "dates"), right, given=bool(hits))
        if not right:
            shown = "; ".join(_show_date(hit) for hit in hits) or "nothing"
            differ(scores, gold, "date", (f"{wanted.text} = {_show_date(wanted)}", shown), wanted.start)
    for mention in left:
        tally_of(scores.slots, "dates").found += 1
        differ(scores, gold, "extra date", ("nothing", mention.text), mention.start)


def _show_date(mention: Mention | GoldMention) -> str:
    value = mention.value if isinstance(mention, Mention) else mention.date
    return f"{value.edtf} {value.modifier or ''}".strip() if isinstance(value, DateValue) else mention.text


def _same_date(wanted: DateValue | None, given: object) -> bool:
    return (wanted is not None and isinstance(given, DateValue)
            and bare(wanted.edtf) == bare(given.edtf) and wanted.modifier == given.modifier)


def add_numerals(scores: Scores, gold: GoldDocument, numerals: Sequence[Numeral]) -> None:
    """What became of every number; one that is unread is a disagreement."""
    for numeral in numerals:
        scores.fates[numeral.fate] = scores.fates.get(numeral.fate, 0) + 1
        if numeral.fate == "unread":
            differ(scores, gold, "unread numeral", ("a fate", numeral.text), numeral.start)
