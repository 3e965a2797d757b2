from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from api.config import settings_from
from api.security.secret import KEPT_IN, key_for, secret_of


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_operators_secret_counts_and_nothing_is_written() -> None:
    assert secret_of(settings_from({"MATCHMAKER_SECRET": "s" * 32})) == b"s" * 32
    assert not KEPT_IN.exists()


def test_a_secret_is_made_once_and_only_its_owner_reads_it() -> None:
    first = secret_of(settings_from({}))
    assert len(first) >= 32
    assert secret_of(settings_from({})) == first
    assert stat.S_IMODE(KEPT_IN.stat().st_mode) == 0o600
    assert [path.name for path in KEPT_IN.parent.iterdir()] == ["secret"]


def test_workers_that_start_together_agree() -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: secret_of(settings_from({})), range(32)))
    assert len(found) == 1


def test_keys_for_two_purposes_differ() -> None:
    assert len(key_for("cursor", b"s")) == 32
    assert key_for("cursor", b"s") != key_for("forms", b"s") != key_for("forms", b"t")
