import { findEarlier } from '../compose/bound/bound-words.ts'
import { findTop } from '../compose/bound/top-list.ts'
import { findNamedCell, type NamedCell } from '../compose/named-cell.ts'
import { cityOf, type Site } from '../compose/site.ts'
import { compareCells, findEnd, mayCall } from '../measure/compare.ts'
import { findTable } from '../measure/select.ts'
import { formatCellName } from '../store/cell-name.ts'
import type { PublishedTable } from '../store/published-tables.ts'
import { listSubjects } from '../subjects/index.ts'
import type { Subject, ToldTable } from '../subjects/subject.ts'
import { formatValue } from '../text/format.ts'
import { capitalise, lowerFirst } from '../text/join-names.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'
import { describeKey } from './key-words.ts'

/** A paragraph of a draft, with the names in it that are taken from the portal as they are. */
export interface DraftFact {
  text: LocalText
  names: readonly LocalText[]
}

/** Items of a list that are named. */
const MOVED_MAX = 3

/** Standard deviations of the difference of two Poisson counts; a smaller step is what counts of this size do by themselves. */
const TELLING_MIN = 1.96

/** The month's facts, paragraph by paragraph: levels by subject, what changed most, the places at the ends, what happened. */
export function listDraftFacts(site: Site, month: string): DraftFact[] {
  const told = listSubjects(site).flatMap((subject) => listTold(site, subject, month))
  return [
    ...listEvents(site, month),
    ...listSubjects(site).flatMap((subject) => sayLevels(site, subject, told, month)),
    ...told.flatMap((of) => sayMoved(site, of, month)),
    ...told.flatMap((of) => listMeasures(of).flatMap((measure) => sayEnds(site, of, measure, month))),
  ]
}

/** A table to look at that is published for the month, with the column of its places and the only list that is open. */
interface Told extends ToldTable {
  subject: Subject
  published: PublishedTable
  place: number
  open: number | null
}

function listTold(site: Site, subject: Subject, month: string): Told[] {
  return (subject.told ?? []).flatMap((of) => {
    const published = findTable(site.published, of.dataset, of.table)
    if (!published?.periods.includes(month)) return []
    const { dimensions } = published.spec
    const isPlace = ({ column }: { column: string }) => published.contract.columns[column]?.type.kind === 'place'
    const open = dimensions.flatMap((dimension, at) =>
      isPlace(dimension) || of.where?.[dimension.column] !== undefined ? [] : [at],
    )
    if (open.length > 1) return []
    return [{ ...of, subject, published, place: dimensions.findIndex(isPlace), open: open[0] ?? null }]
  })
}

function listMeasures({ measures, published }: Told): string[] {
  return measures.filter((measure) => measure in published.spec.measures)
}

/** The key of the city's row; what is open has a star. */
function keyOfCity(site: Site, { published, where, place, open }: Told): string[] {
  return published.spec.dimensions.map(({ column }, at) => {
    if (at === place) return cityOf(site).code
    return at === open ? '*' : (where?.[column] ?? '')
  })
}

function findCell(site: Site, of: Told, key: string[], measure: string, month: string): NamedCell | null {
  const found = findNamedCell(site.published, { dataset: of.dataset, table: of.table, key, period: month, measure })
  return 'fault' in found || found.cell.value === null ? null : found
}

/** 网格事件：本市受理…，…；按期办结率为…，…。 */
function sayLevels(site: Site, subject: Subject, told: readonly Told[], month: string): DraftFact[] {
  const own = told.filter((of) => of.subject === subject && of.open === null)
  const cells = own.flatMap((of) =>
    listMeasures(of).flatMap((measure) => {
      const cell = findCell(site, of, keyOfCity(site, of), measure, month)
      return cell ? [{ cell, kind: nameKind(site, of) }] : []
    }),
  )
  if (cells.length === 0) return sayLists(site, subject, told, month)
  const area = cityOf(site).names
  const names = [subject.name, area, ...cells.flatMap(({ cell, kind }) => [cell.measure.names, kind])]
  const text = localise((lang) => {
    const clauses = cells.map(({ cell, kind }) => sayCell(site, cell, kind, lang))
    return lang === 'zh'
      ? `${subject.name.zh}：${area.zh}${clauses.join('；')}。`
      : `${capitalise(subject.name.en)} in ${area.en}: ${clauses.join('; ')}.`
  })
  return [{ text, names }]
}

