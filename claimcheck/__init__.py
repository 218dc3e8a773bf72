"""claimcheck: every figure in a news article, with its source and hedges."""

__version__ = "0.1.0"
