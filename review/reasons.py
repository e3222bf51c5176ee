"""Why a claim is rejected: the nine reasons that have a key of their own."""

REASONS = (
    "the number is misread",
    "the wrong thing is counted",
    "the event is wrong",
    "it is not asserted: denied, planned or supposed",
    "the wrong person is said to say so",
    "the date is wrong",
    "the place is wrong",
    "it is no claim: an age, a date, a number of something else",
    "it repeats another claim",
)
