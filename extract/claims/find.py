"""Binds each number of a sentence to what happened: runs the rules and keeps the best match."""

from collections.abc import Iterator
from dataclasses import replace

from extract.claims.choose import choose_event, kind_of, says_more
from extract.claims.counted import counted_of
from extract.claims.custody import settle_custody
from extract.claims.draft import Draft, Sentence
from extract.claims.features import BITS, features_of
from extract.claims.further import add_further
from extract.claims.rule import ClaimRule, Match
from extract.claims.rules import RuleSet
from extract.claims.subjects import is_subject
from extract.claims.view import Token, main_view, near_view, without_silent
from extract.claims.wholes import STATED, is_one_of, stated_draft, tells_of_whole, whole_draft
from extract.groups import Group
from extract.groups.events import lexicon
from extract.numbers import Number
from models import Span
from models.rules import word_set
from models.vocabulary import Status


def find_claims(sentence: Sentence, rules: RuleSet) -> list[Draft]:
    """One draft for each open number of the sentence, in order; event `stated` where no rule fires."""
    counting = [group for group in sentence.groups if group.number is not None and not _is_weak(group.number)]
    if not counting:
        return []
    best: dict[int, Draft] = {}
    further: list[Draft] = []
    line = without_silent(sentence.groups)
    for view in rules.possible_views(line):
        tokens = near_view(line) if view == "near" else main_view(line)
        for match in rules.match(tokens, view):
            for draft in _bind(sentence, tokens, match):
                known = best.get(draft.number.start)
                if match.rule.further:
                    further.append(draft)
                elif known is None or _better(draft, known):
                    best[draft.number.start] = draft
    added = add_further(best, further)
    drafts = [best.get(g.number.start) or stated_draft(sentence, g) for g in counting if g.number] + added
    drafts += [whole_draft(sentence, g) for g in counting if g.whole is not None and g.whole.number is not None]
    drafts += [also for draft in drafts for also in _also(draft)]
    drafts.sort(key=lambda draft: draft.number.start)
    for draft in drafts:
        if _is_busy(draft) or _is_exception(draft):
            draft.event, draft.rule, draft.rank = "stated", STATED, 0
        settle_custody(draft)
        draft.counted = counted_of(draft)
    return drafts


def _is_weak(number: Number) -> bool:
    return number.quantity.vague in word_set("words/subsets", "weak")


def _is_busy(draft: Draft) -> bool:
    """ "214 inmates took advantage", "built for 900 inmates": a noun gives no event of those who act or could be."""
    if draft.rule != "so-many-dead" or draft.event not in word_set("words/subsets", "acting"):
        return False
    groups = draft.sentence.groups
    index = next((i for i, group in enumerate(groups) if group is draft.group), len(groups))
    before, ahead = groups[max(0, index - 2) : index], groups[index + 1 :]
    if [group.kind for group in before[1:]] == ["P"] and before[0].head in word_set("words/subsets", "capacity"):
        return True
    after = next((group for group in ahead if group.kind in ("VG", "COMMA", "COLON", "CC", "REL")), None)
    return after is not None and after.kind == "VG" and not after.events and "linking" not in after.flags


def _is_exception(draft: Draft) -> bool:
    """ "All but two were arrested": those two were not."""
    units = draft.sentence.units
    at = next((index for index, unit in enumerate(units) if unit.number is draft.number), 0)
    before = " ".join(unit.word.lower for unit in units[max(0, at - 2) : at])
    return before in word_set("words/subsets", "excepting")


def _bind(sentence: Sentence, tokens: list[Token], match: Match) -> Iterator[Draft]:
    """The drafts that a match gives: one for each counting member of a list."""
    number, own = match.number, "event" not in match.slots
    row = tokens[match.slots[number.name]].members
    for member in row:
        if member.number is None or _is_weak(member.number) or _settled(member, row, tokens, match):
            continue
        if own and (not number.need.fits(features_of(member)) or _is_aside(member, match.rule)):
            continue
        if not features_of(member) & number.kind or not is_subject(tokens, match):
            continue
        anchor = member if own else _anchor(tokens, match)
        if "negated" in anchor.flags and member.number.polarity != "none" and "meant-negated" not in anchor.flags:
            continue  # "four had not been tried"
        if tells_of_whole(member, anchor):
            continue
        if anchor.kind == "AP" and "event-noun" in member.flags:
            continue  # "nine of the deaths occurred in prison": a death is held nowhere
        event = match.rule.event or choose_event(member, anchor)
        if not own and _is_odd(member, row, event):
            continue
        if event and (own or not says_more(member, event)):
            draft = _draft(sentence, member, event, match, anchor)
            draft.evidence["event"] = _told(tokens, match, anchor)
            yield draft


