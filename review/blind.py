"""Whether blind review is in force for a visitor: nothing may tell them then what others said of a claim."""

from review.visit import Visit

APPROVALS = "required_approvals"


def is_blind(visit: Visit) -> bool:
    """Several people must approve some claims, and this visitor is not one who leads."""
    required = [value for name, value in visit.store.settings().items() if name.startswith(APPROVALS)]
    return not visit.person.may("lead") and any(value != "1" for value in required)
