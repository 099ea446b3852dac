"""Whether codes and numbers survive programs that read data: read.py PROGRAM SITE; a finding a line."""

import csv
import json
import os
import subprocess
import sys
import tempfile

from tables import compare, compare_numbers, tables

PROGRAM = sys.argv[1]


def books():
    """The sheet of each table, by the columns of its CSV: names of codes stand among them."""
    for table, folder, cells, texts, numbers in tables():
        dataset = os.path.basename(folder)
        yield os.path.join(folder, f"{dataset}.xlsx"), table[len(dataset) + 1 :], cells, texts, numbers


def hold_sheet(path, sheet, rows, cells, texts, numbers):
    """Rows of a sheet as the program typed them: their columns are found by what the first rows hold."""
    with open(os.path.join(os.path.dirname(path), f"{os.path.basename(os.path.dirname(path))}-{sheet}.json"), encoding="utf-8") as text:
        order = [column["id"] for column in json.load(text)["columns"]]
    body = list(rows)[1:]
    for name in texts:
        compare(path, f"{sheet} {name}", cells[name], [row[order.index(name)] or None for row in body])
    for name in numbers:
        column = [row[order.index(name)] for row in body]
        compare_numbers(path, f"{sheet} {name}", cells[name], [None if value == "" else value for value in column])


def openpyxl():
    import openpyxl as reader

    known = {}
    for path, sheet, *columns in books():
        book = known.setdefault(path, None) or reader.load_workbook(path, read_only=True)
        known[path] = book
        rows = [list(row) + [None] * 200 for row in book[sheet].iter_rows(values_only=True)]
        hold_sheet(path, sheet, rows, *columns)


def calamine():
    from python_calamine import CalamineWorkbook

    for path, sheet, *columns in books():
        hold_sheet(path, sheet, CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(), *columns)


def pandas():
    import pandas as reader

    for path, sheet, *columns in books():
        # pandas makes 10 of a text cell 010 unless it is told that all are texts.
        frame = reader.read_excel(path, sheet_name=sheet, engine="openpyxl", dtype=str, keep_default_na=False, na_values=[""])
        hold_sheet(path, sheet, [list(frame.columns), *frame.values.tolist()], *columns)


def polars():
    import polars as reader

    for path, sheet, *columns in books():
        frame = reader.read_excel(path, sheet_name=sheet, infer_schema_length=None)
        hold_sheet(path, sheet, [frame.columns, *frame.rows()], *columns)


def libreoffice():
    hold_spreadsheet(
        lambda path, folder: [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
            "--outdir",
            folder,
            path,
        ],
        lambda path, sheet, folder: os.path.join(folder, f"{os.path.basename(path)[:-5]}-{sheet}.csv"),
    )


def gnumeric():
    hold_spreadsheet(
        lambda path, folder: ["ssconvert", "--export-file-per-sheet", path, os.path.join(folder, "sheet-%s.csv")],
        lambda path, sheet, folder: os.path.join(folder, f"sheet-{sheet}.csv"),
    )


def hold_spreadsheet(command, name_of):
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        for path, sheet, *columns in books():
            if path not in made:
                made[path] = tempfile.mkdtemp(dir=folder)
                subprocess.run(command(path, made[path]), check=True, capture_output=True)
            with open(name_of(path, sheet, made[path]), encoding="utf-8", newline="") as text:
                hold_sheet(path, sheet, csv.reader(text), *columns)


def parquet():
    """DuckDB and polars read each file back, with the types that it states."""
    import duckdb
    import polars as reader

    for table, folder, cells, texts, numbers in tables(periods=True):
        path = os.path.join(folder, f"{table}.parquet")
        frame, relation = reader.read_parquet(path), duckdb.read_parquet(path)
        rows = relation.fetchall()
        columns = {name: [row[at] for row in rows] for at, name in enumerate(relation.columns)}
        for read in (columns, {name: frame[name].to_list() for name in frame.columns}):
            for name in texts:
                compare(path, name, cells[name], read[name])
            for name in numbers:
                compare_numbers(path, name, cells[name], read[name])


def jsonstat():
    """Each row of the table is looked up in the cube by its keys."""
    from pyjstat import pyjstat

    for table, folder, cells, texts, numbers in tables(periods=True):
        path = os.path.join(folder, f"{table}.jsonstat.json")
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as text:
            cube = json.load(text)
        frame = pyjstat.from_json_stat({"cube": cube}, naming="id", value="value")[0]
        keys = [name for name in cube["id"] if name != "measure"]
        known = {tuple(row[:-1]): row[-1] for row in frame[[*keys, "measure", "value"]].values.tolist()}
        for name in numbers:
            found = [known.get((*[cells[key][at] for key in keys], name)) for at in range(len(cells["period"]))]
            compare_numbers(path, name, cells[name], found)


globals()[PROGRAM]()
