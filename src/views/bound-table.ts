import { keyOf } from '../compose/named-cell.ts'
import type { Site } from '../compose/site.ts'
import { findTable } from '../measure/select.ts'
import { formatPeriod } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'
import { describeKey } from './key-words.ts'

/** Rows of a table that a reader of words is shown: of places the city and its districts, of anything else all. */
export function listTableRows(
  site: Site,
  { dataset, table: id, period }: Record<'dataset' | 'table' | 'period', string>,
): { caption: LocalText; rowHeading: LocalText; rows: { label: LocalText; where: Record<string, string> }[] } {
  const table = findTable(site.published, dataset, id)
  if (!table) throw new Error(`content: nothing of ${dataset}/${id} is published`)
  const { contract, spec } = table
  const isSmall = (key: Record<string, string>) =>
    Object.entries(key).some(
      ([column, code]) =>
        contract.columns[column]?.type.kind === 'place' && site.places.get(code)?.level === 'subdistrict',
    )
  const rows = table.readRows(period).filter((row) => !isSmall(row.key) && keyOf(table, row).length > 0)
  const [first] = spec.dimensions
  return {
    caption: localise((lang) => `${spec.title[lang]}${lang === 'zh' ? '，' : ', '}${formatPeriod(period, lang)}`),
    rowHeading: contract.columns[first?.column ?? '']?.names ?? { zh: '项目', en: 'Item' },
    rows: rows.map((row) => ({ label: describeKey(site, contract, row.key), where: row.key })),
  }
}
