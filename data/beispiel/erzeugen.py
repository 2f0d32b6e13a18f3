#!/usr/bin/env python3
"""Makes the demonstration tables of this folder. Every number is invented; none is a published figure.

Run `python3 data/beispiel/erzeugen.py` from the top of the project. Standard library only; the same seed gives the
same bytes on every machine (only `random.Random.random` is used, whose sequence is fixed).

Shape of the tables: `;`, decimal comma, UTF-8, one row per area, indicator and year:
    Gebiet;Kennzahl;Stand;Wert;Zähler;Nenner;Zeichen
- Gebiet: key of a Sozialraum, or `stadtbezirk/…`, `stadt/dortmund`.
- Wert: the number, or a sign instead of it: `.` hidden, `…` follows later, `/` too unreliable, empty = no answer.
- Zeichen: `p` provisional, `r` revised, `s` estimated.

How the numbers are made: each Sozialraum has an invented level of need and an invented drift; an indicator is a
base plus slope times need plus noise. Counts are rounded, and values are computed from the rounded counts. A
Stadtbezirk is the sum of its Sozialräume and of an invented remainder, the city is the sum of the twelve
Stadtbezirke (City and Westfalenhalle, whose Stadtbezirk is not known here, count as part of the remainders).
"""

import random
from pathlib import Path

SEED = 21169
# How much the indicators of one area differ from its level of need: 0 would make all of them say the same.
CHARACTER = 3.0
FOLDER = Path(__file__).parent
YEARS = range(2020, 2026)

