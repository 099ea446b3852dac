#!/usr/bin/env bash
# jStat 1.9.6 gives two 90th percentiles of the same ten handling times, and neither is that of R's or NumPy's default
# (type 7: 9.1 of 1 … 10). `percentile` drops the fraction when the position lies in the last gap and answers 9, as if it
# were a whole rank; `quantiles` uses plotting positions of 3/8 by default and answers 9.6. A P90 of a department with few
# cases differs by half a day, by function. Ask `quantiles` for alphap = betap = 1, which answers as type 7.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund jstat@1.9.6
cat >measure.cjs <<'JS'
const { jStat } = require('jstat')

const days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
console.log(`percentile ${jStat.percentile(days, 0.9)}`)
console.log(`percentile of eleven ${jStat.percentile([...days, 11], 0.85)}`)
console.log(`quantiles ${jStat.quantiles(days, [0.9])}`)
console.log(`quantiles 1 1 ${jStat.quantiles(days, [0.9], 1, 1)}`)
JS
node measure.cjs | tee seen.txt
cat >expected.txt <<'TEXT'
percentile 9
percentile of eleven 9.5
quantiles 9.6
quantiles 1 1 9.1
TEXT
diff expected.txt seen.txt
