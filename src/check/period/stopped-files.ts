import { toDayNumber } from '../../calendar/days.ts'
import { comparePeriods, getFirstDay, getLastDay } from '../../calendar/period.ts'
import type { Places } from '../../codes/places.ts'
import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import { nameRow } from '../table/row-names.ts'
import type { FileShape } from './file-shape.ts'

/** One file of a dataset, its path and what is remembered of its rows. */
export interface ShapedFile {
  path: string
  period: string
  shape: FileShape | null
}

interface Compared {
  contract: Contract
  places: Places
  file: ShapedFile
  shape: FileShape
  /** Shapes of the periods before, the latest first. */
  earlier: readonly FileShape[]
}

/** As many periods before are compared with; with fewer than the least nothing is usual yet. */
const EARLIER_MAX = 12
const EARLIER_MIN = 2
/** Files that are shorter differ by chance. */
const ROWS_MIN = 20
/** Of the shortest file before, the least share that is taken for whole: less the more the files before differ. */
const SHARE_MIN = 0.5
const SHARE_MAX = 0.85
/** Days without a row at the end of a period that are never asked about: a weekend and a holiday. */
const SILENT_DAYS = 4
/** A class that had so many rows in every file before is not missing by chance. */
const CLASS_ROWS_MIN = 10

/**
 * Files that stop before their period does, as exports do that break off: far fewer rows than any before, dates that end
 * long before the period, a class or place that was always there and is gone. Each may be true: a person must accept it.
 */
export function findStoppedFiles(contract: Contract, files: readonly ShapedFile[], places: Places): Problem[] {
  if (contract.frequency === 'occasional') return []
  const ordered = [...files].sort((a, b) => comparePeriods(a.period, b.period))
  return ordered.flatMap((file, index) => {
    const earlier = ordered
      .slice(0, index)
      .flatMap(({ shape }) => shape ?? [])
      .slice(-EARLIER_MAX)
      .reverse()
    if (file.shape === null || earlier.length < EARLIER_MIN) return []
    const compared = { contract, places, file, shape: file.shape, earlier }
    const fewer = [...findFewerRows(compared), ...findSilentEnd(compared)]
    // What a file that broke off lacks besides has the same cause.
    return fewer.length > 0 ? fewer : findGoneClasses(compared)
  })
}

function findFewerRows({ contract, file, shape, earlier }: Compared): Problem[] {
  const rows = earlier.map((before) => before.rows)
  const [least, most] = [Math.min(...rows), Math.max(...rows)]
  if (least < ROWS_MIN) return []
  const share = Math.max(SHARE_MIN, Math.min(SHARE_MAX, (least / most) * SHARE_MAX))
  if (shape.rows >= least * share) return []
  const params = { period: file.period, count: rows.length, least, share: Math.round(share * 100) }
  const at = { dataset: contract.id, file: file.path }
  return [createProblem('file-fewer-rows', at, { found: String(shape.rows), expected: `${least}–${most}`, params })]
}

function findSilentEnd({ contract, file, shape, earlier }: Compared): Problem[] {
  const end = getLastDay(file.period)
  return Object.entries(shape.lastDays).flatMap(([id, last]) => {
    const before = earlier.flatMap(({ lastDays, period }) => {
      const day = lastDays[id]
      return day === undefined ? [] : [countDaysBetween(day, getLastDay(period))]
    })
    const silent = countDaysBetween(last, end)
    const usual = Math.max(...before)
    if (before.length < EARLIER_MIN || shape.rows < ROWS_MIN || silent <= Math.max(SILENT_DAYS, usual * 2)) return []
    const params = { period: file.period, end, days: silent, usual }
    const at = { dataset: contract.id, file: file.path, columnName: contract.columns[id]?.names.zh ?? id }
    return [createProblem('file-stops-early', at, { found: last, expected: end, params })]
  })
}

function findGoneClasses({ contract, places, file, shape, earlier }: Compared): Problem[] {
  return Object.entries(shape.classes).flatMap(([id, seen]) => {
    const always = Object.keys(earlier[0]?.classes[id] ?? {}).filter((code) =>
      earlier.every(({ classes }) => (classes[id]?.[code] ?? 0) >= CLASS_ROWS_MIN),
    )
    return always
      .filter((code) => seen[code] === undefined && (places.get(code)?.to ?? '9999') >= getFirstDay(file.period))
      .map((code) => {
        const name = nameRow({ [id]: code }, { contract, places })
        const usual = Math.min(...earlier.map(({ classes }) => classes[id]?.[code] ?? 0))
        const params = { period: file.period, key: code, name, tableRow: name, usual, count: earlier.length }
        const at = { dataset: contract.id, file: file.path, columnName: contract.columns[id]?.names.zh ?? id }
        return createProblem('class-gone', at, { expected: code, params })
      })
  })
}

function countDaysBetween(from: string, to: string): number {
  return (toDayNumber(to) ?? 0) - (toDayNumber(from) ?? 0)
}
