"""What can go wrong below the edge. No HTTP here: `api.problems` maps these to status codes."""


class MatchmakerError(Exception):
    """Refused, with a sentence for the person who asked. `code` is stable and never translated."""

    code = "refused"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if code:
            self.code = code


class NotFound(MatchmakerError):
    """No such thing, or it belongs to somebody else: the two look the same from outside."""

    code = "not_found"


class Conflict(MatchmakerError):
    """The request does not fit what is stored now."""

    code = "conflict"


class Stale(Conflict):
    """The thing has changed since the caller read it."""

    code = "stale"


class Invalid(MatchmakerError):
    """The content is well formed and still cannot be. `pointer` names the field, as in `/certificates/0/standard`."""

    code = "invalid"

    def __init__(self, message: str, *, pointer: str = "", code: str | None = None) -> None:
        super().__init__(message, code=code)
        self.pointer = pointer


class FileRefused(MatchmakerError):
    """A whole file that cannot be read; nothing of it was kept."""

    code = "file_refused"
