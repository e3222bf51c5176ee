"""The closed vocabularies: each word that a field of a shape may hold."""

from typing import Literal

DocumentKind = Literal["report", "decision"]

BlockKind = Literal[
    "title", "dateline", "heading", "paragraph", "list_item", "table", "caption",
    "footnote", "header", "footer", "boilerplate", "signature",
]

Label = Literal[
    "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT",
    "COURT", "JUDGE", "LAWYER", "PARTY", "CASE_NUMBER", "CITATION", "STATUTE", "PROVISION", "CHARGE",
    "DATE", "DURATION", "AGE", "MONEY", "PERCENT", "ORDINAL", "CARDINAL",
]

Precision = Literal["day", "month", "season", "year", "decade", "vague"]
Modifier = Literal["early", "mid", "late"]

ClaimKind = Literal["count", "duration", "money", "percent", "ratio"]
Polarity = Literal["affirmed", "none"]
Status = Literal["stated", "alleged", "estimated", "requested", "hypothetical", "denied"]

# who says so: the publisher as narrator, a speech verb's subject, "according to", a quotation, a court
SourceKind = Literal["publisher", "speaker", "according_to", "quoted_speaker", "court"]

Event = Literal[
    "killed", "injured", "tortured", "ill_treated", "sexually_abused", "disappeared", "abducted",
    "detained", "executed", "displaced", "expelled", "evicted", "attacked", "destroyed", "force_used", "missing",
    "alleged", "complained", "investigated", "investigation_closed", "charged", "prosecuted", "tried",
    "convicted", "acquitted", "sentenced", "fined", "compensated", "released", "pardoned", "appealed",
    "protested", "affected", "stated",
]

# what became of a number: a claim, or the reason that it is none; "unread" is shown, never hidden
Fate = Literal[
    "claim", "date", "age", "page", "paragraph", "article", "case_number", "ordinal", "name", "time",
    "weapon", "list_number", "designator", "idiom", "unread",
]
