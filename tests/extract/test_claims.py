"""What a number means in its sentence: event, source, standing, slots. Marked sentences, values beside them."""

from dataclasses import replace
from datetime import date

import pytest

from corpus import from_text
from extract import extract
from models import Claim

EVENTS = [
    # passive, active, participle, reduced
    ("A blast killed [nine] traders and wounded [30].", ["killed", "injured"]),
    ("[12] people were killed and [20] others injured.", ["killed", "injured"]),
    ("Raiders shot and killed [two] herders, wounding [five].", ["killed", "injured"]),
    ("In court, [41] convicted of fraud and [three] acquitted.", ["convicted", "acquitted"]),
    # a second clause, a relative clause, an apposition in between
    ("[Six] drivers who had left the convoy were abducted.", ["abducted"]),
    ("[Three] of the [seven] men on trial were acquitted.", ["acquitted", "tried"]),
    ("[Fourteen] men, most of them teachers, were executed.", ["executed"]),
    ("[Two] nurses travelling in a van were ambushed by rebels.", ["attacked"]),
    # nominal, predicate, light verb
    ("Police confirmed the deaths of [24] miners.", ["killed"]),
    ("[Seven] sailors are missing.", ["missing"]),
    ("Judges handed down [31] death sentences.", ["sentenced"]),
    ("The fire left [11] tenants homeless.", ["displaced"]),
    ("The militia took [40] girls hostage.", ["abducted"]),
    ("The army put [900] students behind bars.", ["detained"]),
    # change, ellipsis, lists
    ("Executions rose from [12] to [19].", ["executed", "executed"]),
    ("[Sixty] villagers were killed in Arbin, [21] in Soum and [four] in Delt.", ["killed", "killed", "killed"]),
    ("The monitors counted most killings in Arbin ([58]), then Soum ([27]).", ["killed", "killed"]),
    ("[38] people died: [30] women and [eight] children.", ["killed", "killed", "killed"]),
    ("Of the [190] killed, [96] were women and [143] children.", ["killed", "killed", "killed"]),
    # a label before its figure, a breakdown
    ("Injuries: [30].", ["injured"]),
    ("Civilian deaths by district: Arbin, [41]; Soum, [37].", ["killed", "killed"]),
    ("Officials gave the death toll as [33].", ["killed"]),
    # an age between commas, an event that is counted in occasions
    ("[One] inmate, Marcus Pell, 24, died.", ["killed"]),
    ("Detainees were beaten on [three] occasions.", ["ill_treated"]),
    # zeros
    ("[No one] has been prosecuted.", ["prosecuted"]),
    ("There were [no] convictions.", ["convicted"]),
    # who acts is no victim; what is spoken of is no count
    ("[Four] gunmen entered the mosque.", ["stated"]),
    ("The report has [113] pages.", ["stated"]),
]

SOURCES = [
    ("According to the Ministry of Health, [12] people were killed.", "Ministry of Health", "according_to"),
    ("The governor said that [12] people were killed.", "governor", "speaker"),
    ("[12] people were killed, the governor said on Friday.", "governor", "speaker"),
    ("[12] people were killed, the governor told reporters on Friday.", "governor", "speaker"),
    ("“I counted [12] people killed in that street,” said Rima Sands.", "Rima Sands", "quoted_speaker"),
    ("The prosecutor announced a review. He said [12] people were killed.", "prosecutor", "speaker"),
    ("The ministry's report says [12] people were killed.", "ministry", "speaker"),
    ("[12] people were killed.", "Monitors Without End", "publisher"),
    ("A court, the Valley Herald has learned, jailed [12] men.", "Valley Herald", "speaker"),
]

