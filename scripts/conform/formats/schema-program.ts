import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { resolvePackageFile, runProgram } from '../../command/child.ts'
import { getLastLines, installFromNpm, listLines, ProgramError } from '../outside.ts'
import type { FormatProgram } from './format-program.ts'
import { listSitePages } from './list-pages.ts'
import { changeText } from './sample-site.ts'

const TYPES = { name: 'schema-dts', version: '2.1.0' }

/**
 * The vocabulary of schema.org, as types of TypeScript that are made from it: what a page says of a dataset becomes a constant
 * of type `Dataset`, and the compiler names each property that no such thing has, and each value of another kind.
 */
export const SCHEMA_PROGRAM: FormatProgram = {
  name: 'schema-dts',
  about: {
    zh: '数据页的schema.org数据只用这一词汇中该类事物有的属性，值的类型也相符。',
    en: 'The schema.org data in data pages uses properties that its vocabulary gives such things, with values of their kind.',
  },
  prepare: (programs) => installFromNpm(resolveHome(programs), TYPES),
  findVersion: async () => ({ program: TYPES.name, version: TYPES.version }),
  async ask(site, { programs }) {
    const found = await Promise.all((await listSitePages(site, PAGES)).map((page) => describePage(site, page)))
    const described = found.flat()
    if (described.length === 0) return ['nothing to look at: data/*/index.html']
    const file = join(resolveHome(programs), 'pages.ts')
    // A constant a line, so that the line of a fault is that of its page.
    const lines = described.map(({ kind, json }, at) => `export const p${at}: WithContext<${kind}> = ${json}`)
    await writeFile(file, `import type { DataCatalog, Dataset, WithContext } from 'schema-dts'\n${lines.join('\n')}\n`)
    const compiler = resolvePackageFile('typescript-7', 'bin', 'tsc')
    const ended = await runProgram(process.execPath, [compiler, ...COMPILED, file], { gather: true })
    const faults = listLines(ended.output).flatMap((line) => {
      const [, at, fault] = /pages\.ts\((\d+),\d+\): error (.*)$/.exec(line) ?? []
      return at === undefined ? [] : [`${described[Number(at) - 2]?.page}: ${fault}`]
    })
    if (ended.code !== 0 && faults.length === 0) throw new ProgramError(`tsc: ${getLastLines(ended)}`)
    return faults
  },
  breakCopy: ({ folder, dataset }) =>
    changeText(join(folder, 'data', dataset, 'index.html'), (text) =>
      text.replace('"encodingFormat"', '"encodingType"'),
    ),
}

const COMPILED = [
  '--ignoreConfig',
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  '--module',
  'esnext',
  '--moduleResolution',
  'bundler',
]

/** The catalogue of data and each dataset, in both languages. */
const PAGES = /^(?:en\/)?data\/(?:[^/]+\/)?index\.html$/

/** What a page says to search engines. Its context has another spelling here, which means the same (schema.org, FAQ 19). */
async function describePage(site: string, page: string): Promise<{ page: string; kind: string; json: string }[]> {
  const html = await readFile(join(site, page), 'utf8')
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json = '']) => ({
    page,
    kind: /^[^{]*\{"@context":"[^"]*","@type":"DataCatalog"/.test(json) ? 'DataCatalog' : 'Dataset',
    json: json.replace('"@context":"https://schema.org/"', '"@context":"https://schema.org"'),
  }))
}

function resolveHome(programs: string): string {
  return join(programs, 'schema-dts')
}
