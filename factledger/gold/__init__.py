"""Gold documents: marked sources, what a right extraction finds in them, and the readable files made from them."""

from factledger.gold.markup import GOLD, compile_gold, load_gold
from factledger.gold.shapes import GoldClaim, GoldDocument, GoldError, GoldMention, GoldNothing

__all__ = ["GOLD", "GoldClaim", "GoldDocument", "GoldError", "GoldMention", "GoldNothing", "compile_gold", "load_gold"]
