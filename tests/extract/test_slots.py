"""Where, when and on which charges: what stands beside the figure, and what is inherited by stated rules."""

from datetime import date

import pytest

from corpus import from_text
from extract import extract
from extract.slots import unknown
from factledger.gold import GoldDocument, load_gold
from models import Block, Claim
from models.vocabulary import DocumentKind


def claim_of(text: str, figure: int, kind: DocumentKind | None = None) -> Claim:
    document = from_text(text, published=date(2023, 6, 20), kind=kind)
    return next(claim for claim in extract(document).claims if claim.quantity.low == figure)


PLACES = [
    ("At Wendel, 12 mothers were freed.", 12, "Wendel"),
    ("Shells struck the market of Marnu, killing 22 persons.", 22, "Marnu"),
    ("- 2 March, Aldmor: four aid workers killed on the road to Gremel.", 4, "Aldmor"),
    ("Casualties: 12 killed by shells.", 12, None),
    ("In Lima, police arrested 18; in Quito, four; in Cusco, none.", 18, "Lima"),
    ("In Lima, police arrested 18; in Quito, four; in Cusco, none.", 4, "Quito"),
    ("In Lima, police arrested 18; in Quito, four; in Cusco, none.", 0, "Cusco"),
    ("Deaths were recorded in Arda (12), Belm (9) and Corvo (3).", 9, "Belm"),
    ("Peru executed 12 people, Chile nine and Cuba three.", 3, "Cuba"),
    ("Peru recorded 12 executions; Chile had none.", 12, "Peru"),
    ("Executions in Peru rose from 12 to 19, while in Chile they fell from 9 to 3.", 3, "Chile"),
    ("Shells fell as rebels besieged Marnu, killing 12 people.", 12, "Marnu"),
    ("Twelve men died in Peru, nine in Chile and six in Cuba.", 6, "Cuba"),
    ("Gunmen killed 14 people in Kaduna state.", 14, "Kaduna state"),
    ("A court in Lima jailed seven residents of Quito.", 7, "Lima"),
    ("In Lima two men were shot; elsewhere 20 were beaten.", 20, None),
    # who acts is not where it happened, if that is said
    ("Peru bombed a bridge in Quito, killing 12 people.", 12, "Quito"),
    ("Peru jailed 12 editors without a trial.", 12, "Peru"),
    ("Twelve soldiers were killed in Peru's raid on Quito.", 12, "Quito"),
    ("Since Peru's invasion of Chile, 12 people have died.", 12, "Chile"),
    ("Peru bombed a bridge in Quito, killing 12; Chile executed nine.", 9, "Chile"),
    ("The Lima regime detained 14 cooks.", 14, None),
    # what opens a clause is told of that clause alone
    ("In Peru, raids killed 14 people, and in Chile, nine died.", 14, "Peru"),
    ("In Peru, raids killed 14 people, and in Chile, nine died.", 9, "Chile"),
    ("Raids killed 14 people, and in Chile, nine died.", 14, None),
    # each at its turn; a part has the place of its whole, and its own for itself
    ("Peru, Chile and Cuba held 50, 43 and 35 editors, respectively.", 43, "Chile"),
    ("In Lima, the union said that 71 died in Quito in May, including 20 boys.", 20, "Quito"),
    ("Some 312 inmates died, 122 of them in Lima.", 312, None),
    ("Some 312 inmates died, 122 of them in Lima.", 122, "Lima"),
    ("Gunmen killed 30 people, 12 of them boys, in Quito.", 30, "Quito"),
    (
        "In Peru, Lima saw 12 deaths and Cusco nine.\n\nForty people were arrested.",
        40,
        None,
    ),
]


@pytest.mark.parametrize(("text", "figure", "place"), PLACES)
def test_where_it_happened(text: str, figure: int, place: str | None) -> None:
    found = claim_of(text, figure).place
    if place is None:
        assert found is None or found.span is None
    else:
        assert found is not None
        assert found.name == place


DATELINES = [
    ("Tunis, August 2, 2021—Gunmen killed 12 editors.", None),
    ("Quito, Ecuador – Gunmen killed 12 editors.", None),
    ("KANO, Nigeria (AFP) - Gunmen killed 12 editors.", "Kano"),
    ("LAGOS, August 2 (Reuters) - Gunmen killed 12 editors.", "Lagos"),
]


@pytest.mark.parametrize(("text", "place"), DATELINES)
def test_an_agency_files_from_where_it_happened_and_an_office_from_its_seat(text: str, place: str | None) -> None:
    found = claim_of(text, 12).place
    assert (found.name if found else None) == place


def test_the_years_in_which_people_were_born_date_no_event() -> None:
    assert claim_of("They are 43 citizens born between 1933 and 2005. Twelve of them were beaten.", 12).happened is None


