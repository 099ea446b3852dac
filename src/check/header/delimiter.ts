import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import { COLUMNS_MAX } from '../../read/limits.ts'
import type { Sheet } from '../../read/sheet.ts'
import type { LocalText } from '../../text/local-text.ts'
import { lookUp, spellingsOf } from './spellings.ts'

/**
 * What files part their columns by, beside the delimiters that are read; a comma too, where a profile declares another.
 */
const MARKS: readonly { mark: RegExp; shown: LocalText }[] = [
  { mark: /，/, shown: { zh: '全角逗号“，”', en: 'full-width commas “，”' } },
  { mark: /[|｜]/, shown: { zh: '竖线“|”', en: 'bars “|”' } },
  { mark: /[;；]/, shown: { zh: '分号“；”', en: 'semicolons' } },
  { mark: /,/, shown: { zh: '逗号', en: 'commas' } },
  { mark: /、/, shown: { zh: '顿号“、”', en: '“、”' } },
  { mark: /\t/, shown: { zh: '制表符', en: 'tabs' } },
  { mark: /[~^#]+/, shown: { zh: '“~”“^”“#”', en: '“~”, “^” or “#”' } },
  { mark: /[ \u00A0\u3000]+/, shown: { zh: '空格', en: 'spaces' } },
]
/** As many columns as this in one cell are no chance. */
const COLUMNS_MIN = 2

/**
 * A delimited text whose header is one cell that holds several columns: reported once, instead of once per missing
 * column.
 */
export function checkDelimiter(contract: Contract, sheet: Sheet): Problem | null {
  const lines = [{ row: sheet.headerRow, cells: sheet.headers }, ...(sheet.above ?? []), ...sheet.rows.slice(0, 3)]
  if (sheet.encoding === 'xlsx' || Object.keys(contract.columns).length < COLUMNS_MIN) return null
  // A title may name columns above a header that is split well.
  if (sheet.headers.filter((header) => header.trim() !== '').length > 1) return null
  const spellings = spellingsOf(contract)
  for (const { row, cells } of lines) {
    const [only = '', ...others] = cells
    if (others.some((cell) => cell.trim() !== '') || lookUp(only, spellings)) continue
    for (const { mark, shown } of MARKS) {
      const parts = new Set(only.split(mark, COLUMNS_MAX))
      const ids = new Set([...parts].flatMap((part) => lookUp(part, spellings)?.value.id ?? []))
      if (ids.size < COLUMNS_MIN) continue
      const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, row }
      return createProblem('delimiter-unknown', at, { found: only, params: { mark: shown } })
    }
  }
  return null
}
