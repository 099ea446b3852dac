"""The tables of a site as their CSV has them, by Python's own csv module: what other programs are held against."""

import csv
import json
import os

from site_files import files, find


def tables(as_written=False, periods=False):
    """Each table: id, folder, cells by column, and the columns of text and of numbers as its package declares them.

    With `periods`, the files of single periods too: their ids are `2026-10.1`, and `latest`.
    """
    patterns = ["data/*/datapackage.json", *(["data/*/*/datapackage.json"] if periods else [])]
    for package in files(*patterns):
        folder = os.path.dirname(package)
        for resource in load(package)["resources"]:
            if resource["name"] == "places":
                continue
            schema = resource["schema"]
            # A package of periods has one schema for all of its files.
            if isinstance(schema, str):
                schema = load(os.path.join(folder, schema))
            with open(os.path.join(folder, resource["path"]), encoding="utf-8", newline="") as text:
                head, *lines = csv.reader(text)
            # An apostrophe keeps a text from being a formula in spreadsheets; other formats have the text itself.
            read = str if as_written else unescape
            cells = {name: [read(line[at]) for line in lines] for at, name in enumerate(head)}
            kinds = {field["name"]: field["type"] for field in schema["fields"]}
            texts = [name for name in head if kinds[name] not in ("integer", "number", "date")]
            keys = schema["primaryKey"]
            numbers = [name for name in head if kinds[name] in ("integer", "number") and name not in keys]
            yield resource["path"][: -len(".csv")], folder, cells, texts, numbers


def load(path):
    with open(path, encoding="utf-8") as text:
        return json.load(text)


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
