import { rejectHeaderRows } from '../check/header/header-rows.ts'
import { hasUnitAfter, listNames } from '../check/header/row-units.ts'
import type { Checked } from '../check/index.ts'
import { shapeOfColumns } from '../check/period/file-shape.ts'
import { digestOf } from '../check/period/rows-digest.ts'
import { checkLine } from '../check/total/check-line.ts'
import { takeOutTotals } from '../check/total/totals.ts'
import type { ColumnData, Columns } from '../contracts/columns.ts'
import type { Contract } from '../contracts/contract.ts'
import { createProblem } from '../problems/create-problem.ts'
import { ROWS_MAX } from '../read/limits.ts'
import { sortRows } from '../read/loose.ts'
import type { SheetRow } from '../read/sheet.ts'
import type { Vectors } from '../vectors/vectors.ts'
import { type AcceptedBy, BlockScanner } from './block-scanner.ts'
import { type CellPlan, gather } from './cell-plan.ts'
import type { CutEncoding } from './cell-texts.ts'
import type { FileBlocks } from './file-blocks.ts'
import type { Head } from './file-head.ts'
import { holdColumns, isCopied, makeRows } from './held-columns.ts'
import type { PlannedColumn } from './plans.ts'
import { readKeyNumbers } from './read-key-numbers.ts'
import { markRepeatedKeys } from './repeated-keys.ts'
import type { DoubtfulRow, ScannedPart, Scanner } from './scanner.ts'
import { hasCaseTwins, hasOddDates, mayHoldSums } from './whole-file.ts'

/** The accepted rows of one file as columns, and all that the checker says of the file. */
export interface Accepted extends Omit<Checked, 'rows'> {
  encoding: CutEncoding
  /** The byte between its cells. */
  delimiter: number
  columns: Columns
  /** Rows that were checked one by one. */
  rowsDoubted: number
}

/** A file that must be scanned once more: 1 for each row that the row checker must see beside those of the first time. */
interface Repeated {
  suspects: Uint8Array
}

/** The rows of one file, checked block by block. */
export class CheckedRows {
  readonly #contract: Contract
  readonly #head: Head
  readonly #planned: readonly PlannedColumn[]
  readonly #blocks: BlockScanner
  readonly #scanner: Scanner
  readonly #vectors: Vectors
  readonly #finished = new Map<CellPlan, ColumnData>()
  /** For each row 1 where the plans and rules accepted it, 0 where the row checker did or did not. */
  #isFast = new Uint8Array(0)
  /** In their order. */
  readonly #refused: number[] = []
  #doubted = 0
  readonly #hasSuspects: boolean
  /** Index of the row behind the last that the row checker has seen. */
  #next = 0

  constructor(contract: Contract, head: Head, by: AcceptedBy) {
    const { planned, scanner, vectors, suspects } = by
    this.#contract = contract
    this.#head = head
    this.#planned = planned
    this.#blocks = new BlockScanner(contract, head, by, head.start)
    this.#scanner = scanner
    this.#vectors = vectors
    this.#hasSuspects = suspects !== null
  }

  /** Where a scan has ended; `whole` where the file must be read as a whole. */
  scan(blocks: FileBlocks) {
    return this.#blocks.scan(blocks, (block) => this.#checkBlock(block))
  }

  /** Goes on behind the place where the blocks were to end. */
  goOn(blocks: FileBlocks): void {
    this.#blocks.goOn(blocks)
  }

  /** Adds rows that follow; false where they must be scanned here. */
  takePart(part: ScannedPart): boolean {
    const first = this.#scanner.takePart(part)
    if (first === null) return false
    const doubtful = part.doubtful.map(({ index, line }) => ({
      index: first.row + index,
      line: { ...line, row: first.line + line.row, record: first.row + line.record },
    }))
    return this.#checkBlock({ doubtful, first: first.row, rows: this.#scanner.rows })
  }

  /** Marks what was accepted and has the row checker check the rest; false where the file must be read as a whole. */
  #checkBlock({ doubtful, first, rows }: { doubtful: readonly DoubtfulRow[]; first: number; rows: number }): boolean {
    if (rows > ROWS_MAX) return false
    this.#markFast(rows, first, doubtful)
    this.#doubted += doubtful.length
    return doubtful.every((row) => this.#checkRow(row))
  }

  #markFast(rows: number, first: number, doubtful: readonly DoubtfulRow[]): void {
    if (this.#isFast.length < rows) {
      const longer = new Uint8Array(Math.ceil(rows * 1.5))
      longer.set(this.#isFast)
      this.#isFast = longer
    }
    this.#isFast.fill(1, first, rows)
    for (const { index } of doubtful) this.#isFast[index] = 0
  }

