"""The index of a worker follows the documents, and says so when it cannot read them."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from matchmaker.desk.index_upkeep import IndexKeeper, reanalyse
from matchmaker.errors import Conflict
from models import SupplierDocument
from models.engine import Database


def test_documents_of_another_version_are_refused_until_they_are_analysed_anew(stocked: Database) -> None:
    with stocked.write_sessions.begin() as session:
        session.execute(update(SupplierDocument).values(analysis_version="0.0"))
    with stocked.read_sessions() as session, pytest.raises(Conflict, match="matchmaker db upgrade"):
        IndexKeeper().index(session)
    with stocked.write_sessions.begin() as session:
        assert reanalyse(session) == 83
    with stocked.read_sessions() as session:
        assert len(IndexKeeper().index(session).documents) == 83
