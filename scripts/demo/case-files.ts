import type { CodeItem } from '../../src/contracts/contract.ts'
import { CASE_STATES, LEVELS, MAJORS, MINORS, SOURCES } from '../../src/datasets/cases/case-codes.ts'
import type { GridCase } from './case-lives.ts'
import { getMonthEnd, getMonthStart, MONTHS, timeOf } from './demo-dates.ts'
import { encodeGb18030 } from './encode.ts'

const HEADER =
  '案件编号,网格编码,所属街道,事件大类,事件小类,问题来源,上报时间,受理时间,办结时限,办结时间,作废时间,解决层级,案件状态,返工次数'

/**
 * A month's file: every case with a time in the month, and every one still open at its end, as things were then.
 * GB18030, as the case system exports it.
 */
export function buildCaseFiles(cases: readonly GridCase[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const month of MONTHS) {
    const [start, end] = [getMonthStart(month), getMonthEnd(month)]
    const there = cases.filter((gridCase) => gridCase.reported < end && belongs(gridCase, start, end))
    files.set(`raw/cases/${month}.csv`, encodeGb18030([HEADER, ...there.map((gridCase) => lineOf(gridCase, end))]))
  }
  return files
}

function belongs(gridCase: GridCase, start: number, end: number): boolean {
  const over = gridCase.closed ?? gridCase.voided ?? Number.POSITIVE_INFINITY
  if (over >= start) return true
  return gridCase.due !== null && gridCase.due >= start && gridCase.due < end
}

/** A case as it was at the end of a month. */
function lineOf(gridCase: GridCase, end: number): string {
  const formatTime = (time: number | null) => (time !== null && time < end ? timeOf(time) : '')
  const accepted = formatTime(gridCase.accepted)
  const closed = formatTime(gridCase.closed)
  const voided = formatTime(gridCase.voided)
  return [
    gridCase.number,
    gridCase.grid,
    gridCase.place.zh,
    nameOf(MAJORS, gridCase.minor.slice(0, 2)),
    nameOf(MINORS, gridCase.minor),
    nameOf(SOURCES, gridCase.source),
    timeOf(gridCase.reported),
    accepted,
    accepted && gridCase.due !== null ? timeOf(gridCase.due) : '',
    closed,
    voided,
    closed ? nameOf(LEVELS, gridCase.level) : '',
    nameOf(CASE_STATES, stateOf({ accepted, closed, voided })),
    closed ? gridCase.rework : 0,
  ].join()
}

function stateOf({ accepted, closed, voided }: { accepted: string; closed: string; voided: string }): string {
  if (closed) return 'closed'
  if (voided) return 'void'
  return accepted ? 'open' : 'received'
}

function nameOf(items: readonly CodeItem[], code: string): string {
  const found = items.find((item) => item.code === code)
  if (!found) throw new Error(`unknown code: ${code}`)
  return found.zh
}