  /** Has the row checker check a row; false where the row may be something else than a record. */
  #checkRow({ index, line }: DoubtfulRow): boolean {
    if (!this.#isRecord(line)) return false
    const { opened, context } = this.#head
    const { sheet, match, checker } = opened
    context.duplicates.countUnseen(index - this.#next)
    this.#next = index + 1
    const made = checker.checkRow(line)
    const contradictions =
      made === null ? [] : checkLine(line, made, { contract: this.#contract, sheet, match, places: context.places })
    context.problems.addAll(contradictions)
    if (made === null || contradictions.length > 0) {
      this.#refused.push(index)
      return true
    }
    return this.#planned.every(({ id, plan }) => id === null || plan.store(index, made[0]?.values[id] ?? null))
  }

  /** Notes, sums, headers and remarks are distinguished from records by the rows around them, as units in names are. */
  #isRecord(line: SheetRow): boolean {
    const { sheet, match, checker, among } = this.#head.opened
    const names = listNames(this.#contract, match)
    if (names.some(({ index }) => hasUnitAfter(line.cells[index] ?? ''))) return false
    if (line.cells.filter((cell) => cell.trim() !== '').length < 2) return false
    const printed = [...(sheet.above ?? []), { row: sheet.headerRow, cells: sheet.headers }]
    const head = printed.map(({ row, cells }) => ({ row, record: 0, cells: [...cells] }))
    if (sortRows([line], head).data.length !== 1) return false
    if (takeOutTotals([line], among).data.length !== 1) return false
    const alone = { ...sheet, rows: [line] }
    return rejectHeaderRows(alone, { contract: this.#contract, match, valueAt: checker.valueAt }).problems.length === 0
  }

  #buildColumns(kept: Int32Array | null): Columns {
    const rows = this.#scanner.rows - this.#refused.length
    const dataOf = (plan: CellPlan) => this.#finishPlan(plan, kept)
    return holdColumns(this.#contract, this.#planned, { rows, vectors: this.#vectors, dataOf })
  }

  /** A plan is finished once: it may change its values in place. */
  #finishPlan(plan: CellPlan, kept: Int32Array | null): ColumnData {
    const known = this.#finished.get(plan) ?? plan.finish(kept, this.#scanner.rows)
    this.#finished.set(plan, known)
    return known
  }

  /** What the checker would say of the file; null where it must say it itself. */
  finish(): Accepted | Repeated | null {
    const { context, opened, encoding, delimiter } = this.#head
    const { problems, period, periods } = context
    const contract = this.#contract
    const notes = this.#findNotes()
    const { rows } = this.#scanner
    // A number with 万 is compared with the others of its column, and a key with the other keys.
    const kept = this.#findKept()
    const keys = readKeyNumbers(contract, this.#planned, { kept, rows, vectors: this.#vectors })
    if (keys === null || notes.some(({ rule }) => rule === 'number-scaled')) return null
    if (rows === 0) return null
    // Before columns are made, which a file that is scanned again does not need. The second time hashes are equal by chance.
    const suspects = keys.areAscending ? null : this.#findSuspects(kept)
    if (suspects) return this.#hasSuspects ? null : { suspects }
    const columns = this.#finishColumns(kept)
    const isWhole = this.#refused.length === 0
    if (isWhole && mayHoldSums(contract, columns, { opened, planned: this.#planned }) !== false) return null
    if (hasCaseTwins(contract, columns) || hasOddDates(contract, columns, this.#planned)) return null
    problems.addAll(notes)
    problems.addAll(context.duplicates.listProblems())
    const { file, sheet } = opened.sheet
    const foreign = periods.findProblem({ dataset: contract.id, file, sheet }, rows)
    problems.addAll(foreign ? [foreign] : [])
    return {
      encoding,
      delimiter,
      columns,
      problems: problems.listAll(),
      rowsRead: rows,
      rowsUsed: columns.rows,
      rowsRefused: this.#refused.length,
      rowsTakenOut: 0,
      digest: digestOf(contract, columns, period),
      shape: shapeOfColumns(contract, columns, {
        period,
        listRows: () => makeRows(contract, columns, { ...opened.sheet, lines: this.#scanner.lines }),
        listKeys: () => keys.numbers,
      }),
      rowsDoubted: this.#doubted,
    }
  }

  /** Marks of rows whose keys come more than once, for which only the columns of the key are made, in memory that is lent. */
  #findSuspects(kept: Int32Array | null): Uint8Array | null {
    const { rows } = this.#scanner
    return this.#vectors.lend(() => markRepeatedKeys(this.#contract, this.#buildColumns(kept), { kept, rows }))
  }

  /** The columns of the accepted rows; those that were refused are left out. */
  #finishColumns(kept: Int32Array | null): Columns {
    for (const { plan } of this.#planned) this.#finishPlan(plan, kept)
    if (kept) this.#scanner.lines = gather(this.#scanner.lines, kept, this.#scanner.rows)
    const columns = this.#buildColumns(kept)
    // One after the other, so that no more than one is there twice.
    for (const { id, plan } of this.#planned) {
      if (id === null || isCopied(columns.get(id), this.#finished.get(plan))) plan.release()
      this.#finished.delete(plan)
    }
    // All of them now: what is made while memory is lent is lost afterwards.
    for (const id of Object.keys(this.#contract.columns)) columns.get(id)
    return columns
  }

  /** Null where all are kept. */
  #findKept(): Int32Array | null {
    const refused = this.#refused
    if (refused.length === 0) return null
    const kept = new Int32Array(this.#scanner.rows - refused.length)
    let [count, next] = [0, 0]
    for (let row = 0; row < this.#scanner.rows; row += 1) {
      if (row === refused[next]) next += 1
      else kept[count++] = row
    }
    return kept
  }

  /** Repairs of accepted cells and of those that the row checker took, each kind once, in the order in which they come. */
  #findNotes() {
    const { file, sheet } = this.#head.opened.sheet
    const { rows, lines } = this.#scanner
    const { notes } = this.#head.opened
    for (const { header, index, plan } of this.#planned) {
      for (const { rule, row, text, value, count, order } of plan.listNotes?.(this.#isFast, rows) ?? []) {
        const at = { dataset: this.#contract.id, file, sheet, row: lines[row] ?? null, record: row + 1 }
        const more = { found: text, expected: value === null ? null : String(value) }
        const problem = createProblem(rule, { ...at, column: index + 1, columnName: header }, more)
        notes.addMany(rule, header, { problem, count, order: index * NOTES_MAX + order })
      }
    }
    return notes.listAll()
  }
}

/** More repairs than one cell can have. */
const NOTES_MAX = 100
