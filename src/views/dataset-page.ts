import { comparePeriods, type Frequency } from '../calendar/period.ts'
import { isDemonstration, keeperOf, publisherOf, type Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { composeIdentitySentences } from '../contracts/identity-sentences.ts'
import { composeRuleSentences } from '../contracts/rule-sentences.ts'
import type { PublishedTable, Release } from '../store/published-tables.ts'
import { formatDay, formatPeriod } from '../text/format.ts'
import type { Lang, LocalText, UiKey } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import type { Frame } from './page-frame.ts'
import { describeDue } from './periods.ts'

/** Datasets with something published, in the order of their topics, then of their titles. */
export function listDatasets(site: Site): Contract[] {
  const order = site.settings.topics
  const rank = (contract: Contract) => {
    const index = order.indexOf(contract.topic)
    return index < 0 ? order.length : index
  }
  return [...site.published.contracts.values()].toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

/** Published tables of a dataset in the order of its contract. */
export function tablesOf(site: Site, dataset: string): PublishedTable[] {
  const contract = site.published.contracts.get(dataset)
  return Object.keys(contract?.tables ?? {}).flatMap((id) => site.published.tables.get(`${dataset}/${id}`) ?? [])
}

/** The releases that brought, changed or took out something of a dataset, the first first. */
export function listReleasesOfDataset({ published }: Site, dataset: string): Release[] {
  return published.releases.filter(({ files, withdrawn = [] }) =>
    [...files, ...withdrawn].some(({ path }) => path.startsWith(`${dataset}/`)),
  )
}

export function buildDataFrame(): Frame {
  return {
    path: '/data/',
    title: localise((lang) => t(lang, 'data')),
    description: {
      zh: '本站全部数据集：说明、数据字典和各期文件，可下载CSV、Excel、JSON等格式。图和页面用的就是这些数。',
      en: 'Every dataset of this site: description, dictionary and files by period, as CSV, Excel, JSON and more. Charts and pages show these same figures.',
    },
    crumbs: [],
    room: 'data',
    search: { kind: 'page', authority: true },
  }
}

export function buildDatasetFrame(site: Site, contract: Contract): Frame {
  return {
    path: `/data/${contract.id}/`,
    title: { zh: `数据：${contract.title.zh}`, en: `Data: ${contract.title.en}` },
    description: contract.description,
    crumbs: [{ label: { zh: '数据', en: 'Data' }, path: '/data/' }],
    room: 'data',
    real: !isDemonstration(site, contract.id),
    search: { kind: 'dataset', topic: contract.topic, authority: true },
  }
}

const FREQUENCY: Record<Frequency, UiKey> = {
  week: 'frequencyWeek',
  'half-month': 'frequencyHalfMonth',
  month: 'frequencyMonth',
  quarter: 'frequencyQuarter',
  'half-year': 'frequencyHalfYear',
  year: 'frequencyYear',
  occasional: 'frequencyOccasional',
}

export function describeFrequency(contract: Contract, lang: Lang): string {
  return t(lang, FREQUENCY[contract.frequency])
}

/** What time the figures speak of; a projection names its years and when it was made. */
export function describeSpan(site: Site, dataset: string): LocalText {
  const tables = tablesOf(site, dataset)
  const years = new Set<string>()
  for (const table of tables) {
    if (table.contract.frequency === 'year' && !table.spec.dimensions.some((dimension) => dimension.column === 'year'))
      continue
    for (const row of table.readRows(table.periods.at(-1) ?? ''))
      if (row.key.year !== undefined) years.add(row.key.year)
  }
  const periods = tables.flatMap((table) => table.periods).toSorted(comparePeriods)
  const shown = years.size > 0 ? [...years].toSorted() : periods
  const made = periods.at(-1) ?? ''
  return localise((lang) => {
    const span = describeBetween(shown[0] ?? '', shown.at(-1) ?? '', lang)
    if (years.size === 0) return span
    return lang === 'zh'
      ? `${span}（${formatPeriod(made, lang)}编制）`
      : `${span} (made in ${formatPeriod(made, lang)})`
  })
}

function describeBetween(from: string, to: string, lang: Lang): string {
  if (from === to) return formatPeriod(from, lang)
  return `${formatPeriod(from, lang)}${lang === 'zh' ? '—' : ' – '}${formatPeriod(to, lang)}`
}

/** What the page of a dataset lists of it, by its name in one language. */
export function listDatasetFacts(site: Site, contract: Contract, lang: Lang): [name: string, value: string][] {
  const due = describeDue(site, contract)
  const last = site.published.releases.findLast((release) =>
    release.files.some(({ dataset }) => dataset === contract.id),
  )
  const licence = site.settings.datasets?.[contract.id]?.licence ?? site.settings.licence.name
  return [
    [t(lang, 'publisher'), publisherOf(site, contract.id)[lang]],
    [t(lang, 'keeper'), keeperOf(site, contract)[lang]],
    [t(lang, 'frequency'), describeFrequency(contract, lang)],
    ...(due ? listDueFacts(due, lang) : []),
    [t(lang, 'licence'), licence],
    [t(lang, 'lastRelease'), last ? formatDay(last.date, lang) : t(lang, 'noReport')],
  ]
}

function listDueFacts({ rule, next }: { rule: LocalText; next: LocalText }, lang: Lang): [string, string][] {
  return [
    [t(lang, 'dueRule'), rule[lang]],
    [t(lang, 'nextPeriod'), next[lang]],
  ]
}

/** Rules that the rows and tables of a dataset must keep, in sentences. */
export function composeRules(site: Site, contract: Contract): LocalText[] {
  return [...composeRuleSentences(contract), ...composeIdentitySentences(contract, [...site.contracts.values()])]
}
