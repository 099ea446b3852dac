import { hasUnitAfter, listNames } from '../check/header/row-units.ts'
import { isSummary } from '../check/row/stray.ts'
import type { Contract, Measure, RowRule, Where } from '../contracts/contract.ts'
import { isLoose } from '../read/loose.ts'
import { sumLabelOf } from '../read/sum-label.ts'
import { shareDictionary } from './cell-dictionary.ts'
import { type CellPlan, makeEnds, NOT_ACCEPTED, type PlanRows } from './cell-plan.ts'
import { DictionaryPlan } from './dictionary-plan.ts'
import type { Head } from './file-head.ts'
import { MinutesPlan } from './minutes-plan.ts'
import { NamesPlan } from './names-plan.ts'
import { DECIMALS_MAX, NumbersPlan } from './numbers-plan.ts'

/** A column of the file and how its cells are accepted; those that the contract does not know have no id. */
export interface PlannedColumn {
  id: string | null
  header: string
  index: number
  plan: CellPlan
}

/** The plans of all columns of a file, in its order. */
export function planColumns(contract: Contract, head: Head): PlannedColumn[] {
  const ends = makeEnds(head.delimiter)
  const used = collectUsedColumns(contract)
  const names = new Set(listNames(contract, head.opened.match).map(({ index }) => index))
  return head.opened.sheet.headers.map((header, index) => {
    const binding = head.opened.match.bindings.find((bound) => bound.index === index)
    const bound = head.opened.checker.columns.find((column) => column.index === index)
    const column = contract.columns[binding?.id ?? '']
    if (!binding || !bound || !column)
      return { id: null, header, index, plan: new UnreadPlan(ends, head.texts, hasManyNames(head, index)) }
    const { id, power } = binding
    const { texts } = head
    const { type } = column
    const isNamed = type.kind === 'list' || type.kind === 'place'
    const mayHaveUnit = names.has(index)
    const isPlain = (text: string) =>
      !isLoose(text) &&
      !isSummary(text) &&
      (isNamed || sumLabelOf(text) === null) &&
      !(mayHaveUnit && hasUnitAfter(text))
    const isRecord = (text: string) => DIGITS.test(text) || isPlain(text)
    const take = (text: string) => {
      const result = isRecord(text) ? bound.check(text, undefined) : null
      return result?.is === 'value' ? result : null
    }
    const isOptional = column.blank === undefined && take('')?.value === null
    const takes = (text: string, value: unknown) => take(text)?.value === value && take(text)?.notes.length === 0
    const plain = { ends, isOptional }
    if (
      type.kind === 'datetime' &&
      takes('2026-01-31 23:59', '2026-01-31 23:59') &&
      takes('2026-01-31 23:59:00', '2026-01-31 23:59')
    )
      return { id, header, index, plan: new MinutesPlan(plain) }
    if ((type.kind === 'integer' || type.kind === 'number') && power === 0) {
      const { min = 0, max = Number.MAX_SAFE_INTEGER } = type
      const decimalsMax = type.kind === 'number' ? DECIMALS_MAX : 0
      return { id, header, index, plan: new NumbersPlan({ ...plain, decimalsMax, min: Math.max(0, min), max }) }
    }
    // The names of rows may be as many as there are rows. What tables or rules speak of is kept as it is.
    const isName = type.kind === 'text' && !PUBLISHED.has(column.privacy) && !used.has(id) && hasManyNames(head, index)
    const isApart = (text: string) => isLikePeriod(text) || hasSmallKey(contract, id, text)
    const isTaken = (text: string) => takes(text, text) && !isApart(text)
    if (isName) return { id, header, index, plan: new NamesPlan({ ...plain, texts, isTaken, isApart }) }
    const dictionary = shareDictionary(bound.check, `${head.encoding} ${mayHaveUnit}`)
    return { id, header, index, plan: new DictionaryPlan({ ends, texts, check: take, dictionary }) }
  })
}

