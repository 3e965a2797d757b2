"""Joins the engine to the tables. Each function takes a session first and never commits: the edge does."""