def _told(tokens: list[Token], match: Match, anchor: Group) -> Span:
    """The words that tell the event: the anchor's, or those that a rule for one event asks for by itself."""
    place = next((match.slots[name] for name in ("event", "word", "any") if name in match.slots), None)
    told = anchor if place is None or "event" in match.slots else tokens[place].members[-1]
    return Span(told.start, told.end)


def _settled(member: Group, row: list[Group], tokens: list[Token], match: Match) -> bool:
    """In "38 fatalities and 15 persons injured" the participle is not said of the fatalities."""
    verb = tokens[match.slots["event"]].features if "event" in match.slots else 0
    return member is not row[-1] and bool(member.flags & {"victim", "event-noun"}) and bool(verb & BITS["reduced"])


def _is_aside(member: Group, rule: ClaimRule) -> bool:
    """ "one of the sentences" is a sentence that is spoken of; "three bullet wounds" are on one man, for all told."""
    return _is_mark(member) or (not rule.event and is_one_of(member))


def _is_odd(member: Group, row: list[Group], event: str) -> bool:
    """Of "six clashes, nine rebels and two soldiers killed" the clashes were not killed."""
    persons = any("people" in other.flags for other in row)
    return persons and "event-noun" in member.flags and bool(event) and kind_of(event) == "people"


def _is_mark(member: Group) -> bool:
    return member.head in word_set("words/carriers", "marks")


def _anchor(tokens: list[Token], match: Match) -> Group:
    """The group that names the event: of a list, the member on the side of the number."""
    members = tokens[match.slots["event"]].members
    near = members if match.slots["event"] > match.slots[match.number.name] else members[::-1]
    if "event-noun" in near[0].flags:  # "alleged ill-treatment and torture": the graver names the event
        near = sorted(near, key=lambda member: -max([0, *(lexicon().weight[e] for e in member.events)]))
    return next((member for member in near if member.events), near[0])


def _draft(sentence: Sentence, group: Group, event: str, match: Match, anchor: Group) -> Draft:
    assert group.number is not None
    status = _status(sentence, group, anchor, match.rule)
    draft = Draft(
        sentence, group, group.number, event, match.rule.id, match.rule.rank, status, group.number.polarity, anchor
    )
    draft.evidence["number"] = Span(group.number.start, group.number.end)
    return draft


def _status(sentence: Sentence, group: Group, anchor: Group, rule: ClaimRule) -> Status:
    if "modal" in anchor.flags:
        return "hypothetical"
    if anchor.kind == "VG" and anchor.units[0].word.lower == "be":
        return "requested"  # "asked that 12 officers be tried": the subjunctive
    within = _said_within(anchor)
    if within:
        return within
    return rule.bounded if rule.bounded and _is_open(group) and not _was_given(sentence, group) else rule.status


def _is_open(group: Group) -> bool:
    """One bound only: "up to ten years"."""
    assert group.number is not None
    return (group.number.quantity.low is None) != (group.number.quantity.high is None)


def _was_given(sentence: Sentence, group: Group) -> bool:
    """ "They received up to ten years in prison": what was passed is no range of the law."""
    before = [other for other in sentence.groups if other.end <= group.start]
    verb = next((other for other in reversed(before) if other.kind in ("VG", "SUB", "REL", "BUT")), None)
    if verb is None or verb.head not in word_set("words/status", "passed") or "modal" in verb.flags:
        return False
    told = verb.units[0] if "passive" in verb.flags else verb.units[-1]
    return told.word.lower in ("was", "were", "had", "has", "have") or "VD" in told.word.tags


def _said_within(anchor: Group) -> Status | None:
    """ "were reportedly killed", "are believed to have died": how sure the verb group itself is."""
    words = {unit.word.lower for unit in anchor.units[:-1]} if anchor.kind == "VG" else set()
    if "missing" in anchor.events:
        words.discard("reported")  # whoever is missing has been reported so
    sure: tuple[Status, ...] = ("alleged", "estimated")
    return next((status for status in sure if not words.isdisjoint(word_set("words/status", f"{status}_within"))), None)


def _better(new: Draft, known: Draft) -> bool:
    if new.rank != known.rank:
        return new.rank > known.rank
    return _distance(new) < _distance(known)


def _distance(draft: Draft) -> int:
    anchor = draft.anchor or draft.group
    return max(0, anchor.start - draft.group.end, draft.group.start - anchor.end)


def _also(draft: Draft) -> Iterator[Draft]:
    """The claims of joined verbs: those abducted and killed were abducted too; none charged or tried is both."""
    anchor = draft.anchor
    if anchor is None or ("either" in anchor.flags and draft.polarity != "none"):
        return
    things = draft.group.head in word_set("words/carriers", "things")  # "arrested and pled guilty to five counts"
    for event in anchor.also:
        if event != draft.event and not (things and kind_of(event) == "people"):
            yield replace(draft, event=event, evidence=dict(draft.evidence))