STANDINGS = [
    ("Reports of [12] deaths were false.", "denied"),
    ("There is no evidence that [12] people were killed.", "denied"),
    ("Rumours of [12] deaths were denied by the ministry.", "denied"),
    ("The ministry rejected claims that [40] people had been tortured.", "denied"),
    ("Reports of [12] deaths could not be verified.", "alleged"),
    ("Reportedly, [14] people were shot.", "alleged"),
    ("The union accused soldiers of killing [40] farmers.", "alleged"),
    ("The union asked that [40] farmers be freed.", "requested"),
    ("Robbery is punished with [two to ten years] of imprisonment.", "hypothetical"),
    ("Robbery was punished with [ten years] of imprisonment.", "stated"),
    ("He faces [ten years] in prison.", "hypothetical"),
    ("Prosecutors asked for a sentence of [ten years].", "requested"),
    ("The court sentenced him to [ten years] in prison.", "stated"),
    ("Relatives allege that [12] men were tortured.", "alleged"),
    ("The army denies that [12] men were tortured.", "denied"),
    ("An estimated [5,000] people were displaced.", "estimated"),
    ("She asked for EUR 20,000 and the Court awarded her [EUR 7,800].", "stated"),
]

SLOTS = [
    ("On 4 May 2021, [12] people were killed in Lima.", "2021-05-04", "Lima"),
    ("[12] people were killed in Lima in May 2021 and [three] in Quito in June 2021.", "2021-05", "Lima"),
    ("As of 4 May 2021, [12] people were missing in Lima.", "2021-05-04", "Lima"),
]


def marked(sentence: str) -> tuple[str, list[int]]:
    """The text without its marks, and where each marked number begins."""
    starts, text = [], ""
    for part in sentence.split("["):
        if text or part != sentence.split("[")[0]:
            starts.append(len(text))
        text += part.replace("]", "")
    return text, starts


def claims_at(sentence: str) -> list[Claim]:
    text, starts = marked(sentence)
    document = from_text(text, published=date(2022, 6, 1))
    claims = extract(replace(document, publisher="Monitors Without End")).claims
    found = [next((c for c in claims if c.number.start <= start < c.number.end), None) for start in starts]
    assert None not in found, f"no claim at {[text[s:s + 12] for s, c in zip(starts, found, strict=True) if c is None]}"
    return [claim for claim in found if claim]


@pytest.mark.parametrize(("sentence", "events"), EVENTS)
def test_each_number_has_its_event(sentence: str, events: list[str]) -> None:
    assert [claim.event for claim in claims_at(sentence)] == events


@pytest.mark.parametrize(("sentence", "name", "kind"), SOURCES)
def test_who_says_so(sentence: str, name: str, kind: str) -> None:
    source = claims_at(sentence)[0].source
    assert (source.name, source.kind) == (name, kind)


@pytest.mark.parametrize(("sentence", "status"), STANDINGS)
def test_the_standing_of_a_figure(sentence: str, status: str) -> None:
    assert claims_at(sentence)[0].status == status


@pytest.mark.parametrize(("sentence", "day", "place"), SLOTS)
def test_date_and_place(sentence: str, day: str, place: str) -> None:
    claim = claims_at(sentence)[0]
    when = claim.happened or claim.as_of
    assert when is not None and when.edtf == day
    assert claim.place is not None and claim.place.name == place


def test_a_zero_is_asserted_and_says_none() -> None:
    claim = claims_at("[No one] has been prosecuted.")[0]
    assert claim.polarity == "none"
    assert claim.quantity.low == claim.quantity.high == 0


def test_two_joined_verbs_are_two_claims_of_one_number() -> None:
    claims = extract(from_text("Three nurses were abducted and later killed. Two were wounded or tortured.")).claims
    found = [f"{claim.quantity.low} {claim.event}" for claim in claims]
    assert found == ["3 killed", "3 abducted", "2 tortured"]
    assert len({claim.key for claim in claims}) == 3


