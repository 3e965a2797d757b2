"""Matches local component suppliers with buyers' part requirements, and says why."""

ENGINE_VERSION = "0.1.0"
"""Version of retrieval, gates, features and weights; stored with every run."""
