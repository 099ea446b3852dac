import { simplify } from '../../codes/simplified.ts'
import type { Column, Contract } from '../../contracts/contract.ts'
import type { RuleId } from '../../problems/catalogue.ts'

/** Marks that departments put where there is no value, in the form that NFKC gives them. */
const MARKS = new Set(['-', '--', '—', '——', '–', '/', '...', '......', '无', '暂无', 'NA'])
/** What databases and programs write for nothing, in any column; in lower case. */
const NULLS = new Set([
  ...['null', '(null)', '<null>', '[null]', '{null}', 'dbnull', 'nil', 'none', '(none)', '<none>', 'undefined'],
  ...['nan', '-nan', '<nan>', 'nat', '<na>', 'n/a', '#n/a n/a', '\\n', '=""', '(blank)', '(空白)', '(空)', '空值'],
  ...['1.#qnan', '-1.#ind', '1.#ind'],
])
/** Words that give the reason for a missing value; they are kept in the note. */
const REASONS = new Set(['未监测', '未开展', '不适用', '未统计', '未填报', '未评价'])
/** Covered on purpose. */
const COVERED = /^\*{1,6}$/

/** The marks that the profile adds, in the form in which texts are compared with them. */
export function collectOwnMarks({ profile }: Contract): Set<string> {
  return new Set((profile?.missing ?? []).map((mark) => mark.normalize('NFKC').trim()))
}

/** Which kind of "no value" a normalised text is; null where it is a value. */
export function chooseMissingNote(text: string, column: Column, own: ReadonlySet<string>): RuleId | 'blank' | null {
  if (text === '') return 'blank'
  if (own.has(text)) return 'missing-mark'
  if (NULLS.has(text.toLowerCase())) return 'missing-mark'
  if (column.type.kind === 'text') return isMarkOfText(text, column) ? 'missing-mark' : null
  if (column.type.kind === 'yes-no' && text === '无') return null
  const plain = simplify(text)
  if (MARKS.has(plain)) return 'missing-mark'
  if (REASONS.has(plain)) return 'missing-reason'
  return COVERED.test(text) ? 'missing-covered' : null
}

/** Dashes are not text. 无 is an answer in prose and in optional columns, but not the name of anything. */
function isMarkOfText(text: string, column: Column): boolean {
  // R writes NA in columns of texts too.
  if (text === 'NA') return true
  if (/^([-—–/]{1,2}|(\.\.\.){1,2})$/.test(text)) return true
  return /^暂?无$/.test(simplify(text)) && column.optional !== true && column.privacy !== 'free-text'
}
