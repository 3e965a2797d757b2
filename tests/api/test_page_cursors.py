from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.exceptions import HTTPException

from api.pages import seal, unseal

KEY = b"k" * 32
PATH = "/api/v1/demo"

sort_keys = st.lists(st.one_of(st.text(), st.integers(), st.none(), st.floats(allow_nan=False)), max_size=4)


@given(sort_keys)
def test_a_cursor_gives_back_its_sort_key(after: list[object]) -> None:
    cursor = seal(after, "list", KEY)
    assert cursor.isascii()
    assert unseal(cursor, "list", KEY) == after


@given(st.text(max_size=200))
def test_no_text_but_a_cursor_is_accepted(text: str) -> None:
    with pytest.raises(HTTPException, match="next"):
        unseal(text, "list", KEY)


def test_a_changed_letter_another_list_and_another_key_are_refused() -> None:
    cursor = seal(["S001"], "list", KEY)
    changed = cursor[:-3] + ("A" if cursor[-3] != "A" else "B") + cursor[-2:]
    for wrong in ((changed, "list", KEY), (cursor, "other", KEY), (cursor, "list", b"l" * 32)):
        with pytest.raises(HTTPException):
            unseal(*wrong)


def test_following_next_visits_each_item_once_and_ends(client: FlaskClient) -> None:
    address: str | None = f"{PATH}?limit=3&colour=red"
    found: list[str] = []
    while address:
        answer = client.get(address)
        assert answer.status_code == 200
        found += [item["id"] for item in answer.json["items"]]
        link = answer.headers.get("Link")
        assert (link is None) == ("next" not in answer.json)
        if link:
            assert parse_qs(urlsplit(link[1:].partition(">")[0]).query)["cursor"] == [answer.json["next"]]
            assert link.endswith('>; rel="next"')
        address = link[1:].partition(">")[0] if link else None
    assert found == ["R1", "R2", "R3", "R4", "R5", "R6", "R7"]


def test_a_cursor_does_not_serve_another_filter_but_any_limit(client: FlaskClient) -> None:
    cursor = client.get(f"{PATH}?limit=3&colour=red").json["next"]
    for query in (f"cursor={cursor}", f"colour=blue&cursor={cursor}", "colour=red&cursor=x", "cursor=%00"):
        answer = client.get(f"{PATH}?{query}")
        assert answer.status_code in (400, 422)
    assert client.get(f"{PATH}?cursor={cursor}").json["code"] == "bad_cursor"
    assert len(client.get(f"{PATH}?limit=1&colour=red&cursor={cursor}").json["items"]) == 1


def test_a_list_has_50_items_unless_asked_and_200_at_most(client: FlaskClient) -> None:
    assert client.get(f"{PATH}?limit=200").status_code == 200
    assert client.get(f"{PATH}?limit=201").status_code == 422
