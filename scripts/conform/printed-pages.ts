import { foldGlyphs } from './glyphs.ts'

/** What a page must still say when it is printed. */
export interface Wanted {
  /** A chart by the id of its figure, and the words of each of its pictures, of which one is printed. */
  charts: { name: string; pictures: string[][] }[]
  cells: WantedCell[]
}

interface WantedCell {
  table: string
  column: string
  text: string
}

/** A piece of text on one page of a PDF; lengths are points from the lower left corner. */
export interface Piece {
  text: string
  page: number
  x: number
  y: number
  width: number
  /** Of the page. */
  pageWidth: number
}

/** Words of charts and cells of tables that are missing from the printed text, in sentences; [] where none is. */
export function findLostInPrint(wanted: Wanted, pieces: readonly Piece[]): string[] {
  const printed = countPieces(pieces)
  let stock = new Stock(printed)
  const charts: string[] = []
  for (const { name, words } of findPrintedPictures(wanted, new Stock(printed))) {
    const left = stock.copy()
    const lost = words.filter((word) => !left.take(word))
    // A chart that is not whole takes nothing, or a table would be blamed for the numbers that both show.
    if (lost.length === 0) stock = left
    else charts.push(`chart "${name}": ${lost.length} of ${words.length} words are lost: ${joinListed(lost)}`)
  }
  return [...charts, ...findLostCells(wanted.cells, stock)]
}

/**
 * Which picture of a chart is printed is up to the style sheet; it is that of which least is lost when the
 * tables have had their words, since a table holds the numbers of its chart.
 */
function findPrintedPictures({ charts, cells }: Wanted, stock: Stock): { name: string; words: string[] }[] {
  for (const { text } of cells) stock.take(text)
  return charts.map(({ name, pictures }) => {
    const tried = pictures.map((words) => {
      const left = stock.copy()
      return { words, lost: words.filter((word) => !left.take(word)).length }
    })
    const [best] = tried.toSorted((item, other) => item.lost - other.lost)
    const words = best?.words ?? []
    for (const word of words) stock.take(word)
    return { name, words }
  })
}

function findLostCells(cells: readonly WantedCell[], stock: Stock): string[] {
  const lost = new Map<string, WantedCell[]>()
  for (const cell of cells) {
    if (!stock.take(cell.text)) lost.set(cell.table, [...(lost.get(cell.table) ?? []), cell])
  }
  return [...lost].map(([table, found]) => {
    const columns = [...new Set(found.map((cell) => cell.column))]
    const texts = found.map((cell) => cell.text.trim())
    return `table "${table}": ${found.length} cells are lost in ${joinListed(columns)}: ${joinListed(texts)}`
  })
}

const LIST_MAX = 3

function joinListed(texts: readonly string[]): string {
  return texts.slice(0, LIST_MAX).join(' · ') + (texts.length > LIST_MAX ? ' …' : '')
}

interface Printed {
  /** All text without spaces. */
  whole: string
  /** How often a number occurs by itself, `24.1`. */
  numbers: ReadonlyMap<string, number>
  /** Pieces in which the PDF has lost signs, and which may be numbers. */
  blurred: readonly string[]
}

function countPieces(pieces: readonly Piece[]): Printed {
  const seen = new Set<string>()
  const numbers = new Map<string, number>()
  const blurred: string[] = []
  let whole = ''
  for (const { text, page, x, y, width, pageWidth } of pieces) {
    const place = `${page} ${x.toFixed(1)} ${y.toFixed(1)} ${text}`
    // A label with a halo is drawn twice; what hangs over the edge of the paper is not printed.
    if (seen.has(place) || x < 0 || y < 0 || x + width > pageWidth + 1) continue
    seen.add(place)
    whole += stripWord(text)
    for (const word of text.split(/\s+/).map(stripWord)) {
      if (NUMBER.test(word)) numbers.set(word, (numbers.get(word) ?? 0) + 1)
      else if (word.includes(LOST)) blurred.push(word)
    }
  }
  return { whole, numbers, blurred }
}

/** Printed words, of which each is given out once. */
class Stock {
  readonly #printed: Printed
  readonly #taken: Map<string, number>

  constructor(printed: Printed, taken: ReadonlyMap<string, number> = new Map()) {
    this.#printed = printed
    this.#taken = new Map(taken)
  }

  copy(): Stock {
    return new Stock(this.#printed, this.#taken)
  }

  /**
   * False where the word is not printed, or not so often. A number must occur by itself, since a 6 is in many numbers;
   * a word may be broken into lines and fonts.
   */
  take(text: string): boolean {
    const word = stripWord(text)
    const taken = this.#taken.get(word) ?? 0
    if (taken >= this.#count(word)) return false
    this.#taken.set(word, taken + 1)
    return true
  }

  #count(word: string): number {
    const { whole, numbers, blurred } = this.#printed
    const pattern = patternOf(word)
    if (!NUMBER.test(word)) return whole.split(new RegExp(pattern, 'u')).length - 1
    const exact = new RegExp(`^${pattern}$`, 'u')
    return (numbers.get(word) ?? 0) + blurred.filter((piece) => exact.test(piece)).length
  }
}

/** What Firefox's PDFs hold for many signs of Noto Sans CJK, and for all of its Mono, though the print shows them. */
const LOST = '\ufffd'

/** A pattern of a word as it may occur in a PDF, where each of its signs may be lost. */
function patternOf(word: string): string {
  return [...word].map((sign) => `[${LOST}${sign.replace(/[\\\]^-]/, '\\$&')}]`).join('')
}

const NUMBER = /^\d[\d.,]*%?$/

/** Without spaces, and without the hyphens that an engine sets where it breaks a word. */
function stripWord(text: string): string {
  return foldGlyphs(text).replaceAll(/[\s\u200b\u00ad\u2010]+/g, '')
}

/** What `readWantedInPrint` returns, which is written by us alone. */
export function readWanted(json: string): Wanted {
  return JSON.parse(json) as Wanted
}

/** Runs in the page, Firefox and old engines included; returns `Wanted` as JSON. */
export function readWantedInPrint(): string {
  const isShown = (element: Element) => {
    const { display, visibility } = getComputedStyle(element)
    return display !== 'none' && visibility === 'visible'
  }
  const figures = new Map<Element, string[][]>()
  for (const svg of Array.from(document.querySelectorAll('main svg'))) {
    const texts = Array.from(svg.querySelectorAll('text')).filter(isShown)
    const words = texts.map((text) => text.textContent ?? '').filter((text) => text.trim() !== '')
    const owner = svg.closest('.pic') ?? svg
    if (words.length > 0) figures.set(owner, [...(figures.get(owner) ?? []), words])
  }
  const charts = Array.from(figures, ([owner, pictures]) => ({
    name: owner.closest('[id]')?.id ?? '',
    pictures,
  }))
  const cells = Array.from(document.querySelectorAll('table')).flatMap((table) => {
    const heads = Array.from(table.rows[0]?.cells ?? []).map((cell) => cell.textContent?.trim() ?? '')
    const name = table.caption?.textContent?.trim() || table.closest('[id]')?.id || (heads[0] ?? '')
    return Array.from(table.rows).flatMap((row) =>
      Array.from(row.cells)
        .filter((cell) => getComputedStyle(cell).display !== 'none' && cell.textContent?.trim())
        .map((cell) => ({ table: name, column: heads[cell.cellIndex] ?? '', text: cell.textContent ?? '' })),
    )
  })
  return JSON.stringify({ charts, cells })
}
