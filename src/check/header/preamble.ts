import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Sheet } from '../../read/sheet.ts'
import { findUnitPower, splitScale } from '../values/quantity.ts'
import { findOwnUnit, isCounted } from './column-unit.ts'
import { listStatedUnits } from './header-units.ts'
import type { Match } from './match-headers.ts'

/** 个 counts whatever there is and multiplies nothing: 单位：个 above a table of 家 and 处 is no contradiction. */
const ANYTHING = '个'

/**
 * `单位：万人` above or below a table scales nothing by itself: the profile names the columns it is about. A unit
 * that no column counts in is not passed over either, unless each column states its own.
 */
export function checkPreamble(contract: Contract, sheet: Sheet, match: Match): Problem[] {
  const value = contract.profile?.wide?.value
  const wide = value === undefined ? [] : match.wide.slice(0, 1).map((cell) => ({ ...cell, id: value }))
  const columns = [...match.bindings, ...wide].flatMap((binding) => {
    const column = contract.columns[binding.id]
    const isDeclared = contract.profile?.units?.[binding.id] !== undefined
    return column && isCounted(column) ? [{ ...binding, own: findOwnUnit(column), isDeclared }] : []
  })
  const stated = listStatedUnits([...(sheet.preamble ?? []), ...(sheet.footnotes ?? [])], (unit) =>
    columns.some(({ own }) => findUnitPower(unit, own) !== null),
  )
  const place = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet }
  return stated.flatMap((unit) => {
    if (unit === ANYTHING) return []
    const answering = columns.filter(({ own }) => findUnitPower(unit, own) !== null)
    if (answering.length > 0) {
      const touched = answering.filter(
        (column) => findUnitPower(unit, column.own) !== 0 && column.power === 0 && !column.isDeclared,
      )
      return touched.map(({ id, index, header, own }) => {
        const at = { ...place, column: index + 1, columnName: header }
        return createProblem('unit-undeclared', at, { found: unit, expected: own ?? null, params: { unit, id } })
      })
    }
    // 单位：万元、%: what another unit of the same line is about needs no word about this unit.
    const isAnswered = ({ own }: { own: string | undefined }) =>
      stated.some((unit) => findUnitPower(unit, own) !== null)
    const open = columns.filter((column) => !column.isDeclared && !column.hasStatedUnit && !isAnswered(column))
    // A column without a unit of its own may be the column that is counted so.
    const isHomeless = splitScale(unit).power === 0 && open.some(({ own }) => own === undefined)
    if (open.length === 0 || isHomeless) return []
    const units = open.map(({ id, own }) => `${id}: ${quoteUnit(own ?? '')}`).join(', ')
    const expected = [...new Set(open.map(({ own }) => own ?? ''))].join(' | ')
    return [
      createProblem('unit-unknown', place, { found: unit, expected, params: { unit, units: `units: {${units}}` } }),
    ]
  })
}

/** A sign at the head of a value means something else to YAML. */
function quoteUnit(unit: string): string {
  return /^[\p{L}]/u.test(unit) ? unit : `"${unit}"`
}
