"""The slots of a claim: is each one right, was it filled, and how is a difference shown."""

import re
from collections.abc import Callable, Iterable

from factledger.gold import GoldClaim
from factledger.gold.values import show_value
from factledger.scoring.same import bare, same_name, same_quantity, singular
from models import Claim

NARRATORS = ("publisher", "court")
Test = Callable[[GoldClaim, Claim | None], bool | None]  # None where the gold does not ask


def _right_counted(wanted: GoldClaim, claim: Claim | None) -> bool | None:
    if wanted.counted is None:
        return None
    if claim is None:
        return False
    heads = {singular(words.split()[-1]) for words in wanted.counted.split("/")}
    return bool(heads & {singular(word) for word in [claim.counted.lemma, *re.findall(r"\w+", claim.counted.text)]})


def _right_source(wanted: GoldClaim, claim: Claim | None) -> bool | None:
    if claim is None:
        return False
    narrated = "narrator" in wanted.sources and claim.source.kind in NARRATORS
    named = any(same_name(source, claim.source.name) for source in wanted.sources)
    return (narrated or named) and _all_named(wanted.chain, [claim.source.name, *claim.source.chain])


def _right_place(wanted: GoldClaim, claim: Claim | None) -> bool | None:
    if wanted.place is None:
        return None
    return claim is not None and claim.place is not None and same_name(wanted.place, claim.place.name)


def _right_charges(wanted: GoldClaim, claim: Claim | None) -> bool | None:
    if not wanted.charges:
        return None
    given = [] if claim is None else [charge.text for charge in claim.charges]
    return len(given) == len(wanted.charges) and _all_named(wanted.charges, given)


def _all_named(wanted: Iterable[str], names: Iterable[str]) -> bool:
    names = tuple(names)
    return all(any(same_name(words, name) for name in names) for words in wanted)


def _right_happened(wanted: GoldClaim, claim: Claim | None) -> bool | None:
    if wanted.happened is None:
        return None
    return claim is not None and claim.happened is not None and bare(claim.happened.edtf) == bare(wanted.happened)


def _right_as_of(wanted: GoldClaim, claim: Claim | None) -> bool | None:
    if wanted.as_of is None:
        return None
    return claim is not None and claim.as_of is not None and bare(claim.as_of.edtf) == bare(wanted.as_of)


def _right_date(wanted: GoldClaim, claim: Claim | None) -> bool | None:
    """The date, whichever of the two slots holds it."""
    if wanted.happened is None and wanted.as_of is None:
        return None
    given = [] if claim is None else [bare(when.edtf) for when in (claim.happened, claim.as_of) if when]
    return any(bare(edtf) in given for edtf in (wanted.happened, wanted.as_of) if edtf)


def _right_whole(wanted: GoldClaim, claim: Claim | None) -> bool | None:
    if wanted.whole is None:
        return None
    return claim is not None and claim.whole is not None and same_name(wanted.whole, claim.whole.text)


SLOTS: dict[str, Test] = {
    "value": lambda wanted, claim: claim is not None and same_quantity(wanted.quantity, claim.quantity),
    "event": lambda wanted, claim: claim is not None and claim.event in wanted.events,
    "kind": lambda wanted, claim: claim is not None and claim.kind == wanted.kind,
    "counted": _right_counted,
    "polarity": lambda wanted, claim: claim is not None and claim.polarity == wanted.polarity,
    "status": lambda wanted, claim: claim is not None and claim.status in wanted.statuses,
    "source": _right_source,
    "happened": _right_happened,
    "as_of": _right_as_of,
    "happened or as_of": _right_date,
    "place": _right_place,
    "charges": _right_charges,
    "whole": _right_whole,
    "part_of": lambda wanted, claim: None if wanted.part_of is None else False,
}
SHOWN: dict[str, Callable[[GoldClaim, Claim], tuple[str, str]]] = {
    "value": lambda wanted, claim: (show_value(wanted.quantity), show_value(claim.quantity)),
    "event": lambda wanted, claim: ("/".join(wanted.events), claim.event),
    "kind": lambda wanted, claim: (wanted.kind, claim.kind),
    "counted": lambda wanted, claim: (wanted.counted or "", f"{claim.counted.text} ({claim.counted.lemma})"),
    "polarity": lambda wanted, claim: (wanted.polarity, claim.polarity),
    "status": lambda wanted, claim: ("/".join(wanted.statuses), claim.status),
    "source": lambda wanted, claim: (" < ".join(["/".join(wanted.sources), *wanted.chain]),
                                     " < ".join([claim.source.name or claim.source.kind, *claim.source.chain])),
    "happened": lambda wanted, claim: (wanted.happened or "", claim.happened.edtf if claim.happened else "none"),
    "as_of": lambda wanted, claim: (wanted.as_of or "", claim.as_of.edtf if claim.as_of else "none"),
    "happened or as_of": lambda wanted, claim: (wanted.happened or wanted.as_of or "", _dates(claim)),
    "place": lambda wanted, claim: (wanted.place or "", claim.place.name if claim.place else "none"),
    "charges": lambda wanted, claim: ("; ".join(wanted.charges), "; ".join(c.text for c in claim.charges) or "none"),
    "whole": lambda wanted, claim: (wanted.whole or "", claim.whole.text if claim.whole else "none"),
    "part_of": lambda wanted, claim: (f"part of {wanted.part_of}", "another claim" if claim.part_of else "none"),
}


def filled(slot: str, claim: Claim) -> bool:
    """Whether the extraction filled an optional slot at all; the others are always filled."""
    if slot == "happened or as_of":
        return bool(claim.happened or claim.as_of)
    return slot not in ("happened", "as_of", "place", "charges", "whole", "part_of") or bool(getattr(claim, slot))


def expected(wanted: GoldClaim) -> str:
    return f"{'/'.join(wanted.events)} {show_value(wanted.quantity)} ({wanted.text})"


def given(claim: Claim) -> str:
    return f"{claim.event} {show_value(claim.quantity)} ({claim.quantity.wording})"


def _dates(claim: Claim) -> str:
    return "; ".join(when.edtf for when in (claim.happened, claim.as_of) if when) or "none"
