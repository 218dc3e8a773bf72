"""Figures bound to who says them and how surely."""

from claimcheck.claims.binding import bind_claims

__all__ = ["bind_claims"]
