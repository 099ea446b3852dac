"""Files of the site that is looked at (second argument of each script), and how a finding is said: a line each."""

import os
import sys
from glob import glob

SITE = sys.argv[2]


def files(*patterns):
    """Files of the site, at least one; a check of nothing would find nothing wrong."""
    found = sorted(path for pattern in patterns for path in glob(os.path.join(SITE, pattern), recursive=True))
    if not found:
        print(f"nothing to look at: {', '.join(patterns)}")
    return found


def find(path, what):
    print(f"{os.path.relpath(path, SITE)}: {str(what).strip()[:400]}".replace("\n", " "))
