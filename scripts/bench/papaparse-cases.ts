import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { z } from 'zod'
import type { CodeItem } from '../../src/contracts/contract.ts'
import { CASE_STATES, LEVELS, MAJORS, MINORS, SOURCES } from '../../src/datasets/cases/case-codes.ts'

/**
 * What is written by hand with Papa Parse and Zod for the same: each row is put to a schema of the contract's columns and
 * rules, keys are compared, rows are counted by group, and the hours of each group sorted for its median and P90. Run with the
 * data folder; prints how many groups there are, and how many records were refused.
 */
const [data = ''] = process.argv.slice(2)
const places = new Map(
  Papa.parse<string[]>(readFileSync(join(data, 'places.csv'), 'utf8'))
    // A former place may have had the same name.
    .data.filter(([, , , level, , , until = '']) => level === 'subdistrict' && until === '')
    .map(([code = '', name = '']) => [name, code] as const),
)

function codesOf(items: readonly CodeItem[]): Map<string, string> {
  return new Map(
    items.flatMap(({ code, zh, en, also = [] }) => [code, zh, en, ...also].map((text) => [text, code] as const)),
  )
}

function declareListed(codes: ReadonlyMap<string, string>) {
  return z
    .string()
    .refine((text) => codes.has(text))
    .transform((text) => codes.get(text) ?? '')
}

const time = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:00)?$/)
  .transform((text) => Date.parse(`${text.slice(0, 10)}T${text.slice(11, 16)}Z`))
  .refine((value) => !Number.isNaN(value))
const blank = z.literal('').transform(() => null)
const cells = z.object({
  number: z.string().trim().min(1).max(20),
  grid: z.string().regex(/^\d{15}$/),
  place: declareListed(places),
  major: declareListed(codesOf(MAJORS)),
  minor: declareListed(codesOf(MINORS)),
  source: declareListed(codesOf(SOURCES)),
  reported: time,
  accepted: z.union([blank, time]),
  due: z.union([blank, time]),
  closed: z.union([blank, time]),
  voided: z.union([blank, time]),
  level: z.union([blank, declareListed(codesOf(LEVELS))]),
  state: declareListed(codesOf(CASE_STATES)),
  rework: z
    .string()
    .regex(/^(0|[1-9]\d?)$/)
    .transform(Number),
})
type Case = z.output<typeof cells>

function makeRowSchema(from: number, to: number) {
  const isWithin = (value: number | null) => value !== null && value >= from && value < to
  return cells
    .refine(({ grid, place }) => grid.startsWith(place))
    .refine(({ minor, major }) => minor.startsWith(major))
    .refine((row) => [row.reported, row.accepted, row.closed, row.voided].every((value) => (value ?? 0) < to))
    .refine(({ accepted, reported }) => accepted === null || accepted >= reported)
    .refine(({ due, accepted }) => (accepted === null ? true : due !== null && due >= accepted))
    .refine(({ closed, accepted }) => closed === null || accepted === null || closed >= accepted)
    .refine(({ voided, reported }) => voided === null || voided >= reported)
    .refine(({ state, accepted }) => (state === 'received' ? accepted === null : state === 'void' || accepted !== null))
    .refine(({ state, closed, level }) => (state === 'closed') === (closed !== null) && (closed === null || !!level))
    .refine(({ state, voided }) => (state === 'void') === (voided !== null))
    .refine((row) => {
      const times = [row.reported, row.accepted, row.due, row.closed, row.voided]
      return times.some(isWithin) || (row.closed === null && row.reported < to)
    })
}

interface Group {
  counts: number[]
  hours: number[]
}

let [made, refused] = [0, 0]
for (const file of readdirSync(join(data, 'raw', 'cases')).sort()) {
  const [from, to] = [Date.parse(`${file.slice(0, 7)}-01T00:00Z`), endOf(file)]
  const schema = makeRowSchema(from, to)
  const isWithin = (value: number | null) => value !== null && value >= from && value < to
  const groups = new Map<string, Group>()
  const numbers = new Set<string>()
  const columns = Object.keys(cells.shape)
  const text = readFileSync(join(data, 'raw', 'cases', file), 'utf8')
  Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    step({ data: received }, parser) {
      if (received[0] === '案件编号') return
      const result = schema.safeParse(Object.fromEntries(columns.map((column, at) => [column, received[at] ?? ''])))
      if (!result.success || numbers.has(result.data.number)) {
        refused += 1
        if (refused > 1000) parser.abort()
        return
      }
      numbers.add(result.data.number)
      count(groups, result.data, isWithin)
    },
  })
  for (const { hours } of groups.values()) hours.sort((a, b) => a - b)
  made += groups.size
}
process.stdout.write(`${made} ${refused}\n`)

function endOf(file: string): number {
  const [year = 0, month = 0] = file.slice(0, 7).split('-').map(Number)
  return Date.UTC(year, month, 1)
}

/** Counts a case in each group of the five tables that it belongs to. */
function count(groups: Map<string, Group>, row: Case, isWithin: (value: number | null) => boolean): void {
  const isDue = isWithin(row.due) && row.state !== 'void'
  const flags = [
    isWithin(row.reported),
    isWithin(row.accepted),
    isWithin(row.closed),
    isWithin(row.voided),
    row.closed === null && row.voided === null,
    isDue,
    isDue && row.closed !== null && row.closed <= (row.due ?? 0),
    isWithin(row.closed) && row.rework > 0,
  ]
  const district = row.place.slice(0, 6)
  for (const area of ['city', district]) {
    const names = ['flow', `major ${row.major}`, `level ${row.level}`, `source ${row.source}`]
    for (const name of names) add(groups, `${area} ${name}`, row, flags)
  }
  add(groups, `${row.place} flow`, row, flags)
  add(groups, `city minor ${row.minor}`, row, flags)
}

function add(groups: Map<string, Group>, name: string, row: Case, flags: readonly boolean[]): void {
  const group = groups.get(name) ?? { counts: flags.map(() => 0), hours: [] }
  groups.set(name, group)
  for (const [at, flag] of flags.entries()) if (flag) group.counts[at] = (group.counts[at] ?? 0) + 1
  if (flags[2] && row.closed !== null && row.accepted !== null)
    group.hours.push((row.closed - row.accepted) / 3_600_000)
}
