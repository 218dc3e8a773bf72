"""Archives of millions of articles: batches of rows in, rows of claims out, here or on a cluster."""

from claimcheck.archive.batches import scan_batch
from claimcheck.archive.run import Outcome, archive
from claimcheck.archive.schema import COLUMNS, arrow_schema

__all__ = ["COLUMNS", "Outcome", "archive", "arrow_schema", "scan_batch"]
