import { parse } from 'yaml'
import { z } from 'zod'
import { sum } from '../text/sum.ts'

/** `tests/search/queries.yaml`: what readers type, and which pages they should find. */
const querySchema = z.strictObject({
  class: z.string(),
  query: z.string().min(1),
  /** Language of the page on which it is typed. */
  lang: z.enum(['zh', 'en']).default('zh'),
  /** Each should be among the first ten; `a | b`: either will do; `/permits/*`: one of those below; `/help/#when`: that very entry. */
  relevant: z.array(z.string().startsWith('/')).min(1),
})
export type Query = z.infer<typeof querySchema>

export interface Permit {
  number: string
  holder: string
}

/** Reads the queries and fills in the permits they ask for. Throws where the file breaks its schema. */
export function openQueries(yaml: string, permits: { permit: Permit; permit2: Permit }): Query[] {
  return z
    .array(querySchema)
    .parse(parse(yaml))
    .map((query) => ({
      ...query,
      query: fill(query.query, permits),
      relevant: query.relevant.map((pattern) => fill(pattern, permits)),
    }))
}

function fill(text: string, permits: Record<string, Permit>): string {
  return text.replace(/\{(permit2?)(?:\.(\w+))?\}/g, (_, name: string, form: string | undefined) => {
    const permit = permits[name]
    if (!permit) throw new Error(`search: queries ask for {${name}}`)
    if (form === 'holder') return permit.holder
    if (form === 'lower') return permit.number.toLowerCase()
    if (form === 'wide') return permit.number.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    // A discharge permit's number begins with the 18 characters of the holder's credit code (HJ 608).
    return form === 'credit' ? permit.number.slice(0, 18) : permit.number
  })
}

interface QueryScore {
  query: Query
  /** Site paths found, best first, without base and query. */
  paths: string[]
  /** Share of the relevant pages among the first ten. */
  recall: number
  /** One over the rank of the first relevant page; 0 where none is found. */
  reciprocalRank: number
}

/** Means over some queries. */
export interface Means {
  queries: number
  recallAt10: number
  mrr: number
  /** Share of the queries with a relevant page among the first three: what a reader sees without scrolling. */
  successAt3: number
  /** Share of the queries that find nothing at all. */
  zeroResults: number
}

export interface Quality extends Means {
  byClass: Record<string, Means>
  scores: QueryScore[]
}

/** Asks every query and measures the answers. `ask` gives hrefs as a reader would find them, base path and all. */
export async function evaluate(
  queries: readonly Query[],
  ask: (query: Query) => Promise<string[]>,
  base = '/',
): Promise<Quality> {
  const scores: QueryScore[] = []
  for (const query of queries)
    scores.push(
      scoreQuery(
        query,
        (await ask(query)).map((href) => pathOf(href, base)),
      ),
    )
  const classes = Map.groupBy(scores, (score) => score.query.class)
  const byClass = Object.fromEntries([...classes].map(([name, own]) => [name, meansOf(own)]))
  return { ...meansOf(scores), byClass, scores }
}

function meansOf(judged: readonly QueryScore[]): Means {
  return {
    queries: judged.length,
    recallAt10: averageOf(judged.map((score) => score.recall)),
    mrr: averageOf(judged.map((score) => score.reciprocalRank)),
    successAt3: averageOf(judged.map((score) => (score.reciprocalRank >= 1 / 3 ? 1 : 0))),
    zeroResults: averageOf(judged.map((score) => (score.paths.length === 0 ? 1 : 0))),
  }
}

function scoreQuery(query: Query, paths: string[]): QueryScore {
  const first = paths.slice(0, 10)
  const found = query.relevant.filter((pattern) => first.some((path) => matches(path, pattern)))
  const rank = paths.findIndex((path) => query.relevant.some((pattern) => matches(path, pattern)))
  return { query, paths, recall: found.length / query.relevant.length, reciprocalRank: rank < 0 ? 0 : 1 / (rank + 1) }
}

/** A pattern without an anchor asks for the page, wherever on it. */
function matches(found: string, pattern: string): boolean {
  return pattern.split('|').some((part) => {
    const text = part.trim()
    const path = text.includes('#') ? found : found.replace(/#.*$/, '')
    return text.endsWith('*') ? path.startsWith(text.slice(0, -1)) && path !== text.slice(0, -1) : path === text
  })
}

function pathOf(href: string, base: string): string {
  const { pathname, hash } = new URL(href, 'http://site.invalid')
  return `/${decodeURI(pathname).slice(base.length)}${decodeURI(hash)}`
}

function averageOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length
}
