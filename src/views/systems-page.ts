import type { DataTable, FigureSpec } from '../charts/figure.ts'
import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { findTable } from '../measure/select.ts'
import type { Duty, ShownColumn, SystemEntry } from '../portal/systems-schema.ts'
import type { PublishedRow } from '../store/published-tables.ts'
import { listSubjects } from '../subjects/index.ts'
import type { Subject } from '../subjects/subject.ts'
import { type LocalText, toLocalText } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import { listDatasets } from './dataset-page.ts'
import { type DutyRecordShown, openDutyRegister, showDutyRecord } from './duty-record.ts'
import type { Frame } from './page-frame.ts'
import { listReportMonths } from './report-page.ts'

export function systemPathOf(id: string): string {
  return `/systems/${id}/`
}

/** The room of topics, which the systems belong to: the header keeps to few words. */
export const TOPICS = { label: localise((lang) => t(lang, 'topics')), path: '/topics/' }

export function buildSystemsFrame(site: Site): Frame {
  const count = site.systems?.systems.length ?? 0
  return {
    path: '/systems/',
    title: localise((lang) => t(lang, 'systems')),
    description: {
      zh: `文献所述的${count}项制度和机制，按门类列出，每项一页：文献怎么写，本市公布什么，谁有什么公开义务。`,
      en: `${count} systems and mechanisms that the documents describe, by family: what the documents say, what this city publishes, and who must disclose what.`,
    },
    crumbs: [TOPICS],
    room: 'topics',
    search: { kind: 'page', authority: true },
  }
}

/** A family of systems as the map of the whole shows it. */
interface SystemFamily {
  id: string
  names: LocalText
  systems: { system: SystemEntry; path: string; isConnected: boolean }[]
}

/** Families in the order of their file; a family without systems is left out. */
export function listSystemFamilies(site: Site): SystemFamily[] {
  if (!site.systems) return []
  const { families, systems } = site.systems
  return Object.entries(families)
    .map(([id, names]) => ({
      id,
      names,
      systems: systems
        .filter(({ family }) => family === id)
        .map((system) => ({ system, path: systemPathOf(system.id), isConnected: datasetsOf(site, system).length > 0 })),
    }))
    .filter(({ systems: own }) => own.length > 0)
}

/** Everything that the page of a system says. */
interface SystemPage {
  frame: Frame
  system: SystemEntry
  family: LocalText
  /** Datasets of this city that hold its figures; [] where none is connected. */
  datasets: Contract[]
  /** Drawn from those datasets. */
  figures: FigureSpec[]
  /** Figures that documents state of it; null where they give none. */
  stated: DataTable | null
  duties: { duty: Duty; kind: LocalText; path: string; record: DutyRecordShown | null }[]
  related: SystemEntry[]
}

export function buildSystemPage(site: Site, system: SystemEntry): SystemPage {
  const family = site.systems?.families[system.family]
  if (!family) throw new Error(`views: system ${system.id} has no family ${system.family}`)
  return {
    frame: {
      path: systemPathOf(system.id),
      title: system.names,
      description: {
        zh: `${system.line.zh}。文献所载的数字、本市公布的数据和公开义务。`,
        en: `${system.line.en}. Figures of the documents, data of this city, and duties.`,
      },
      crumbs: [TOPICS, { label: localise((lang) => t(lang, 'systems')), path: '/systems/' }],
      room: 'topics',
      search: { kind: 'page', authority: true },
    },
    system,
    family,
    datasets: datasetsOf(site, system),
    figures: listFigures(site, system),
    stated: buildStatedTable(site, system.id),
    duties: listDutiesOf(site, system.id),
    related: (system.related ?? []).flatMap((id) => site.systems?.systems.find((other) => other.id === id) ?? []),
  }
}

function datasetsOf(site: Site, system: SystemEntry): Contract[] {
  return listDatasets(site).filter(({ id }) => system.datasets?.includes(id))
}

function listDutiesOf(site: Site, id: string): SystemPage['duties'] {
  const book = site.duties
  if (!book) return []
  const register = openDutyRegister(site)
  return book.duties
    .filter(({ systems }) => systems.includes(id))
    .map((duty) => ({
      duty,
      kind: book.kinds[duty.kind] ?? { zh: duty.kind, en: duty.kind },
      path: `/duties/#${duty.id}`,
      record: showDutyRecord(site, duty, register),
    }))
}

/** Rows of the newest edition of the register that name the system, in its order; columns without any text are left out. */
function buildStatedTable(site: Site, id: string): DataTable | null {
  const stated = site.systems?.stated
  if (!stated) return null
  const table = findTable(site.published, stated.dataset, stated.table)
  const rows = table?.readRows(table.periods.at(-1) ?? '').filter((row) => findText(row, stated.column) === id) ?? []
  if (rows.length === 0) return null
  const shown = stated.shows
    .map((column) => ({ column, texts: rows.map((row) => describeShown(row, column)) }))
    .filter(({ texts }) => texts.some(({ zh, en }) => zh !== '' || en !== ''))
  return {
    columns: shown.map(({ column: { heading } }) => ({ id: toAddressPart(heading.en), label: heading })),
    rows: rows.map((_, index) => shown.map(({ texts }) => texts[index] ?? { zh: '', en: '' })),
  }
}

/** `605个`, `90%（以上）`: in the document's own words. */
function describeShown(row: PublishedRow, { from, inBrackets }: ShownColumn): LocalText {
  const text = Array.isArray(from)
    ? toLocalText(from.map((id) => findText(row, id)).join(''))
    : { zh: findText(row, from.zh), en: findText(row, from.en) }
  const more = inBrackets === undefined ? '' : findText(row, inBrackets)
  return more === '' ? text : { zh: `${text.zh}（${more}）`, en: `${text.en}（${more}）` }
}

function findText(row: PublishedRow, column: string): string {
  return row.key[column] ?? row.text[column] ?? ''
}

function toAddressPart(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** Figures of the subjects that speak for the system's datasets: those of the front page, else of the topic; at most two. */
function listFigures(site: Site, system: SystemEntry): FigureSpec[] {
  const month = listReportMonths(site).at(-1)
  if (month === undefined) return []
  return listSubjects(site)
    .filter((subject) => subject.datasets.some((dataset) => system.datasets?.includes(dataset)))
    .flatMap((subject) => listTelling(site, subject, month))
    .filter(({ sources }) => sources.some(({ dataset }) => system.datasets?.includes(dataset)))
    .slice(0, FIGURES_MAX)
}

function listTelling(site: Site, subject: Subject, month: string): FigureSpec[] {
  const topics = new Set(subject.datasets.map((dataset) => site.contracts.get(dataset)?.topic))
  const ofTopics = [...topics].flatMap((topic) =>
    topic === undefined ? [] : (subject.topic?.(site, topic)?.sections ?? []),
  )
  const figures = [...(subject.home?.(site, month) ?? []), ...ofTopics.flatMap((section) => section.figures)]
  return figures.filter(({ id }, index) => figures.findIndex((figure) => figure.id === id) === index)
}

const FIGURES_MAX = 2
