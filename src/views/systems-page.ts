import type { DataTable } from '../charts/figure.ts'
import type { Contract } from '../contracts/contract.ts'
import { findTable } from '../measure/select.ts'
import type { Duty, SystemEntry } from '../portal/systems.ts'
import type { PublishedTable } from '../store/published.ts'
import type { LocalText } from '../text/local-text.ts'
import { inBoth, t } from '../text/ui.ts'
import { listDatasets } from './dataset-page.ts'
import { oncePerSite } from './once.ts'
import type { Frame } from './page-frame.ts'
import { buildRegisterTable } from './register-table.ts'
import type { Site } from './site.ts'

export function systemPathOf(id: string): string {
  return `/systems/${id}/`
}

export function buildSystemsFrame(site: Site): Frame {
  const count = site.systems?.systems.length ?? 0
  return {
    path: '/systems/',
    title: inBoth((lang) => t(lang, 'systems')),
    description: {
      zh: `文献所述的${count}项制度和机制，按门类列出，每项一页：文献怎么写，本市公布什么，谁有什么公开义务。`,
      en: `${count} systems and mechanisms that the documents describe, by family: what the documents say, what this city publishes, and who owes which disclosure.`,
    },
    crumbs: [],
    room: 'systems',
    search: { kind: 'page', authority: true },
  }
}

/** A family of systems as the map of the whole shows it. */
export interface SystemFamily {
  id: string
  names: LocalText
  systems: { system: SystemEntry; path: string; isConnected: boolean }[]
}

/** Families in the order of their file; one without systems is left out. */
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
export interface SystemPage {
  frame: Frame
  system: SystemEntry
  family: LocalText
  /** Datasets of this city that hold its figures; [] where none is connected. */
  datasets: Contract[]
  /** What the documents state, as rows of the ledger; null where they give no figure. */
  ledger: DataTable | null
  duties: { duty: Duty; kind: LocalText; path: string }[]
  related: SystemEntry[]
}

export function buildSystemPage(site: Site, system: SystemEntry): SystemPage {
  const family = site.systems?.families[system.family]
  if (!family) throw new Error(`views: system ${system.id} has no family ${system.family}`)
  return {
    frame: {
      path: systemPathOf(system.id),
      title: system.names,
      description: system.line,
      crumbs: [{ label: inBoth((lang) => t(lang, 'systems')), path: '/systems/' }],
      room: 'systems',
      search: { kind: 'page', authority: true },
    },
    system,
    family,
    datasets: datasetsOf(site, system),
    ledger: buildLedgerTable(site, system.id),
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
  return book.duties
    .filter(({ systems }) => systems.includes(id))
    .map((duty) => ({
      duty,
      kind: book.kinds[duty.kind] ?? { zh: duty.kind, en: duty.kind },
      path: `/duties/#${duty.id}`,
    }))
}

/** Columns of the ledger that a reader of a system needs; the rest stands on the ledger's own page. */
const LEDGER_COLUMNS: readonly string[] = [
  'id',
  'place',
  'indicator_zh',
  'indicator_en',
  'stated_period',
  'value',
  'unit',
  'qualifier',
  'document',
]

function buildLedgerTable(site: Site, id: string): DataTable | null {
  const table = ledgerTableOf(site)
  const rows = table?.rows(table.periods.at(-1) ?? '').map((row, index) => ({ row, index })) ?? []
  const own = new Set(rows.filter(({ row }) => row.text.system === id).map(({ index }) => index))
  const whole = own.size === 0 ? null : registerOf(site)
  if (!whole) return null
  const shown = LEDGER_COLUMNS.map((column) => whole.columns.findIndex((candidate) => candidate.id === column)).filter(
    (index) => index >= 0,
  )
  return {
    columns: shown.flatMap((index) => whole.columns[index] ?? []),
    rows: whole.rows.filter((_, index) => own.has(index)).map((row) => shown.map((index) => row[index] ?? '')),
  }
}

function ledgerTableOf(site: Site): PublishedTable | null {
  return findTable(site.published, 'ledger', 'figures')
}

const registerOf = oncePerSite((site): DataTable | null => {
  const table = ledgerTableOf(site)
  return table ? buildRegisterTable(table) : null
})
