import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import { toComparable } from '../../read/comparable.ts'
import type { Sheet } from '../../read/sheet.ts'
import type { CheckContext } from '../context.ts'
import { isAnswered } from './answer.ts'
import { goesOn } from './goes-on.ts'
import { findHeaderBelow } from './header-below.ts'

interface Choice {
  chosen: Sheet[]
  problems: Problem[]
}

/**
 * Which sheets of a workbook hold the dataset: the only sheet, the sheet named after it, the only sheet whose header has
 * every column, or the parts of one table by their names. Two that have every column are never chosen between.
 */
export function chooseSheets(contract: Contract, received: readonly Sheet[], context: CheckContext): Choice {
  const sheets = received.filter((sheet) => !isListOfProblems(sheet))
  if (sheets.length <= 1) return { chosen: [...sheets], problems: [] }
  const whole = sheets.filter((sheet) => isWhole(contract, sheet))
  const [first] = whole
  if (whole.length > 1 && first) return chooseAmongSeveral(contract, sheets, { whole, context })
  const names = new Set([contract.title.zh, contract.title.en, contract.id].map(toComparable))
  const named = sheets.filter((sheet) => sheet.sheet !== null && names.has(toComparable(sheet.sheet)))
  // The sheet with the dataset's name is meant even where it lacks a column, and another has them all.
  const [chosen] = named.length === 1 ? named : whole
  if (chosen) return { chosen: [chosen], problems: reportUnused(contract, sheets, { chosen, context }) }
  return { chosen: [], problems: [createUnclearProblem('sheet-unclear', contract, sheets)] }
}

/** The first sheet of an annotated copy, which a clerk corrects and sends as it is; older copies call it 检查结果. */
function isListOfProblems({ sheet, headers }: Sheet): boolean {
  return /^(检查|核对)结果( \d+)?$/.test(sheet ?? '') && headers.includes('规则 Rule')
}

/** Parts of one table are read as one; else a person must name the sheet that is meant. */
function chooseAmongSeveral(
  contract: Contract,
  sheets: readonly Sheet[],
  { whole, context }: { whole: readonly Sheet[]; context: CheckContext },
): Choice {
  const [first] = whole
  if (!first || !whole.every((sheet) => isPartOf(first, sheet))) {
    return { chosen: [], problems: [createUnclearProblem('sheet-several', contract, whole)] }
  }
  const found = whole.map((sheet) => sheet.sheet ?? '').join(' | ')
  const joined = createProblem(
    'sheets-joined',
    { ...locationOf(contract, first), sheet: null },
    { found, params: { count: whole.length } },
  )
  const others = sheets.filter((sheet) => !whole.includes(sheet))
  return {
    chosen: [...whole],
    problems: [joined, ...others.map((sheet) => createUnusedProblem(contract, sheet, { chosen: first, context }))],
  }
}

function reportUnused(contract: Contract, sheets: readonly Sheet[], of: Chosen): Problem[] {
  return sheets.filter((sheet) => sheet !== of.chosen).map((sheet) => createUnusedProblem(contract, sheet, of))
}

interface Chosen {
  chosen: Sheet
  context: CheckContext
}

/** A sheet that calls itself the continuation of the sheet that is read, or whose rows fit it, holds the rest of it. */
function createUnusedProblem(contract: Contract, sheet: Sheet, { chosen, context }: Chosen): Problem {
  const isContinued = /续|續|cont/i.test(sheet.sheet ?? '') && isPartOf(chosen, sheet)
  if (!isContinued && !goesOn(contract, chosen, sheet, context))
    return createProblem('sheet-unused', locationOf(contract, sheet))
  return createProblem('sheet-continued', locationOf(contract, sheet), { params: { first: chosen.sheet ?? '' } })
}

function createUnclearProblem(
  rule: 'sheet-unclear' | 'sheet-several',
  contract: Contract,
  sheets: readonly Sheet[],
): Problem {
  const found = sheets.map((sheet) => sheet.sheet ?? '').join(' | ')
  const [first] = sheets
  const where = first ? { ...locationOf(contract, first), sheet: null } : {}
  return createProblem(rule, where, { found, expected: contract.title.zh })
}

/** Names that differ by 续, （续）, 续表2, （2） or a number at the end; years and months are no parts of one table. */
function isPartOf(first: Sheet, other: Sheet): boolean {
  const [a, b] = [first, other].map((sheet) => stemOf(sheet.sheet ?? ''))
  return a !== undefined && a !== '' && a === b
}

function stemOf(name: string): string {
  const text = toComparable(name)
  const stem = text.replace(CONTINUED, '')
  // 2026-09 and 202609 end in digits too, and are no second part of anything.
  return /\d$/.test(stem) ? text : stem
}

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})'
const CONTINUED = new RegExp(`[-_ ·]?(?:\\((?:[续續]表?)?${NUMBER}?\\)|[续續]表?${NUMBER}?|${NUMBER}|cont\\.?)$`, 'u')

/** Every column has its header, and there are rows below it. */
function isWhole(contract: Contract, received: Sheet): boolean {
  const sheet = findHeaderBelow(contract, received)
  if (sheet.rows.length + (sheet.refused?.length ?? 0) === 0) return false
  return isAnswered(contract, sheet)
}

function locationOf(contract: Contract, sheet: Sheet) {
  return { dataset: contract.id, file: sheet.file, sheet: sheet.sheet }
}
