"""Who works on a ledger."""

from collections.abc import Mapping

from db import accounts, presence, reviewers
from db.database import Database
from db.identity import find_claim
from db.work_records import Account


class People(Database):
    """Accounts, sessions, leases and preferences.

    Passwords are hashed elsewhere: the ledger keeps a hash as it is given. An account without one is only entered by a
    link. `who` makes the change, None for the program or its owner. Times are seconds since 1970.
    """

    def add_account(self, name: str, role: str, password_hash: str | None = None, who: str | None = None) -> Account:
        """A new account with the role reviewer, lead or reader."""
        with self._writing() as connection:
            return accounts.add(connection, name, role, password_hash, who)

    def set_role(self, name: str, role: str, who: str | None = None) -> Account:
        """Gives an account another role; its sessions end."""
        with self._writing() as connection:
            return accounts.change(connection, name, who, role=role)

    def set_password_hash(self, name: str, password_hash: str | None, who: str | None = None) -> Account:
        """Gives an account another password; its sessions end."""
        with self._writing() as connection:
            return accounts.change(connection, name, who, password_hash=password_hash)

    def deactivate(self, name: str, who: str | None = None) -> Account:
        """Nobody can log in with this account any more, nor decide in its name; what was decided stays."""
        with self._writing() as connection:
            return accounts.change(connection, name, who, active=0)

    def reactivate(self, name: str, who: str | None = None) -> Account:
        """The account is as it was before it was deactivated."""
        with self._writing() as connection:
            return accounts.change(connection, name, who, active=1)

    def account(self, name: str) -> Account | None:
        """The account of this name, if there is one."""
        with self._reading() as connection:
            return accounts.find(connection, name)

    def accounts(self) -> list[Account]:
        """Every account, by name."""
        with self._reading() as connection:
            return accounts.everyone(connection)

    def reviewers(self) -> list[str]:
        """The name of everyone who ever wrote into the ledger, with an account or without."""
        with self._reading() as connection:
            return reviewers.names(connection)

    def open_session(self, token_sha256: str, name: str, expires_at: float) -> None:
        """Keeps the session of a browser that holds the token with this SHA-256."""
        with self._writing() as connection:
            presence.open_session(connection, token_sha256, name, expires_at)

    def session(self, token_sha256: str, now: float) -> str | None:
        """Whose session this is; None if there is none, it is over, or the account was deactivated."""
        with self._reading() as connection:
            return presence.session(connection, token_sha256, now)

    def close_session(self, token_sha256: str) -> None:
        """Ends a session."""
        with self._writing() as connection:
            presence.close_session(connection, token_sha256)

    def close_sessions(self, name: str) -> None:
        """Ends all sessions of this person."""
        with self._writing() as connection:
            presence.close_sessions(connection, name)

    def lease(self, claim: str, name: str, seconds: float) -> str:
        """Gives a claim to this person for a while, so that `next_claim` gives it to nobody else; who has it now."""
        with self._reading() as connection:
            row = find_claim(connection, claim)
            if found := presence.holder(connection, row, name, seconds):
                return found
        with self._writing() as connection:
            return presence.lease(connection, row, name, seconds)

    def release(self, claim: str, name: str) -> None:
        """Gives a claim back that this person has."""
        with self._writing() as connection:
            presence.release(connection, find_claim(connection, claim), name)

    def preferences(self, name: str) -> dict[str, str]:
        """How this person wants the page to be."""
        with self._reading() as connection:
            return presence.preferences(connection, name)

    def set_preferences(self, name: str, values: Mapping[str, str]) -> None:
        """Keeps how this person wants the page to be: these, and nothing that was kept before."""
        with self._writing() as connection:
            presence.set_preferences(connection, name, values)
