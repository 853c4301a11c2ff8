"""How a language writes numbers, money and dates, and with which fonts and digits."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from kerja.documents.scripts import LATIN

if TYPE_CHECKING:
    from babel import Locale

Number = int | float | Decimal
Calendar = Literal["gregorian", "buddhist"]

LATIN_DIGITS = "0123456789"
# CLDR gives these currencies two decimals; nobody pays or budgets with them.
_WITHOUT_DECIMALS = frozenset({"IDR", "KHR", "LAK", "MMK", "MNT", "VND"})
_NO_BREAK = "\u00a0"
_FALLBACK = "en_001"


@dataclass(frozen=True, slots=True)
class _Habits:
    """What is ours to say of a language: Babel lacks it or has it otherwise."""

    locale: str
    font: str = LATIN
    digits: str = LATIN_DIGITS
    calendar: Calendar = "gregorian"
    # The long forms of large numbers in CLDR were compared with usage; else all digits are shown.
    scale_words: bool = True
    name: str = ""


_HABITS = {
    "en": _Habits("en_001"),
    "km": _Habits("km", "Noto Sans Khmer", "០១២៣៤៥៦៧៨៩", scale_words=False),
    "th": _Habits("th", "Noto Sans Thai", "๐๑๒๓๔๕๖๗๘๙", "buddhist", scale_words=False),
    "lo": _Habits("lo", "Noto Sans Lao", scale_words=False),
    "my": _Habits("my", "Noto Sans Myanmar", "၀၁၂၃၄၅၆၇၈၉", scale_words=False),
    "mn": _Habits("mn", scale_words=False),
    "ar": _Habits("ar", "Noto Sans Arabic"),
    "tet": _Habits("pt_TL", scale_words=False, name="tetun"),
}


@dataclass(frozen=True, slots=True)
class Language:
    """A language as a document needs it; make one with `language`.

    `code` is its tag ("km"), `name` its own name, `direction` "ltr" or "rtl", `fonts` in order of
    preference, `digits` from zero to nine, `locale` the name that Babel knows its habits by.
    """

    code: str
    name: str
    direction: str
    fonts: tuple[str, ...]
    digits: str
    calendar: Calendar
    locale: str
    scale_words: bool

    def count(self, number: Number) -> str:
        """Write a whole number, its digits in groups: "1,500,000"."""
        return self.decimal(number, places=0)

    def decimal(self, number: Number, *, places: int) -> str:
        """Write a number with exactly so many places, half rounded up."""
        from babel.numbers import format_decimal

        pattern = "#,##0" + ("." + "0" * places if places else "")
        return self._written(format_decimal(_rounded(number, places), pattern, self.locale))

    def percent(self, fraction: Number, *, places: int = 1) -> str:
        """Write a share of 1 as a percentage: 0.085 is "8.5%"."""
        from babel.numbers import format_percent

        sign = _locale(self.locale).percent_formats[None].pattern
        digits = "#,##0" + ("." + "0" * places if places else "")
        pattern = re.sub(r"[#0,.]+", digits, sign)
        value = _rounded(_exact(fraction) * 100, places) / 100
        return self._written(
            format_percent(value, pattern, self.locale, decimal_quantization=False)
        )

    def money(self, amount: Number, currency: str) -> str:
        """Write an amount after its ISO 4217 code: "KHR 1,120,000"; two places where usual."""
        return f"{currency}{_NO_BREAK}{self.decimal(amount, places=_places(amount, currency))}"

    def money_in_words(self, amount: Number, currency: str) -> str:
        """Write a large amount with its scale: "KHR 1.68 trillion", three digits that count.

        Below a million, from a thousand trillion, and in languages whose scale words we cannot
        vouch for, as `money`.
        """
        exact = _exact(amount)
        if not (1e6 <= abs(exact) < 1e15 and self.scale_words):
            return self.money(amount, currency)
        words = self._written(_scaled(exact, self.locale)).replace(" ", _NO_BREAK)
        return f"{currency}{_NO_BREAK}{words}"

    def date(self, day: datetime.date) -> str:
        """Write a date in full: "1 October 2026", in Thai of the Buddhist era."""
        from babel.dates import format_date, get_month_names

        if self.calendar == "buddhist":
            month = get_month_names("wide", locale=self.locale)[day.month]
            return self._written(f"{day.day} {month} {self._year(day.year)}")
        return self._written(format_date(day, "long", self.locale))

    def year(self, year: int) -> str:
        """Write a year of the common era: "2026", in Thai "พ.ศ. ๒๕๖๙"."""
        return self._written(self._year(year))

    def territory(self, code: str) -> str:
        """Return the name of a country (ISO 3166-1, two or three letters), "" if CLDR has none."""
        from babel.core import get_global

        alias = get_global("territory_aliases").get(code, [code])[0]
        return str(_locale(self.locale).territories.get(alias, ""))

    def tongue(self, code: str) -> str:
        """Return the name of another language (BCP 47), its code if CLDR has none."""
        return str(_locale(self.locale).languages.get(code.partition("-")[0], code))

    def in_digits(self, text: str) -> str:
        """Return `text` with its Latin digits in the digits of the language."""
        return text.translate(str.maketrans(LATIN_DIGITS, self.digits))

    def _year(self, year: int) -> str:
        if self.calendar == "gregorian":
            return str(year)
        era = f"พ.ศ.{_NO_BREAK}" if self.code == "th" else f"BE{_NO_BREAK}"
        return f"{era}{year + 543}"

    def _written(self, text: str) -> str:
        # A plain space between groups reorders in a text from right to left, and breaks lines.
        text = re.sub(r"(?<=\d) (?=\d)", _NO_BREAK, text)
        if self.direction == "rtl":
            text = "\u2068" + re.sub("[\u200e\u200f]", "", text) + "\u2069"
        return self.in_digits(text)


def language(
    code: str,
    *,
    territory: str = "",
    native_digits: bool = True,
    calendar: Calendar | None = None,
) -> Language:
    """Return a language by its code.

    Args:
        code: "en", "km", "th", "id"; one that CLDR does not know writes numbers as English does.
        territory: alpha-2 code, where countries of one language write differently ("pt", "TL").
        native_digits: False writes Khmer and Thai with Latin digits.
        calendar: "buddhist" counts years 543 ahead; by default as is usual for the language.
    """
    habits = _HABITS.get(code, _Habits(code))
    names = (f"{code}_{territory.upper()}" if territory else "", habits.locale, _FALLBACK)
    name = next(name for name in names if name and _is_known(name))
    if code == "en" and name == "en_US":
        name = _FALLBACK
    locale = _locale(name)
    is_own = locale.language == code
    return Language(
        code=code,
        name=habits.name or (str(locale.display_name.split(" (")[0]) if is_own else code),
        direction=str(locale.text_direction) if is_own else "ltr",
        fonts=tuple(dict.fromkeys((habits.font, LATIN))),
        digits=habits.digits if native_digits else LATIN_DIGITS,
        calendar=calendar or habits.calendar,
        locale=name,
        scale_words=habits.scale_words,
    )


def _is_known(name: str) -> bool:
    from babel import UnknownLocaleError

    try:
        _locale(name)
    except (UnknownLocaleError, ValueError):
        return False
    return True


@cache
def _locale(name: str) -> Locale:
    from babel import Locale

    return Locale.parse(name)


def _exact(number: Number) -> Decimal:
    # repr of a float is what was written: 0.085, not 0.08500000000000000610622663543836097232997.
    return number if isinstance(number, Decimal) else Decimal(repr(number))


def _rounded(number: Number, places: int) -> Decimal:
    result = _exact(number).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return abs(result) if result == 0 else result


def _places(amount: Number, currency: str) -> int:
    from babel.numbers import get_currency_precision

    if currency in _WITHOUT_DECIMALS or _exact(amount) == _exact(amount).to_integral_value():
        return 0
    return get_currency_precision(currency)


def _scaled(amount: Decimal, locale_name: str) -> str:
    """Write an amount with CLDR's long scale word.

    Babel's own function takes the plural of the whole amount: French "1 milliards".
    """
    from babel.numbers import format_decimal

    locale = _locale(locale_name)
    # Three digits that count, before the scale is chosen: 999,999,999 is "1 billion".
    rounded = amount.quantize(Decimal(1).scaleb(amount.adjusted() - 2), rounding=ROUND_HALF_UP)
    scales = locale.compact_decimal_formats["long"]
    scale = max((s for s in scales["other"] if int(s) <= abs(rounded)), key=int)
    zeros = scales["other"][scale].pattern.count("0")
    scaled = rounded * Decimal(10) ** (zeros - 1) / Decimal(scale)
    form = locale.plural_form(abs(scaled.normalize()))
    pattern = str(scales.get(form, scales["other"]).get(scale, scales["other"][scale]).pattern)
    return pattern.replace("0" * zeros, format_decimal(scaled, "#,##0.##", locale_name))
