"""Supplier lists as people send them → suppliers in the public form, with where each value came from.

Nothing is guessed in silence and nothing is lost: what cannot be read stands in `description` or in a problem.
"""

from matchmaker.intake.files import read_suppliers
from matchmaker.intake.headers import FIELDS
from matchmaker.intake.reading import Column, Origin, Problem, Reading, ReadSupplier

__all__ = ["FIELDS", "Column", "Origin", "Problem", "ReadSupplier", "Reading", "read_suppliers"]