NO_PLACES = [
    "In Parliament, 12 members were attacked.",
    "In March, 12 members were attacked.",
    "At Table 4 you find the 12 members who were attacked.",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_what_is_no_place(text: str) -> None:
    assert claim_of(text, 12).place is None


DATES = [
    ("In 2022 the police killed 40 people, the most since 2011.", 40, "2022"),
    ("The mission counted 90 casualties (40 killed and 50 injured) from 1 May 2021 to 3 May 2021.", 90,
     "2021-05-01/2021-05-03"),
    ("The bureau recorded 79 dead from 4 May 2022, which marked the start of the war, to 5 March 2023.", 79,
     "2022-05-04/2023-03-05"),
    ("At least 12 men were executed in 2021, compared to only one in 2012.", 12, "2021"),
    ("Over 60 people fled, including 10 displaced in May 2021.", 10, "2021-05"),
    ("Some 312 inmates died in 2021, 122 of them on 3 May 2021.", 312, "2021"),
    ("Some 96 boys died, 36 of them in Lima, between 3 and 9 May 2021.", 96, "2021-05-03/2021-05-09"),
    ("In Lima on 4 June 2023 the union said that 71 died in May 2021, including 20 boys.", 20, "2021-05"),
    ("In the siege of Marnu (26 June – 4 August 2012), 41 people were killed.", 41, "2012-06-26/2012-08-04"),
    ("In July–November 2014, 41 people were killed.", 41, "2014-07/2014-11"),
    ("Between 2014-2018, 41 people were killed; in 2019 - 2014 was worse - nobody.", 41, "2014/2018"),
    ("In 2019 killings rose to 822 from 665.", 665, "2018"),
    ("Executions rose to 127 in 2019, up from 69 in 2011.", 69, "2011"),
    ("Arrests fell to 30 in 2020, against 45 the year before.", 45, "2019"),
    ("In the first quarter of 2023 killings rose to 822 from 665.", 665, "2022-10/2022-12"),
    ("In 2021 the toll rose. In Mali, where the last vote was in 2004, 61 men were held.", 61, "2021"),
]


CASES = [
    ("- State v Vane of 6 May 2004 concerning thefts in 2001, where he got ten years in prison.", 10, "2004-05-06"),
    ("- State v Pike, 3 June 2004: ten years in prison (confirmed on appeal on 1 May 2005).", 10, "2004-06-03"),
    ("State v Vane was a theft. On 6 June 2003 he was given ten years in prison.", 10, "2003-06-06"),
]


@pytest.mark.parametrize(("text", "figure", "day"), CASES)
def test_an_item_of_a_list_of_cases_has_the_day_of_its_case(text: str, figure: int, day: str) -> None:
    happened = claim_of(text, figure, "decision").happened
    assert happened is not None and happened.edtf == day


@pytest.mark.parametrize(("text", "figure", "day"), DATES)
def test_when_it_happened(text: str, figure: int, day: str) -> None:
    happened = claim_of(text, figure).happened
    assert happened is not None
    assert happened.edtf == day


AS_OF = [
    ("As of October 12, 27,964 people (27,449 as of September 24) were displaced.", 27964, "2022-10-12"),
    ("As of October 12, 27,964 people (27,449 as of September 24) were displaced.", 27449, "2022-09-24"),
]


@pytest.mark.parametrize(("text", "figure", "day"), AS_OF)
def test_until_when_it_was_counted(text: str, figure: int, day: str) -> None:
    as_of = claim_of(text, figure).as_of
    assert as_of is not None
    assert as_of.edtf == day


CHARGES = [
    ("She was convicted of arson. She was sentenced to ten months in prison.", 10, ["arson"]),
    ("She was acquitted of arson. He was sentenced to ten months in prison.", 10, []),
    ("She was jailed for three years for fraud and two years for forgery.", 3, ["fraud", "forgery"]),
    ("They were jailed for terms of between two and six years.", 2, []),
    ("She was convicted of arson.\n\nHe was sentenced to ten months in prison.", 10, []),
]


@pytest.mark.parametrize(("text", "figure", "charges"), CHARGES)
def test_on_which_charges(text: str, figure: int, charges: list[str]) -> None:
    assert [charge.text for charge in claim_of(text, figure, "decision").charges] == charges


@pytest.mark.parametrize("gold", load_gold(), ids=lambda gold: gold.name)
def test_leaping_from_capital_to_capital_misses_no_place(gold: GoldDocument) -> None:
    text = f"{gold.text} They declared war on the Republic of Tarn, shelled Wend and left the outskirts of Marn."
    leaps = list(unknown._located(text, Block("paragraph", 0, len(text))))
    assert [match.span(1) for match in leaps] == [match.span(1) for match in unknown._patterns()[0].finditer(text)]
    assert [match[1] for match in leaps][-3:] == ["Republic", "Wend", "Marn"]
