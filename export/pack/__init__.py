"""An evidence pack: facts in several formats, the texts they stand in, and what proves that nothing was changed."""

from export.pack.fill import evidence_pack

__all__ = ["evidence_pack"]
