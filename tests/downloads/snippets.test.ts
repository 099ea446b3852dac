import { expect, test } from 'vitest'
import type { DownloadColumn } from '../../src/downloads/download-columns.ts'
import { listSnippets } from '../../src/downloads/snippets.ts'

const NONE = { zh: '', en: '' }
function makeColumn(id: string, kind: DownloadColumn['kind'], nameIn: 'zh' | null = null): DownloadColumn {
  const flags = { isKey: false, isMeasure: false, isPlace: false }
  return { id, names: NONE, meaning: NONE, unit: null, kind, decimals: 0, values: null, index: 0, nameIn, ...flags }
}
const COLUMNS = [
  makeColumn('period', 'text'),
  makeColumn('major', 'text'),
  // A name beside a code, which the CSV does not have.
  makeColumn('major_zh', 'text', 'zh'),
  makeColumn('accepted', 'integer'),
  makeColumn('issued', 'date'),
]

test('each line has the words that keep 01 a text, and names columns of the file alone', () => {
  const lines = listSnippets('cases-class.csv', COLUMNS, 'https://a.example/data/cases/cases-class.csv')
  expect(Object.fromEntries(lines.map(({ id, code }) => [id, code]))).toEqual({
    curl: 'curl -fLO https://a.example/data/cases/cases-class.csv',
    duckdb:
      "SELECT * FROM read_csv('cases-class.csv', header = true, types = {'period': 'VARCHAR', 'major': 'VARCHAR'});",
    pandas:
      "import pandas as pd\ntable = pd.read_csv('cases-class.csv', dtype={'period': 'string', 'major': 'string'}, keep_default_na=False, na_values=[''])",
    r: "table <- read.csv('cases-class.csv', fileEncoding = 'UTF-8', na.strings = '', colClasses = c(`period` = 'character', `major` = 'character'))",
    csvkit: 'csvjson --no-inference cases-class.csv',
    miller: 'mlr --icsv --ojson -S cat cases-class.csv',
    'sqlite-utils': 'sqlite-utils insert data.db table1 cases-class.csv --csv --no-detect-types',
    excel: null,
  })
  expect(lines.at(-1)?.note?.zh).toContain('cases-class.excel.csv')
})
