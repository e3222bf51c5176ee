"""The command line, the batch that joins reading, extracting and keeping, and the evaluation."""
