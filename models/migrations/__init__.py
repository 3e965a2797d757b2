"""The schema's history, and the way up and down it."""
