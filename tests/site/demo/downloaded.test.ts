import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runProgram } from '../../../scripts/command/child.ts'
import { runIfThere } from '../../../scripts/conform/outside.ts'
import { openSite } from '../../../src/compose/open-site.ts'
import { listTableSnippets } from '../../../src/downloads/offered-files.ts'
import { renderTableCsv } from '../../../src/store/download.ts'
import { runInFolder } from '../../store/edition.ts'

const SITE = await openSite({ data: 'data', published: 'data/published', content: 'content' })
const hasCurl = (await runIfThere('curl', ['--version'])) !== null

/* The line that a page prints is run as it is, against a server that has the files at the addresses of the site. */
test.skipIf(!hasCurl)(
  'curl, as each page prints it, downloads the CSV of the table (skipped where there is no curl)',
  () =>
    runInFolder(async (folder) => {
      const tables = [...SITE.published.tables.values()]
      const files = new Map(
        tables.map((table) => [
          `/city/data/${table.contract.id}/${table.contract.id}-${table.id}.csv`,
          renderTableCsv(table, SITE.published),
        ]),
      )
      const server = createServer(({ url = '' }, response) => {
        const text = files.get(url)
        response.writeHead(text === undefined ? 404 : 200)
        response.end(text)
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as AddressInfo // It listens on a port, not on a pipe.
      const site = { ...SITE, settings: { ...SITE.settings, url: `http://127.0.0.1:${port}` } }
      try {
        for (const table of tables) {
          const line = listTableSnippets(site, table, '/city/').find(({ id }) => id === 'curl')?.code ?? ''
          const ended = await runProgram('sh', ['-c', line], { gather: true, folder })
          expect(ended.code, line).toBe(0)
          const name = `${table.contract.id}-${table.id}.csv`
          expect(await readFile(join(folder, name), 'utf8')).toBe(renderTableCsv(table, SITE.published))
        }
        // A page of the server that says no is not taken for a table.
        const gone = await runProgram('sh', ['-c', `curl -fLO http://127.0.0.1:${port}/city/data/none.csv`], {
          gather: true,
          folder,
        })
        expect(gone.code).toBe(22)
      } finally {
        server.close()
      }
    }),
)
