"""Claim rules over the groups of a sentence."""
