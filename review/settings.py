"""How the page is served."""

from dataclasses import dataclass

LOCAL = ("127.0.0.1", "localhost", "::1")
PORT = 8765


@dataclass(frozen=True, slots=True)
class Settings:
    """`host` and `port` are where it listens, `names` the other names by which browsers may call this machine.

    `by` is the person at this machine, who comes in by the start-up link; `token` is that link's secret, None for no
    link. `https` says that browsers come by a server with TLS. A session lasts `session_hours`, a lease on a claim
    `lease_seconds`; whoever decides waits `patience` seconds at most for another program that writes.
    """

    host: str = LOCAL[0]
    port: int = PORT
    names: tuple[str, ...] = ()
    by: str = ""
    token: str | None = None
    session_hours: int = 12
    lease_seconds: int = 180
    patience: float = 5.0
    https: bool = False

    @property
    def local(self) -> bool:
        """Nobody but this machine can reach the page."""
        return self.host in LOCAL

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the page."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    def hosts(self) -> frozenset[str]:
        """What the Host of a request may say. Anything else is another site that points its name at this machine."""
        named = {*self.names, *(f"{name}:{self.port}" for name in self.names)}
        here = (*LOCAL, self.host)
        return frozenset(named | {f"[{host}]:{self.port}" if ":" in host else f"{host}:{self.port}" for host in here})
