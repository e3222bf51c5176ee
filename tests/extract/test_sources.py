"""Who says so: one sentence or paragraph, one figure in it, and whose it is (with those that the source relays)."""

from datetime import date

import pytest

from corpus import from_text
from extract import extract

NARRATOR = "the document"

SPOKEN = [
    # quotations: short ones, over sentences and paragraphs, in all marks
    ("“They came at dawn,” Mayor Tim Rand said. “Thirty were wounded.”", 30, "Tim Rand"),
    ('"They fired without warning," Mr Tamm told reporters. "Six people died in front of my shop."', 6, "Tamm"),
    ("‘They fired without warning,’ Mr Tamm told reporters. ‘Six people died in front of my shop.’", 6, "Tamm"),
    ("“Soldiers came,” said Ana Lopes, a nurse.\n\n“They took 14 men away.”", 14, "Ana Lopes"),
    ("“Soldiers came,” said Ana Lopes, a nurse.\n\nThe army denies this. Twelve people were hurt.", 12, NARRATOR),
    ("The lawyer, Lena Ros, was critical. “Eleven of them were beaten,” she said.", 11, "Lena Ros"),
    ("Karl Bern, a lawyer, said the raid was illegal. He said 14 people were beaten.", 14, "Karl Bern"),
    ("“We saw it,” said Ana Lopes. “Nine children died.” The ministry put the toll at eight.", 9, "Ana Lopes"),
    ("Guards beat Karl Bern. They said that 14 people had fled.", 14, NARRATOR),
    ("Guards beat Karl Bern. He said that 14 people had fled.", 14, "Karl Bern"),
    # several speakers, their names, what stands in between
    ("At least 14 people were killed, officials and witnesses said.", 14, "officials and witnesses"),
    ("The spokesman for the ministry, Tim Rand, put the toll at 14.", 14, "Tim Rand"),
    ("The victims' lawyer, Ana Lopes, told the court that 14 people had been shot.", 14, "Ana Lopes"),
    ("Its chairman, Omar Dell, says he buried nine men.", 9, "Omar Dell"),
    ("Officials of the council claim that 36 men have come home.", 36, "Officials"),
    ("Police put the number of injured at 12, while doctors counted 30.", 30, "doctors"),
    ("Fourteen men were jailed, the Committee found following its visit.", 14, "Committee"),
    # what is given and received; others that are counted
    ("The Criminal Court gave the nine men jail terms, the prosecutor said.", 9, "prosecutor"),
    ("The judge said 69 men were freed, while 39 others received ten years in jail.", 39, "judge"),
    ("The union said 92 women told it they were beaten, and 13 reported rape.", 13, "union"),
    # verbs that say it with a clause or with blame
    ("Lawyers of the widows hit back that nine men were held for a year.", 9, "Lawyers"),
    ("Activists complained that 12 people had been beaten.", 12, "Activists"),
    ("The union accused soldiers of killing 40 farmers.", 40, "union"),
    ("Soldiers are accused of killing 40 farmers.", 40, NARRATOR),
    ("The law requires that 12 members attend.", 12, NARRATOR),
    # documents and their authors
    ("The Rights Centre released a report on Thursday documenting 140 deaths.", 140, "Rights Centre"),
    ("Official data show that 14 people died in custody.", 14, "Official data"),
    ("The register of the clinic shows another 27 men admitted with burns, 12 of whom died.", 12, "clinic"),
    ("According to data collected by Amnesty International, 14 people died.", 14, "Amnesty International"),
    ("Amnesty International issued a report on 12 deaths. The 23-page report says that nine were children.", 9,
     "Amnesty International"),
    ("The 23-page report says that nine people died.", 9, "report"),
    ("Nine men died, the statement read.", 9, "statement"),
    ("According to the union's tally, nine men died.", 9, "union"),
    # roles that stand for a name
    ("Amnesty International said 14 people died. The rights group said nine were held.", 9, "Amnesty International"),
    ("Amnesty International said 14 people died. The armed group said nine were held.", 9, "armed group"),
    ("The Interior Ministry said 14 people died. The ministry said nine were held.", 9, "Interior Ministry"),
    ("The army said 12 people died. The group said nine were held.", 9, "group"),
    ("The UN Children's Fund said 14 boys died. The UN agency said nine were held.", 9, "UN Children's Fund"),
    ("Amnesty International said 14 boys died. The UN agency said nine were held.", 9, "UN agency"),
    # a verb ahead of its speaker, verbs and capitals that are none
    ("Gunmen killed 12 people, reported the rights group Amnesty International on Monday.", 12,
     "Amnesty International"),
    ("Gunmen killed 12 people, reported cases show.", 12, NARRATOR),
    ("Threats reported against the union include nine beatings.", 9, NARRATOR),
    ("The raids went on, with Peru (16) and Chile (9 deaths) adding to the toll.", 9, NARRATOR),
    # parts of a figure said before
    ("Gunmen killed 12 people, the union said, nine of them children.", 9, "union"),
    ("The ministry said 14 people died. Three children were among the dead.", 3, "ministry"),
]


IN_DECISIONS = [
    ("Dr Dell states that members were harassed. One was sentenced to four years in prison.", 4, "Dell"),
    ("Dr Dell states that members were harassed.\n\nThe appellant spent four years in prison.", 4, "the court"),
    ("Rights Watch has documented 39 beatings. At least 11 people were arrested.", 11, "Rights Watch"),
    ("Mr Dell stated that he was harassed. At least 11 people were arrested.", 11, "the court"),
    ("She paid Fred Rand. Her appraiser testified. He said that nine men were hurt.", 9, "Her appraiser"),
    ("The Quay Court, made up of three judges, including a colonel, found the applicant guilty.", 3, "the court"),
]


@pytest.mark.parametrize(("text", "figure", "name"), IN_DECISIONS)
def test_who_says_so_in_a_decision(text: str, figure: int, name: str) -> None:
    claims = extract(from_text(text, kind="decision")).claims
    assert [claim.source.name for claim in claims if claim.quantity.low == figure and claim.source] == [name]


@pytest.mark.parametrize(("text", "figure", "name"), SPOKEN)
def test_who_says_so(text: str, figure: int, name: str) -> None:
    claims = extract(from_text(text, published=date(2023, 6, 20))).claims
    sources = [claim.source for claim in claims if claim.quantity.low == figure]
    assert [source.name for source in sources if source] == [name]


RELAYED = [
    ("State media, quoting the interior ministry, reported 14 deaths.", "State media", ("interior ministry",)),
    ("Nine people died, the agency reported, citing the police.", "agency", ("police",)),
]


@pytest.mark.parametrize(("text", "name", "chain"), RELAYED)
def test_whom_the_source_relays(text: str, name: str, chain: tuple[str, ...]) -> None:
    source = extract(from_text(text)).claims[0].source
    assert source is not None
    assert (source.name, source.chain) == (name, chain)
