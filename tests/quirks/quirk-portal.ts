import type { DueRule } from '../../src/calendar/due.ts'
import { WorkCalendar } from '../../src/calendar/working-days.ts'
import { findMissingPeriods, findSameFiles, type Lateness } from '../../src/check/period/check-periods.ts'
import { checkJumps } from '../../src/check/period/jumps.ts'
import { checkTables } from '../../src/check/table/check-tables.ts'
import { Places } from '../../src/codes/places.ts'
import type { Identity, TableSpec } from '../../src/contracts/contract.ts'
import type { Table } from '../../src/contracts/table.ts'
import { planFiles, type RawEntry } from '../../src/line/plan-files.ts'
import { runLine } from '../../src/line/run-line.ts'
import { applyExceptions, NOTHING_ACCEPTED, readExceptions } from '../../src/portal/exceptions.ts'
import { NO_HOLIDAYS } from '../../src/portal/holidays.ts'
import { NO_DEPARTMENTS } from '../../src/portal/read-departments.ts'
import { readPlaces } from '../../src/portal/read-places.ts'
import { hasErrors, type Problem } from '../../src/problems/problem.ts'
import { sha256 } from '../../src/store/disk.ts'
import { contractOf, makeColumn, PLACES } from '../check/small.ts'
import { departmentsOf, holidaysOf, placesOf } from '../portal/list-texts.ts'
import { BEDS, type QuirkResult } from './quirk-files.ts'

const encodeUtf8 = (text: string) => new TextEncoder().encode(text)
const describeResult = (problems: readonly Problem[]): QuirkResult => ({ problems, used: !hasErrors(problems) })

/** What lies in `raw/` beside the folder of a dataset of months. */
export function fromEntries(found: Record<string, RawEntry['kind']>): QuirkResult {
  const entries = Object.entries(found).map(([path, kind]) => ({ path, kind, bytes: 1 }))
  return describeResult(planFiles(entries, new Map([['small', BEDS]])).problems)
}

/** A file of this name in a dataset of months. */
export const fromName = (name: string) => fromEntries({ 'raw/small': 'folder', [`raw/small/${name}`]: 'file' })

/** Two files of neighbouring months with these bytes and rows. */
export function fromTwins(a: { sha256: string; digest: string }, b: typeof a): QuirkResult {
  const files = [
    { path: 'raw/small/2026-09.csv', period: '2026-09', ...a },
    { path: 'raw/small/2026-10.csv', period: '2026-10', ...b },
  ]
  return describeResult(findSameFiles(BEDS, files))
}

/** Holidays are published for 2026 alone. */
const HOLIDAYS = new WorkCalendar([{ date: '2026-01-01', kind: 'rest', name: '元旦' }])

/** Files of these months, due by a rule; checked on `today`. */
export function fromPeriods(
  periods: string[],
  { due = { daysAfterEnd: 0 }, today = '', holidays = HOLIDAYS }: { due?: DueRule } & Partial<Lateness> = {},
): QuirkResult {
  return describeResult(findMissingPeriods({ ...BEDS, due }, periods, { today, holidays }))
}

const measure = (zh: string, en: string) => ({ names: { zh, en }, unit: '件', count: 'rows' as const })

function flowOf(identities: Identity[]) {
  const spec: TableSpec = {
    title: { zh: '收与办', en: 'Flow' },
    kind: 'figures',
    dimensions: [{ column: 'place' }],
    measures: {
      start: measure('期初', 'Opening'),
      in: measure('受理', 'In'),
      out: measure('办结', 'Out'),
      end: measure('期末', 'Closing'),
    },
  }
  const columns = { place: makeColumn({ kind: 'place' }, '地区', { privacy: 'dimension' }) }
  return contractOf(columns, { tables: { flow: { ...spec, identities }, other: spec } })
}

/** A period, a place, and figures by measure. */
type FlowRow = readonly [period: string, place: string, figures: Record<string, number>]

function tablesOf(table: string, rows: readonly FlowRow[]): Table[] {
  return [...Map.groupBy(rows, ([period]) => period)].map(([period, own]) => ({
    dataset: 'small',
    table,
    period,
    rows: own.map(([, place, figures]) => ({
      key: { place },
      text: {},
      cells: Object.fromEntries(
        Object.entries(figures).map(([id, value]) => [id, { value, status: 'final' as const }]),
      ),
    })),
  }))
}

/** Tables of figures put to one identity, and another table where it reaches across. */
export function fromFlow(identity: Identity, rows: readonly FlowRow[], other: readonly FlowRow[] = []): QuirkResult {
  const tables = [...tablesOf('flow', rows), ...tablesOf('other', other)]
  return describeResult(checkTables(flowOf([identity]), tables, new Map(), PLACES))
}

/** A figure of September and of October 2026, as a running total or by itself. */
export function fromFigures(before: number, after: number, as: 'cumulative' | 'figure'): QuirkResult {
  const rows: FlowRow[] = [
    ['2026-09', '990101', { in: before }],
    ['2026-10', '990101', { in: after }],
  ]
  if (as === 'cumulative') return fromFlow({ kind: 'cumulative', measure: 'in' }, rows)
  return describeResult(checkJumps(flowOf([]), tablesOf('flow', rows)))
}

/** A figure that has jumped, under the lines of an `exceptions.csv`. */
export function fromAccepted(line: string): QuirkResult {
  const { exceptions, problems } = readExceptions(encodeUtf8(`rule,dataset,period,key,reason,until\n${line}\n`))
  const jump = fromFigures(40, 400, 'figure').problems
  return describeResult([...applyExceptions(jump, exceptions, '2026-11-23'), ...problems])
}

export const fromExceptions = (text: string) => describeResult(readExceptions(encodeUtf8(text)).problems)
export const fromPlaces = (text: string) => describeResult(placesOf(text).problems)
export const fromHolidays = (text: string) => describeResult(holidaysOf(text).problems)
export const fromDepartments = (text: string) => describeResult(departmentsOf(text, PLACES).problems)
export const fromPlacesBytes = (bytes: Uint8Array) => describeResult(readPlaces(bytes).problems)

/** The line over one sound file in a portal that has no list of places. */
export async function fromPortalWithoutPlaces(): Promise<QuirkResult> {
  const contracts = new Map([['small', BEDS]])
  const places = new Places([])
  const portal = {
    dataDir: '',
    contracts,
    places,
    names: { contracts, places },
    departments: NO_DEPARTMENTS,
    holidays: NO_HOLIDAYS,
    exceptions: NOTHING_ACCEPTED,
    profiles: new Map(),
    ofWords: [],
    problems: [],
  }
  const { problems, files } = await runLine(portal, {
    hash: sha256,
    list: async () => [{ path: 'raw/small/2026-10.csv', kind: 'file', bytes: 1 }],
    read: async () => encodeUtf8('地区,床位\n锦北区,2\n'),
  })
  return { problems, used: files.length > 0 }
}
