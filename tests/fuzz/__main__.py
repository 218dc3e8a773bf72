"""Scan many odd articles, by hand: `python -m fuzz 20000 --first 1` in `tests`.

What fails is cut down to the least text that fails in the same way, and with `--keep` added to
`once_failed.toml`, which the test suite runs. 20,000 take a quarter of an hour.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from claimcheck.reports.json import render
from claimcheck.scanning import check_text
from fuzz import promises
from fuzz.articles import article

KEPT = Path(__file__).parent / "once_failed.toml"
_EVERY = 10  # how many articles to one that is held against the schema, and given to every format
Check = Callable[[str], None]


def main() -> int:
    """Run; the exit code is 1 where something failed."""
    parser = argparse.ArgumentParser(prog="python -m fuzz")
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    parser.add_argument("--keep", action="store_true", help="add what fails to once_failed.toml")
    given = parser.parse_args()
    failed: dict[str, int] = {}
    digest, began = sha256(), time.process_time()
    for number, seed in enumerate(range(given.first, given.first + given.count), 1):
        text = article(seed)
        for check in checks(seed):
            failure = failing(check, text)
            if failure:
                failed[failure] = failed.get(failure, 0) + 1
                if failed[failure] == 1:
                    tell(check, text, seed, failure, keep=given.keep)
        digest.update(_digested(text))
        if number % 1000 == 0:
            print(
                f"{number:,} articles, {time.process_time() - began:.0f} s, {sum(failed.values())} failed",
                flush=True,
            )
    print(f"digest {digest.hexdigest()[:16]}; the same with any PYTHONHASHSEED")
    return bool(failed)


def _digested(text: str) -> bytes:
    try:
        return "".join(render([check_text(text)])).encode()
    except Exception:  # told already
        return b""


def checks(seed: int) -> Iterator[Check]:
    """The checks for the article of `seed`: the slow ones for some alone."""
    yield promises.check
    if seed % _EVERY == 0:
        yield promises.check_schema
        yield promises.check_formats


def failing(check: Check, text: str) -> str | None:
    """How `check` fails on the text: an exception by its kind and place, a promise by its first words."""
    try:
        check(text)
    except AssertionError as error:
        return f"{check.__name__}: {str(error).partition(' alone ')[0][:60]}"
    except Exception as error:
        place = error.__traceback__
        while place is not None and place.tb_next:
            place = place.tb_next
        where = (
            f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_frame.f_code.co_name}" if place else ""
        )
        return f"{check.__name__}: {type(error).__name__} in {where}"
    return None


def tell(check: Check, text: str, seed: int, failure: str, *, keep: bool) -> None:
    """Print the least text that fails so, and how."""
    least = smallest(text, lambda shorter: failing(check, shorter) == failure)
    print(f"seed {seed}: {failure}\n  {least!r}", flush=True)
    try:
        check(least)
    except Exception as error:
        print(f"  {str(error)[:600]}", flush=True)
    if keep:
        with KEPT.open("a", encoding="utf-8") as file:
            file.write(f"\n[[case]]\nseed = {seed}\nfailed = {_quoted(failure)}\ntext = {_quoted(least)}\n")


def smallest(text: str, fails: Callable[[str], bool]) -> str:
    """`text` with every piece left out, from large to small, that is not needed for it to fail."""
    size = len(text) // 2
    while size:
        start = 0
        while start < len(text):
            shorter = text[:start] + text[start + size :]
            if fails(shorter):
                text = shorter
            else:
                start += size
        size //= 2
    return text


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    plain = {'"': '\\"', "\\": "\\\\"}
    return '"' + "".join(plain.get(c, c if c.isprintable() else f"\\U{ord(c):08X}") for c in text) + '"'


if __name__ == "__main__":
    sys.exit(main())
