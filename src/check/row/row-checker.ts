import { getFirstDay, getLastDay } from '../../calendar/period.ts'
import type { Test } from '../../contracts/conditions.ts'
import { testOfAll } from '../../contracts/conditions.ts'
import type { Condition, Contract } from '../../contracts/contract.ts'
import type { Row, Value } from '../../contracts/row.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Location } from '../../problems/problem.ts'
import type { Sheet, SheetRow } from '../../read/sheet.ts'
import type { SheetContext } from '../context.ts'
import type { Match } from '../header/match-headers.ts'
import { outcomeOf as outcomeOfRule } from '../rules/applies.ts'
import { checkRule } from '../rules/index.ts'
import type { RuleContext, Values } from '../rules/rule.ts'
import { countShownDecimals } from '../values/shown-decimals.ts'
import { outcomeOf, type Witness } from '../witness.ts'
import { makeColumnChecker } from './column-checker.ts'
import { type Constants, constantsOf } from './constants.ts'
import type { Notes } from './notes.ts'
import { NumberWatch } from './number-watch.ts'
import { PlaceWatch } from './place-validity.ts'
import { findLastFilled, findStrayCell, isStray } from './stray.ts'
import type { BoundColumn } from './unfit-columns.ts'
import type { ValueChecker } from './value-checker.ts'

interface Cell extends BoundColumn {
  /** Power of ten of the unit that the file prints. */
  power: number
}

/** A cell of a wide table: its header's code goes to one column, its text is checked as a value of another. */
interface WideCell extends Cell {
  code: Value
}

/** Checks the rows of one sheet. Mutates the notes, keys and problems of its context. */
export class RowChecker {
  readonly #sheet: Sheet
  readonly #context: SheetContext & { notes: Notes }
  readonly #cells: Cell[]
  readonly #placeCells: Cell[]
  readonly #wide: WideCell[]
  readonly #constants: Constants
  readonly #ruleContext: RuleContext
  readonly #places: PlaceWatch
  readonly #numbers: NumberWatch
  readonly #lastFilled: number
  readonly #witness: Witness | undefined
  #line: SheetRow | null = null

