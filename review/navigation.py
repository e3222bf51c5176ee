"""What stands in the head of every page, and who sees it there."""

NAVIGATION = (
    ("/queue", "Queue", "reader"),
    ("/documents", "Documents", "reader"),
    ("/conflicts", "Conflicts", "reader"),
    ("/search", "Search", "reader"),
    ("/rules", "Rules", "reader"),
    ("/agreement", "Agreement", "lead"),
    ("/audit", "Audit", "reader"),
)
