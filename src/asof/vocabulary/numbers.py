"""Number words of English: what the finder of quantities looks up.

Holds words and their values only; how they combine is the finder's business.
"""

from __future__ import annotations

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

UNITS: dict[str, int] = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: 20 + 10 * step for step, word in enumerate(_TENS)},
}
MULTIPLIERS: dict[str, int] = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "dozen": 12,
    "score": 20,
}
# Letters that stand for a multiplier right after digits: "1.5m people", "250k".
SUFFIXES: dict[str, int] = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
ORDINALS: dict[str, int] = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12,
}  # fmt: skip

# Words that count without a number: the word itself is kept as the qualifier.
VAGUE = frozenset({"dozens", "scores", "tens", "hundreds", "thousands", "millions"})
VAGUE_MODIFIERS = frozenset({"several", "many", "numerous", "countless", "few", "multiple"})
NONE = frozenset({"no", "none", "nobody", "zero"})

# Qualifiers before a number, by what they do to it. Longer ones win.
AT_LEAST = (
    "at least", "no fewer than", "not fewer than", "no less than", "not less than", "a minimum of", "minimum of",
    "at the very least",
)  # fmt: skip
MORE_THAN = ("more than", "over", "upwards of", "upward of", "in excess of", "well over", "well above", "above",
             "just over", "greater than", "north of", "exceeding")  # fmt: skip
AT_MOST = ("up to", "as many as", "at most", "no more than", "not more than", "a maximum of", "as high as")
FEWER_THAN = ("fewer than", "less than", "under", "just under", "well under", "below")
ABOUT = (
    "about", "around", "some", "roughly", "approximately", "nearly", "almost", "close to", "an estimated", "estimated",
    "circa", "just about", "virtually", "approaching", "more or less", "something like",
)  # fmt: skip
BETWEEN = ("between",)
# Words that add to what was counted before: part of the wording, not of the bounds.
ADDITIVE = ("another", "an additional", "additional", "a further", "further", "an extra")

# What stands after a number and makes it something else than a count of people or things.
MEASURE_UNITS = frozenset(
    """
    km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters m cm mm ft foot feet yard
    yards inch inches hectare hectares acre acres kg kgs kilo kilos kilogram kilograms gram grams g ton tons tonne
    tonnes pound pounds lb lbs litre litres liter liters gallon gallons barrel barrels kilowatt megawatt megawatts
    gigawatts mw gw kw kt knots mph kph degree degrees celsius fahrenheit caliber calibre
    second seconds minute minutes hour hours day days week weeks month months year years decade decades century
    centuries night nights morning mornings weekend am pm a.m. p.m. gmt utc o'clock
    percent per-cent pct % percentage point points cent cents dollar dollars euro euros rupee rupees shilling shillings
    rouble roubles ruble rubles hryvnia yuan yen peso pesos shekel shekels naira riyal riyals dinar dinars franc francs
    usd eur gbp times-as time-zones magnitude square cubic nautical
    """.split()
)
CURRENCY_SIGNS = frozenset({"$", "£", "€", "¥", "₹", "us$", "usd", "eur", "gbp", "a$", "c$", "₦", "₴", "₽"})
MONTHS = frozenset(
    """
    january february march april may june july august september october november december jan jan. feb feb. mar mar.
    apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.
    """.split()
)