  constructor(sheet: Sheet, match: Match, context: SheetContext & { notes: Notes }) {
    const { contract } = context
    this.#sheet = sheet
    this.#context = context
    this.#ruleContext = this.#makeRuleContext(contract, context.period)
    this.#places = new PlaceWatch(contract, context)
    this.#numbers = new NumberWatch(contract)
    this.#lastFilled = findLastFilled(sheet.rows)
    this.#cells = match.bindings.map(({ id, index, header, power }) => {
      return { id, index, header, power, check: this.#makeChecker(id, power) }
    })
    this.#placeCells = this.#cells.filter(({ id }) => contract.columns[id]?.type.kind === 'place')
    this.#wide = this.#listWideCells(match)
    this.#witness = context.witness
    this.#witness?.addColumns(this.#cells, this.#wide)
    this.#constants = constantsOf(contract, match.bindings, {
      checkerOf: (id) => this.#makeChecker(id, 0),
      at: this.#locate(null),
    })
    context.problems.addAll(this.#constants.problems)
  }

  /** The columns that have a header of their own. */
  get columns(): readonly BoundColumn[] {
    return this.#cells
  }

  /** The value of a text in the column at that index; undefined where the column does not take it. */
  valueAt = (index: number, text: string): Value | undefined => {
    const result = this.#cells.find((cell) => cell.index === index)?.check(text, undefined)
    return result?.is === 'value' ? result.value : undefined
  }

  /** The rows that one record makes (several where the sheet is wide), or null where it is refused. */
  checkRow(line: SheetRow): Row[] | null {
    const values: Record<string, Value> = { ...this.#constants.values }
    let isGood = true
    // A note or a page number among the rows is one fault, however many cells it leaves blank.
    const stray = this.#placeCells.find((cell) => isStray(cell.check(line.cells[cell.index] ?? '', undefined)))
    if (stray ? this.#checkCell(stray, line) === undefined : this.#isNoRecord(line)) return null
    for (const cell of this.#cells) {
      const value = this.#checkCell(cell, line)
      if (value === undefined || !this.#isAsDeclared(cell, line, value)) isGood = false
      else values[cell.id] = value
    }
    if (this.#wide.length === 0)
      return isGood && this.#checkWhole(values, line, null) ? [this.#makeRow(values, line)] : null
    const rows: Row[] = []
    const { into = '' } = this.#context.contract.profile?.wide ?? {}
    for (const cell of this.#wide) {
      const value = this.#checkCell(cell, line)
      if (value === undefined) isGood = false
      if (!isGood || value === undefined) continue
      const long = { ...values, [into]: cell.code, [cell.id]: value }
      if (this.#checkWhole(long, line, cell)) rows.push(this.#makeRow(long, line))
      else isGood = false
    }
    return isGood ? rows : null
  }

  #isNoRecord(line: SheetRow): boolean {
    const known = { contract: this.#context.contract, lastFilled: this.#lastFilled }
    const stray = findStrayCell(line, [this.#cells, this.#wide], known)
    if (stray === null) return false
    const at = { ...this.#locate(line), column: stray + 1, columnName: this.#sheet.headers[stray] ?? null }
    this.#context.problems.add(createProblem('row-no-record', at, { found: (line.cells[stray] ?? '').trim() }))
    return true
  }

  /** Checks of columns that need all rows. */
  checkWholeSheet(): void {
    const { problems, period } = this.#context
    problems.addAll(this.#numbers.listProblems(this.#locate(null), { cells: this.#cells, period }))
  }

  /** The value of a cell, or undefined where it was refused (a problem has been added). */
  #checkCell(cell: Cell, line: SheetRow): Value | undefined {
    const text = line.cells[cell.index] ?? ''
    const result = cell.check(text, line.kinds?.[cell.index])
    if (result.is !== 'value') {
      const { ifAccepted } = result
      const key = ifAccepted && `${line.row}/${cell.index + 1}/${ifAccepted.hash}`
      const params = key === undefined ? result.params : { ...result.params, key }
      const more = { ...result, params, found: result.shown ?? text }
      this.#context.problems.add(createProblem(result.rule, this.#locate(line, cell), more))
      this.#witness?.addCell(cell.id, 'failed')
      return key !== undefined && this.#context.acceptedCells?.has(key) ? ifAccepted?.value : undefined
    }
    this.#witness?.addCell(cell.id, outcomeOf(result))
    for (const note of result.notes) this.#note(note, cell, line, result.value)
    this.#numbers.see(cell, { text, row: line.row }, result)
    return result.value
  }

  /** False, with a problem added, where the profile gives the column another value for every row. */
  #isAsDeclared(cell: Cell, line: SheetRow, value: Value): boolean {
    if (!this.#constants.doubled.has(cell.id) || this.#constants.values[cell.id] === value) return true
    const { profile } = this.#context.contract
    const more = { found: line.cells[cell.index] ?? '', expected: profile?.constants?.[cell.id] ?? '' }
    this.#context.problems.add(createProblem('profile-constant-other', this.#locate(line, cell), more))
    return false
  }

  #note(rule: RuleId, cell: Cell, line: SheetRow, value: Value): void {
    const more = { found: line.cells[cell.index] ?? '', expected: value === null ? null : String(value) }
    this.#context.notes.add(rule, cell.header, () => createProblem(rule, this.#locate(line, cell), more))
  }

  /** Places in their time, the contract's rules, and the key; false where one of them is broken. */
  #checkWhole(values: Record<string, Value>, line: SheetRow, wide: Cell | null): boolean {
    const { contract, duplicates, problems, notes, periods } = this.#context
    let isGood = true
    this.#line = line
    const findings = this.#places.check(values)
    for (const [index, rule] of (contract.rules ?? []).entries()) {
      const finding = checkRule(rule, values, this.#ruleContext)
      findings.push(finding)
      this.#witness?.addRule(index, finding ? 'failed' : outcomeOfRule(rule, values, this.#ruleContext))
    }
    for (const finding of findings) {
      if (!finding) continue
      periods.see(finding, line)
      const cell =
        this.#cells.find((cell) => cell.id === finding.column) ?? (wide?.id === finding.column ? wide : undefined)
      const problem = createProblem(finding.rule, this.#locate(line, cell), finding)
      if (problem.level === 'error') isGood = false
      if (problem.level === 'note') notes.add(finding.rule, cell?.header ?? null, () => problem)
      else problems.add(problem)
    }
    if (!isGood) return false
    const cell = this.#cells.find((cell) => cell.id === contract.key[0])
    const isNew = duplicates.see(this.#makeRow(values, line), this.#locate(line, cell))
    this.#witness?.addKey(isNew)
    return isNew
  }

  #makeRuleContext(contract: Contract, period: string): RuleContext {
    const tests = new Map<readonly Condition[], Test<Values>>()
    const scope = { period, getterOf: (column: string) => (values: Values) => values[column] ?? null }
    return {
      contract,
      period,
      first: getFirstDay(period),
      last: getLastDay(period),
      decimalsOf: (column) => {
        const cell = this.#cells.find((cell) => cell.id === column)
        return cell ? countShownDecimals(this.#line?.cells[cell.index] ?? '', cell, contract) : null
      },
      holds: (conditions, values) => {
        const test = tests.get(conditions) ?? testOfAll(conditions, scope)
        tests.set(conditions, test)
        return test(values)
      },
    }
  }

  #makeRow(values: Record<string, Value>, line: SheetRow): Row {
    return { values, file: this.#sheet.file, sheet: this.#sheet.sheet, row: line.row }
  }

  #locate(line: SheetRow | null, cell?: Cell): Partial<Location> {
    return {
      dataset: this.#context.contract.id,
      file: this.#sheet.file,
      sheet: this.#sheet.sheet,
      row: line?.row ?? null,
      record: line?.record ?? null,
      column: cell ? cell.index + 1 : null,
      columnName: cell?.header ?? null,
    }
  }

  #makeChecker(id: string, power: number): ValueChecker {
    return makeColumnChecker(id, power, { ...this.#context, date1904: this.#sheet.date1904 })
  }

  #listWideCells(match: Match): WideCell[] {
    const { into, value } = this.#context.contract.profile?.wide ?? {}
    if (into === undefined || value === undefined) return []
    const codes = this.#makeChecker(into, 0)
    const powers = new Set(match.wide.map(({ power }) => power))
    const checkers = new Map([...powers].map((power) => [power, this.#makeChecker(value, power)]))
    return match.wide.flatMap(({ index, header, code, power }) => {
      const check = checkers.get(power) ?? this.#makeChecker(value, power)
      const result = codes(code, undefined)
      if (result.is === 'value') return [{ id: value, index, header, power, check, code: result.value }]
      const at = { ...this.#locate(null), column: index + 1, columnName: header }
      this.#context.problems.add(createProblem('profile-wide', at, { found: code, expected: result.expected }))
      return []
    })
  }
}
