import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main as publish } from '../../../scripts/publish.ts'
import { openPortal } from '../../../src/portal/portal.ts'
import type { PublishedTable } from '../../../src/store/published-tables.ts'
import { readPublished } from '../../../src/store/read-published.ts'
import { runScript, withPortal } from '../with-portal.ts'

/** The two files are not part of the project: they lie beside it where somebody has put them. */
const REAL = join(import.meta.dirname, '../../../../shared/real')
const FILES = [
  ['owid_population_by_age_group_2100.csv', 'raw/world-population/2017.csv'],
  ['uk_ons_sdg_16-6-2.csv', 'raw/uk-satisfaction/2023.csv'],
] as const
const absent = FILES.filter(([file]) => !existsSync(join(REAL, file))).map(([file]) => file)

test.skipIf(absent.length > 0)(
  `another publisher’s portal from two real files${absent.length > 0 ? ` (skipped: ${absent.join(', ')} not there)` : ''}`,
  () =>
    withPortal(['world'], async (folder) => {
      const data = join(folder, 'data')
      for (const [from, to] of FILES) await cp(join(REAL, from), join(data, to))
      const run = await runScript(publish, folder, ['--yes', '--today', '2026-11-20'])
      expect(run.code, run.out + run.err).toBe(0)
      const { contracts } = await openPortal(data)
      const { tables } = await readPublished(join(data, 'published'), contracts)
      expectAgeing(tables.get('world-population/ageing'))
      expectSatisfaction(tables.get('uk-satisfaction/satisfied'))
    }),
  60_000,
)

function expectAgeing(table: PublishedTable | undefined): void {
  const rows = table?.readRows('2017') ?? []
  expect(rows.length).toBe(36_391)
  const findRow = (entity: string, year: string) =>
    rows.find((row) => row.key['entity'] === entity && row.key['year'] === year)
  expect(findRow('China', '2020')?.cells).toEqual({
    under_15: { value: 248_745_471, status: 'forecast' },
    age_15_64: { value: 1_002_171_895, status: 'forecast' },
    age_65_plus: { value: 173_630_900, status: 'forecast' },
    total: { value: 1_424_548_266, status: 'forecast' },
    share_65_plus: { value: 12.2, status: 'forecast' },
    dependency_65: { value: 17.3, status: 'forecast' },
    ageing_index: { value: 69.8, status: 'forecast' },
  })
  expect(findRow('China', '2015')?.cells['total']?.status).toBe('final')
}

function expectSatisfaction(table: PublishedTable | undefined): void {
  const rows = table?.readRows('2023') ?? []
  expect(rows.length).toBe(84)
  expect(rows.find((row) => row.key['service'] === 'health' && Object.values(row.key).every(isWhole))).toMatchObject({
    key: { wave: '17 May to 11 June 2023' },
    cells: { satisfied: { value: 53.9, status: 'reported' } },
  })
}

/** True for the figure of everybody: no breakdown of it is anything but the total. */
function isWhole(code: string, index: number): boolean {
  return index < 2 || code === 'total'
}
