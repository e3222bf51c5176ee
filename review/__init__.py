"""The reviewers' web page, where each extraction is approved, rejected or corrected against its source."""
