import { sum } from '../text/sum.ts'
import { normalise, type Simplify } from './normalise-text.ts'
import { removeStopWords } from './stop-words.ts'
import { hasHan, tokenise } from './tokens.ts'

/** What the plan must know of a found page. */
export interface Page {
  url: string
  content: string
  meta: Record<string, string>
  filters: Record<string, string[]>
}

export interface Hit {
  id: string
  score: number
  load(): Promise<Page>
}

export type Counts = Record<string, Record<string, number>>

/** By filter: the page must have one of these values. */
export type Filters = Record<string, string[]>

/** An index of one language. A term is words joined by spaces, all of which a page must hold; in quotes, side by side. */
export interface Engine {
  lang: 'zh' | 'en'
  /** Pages in the index, for the weight of rare words. */
  pages: number
  /** Factor for the scores of hubs and definitions, by id of the hit. */
  boosts: ReadonlyMap<string, number>
  search(term: string, filters: Filters): Promise<{ hits: Hit[]; counts: Counts }>
}

export interface Found {
  /** Pages that hold every word. */
  whole: Hit[]
  /** Pages that hold only some; asked for only where few hold every word. */
  partial: Hit[]
  counts: Counts
}

export interface Question {
  text: string
  filters: Filters
  simplify: Simplify
  /** Chinese words that make a question of a query, as alternatives of a regular expression. */
  stopWords: string
}

/** Fewer whole hits than this, and the plan goes on to the next step. */
const ENOUGH = 10
/** A number of this length is a code that identifies a single thing: other words of the query matter less. */
const NUMBER_LENGTH_LONG = 8
/** A pasted paragraph must not fetch the whole index. */
const WORDS_MAX = 32
/** A pair of characters that is on no page matches by its first character alone, at this share of a pair's weight. */
const CUT_PAIR_WORTH = 0.3
/** A partial hit must contain this share of the query, by the weight of its words: one pair of a name of four characters. */
const COVERAGE_MIN = 0.33

/** Numbers exactly, then every word, then every word that matters, then some of the words; what explains them in between. */
export async function search(engine: Engine, question: Question): Promise<Found> {
  const phrase = normalise(question.text, question.simplify)
  const subject = removeStopWords(phrase, question.stopWords)
  const [found, explaining] = await Promise.all([
    ask(engine, question, subject),
    findExplaining(engine, question, [phrase, subject]),
  ])
  const isOther = (hit: Hit) => explaining.every(({ id }) => id !== hit.id)
  const [named, others] = await splitByName(found.whole.filter(isOther), ENOUGH, [phrase])
  const whole = [...named, ...others]
  // Who types a name looks for its page first, and for what it means second.
  whole.splice(subject === phrase ? 1 : 0, 0, ...explaining)
  return { ...found, whole, partial: found.partial.filter(isOther) }
}

/** The kind of records that explain: a term of the glossary, an answer. */
const EXPLAINING = ['explanation']
/** How many of them are looked at; each costs the reader a small file. */
const EXPLAINING_READ = 4
/** How many come before the pages that merely hold the words of a question. */
const EXPLAINING_SHOWN = 2

/**
 * What explains a name, by that name or another of its names; of a question what answers it, by its subject
 * (`应结是什么意思`: the term 应结), or else by most of its words.
 */
async function findExplaining(
  engine: Engine,
  question: Question,
  [phrase, subject]: readonly [string, string],
): Promise<Hit[]> {
  const [words] = formsOf(engine, { ...question, text: subject })
  if (!words || question.filters['kind']?.length) return []
  const filters = { ...question.filters, kind: EXPLAINING }
  let { hits } = await engine.search(words.join(' '), filters)
  if (await isJunk(engine, hits[0], words)) hits = []
  const isName = subject === phrase
  if (!isName && hits.length === 0) hits = await findPartial(engine, words, filters)
  const [named, others] = await splitByName(hits.slice(0, EXPLAINING_READ), EXPLAINING_READ, [phrase, subject])
  return isName ? named.slice(0, 1) : [...named, ...others].slice(0, EXPLAINING_SHOWN)
}

async function ask(engine: Engine, question: Question, subject: string): Promise<Found> {
  const { filters } = question
  const forms = formsOf(engine, question)
  const found: Found = { whole: [], partial: [], counts: {} }
  for (const words of forms) {
    const number = words.find(isNumber)
    if (number !== undefined && (words.length === 1 || number.length >= NUMBER_LENGTH_LONG)) {
      await addWhole(found, engine, { term: `"${number}"`, words: [], filters })
    }
    await addWhole(found, engine, { term: words.join(' '), words, filters })
  }
  if (found.whole.length >= ENOUGH) return found
  const essential = formsOf(engine, { ...question, text: subject })
  for (const words of essential) await addWhole(found, engine, { term: words.join(' '), words, filters })
  const words = essential[0] ?? forms[0] ?? []
  if (found.whole.length < ENOUGH && words.length > 1) {
    const whole = new Set(found.whole.map((hit) => hit.id))
    found.partial = (await findPartial(engine, words, filters)).filter((hit) => !whole.has(hit.id))
  }
  return found
}

function isNumber(word: string): boolean {
  return /\d/.test(word) && !hasHan(word)
}

