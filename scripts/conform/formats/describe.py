"""What other people's validators say of the descriptions on a site: describe.py PROGRAM SITE [SHAPES]; a finding a line."""

import json
import os
import sys
from glob import glob

from site_files import SITE, files, find

PROGRAM = sys.argv[1]


def frictionless():
    from frictionless import validate

    for path in files("data/*/datapackage.json", "data/*/*/datapackage.json"):
        report = validate(path)
        for error in report.errors:
            find(path, error.message)
        for task in report.tasks:
            for error in task.errors:
                find(path, f"{task.place}: {error.message}")


def csvw():
    from csvw import CSVW

    for path in files("data/*/csv-metadata.json", "data/*/*/csv-metadata.json"):
        # A cell of a wrong type is an exception where the table has keys, else a warning.
        try:
            package = CSVW(path, validate=True)
            if not package.is_valid:
                find(path, "; ".join(str(warning.message) for warning in package.warnings) or "not valid")
        except ValueError as error:
            find(path, error)


def dcat():
    import pyshacl
    from rdflib import Graph, Namespace

    sh = Namespace("http://www.w3.org/ns/shacl#")
    shapes = close_shapes()
    for path in files("catalog.jsonld"):
        data = Graph().parse(path, format="json-ld")
        # An empty graph conforms to any shapes.
        if len(shapes) < 100 or len(data) < 100:
            find(path, f"{len(data)} triples, {len(shapes)} of shapes")
        conforms, results, _ = pyshacl.validate(data, shacl_graph=shapes)
        if not conforms:
            for result in results.subjects(sh.resultSeverity, sh.Violation):
                find(path, f"{results.value(result, sh.focusNode)} {results.value(result, sh.resultMessage)}")


def close_shapes():
    """The shapes as published name property shapes of other files: those statements are left out."""
    from rdflib import Graph, Namespace

    sh = Namespace("http://www.w3.org/ns/shacl#")
    shapes = Graph()
    for file in sorted(glob(os.path.join(sys.argv[3], "*.ttl"))):
        shapes.parse(file, format="turtle")
    for statement in list(shapes.triples((None, sh.property, None))):
        if (statement[2], sh.path, None) not in shapes:
            shapes.remove(statement)
    return shapes


def shapes():
    """Writes the closed shapes, which other programs ask for, to the file that the fourth argument names."""
    close_shapes().serialize(sys.argv[4], format="turtle")


def croissant():
    import logging

    import mlcroissant

    logging.disable(logging.ERROR)
    for path in files("croissant.json"):
        with open(path, encoding="utf-8") as text:
            described = json.load(text)
        # A relative address is read from beside the file, so that nothing is fetched and the hash is compared.
        for item in described["distribution"]:
            item["contentUrl"] = glob(os.path.join(SITE, "data", "*", item["name"]))[0]
        copy = path + ".local.json"
        with open(copy, "w", encoding="utf-8") as text:
            json.dump(described, text)
        try:
            dataset = mlcroissant.Dataset(copy)
            for issue in [*dataset.metadata.issues.errors, *dataset.metadata.issues.warnings]:
                find(path, issue)
            for record_set in described["recordSet"]:
                records = iter(dataset.records(record_set["@id"]))
                first = next(records)
                if len(first) != len(record_set["field"]):
                    find(path, f"{record_set['@id']}: {len(first)} fields")
        except Exception as error:  # Its errors have no class in common.
            find(path, error)
        finally:
            os.remove(copy)


def extruct():
    import extruct as reader

    for pattern, kind in [("data/*/index.html", "Dataset"), ("data/index.html", "DataCatalog")]:
        for path in files(pattern):
            with open(path, encoding="utf-8") as text:
                try:
                    found = reader.extract(text.read(), syntaxes=["json-ld"])["json-ld"]
                except json.JSONDecodeError as error:
                    find(path, error)
                    continue
            if [item.get("@type") for item in found] != [kind]:
                find(path, f"{[item.get('@type') for item in found]} instead of {kind}")


def feeds():
    import feedparser

    for path in files("**/feeds/**/*.atom"):
        feed = feedparser.parse(path)
        if feed.bozo:
            find(path, feed.bozo_exception)
        if not feed.entries and not path.endswith("corrections.atom"):
            find(path, "no entry")
        for entry in feed.entries:
            lacking = [key for key in ("id", "title", "link", "published_parsed", "updated_parsed") if not entry.get(key)]
            if lacking:
                find(path, f"{entry.get('id')} has no {', '.join(lacking)}")


globals()[PROGRAM]()
