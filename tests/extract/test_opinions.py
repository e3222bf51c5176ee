"""What stands in a separate opinion is said by its author, not by the court."""

from corpus import from_text
from extract import extract

DECISION = """CASE OF OKSEN v. RURITANIA
(Application no. 41207/08)
JUDGMENT
In the case of Oksen v. Ruritania,
1. The police arrested 12 protesters.
FOR THESE REASONS, THE COURT, UNANIMOUSLY,
1. Holds that there has been a violation of Article 5 § 3 of the Convention.
Done in English, and notified in writing on 3 May 2011.
CONCURRING OPINION OF JUDGE DVORSKY
1. To my mind the police arrested 14 protesters. According to the Government, nine officers were injured.
PARTLY DISSENTING OPINION OF JUDGES PEREIRA AND HOLM
1. The police beat seven protesters.
"""


def test_claims_of_separate_opinions_are_their_authors() -> None:
    claims = extract(from_text(DECISION, kind="decision")).claims
    said = {claim.quantity.low: claim.source.name for claim in claims}
    assert said == {12: "the court", 14: "Judge Dvorsky", 9: "Government", 7: "Judges Pereira and Holm"}
