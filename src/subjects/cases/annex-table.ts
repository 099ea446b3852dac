import { comparePeriods } from '../../calendar/period.ts'
import type { DataTable } from '../../charts/figure.ts'
import { deriveCell } from '../../charts/table-columns.ts'
import { measureOf } from '../../compose/describe-figure.ts'
import { cityOf, listDistricts, type Site } from '../../compose/site.ts'
import type { Cell } from '../../contracts/table.ts'
import { findCell, findTable, NOT_REPORTED } from '../../measure/select.ts'
import { roundRatio } from '../../text/decimal.ts'
import { formatPeriod } from '../../text/format.ts'
import type { LocalText } from '../../text/local-text.ts'

/** Columns of the annex, each with its formula in its head. Of the cases due in the month, each is in one of three. */
const COLUMNS: readonly { id: string; label: LocalText }[] = [
  { id: 'accepted', label: { zh: '派遣（受理）', en: 'Dispatched (accepted)' } },
  { id: 'due', label: { zh: '应结', en: 'Due' } },
  { id: 'closed_on_time', label: { zh: '按时办结', en: 'Closed on time' } },
  { id: 'late', label: { zh: '超时（已办结−按时办结）', en: 'Late (closed − on time)' } },
  { id: 'open', label: { zh: '未办结（应结−已办结）', en: 'Open (due − closed)' } },
]

/** 附表: one row a district and one for the city. The satisfaction of the city is that of the month, of districts that of a quarter. */
export function buildAnnexTable(site: Site, month: string): DataTable | null {
  const table = findTable(site.published, 'cases', 'flow')
  const places = [...listDistricts(site, month), cityOf(site)]
  const isWhole = ['accepted', 'due', 'due_closed', 'closed_on_time', 'on_time_rate'].every(
    (id) => table?.spec.measures[id],
  )
  if (!table?.periods.includes(month) || !isWhole) return null
  const quarter = findTable(site.published, 'satisfaction', 'districts')?.periods.findLast(
    (period) => comparePeriods(period, month) <= 0,
  )
  const { unit } = measureOf(site, 'cases', 'flow', 'due')
  const percent = { unit: '%' as const, decimals: 1 }
  return {
    of: { dataset: 'cases', table: 'flow', period: month },
    alsoOf:
      quarter === undefined
        ? []
        : [
            { dataset: 'satisfaction', table: 'ratings', period: month },
            { dataset: 'satisfaction', table: 'districts', period: quarter },
          ],
    columns: [
      { id: 'place', label: { zh: '地区', en: 'Place' } },
      ...COLUMNS.map(({ id, label }) => ({ id, label, unit, decimals: 0 })),
      { id: 'closed_rate', label: { zh: '结案率（已办结÷应结）', en: 'Closing rate (closed ÷ due)' }, ...percent },
      {
        id: 'on_time_rate',
        label: { zh: '按时结案率（按时办结÷应结）', en: 'On-time rate (on time ÷ due)' },
        ...percent,
      },
      ...(quarter === undefined ? [] : [{ id: 'satisfied', label: nameSatisfied(quarter), unit: '%', decimals: 0 }]),
    ],
    rows: places.map(({ code, names }) => {
      const findOwn = (measure: string) =>
        findCell(site.published, { dataset: 'cases', table: 'flow', measure, where: { place: code } }, month)
      const [due, closed, onTime] = [findOwn('due'), findOwn('due_closed'), findOwn('closed_on_time')]
      return [
        names,
        findOwn('accepted'),
        due,
        onTime,
        subtract(closed, onTime),
        subtract(due, closed),
        divide(closed, due),
        findOwn('on_time_rate'),
        ...(quarter === undefined ? [] : [findSatisfied(site, code, { month, quarter })]),
      ]
    }),
  }
}

function nameSatisfied(quarter: string): LocalText {
  return {
    zh: `满意率（全市为当月，各区为${formatPeriod(quarter, 'zh')}）`,
    en: `Satisfied (city: the month; districts: ${formatPeriod(quarter, 'en')})`,
  }
}

function findSatisfied(site: Site, place: string, { month, quarter }: Record<'month' | 'quarter', string>): Cell {
  const [table, period] = place === cityOf(site).code ? ['ratings', month] : ['districts', quarter]
  if (!findTable(site.published, 'satisfaction', table)) return NOT_REPORTED
  return findCell(site.published, { dataset: 'satisfaction', table, measure: 'top2_rate', where: { place } }, period)
}

function subtract(whole: Cell, part: Cell): Cell {
  const isKnown = whole.value !== null && part.value !== null
  return deriveCell(isKnown ? (whole.value ?? 0) - (part.value ?? 0) : null, [whole, part], 0)
}

function divide(part: Cell, whole: Cell): Cell {
  const ratio = { numerator: part.value ?? 0, denominator: whole.value ?? 0, times: 100, decimals: 1 }
  return deriveCell(part.value !== null && whole.value ? roundRatio(ratio) : null, [part, whole])
}