SUBSETS = [
    "Courts convicted [1,204] people, [300] of them for theft.",
    "Police arrested [90] marchers in Lima. A court convicted [11] of the marchers.",
    "Police arrested [90] marchers in Lima.\n\nIt rained.\n\nA court convicted [nine] of the marchers.",
    "Gunmen killed [58] people, among them 30 singers and [two] drivers.",
    "The mission counted [116] casualties, with 83 killed and [33] wounded.",
    "The mission counted [90] casualties (40 deaths and [50] injured).",
    "The mission counted [90] casualties – [40] killed and 50 injured – in May.",
    "The mission counted 90 casualties (40 deaths and [50] injured, including [five] children).",
    "The office counted [96] dead.\n\nOf those killed in Orlo, 40 were men and [31] women.",
    "Of the [63] marchers detained, 40 had no lawyer and [nine] were minors.",
    "Police detained [190] marchers. These include a woman and [34] minors.",
    "In 31 countries [304] people were killed. Some [40]% of those killed were teachers.",
]


@pytest.mark.parametrize("sentence", SUBSETS)
def test_a_subset_names_the_claim_that_it_is_part_of(sentence: str) -> None:
    whole, part = claims_at(sentence)
    assert part.part_of == whole.key


SURE = [
    ("At least [30] herders have been reportedly killed.", "alleged"),
    ("[Twelve] villagers are said to have been kidnapped.", "alleged"),
    ("[Nine] miners are believed to have died.", "estimated"),
    ("[Nine] miners were feared dead.", "estimated"),
    ("[Eight] residents have been confirmed killed.", "stated"),
    ("[Eight] residents were reported missing.", "stated"),
    ("[Eight] residents were reported killed.", "alleged"),
]


@pytest.mark.parametrize(("sentence", "status"), SURE)
def test_a_verb_group_says_how_sure_it_is(sentence: str, status: str) -> None:
    assert claims_at(sentence)[0].status == status


def test_what_is_counted_is_written_as_in_the_text() -> None:
    assert claims_at("[Twelve] of the mayor's guards were killed.")[0].counted.text == "mayor's guards"


def test_a_weapon_keeps_its_whole_name() -> None:
    assert claims_at("Guards found [two] AK-47 rifles under a boat.")[0].counted.text == "AK-47 rifles"


OTHERS = [
    "Police arrested [90] marchers in Lima. A court convicted [11] of the guards.",
    "Police arrested [58] people, including 30 singers, and [two] drivers.",
    "Of the [63] marchers detained, 40 had [no] lawyer.",
    "Police arrested [90] people. [Dozens] of people were hurt.",
]


@pytest.mark.parametrize("sentence", OTHERS)
def test_another_group_is_no_part(sentence: str) -> None:
    _, other = claims_at(sentence)
    assert other.part_of is None


def test_of_them_are_parts_of_the_whole() -> None:
    claim = claims_at("Gunmen killed 290 people, 55 of whom were minors: [254] of them in Lima.")[0]
    assert claim.counted.text == "people"


def test_no_deaths_are_injured() -> None:
    claim = claims_at("The mission counted 90 casualties (40 deaths and [50] injured).")[0]
    assert claim.counted.text == "casualties"


def test_after_the_parts_the_whole_goes_on() -> None:
    claim = claims_at("At least 58 people, including 30 women and 12 boys, were killed and [40] injured.")[0]
    assert claim.counted.text == "people"


def test_charges_are_those_of_the_verdict() -> None:
    claim = claims_at("The court sentenced him to [six years] in prison for “spreading panic” and “libel.”")[0]
    assert [charge.text for charge in claim.charges] == ["spreading panic", "libel"]


def test_what_is_inherited_has_no_place_in_the_text() -> None:
    first, second = claims_at("On 4 May 2021, [12] people were killed in Lima. [Three] men were arrested.")
    assert first.happened and first.happened.span
    assert second.happened and second.happened.edtf == "2021-05-04" and second.happened.span is None
    assert second.place and second.place.name == "Lima" and second.place.span is None


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("[Four] assailants opened fire, killing [two].", ""),
        ("Gunmen attacked [12] farmers, killing [four].", "farmer"),
    ],
)
def test_who_did_it_is_not_who_suffered(sentence: str, counted: str) -> None:
    assert claims_at(sentence)[1].counted.lemma == counted
