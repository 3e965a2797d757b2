"""Who may do what: the one place that says so. An operation without a row is refused, and fails a test.

Objects are narrowed further by the desk: a buyer's requirement does not exist for another buyer.
"""

from __future__ import annotations

EVERYBODY = frozenset({"admin", "staff", "organiser", "association", "buyer", "supplier"})
STAFF = frozenset({"admin", "staff"})
BUYERS = STAFF | {"buyer"}

POLICY: dict[str, frozenset[str]] = {
    "list_suppliers": EVERYBODY,
    "read_supplier": EVERYBODY,
    "create_supplier": STAFF,
    "replace_supplier": STAFF,
    "withdraw_supplier": STAFF,
    "read_provenance": STAFF,
    "list_requirements": BUYERS,
    "read_requirement": BUYERS,
    "create_requirement": BUYERS,
    "replace_requirement": BUYERS,
    "withdraw_requirement": BUYERS,
    "read_matches": BUYERS,
    "match": BUYERS,
    "create_run": BUYERS,
    "read_run": BUYERS,
    "export_run": BUYERS,
    "list_decisions": BUYERS,
    "decide": STAFF,
    "list_pairs": STAFF | {"organiser"},
    "list_duplicates": STAFF,
    "decide_duplicate": STAFF,
    "import_suppliers": STAFF,
    "read_import": STAFF,
    "read_vocabulary": EVERYBODY,
}
"""Operation → roles."""
