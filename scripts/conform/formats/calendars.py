"""What programs of calendars make of the site's files of due days: calendars.py PROGRAM SITE; a finding a line."""

import os
import subprocess
import sys
import tempfile

from site_files import files, find

PROGRAM = sys.argv[1]


def calendars():
    """Each file with its events as their lines have them: (day as 20261106, summary)."""
    for path in files("**/calendar/*.ics"):
        with open(path, encoding="utf-8", newline="") as text:
            lines = text.read().replace("\r\n ", "").split("\r\n")
        days = [line.split(":", 1)[1] for line in lines if line.startswith("DTSTART")]
        titles = [line.split(":", 1)[1].replace("\\", "") for line in lines if line.startswith("SUMMARY")]
        if not days or len(days) != len(titles):
            find(path, f"{len(days)} days, {len(titles)} titles")
        yield path, sorted(zip(days, titles))


def compare(path, wanted, found):
    if found != wanted:
        missing = [event for event in wanted if event not in found] or [event for event in found if event not in wanted]
        find(path, f"{len(found)} events instead of {len(wanted)}; {missing[:1]}")


def icalendar():
    from icalendar import Calendar

    for path, wanted in calendars():
        with open(path, "rb") as raw:
            try:
                calendar = Calendar.from_ical(raw.read())
            except ValueError as error:
                find(path, error)
                continue
        events = calendar.walk("VEVENT")
        ids = {str(event.get("uid")) for event in events}
        if len(ids) != len(events):
            find(path, f"{len(ids)} ids of {len(events)} events")
        for event in events:
            if event.errors or "dtstamp" not in event:
                find(path, event.errors or f"{event.get('uid')} has no stamp")
        compare(path, wanted, sorted((event["dtstart"].to_ical().decode(), str(event["summary"])) for event in events if "dtstart" in event))


def khal():
    for path, wanted in calendars():
        with tempfile.TemporaryDirectory() as folder:
            config = os.path.join(folder, "config")
            with open(config, "w", encoding="utf-8") as text:
                text.write(
                    f"[calendars]\n[[due]]\npath = {folder}/due\n[locale]\ndateformat = %Y%m%d\nlongdateformat = %Y%m%d\n"
                    f"datetimeformat = %Y%m%d %H:%M\nlongdatetimeformat = %Y%m%d %H:%M\ntimeformat = %H:%M\n[sqlite]\npath = {folder}/khal.db\n"
                )
            days = sorted(day for day, _ in wanted)
            os.mkdir(os.path.join(folder, "due"))
            taken = subprocess.run(["khal", "-c", config, "import", "--batch", "-a", "due", path], capture_output=True, text=True, encoding="utf-8")
            if taken.returncode != 0:
                find(path, taken.stderr[-300:])
                continue
            until = str(int(days[-1][:4]) + 1) + "0101"
            show = ["khal", "-c", config, "list", "--day-format", "", "--format", "{start-date}\t{title}", f"{days[0][:4]}0101", until]
            shown = subprocess.run(show, check=True, capture_output=True, text=True, encoding="utf-8").stdout
            compare(path, wanted, sorted(tuple(line.split("\t")) for line in shown.splitlines() if "\t" in line))


globals()[PROGRAM]()
