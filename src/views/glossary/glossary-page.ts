import type { FigureSpec } from '../../charts/figure.ts'
import type { Site } from '../../compose/site.ts'
import type { CodeItem, Contract, Measure, TableSpec } from '../../contracts/contract.ts'
import { findTable } from '../../measure/select.ts'
import type { Term } from '../../portal/plain-words.ts'
import type { LocalText } from '../../text/local-text.ts'
import { localise, t } from '../../text/ui.ts'
import { listDatasets, tablesOf } from '../dataset-page.ts'
import { describeFormula } from '../dictionary.ts'
import { describeRule } from '../measure-rule.ts'
import { findExample } from '../methods-page.ts'
import type { Frame } from '../page-frame.ts'
import { GLOSSARY_WORDS, type GlossaryEntry, NO_NAMES } from './glossary-entry.ts'
import { listPermitTerms, listStatusTerms } from './own-terms.ts'

interface GlossaryGroup {
  id: string
  title: LocalText
  /** Page of the dataset; null for what belongs to none. */
  path: string | null
  entries: GlossaryEntry[]
}

export function buildGlossaryFrame(): Frame {
  return {
    path: '/glossary/',
    title: GLOSSARY_WORDS.title,
    description: {
      zh: '每个指标、状态和标记是什么意思，不是什么意思，怎样算出，还有哪些叫法。',
      en: 'What each measure, status and mark means and does not mean, how it is computed, and what else it is called.',
    },
    crumbs: [{ label: localise((lang) => t(lang, 'methods')), path: '/methods/' }],
    room: 'methods',
    // Its entries are found one by one.
    search: null,
  }
}

/** Terms of the site itself first, then those of each dataset that is shown. A portal without words of its own has those of its contracts. */
export function buildGlossary(site: Site): GlossaryGroup[] {
  const words = new Map(site.terms.flatMap((term) => ('of' in term ? [[term.of, term] as const] : [])))
  const own = site.terms.flatMap((term) => ('id' in term ? [makeEntry(term.id, term.names, term)] : []))
  const groups: GlossaryGroup[] = [
    { id: 'words', title: { zh: '通用说法', en: 'General terms' }, path: null, entries: own },
    { id: 'status', title: { zh: '数字旁的标记', en: 'Marks beside numbers' }, path: null, entries: listStatusTerms() },
    ...listDatasets(site).map((contract) => ({
      id: contract.id,
      title: contract.title,
      path: `/data/${contract.id}/`,
      entries: [...listMeasureTerms(site, contract, words), ...listItemTerms(contract, words)],
    })),
  ]
  if (site.published.contracts.has('permits')) {
    const title = { zh: '许可证的状态', en: 'Status of a permit' }
    groups.push({ id: 'permit', title, path: '/permits/', entries: listPermitTerms() })
  }
  return groups.filter(({ entries }) => entries.length > 0)
}

function makeEntry(id: string, name: LocalText, words: Partial<Term> & { means: LocalText }): GlossaryEntry {
  const { means, not = null, also = NO_NAMES, asked = NO_NAMES } = words
  return { id, name, means, not, also, asked, formula: null, example: null }
}

/** Measures of all tables of a dataset; one that several tables have is explained where it comes first. */
function listMeasureTerms(site: Site, contract: Contract, words: ReadonlyMap<string, Term>): GlossaryEntry[] {
  const found = new Map<string, GlossaryEntry>()
  for (const table of tablesOf(site, contract.id)) {
    for (const [id, measure] of Object.entries(table.spec.measures)) {
      if (found.has(id)) continue
      const of = words.get(`${contract.id}/${id}`)
      const said = of?.means ?? measure.description
      found.set(id, {
        ...makeEntry(`${contract.id}-${id}`, measure.names, {
          ...of,
          means: said ?? describeAsSentence(contract, table.spec, measure),
        }),
        // Where nobody said what it means, its formula says it.
        formula: said ? describeFormula(table.spec, measure) : null,
        example: findExample(site, { contract, table: table.id, measure: id }).example,
      })
    }
  }
  return [...found.values()]
}

function describeAsSentence(contract: Contract, spec: TableSpec, measure: Measure): LocalText {
  const { zh, en } = describeRule(contract, spec, measure)
  return { zh: `${zh}。`, en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}.` }
}

/** Values of lists that the words explain: industries and classes of matters say what they are by their names. */
function listItemTerms(contract: Contract, words: ReadonlyMap<string, Term>): GlossaryEntry[] {
  return Object.entries(contract.columns).flatMap(([column, { type }]) => {
    if (type.kind !== 'list') return []
    return type.items.flatMap((item: CodeItem) => {
      const of = words.get(`${contract.id}/${column}/${item.code}`)
      if (!of?.means) return []
      const also = { zh: [...(of.also?.zh ?? []), ...(item.also ?? [])], en: of.also?.en ?? [] }
      const name = { zh: item.zh, en: item.en }
      return [makeEntry(`${contract.id}-${column}-${item.code}`, name, { ...of, means: of.means, also })]
    })
  })
}

/** The anchor of a measure; every measure of a dataset that is shown has an entry. */
export function glossaryPathOf(dataset: string, measure: string): string {
  return `/glossary/#${dataset}-${measure}`
}

/** The entry of what a figure measures; null for a register, whose rows name what their numbers are. */
export function findTermPath(site: Site, { traced }: FigureSpec): string | null {
  if (!traced) return null
  const { dataset, table, measure } = traced.pick
  return findTable(site.published, dataset, table)?.spec.kind === 'figures' ? glossaryPathOf(dataset, measure) : null
}

/** Where the terms of a dataset begin. */
export function glossaryGroupPathOf(dataset: string): string {
  return `/glossary/#of-${dataset}`
}