/** The query as words: simplified, as typed, and Latin words joined, as pinyin is often set apart. */
function formsOf(engine: Engine, { text: typed, simplify }: Question): string[][] {
  // The index holds pinyin with v for ü, which only follows n and l.
  const text = engine.lang === 'zh' ? typed.normalize('NFC').replace(/(?<=[nl])ü/gi, 'v') : typed
  const forms =
    engine.lang === 'en' ? [tokeniseEnglish(text)] : [tokenise(normalise(text, simplify)), tokenise(normalise(text))]
  const latin = normalise(text)
  if (engine.lang === 'zh' && /^[a-z]+(?: [a-z]+)+$/.test(latin)) forms.push([latin.replaceAll(' ', '')])
  const seen = new Set<string>()
  return forms
    .map((words) => words.slice(0, WORDS_MAX))
    .filter((words) => words.length > 0 && !seen.has(words.join(' ')) && seen.add(words.join(' ')))
}

/** `2026-10` → `october`, `2026` */
function tokeniseEnglish(text: string): string[] {
  const spelled = normalise(text).replace(
    /(\d{4})年(\d{1,2})月/g,
    (_, year, month) => `${MONTH.format(Date.UTC(2000, month - 1))} ${year}`,
  )
  return tokenise(spelled.toLowerCase())
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** Mutates `found`: adds hits that it does not hold yet, after those it holds. */
async function addWhole(
  found: Found,
  engine: Engine,
  { term, words, filters }: { term: string; words: readonly string[]; filters: Filters },
): Promise<void> {
  const { hits, counts } = await engine.search(term, filters)
  const known = new Set(found.whole.map((hit) => hit.id))
  const added = boostHits(
    engine,
    hits.filter((hit) => !known.has(hit.id)),
  )
  // The first pages are loaded beside the page that is looked at for junk, which words of Han characters seldom are.
  const shown = words.every(hasHan) ? added.slice(0, ENOUGH - found.whole.length) : []
  const [isRefused] = await Promise.all([isJunk(engine, hits[0], words), ...shown.map((hit) => hit.load())])
  if (isRefused) return
  if (found.whole.length === 0) found.counts = counts
  found.whole.push(...added)
}

/** Hubs before the pages that merely mention the same words. */
function boostHits(engine: Engine, hits: readonly Hit[]): Hit[] {
  const scored = hits.map((hit) => ({ ...hit, score: hit.score * (engine.boosts.get(hit.id) ?? 1) }))
  return scored.sort((a, b) => b.score - a.score)
}

/** Among the first hits those that have one of the names, as title or as another name of theirs; then all others. */
async function splitByName(hits: readonly Hit[], read: number, names: readonly string[]): Promise<[Hit[], Hit[]]> {
  const named = new Set<Hit>()
  const check = async (hit: Hit) => {
    const { title, also = '' } = (await hit.load()).meta
    if ([title, ...also.split('|')].some((name = '') => names.includes(normalise(name)))) named.add(hit)
  }
  await Promise.all(hits.slice(0, read).map(check))
  return [hits.filter((hit) => named.has(hit)), hits.filter((hit) => !named.has(hit))]
}

/**
 * The engine shortens a word that is on no page until some page has its beginning, so that `manyidu` finds permits
 * with `MA`. The first hit gives it away.
 */
async function isJunk(engine: Engine, first: Hit | undefined, words: readonly string[]): Promise<boolean> {
  if (!first || words.length === 0) return false
  const page = await first.load()
  const text = ` ${page.content} ${Object.values(page.meta).join(' ')}`.toLowerCase().replace(/(?<=\d)[.,](?=\d)/g, '')
  return words.some((word) => !text.includes(engine.lang === 'en' ? stemWord(word) : word))
}

/** The engine finds English words by their stem: `permits` finds `permitted`. */
function stemWord(word: string): string {
  return word.slice(0, Math.max(3, word.length - 3))
}

async function findPartial(engine: Engine, words: readonly string[], filters: Filters): Promise<Hit[]> {
  const known = new Map<string, { hit: Hit; score: number; weight: number }>()
  const weights: number[] = []
  const answers = await Promise.all(words.map((word) => engine.search(word, filters)))
  for (const [index, word] of words.entries()) {
    const hits = answers[index]?.hits ?? []
    // A pair shortened to its first character still helps against a typo; a shortened number or Latin word does not.
    const isCut = await isJunk(engine, hits[0], [word])
    const used = isCut && !hasHan(word) ? [] : hits
    if (used.length === 0) continue
    const worth = isCut ? CUT_PAIR_WORTH : 1
    const weight = worth * Math.log(1 + engine.pages / used.length)
    weights.push(weight)
    for (const hit of used) {
      const scored = known.get(hit.id) ?? { hit, score: 0, weight: 0 }
      known.set(hit.id, { hit, score: scored.score + worth * hit.score, weight: scored.weight + weight })
    }
  }
  // The weight of a word that is on no page is unknown: it counts as much as the others do on average.
  const weightOfAll = (sum(weights) * words.length) / weights.length
  const ranked: Hit[] = []
  for (const { hit, score, weight } of known.values()) {
    const coverage = weight / weightOfAll
    if (coverage >= COVERAGE_MIN) ranked.push({ ...hit, score: score * coverage ** 2 })
  }
  return boostHits(engine, ranked)
}
