"""Getting ready while the page already answers: templates, rules, the drawing process, what numbers are read by."""

from threading import Thread

from db import StoreError
from models.rulebook import claim_rule
from review.desk import Desk
from review.selected import lemma_of
from review.templating import environment


def warm(desk: Desk) -> None:
    """Starts it in the background: nobody waits for it."""
    Thread(target=_warmed, args=(desk,), daemon=True).start()


def _warmed(desk: Desk) -> None:
    for name in environment().list_templates():
        environment().get_template(name)
    claim_rule("")
    lemma_of("people")
    try:
        desk.worths.of(desk.store)
        desk.pictures.start()
    except (StoreError, OSError):
        return  # whoever needs it next is told
