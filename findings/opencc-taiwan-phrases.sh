#!/usr/bin/env bash
# opencc-js 1.4.2, converting simplified Chinese with the Taiwan phrases ("twp"), takes words of administration for
# words of computing: 服务对象 (the people a service is for) becomes 服務物件 (a software object), 循环经济 (circular
# economy) 迴圈經濟 (loop economy), 注销 of a permit 登出 (log out), 社区 (the area of a residents' committee) 社群
# (an online community), 窗口单位 (a counter) 視窗單位 (a window on a screen). The character table "tw" leaves these words
# whole. Who offers a Traditional version of public texts converts with "tw" or "hk" and a list of phrases of its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund opencc-js@1.4.2
cat >convert.mjs <<'JS'
import * as OpenCC from 'opencc-js'

const words = ['服务对象', '低保对象', '循环经济', '注销排污许可证', '社区居委会', '窗口单位', '行政程序', '登记项目']
const convert = (to) => {
  const converter = OpenCC.Converter({ from: 'cn', to })
  return words.map((word) => converter(word)).join(' ')
}
console.log(`twp ${convert('twp')}`)
console.log(`tw ${convert('tw')}`)
JS
node convert.mjs | tee seen.txt
cat >expected.txt <<'TEXT'
twp 服務物件 低保物件 迴圈經濟 登出排汙許可證 社群居委會 視窗單位 行政程式 登記專案
tw 服務對象 低保對象 循環經濟 註銷排汙許可證 社區居委會 窗口單位 行政程序 登記項目
TEXT
diff expected.txt seen.txt
