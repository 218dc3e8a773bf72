"""Odd articles by the thousand, and what must hold for each: `python -m fuzz 20000` in `tests`."""
