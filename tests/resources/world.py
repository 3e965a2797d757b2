"""The firms and the part that these tests speak of, and a client that holds a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

PRESS_SHOP = {
    "id": "S-press",
    "name": "Công ty TNHH Dập kim loại Bình Minh",
    "province": "Hà Nội",
    "products": ["giá đỡ", "chi tiết dập"],
    "processes": ["dập kim loại", "mạ kẽm"],
    "materials": ["SPCC"],
    "tolerance_mm": 0.05,
    "capacity_per_month": 500000,
    "unit": "pcs",
    "certificates": [{"standard": "ISO 9001:2015", "valid_until": "2030-12-31"}],
    "contacts": [
        {"name": "Nguyễn Văn An", "email": "an@press.example", "consent": False},
        {"name": "Trần Thị Bình", "email": "binh@press.example", "consent": True},
    ],
}
MOULDER = {
    "id": "S-mould",
    "name": "CONG TY NHUA SONG HAN",
    "products": ["vo nhua", "linh kien nhua"],
    "processes": ["ep nhua"],
    "materials": ["ABS"],
}
BRACKET = {
    "id": "R-bracket",
    "title": "Stamped steel bracket, zinc plated",
    "processes": ["metal stamping", "zinc plating"],
    "materials": ["SPCC"],
    "tolerance_mm": 0.1,
    "annual_volume": 600000,
    "unit": "pcs",
    "certificates": {"required": ["ISO 9001"]},
}


class Client:
    """A client that sends its key with every request."""

    def __init__(self, client: FlaskClient, key: str) -> None:
        self._client, self._key = client, key

    def __call__(self, method: str, path: str, **options: Any) -> Any:
        headers = {"Authorization": f"Bearer {self._key}", **options.pop("headers", {})}
        return self._client.open(f"/api/v1{path}", method=method, headers=headers, **options)


Clients = Callable[[str, str], Client]
