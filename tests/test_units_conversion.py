"""Conversions: against pint's factors, and by their own laws."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.figures.conversion import convert, dimension
from claimcheck.figures.plurals import singular
from claimcheck.figures.vocabulary import unit_index

# What pint calls a unit where it is not the singular of ours.
PINT = {
    "decades": "10*year",
    "tolas": "180*grain",
    "maunds": "576000*grain",
    "kanals": "5445*foot**2",
    "marlas": "272.25*foot**2",
    "pyeong": "400/121*metre**2",
    "billion cubic feet per day": "1000000000*foot**3/day",
    "million cubic feet per day": "1000000*foot**3/day",
    "parsecs": "648000*astronomical_unit/pi",  # as the IAU defines it
    "kiloparsecs": "648000000*astronomical_unit/pi",
    "megaparsecs": "648000000000*astronomical_unit/pi",
    "acres": "mile**2/640",
    "acre-feet": "mile**2/640*foot",
    "furlongs": "220*yard",
    "fathoms": "2*yard",
    "amp-hours": "ampere*hour",
    "milliamp-hours": "milliampere*hour",
    "pounds of force": "force_pound",
    "Angstroms": "angstrom",
    "barrels": "oil_barrel",
    "barrels per day": "oil_barrel/day",
    "calories": "kilocalorie",
    "kilotons": "tTNT*1000",
    "megatons": "tTNT*1000000",
    "therms": "100000*Btu_it",
    "British thermal units": "Btu_it",
    "million British thermal units": "1000000*Btu_it",
    "rads": "0.01*gray",
    "pounds per square inch": "psi",
    "kilopounds per square inch": "1000*psi",
    "pound-feet": "force_pound*foot",
    "millimetres of mercury": "mmHg",
    "inches of mercury": "inHg",
    "newton metres": "newton*metre",
    "thousand cubic feet": "1000*foot**3",
    "million cubic feet": "1000000*foot**3",
    "billion cubic feet": "1000000000*foot**3",
    "trillion cubic feet": "1000000000000*foot**3",
    "billion cubic metres": "1000000000*metre**3",
    "curies": "curie",
    "metres per second squared": "metre/second**2",
    "quintals": "100*kilogram",
    "watt seconds": "watt*second",
    "parts per million": "1e-6",
    "dunams": "1000*metre**2",
    "parts per billion": "1e-9",
    "parts per trillion": "1e-12",
    "basis points": "1e-4",
    "percentage points": "0.01",
    "barrels of oil equivalent": "oil_barrel",
    "hands high": "4*inch",
    "deadweight tonnes": "tonne",
    "millicuries": "millicurie",
    "troy ounces": "troy_ounce",
    "litres per 100 kilometres": "litre/(100*kilometre)",
    "beats per minute": "1/minute",
    "frames per second": "1/second",
    "cycles per second": "1/second",
    "revolutions per minute": "1/minute",
    "feddans": "4200*metre**2",
    "rai": "1600*metre**2",
    "hertz": "1/second",
}
UNKNOWN_TO_PINT = {
    "mu",
    "twenty-foot equivalent units",
    "forty-foot equivalent units",
    "petahertzes",
    "decibels",
    "catties",
    "exahertzes",
}
TEMPERATURES = {"degrees Celsius", "degrees Fahrenheit"}  # offsets, tested by readings below
CONVERTIBLE = sorted(
    name for name, (_, factor, _) in unit_index().units.items() if factor and name not in UNKNOWN_TO_PINT
)


@pytest.fixture(scope="module")
def registry():
    pint = pytest.importorskip("pint")
    return pint.UnitRegistry()


def pint_name(name: str) -> str:
    def one(part: str) -> str:
        power = re.match(r"(square|cubic) (.*)", part)
        if power:
            return f"({one(power[2])})**{2 if power[1] == 'square' else 3}"
        return PINT.get(part) or singular(part.replace(" ", "_").replace("-", "_"))

    return PINT.get(name) or "/".join(map(one, name.split(" per ")))


def test_factors_are_those_of_pint(registry) -> None:
    bases = {}
    for name in CONVERTIBLE:
        if name in TEMPERATURES:
            continue
        kind = dimension(name)
        base, theirs_base = bases.setdefault(kind, (name, registry(pint_name(name))))
        theirs = (registry(pint_name(name)) / theirs_base).to_base_units()
        assert theirs.dimensionless, name
        ours = float(convert(Decimal(1), name, base))
        assert ours == pytest.approx(float(theirs.magnitude), rel=1e-12), name


@pytest.mark.parametrize(
    ("value", "from_unit", "to_unit", "expected"),
    [
        ("60", "mph", "km/h", "96.56064"),
        ("100", "km", "miles", "62.13711922373339696174341843633182215859"),
        ("26.2", "miles", "km", "42.1648128"),
        ("0", "°C", "°F", "32"),
        ("-40", "F", "C", "-40"),
        ("100", "degrees Celsius", "degrees Fahrenheit", "212"),
        ("640", "acres", "square miles", "1"),
        ("2", "stone", "pounds", "28"),
        ("3", "dozen-less", "kg", None),
        ("5", "km", "kg", None),
        ("1", "GWh", "MWh", "1000"),
        ("12", "tonnes per hectare", "tonnes per hectare", "12"),
        ("1000000", "barrels a day", "barrels per day", "1000000"),
        ("18", "months", "years", "1.5"),
        ("2", "decades", "years", "20"),
    ],
)
def test_conversion(value: str, from_unit: str, to_unit: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(ValueError, match="no conversion"):
            convert(Decimal(value), from_unit, to_unit)
    else:
        assert convert(Decimal(value), from_unit, to_unit) == pytest.approx(
            Decimal(expected), abs=Decimal("1e-30")
        )


def test_temperature_difference_has_no_offset() -> None:
    assert convert(Decimal("1.8"), "°F", "°C", difference=True) == 1
    assert convert(Decimal(5), "°C", "kelvins", difference=True) == 5


@settings(max_examples=60, deadline=None)
@given(st.decimals(-(10**9), 10**9, places=3), st.sampled_from(CONVERTIBLE), st.data())
def test_conversion_there_and_back(value: Decimal, unit: str, data: st.DataObject) -> None:
    kind = dimension(unit)
    other = data.draw(st.sampled_from([name for name in CONVERTIBLE if dimension(name) == kind]))
    back = convert(convert(value, unit, other), other, unit)
    assert abs(back - value) <= abs(value) * Decimal("1e-20") + Decimal("1e-9")


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("miles", "length"),
        ("mph", "speed"),
        ("kilometres per hour", "speed"),
        ("kW", "power"),
        ("°C", "temperature"),
        ("tonnes per hectare", "mass per area"),
        ("litres per second", "volumetric flow"),
        ("GB", "data storage"),
        ("square miles", "area"),
        ("wizards", None),
        ("", None),
        ("wizards per hour", None),
        ("per hour", None),
    ],
)
def test_dimension(unit: str, kind: str | None) -> None:
    assert dimension(unit) == kind
