#!/usr/bin/env bash
# wilson-score-interval 2.1.0 answers 0 to 0, the narrowest interval there is, for a rate of which nothing is known: 0 of 0
# callbacks answered. A district without an answer then looks like a district that is certainly at 0 %, and apart from every other.
# The interval of one satisfied of one (0.21 to 1) is right. Ask whether anybody answered before asking for the interval.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund wilson-score-interval@2.1.0
cat >measure.cjs <<'JS'
const wilson = require('wilson-score-interval')

for (const [satisfied, answered] of [[0, 0], [1, 1], [0, 10]]) {
  const { left, right } = wilson(satisfied, answered)
  console.log(`${satisfied} of ${answered}: ${left.toFixed(3)} to ${right.toFixed(3)}`)
}
JS
node measure.cjs | tee seen.txt
cat >expected.txt <<'TEXT'
0 of 0: 0.000 to 0.000
1 of 1: 0.207 to 1.000
0 of 10: 0.000 to 0.278
TEXT
diff expected.txt seen.txt
