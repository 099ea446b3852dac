import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../../command/child.ts'
import { PROJECT } from '../../command/options.ts'
import { getLastLines, listLines, runOrThrow, versionOf } from '../outside.ts'
import type { FormatProgram } from './format-program.ts'
import { changeText } from './sample-site.ts'

/** Source of the program, with its pinned modules and their hashes. */
const SOURCE = join(PROJECT, 'scripts/conform/formats/gofeed')
const LACKING = 'go'

/** Atom and JSON feeds by the library that reads both. */
export const GOFEED_PROGRAM: FormatProgram = {
  name: 'gofeed',
  about: {
    zh: 'Atom和JSON订阅源由gofeed读出，每条有编号、标题、链接和两个日期。',
    en: 'gofeed reads the Atom and the JSON feeds: each entry has id, title, link and both dates.',
  },
  async prepare(programs) {
    if ((await versionOf('go', ['version'])) === null) return LACKING
    const folder = join(programs, 'gofeed')
    await mkdir(folder, { recursive: true })
    const ended = await runProgram('go', ['build', '-o', resolveReader(programs), '.'], {
      gather: true,
      folder: SOURCE,
      env: {
        GOFLAGS: '-mod=readonly -modcacherw',
        GOMODCACHE: join(folder, 'modules'),
        GOCACHE: join(folder, 'cache'),
        // A Go that is older than the modules ask for says so, and fetches no other Go.
        GOTOOLCHAIN: 'local',
      },
    })
    return ended.code === 0 ? null : `${LACKING}: ${getLastLines(ended)}`
  },
  async findVersion() {
    const [, version] = /mmcdole\/gofeed v(\S+)/.exec(await readFile(join(SOURCE, 'go.mod'), 'utf8')) ?? []
    if (version === undefined) throw new Error('conform: gofeed is not in go.mod')
    return { program: 'gofeed', version }
  },
  ask: async (site, { programs }) => listLines(await runOrThrow(resolveReader(programs), [site])),
  breakCopy: ({ folder }) =>
    changeText(join(folder, 'feeds', 'releases.json'), (text) => text.replace('"date_published"', '"date_issued"')),
}

function resolveReader(programs: string): string {
  return join(programs, 'gofeed', process.platform === 'win32' ? 'read-feeds.exe' : 'read-feeds')
}
