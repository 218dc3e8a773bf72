"""A page from the web: only for an address that somebody typed, never followed from a document."""

from __future__ import annotations

from typing import Any

from claimcheck.errors import InputError

_SECONDS = 20
_MOST_BYTES = 20_000_000
_PIECE = 65_536
_AGENT = "claimcheck (reads one page that a person asked for)"


def is_address(path: str) -> bool:
    """Whether `path` is a web address."""
    return path.lower().startswith(("http://", "https://"))


def fetch(address: str) -> bytes:
    """What stands at `address`. Raises InputError: no answer, not http, too large."""
    from http.client import HTTPException
    from urllib.error import HTTPError
    from urllib.request import Request

    try:
        with _opener().open(Request(address, headers={"User-Agent": _AGENT}), timeout=_SECONDS) as answer:
            data = _read(answer, address)
    except HTTPError as error:
        told = str(error.reason).partition("\n")[0].rstrip(".")  # of a redirect in a circle it tells a story
        raise InputError(address, f"answers {error.code} ({told})", "check the address") from None
    except (OSError, HTTPException, ValueError) as error:
        cause = getattr(error, "reason", error)  # what urllib wraps
        why = getattr(cause, "strerror", None) or cause
        raise InputError(address, f"cannot be fetched ({why})", "check the address and the line") from None
    return data


def _read(answer: Any, address: str) -> bytes:
    """What comes, piece by piece: a server that sends a byte now and then runs out of time as well."""
    from time import monotonic

    pieces: list[bytes] = []
    size, latest = 0, monotonic() + _SECONDS
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > _MOST_BYTES:
            raise InputError(address, f"is larger than {_MOST_BYTES // 1_000_000} MB", "save a part of it")
        if monotonic() > latest:
            raise InputError(address, f"takes longer than {_SECONDS} seconds", "save the page and scan that")
    return b"".join(pieces)


def _opener() -> Any:
    """Only http and https, also where a redirect leads elsewhere."""
    from urllib import request

    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler, request.HTTPHandler, request.HTTPSHandler, request.HTTPDefaultErrorHandler,
        request.HTTPRedirectHandler, request.HTTPErrorProcessor, request.UnknownHandler,
    ):  # fmt: skip
        opener.add_handler(handler())
    return opener
