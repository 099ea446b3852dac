"""Runs the lines that the pages of datasets print for a program, as they are printed: run_snippets.py PROGRAM SITE.

They run in the folder of the table's CSV, as after the line of curl; a text that is another afterwards is a finding.
"""

import html
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from tables import compare, tables

PROGRAM = sys.argv[1]


def printed():
    """Each table with the line that its page prints, in a folder that holds the table's CSV alone."""
    for table, folder, cells, texts, _ in tables(as_written=True):
        dataset = os.path.basename(folder)
        with open(os.path.join(folder, "index.html"), encoding="utf-8") as text:
            page = text.read()
        section = page.split(f'id="t-{table[len(dataset) + 1:]}"')[1].split("</section>")[0]
        lines = re.findall(r"<dt[^>]*>([^<]*)</dt>\s*<dd[^>]*>\s*<pre[^>]*><code[^>]*>(.*?)</code>", section, re.S)
        code = {html.unescape(name): html.unescape(line) for name, line in lines}[PROGRAM]
        path = os.path.join(folder, f"{table}.csv")
        with tempfile.TemporaryDirectory() as place:
            shutil.copy(path, place)
            yield path, place, code, {name: cells[name] for name in texts}


def run(code, place):
    env = {**os.environ, "PATH": os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]}
    return subprocess.run(code, shell=True, cwd=place, env=env, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def hold(path, wanted, columns):
    for name, cells in wanted.items():
        compare(path, name, cells, columns[name])


for path, place, code, wanted in printed():
    os.chdir(place)
    if PROGRAM == "pandas":
        names = {}
        exec(code, names)
        hold(path, wanted, {name: [None if cell is names["pd"].NA else cell for cell in names["table"][name]] for name in wanted})
    elif PROGRAM == "DuckDB":
        import duckdb

        frame = duckdb.sql(code)
        rows = frame.fetchall()
        hold(path, wanted, {name: [row[at] for row in rows] for at, name in enumerate(frame.columns)})
    elif PROGRAM == "sqlite-utils":
        run(code, place)
        data = sqlite3.connect("data.db")
        hold(path, wanted, {name: [cell for (cell,) in data.execute(f'SELECT "{name}" FROM table1 ORDER BY rowid')] for name in wanted})
        data.close()
    elif PROGRAM == "R":
        # A number that looks like its text is another value: 990101 is no code once it is a number.
        name_class = "if (!is.character(v)) v <- paste(class(v), v)"
        printing = "; ".join(f"v <- table[['{name}']]; {name_class}; cat(paste0(ifelse(is.na(v), '', v), '\\n'), sep='')" for name in wanted)
        found = run(f"Rscript --vanilla - <<'END'\n{code}\n{printing}\nEND", place).split("\n")[:-1]
        length = len(next(iter(wanted.values())))
        hold(path, wanted, {name: found[at * length : (at + 1) * length] for at, name in enumerate(wanted)})
    else:
        rows = json.loads(run(code, place) or "[]")
        hold(path, wanted, {name: [row.get(name) for row in rows] for name in wanted})
    os.chdir("/")
