import { isAsTyped, saysWhatIsShown } from './agree.ts'
import { findCover, keyOf, type OurBook, type OurCell, readAs } from './our-cells.ts'
import type { ShownSheets } from './shown-by-libreoffice.ts'
import type { TypedSheets } from './typed-by-calamine.ts'

/** What was compared of one workbook, or of all. */
export interface Tally {
  workbooks: number
  cells: number
  equal: number
  refused: number
  noted: number
  disagreements: string[]
}

function createTally(): Tally {
  return { workbooks: 0, cells: 0, equal: 0, refused: 0, noted: 0, disagreements: [] }
}

const NOTHING: OurCell = { text: '', kind: undefined }
const EMPTY = { type: 'empty', value: '' } as const

/**
 * Every cell of a workbook as our line reads it beside what the two others find there. What differs beyond the rule is
 * refused or noted by us, or is a disagreement. `covered` are the cells below a merge, of which only the first counts.
 */
export function compareBook(
  name: string,
  ours: OurBook,
  {
    shown,
    typed,
    covered,
  }: { shown: ShownSheets | undefined; typed: TypedSheets | undefined; covered: ReadonlySet<string> },
): Tally {
  const tally = createTally()
  tally.workbooks = 1
  for (const sheet of new Set([...(shown?.keys() ?? []), ...(typed?.keys() ?? [])])) {
    const [texts, types] = [shown?.get(sheet) ?? [], typed?.get(sheet) ?? []]
    const rows = Math.max(texts.length, types.length)
    for (let row = 0; row < rows; row += 1) {
      const width = Math.max(texts[row]?.length ?? 0, types[row]?.length ?? 0)
      for (let column = 0; column < width; column += 1) {
        const at = { sheet, row: row + 1, column: column + 1 }
        const key = keyOf(sheet, at.row, at.column)
        if (covered.has(key)) continue
        const cell = ours.cells.get(key)
        const text = findShown(shown && (texts[row]?.[column] ?? ''))
        const type = typed === undefined ? undefined : (types[row]?.[column] ?? EMPTY)
        if ((text ?? '') === '' && (type ?? EMPTY).type === 'empty' && (cell?.text ?? '') === '') continue
        tally.cells += 1
        // Excel shows a yes or no as such in any format, LibreOffice as a number in the cell's own.
        const isBoolean = type?.type === 'boolean'
        const asShown = text === undefined || isBoolean || saysWhatIsShown(cell ?? NOTHING, text)
        const asTyped = type === undefined || isAsTyped(cell ?? NOTHING, type)
        const cover = coverOf(cell, ours, at)
        if (asShown && asTyped) tally.equal += 1
        else if (cover !== null) tally[cover] += 1
        else
          tally.disagreements.push(
            `${name} ${sheet}!R${at.row}C${at.column}: ${JSON.stringify(cell?.text ?? null)}, LibreOffice ${JSON.stringify(text ?? null)}, calamine ${type?.type} ${JSON.stringify(type?.value ?? null)}`,
          )
      }
    }
  }
  return tally
}

/** `#FMT` is what LibreOffice prints where it has no words for a number: then it says nothing. */
function findShown(text: string | undefined): string | undefined {
  return text === '#FMT' ? undefined : text
}

/** What no column takes, not even one of texts, is refused too. */
function coverOf(
  cell: OurCell | undefined,
  { problems, refused }: OurBook,
  at: { sheet: string; row: number; column: number },
): 'refused' | 'noted' | null {
  const isTaken = !cell || cell.text.trim() === '' || readAs('text', cell) !== null
  return isTaken && !refused.has(`${at.sheet}\t${at.row}`) ? findCover(problems, at) : 'refused'
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const total = createTally()
  for (const tally of tallies) {
    for (const field of ['workbooks', 'cells', 'equal', 'refused', 'noted'] as const) total[field] += tally[field]
    total.disagreements.push(...tally.disagreements)
  }
  return total
}
