import type { Contract } from '../../contracts/contract.ts'
import type { Row } from '../../contracts/row.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Match } from '../header/match-headers.ts'

/** Rows by which the usual shape is known, and the fewest that make one usual. */
const ROWS_LOOKED_AT = 200
const ROWS_MIN = 20
/** Share of the rows that must have it. */
const SHARE_MIN = 0.95
/** With more that differ, the keys are of two kinds. */
const ODD_MAX = 20

/**
 * Keys that are written otherwise than all the others: `F0O1` among `F001` … `F378`, `F00` and `f101`. A key that is mistyped
 * names a record that is none, and the true record is missing.
 */
export function findOddKeys(
  rows: readonly Row[],
  { contract, match }: { contract: Contract; match: Match },
): Problem[] {
  const texts = contract.key.filter((id) => contract.columns[id]?.type.kind === 'text')
  if (rows.length < ROWS_MIN) return []
  return texts.flatMap((id) => {
    const keyOf = ({ values }: Row) => String(values[id] ?? '')
    const usual = findUsualShape(rows.slice(0, ROWS_LOOKED_AT).map(keyOf))
    const binding = match.bindings.find((bound) => bound.id === id)
    if (usual === null || !binding) return []
    const odd = rows.filter((row) => !usual.form.test(keyOf(row)))
    if (odd.length > Math.min(ODD_MAX, rows.length * (1 - SHARE_MIN))) return []
    return odd.map((row) => {
      const { file, sheet, row: line } = row
      const at = { dataset: contract.id, file, sheet, row: line, column: binding.index + 1, columnName: binding.header }
      const found = keyOf(row)
      return createProblem('key-shape', at, { found, expected: usual.example, params: { key: found } })
    })
  })
}

/** The shape that nearly all texts have, of letters, digits and hyphens alone; names have none. */
function findUsualShape(texts: readonly string[]): { form: RegExp; example: string } | null {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(shapeOf(text), (counts.get(shapeOf(text)) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  if (!best || best[1] < texts.length * SHARE_MIN || !/^[Aa9_-]*9[Aa9_-]*$/.test(best[0])) return null
  const classes: Record<string, string> = { A: '[A-Z]', a: '[a-z]', '9': '\\d' }
  const form = new RegExp(`^${[...best[0]].map((sign) => classes[sign] ?? sign).join('')}$`)
  return { form, example: texts.find((text) => shapeOf(text) === best[0]) ?? '' }
}

/** `YJ2610-0017` → `AA9999-9999`. */
function shapeOf(text: string): string {
  return text.replace(/\d/g, '9').replace(/[A-Z]/g, 'A').replace(/[a-z]/g, 'a')
}
