from __future__ import annotations

import dataclasses

import pytest

from api.config import SETTINGS, Settings, settings_from
from matchmaker.errors import Invalid


def test_nothing_set_gives_the_defaults_of_the_table() -> None:
    assert settings_from({}) == Settings("sqlite:///instance/matchmaker.sqlite3", 8000, "", 0)
    assert settings_from({name: default for name, default, _ in SETTINGS}) == settings_from({})
    assert settings_from({"PORT": "", "HOME": "/root", "PATH": "/bin"}) == settings_from({})


def test_what_is_set_is_taken() -> None:
    environ = {
        "DATABASE_URL": "postgresql://u:p@db/matchmaker",
        "PORT": "80",
        "MATCHMAKER_SECRET": "s" * 32,
        "MATCHMAKER_PROXIES": "2",
    }
    assert settings_from(environ) == Settings("postgresql://u:p@db/matchmaker", 80, "s" * 32, 2)


def test_every_setting_has_a_line_in_the_table() -> None:
    assert len(SETTINGS) == len(dataclasses.fields(Settings))
    assert all(description and "\n" not in description for _, _, description in SETTINGS)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "9" * 5_000),
        ("PORT", "８０"),
        ("PORT", "-1"),
        ("DATABASE_URL", "postgres"),
        ("DATABASE_URL", "mysql://u:hunter2@db/x"),
        ("DATABASE_URL", "postgres://u:hunter2@db/x"),
        ("DATABASE_URL", "postgresql://u:hunter2@db:port/x"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("MATCHMAKER_SECRET", "hunter2"),
        ("MATCHMAKER_PROXIES", "6"),
        ("MATCHMAKER_SECRETS", "hunter2"),
    ],
)
def test_a_wrong_or_unknown_setting_is_refused_in_one_line_that_keeps_secrets(name: str, value: str) -> None:
    with pytest.raises(Invalid) as error:
        settings_from({name: value})
    assert error.value.message.startswith(name)
    assert "\n" not in error.value.message
    assert "hunter2" not in error.value.message
