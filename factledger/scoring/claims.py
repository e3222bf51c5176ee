"""Claims matched by the place of their number, then counted slot by slot."""

from collections.abc import Sequence

from extract.claims.confidence import doubts_of
from factledger.gold import GoldClaim, GoldDocument
from factledger.scoring.same import same_quantity
from factledger.scoring.slots import SHOWN, SLOTS, expected, filled, given
from factledger.scoring.tally import Scores, count, differ, tally_of
from models import Claim

ASIDE = ("stated", "affected")  # a counted noun without an event of ours: not counted as an extra claim
UNCERTAIN = ("hypothetical", "requested", "denied")


def match_claims(gold: Sequence[GoldClaim], claims: Sequence[Claim]) -> tuple[dict[int, Claim], list[Claim]]:
    """Gold index -> the claim on the same number's words (the right event first); and the claims left over."""
    pairs = sorted(
        (-(claim.event in wanted.events), -_overlap(wanted, claim), index, position)
        for index, wanted in enumerate(gold)
        for position, claim in enumerate(claims)
        if _overlap(wanted, claim) > 0
    )
    matched: dict[int, Claim] = {}
    used: set[int] = set()
    for _, _, index, position in pairs:
        if index not in matched and position not in used:
            matched[index] = claims[position]
            used.add(position)
    return matched, [claim for position, claim in enumerate(claims) if position not in used]


def _overlap(wanted: GoldClaim, claim: Claim) -> int:
    return min(wanted.end, claim.number.end) - max(wanted.start, claim.number.start)


def add_claims(scores: Scores, gold: GoldDocument, claims: Sequence[Claim]) -> None:
    matched, left = match_claims(gold.claims, claims)
    for index, wanted in enumerate(gold.claims):
        claim = matched.get(index)
        if claim is None:
            if not wanted.optional:
                _count_missed(scores, gold, wanted)
        elif not (wanted.optional and claim.event in ASIDE):
            _count_found(scores, gold, wanted, claim, matched)
    for claim in left:
        if not _excused(gold, claim):
            _count_extra(scores, gold, claim)


def _excused(gold: GoldDocument, claim: Claim) -> bool:
    """An event that is none of ours, unless its number is marked as nothing; or a second reading of a marked number."""
    if any(_meets(nothing.start, nothing.end, claim) for nothing in gold.nothings):
        return claim.status == "hypothetical"
    if claim.event in ASIDE or claim.status in UNCERTAIN:
        return True
    return any(_overlap(wanted, claim) > 0 and claim.event in wanted.events for wanted in gold.claims)


def _meets(start: int, end: int, claim: Claim) -> bool:
    return claim.number.start < end and start < claim.number.end


def _count_missed(scores: Scores, gold: GoldDocument, wanted: GoldClaim) -> None:
    for slot in ("claims", "value+event", *(name for name, test in SLOTS.items() if test(wanted, None) is not None)):
        tally_of(scores.slots, slot).gold += 1
    tally_of(scores.events, wanted.events[0]).gold += 1
    differ(scores, gold, "missed claim", (expected(wanted), "nothing"), wanted.start)


def _count_extra(scores: Scores, gold: GoldDocument, claim: Claim) -> None:
    for tally in (tally_of(scores.slots, "claims"), tally_of(scores.slots, "value+event"),
                  tally_of(scores.events, claim.event), tally_of(scores.rules, claim.rule)):
        tally.found += 1
    _count_sure(scores, claim, False)
    differ(scores, gold, "extra claim", ("nothing", given(claim)), claim.number.start, claim.rule)


def _count_found(
    scores: Scores, gold: GoldDocument, wanted: GoldClaim, claim: Claim, matched: dict[int, Claim],
) -> None:
    full = claim.event in wanted.events and same_quantity(wanted.quantity, claim.quantity)
    count(tally_of(scores.slots, "claims"), True)
    count(tally_of(scores.slots, "value+event"), full)
    count(tally_of(scores.rules, claim.rule), full)
    _count_sure(scores, claim, full)
    _count_event(scores, wanted, claim)
    answers = {slot: test(wanted, claim) for slot, test in SLOTS.items()}
    answers["part_of"] = _right_part(gold, wanted, claim, matched)
    for slot, right in answers.items():
        if right is not None:
            count(tally_of(scores.slots, slot), right, given=filled(slot, claim))
        if right is False:
            differ(scores, gold, slot, SHOWN[slot](wanted, claim), wanted.start, claim.rule)


def _count_sure(scores: Scores, claim: Claim, right: bool) -> None:
    """What a claim's confidence is measured by: whether value and event are right, and what spoke against it."""
    scores.confidences.append((claim.confidence, right))
    if claim.event == "stated":
        return
    for doubt in doubts_of(claim.number, claim.quantity, claim.counted, claim.evidence.get("event")):
        count(tally_of(scores.doubts, doubt), right)


def _count_event(scores: Scores, wanted: GoldClaim, claim: Claim) -> None:
    if claim.event in wanted.events:
        count(tally_of(scores.events, claim.event), True)
    else:
        tally_of(scores.events, wanted.events[0]).gold += 1
        tally_of(scores.events, claim.event).found += 1


def _right_part(gold: GoldDocument, wanted: GoldClaim, claim: Claim, matched: dict[int, Claim]) -> bool | None:
    if wanted.part_of is None:
        return None
    wholes = [index for index, other in enumerate(gold.claims) if other.identity == wanted.part_of]
    return any(index in matched and matched[index].key == claim.part_of for index in wholes)
