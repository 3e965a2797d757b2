"""Retrieve, gate, score, rank: a requirement against the suppliers, with reasons."""
