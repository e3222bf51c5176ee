"""What every answer carries and every request must pass: no other site can read, frame or use the page.

Sources: OWASP's cheat sheets on cross-site request forgery and HTTP headers; the Fetch standard on Sec-Fetch-Site.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from review.settings import Settings

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
KEPT = "public, max-age=31536000, immutable"  # our own files: their addresses change when they do
SAFE = ("GET", "HEAD")
OURS = (None, "same-origin", "none")  # "none": typed, or opened from another program


class Guard:
    """Refuses requests that another site makes, and puts the headers on every answer, errors too."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._hosts = app, settings.hosts()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("Cache-Control", KEPT if scope["path"].startswith("/static/") else "no-store")
            await send(message)

        refused = self._refused(scope["method"], Headers(scope=scope))
        app = PlainTextResponse(f"{refused}\n", 403) if refused else self._app
        await app(scope, receive, guarded)

    def _refused(self, method: str, headers: Headers) -> str | None:
        """Why the request is not answered, None if it is."""
        host, site = headers.get("host"), headers.get("sec-fetch-site")
        if host not in self._hosts:
            return "This page is not served under that name."
        if method in SAFE:
            opened = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
            return None if site in OURS or opened else "Another site may not use this page."
        origin = headers.get("origin")
        if site not in OURS or (origin is not None and origin.partition("://")[2] != host):
            return "Another site may not use this page."
        return "A browser says which page a form came from: this request does not." if not (site or origin) else None