# key: (Stadtbezirk or "", inhabitants, need, drift per year)
AREAS = {
    "bodelschwingh-westerfilde": ("mengede", 14150, 0.72, 0.02),
    "dorstfelder-bruecke": ("innenstadt-west", 12870, 0.42, -0.05),
    "eving-kemminghausen": ("eving", 15920, 0.33, 0.00),
    "eving-lindenhorst": ("eving", 12340, 0.80, 0.03),
    "hoerde": ("hoerde", 25860, 0.38, -0.07),
    "marten": ("luetgendortmund", 10240, 0.66, 0.07),
    "nette": ("mengede", 12660, 0.70, 0.01),
    "hafen": ("innenstadt-nord", 16480, 1.48, -0.02),
    "borsigplatz": ("innenstadt-nord", 12790, 1.72, 0.02),
    "nordmarkt": ("innenstadt-nord", 27430, 2.02, 0.00),
    "scharnhorst-ost": ("scharnhorst", 12910, 1.32, -0.01),
    "alt-scharnhorst": ("scharnhorst", 8940, 0.15, -0.05),
    "wickede": ("brackel", 15780, 0.20, -0.03),
    "boevinghausen-westrich": ("luetgendortmund", 8310, 0.22, 0.05),
    "dorstfeld": ("innenstadt-west", 14890, 0.27, 0.04),
    "city": ("", 7180, -0.45, -0.01),
    "westfalenhalle": ("", 6420, -0.85, 0.00),
    "husen-kurl-lanstrop": ("scharnhorst", 13590, -0.90, 0.01),
    "derne-hostedde-grevel-kirchderne": ("scharnhorst", 15230, -0.12, 0.00),
}
# Stadtbezirk: (inhabitants outside the Sozialräume above, their need)
REMAINDERS = {
    "aplerbeck": (54300, -1.05),
    "brackel": (39100, -0.62),
    "eving": (9800, -0.35),
    "hombruch": (56200, -1.15),
    "hoerde": (29400, -0.70),
    "huckarde": (35200, 0.05),
    "innenstadt-nord": (2600, 1.10),
    "innenstadt-ost": (57100, -0.72),
    "innenstadt-west": (25800, -0.55),
    "luetgendortmund": (29300, -0.10),
    "mengede": (12100, -0.60),
    "scharnhorst": (5100, -0.30),
}
# age group: (share of inhabitants, slope with need)
AGES = {
    "u15": (0.136, 0.0235),
    "u18": (0.163, 0.0270),
    "a15_25": (0.102, 0.0080),
    "a15_65": (0.664, 0.0080),
    "a18_65": (0.635, 0.0050),
    "ab65": (0.202, -0.0310),
}
# code: (denominator, scale, base, slope with need, noise, trend per year)
INDICATORS = {
    "JUQ": ("a18_65", 100, None, None, None, None),
    "AQ": ("a18_65", 100, None, None, None, None),
    "MIG": ("EW", 100, 33.0, 13.5, 1.6, 0.75),
    "ALR": ("a15_65", 100, 8.1, 2.75, 0.45, 0.12),
    "JALR": ("a15_25", 100, 5.9, 1.75, 0.55, 0.05),
    "LZA": ("arbeitslose", 100, 43.5, 3.1, 1.9, 0.35),
    "BQ": ("a18_65", 100, 58.2, -5.4, 1.0, 0.42),
    "SGB2": ("u65", 100, 16.8, 8.4, 1.0, -0.18),
    "GSD": ("EW", 100, 2.7, 0.9, 0.25, 0.06),  # of SGB XII alone; the persons of SGB2 are added
    "KSG2": ("u15", 100, 26.8, 11.6, 1.5, -0.10),
    "HZE": ("u18", 1000, 34.0, 8.6, 2.6, 0.60),
    "GYM": ("anmeldungen", 100, 40.5, -8.2, 2.8, 0.30),
    "KNG": ("untersucht", 100, 77.5, -3.3, 1.5, -0.25),
    "WFL": ("EW", 1, 39.8, -3.5, 0.8, 0.05),
    "SOZW": ("wohnungen", 100, 8.2, 3.6, 1.6, -0.22),
}
# (area, code, year): sign instead of the value
SIGNS = {
    ("westfalenhalle", "JALR", 2020): ".",
    ("westfalenhalle", "JALR", 2021): ".",
    ("westfalenhalle", "JALR", 2022): ".",
    ("westfalenhalle", "JALR", 2023): ".",
    ("westfalenhalle", "JALR", 2024): ".",
    ("westfalenhalle", "JALR", 2025): ".",
    ("city", "JALR", 2021): ".",
    ("city", "JALR", 2025): ".",
    ("city", "KNG", 2020): ".",
    ("city", "KNG", 2023): ".",
    ("westfalenhalle", "KNG", 2025): ".",
    ("husen-kurl-lanstrop", "JALR", 2025): ".",
    ("boevinghausen-westrich", "GYM", 2022): "/",
    ("alt-scharnhorst", "KNG", 2022): "/",
    ("husen-kurl-lanstrop", "WFL", 2021): "",
    ("derne-hostedde-grevel-kirchderne", "WFL", 2021): "",
    ("wickede", "HZE", 2023): "",
    ("nette", "GYM", 2025): "…",
    ("hoerde", "KNG", 2025): "…",
    ("dorstfeld", "HZE", 2025): "…",
}
PROVISIONAL = {("HZE", 2025), ("KNG", 2025)}
ESTIMATED = {("city", "SOZW", 2024), ("westfalenhalle", "SOZW", 2024), ("hafen", "WFL", 2020)}
# Published again a year later: area, code, factor on the numerator.
REVISED_2024 = [
    ("hafen", "ALR", 1.021),
    ("nordmarkt", "ALR", 1.013),
    ("borsigplatz", "ALR", 0.988),
    ("marten", "SGB2", 1.017),
    ("marten", "KSG2", 1.024),
    ("nette", "SGB2", 0.991),
    ("wickede", "HZE", 1.060),
    ("eving-lindenhorst", "BQ", 1.008),
]


def noise(rng, width):
    """A bell-shaped draw around 0."""
    return width * (sum(rng.random() for _ in range(6)) - 3.0)


def inhabitants_of(rng, inhabitants, need):
    """Age groups and other denominators of one area."""
    people = {"EW": inhabitants}
    for age, (share, slope) in AGES.items():
        people[age] = round(inhabitants * (share + slope * need + noise(rng, 0.0025)))
    people["u65"] = inhabitants - people["ab65"]
    people["anmeldungen"] = round(people["u15"] * 0.066)
    people["untersucht"] = round(people["u15"] * 0.071)
    people["wohnungen"] = round(inhabitants * (0.535 - 0.012 * need))
    return people


