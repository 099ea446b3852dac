import { type LocalText, toBilingual } from './bilingual.ts'

/**
 * Does one stage of a script and reports it on stderr, so that stdout stays free for the result: what is done, how
 * many, how long. A terminal gets a bar, anything else plain lines.
 */
export async function runStage<T>(what: LocalText | string, work: (progress: Progress) => T | Promise<T>): Promise<T> {
  const reporter = new ProgressReporter(toBilingual(what), openTerminal())
  try {
    const result = await work(reporter)
    reporter.finish()
    return result
  } catch (error) {
    reporter.fail()
    throw error
  }
}

/** What the work of a stage may report about itself. */
export interface Progress {
  /** How many things are to be done; from then on `step` moves the bar. */
  setTotal(total: number): void
  /** One thing is done; `name` is what is worked on now. */
  advance(name?: string): void
  /** What the closing line says: `{ zh: '36 个文件', en: '36 files' }`. */
  setResult(result: LocalText | string): void
  /** The closing line gets ✗, though the stage goes to its end. */
  markFailed(): void
}

/** Where progress goes; tests pass a reporter that gathers. */
export interface Terminal {
  write(text: string): void
  isTerminal: boolean
  columns: number
  /** Milliseconds from any start. */
  getTime(): number
}

/** A plain line at most this often. */
const LINE_EVERY_MS = 5000
const BAR_EVERY_MS = 80
const BAR_LENGTH = 24

export class ProgressReporter implements Progress {
  readonly #title: string
  readonly #terminal: Terminal
  readonly #start: number
  #total = 0
  #count = 0
  #result = ''
  #reportedAt: number
  #mark: '✓' | '✗' = '✓'

  constructor(what: string, to: Terminal) {
    this.#title = what
    this.#terminal = to
    this.#start = to.getTime()
    this.#reportedAt = this.#start
    if (to.isTerminal) this.#draw('')
    else to.write(`· ${what}\n`)
  }

  setTotal(total: number): void {
    this.#total = total
  }

  advance(name = ''): void {
    this.#count += 1
    const now = this.#terminal.getTime()
    if (now - this.#reportedAt < (this.#terminal.isTerminal ? BAR_EVERY_MS : LINE_EVERY_MS)) return
    this.#reportedAt = now
    if (this.#terminal.isTerminal) this.#draw(name)
    else this.#terminal.write(`  ${this.#formatCount()} ${this.#formatSeconds()}\n`)
  }

  setResult(result: LocalText | string): void {
    this.#result = toBilingual(result)
  }

  markFailed(): void {
    this.#mark = '✗'
  }

  fail(): void {
    this.markFailed()
    this.finish()
  }

  finish(): void {
    const result = this.#result || this.#formatCount()
    this.#erase()
    this.#terminal.write(`${this.#mark} ${[this.#title, result, this.#formatSeconds()].filter(Boolean).join(' · ')}\n`)
  }

  #draw(name: string): void {
    const full = this.#total > 0 ? Math.round((BAR_LENGTH * Math.min(this.#count, this.#total)) / this.#total) : 0
    const bar = this.#total > 0 ? `${'█'.repeat(full)}${'░'.repeat(BAR_LENGTH - full)} ${this.#formatCount()} ` : ''
    this.#erase()
    this.#terminal.write(cutToColumns(`· ${this.#title} ${bar}${name}`, this.#terminal.columns - 1))
  }

  #erase(): void {
    if (this.#terminal.isTerminal) this.#terminal.write('\r\u001b[2K')
  }

  #formatCount(): string {
    if (this.#count === 0) return ''
    return this.#total > 0 ? `${this.#count}/${this.#total}` : String(this.#count)
  }

  #formatSeconds(): string {
    return `${((this.#terminal.getTime() - this.#start) / 1000).toFixed(1)} s`
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

function openTerminal(): Terminal {
  return {
    write: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb' && !process.env['CI'],
    columns: process.stderr.columns ?? 80,
    getTime: () => performance.now(),
  }
}
