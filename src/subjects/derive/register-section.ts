import type { Place } from '../../codes/places.ts'
import { buildRegisterTable } from '../../compose/register-table.ts'
import { makeReference, rich } from '../../compose/rich.ts'
import { composeInBoth, type Section } from '../../compose/section.ts'
import type { Site } from '../../compose/site.ts'
import type { Contract } from '../../contracts/contract.ts'
import { findTable } from '../../measure/select.ts'
import type { PublishedRow, PublishedTable } from '../../store/published-tables.ts'
import { formatCount, formatPeriod } from '../../text/format.ts'
import { pluralise } from '../../text/plural.ts'

/** Entries of a register that a page lists; the page of the dataset has all of them. */
const ENTRIES_MAX = 20

/** The registers of a dataset as lists: of a place, or of all places where `place` is null. */
export function listRegisterSections(site: Site, contract: Contract, place: Place | null): Section[] {
  return Object.entries(contract.tables).flatMap(([id, spec]) => {
    const table = spec.kind === 'register' ? findTable(site.published, contract.id, id) : null
    return table ? (buildSection(site, table, place) ?? []) : []
  })
}

function buildSection(site: Site, table: PublishedTable, place: Place | null): Section | null {
  const { contract, spec } = table
  const period = table.periods.at(-1)
  if (period === undefined) return null
  const isOfPlace = (row: PublishedRow) => place === null || liesIn(site, table, row, place)
  const rows = table.readRows(period).filter(isOfPlace)
  if (rows.length === 0) return null
  const data = buildRegisterTable(site.places, table, rows.slice(0, ENTRIES_MAX))
  const count = (lang: 'zh' | 'en') =>
    makeReference(lang === 'zh' ? `${formatCount(rows.length, lang)}条` : pluralise(rows.length, 'entry', 'entries'))
  const isCut = rows.length > ENTRIES_MAX
  return {
    id: `${contract.id}-${table.id}`,
    heading: spec.title,
    say: composeInBoth((lang) => {
      const when = formatPeriod(period, lang)
      if (lang === 'zh') return rich`${when}登记${count(lang)}${isCut ? `，以下是前${ENTRIES_MAX}条` : ''}。`
      return rich`${count(lang)} in ${when}${isCut ? `; the first ${String(ENTRIES_MAX)} are listed` : ''}.`
    }),
    figures: [],
    tables: [{ caption: spec.title, data }],
  }
}

/** True where an entry has the code of the place or of a place within it. */
function liesIn(site: Site, { contract }: PublishedTable, row: PublishedRow, place: Place): boolean {
  const values = { ...row.text, ...row.key }
  return Object.entries(contract.columns).some(([id, column]) => {
    const code = values[id]
    if (column.type.kind !== 'place' || code === undefined || !site.places.get(code)) return false
    return site.places.listChain(code).some((around) => around.code === place.code)
  })
}
