import { simplify } from '../codes/simplified.ts'
import type { Profile } from '../contracts/contract.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import type { Scaled } from './open-workbook.ts'
import type { Sheet } from './sheet.ts'

/**
 * Numbers that the screen shows divided. Where the format prints their unit, the stored number is taken, with a note. Where a header, a title or the profile states
 * a unit as well, it is unclear which of the two it refers to.
 */
export function checkScaled(scaled: readonly Scaled[], sheet: Sheet, profile: Profile): Problem[] {
  const rows = new Set(sheet.rows.map(({ row }) => row))
  const common = [...(sheet.preamble ?? []).flatMap(findTitleUnit), ...Object.values(profile.units ?? {})]
  return scaled.flatMap(({ column, hasUnit, cells }) => {
    // Those of the table itself: the first of a column may be in a title, or in a row that was refused.
    const [first, ...others] = cells.filter(({ row }) => rows.has(row))
    if (!first) return []
    const columnName = sheet.headers[column - 1] ?? null
    const units = [...findHeaderUnit(columnName ?? ''), ...common]
    // Where the format prints its own 万, screen and cell agree; only a second 万 would contradict them.
    const isUnclear = hasUnit ? units.some((unit) => /[百千万亿萬億]/.test(unit)) : units.length > 0
    const at = { file: sheet.file, sheet: sheet.sheet, row: first.row, column, columnName }
    const params = { shown: first.shown, count: others.length + 1, unit: units.join('、') }
    return [createProblem(ruleOf(hasUnit, isUnclear), at, { found: first.stored, params })]
  })
}

/** Without a unit anywhere, a reader takes the shown number for the whole number. */
function ruleOf(hasUnit: boolean, isUnclear: boolean): 'cell-scaled' | 'cell-scaled-unclear' | 'cell-shown-otherwise' {
  if (isUnclear) return 'cell-scaled-unclear'
  return hasUnit ? 'cell-scaled' : 'cell-shown-otherwise'
}

function findHeaderUnit(header: string): string[] {
  return /[(（]([^()（）]+)[)）]\s*$/.exec(header)?.slice(1) ?? []
}

/** 填报单位：民政局 names whose form it is, and no unit. */
function findTitleUnit(text: string): string[] {
  return (
    /(?:(?<!\p{Script=Han})|计量|金额|货币|数量)单位\s*[:：]\s*([^\s,，;；)）]+)/u.exec(simplify(text))?.slice(1) ?? []
  )
}
