"""A requirement in the words of its sender → its fields, with every fact marked as read and where."""

from matchmaker.ranking.reading.facts import Fact
from matchmaker.ranking.reading.understanding import Understanding, completed, understand

__all__ = ["Fact", "Understanding", "completed", "understand"]
