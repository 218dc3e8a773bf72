"""claimcheck: every figure in a news article, with its source and hedges.

>>> import claimcheck
>>> report = claimcheck.check_text("Rescuers put the missing at between 40 and 65.")
>>> [claim.figure.low for claim in report.claims]
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # type checkers take it for true; importing typing would cost more than this module
if TYPE_CHECKING:
    from claimcheck.errors import InputError as InputError
    from claimcheck.errors import InputNote as InputNote
    from claimcheck.model import Article as Article
    from claimcheck.model import Claim as Claim
    from claimcheck.model import Document as Document
    from claimcheck.model import Figure as Figure
    from claimcheck.model import Finding as Finding
    from claimcheck.model import Report as Report
    from claimcheck.readers import read as read
    from claimcheck.scanning import check as check
    from claimcheck.scanning import check_text as check_text
    from claimcheck.scanning import scan as scan
    from claimcheck.settings import Settings as Settings

_HOMES = {
    "Article": "claimcheck.model",
    "Claim": "claimcheck.model",
    "Document": "claimcheck.model",
    "Figure": "claimcheck.model",
    "Finding": "claimcheck.model",
    "InputError": "claimcheck.errors",
    "InputNote": "claimcheck.errors",
    "Report": "claimcheck.model",
    "Settings": "claimcheck.settings",
    "check": "claimcheck.scanning",
    "check_text": "claimcheck.scanning",
    "read": "claimcheck.readers",
    "scan": "claimcheck.scanning",
}
__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> object:
    """The public names, each imported when first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
