"""Articles as nobody writes them: generated from the phrases of news, spliced from samples, and damaged.

A seed gives the same article as long as this file and `samples/` stay as they are; a text that failed is
therefore kept whole, in `once_failed.toml`, and not by its seed.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

_SAMPLES = Path(__file__).parent.parent.parent / "samples"
_LONGEST = 4000

WHO = (
    "the council", "officials", "Dr Mina Okoro", "a spokesman", "two people familiar with the plan", "police",
    "the Ferrol Institute", "Ms. Tarn", "a report by the port of Lysmouth", "the BBC", "she", "analysts",
)  # fmt: skip
SAID = (
    "said",
    "says",
    "told reporters",
    "estimated",
    "announced",
    "denied",
    "wrote",
    "has claimed",
    "warned",
)
NOUNS = (
    "people", "ships", "homes", "votes", "children under five", "barrels of oil", "tonnes of grain", "jobs",
    "Russian troops", "patients", "goals", "miles of road", "seats", "shares", "police officers",
)  # fmt: skip
BOUNDS = (
    "", "", "", "about ", "at least ", "up to ", "more than ", "nearly ", "some ", "fewer than ", "roughly ",
    "between 3 and ", "from 7 to ", "as many as ", "an estimated ", "not ", "one in ", "minus ", "only ",
)  # fmt: skip
UNITS = (
    "", "", "%", " per cent", " percentage points", " million", "bn", "m", "k", " dozen", "th", "-year-old",
    " km", " km/h", "°C", " feet (91 centimetres)", "-fold", " times", ":1", " years", " hours", " points",
)  # fmt: skip
MONEY = ("$", "£", "€", "¥", "US$", "Rs ", "CHF ", "C$")
TIMES = (
    "on Monday", "in May", "last year", "on 4 May 2021", "by 2030", "since 1998", "at 4 a.m.", "in the 1990s",
    "two days ago", "from 2019 to 2021", "in the third quarter", "next week", "on February 30", "in spring",
)  # fmt: skip
CHANGES = (
    "up from {}",
    "down {} from {}",
    "a rise of {}",
    "compared with {}",
    "of {}",
    "and {}",
    "or {}",
    "to {}",
)
WORDED = (
    "two", "a dozen", "half a million", "three quarters", "twenty-one", "one hundred and five", "dozens",
    "both", "a couple of hundred", "thirteenth", "one and a half", "several thousand", "nil",
    "twice", "a third",
)  # fmt: skip
MARKS = (
    *'"“”‘’()[]{}-–—%$£€½⅓º#*_`~|<>&\\/@\u202e\u200b\u00ad\u0301\u20e3𝟗😀\x00\x1b\x85\u2028\r\t\x0b\x0cİßﬁ３Ⅷ五',
    "\u00a0", "\u2009", "\ufeff", "\ufffd", "\U0010ffff", "''", '""', "...", ". ", "\n\n", "\n", " - ",
    "٣٤٥", "１２３", "1e999", "NaN", "-0", "0.0", "0/0", "5/0", "0%", "1,000,000,000,000,000", "1.2.3.4",
    "1.234,5", "12:99", "31/02/2021", "0000-00-00", "9999-12-31", "44BC", "0th", "00s", "zero", "googol",
    "31 December 9999", "a million years from now", "1" + "0" * 30, "9" * 60, "0." + "0" * 40 + "1",
    "<!-- claimcheck: ok CC401 -->", "claimcheck: ok", "http://a.b/5?c=7", "1\u00a0234\u00a0567", "§ 5",
    "№ 7",
)  # fmt: skip
SCRIPTS = (
    "Бюджет вырос на 5 процентов.", "人口は120万人です。", "عدد السكان ٣٫٥ مليون", "ราคา 500 บาท",
    "ΔΕΗ 12,5%",
    "L’an dernier, 1 234,5 millions d’euros.", "Zwölf Prozent mehr als 1.200 Euro.", "०१२३ लोग",
)  # fmt: skip


def article(seed: int) -> str:
    """The article of `seed`: half are generated, half spliced; most are damaged, one to five times."""
    chance = random.Random(seed)
    text = _generated(chance) if chance.random() < 0.5 else _spliced(chance)
    for _ in range(chance.choice((0, 1, 1, 2, 3, 5))):
        if text:
            text = chance.choice(_DAMAGES)(chance, text)
    return text[:_LONGEST]


@cache
def _samples() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(_SAMPLES.glob("*.txt")))


def _generated(chance: random.Random) -> str:
    paragraphs = [_headline(chance)] if chance.random() < 0.7 else []
    for _ in range(chance.randrange(1, 9)):
        paragraphs.append(" ".join(_sentence(chance) for _ in range(chance.randrange(1, 5))))
    return "\n\n".join(paragraphs)


def _spliced(chance: random.Random) -> str:
    paragraphs = [part for text in chance.choices(_samples(), k=3) for part in text.split("\n\n")]
    return "\n\n".join(chance.sample(paragraphs, chance.randrange(1, min(9, len(paragraphs)))))


def _headline(chance: random.Random) -> str:
    return (
        f"{_figure(chance)} {chance.choice(NOUNS)} lost as storm hits {chance.choice(('port', 'Lysmouth'))}"
    )


def _sentence(chance: random.Random) -> str:
    body = f"{_figure(chance)} {chance.choice(NOUNS)} were lost {chance.choice(TIMES)}"
    for _ in range(chance.randrange(3)):
        change = chance.choice(CHANGES)
        body += ", " + change.format(*(_figure(chance) for _ in range(change.count("{}"))))
    match chance.randrange(5):
        case 0:
            return f"{chance.choice(WHO)} {chance.choice(SAID)} that {body}."
        case 1:
            return f"“{body},” {chance.choice(SAID)} {chance.choice(WHO)}."
        case 2:
            return f"According to {chance.choice(WHO)}, {body}."
        case 3:
            return f"{body[:1].upper()}{body[1:]}, {chance.choice(WHO)} {chance.choice(SAID)}."
        case _:
            return f"{body[:1].upper()}{body[1:]}."


def _figure(chance: random.Random) -> str:
    if chance.random() < 0.2:
        return chance.choice(BOUNDS) + chance.choice(WORDED)
    number = chance.choice((
        str(chance.randrange(1000)), f"{chance.randrange(10**7):,}",
        f"{chance.random() * 100:.{chance.randrange(4)}f}",
        str(chance.randrange(1900, 2040)), str(10 ** chance.randrange(12)),
    ))  # fmt: skip
    if chance.random() < 0.25:
        return chance.choice(BOUNDS) + chance.choice(MONEY) + number + chance.choice(UNITS[:10])
    if chance.random() < 0.15:
        return f"{number}{chance.choice(('-', '–', ' to ', ' or ', '/', ' and '))}{_figure(chance)}"
    return chance.choice(BOUNDS) + number + chance.choice(UNITS)


def _flip_bytes(chance: random.Random, text: str) -> str:
    data = bytearray(text.encode("utf-8", "replace"))
    for _ in range(chance.randrange(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return data.decode(chance.choice(("utf-8", "cp1252", "latin-1")), "replace")


def _strew_marks(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    for _ in range(chance.randrange(1, 25)):
        at = chance.randrange(len(words))
        mark = chance.choice(MARKS)
        words[at] = chance.choice((mark + words[at], words[at] + mark, mark))
    return " ".join(words)


def _unbalance(chance: random.Random, text: str) -> str:
    """Quotation marks and brackets lost or doubled."""
    marks = "\"“”‘’'()[]"
    return "".join(
        char * chance.choice((0, 1, 1, 2))
        if char in marks
        else char + chance.choice(marks) * (chance.random() < 0.01)
        for char in text
    )


def _mix_scripts(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(("", " ", "\n\n")) + chance.choice(SCRIPTS) + " " + text[at:]


def _repeat(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text))
    piece = text[start : start + chance.randrange(1, 40)]
    return text[:start] + piece * chance.randrange(2, 30) + text[start:]


def _cut(chance: random.Random, text: str) -> str:
    start, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return text[:start] + text[end:] if chance.random() < 0.5 else text[start:end]


def _swell_digits(chance: random.Random, text: str) -> str:
    return "".join(
        char + chance.choice("0123456789.,") * chance.choice((0, 1, 9)) if char.isdigit() else char
        for char in text
    )


def _change_digits(chance: random.Random, text: str) -> str:
    return "".join(chance.choice("0123456789") if c.isdigit() and chance.random() < 0.4 else c for c in text)


def _drop_letters(chance: random.Random, text: str) -> str:
    return "".join(char for char in text if chance.random() < 0.98)


def _change_lines(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice((" ", "\r\n", "\r", "", "\n\n\n")))


def _change_case(chance: random.Random, text: str) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _shuffle(chance: random.Random, text: str) -> str:
    between = chance.choice(("\n\n", ". ", " "))
    parts = text.split(between)
    chance.shuffle(parts)
    return between.join(parts)


_DAMAGES: tuple[Callable[[random.Random, str], str], ...] = (
    _flip_bytes, _strew_marks, _unbalance, _mix_scripts, _repeat, _cut, _swell_digits, _change_digits,
    _drop_letters, _change_lines, _change_case, _shuffle,
)  # fmt: skip
