import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { FormatProgram } from './format-program.ts'
import { describePython, type PythonProgram } from './python-program.ts'
import { changeText } from './sample-site.ts'

/** Packages whose version stands for a reader of workbooks that is not called like its package. */
const BOOK_PACKAGES: Readonly<Record<string, string>> = {
  calamine: 'python-calamine',
  libreoffice: 'openpyxl',
  gnumeric: 'openpyxl',
}

/** Tables in the hands of programs that read data: what they find must be the cells of the CSV. */
export const READING_PROGRAMS: readonly FormatProgram[] = (
  [
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
  ] satisfies PythonProgram[]
).map(describePython)

function describeBookReader(reader: string, needs?: PythonProgram['needs']): PythonProgram {
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
  needs?: PythonProgram['needs'],
): PythonProgram {
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
