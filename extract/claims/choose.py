"""Of the events that a word may express, the one that fits what is counted."""

from extract.groups import Group
from models.rules import load, word_set


def choose_event(member: Group, anchor: Group) -> str:
    """Of the events that a word may express, the one that fits what is counted: burned homes, burned children."""
    if anchor is member and "modified" not in member.flags:
        return anchor.events[0] if anchor.events else ""
    people = bool(member.flags & {"people", "elided", "person", "norp", "org", "pronoun"}) or member.head == "those"
    occasion = member.head in word_set("words/carriers", "occasions")
    thing = member.head in word_set("words/carriers", "things") and not occasion
    if ("things-only" if people else "persons-only") in anchor.flags or not anchor.events:
        return ""
    if member.head in word_set("words/carriers", "objects") and "people" not in member.flags:
        return next((event for event in anchor.events if kind_of(event) != "people"), "")
    if thing and anchor.kind == "NG" and anchor is not member and kind_of(anchor.events[0]) != "things":
        return ""
    dead = member.head in word_set("words/carriers", "remains") and anchor is not member
    if dead and kind_of(anchor.events[0]) != "things":
        return ""  # nothing more happens to the dead: "eleven bodies were pulled from the rubble"
    events = [event for event in anchor.events if not thing or kind_of(event) != "people"]
    if "undergone" in anchor.flags:
        untold = _untold(member.head, anchor)
        events = [event for event in events if event not in untold]
    fitting = [event for event in events if kind_of(event) in ("", "people" if people else "things")]
    event = (fitting or events or [""])[0]
    return "abducted" if event == "detained" and "abducted" in member.events else event  # hostages are held


def _untold(head: str, verb: Group) -> tuple[str, ...]:
    """Attackers who get away are not freed, nor who "was returning home"; prisoners who run are not displaced."""
    if head in word_set("words/carriers", "fugitives"):
        return "displaced", "released"
    if any("VG" in unit.word.tags for unit in verb.units):
        return ("released",)
    return ("displaced",) if head in word_set("words/carriers", "runaways") else ()


def kind_of(event: str) -> str:
    """people or things: to whom the event happens; empty where to both."""
    return str(load("events")[event].get("of", ""))


def says_more(member: Group, event: str) -> bool:
    """ "investigated 23 executions": the counted noun is the harm; that it was investigated does not undo it."""
    if member.number is None or member.number.kind != "count" or "event-noun" not in member.flags:
        return False
    return bool(member.events) and _family(member.events[0]) == "harm" and _family(event) == "justice"


def _family(event: str) -> str:
    return str(load("events").get(event, {}).get("family", ""))
