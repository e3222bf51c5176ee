"""`factledger review`: the page on which people approve, reject and correct claims beside their source."""

import argparse
import sys
import webbrowser

from factledger.deciding import login_name
from factledger.options import add_db, open_store

HELP = "open the page on which each claim is reviewed beside its source"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where it listens, and who is at this machine."""
    parser.add_argument("--host", default="127.0.0.1", help="listen there; another than this machine's own address "
                                                            "needs accounts (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8765, metavar="N", help="(default: 8765)")
    parser.add_argument("--name", metavar="HOST", action="append", default=[],
                        help="another name by which browsers call this machine")
    parser.add_argument("--https", action="store_true",
                        help="a server with TLS stands before the page: the session's cookie travels encrypted only")
    parser.add_argument("--by", metavar="NAME", help="who is at this machine (default: the login name)")
    parser.add_argument("--open", action="store_true", help="open it in the browser")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Serves until it is stopped by Ctrl-C."""
    from review.serve import check_host, secret, serve
    from review.settings import LOCAL, Settings

    by = options.by or login_name()
    with open_store(options) as store:
        check_host(options.host, sum(1 for account in store.accounts() if account.active and account.password_hash))
    token = secret() if options.host in LOCAL else None
    settings = Settings(options.host, options.port, tuple(options.name), by, token, https=options.https)

    def ready(address: str) -> None:
        print(f"Reviewing as {by}: {address}\nThis link lets you in once. Ctrl-C stops the page.", flush=True)
        if options.open and not webbrowser.open(address):
            print("factledger: no browser was found: open the link yourself", file=sys.stderr)

    serve(options.db, settings, ready)
    return 0
