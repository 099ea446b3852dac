import { mkdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main as check } from '../../scripts/check.ts'
import { check as checkSheets } from '../../src/check/index.ts'
import { Places } from '../../src/codes/places.ts'
import { type Contract, contract as contractShape } from '../../src/contracts/contract.ts'
import type { LineResult } from '../../src/line/run-line.ts'
import { read } from '../../src/read/index.ts'
import { buildContractDraft } from '../../src/suggest/contract-draft.ts'
import { draftContract } from '../../src/suggest/draft-contract.ts'
import { nameOfUnit } from '../../src/text/units.ts'
import { PLACES } from '../check/small.ts'
import { runScript, withPortal } from '../site/with-portal.ts'
import { buildTable } from './yearbook/build-table.ts'
import { YEARBOOK_TABLES, type YearbookTable } from './yearbook/tables.ts'

/** The share of tables whose draft must take its own file, and how many tables there are at least. */
const SHARE_MIN = 0.9
const TABLES_MIN = 40

/** The contract as a person would save it: the text of the draft, evaluated. */
function parseContract(module: string): Contract {
  const [, literal = ''] = /export default (\{[\s\S]*\}) satisfies Contract/.exec(module) ?? []
  return contractShape.parse(new Function(`return ${literal}`)())
}

function draft({ file, text }: YearbookTable): Contract {
  const drafted = draftContract(buildTable(file, text), file, { places: PLACES })
  if (!drafted) throw new Error(`${file} cannot be read`)
  return parseContract(buildContractDraft(drafted, file, 'zh'))
}

const PERIODS: Partial<Record<Contract['frequency'], string>> = { year: '2023', quarter: '2023-Q3' }

/** The file under the drafted contract, as `check` would see it. */
function checkAgainst({ file, text }: YearbookTable, contract: Contract) {
  const { sheets, problems } = read(buildTable(file, text), file, contract.profile)
  const period = PERIODS[contract.frequency] ?? '2026-10'
  const checked = checkSheets(contract, sheets, { period, places: PLACES })
  const errors = [...problems, ...checked.problems].filter(
    // The stand-in period of the test is not that of the title.
    ({ level, rule }) => level === 'error' && rule !== 'title-other-period',
  )
  return { ...checked, errors: errors.map(({ rule, row }) => `${rule} ${row}`) }
}

test('nine of ten drafts take their own file', () => {
  expect(YEARBOOK_TABLES.length).toBeGreaterThanOrEqual(TABLES_MIN)
  const failing = YEARBOOK_TABLES.filter((table) => checkAgainst(table, draft(table)).errors.length > 0)
  expect(failing.map(({ file }) => file).length).toBeLessThanOrEqual(YEARBOOK_TABLES.length * (1 - SHARE_MIN))
})

test('a portal takes the drafts and their files', () =>
  withPortal([], async (folder) => {
    await mkdir(join(folder, 'data', 'contracts'), { recursive: true })
    for (const [index, { file, text }] of YEARBOOK_TABLES.entries()) {
      const id = `t${index + 1}`
      const drafted = draftContract(buildTable(file, text), file, { places: new Places([]), id })
      if (!drafted) throw new Error(`${file} cannot be read`)
      const { contract, trial } = drafted
      const period = trial.period ?? PERIODS[contract.frequency] ?? '2026-10'
      await mkdir(join(folder, 'data', 'raw', id), { recursive: true })
      await writeFile(join(folder, 'data', 'contracts', `${id}.ts`), buildContractDraft(drafted, file, 'zh'))
      await writeFile(join(folder, 'data', 'raw', id, `${period}${extname(file)}`), buildTable(file, text))
    }
    const { out } = await runScript(check, folder, ['--format', 'json'])
    const { files, problems } = JSON.parse(out) as Pick<LineResult, 'files' | 'problems'>
    const errors = problems.filter(({ level }) => level === 'error').map(({ dataset, rule }) => `${dataset} ${rule}`)
    expect(errors).toEqual([])
    expect(files.filter(({ rowsUsed }) => rowsUsed > 0)).toHaveLength(YEARBOOK_TABLES.length)
  }))

describe.each(YEARBOOK_TABLES)('$file', (table) => {
  const contract = draft(table)
  const columns = Object.entries(contract.columns)
  const named = new Map(columns.map(([id, { names }]) => [id, names.zh]))
  const findColumn = (zh: string) => columns.find(([, { names }]) => names.zh === zh)?.[1]

  test('has its records, its columns and its key', () => {
    const { errors, rows } = checkAgainst(table, contract)
    expect(errors).toEqual([])
    expect(new Set(rows.map(({ row }) => row)).size).toBe(table.expect.records)
    expect(columns.map(([, { names }]) => names.zh)).toEqual(table.expect.columns)
    if (table.expect.key) expect(contract.key.map((id) => named.get(id))).toEqual(table.expect.key)
    if (table.expect.frequency) expect(contract.frequency).toBe(table.expect.frequency)
  })

  test('has the types, gaps, units and layout that its cells show', () => {
    const { kinds = {}, optional = [], units = {}, profile = {} } = table.expect
    expect(Object.fromEntries(Object.keys(kinds).map((zh) => [zh, findColumn(zh)?.type.kind]))).toEqual(kinds)
    expect(optional.filter((zh) => findColumn(zh)?.optional !== true)).toEqual([])
    const unitOf = (zh: string) =>
      findColumn(zh)?.type.kind === 'percent' ? '%' : nameOfUnit(findColumn(zh)?.unit ?? '')
    expect(Object.fromEntries(Object.keys(units).map((zh) => [zh, unitOf(zh)]))).toEqual(units)
    expect(contract.profile ?? {}).toMatchObject(profile)
    expect(columns.filter(([, column]) => column.privacy !== 'personal')).toEqual([])
  })
})
