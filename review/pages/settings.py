"""What each person chooses for themselves: the keys."""

from starlette.responses import Response

from review.keys import KEYS, OFF, NoKey, wanted
from review.routing import deed, page
from review.visit import Visit


def settings(visit: Visit, said: str = "") -> Response:
    """The keys as they are, or as they were typed."""
    preferences = visit.store.preferences(visit.person.name)
    typed = {key.name: visit.form.get(f"key.{key.name}", preferences.get(f"key.{key.name}", key.key)) for key in KEYS}
    on = preferences.get("keys") != OFF if not visit.form else bool(visit.form.get("on"))
    return visit.show("settings.jinja", 400 if said else 200, every_key=KEYS, typed=typed, on=on, said=said,
                      saved="saved" in visit.query)


def save(visit: Visit) -> Response:
    """Other keys, or none."""
    try:
        visit.store.set_preferences(visit.person.name, wanted(visit.form))
    except NoKey as error:
        return settings(visit, f"{str(error)[:1].upper()}{str(error)[1:]}.")
    return visit.go("/settings", saved="1")


ROUTES = [page("/settings", settings), deed("/settings", save, role="reader")]
