#!/usr/bin/env bash
# LibreOffice 7.4 does not know `!`, by which Chinese Excel and WPS write a sign that is only printed. The usual format for
# numbers in 万, `0!.0,"万"`, shows 123456 as 12.3万 there; LibreOffice shows 123!.5万, ten times as much. Its CSV export has
# the same, where it exports cells as shown, and so has every program that converts workbooks by it. Who reads workbooks
# takes the number and the format from the file, and never what LibreOffice makes of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >make.py <<'PY'
import zipfile

main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
package = 'http://schemas.openxmlformats.org/package/2006'
kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
parts = {
    '[Content_Types].xml': f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/></Types>',
    '_rels/.rels': f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{office}/styles" Target="styles.xml"/></Relationships>',
    'xl/styles.xml': f'<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0!.0,&quot;万&quot;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="176" applyNumberFormat="1"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1" s="1"><v>123456</v></c></row></sheetData></worksheet>',
}
with zipfile.ZipFile('book.xlsx', 'w') as book:
    for name, text in parts.items():
        book.writestr(name, text)
PY
python3 make.py
# LibreOffice comes as no package of a language: Debian's libreoffice-calc 4:7.4.7 was used. Other versions may differ.
command -v soffice >/dev/null || { echo 'needs LibreOffice (Debian: apt-get install libreoffice-calc)' >&2; exit 2; }
soffice "-env:UserInstallation=file://$folder/profile" --version
soffice "-env:UserInstallation=file://$folder/profile" --headless \
  --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true' book.xlsx >/dev/null 2>&1
tee seen.txt <book.csv
echo '123!.5万' >expected.txt
diff expected.txt seen.txt
