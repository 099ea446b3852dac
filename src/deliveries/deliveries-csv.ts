import Papa from 'papaparse'
import type { DueDay } from '../calendar/due.ts'
import { parsePublishedCsv } from '../store/published-csv.ts'
import { DELIVERY_STATES, type Delivery } from './delivery.ts'

/** Columns of the published table of who was late, in their order. */
const DELIVERY_COLUMNS = [
  'dataset',
  'department',
  'period',
  'due',
  'due_unknown',
  'state',
  'received',
  'refusals',
  'errors',
  'accepted',
  'repairs',
  'released',
  'release',
  'days_late',
  'corrections',
  'corrected',
  'withdrawals',
  'withdrawn',
  'tables',
] as const

/** How many of these columns the tables had that were published before withdrawals were counted. */
const COLUMNS_BEFORE_WITHDRAWALS = 16

/** The published text: UTF-8, LF, a header, a line a delivery. Rules are `rule|other`, refusals by rule
 * `rule:3|other:1`. */
export function formatDeliveries(deliveries: readonly Delivery[]): string {
  const lines = deliveries.map((delivery) => {
    const { due, errors, repairs } = delivery
    return [
      delivery.dataset,
      delivery.department ?? '',
      delivery.period,
      due !== null && 'day' in due ? due.day : '',
      formatUnknown(due),
      delivery.state,
      delivery.received ?? '',
      delivery.refusals,
      formatCounts(errors),
      delivery.accepted ?? '',
      repairs.join('|'),
      delivery.released ?? '',
      delivery.release ?? '',
      delivery.daysLate,
      delivery.corrections,
      delivery.corrected ?? '',
      delivery.withdrawals,
      delivery.withdrawn ?? '',
      delivery.tables,
    ]
  })
  return `${Papa.unparse([[...DELIVERY_COLUMNS], ...lines], { newline: '\n' })}\n`
}

/** The table from its text. Throws where `formatDeliveries` does not write such a text, and never did. */
export function parseDeliveries(text: string): Delivery[] {
  const { headings, lines } = parsePublishedCsv(text)
  const known = [DELIVERY_COLUMNS, DELIVERY_COLUMNS.slice(0, COLUMNS_BEFORE_WITHDRAWALS)]
  if (!known.some((columns) => columns.join() === headings.join()))
    throw new Error(`deliveries: header ${headings.join()}`)
  return lines.map((line, index) => {
    const get = (column: (typeof DELIVERY_COLUMNS)[number]) => line[DELIVERY_COLUMNS.indexOf(column)] ?? ''
    const state = DELIVERY_STATES.find((state) => state === get('state'))
    if (state === undefined) throw new Error(`deliveries: line ${index + 2}: state ${get('state')}`)
    return {
      dataset: get('dataset'),
      department: get('department') || null,
      period: get('period'),
      due: parseDue(get('due'), get('due_unknown')),
      state,
      received: get('received') || null,
      refusals: Number(get('refusals')),
      errors: parseCounts(get('errors')),
      accepted: get('accepted') || null,
      repairs: get('repairs') === '' ? [] : get('repairs').split('|'),
      released: get('released') || null,
      release: get('release') === '' ? null : Number(get('release')),
      daysLate: Number(get('days_late')),
      corrections: Number(get('corrections')),
      corrected: get('corrected') || null,
      withdrawals: Number(get('withdrawals')),
      withdrawn: get('withdrawn') || null,
      // A table of before withdrawals were counted names only what was there.
      tables: Number(get('tables') || (get('released') === '' ? 0 : 1)),
    }
  })
}

/** Why a due day is unknown: `holidays-unpublished:2027`, `holidays-not-listed:2013`. */
function formatUnknown(due: DueDay | null): string {
  if (due === null || 'day' in due) return ''
  return 'unpublished' in due ? `${UNPUBLISHED}:${due.unpublished}` : `${NOT_LISTED}:${due.beforeTable}`
}

const [UNPUBLISHED, NOT_LISTED] = ['holidays-unpublished', 'holidays-not-listed']

function parseDue(day: string, unknown: string): DueDay | null {
  if (day !== '') return { day }
  const [reason, year] = unknown.split(':')
  if (reason === UNPUBLISHED) return { unpublished: Number(year) }
  return reason === NOT_LISTED ? { beforeTable: Number(year) } : null
}

function formatCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, count]) => `${rule}:${count}`)
    .join('|')
}

function parseCounts(text: string): Record<string, number> {
  const pairs = text === '' ? [] : text.split('|').map((pair) => pair.split(':'))
  return Object.fromEntries(pairs.map(([rule = '', count = '']) => [rule, Number(count)]))
}
