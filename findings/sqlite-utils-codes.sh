#!/usr/bin/env bash
# sqlite-utils 4.2.1 guesses types when it inserts a CSV (3.x kept text unless asked): a column of codes 010, 01001 becomes
# INTEGER and the codes 10 and 1001, which name other things; a count column with one NA stays TEXT, where 1065 sorts before
# 3. The insert ends with 0 and says nothing. `--no-detect-types` keeps the codes, and then every number is text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip --quiet install --disable-pip-version-check sqlite-utils==4.2.1
printf 'class,cases\n010,1065\n01001,3\n' >cases.csv
python/bin/sqlite-utils insert guessed.db cases cases.csv --csv >/dev/null
python/bin/sqlite-utils insert kept.db cases cases.csv --csv --no-detect-types >/dev/null
{
  python/bin/sqlite-utils query guessed.db 'select class, typeof(class) as type from cases' --nl
  python/bin/sqlite-utils query kept.db 'select class, typeof(class) as type from cases' --nl
} | tee seen.txt
cat >expected.txt <<'TEXT'
{"class": 10, "type": "integer"}
{"class": 1001, "type": "integer"}
{"class": "010", "type": "text"}
{"class": "01001", "type": "text"}
TEXT
diff expected.txt seen.txt
