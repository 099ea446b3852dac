import { text, type Words } from './bilingual.ts'

/**
 * Does one stage of a script and tells it on stderr, so that stdout stays free for the result: what is done, how
 * many, how long. A terminal gets a bar, anything else plain lines.
 */
export async function stage<T>(what: Words | string, work: (stage: Stage) => T | Promise<T>): Promise<T> {
  const teller = new Teller(text(what), terminal())
  try {
    const result = await work(teller)
    teller.done()
    return result
  } catch (error) {
    teller.failed()
    throw error
  }
}

/** What the work of a stage may tell about itself. */
export interface Stage {
  /** How many things are to be done; from then on `step` moves the bar. */
  expect(total: number): void
  /** One thing is done; `name` is what is worked on now. */
  step(name?: string): void
  /** What the closing line says: `{ zh: '36 个文件', en: '36 files' }`. */
  say(result: Words | string): void
  /** The closing line gets ✗, though the stage goes to its end. */
  fault(): void
}

/** Where progress goes; tests pass one that gathers. */
export interface Terminal {
  write(text: string): void
  isTerminal: boolean
  columns: number
  /** Milliseconds from any start. */
  now(): number
}

/** A plain line at most this often. */
const LINE_EVERY_MS = 5000
const BAR_EVERY_MS = 80
const BAR_LENGTH = 24

export class Teller implements Stage {
  readonly #what: string
  readonly #to: Terminal
  readonly #start: number
  #total = 0
  #count = 0
  #result = ''
  #told: number
  #mark: '✓' | '✗' = '✓'

  constructor(what: string, to: Terminal) {
    this.#what = what
    this.#to = to
    this.#start = to.now()
    this.#told = this.#start
    if (to.isTerminal) this.#draw('')
    else to.write(`· ${what}\n`)
  }

  expect(total: number): void {
    this.#total = total
  }

  step(name = ''): void {
    this.#count += 1
    const now = this.#to.now()
    if (now - this.#told < (this.#to.isTerminal ? BAR_EVERY_MS : LINE_EVERY_MS)) return
    this.#told = now
    if (this.#to.isTerminal) this.#draw(name)
    else this.#to.write(`  ${this.#counted()} ${this.#seconds()}\n`)
  }

  say(result: Words | string): void {
    this.#result = text(result)
  }

  fault(): void {
    this.#mark = '✗'
  }

  failed(): void {
    this.fault()
    this.done()
  }

  done(): void {
    const result = this.#result || this.#counted()
    this.#erase()
    this.#to.write(`${this.#mark} ${[this.#what, result, this.#seconds()].filter(Boolean).join(' · ')}\n`)
  }

  #draw(name: string): void {
    const full = this.#total > 0 ? Math.round((BAR_LENGTH * Math.min(this.#count, this.#total)) / this.#total) : 0
    const bar = this.#total > 0 ? `${'█'.repeat(full)}${'░'.repeat(BAR_LENGTH - full)} ${this.#counted()} ` : ''
    this.#erase()
    this.#to.write(cutToColumns(`· ${this.#what} ${bar}${name}`, this.#to.columns - 1))
  }

  #erase(): void {
    if (this.#to.isTerminal) this.#to.write('\r\u001b[2K')
  }

  #counted(): string {
    if (this.#count === 0) return ''
    return this.#total > 0 ? `${this.#count}/${this.#total}` : String(this.#count)
  }

  #seconds(): string {
    return `${((this.#to.now() - this.#start) / 1000).toFixed(1)} s`
  }
}

/** Cuts a line to the columns of a terminal, where a Chinese character takes two. */
export function cutToColumns(line: string, columns: number): string {
  let width = 0
  let fitted = ''
  for (const character of line) {
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(character) ? 2 : 1
    if (width > columns) return fitted
    fitted += character
  }
  return fitted
}

function terminal(): Terminal {
  return {
    write: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb' && !process.env['CI'],
    columns: process.stderr.columns ?? 80,
    now: () => performance.now(),
  }
}
