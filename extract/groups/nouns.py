"""Noun groups: determiner, number, adjectives, nouns, with their head and what the head says has happened."""

from collections.abc import Sequence

from extract.groups.events import lexicon
from extract.groups.finished import finished
from extract.groups.group import Group
from extract.groups.neighbours import (
    NOMINAL,
    is_attribute,
    is_nominal,
    is_predicate,
    lacks_plural,
    moves_a_figure,
    never_attributive,
    tells_in_headline,
)
from extract.groups.objects import faces, is_second_object
from extract.groups.units import Unit
from extract.groups.verbs import phrase_begins
from models.rules import word_set

NO_HEAD = frozenset({"PRO", "D", "Q"})  # what begins a noun group, or is one, and takes no noun before it
VERBAL = frozenset({"V", "VZ", "VD", "VN", "VG"})
PAST = frozenset({"VD", "VN"})
PRESENT = frozenset({"V", "VZ"})
FINITE = frozenset({"BE", "HAVE", "MD"})
NOUN_OR_ADJECTIVE = frozenset({"N", "ADJ"})
# determiners that stand for a group of their own before a participle: "those killed"
STANDALONE = frozenset({"those", "these", "all", "some", "most", "half", "each", "such", "other", "both", "many"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def read_noun_group(units: Sequence[Unit], at: int) -> tuple[Group, int]:
    """The noun group that begins at units[at], and where the next group begins."""
    reader = _NounReader(units, at)
    while reader.at < len(units) and reader.take(units[reader.at]):
        reader.at += 1
    if reader.at == at:  # nothing fits: the unit stands alone
        reader.parts.append(units[at])
        reader.at += 1
    return finished(reader.parts, reader.head, reader.counted), reader.at


class _NounReader:
    """Takes units one by one while they belong to the group."""

    def __init__(self, units: Sequence[Unit], at: int) -> None:
        self.units, self.at = units, at
        self.parts: list[Unit] = []
        self.head: Unit | None = None
        self.counted: Unit | None = None  # its number

    def next(self, ahead: int = 1) -> Unit | None:
        index = self.at + ahead
        return self.units[index] if index < len(self.units) else None

    def take(self, unit: Unit) -> bool:
        tags = unit.word.tags
        verb = self.parts[-1:] == [self.counted] and faces(self.units, self.at)  # "four face criminal charges"
        if verb or (self.head is not None and "PRO" in self.head.word.tags):
            return False
        if unit.word.route == "noun" and tags.isdisjoint(NO_HEAD):
            return not is_second_object(self.units, self.at, self.head, self.counted) and self._add(unit, head=True)
        if unit.text in POSSESSIVE:
            return self._possessive(unit)
        if "Q" in tags:
            return self._number(unit)
        if self.head is not None and "AGE" in tags:  # "two brothers aged 21 and 22"
            return self._add(unit)
        if "DATE" in tags:  # "its May 2022 operation"
            return bool(self.parts) and self.head is None and is_nominal(self.next()) and self._add(unit)
        if "PRO" in tags:
            return not self.parts and self._add(unit, head=True)
        if not tags.isdisjoint(PAST) and (tags.isdisjoint(NOUN_OR_ADJECTIVE) or self._counted_alone()):
            return self._participle(unit)
        if not tags.isdisjoint(NOMINAL) and not (self.head and self._is_verb(unit)):
            return not is_second_object(self.units, self.at, self.head, self.counted) and self._add(unit, head=True)
        if "D" in tags or "ADJ" in tags:
            return self._adjective(unit)
        if not tags.isdisjoint(PRESENT) and self._wants_noun():
            return self._add(unit, head=True)  # "the register", "a new escape"
        if "VG" in tags:
            named = bool(self.parts) and self.head is None and unit.word.verb not in never_attributive()
            return named and self._add(unit, head=True)
        if "ADV" in tags:
            return self._adverb(unit)
        if "CC" in tags:
            return self._joined_adjectives()
        return False

    def _wants_noun(self) -> bool:
        """Right behind a determiner, number or adjective a word that could be a verb is a noun."""
        if not self.parts or not self.parts[-1].word.tags & {"D", "ADJ", "Q"}:
            return False
        last = self.parts[-1].word
        many = "Q" in last.tags or last.person or last.lower in ("these", "those")
        if many and self.units[self.at].word.tags == {"V"} and not is_nominal(self.next()):
            return False  # "nine remain", "these include", "the dead include": a noun would stand in the plural
        return self.head is None or (self.head is self.parts[-1] and "ADJ" in self.head.word.tags)

    def _add(self, unit: Unit, head: bool = False) -> bool:
        self.parts.append(unit)
        if head:
            self.head = unit
        return True

    def _possessive(self, unit: Unit) -> bool:
        owner = self.parts[-1] if self.parts else None
        short = 3 if self._short_name() else 0
        after = self.next(1 + short)
        goes_on = is_nominal(after) or (after is not None and "Q" in after.word.tags)  # "the union's 12 leaders"
        if not goes_on and after is not None and "VN" in after.word.tags:  # "Peru's contested valley"
            goes_on = is_nominal(self.next(2))
        if owner is None or unit.start != owner.end or not goes_on:
            return False
        if unit.text in ("'", "’") and not owner.text.lower().endswith(("s", "z", "x")):
            return False
        self.head = None
        self.parts += self.units[self.at : self.at + short]
        self.at += short
        return self._add(self.units[self.at])

    def _short_name(self) -> bool:
        """ "the Miners' Union's (MU) clinic": the short name in brackets behind the owner."""
        ahead = [self.next(step) for step in (1, 2, 3)]
        texts = [unit.text if unit is not None else "" for unit in ahead]
        return texts[0] == "(" and texts[2] == ")" and texts[1].isupper()

    def _number(self, unit: Unit) -> bool:
        if self.head is not None or self.counted is not None:
            return False
        self.counted = unit
        return self._add(unit)

    def _participle(self, unit: Unit) -> bool:
        if phrase_begins(self.units, self.at) or unit.word.verb in never_attributive():
            return False
        if self.head is not None:
            return self._named_attribute(unit) and self._add(unit)
        if is_nominal(self.next()) and "VN" in unit.word.tags:
            return self._add(unit)
        if not self.parts or (self.counted is not None and not self._is_subject(unit)):
            return False
        if self.parts[-1].word.lower in STANDALONE:
            return False
        return unit.word.person and self._add(unit, head=True)

    def _counted_alone(self) -> bool:
        """ "40 hurt", "two more hurt": after a bare figure such a word says what was done."""
        return self.head is None and self.counted is not None and not is_nominal(self.next())

    def _is_subject(self, unit: Unit) -> bool:
        """ "27 accused were tried": a participle that names persons, with the verb right behind it."""
        after = self.next()
        return unit.word.person and after is not None and not after.word.tags.isdisjoint(FINITE)

    def _named_attribute(self, unit: Unit) -> bool:
        """ "72 UN contracted drivers": a participle between a name and its noun, where nothing of ours is done."""
        named = self.head is not None and self.head.mention is not None
        harmless = (unit.word.verb,) not in lexicon().verbs
        return self.counted is not None and named and harmless and is_nominal(self.next())

    def _adjective(self, unit: Unit) -> bool:
        tags = unit.word.tags
        if self.head is not None and not self._goes_on_behind_adjective(unit):
            joined = "CC" in self.parts[-1].word.tags and _is_state(unit)
            return joined and self._add(unit)
        if "ADJ" in tags:
            after = self.next()
            if self.counted is not None and is_predicate(unit, after):
                return False
            verbal = after is not None and bool(after.word.tags & PRESENT) and not unit.word.person
            return self._add(unit, head=unit.word.person and not (is_nominal(after) or verbal))
        opens = not self.parts or self.parts[-1].word.lower in STANDALONE
        return opens and self._add(unit)

    def _goes_on_behind_adjective(self, unit: Unit) -> bool:
        """ "one male international trainee", "three bullet riddled bodies": the noun so far is an attribute."""
        last, after = self.parts[-1], self.next()
        if self.head is not last or "ADJ" not in unit.word.tags or not is_nominal(after):
            return False
        return {"ADJ", "N"} <= last.word.tags or lacks_plural(last, self.parts) or is_attribute(last, after)

    def _adverb(self, unit: Unit) -> bool:
        after = self.next()
        if self.head is not None or after is None or not is_nominal(self.next(2)):
            return False
        return bool(after.word.tags & {"ADJ", "VN"}) and self._add(unit)

    def _joined_adjectives(self) -> bool:
        before, after = self.parts[-1] if self.parts else None, self.next()
        if before is not None and after is not None and _is_state(before) and _is_state(after):
            return not is_nominal(self.next(2)) and self._add(self.units[self.at])  # "the dead and missing"
        if before is not None and before is self.head and lacks_plural(before, self.parts) and is_nominal(after):
            return is_nominal(self.next(2)) and self._add(self.units[self.at])  # "27 naval and police officials"
        if self.head is not None or before is None or after is None or "ADJ" not in before.word.tags:
            return False
        return "ADJ" in after.word.tags and is_nominal(self.next(2)) and self._add(self.units[self.at])

    def _is_verb(self, unit: Unit) -> bool:
        """After a head, a word that may be noun or verb: "rights groups report that", "the ministry reports 12"."""
        tags = unit.word.tags
        if not tags & VERBAL or self.head is None:
            return False
        after = self.next()
        if f"{self.head.word.noun} {unit.word.noun}" in word_set("words/carriers", "compounds"):
            return False
        if phrase_begins(self.units, self.at):
            return True
        if moves_a_figure(self.units, self.at):
            return True
        opens = after is not None and bool(after.word.tags & {"D", "Q", "PRO", "SUB", "NAME"})
        if "VG" in tags:  # "fell on the market killing six", "workers building a dam"
            return opens
        if after is not None and after.word.lower == "that" and tags & {"V", "VZ"}:
            return True
        if self.head.mention is not None and tells_in_headline(unit, after):
            return True
        plural = "NS" in self.head.word.tags or self.head.word.lower in ("people", "police", "staff")
        if tags & {"VD", "VN"}:
            return opens or not is_nominal(after)
        return opens and (("VZ" in tags and not plural) or ("V" in tags and plural))


def _is_state(unit: Unit) -> bool:
    return (unit.word.lower,) in lexicon().adjectives or (unit.word.lower,) in lexicon().victims
