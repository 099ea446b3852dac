import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { LocalText } from '../../command/bilingual.ts'
import { changeNumber, changeText, type SampleSite } from './sample-site.ts'

/** A program of the Python set, what it is asked, and how a copy is broken so that it must see it. */
export interface FormatProgram {
  name: string
  /** What is proven, and what the program does not see. */
  about: LocalText
  /** Package of the set whose version is reported. */
  pinned: string
  script: 'describe.py' | 'read.py' | 'run_snippets.py'
  /** First argument of the script. */
  asks: string
  /** A program of this machine that is needed beside the set. */
  needs?: { program: string; args: string[]; package: string }
  needsShapes?: boolean
  breakCopy(sample: SampleSite): Promise<void>
}

/** Packages whose version stands for a reader of workbooks that is not called like its package. */
const BOOK_PACKAGES: Readonly<Record<string, string>> = {
  calamine: 'python-calamine',
  libreoffice: 'openpyxl',
  gnumeric: 'openpyxl',
}

export const FORMAT_PROGRAMS: readonly FormatProgram[] = [
  {
    name: 'frictionless',
    about: {
      zh: '数据包（Data Package 2.0）的列、类型、主键、外键、字节数、校验值与CSV一致。',
      en: 'Data Packages state the columns, types, keys, sizes and hashes of their CSV. It does not see doubled unique keys or categories.',
    },
    pinned: 'frictionless',
    script: 'describe.py',
    asks: 'frictionless',
    breakCopy: (sample) => changeNumber(sample, 'many'),
  },
  {
    name: 'csvw',
    about: {
      zh: 'CSVW写明的类型、主键、外键与CSV一致。它看不出列名有误，列名由本程序的测试核对。',
      en: 'CSVW states the types and keys of its CSV. It does not see wrong or swapped headings: our own test does.',
    },
    pinned: 'csvw',
    script: 'describe.py',
    asks: 'csvw',
    breakCopy: (sample) => changeNumber(sample, 'many'),
  },
  {
    name: 'dcat',
    about: {
      zh: '目录符合DCAT-AP 3的SHACL。它看不出11月31日，日期由本程序的测试核对。',
      en: 'The catalogue conforms to the shapes of DCAT-AP 3. They do not see 31 November or a date as plain text: our own test does.',
    },
    pinned: 'pyshacl',
    script: 'describe.py',
    asks: 'dcat',
    needsShapes: true,
    breakCopy: ({ folder }) =>
      changeText(join(folder, 'catalog.jsonld'), (text) => text.replace('"dct:title"', '"dct:alternative"')),
  },
  {
    name: 'croissant',
    about: {
      zh: 'Croissant的结构、校验值与列可由mlcroissant读出。它从不核对主键，主键由本程序的测试核对。',
      en: 'mlcroissant reads the structure, the hashes and the columns of Croissant. It never checks keys: our own test does.',
    },
    pinned: 'mlcroissant',
    script: 'describe.py',
    asks: 'croissant',
    breakCopy: ({ folder }) =>
      changeText(join(folder, 'croissant.json'), (text) =>
        text.replace(/"sha256":"[0-9a-f]{64}"/, `"sha256":"${'0'.repeat(64)}"`),
      ),
  },
  {
    name: 'extruct',
    about: {
      zh: '数据页的schema.org数据可由搜索程序取出。词汇是否有误，没有程序核对。',
      en: 'Search programs find the schema.org data in data pages. Nothing checks the vocabulary.',
    },
    pinned: 'extruct',
    script: 'describe.py',
    asks: 'extruct',
    breakCopy: ({ folder, dataset }) =>
      changeText(join(folder, 'data', dataset, 'index.html'), (text) => text.replace('"@type":"Dataset",', '"@type":')),
  },
  {
    name: 'feedparser',
    about: {
      zh: 'Atom订阅源可读，每条有编号、标题、链接和两个日期。',
      en: 'Atom feeds are well-formed, and each entry has id, title, link and both dates.',
    },
    pinned: 'feedparser',
    script: 'describe.py',
    asks: 'feeds',
    breakCopy: ({ folder }) =>
      changeText(join(folder, 'feeds', 'releases.atom'), (text) => text.replace('<published>', '<issued>')),
  },
  ...['openpyxl', 'calamine', 'pandas', 'polars'].map((reader) => describeBookReader(reader)),
  describeBookReader('libreoffice', {
    program: 'soffice',
    args: ['--version'],
    package: 'soffice (Debian: libreoffice-calc)',
  }),
  describeBookReader('gnumeric', {
    program: 'ssconvert',
    args: ['--version'],
    package: 'ssconvert (Debian: gnumeric)',
  }),
  {
    name: 'parquet',
    about: {
      zh: 'Parquet由DuckDB和polars读出，代码是文本，数与CSV相同。',
      en: 'DuckDB and polars read codes of Parquet as text and the numbers of the CSV.',
    },
    pinned: 'polars',
    script: 'read.py',
    asks: 'parquet',
    breakCopy: async ({ folder, dataset }) => {
      const home = join(folder, 'data', dataset)
      const [file] = (await readdir(home)).filter((name) => name.endsWith('.parquet'))
      const bytes = await readFile(join(home, file ?? ''))
      const at = bytes.indexOf('final')
      if (at < 0) throw new Error('conform: no text to break in the Parquet file')
      // The text is in a dictionary page, so that its length must stay.
      bytes.write('lanif', at)
      await writeFile(join(home, file ?? ''), bytes)
    },
  },
  {
    name: 'pyjstat',
    about: {
      zh: 'JSON-stat由pyjstat读出，每格与CSV相同。jsonstat-toolkit在本程序的测试里读。',
      en: 'pyjstat finds the cells of the CSV in JSON-stat; jsonstat-toolkit reads it in our own tests.',
    },
    pinned: 'pyjstat',
    script: 'read.py',
    asks: 'jsonstat',
    breakCopy: async ({ folder, dataset }) => {
      const home = join(folder, 'data', dataset)
      const [file] = (await readdir(home)).filter((name) => name.endsWith('.jsonstat.json'))
      await changeText(join(home, file ?? ''), (text) => text.replace(/"value":\[([^,\]]+)/, '"value":[-99999'))
    },
  },
  describeSnippet('pandas', 'pandas', /dtype=\{[^}]*\}/),
  describeSnippet('DuckDB', 'duckdb', /types = \{[^}]*\}/, 'sample_size = 1'),
  describeSnippet('csvkit', 'csvkit', / --no-inference/),
  describeSnippet('sqlite-utils', 'sqlite-utils', / --no-detect-types/),
  describeSnippet('Miller', 'pandas', / -S cat/, ' cat', {
    program: 'mlr',
    args: ['--version'],
    package: 'mlr (Debian: miller)',
  }),
  describeSnippet('R', 'pandas', /colClasses = c\([^)]*\)/, 'as.is = TRUE', {
    program: 'Rscript',
    args: ['--version'],
    package: 'Rscript (Debian: r-base-core)',
  }),
]

