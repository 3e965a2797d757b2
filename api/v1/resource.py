"""What every resource shares: keys are checked before anything is read."""

from __future__ import annotations

from api.blueprint import Blueprint
from api.security.authentication import admit


def resource(name: str, path: str, description: str) -> Blueprint:
    """A blueprint for `/api/v1` + `path` whose operations need a key."""
    blueprint = Blueprint(name, name, url_prefix=f"/api/v1{path}", description=description)
    blueprint.before_request(admit)
    return blueprint
