"""Text from an article made safe to show: what would steer a terminal is shown or dropped."""

from __future__ import annotations

import re

_CONTROLS = {code: 0x2400 + code for code in range(32)} | {127: 0x2421}  # ␀ … ␡, their pictures
_CONTROLS |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_CONTROLS |= dict.fromkeys((0x2028, 0x2029), 0xFFFD)  # line and paragraph separator
_DIRECTIONS = dict.fromkeys([0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_NO_CHARACTERS = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)  # bytes of a file's name that are no Unicode
_SHOWN = _CONTROLS | _DIRECTIONS | _NO_CHARACTERS | {0xFEFF: None, 0xAD: None}
_SPACES = r"\s+"
_ESCAPED = (
    "[\x7f-\x9f\xad\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"  # json leaves these as they are
)


def printable(text: str) -> str:
    """`text` on one line, white space closed up, control characters as pictures."""
    return " ".join(text.split()).translate(_SHOWN)


def visible(text: str) -> str:
    """A stretch of a text as `printable` shows it, with a space where it begins or ends with white space."""
    return re.sub(_SPACES, " ", text).translate(_SHOWN)


def harmless(text: str) -> str:
    """`text` with every space kept, control characters as pictures."""
    return text.translate(_SHOWN)


def escaped(json_text: str) -> str:
    """JSON with the control and direction characters escaped that the json module lets through."""
    if json_text.isascii() and "\x7f" not in json_text:
        return json_text
    return re.sub(_ESCAPED, lambda found: f"\\u{ord(found.group()):04x}", json_text)