function describeBookReader(reader: string, needs?: FormatProgram['needs']): FormatProgram {
  return {
    name: `xlsx-${reader}`,
    about: {
      zh: `XLSX由${reader}读出，代码是文本，数与CSV相同。`,
      en: `${reader} reads codes of the workbooks as text and the numbers of the CSV${reader === 'pandas' ? ', where it is asked to read text: otherwise it turns 010 into 10' : ''}.`,
    },
    pinned: BOOK_PACKAGES[reader] ?? reader,
    script: 'read.py',
    asks: reader,
    ...(needs ? { needs } : {}),
    breakCopy: async ({ folder, dataset }) => {
      const file = join(folder, 'data', dataset, `${dataset}.xlsx`)
      const parts = unzipSync(await readFile(file))
      // The fourth sheet is the first table; its second cell of a row is a code, which then is a number.
      const path = 'xl/worksheets/sheet4.xml'
      const sheet = strFromU8(parts[path] ?? new Uint8Array())
      const broken = sheet.replace(/(<c r="B2"[^>]*) t="s"/, '$1')
      if (broken === sheet) throw new Error('conform: no code to break in the workbook')
      await writeFile(file, zipSync({ ...parts, [path]: strToU8(broken) }))
    },
  }
}

function describeSnippet(
  program: string,
  pinned: string,
  words: RegExp,
  instead = '',
  needs?: FormatProgram['needs'],
): FormatProgram {
  return {
    name: `lines-${program.toLowerCase()}`,
    about: {
      zh: `数据页上给${program}的代码照抄可运行，代码列仍是文本；去掉其中的类型说明，代码即变。`,
      en: `The line that data pages print for ${program} runs as printed and keeps codes as text; without its options they change.`,
    },
    pinned,
    script: 'run_snippets.py',
    asks: program,
    ...(needs ? { needs } : {}),
    breakCopy: ({ folder, dataset }) =>
      changeText(join(folder, 'data', dataset, 'index.html'), (text) =>
        text.replaceAll(new RegExp(words, 'g'), instead),
      ),
  }
}
