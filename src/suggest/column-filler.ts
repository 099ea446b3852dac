import { isNumbering } from '../check/header/match-headers.ts'
import type { Places } from '../codes/places.ts'
import type { Column } from '../contracts/contract.ts'
import type { Sheet } from '../read/sheet.ts'
import { cellsOf, typeColumn } from './column-types.ts'
import { type Choices, UNIT } from './draft-choices.ts'
import { draftUnit } from './draft-units.ts'
import { makeId, makeUnique, nameHeader, wordsOf } from './header-names.ts'

interface FillerContext {
  sheet: Sheet
  choices: Choices
  places: Places
  isSum: (row: number) => boolean
}

/** Columns of a contract, made one by one of those of a sheet. */
export class ColumnFiller {
  readonly columns: Record<string, Column> = {}
  readonly ids = new Map<number, string>()
  readonly marks: Set<string>
  readonly #context: FillerContext
  readonly #taken = new Set<string>()
  readonly #names: Set<string>

  constructor(context: FillerContext) {
    this.#context = context
    this.marks = new Set(context.choices.profile.missing)
    this.#names = new Set()
  }

  isMade(index: number): boolean {
    const { sheet, choices } = this.#context
    return [choices.profile.groupRows, choices.profile.rowUnits?.into].includes(sheet.headers[index])
  }

  add(index: number): void {
    const { sheet, choices } = this.#context
    const header = sheet.headers[index] ?? ''
    if (header.trim() === '' || isNumbering(header) || (choices.profile.ignore ?? []).includes(header)) return
    const own = choices.letters.get(index)
    const isLetter = own !== undefined
    const words = own === '' ? { zh: ROW_NAMES, en: '', unit: null } : nameHeader(own ?? header)
    const unit = words.unit ?? choices.units.get(index) ?? null
    this.ids.set(index, this.#put({ indexes: [index], header, words: { ...words, unit }, isLetter }))
  }

  /** The two columns that headers across fill; their ids. */
  addAcross(prefix: string, indexes: readonly number[], kind: 'year' | 'month'): { into: string; value: string } {
    const names = { year: { zh: '年份', en: 'Year' }, month: { zh: '月份', en: 'Month' } }[kind]
    const into = makeId(names.en, this.#taken)
    this.columns[into] = { type: { kind }, names, privacy: 'personal' }
    const words = nameHeader(prefix)
    const own = { ...words, zh: words.zh === '' ? '数值' : words.zh, en: words.en === '' ? 'Value' : words.en }
    return { into, value: this.#put({ indexes, header: '', words: own, isLetter: false }) }
  }

  idAt(index: number, letter: string): [string, string][] {
    const id = this.ids.get(index)
    return id === undefined ? [] : [[id, letter]]
  }

  /** The sheet with names written once for several rows in each of them. */
  fillSheet(): Sheet {
    const { sheet, choices } = this.#context
    const wanted = new Set(choices.profile.fillDown)
    const above = new Map<number, string>()
    const rows = sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, index) => {
        if (cell.trim() !== '') above.set(index, cell)
        return cell.trim() === '' && wanted.has(sheet.headers[index] ?? '') ? (above.get(index) ?? '') : cell
      }),
    }))
    return { ...sheet, rows }
  }

  #put({
    indexes,
    header,
    words,
    isLetter,
  }: {
    indexes: readonly number[]
    header: string
    words: ReturnType<typeof nameHeader>
    isLetter: boolean
  }): string {
    const { sheet, choices, places, isSum } = this.#context
    const cells = cellsOf(this.fillSheet(), indexes, isSum)
    const typing = choices.texts.has(header)
      ? TEXT
      : typeColumn(`${header}${words.unit ?? ''}`, cells, { sheet, places })
    for (const mark of typing.marks) this.marks.add(mark)
    const zh = makeUnique(words.zh === '' ? words.en : words.zh, header, this.#names)
    const id = makeId(zh, this.#taken)
    const isCounted = ['integer', 'number'].includes(typing.type.kind)
    const unit = words.unit ?? (isCounted && choices.profile.rowUnits === undefined ? choices.stated : null)
    const isOptional =
      typing.isOptional ||
      choices.optional.has(header) ||
      indexes.some((index) => this.isMade(index) && index === sheet.headers.indexOf(UNIT))
    this.columns[id] = {
      type: typing.type,
      names: wordsOf(zh, words.en, id),
      ...(header !== '' && !isLetter && header !== zh ? { headers: [header] } : {}),
      privacy: 'personal',
      ...(unit !== null && isCounted ? { unit: draftUnit(unit) } : {}),
      ...(isOptional ? { optional: true } : {}),
    }
    return id
  }
}

const ROW_NAMES = '行名'
const TEXT = { type: { kind: 'text' as const }, isOptional: false, marks: [] as string[] }
