"""`/suppliers`: the register."""

from __future__ import annotations

from typing import Any

from api.etags import asked_version, etag
from api.fields import Text
from api.pages import PageQuery, page, position
from api.security.authentication import actor
from api.transactions import reading, transaction
from api.v1.answers import ProvenancePageSchema, SupplierPageSchema
from api.v1.forms import said
from api.v1.resource import resource
from api.v1.schemas import SupplierSchema
from matchmaker.desk import registry
from matchmaker.errors import Invalid
from matchmaker.records import form_of, supplier_from

suppliers = resource("suppliers", "/suppliers", "Capability profiles of suppliers")


class SupplierQuery(PageQuery):
    q = Text(200, metadata=said("Part of a name or tax code, with or without diacritics", "co khi"))
    process = Text(80, metadata=said("Id of a process in the vocabulary", "die-casting"))
    material = Text(80, metadata=said("Id of a material in the vocabulary", "adc12"))
    certificate = Text(80, metadata=said("Id of a certificate in the vocabulary", "iatf-16949"))
    province = Text(200, metadata=said("Province by its name before or after 2025", "Vĩnh Phúc"))


@suppliers.get("")
@suppliers.arguments(SupplierQuery, location="query")
@suppliers.response(200, SupplierPageSchema)
def list_suppliers(query: dict[str, Any]) -> Any:
    """Suppliers by id, filtered"""
    limit = query["limit"]
    wanted = registry.Filter(
        text=query.get("q", ""),
        **{name: query.get(name, "") for name in ("process", "material", "certificate", "province")},
    )
    after = (position(query) or [""])[0]
    with reading() as session:
        entries = registry.page(session, wanted, after, limit + 1)
    shown = entries[:limit]
    last = [shown[-1].supplier.id] if len(entries) > limit else None
    return page([_shown(entry) for entry in shown], last)


@suppliers.post("")
@suppliers.arguments(SupplierSchema)
@suppliers.response(201, SupplierSchema, headers={"ETag": {"schema": {"type": "string"}}})
@suppliers.alt_response(409, schema=None, description="The id is taken")
def create_supplier(form: dict[str, Any]) -> Any:
    """Add a supplier"""
    with transaction() as session:
        entry = registry.create(session, actor(), supplier_from(form))
    return _shown(entry), 201, etag(entry.version)


@suppliers.get("/<id:supplier_id>")
@suppliers.response(200, SupplierSchema, headers={"ETag": {"schema": {"type": "string"}}})
def read_supplier(supplier_id: str) -> Any:
    """One supplier; a record merged into a firm answers with the firm"""
    with reading() as session:
        entry = registry.read(session, supplier_id)
    return _shown(entry), 200, etag(entry.version)


@suppliers.put("/<id:supplier_id>")
@suppliers.arguments(SupplierSchema)
@suppliers.response(200, SupplierSchema, headers={"ETag": {"schema": {"type": "string"}}})
def replace_supplier(form: dict[str, Any], supplier_id: str) -> Any:
    """Replace a supplier whole; send If-Match"""
    version = asked_version()
    if form["id"] != supplier_id:
        raise Invalid(f"the id in the body is {form['id']}, in the path {supplier_id}", pointer="/id")
    with transaction() as session:
        entry = registry.replace(session, actor(), supplier_from(form), version)
    return _shown(entry), 200, etag(entry.version)


@suppliers.delete("/<id:supplier_id>")
@suppliers.response(204)
def withdraw_supplier(supplier_id: str) -> None:
    """Take a supplier out of lists and matches; send If-Match"""
    version = asked_version()
    with transaction() as session:
        registry.withdraw(session, actor(), supplier_id, version)


@suppliers.get("/<id:supplier_id>/provenance")
@suppliers.response(200, ProvenancePageSchema)
def read_provenance(supplier_id: str) -> Any:
    """Who said each value, when, and where in which file"""
    with reading() as session:
        entry = registry.read(session, supplier_id)
        rows = registry.provenance(session, [entry.supplier.id, *entry.merged_ids])
        return {"items": [_origin(row) for row in rows]}


def _origin(row: Any) -> dict[str, Any]:
    names = ("supplier_id", "field", "source", "said_by", "filename", "sheet", "row", "column", "raw")
    origin = {name: value for name in names if (value := getattr(row, name)) not in (None, "")}
    return {**origin, "said_at": row.said_at}


def _shown(entry: registry.Entry) -> dict[str, Any]:
    """The profile as the asker may see it: contacts without consent stay with the programme."""
    form = form_of(entry.supplier)
    if not actor().is_staff and "contacts" in form:
        form["contacts"] = [contact for contact in form["contacts"] if contact["consent"]]
    return form