def counts_of(rng, inhabitants, need, drift, character):
    """Counts of every year: {year: {code: (numerator, denominator)}}."""
    years = {}
    growth = 1.0 + noise(rng, 0.004)
    for step, year in enumerate(YEARS):
        level = need + drift * (step - 2)
        people = inhabitants_of(rng, round(inhabitants * growth**step), level)
        counts = {"EW": (people["EW"], None)}
        for code, (denominator, scale, base, slope, width, trend) in INDICATORS.items():
            if code == "JUQ":
                counts[code] = (people["u18"], people["a18_65"])
                continue
            if code == "AQ":
                counts[code] = (people["ab65"], people["a18_65"])
                continue
            under = counts["ALR"][0] if denominator == "arbeitslose" else people[denominator]
            value = base + slope * level + trend * step + character[code] + noise(rng, width * 0.35)
            persons = max(0, round(under * value / scale))
            counts[code] = (persons + counts["SGB2"][0] if code == "GSD" else persons, under)
        years[year] = counts
    return years


def total(parts):
    """Sum of counts, numerator and denominator each."""
    numerators = sum(numerator for numerator, _ in parts)
    denominators = [denominator for _, denominator in parts]
    return numerators, None if denominators[0] is None else sum(denominators)


def german(number, decimals):
    return f"{number:.{decimals}f}".replace(".", ",")


def row(area, code, year, count, sign):
    """One line of a table; a hidden or missing value hides its counts too."""
    if (area, code, year) in SIGNS:
        return f"{area};{code};{year};{SIGNS[area, code, year]};;;"
    numerator, denominator = count
    if denominator is None:
        return f"{area};{code};{year};{numerator};;;{sign}"
    value = german(numerator / denominator * INDICATORS[code][1], 2)
    return f"{area};{code};{year};{value};{numerator};{denominator};{sign}"


def sign_of(area, code, year):
    if (code, year) in PROVISIONAL:
        return "p"
    return "s" if (area, code, year) in ESTIMATED else ""


def write(name, lines):
    text = "\n".join(["Gebiet;Kennzahl;Stand;Wert;Zähler;Nenner;Zeichen", *lines]) + "\n"
    (FOLDER / name).write_bytes(text.encode("utf-8"))


def main():
    rng = random.Random(SEED)
    width = {code: entry[4] for code, entry in INDICATORS.items() if entry[4] is not None}
    draw = lambda: {code: noise(rng, CHARACTER * entry) for code, entry in width.items()}
    data = {
        area: counts_of(rng, people, need, drift, draw())
        for area, (_, people, need, drift) in AREAS.items()
    }
    rest = {
        district: counts_of(rng, people, need, 0.0, draw())
        for district, (people, need) in REMAINDERS.items()
    }
    codes = ["EW", *INDICATORS]
    for district in REMAINDERS:
        inside = [data[area] for area, entry in AREAS.items() if entry[0] == district] + [rest[district]]
        data[f"stadtbezirk/{district}"] = {
            year: {code: total([part[year][code] for part in inside]) for code in codes} for year in YEARS
        }
    districts = [data[f"stadtbezirk/{district}"] for district in REMAINDERS]
    data["stadt/dortmund"] = {
        year: {code: total([part[year][code] for part in districts]) for code in codes} for year in YEARS
    }
    for year in YEARS:
        lines = [
            row(area, code, year, data[area][year][code], sign_of(area, code, year))
            for code in codes
            for area in data
        ]
        write(f"Beispiel-Soziale-Lage-{year}.csv", lines)
    revised = []
    for area, code, factor in REVISED_2024:
        numerator, denominator = data[area][2024][code]
        revised.append(row(area, code, 2024, (round(numerator * factor), denominator), "r"))
    write("Beispiel-Soziale-Lage-2024-berichtigt.csv", revised)


if __name__ == "__main__":
    main()
