"""The tables of a site as their CSV has them, by Python's own csv module: what other programs are held against."""

import csv
import json
import os
import sys
from glob import glob

SITE = sys.argv[2]


def find(path, what):
    print(f"{os.path.relpath(path, SITE)}: {str(what).strip()[:400]}".replace("\n", " "))


def tables(as_written=False):
    """Each table: id, folder, cells by column, and the columns of text and of numbers as its package declares them."""
    packages = sorted(glob(os.path.join(SITE, "data", "*", "datapackage.json")))
    if not packages:
        print("nothing to look at: data/*/datapackage.json")
    for package in packages:
        folder = os.path.dirname(package)
        with open(package, encoding="utf-8") as text:
            resources = json.load(text)["resources"]
        for resource in resources:
            if resource["name"] == "places":
                continue
            with open(os.path.join(folder, resource["path"]), encoding="utf-8", newline="") as text:
                head, *lines = csv.reader(text)
            # An apostrophe keeps a text from being a formula in spreadsheets; other formats have the text itself.
            read = str if as_written else unescape
            cells = {name: [read(line[at]) for line in lines] for at, name in enumerate(head)}
            kinds = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
            texts = [name for name in head if kinds[name] not in ("integer", "number", "date")]
            keys = resource["schema"]["primaryKey"]
            numbers = [name for name in head if kinds[name] in ("integer", "number") and name not in keys]
            yield resource["name"], folder, cells, texts, numbers


def unescape(cell):
    bare = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and bare[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def compare(path, name, wanted, found):
    """Texts must be the same texts; None is an empty cell."""
    found = ["" if value is None or value != value else value for value in found]
    if found == wanted:
        return
    at = next((at for at, pair in enumerate(zip(wanted, found)) if pair[0] != pair[1]), len(found))
    got = repr(found[at]) if at < len(found) else "nothing"
    find(path, f"{name}, row {at + 1}: {got} instead of {wanted[at] if at < len(wanted) else 'nothing'!r}")


def compare_numbers(path, name, wanted, found):
    for at, (cell, value) in enumerate(zip(wanted, found)):
        number = None if value is None or value != value else float(value)
        if number != (None if cell == "" else float(cell)):
            find(path, f"{name}, row {at + 1}: {value!r} instead of {cell!r}")
            return
