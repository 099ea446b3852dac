#!/usr/bin/env bash
# cn2an 0.5.24, whose `transform` turns the Chinese numerals of a text into digits and back, takes the numerals in names of
# places for counts: 三里屯街道 becomes 3里屯街道, 千灯镇 stays, 十里堡 becomes 10里堡. The other way a span 10-31 becomes
# 十负三十一 (ten minus thirty-one). Who looks for typed numbers in prose takes the names of places out first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip --quiet install --disable-pip-version-check cn2an==0.5.24
cat >transform.py <<'PY'
import cn2an

print(cn2an.transform("三里屯街道受理一百件", "cn2an"))
print(cn2an.transform("十里堡受理二百件", "cn2an"))
print(cn2an.transform("千灯镇受理二百件", "cn2an"))
print(cn2an.transform("占三成二", "cn2an"))
print(cn2an.transform("10-31", "an2cn"))
PY
python/bin/python -W ignore transform.py | tee seen.txt
cat >expected.txt <<'TEXT'
3里屯街道受理100件
10里堡受理200件
千灯镇受理200件
占3成2
十负三十一
TEXT
diff expected.txt seen.txt
