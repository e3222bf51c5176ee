"""One module per verb: HELP says what it does, `add_arguments` what it takes, `run` does it and gives the status."""
