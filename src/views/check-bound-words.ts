import { BOUND_TAGS, checkTag, type TagFault } from '../compose/bound/bound-tags.ts'
import { listBindings, listValueBindings } from '../compose/bound/propose-binding.ts'
import { findSpokenDirections } from '../compose/bound/spoken-directions.ts'
import { findTypedNumbers } from '../compose/bound/typed-numbers.ts'
import type { Site } from '../compose/site.ts'
import { PLACEHOLDER } from '../contracts/declared-values.ts'
import { type MdxTag, readMdxParts } from '../portal/mdx-parts.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import type { Lang } from '../text/local-text.ts'
import { findNearest } from '../text/nearest.ts'
import { locateInSource } from './locate-in-source.ts'
import { composeMonthNote, NOTES } from './report-page.ts'

interface WordsLine {
  line: number
  text: string
}

/** A text of the head of a file. */
export interface HeadLine extends WordsLine {
  /** Where it is not that of the file: sections of a topic have both in the Chinese file. */
  lang?: Lang
  /** Bound by a value that braces name, and not by a component. */
  isDeclared?: boolean
  /** May say what differs, because it is printed only where its claim holds. */
  isClaimed?: boolean
}

/** A file of words, and what its page holds. */
interface WordsFile {
  /** `content/reports/2026-10/zh.mdx` */
  file: string
  text: string
  lang: Lang
  /** Month of a report; null for other pages. */
  month: string | null
  /** Texts of its head, which pages and lists print, with their lines. */
  head?: readonly HeadLine[]
  /** Phrases of its head that say nothing of the data. */
  notFigures: readonly string[]
  /** Ids of the figures and parts of its page, which components name; null where not all are known. */
  named: { figures: readonly string[]; parts: readonly string[] } | null
}

/** What words claim that the data do not hold: components that lead nowhere, numbers and directions that nothing binds. */
export function checkBoundWords(site: Site, words: WordsFile): Problem[] {
  const { tags, prose } = readMdxParts(words.text)
  const head = words.head ?? []
  const lines = [...head, ...prose]
  const source = words.text.split(/\r\n?|\n/)
  const stale = words.notFigures.filter((phrase) => !lines.some(({ text }) => text.includes(phrase)))
  return [
    ...tags.flatMap((tag) => checkOne(site, words, tag)),
    ...head.flatMap((line) => checkHeadLine(site, words, line, source)),
    ...prose.flatMap((line) => checkTypedNumbers(site, words, line)),
    ...prose.flatMap((line) => checkSpokenDirections(words, line, tags)),
    ...stale.map((phrase) => createProblem('content-phrase-stale', { file: words.file, row: 1 }, { found: phrase })),
  ]
}

function checkTypedNumbers(site: Site, words: WordsFile, { line, text }: WordsLine): Problem[] {
  return findTypedNumbers(text, words.lang, words.notFigures).map((typed) =>
    createProblem(
      'content-typed-number',
      { file: words.file, row: line, column: typed.column },
      { found: typed.text, expected: listBindings(site, typed, words.month).join(' | ') || '<Number at="…" />' },
    ),
  )
}

/** A text of the head: its numbers and words of direction, where they are in the file. */
function checkHeadLine(site: Site, words: WordsFile, line: HeadLine, source: readonly string[]): Problem[] {
  const { lang = words.lang, isDeclared = false, isClaimed = false } = line
  const text = line.text.replace(PLACEHOLDER, (name) => ' '.repeat(name.length))
  const locate = (phrase: { text: string; column: number }) => ({
    file: words.file,
    ...locateInSource(source, line, phrase),
  })
  const numbers = findTypedNumbers(text, lang, words.notFigures).map((typed) => {
    const bindings = isDeclared ? listValueBindings(site, typed) : listBindings(site, typed, words.month)
    const expected = bindings.join(' | ') || (isDeclared ? '{n} values: { n: … }' : '<Number at="…" />')
    return createProblem('content-typed-number', locate(typed), { found: typed.text, expected })
  })
  const directions = isClaimed ? [] : findSpokenDirections(text, lang, words.notFigures)
  return [
    ...numbers,
    ...directions.map((said) =>
      createProblem('content-typed-direction', locate(said), {
        found: said.text,
        expected: said.isEnd ? '<Rank at="…" />' : '<Change at="…" />',
      }),
    ),
  ]
}

