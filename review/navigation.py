"""What stands in the head of every page."""

NAVIGATION = (
    ("/queue", "Queue"),
    ("/documents", "Documents"),
    ("/conflicts", "Conflicts"),
    ("/search", "Search"),
)
