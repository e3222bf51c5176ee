"""Who is logged in, and what they may do."""

from dataclasses import dataclass

ROLES = ("reader", "reviewer", "lead")  # each may do what those before may


@dataclass(frozen=True, slots=True)
class Person:
    """A reviewer by name, with a role."""

    name: str
    role: str

    def may(self, role: str) -> bool:
        """Whether this person may do what this role may."""
        return ROLES.index(self.role) >= ROLES.index(role)