/** The proposal is for the cell that the same line speaks of. */
function checkSpokenDirections(words: WordsFile, { line, text }: WordsLine, tags: readonly MdxTag[]): Problem[] {
  const at = tags.find((tag) => tag.line === line && tag.attributes['at'])?.attributes['at'] ?? '…'
  return findSpokenDirections(text, words.lang, words.notFigures).map((said) =>
    createProblem(
      'content-typed-direction',
      { file: words.file, row: line, column: said.column },
      { found: said.text, expected: said.isEnd ? `<Rank at="${at}" />` : `<Change at="${at}" />` },
    ),
  )
}

function checkOne(site: Site, words: WordsFile, tag: MdxTag): Problem[] {
  const at = { file: words.file, row: tag.line }
  // Small letters are HTML.
  if (!/^[A-Z]/.test(tag.name)) return []
  if (!(tag.name in BOUND_TAGS)) {
    const near = findNearest(tag.name, Object.keys(BOUND_TAGS))
    return [
      createProblem('content-component', at, {
        found: tag.name,
        expected: (near.length > 0 ? near : Object.keys(BOUND_TAGS)).join(', '),
      }),
    ]
  }
  const fault = checkTag(site, tag) ?? checkNamed(site, words, tag)
  if (!fault) return []
  return [
    createProblem('content-binding', at, {
      found: fault.found,
      expected: fault.near.join(' | ') || '—',
      params: { component: tag.name, reason: fault.reason },
    }),
  ]
}

/** Figures, parts and tables, which a page names by id. */
function checkNamed(site: Site, words: WordsFile, { name, attributes }: MdxTag): TagFault | null {
  const found = attributes['of'] ?? ''
  if (name === 'Chart' || name === 'Composed') {
    if (words.named === null) return null
    const known = name === 'Chart' ? words.named.figures : words.named.parts
    if (known.includes(found)) return null
    return { attribute: 'of', found, reason: name === 'Chart' ? NO_FIGURE : NO_PART, near: findNearest(found, known) }
  }
  if (name === 'Note') return checkNote(site, words.month, found)
  return name === 'Table' ? checkTable(site, attributes) : null
}

function checkNote(site: Site, month: string | null, found: string): TagFault | null {
  const of = NOTES.find((known) => known === found)
  if (of === undefined) return { attribute: 'of', found, reason: NO_NOTE, near: NOTES }
  if (month === null) return { attribute: 'of', found, reason: NO_MONTH, near: [] }
  return composeMonthNote(site, month, of, 'zh').length > 0
    ? null
    : { attribute: 'of', found, reason: NOTHING_SAID, near: [] }
}

const NO_NOTE = { zh: '没有这种说明。', en: 'There is no such note.' }
const NO_MONTH = { zh: '只有公报有这种说明。', en: 'Only bulletins have such notes.' }
const NOTHING_SAID = { zh: '这一期没有收件记录可说。', en: 'No delivery is on record for this month.' }

const NO_FIGURE = { zh: '这一页没有这张图。', en: 'This page has no such figure.' }
const NO_PART = { zh: '公报没有这一部分。', en: 'The report has no such part.' }

function checkTable(site: Site, attributes: MdxTag['attributes']): TagFault | null {
  const found = attributes['of'] ?? ''
  const [dataset = '', id = '', period = ''] = found.split('/')
  const table = site.published.tables.get(`${dataset}/${id}`)
  const names = [...site.published.tables].flatMap(([name, { periods }]) =>
    periods.at(-1) === undefined ? [] : [`${name}/${periods.at(-1)}`],
  )
  if (!table?.periods.includes(period)) {
    const near = table
      ? findNearest(period, table.periods).map((other) => `${dataset}/${id}/${other}`)
      : findNearest(found, names)
    return {
      attribute: 'of',
      found,
      reason: { zh: '没有这张表或这一期。', en: 'There is no such table or period.' },
      near,
    }
  }
  const unknown = (attributes['measures'] ?? '').split(',').find((measure) => !(measure.trim() in table.spec.measures))
  if (unknown === undefined) return null
  return {
    attribute: 'measures',
    found: unknown,
    reason: { zh: '表里没有这个指标。', en: 'The table has no such measure.' },
    near: findNearest(unknown, Object.keys(table.spec.measures)),
  }
}