/** Most codes; no word of a note or a sum. */
const DIGITS = /^\d+$/

/** Texts that are published are looked through for personal numbers, digit by digit. */
const PUBLISHED: ReadonlySet<string> = new Set(['public', 'dimension'])

/** Keys that differ in the case of their letters are found by the checker. */
function hasSmallKey(contract: Contract, id: string, text: string): boolean {
  return contract.key.includes(id) && /[a-z]/.test(text)
}

/** The period that a file is headed with counts as nothing when files are compared. */
function isLikePeriod(text: string): boolean {
  return /^\d{4}(-|$)/.test(text) && text.length <= 'YYYY-MM-H1'.length
}

const DISTINCT_MIN = 0.5

function hasManyNames({ opened }: Head, index: number): boolean {
  const { rows } = opened.sheet
  return new Set(rows.map(({ cells }) => cells[index])).size > rows.length * DISTINCT_MIN
}

/** Columns whose values tables print, group by or test, or rules compare. */
function collectUsedColumns({ tables, rules = [], statuses = [], complete = [] }: Contract): ReadonlySet<string> {
  const wheres: (Where | undefined)[] = statuses.map(({ where }) => where)
  const used = new Set<string>([...complete, ...rules.flatMap(columnsOfRule)])
  for (const table of Object.values(tables)) {
    wheres.push(table.where)
    for (const id of [...table.dimensions.map(({ column }) => column), ...(table.attributes ?? [])]) used.add(id)
    for (const measure of Object.values(table.measures)) {
      if ('where' in measure) wheres.push(measure.where)
      for (const id of columnsOfMeasure(measure)) used.add(id)
    }
  }
  for (const condition of wheres.flatMap((where) => where ?? []).flat()) {
    used.add(condition.column)
    if ('notAfter' in condition) used.add(condition.notAfter)
  }
  return used
}

function columnsOfMeasure(measure: Measure): string[] {
  if ('sum' in measure) return [measure.sum]
  if ('take' in measure) return [measure.take]
  return 'quantile' in measure ? [measure.between.from, measure.between.to] : []
}

/** Every text of a rule that may be the id of a column. */
function columnsOfRule(rule: RowRule): string[] {
  const listTexts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : []
  }
  return listTexts(rule)
}

/** A column that is not read: nothing of it is kept, but it must neither look like a note nor like a sum. */
class UnreadPlan implements CellPlan {
  /** Null where its texts are few. */
  readonly #names: NamesPlan | null
  readonly #texts: DictionaryPlan

  constructor(ends: Uint8Array, texts: Head['texts'], hasNames: boolean) {
    const isTaken = (text: string) => !isLoose(text) && !isSummary(text) && sumLabelOf(text) === null
    this.#names = hasNames ? new NamesPlan({ ends, texts, isTaken, isOptional: true, isApart: () => false }) : null
    this.#texts = new DictionaryPlan({
      ends,
      texts,
      check: (text) => (isTaken(text) ? { value: null, notes: [] } : null),
    })
  }

  scan(bytes: Uint8Array, at: number, row: number): number {
    const end = this.#names?.scan(bytes, at, row) ?? NOT_ACCEPTED
    return end === NOT_ACCEPTED ? this.#texts.scan(bytes, at, row) : end
  }

  buildKernelColumn() {
    return (this.#names ?? this.#texts).buildKernelColumn()
  }

  store(): boolean {
    return true
  }

  grow(rows: number): void {
    this.#names?.grow(rows)
    this.#texts.grow(rows)
  }

  giveRows(): PlanRows {
    return { kind: 'unread' }
  }

  takeRows(given: PlanRows): boolean {
    return given.kind === 'unread'
  }

  release(): void {
    this.#names?.release()
    this.#texts.release()
  }

  buildColumn(from: number, to: number) {
    return this.#texts.buildColumn(from, to)
  }

  finish(kept: Int32Array | null, rows: number) {
    return this.#texts.finish(kept, rows)
  }
}
