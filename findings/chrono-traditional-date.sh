#!/usr/bin/env bash
# chrono-node 2.10.3 reads 二〇二六年十月三十一日, the way official documents write their date, as 30 October of the year 26
# with its parser for traditional Chinese (`chrono.zh.hant`): it begins behind 〇, and stops before the last digit of the
# day. No error, no mark. `chrono.zh` and `chrono.zh.hans` read it right. Who takes dates out of documents with it compares
# the text that was matched with the text given.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3
cat >read.mjs <<'JS'
import * as chrono from 'chrono-node'

const text = '二〇二六年十月三十一日'
const read = (parser) => {
  const [{ text: matched, start }] = parser.parse(text, new Date(Date.UTC(2026, 10, 15)))
  return `${matched} ${start.get('year')}-${start.get('month')}-${start.get('day')}`
}
console.log(`zh ${read(chrono.zh)}`)
console.log(`zh.hant ${read(chrono.zh.hant)}`)
console.log(`zh.hans ${read(chrono.zh.hans)}`)
JS
node read.mjs | tee seen.txt
cat >expected.txt <<'TEXT'
zh 二〇二六年十月三十一日 2026-10-31
zh.hant 二六年十月三十 26-10-30
zh.hans 二〇二六年十月三十一日 2026-10-31
TEXT
diff expected.txt seen.txt