/** 路灯：石榴市月末盏数，发光二极管（2,000盏）、钠灯（670盏）。 Of a subject whose tables all have a list. */
function sayLists(site: Site, subject: Subject, told: readonly Told[], month: string): DraftFact[] {
  const own = told.filter((of) => of.subject === subject && of.open !== null)
  const lists = own.flatMap((of) =>
    listMeasures(of).flatMap((measure) => {
      const name = { dataset: of.dataset, table: of.table, key: keyOfCity(site, of), period: month, measure }
      const names = of.published.spec.measures[measure]?.names
      return names && !('fault' in findTop(site, { name, open: of.open ?? 0 })) ? [{ name, names }] : []
    }),
  )
  if (lists.length === 0) return []
  const area = cityOf(site).names
  const text = localise((lang) => {
    const tags = lists.map(({ name, names }) => {
      const tag = `<Top at="${formatCellName(name)}" n={${MOVED_MAX}} />`
      return lang === 'zh' ? `${names.zh}，${tag}` : `${lowerFirst(names.en)}, ${tag}`
    })
    return lang === 'zh'
      ? `${subject.name.zh}：${area.zh}${tags.join('；')}。`
      : `${capitalise(subject.name.en)} in ${area.en}: ${tags.join('; ')}.`
  })
  return [{ text, names: [subject.name, area, ...lists.map(({ names }) => names)] }]
}

/** The fixed values of a table besides its place: 重点管理; '' where there are none. */
function nameKind(site: Site, { published, where = {} }: Told): LocalText {
  return describeKey(site, published.contract, where)
}

function sayCell(site: Site, cell: NamedCell, kind: LocalText, lang: Lang): string {
  const at = formatCellName(cell.name)
  const comma = lang === 'zh' ? '，' : ', '
  const changes = listEarlier(site, cell).map((from) => `${comma}<Change at="${at}"${from} />`)
  return `${sayValue(cell, kind, lang)}${changes.join('')}`
}

/** `按期办结率为<Number … />`, `on-time rate <Number … />` */
function sayValue({ name, measure, cell }: NamedCell, of: LocalText, lang: Lang): string {
  const number = `<Number at="${formatCellName(name)}" />`
  if (lang === 'en') return `${of.en === '' ? '' : `${lowerFirst(of.en)}, `}${lowerFirst(measure.names.en)} ${number}`
  const isCounted = !('rate' in measure || 'share' in measure || 'quantile' in measure)
  const isBare = /\d$/.test(formatValue(cell, measure.unit, measure.decimals ?? 0, lang))
  const named = of.zh.endsWith(measure.names.zh) ? of.zh : `${of.zh}${measure.names.zh}`
  return `${named}${isCounted && !isBare ? '' : '为'}${number}`
}

/** The attribute of each earlier period that a change can be given from. */
function listEarlier(site: Site, cell: NamedCell): string[] {
  return (['period', 'year'] as const).flatMap((from) => {
    const before = findEarlier(site, cell, from)
    if (!before || 'fault' in before || before.cell.value === null) return []
    return [from === 'year' ? ' from="year"' : '']
  })
}

