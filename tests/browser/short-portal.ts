import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { resolvePackageFile, runProgram } from '../../scripts/command/child.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
/** Any fixed day: pages must not depend on the day of the test. */
export const DATE = '2026-11-23'

/**
 * Copies the last two files of every dataset of the demonstration, and a fifth of its permits: every kind of page, in a
 * third of the time of a build.
 */
export function copyShortPortal({ data, content }: Pick<Built, 'data' | 'content'>): void {
  for (const folder of [data, content]) rmSync(folder, { recursive: true, force: true })
  const raw = join(PROJECT, 'data/raw')
  for (const dataset of readdirSync(raw)) {
    const files = readdirSync(join(raw, dataset)).toSorted()
    const kept = [
      ...files.filter((file) => file.endsWith('.yaml')),
      ...files.filter((file) => !file.endsWith('.yaml')).slice(-2),
    ]
    for (const file of kept) cpSync(join(raw, dataset, file), join(data, 'raw', dataset, file))
  }
  for (const file of readdirSync(join(data, 'raw/permits')).filter((name) => name.endsWith('.csv'))) {
    const path = join(data, 'raw/permits', file)
    const [head = '', ...rows] = readFileSync(path, 'utf8').split('\n')
    writeFileSync(path, [head, ...rows.filter(isKept)].join('\n'))
  }
  for (const file of ['contracts', 'places.csv', 'departments.csv', 'holidays.csv'])
    cpSync(join(PROJECT, 'data', file), join(data, file), { recursive: true })
  // Bulletins that editors have written compare with months that are not here.
  const isReport = (path: string) => basename(path) === 'reports'
  cpSync(join(PROJECT, 'content'), content, { recursive: true, filter: (path) => !isReport(path) })
}

/** More permits of one class than a page lists, few of the others, and two months that differ. */
function isKept(row: string): boolean {
  return row === '' || (row.includes(',登记管理,') ? /^.{16}[3467]/ : /^.{16}6/).test(row)
}

interface Built {
  data: string
  content: string
  base: string
  zone: string
}

/** Publishes a portal's raw files to `folder/published` and builds the site to `folder/site`. Returns the site. */
export async function buildSite(folder: string, args: Built): Promise<string> {
  const published = join(folder, 'published')
  rmSync(published, { recursive: true, force: true })
  await runVerb(
    'publish',
    ['--data', args.data, '--content', args.content, '--preview', published, '--today', DATE],
    args.zone,
  )
  return buildPublished(folder, { ...args, published })
}

/** Builds the site of what is published to `folder/site`. Returns the site. */
export async function buildPublished(folder: string, args: Built & { published: string }): Promise<string> {
  const { data, content, published, base, zone } = args
  const site = join(folder, 'site')
  const from = ['--data', data, '--content', content, '--published', published]
  await runVerb('build', [...from, '--out', site, '--base', base], zone)
  return site
}

/** Throws with the output of the program where it ends with a fault. */
async function runVerb(verb: string, args: string[], zone: string): Promise<void> {
  const path = `${resolvePackageFile('.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`
  const program = [join(PROJECT, 'scripts', `${verb}.ts`), ...args]
  const ended = await runProgram(process.execPath, program, {
    gather: true,
    env: { PATH: path, TZ: zone },
  })
  if (ended.code !== 0) throw new Error(`npm run ${verb} ended with ${ended.code}:\n${ended.output}`)
}
