import type { Column } from '../../datasets/contract.ts'
import type { RuleId } from '../../problems/catalogue.ts'

/** Marks that departments put where there is no value, in the form that NFKC gives them. */
const MARKS = new Set([
  '-',
  '--',
  '—',
  '——',
  '–',
  '/',
  '...',
  '......',
  '无',
  '暂无',
  'N/A',
  'n/a',
  'NA',
  'null',
  'NULL',
])
/** Words that say why there is none; they are kept in the note. */
const REASONS = new Set(['未监测', '未开展', '不适用', '未统计', '未填报', '未评价'])
/** Covered on purpose. */
const COVERED = /^\*{1,6}$/

/** Which kind of "no value" a normalised text is; null where it is a value. */
export function missingNote(text: string, column: Column, own: ReadonlySet<string>): RuleId | 'blank' | null {
  if (text === '') return 'blank'
  if (own.has(text)) return 'missing-mark'
  // In prose 无 is an answer, not a gap; only strokes are marks there.
  if (column.type.kind === 'text')
    return /^([-—–/]{1,2}|(\.\.\.){1,2})$/.test(text) && column.optional ? 'missing-mark' : null
  if (column.type.kind === 'yes-no' && text === '无') return null
  if (MARKS.has(text)) return 'missing-mark'
  if (REASONS.has(text)) return 'missing-reason'
  return COVERED.test(text) ? 'missing-covered' : null
}
