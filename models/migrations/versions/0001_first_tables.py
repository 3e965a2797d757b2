"""first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("organisation_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("subject_kind", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_at"), ["at"], unique=False)
        batch_op.create_index("ix_audit_subject", ["subject_kind", "subject_id"], unique=False)

    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
    op.create_table(
        "imports",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("filename", sa.String(length=300), nullable=False),
        sa.Column("source", sa.String(length=100), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("created_by", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
        sa.UniqueConstraint("sha256", "source", name=op.f("uq_imports_sha256_source")),
    )
    op.create_table(
        "organisations",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('programme', 'association', 'supplier', 'buyer', 'organiser')",
            name=op.f("ck_organisations_kind_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
    )
    op.create_table(
        "suppliers",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("merged_into_id", sa.String(length=64), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("name_folded", sa.String(length=1200), nullable=False),
        sa.Column("name_en", sa.String(length=500), nullable=False),
        sa.Column("short_name", sa.String(length=200), nullable=False),
        sa.Column("tax_code", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("province", sa.String(length=200), nullable=False),
        sa.Column("province_code", sa.String(length=2), nullable=False),
        sa.Column("province_code_2025", sa.String(length=2), nullable=False),
        sa.Column("industrial_zone", sa.String(length=300), nullable=False),
        sa.Column("address", sa.String(length=1000), nullable=False),
        sa.Column("founded_year", sa.Integer(), nullable=True),
        sa.Column("employees", sa.Integer(), nullable=True),
        sa.Column("website", sa.String(length=2048), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("tolerance_mm", sa.Double(), nullable=True),
        sa.Column("capacity_per_month", sa.Double(), nullable=True),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("capacity", sa.String(length=1000), nullable=False),
        sa.Column("moq", sa.Double(), nullable=True),
        sa.Column("lead_time_days", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('manufacturer', 'trader', 'service', 'machine_seller', 'unknown')",
            name=op.f("ck_suppliers_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["suppliers.id"], name=op.f("fk_suppliers_merged_into_id_suppliers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppliers")),
    )
    with op.batch_alter_table("suppliers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_suppliers_merged_into_id"), ["merged_into_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_suppliers_name_folded"), ["name_folded"], unique=False)
        batch_op.create_index(batch_op.f("ix_suppliers_province_code"), ["province_code"], unique=False)
        batch_op.create_index(batch_op.f("ix_suppliers_province_code_2025"), ["province_code_2025"], unique=False)
        batch_op.create_index(batch_op.f("ix_suppliers_tax_code"), ["tax_code"], unique=False)

    op.create_table(
        "api_keys",
        sa.Column("public_id", sa.String(length=16), nullable=False),
        sa.Column("organisation_id", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "role IN ('admin', 'staff', 'organiser', 'association', 'buyer', 'supplier')",
            name=op.f("ck_api_keys_role_known"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_api_keys_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("public_id", name=op.f("pk_api_keys")),
    )
    with op.batch_alter_table("api_keys", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_api_keys_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "duplicate_decisions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("a_id", sa.String(length=64), nullable=False),
        sa.Column("b_id", sa.String(length=64), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "verdict IN ('same', 'different', 'unsure', 'withdrawn')", name=op.f("ck_duplicate_decisions_verdict_known")
        ),
        sa.ForeignKeyConstraint(["a_id"], ["suppliers.id"], name=op.f("fk_duplicate_decisions_a_id_suppliers")),
        sa.ForeignKeyConstraint(["b_id"], ["suppliers.id"], name=op.f("fk_duplicate_decisions_b_id_suppliers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_decisions")),
    )
    with op.batch_alter_table("duplicate_decisions", schema=None) as batch_op:
        batch_op.create_index("ix_duplicate_decisions_pair", ["a_id", "b_id", "id"], unique=False)

    op.create_table(
        "import_problems",
        sa.Column("import_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("severity", sa.String(length=8), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("sheet", sa.String(length=100), nullable=False),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.Column("column", sa.String(length=300), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.CheckConstraint("severity IN ('error', 'warning', 'note')", name=op.f("ck_import_problems_severity_known")),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"], name=op.f("fk_import_problems_import_id_imports")),
        sa.PrimaryKeyConstraint("import_id", "position", name=op.f("pk_import_problems")),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("organisation_id", sa.String(length=64), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("disabled_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "role IN ('admin', 'staff', 'organiser', 'association', 'buyer', 'supplier')",
            name=op.f("ck_people_role_known"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_people_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("email", name=op.f("uq_people_email")),
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_people_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "provenance",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("supplier_id", sa.String(length=64), nullable=False),
        sa.Column("field", sa.String(length=80), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("said_by", sa.String(length=200), nullable=False),
        sa.Column("said_at", sa.DateTime(), nullable=False),
        sa.Column("import_id", sa.String(length=64), nullable=True),
        sa.Column("filename", sa.String(length=300), nullable=False),
        sa.Column("sheet", sa.String(length=100), nullable=False),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.Column("column", sa.String(length=300), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.CheckConstraint("source IN ('import', 'edit')", name=op.f("ck_provenance_source_known")),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"], name=op.f("fk_provenance_import_id_imports")),
        sa.ForeignKeyConstraint(["supplier_id"], ["suppliers.id"], name=op.f("fk_provenance_supplier_id_suppliers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance")),
    )
    with op.batch_alter_table("provenance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_provenance_import_id"), ["import_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_provenance_supplier_id"), ["supplier_id"], unique=False)

    op.create_table(
        "requirements",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("organisation_id", sa.String(length=64), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("part", sa.String(length=500), nullable=False),
        sa.Column("processes", sa.JSON(), nullable=False),
        sa.Column("materials", sa.JSON(), nullable=False),
        sa.Column("equivalent_material_ok", sa.Boolean(), nullable=True),
        sa.Column("tolerance_mm", sa.Double(), nullable=True),
        sa.Column("size_mm", sa.JSON(), nullable=False),
        sa.Column("weight_kg", sa.Double(), nullable=True),
        sa.Column("annual_volume", sa.Double(), nullable=True),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("certificates_required", sa.JSON(), nullable=False),
        sa.Column("certificates_preferred", sa.JSON(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("lead_time_days", sa.Integer(), nullable=True),
        sa.Column("delivery", sa.String(length=1000), nullable=False),
        sa.Column("provinces", sa.JSON(), nullable=False),
        sa.Column("exclude_suppliers", sa.JSON(), nullable=False),
        sa.Column("outsourced_steps_ok", sa.Boolean(), nullable=True),
        sa.Column("confidentiality", sa.String(length=16), nullable=False),
        sa.Column("target_price_amount", sa.String(length=24), nullable=False),
        sa.Column("target_price_currency", sa.String(length=3), nullable=False),
        sa.Column("quote_by", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "confidentiality IN ('public', 'anonymous', 'nda_first')",
            name=op.f("ck_requirements_confidentiality_known"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_requirements_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requirements")),
        sa.UniqueConstraint("organisation_id", "reference", name=op.f("uq_requirements_organisation_id_reference")),
    )
    with op.batch_alter_table("requirements", schema=None) as batch_op:
        batch_op.create_index("ix_requirements_reference", ["reference"], unique=False)

    op.create_table(
        "supplier_capabilities",
        sa.Column("supplier_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("process", sa.String(length=500), nullable=False),
        sa.Column("materials", sa.JSON(), nullable=False),
        sa.Column("tolerance_mm", sa.Double(), nullable=True),
        sa.Column("max_size_mm", sa.JSON(), nullable=False),
        sa.Column("capacity_per_month", sa.Double(), nullable=True),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("in_house", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["suppliers.id"], name=op.f("fk_supplier_capabilities_supplier_id_suppliers")
        ),
        sa.PrimaryKeyConstraint("supplier_id", "position", name=op.f("pk_supplier_capabilities")),
    )
    op.create_table(
        "supplier_certificates",
        sa.Column("supplier_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("standard", sa.String(length=200), nullable=False),
        sa.Column("issuer", sa.String(length=300), nullable=False),
        sa.Column("number", sa.String(length=100), nullable=False),
        sa.Column("scope", sa.String(length=1000), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "status IN ('claimed', 'document_seen', 'registry_confirmed', 'in_progress', 'planned')",
            name=op.f("ck_supplier_certificates_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["suppliers.id"], name=op.f("fk_supplier_certificates_supplier_id_suppliers")
        ),
        sa.PrimaryKeyConstraint("supplier_id", "position", name=op.f("pk_supplier_certificates")),
    )
    op.create_table(
        "supplier_concepts",
        sa.Column("supplier_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("scheme", sa.String(length=40), nullable=False),
        sa.Column("scheme_version", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["suppliers.id"], name=op.f("fk_supplier_concepts_supplier_id_suppliers")
        ),
        sa.PrimaryKeyConstraint("supplier_id", "kind", "code", name=op.f("pk_supplier_concepts")),
    )
    with op.batch_alter_table("supplier_concepts", schema=None) as batch_op:
        batch_op.create_index("ix_supplier_concepts_code", ["kind", "code"], unique=False)

    op.create_table(
        "supplier_contacts",
        sa.Column("supplier_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=100), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("consent", sa.Boolean(), nullable=False),
        sa.Column("consent_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["suppliers.id"], name=op.f("fk_supplier_contacts_supplier_id_suppliers")
        ),
        sa.PrimaryKeyConstraint("supplier_id", "position", name=op.f("pk_supplier_contacts")),
    )
    op.create_table(
        "supplier_documents",
        sa.Column("supplier_id", sa.String(length=64), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("analysis_version", sa.String(length=60), nullable=False),
        sa.Column("document", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["suppliers.id"], name=op.f("fk_supplier_documents_supplier_id_suppliers")
        ),
        sa.PrimaryKeyConstraint("supplier_id", name=op.f("pk_supplier_documents")),
    )
    with op.batch_alter_table("supplier_documents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_supplier_documents_sequence"), ["sequence"], unique=False)

    op.create_table(
        "supplier_items",
        sa.Column("supplier_id", sa.String(length=64), nullable=False),
        sa.Column("field", sa.String(length=20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.CheckConstraint(
            "field IN ('products', 'processes', 'materials', 'machines', 'customers', 'export_markets')",
            name=op.f("ck_supplier_items_field_known"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["suppliers.id"], name=op.f("fk_supplier_items_supplier_id_suppliers")
        ),
        sa.PrimaryKeyConstraint("supplier_id", "field", "position", name=op.f("pk_supplier_items")),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("requirement_id", sa.String(length=64), nullable=False),
        sa.Column("requirement", sa.JSON(), nullable=False),
        sa.Column("requirement_version", sa.Integer(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("engine_version", sa.String(length=20), nullable=False),
        sa.Column("vocabulary_version", sa.String(length=20), nullable=False),
        sa.Column("index_sequence", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["requirement_id"], ["requirements.id"], name=op.f("fk_runs_requirement_id_requirements")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    with op.batch_alter_table("runs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_runs_requirement_id"), ["requirement_id"], unique=False)

    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("requirement_id", sa.String(length=64), nullable=False),
        sa.Column("supplier_id", sa.String(length=64), nullable=False),
        sa.Column("run_id", sa.String(length=64), nullable=True),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("reason_code", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "reason_code IN ('', 'price', 'capacity', 'tolerance', 'certificate', 'no_response', 'already_supplied', 'drawing_not_released', 'distance', 'wrong_process', 'other')",
            name=op.f("ck_decisions_reason_code_known"),
        ),
        sa.CheckConstraint(
            "verdict IN ('approved', 'shortlisted', 'rejected', 'unsure', 'withdrawn')",
            name=op.f("ck_decisions_verdict_known"),
        ),
        sa.ForeignKeyConstraint(
            ["requirement_id"], ["requirements.id"], name=op.f("fk_decisions_requirement_id_requirements")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_decisions_run_id_runs")),
        sa.ForeignKeyConstraint(["supplier_id"], ["suppliers.id"], name=op.f("fk_decisions_supplier_id_suppliers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index("ix_decisions_pair", ["requirement_id", "supplier_id", "id"], unique=False)

    op.create_table(
        "matches",
        sa.Column("run_id", sa.String(length=64), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("supplier_id", sa.String(length=64), nullable=False),
        sa.Column("band", sa.String(length=16), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.CheckConstraint("band IN ('qualified', 'needs_evidence', 'failed')", name=op.f("ck_matches_band_known")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_matches_run_id_runs")),
        sa.ForeignKeyConstraint(["supplier_id"], ["suppliers.id"], name=op.f("fk_matches_supplier_id_suppliers")),
        sa.PrimaryKeyConstraint("run_id", "rank", name=op.f("pk_matches")),
    )
    with op.batch_alter_table("matches", schema=None) as batch_op:
        batch_op.create_index("ix_matches_supplier_id", ["supplier_id"], unique=False)

    op.execute("INSERT INTO counters (name, value) VALUES ('suppliers', 0)")


def downgrade() -> None:
    with op.batch_alter_table("matches", schema=None) as batch_op:
        batch_op.drop_index("ix_matches_supplier_id")

    op.drop_table("matches")
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_index("ix_decisions_pair")

    op.drop_table("decisions")
    with op.batch_alter_table("runs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_runs_requirement_id"))

    op.drop_table("runs")
    op.drop_table("supplier_items")
    with op.batch_alter_table("supplier_documents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_supplier_documents_sequence"))

    op.drop_table("supplier_documents")
    op.drop_table("supplier_contacts")
    with op.batch_alter_table("supplier_concepts", schema=None) as batch_op:
        batch_op.drop_index("ix_supplier_concepts_code")

    op.drop_table("supplier_concepts")
    op.drop_table("supplier_certificates")
    op.drop_table("supplier_capabilities")
    with op.batch_alter_table("requirements", schema=None) as batch_op:
        batch_op.drop_index("ix_requirements_reference")

    op.drop_table("requirements")
    with op.batch_alter_table("provenance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_provenance_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_provenance_import_id"))

    op.drop_table("provenance")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_people_organisation_id"))

    op.drop_table("people")
    op.drop_table("import_problems")
    with op.batch_alter_table("duplicate_decisions", schema=None) as batch_op:
        batch_op.drop_index("ix_duplicate_decisions_pair")

    op.drop_table("duplicate_decisions")
    with op.batch_alter_table("api_keys", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_api_keys_organisation_id"))

    op.drop_table("api_keys")
    with op.batch_alter_table("suppliers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_suppliers_tax_code"))
        batch_op.drop_index(batch_op.f("ix_suppliers_province_code_2025"))
        batch_op.drop_index(batch_op.f("ix_suppliers_province_code"))
        batch_op.drop_index(batch_op.f("ix_suppliers_name_folded"))
        batch_op.drop_index(batch_op.f("ix_suppliers_merged_into_id"))

    op.drop_table("suppliers")
    op.drop_table("organisations")
    op.drop_table("imports")
    op.drop_table("counters")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_subject")
        batch_op.drop_index(batch_op.f("ix_audit_at"))

    op.drop_table("audit")