/** Items of an open list that changed more than counts of their size do by themselves, the greatest step first. */
function sayMoved(site: Site, of: Told, month: string): DraftFact[] {
  const [measure] = listMeasures(of)
  if (of.open === null || measure === undefined) return []
  const name = { dataset: of.dataset, table: of.table, key: keyOfCity(site, of), period: month, measure }
  const top = findTop(site, { name, open: of.open })
  if ('fault' in top) return []
  const moved = top.items
    .map((item) => ({ ...item, step: findStep(site, item.of) }))
    .filter(({ step }) => step >= TELLING_MIN)
    .toSorted((a, b) => b.step - a.step)
    .slice(0, MOVED_MAX)
  if (moved.length === 0) return []
  const { title } = of.published.spec
  const text = localise((lang) => {
    const clauses = moved.map(({ label, of: cell }) => {
      const [name, comma] = lang === 'zh' ? [label.zh, '，'] : [lowerFirst(label.en), ', ']
      const value =
        lang === 'zh' ? sayValue(cell, label, lang) : `${name}, <Number at="${formatCellName(cell.name)}" />`
      return `${value}${comma}<Change at="${formatCellName(cell.name)}" />`
    })
    const opening = title.zh.startsWith('分') ? `${title.zh}看，` : `${title.zh}：`
    return lang === 'zh' ? `${opening}${clauses.join('；')}。` : `${title.en}: ${clauses.join('; ')}.`
  })
  return [{ text, names: [title, ...moved.flatMap(({ label, of: cell }) => [label, cell.measure.names])] }]
}

/** How telling the step since the period before is; 0 where it may not be called one, and for what is no count. */
function findStep(site: Site, now: NamedCell): number {
  const before = findEarlier(site, now, 'period')
  if (!before || 'fault' in before || now.cell.basis?.kind !== 'count') return 0
  if (!mayCall(compareCells(now.cell, before.cell))) return 0
  const [a, b] = [now.cell.value ?? 0, before.cell.value ?? 0]
  return Math.abs(a - b) / Math.sqrt(a + b)
}

/** The places that may be called first or last of a rate or a duration. */
function sayEnds(site: Site, of: Told, measure: string, month: string): DraftFact[] {
  const key = keyOfCity(site, of)
  const spec = of.published.spec.measures[measure]
  if (of.open !== null || of.place < 0 || !spec || !('rate' in spec || 'quantile' in spec)) return []
  const name = { dataset: of.dataset, table: of.table, key: key.with(of.place, '*'), period: month, measure }
  const top = findTop(site, { name, open: of.place })
  if ('fault' in top) return []
  const ends = (['high', 'low'] as const).flatMap((end) => {
    const found = findEnd(top.items, end)
    return found.length === 1 ? found : []
  })
  const whole = findCell(site, of, key, measure, month)
  const area = cityOf(site).names
  return ends.map(({ label, of: cell }) => {
    const at = formatCellName(cell.name)
    const text = localise((lang) => {
      if (lang === 'zh') {
        const city = whole ? `；${area.zh}为<Number at="${formatCellName(whole.name)}" />` : ''
        return `${sayValue(cell, label, lang)}，<Rank at="${at}" />${city}。`
      }
      const city = whole ? `; in ${area.en} as a whole <Number at="${formatCellName(whole.name)}" />` : ''
      return `${capitalise(cell.measure.names.en)} in ${label.en}: <Number at="${at}" />, <Rank at="${at}" />${city}.`
    })
    return { text, names: [label, cell.measure.names, area] }
  })
}

/** What happened in the month, as `events.yaml` has it. */
function listEvents(site: Site, month: string): DraftFact[] {
  const around = site.settings.city === undefined ? [] : site.places.listChain(cityOf(site).code)
  const labels = site.events
    .filter(({ period, kind }) => period === month && kind === 'event')
    .filter(({ places }) => places === undefined || around.some(({ code }) => places.includes(code)))
    .map(({ label, datasets }) => {
      // What concerns one dataset may say so little as 当月未报.
      const title = datasets.length === 1 ? site.contracts.get(datasets[0] ?? '')?.title : undefined
      return title ? { zh: `${title.zh}${label.zh}`, en: `${lowerFirst(title.en)}, ${lowerFirst(label.en)}` } : label
    })
    .filter((label, index, all) => all.findIndex(({ zh }) => zh === label.zh) === index)
  if (labels.length === 0) return []
  const text = {
    zh: `本月大事：${labels.map(({ zh }) => zh).join('；')}。`,
    en: `This month: ${labels.map(({ en }) => lowerFirst(en)).join('; ')}.`,
  }
  return [{ text, names: labels }]
}
