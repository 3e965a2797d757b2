"""The tables, and the wiring of the database beneath them."""

from models.base import Base
from models.imports import Import, ImportProblem
from models.matching import Decision, DuplicateDecision, Match, Run
from models.organisations import ApiKey, Audit, Organisation, Person
from models.requirements import Requirement
from models.suppliers import (
    Counter,
    Provenance,
    Supplier,
    SupplierCapability,
    SupplierCertificate,
    SupplierConcept,
    SupplierContact,
    SupplierDocument,
    SupplierItem,
)

__all__ = [
    "ApiKey",
    "Audit",
    "Base",
    "Counter",
    "Decision",
    "DuplicateDecision",
    "Import",
    "ImportProblem",
    "Match",
    "Organisation",
    "Person",
    "Provenance",
    "Requirement",
    "Run",
    "Supplier",
    "SupplierCapability",
    "SupplierCertificate",
    "SupplierConcept",
    "SupplierContact",
    "SupplierDocument",
    "SupplierItem",
]
