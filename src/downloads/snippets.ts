import { type LocalText, toLocalText } from '../text/local-text.ts'
import { type DownloadColumn, listStoredColumns } from './download-columns.ts'

/** How a program reads the CSV of a table so that codes stay texts. */
export interface Snippet {
  /** `pandas` */
  id: string
  name: LocalText
  /** What is typed, as it is; null where the program is used by hand and `note` says how. */
  code: string | null
  note: LocalText | null
}

/**
 * Lines for a table's CSV, which they read from the folder that `curl` puts it into. Each has the words that keep 01 a text:
 * readers otherwise make 1 of it, and a day of 2026-10. `address` is the full address of the file, or its name alone.
 */
export function listSnippets(file: string, columns: readonly DownloadColumn[], address: string): Snippet[] {
  const texts = listStoredColumns(columns).flatMap(({ id, kind }) => (kind === 'text' ? [id] : []))
  const sheet = file.replace(/\.csv$/, '.excel.csv')
  return [
    { id: 'curl', name: toLocalText('curl'), code: `curl -fLO ${address}`, note: null },
    {
      id: 'duckdb',
      name: toLocalText('DuckDB'),
      code: `SELECT * FROM read_csv('${file}', header = true, types = {${texts.map((id) => `'${id}': 'VARCHAR'`).join(', ')}});`,
      note: null,
    },
    {
      id: 'pandas',
      name: toLocalText('pandas'),
      code: [
        'import pandas as pd',
        `table = pd.read_csv('${file}', dtype={${texts.map((id) => `'${id}': 'string'`).join(', ')}}, keep_default_na=False, na_values=[''])`,
      ].join('\n'),
      note: null,
    },
    {
      id: 'r',
      name: toLocalText('R'),
      code: `table <- read.csv('${file}', fileEncoding = 'UTF-8', na.strings = '', colClasses = c(${texts.map((id) => `\`${id}\` = 'character'`).join(', ')}))`,
      note: null,
    },
    { id: 'csvkit', name: toLocalText('csvkit'), code: `csvjson --no-inference ${file}`, note: null },
    { id: 'miller', name: toLocalText('Miller'), code: `mlr --icsv --ojson -S cat ${file}`, note: null },
    {
      id: 'sqlite-utils',
      name: toLocalText('sqlite-utils'),
      code: `sqlite-utils insert data.db table1 ${file} --csv --no-detect-types`,
      note: null,
    },
    {
      id: 'excel',
      name: { zh: 'Excel、WPS', en: 'Excel' },
      code: null,
      note: {
        zh: `请打开 XLSX，其中代码都是文本。要用 CSV，请下载 ${sheet}，在“数据”选项卡选“从文本/CSV”，数据类型检测选“不检测数据类型”；双击打开会把 01 变成 1。`,
        en: `Open the XLSX, in which codes are text. For CSV use ${sheet}: on the Data tab choose From Text/CSV, and under Data Type Detection “Do not detect data types”. Opened by a double click, 01 becomes 1.`,
      },
    },
  ]
}

export const SNIPPET_WORDS = {
  title: { zh: '用程序读取', en: 'Read it in code' },
  note: {
    zh: '第一行把文件下载到当前文件夹，其余各行照抄即可运行，代码都按文本读取。点一下选中整段。',
    en: 'The first line downloads the file into the current folder; the other lines then run as they are and read codes as text. A click selects the whole line.',
  },
} as const
