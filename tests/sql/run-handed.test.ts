import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHanded } from '../../scripts/sql/list-handed.ts'
import { RawWriter } from '../../scripts/sql/raw-writer.ts'
import { runHanded } from '../../scripts/sql/run-handed.ts'
import { writeLists } from '../../scripts/sql/write-lists.ts'
import { DATASETS } from '../../src/datasets/index.ts'
import { read } from '../../src/read/index.ts'
import { compileContract } from '../../src/sql/compile-contract.ts'
import { handOver } from '../../src/sql/hand-over.ts'
import { placesOf } from '../portal/list-texts.ts'

const DATASET = 'permit-applications'
const PERIODS = ['2024-01', '2024-02', '2024-03']

test('rows of one period at a time give the tables of all at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handed-'))
  try {
    await writeHanded(folder)
    await runHanded([await openHanded(folder)])
    const whole = await readResults(folder)
    const [, ...rows] = whole[`table-stages.csv`] ?? []
    expect([...new Set(rows.map((row) => row.split(',')[0]))].toSorted()).toEqual(PERIODS)
    expect(whole['faults.csv']).toHaveLength(1 + PERIODS.length)
    await runHanded([await openHanded(folder)], 1)
    expect(await readResults(folder)).toEqual(whole)
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** Rows of some files, with the first of each once more, so that each period has a row that is refused. */
async function writeHanded(folder: string): Promise<void> {
  const { places } = placesOf(await readFile('data/places.csv', 'utf8'))
  const contract = DATASETS.find(({ id }) => id === DATASET)
  if (!contract) throw new Error(`no dataset ${DATASET}`)
  const writer = new RawWriter(folder, contract)
  for (const period of PERIODS) {
    const file = `${period}.csv`
    const { sheets } = read(await readFile(`data/raw/${DATASET}/${file}`), file, contract.profile)
    const given = handOver(contract, sheets, { period, places })
    const again = given.handed.slice(0, 1).map((row) => ({ ...row, ordinal: given.handed.length }))
    await writer.add({ ...given, file, handed: [...given.handed, ...again] })
  }
  const compiled = compileContract(contract, { places, dialect: 'duckdb' })
  await writeLists(folder, { contract, compiled, part: null, reader: [], files: [], ...(await writer.close()) })
}

/** The lines of each file of results, the header first and the rest in order. */
async function readResults(folder: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.csv')) continue
    const [header = '', ...rows] = (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n')
    found[name] = [header, ...rows.toSorted()]
  }
  return found
}
