"""How fast it is, side by side with what a user would take instead, on text that anyone can make again."""
