import { listPublishedItems } from '../../contracts/published-items.ts'
import type { Cell } from '../../contracts/table.ts'
import { compareCells } from '../../measure/compare.ts'
import { type CellName, parseCellName } from '../../store/cell-name.ts'
import type { PublishedTable } from '../../store/published-tables.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { findNamedCell, type NamedCell, type NameFault } from '../named-cell.ts'
import { type Rich, rich } from '../rich.ts'
import type { Site } from '../site.ts'
import { numberOf } from './bound-words.ts'

/** An address with a star: which of its dimensions is open. */
interface TopName {
  name: CellName
  open: number
}

/** Items from the greatest on. */
interface TopItems {
  items: { label: LocalText; of: NamedCell; cell: Cell }[]
}

const STAR = '*'

/** The name with its open dimension; null where not exactly one has a star. */
export function parseTop(at: string): TopName | null {
  const name = parseCellName(at)
  const open = name?.key.indexOf(STAR) ?? -1
  return name && open >= 0 && name.key.lastIndexOf(STAR) === open ? { name, open } : null
}

/** Every item of the open dimension that has a value, the greatest first. */
export function findTop(site: Site, { name, open }: TopName): TopItems | NameFault {
  const table = site.published.tables.get(`${name.dataset}/${name.table}`)
  const column = table?.spec.dimensions[open]?.column
  const codes = table && column !== undefined ? listCodes(site, table, column, name.period) : []
  const found = codes.map((code) => ({
    code,
    of: findNamedCell(site.published, { ...name, key: name.key.with(open, code) }),
  }))
  const items = found.flatMap(({ code, of }) =>
    'fault' in of || of.cell.value === null
      ? []
      : [{ label: nameItem(site, of, column ?? '', code), of, cell: of.cell }],
  )
  if (items.length > 0) return { items: items.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0)) }
  const first = findNamedCell(site.published, { ...name, key: name.key.with(open, codes[0] ?? '') })
  return 'fault' in first
    ? first
    : { fault: { zh: '这些格都没有数。', en: 'None of these cells has a value.' }, near: [] }
}

/** The codes beside each other: of places one level, of a list all. */
function listCodes(site: Site, table: PublishedTable, column: string, period: string): string[] {
  const codes = [...new Set(table.readRows(period).map((row) => row.key[column] ?? ''))]
  if (table.contract.columns[column]?.type.kind !== 'place') return codes
  const districts = codes.filter((code) => site.places.get(code)?.level === 'district')
  return districts.length > 0 ? districts : codes
}

function nameItem(site: Site, { table }: NamedCell, column: string, code: string): LocalText {
  const place = site.places.get(code)
  if (table.contract.columns[column]?.type.kind === 'place' && place) return place.names
  const item = listPublishedItems(table.contract.columns[column]).find((known) => known.code === code)
  return item ? { zh: item.zh, en: item.en } : { zh: code, en: code }
}

/** 道路积水（405件）、树木倒伏（174件）等: 等 where the last may not be called more than the next. */
export function composeTop({ items }: TopItems, n: number, lang: Lang): Rich {
  const shown = items.slice(0, n)
  const next = items[n]
  const isOpen = next !== undefined && compareCells(shown.at(-1)?.cell, next.cell) !== 'up'
  const parts = shown.flatMap(({ label, of }, index): Rich => {
    const number = numberOf(of, lang)
    if (lang === 'zh') return rich`${index === 0 ? '' : '、'}${label.zh}（${number}）`
    return rich`${joinEnglish(index, isOpen ? shown.length + 1 : shown.length)}${label.en} (${number})`
  })
  if (!isOpen) return parts
  return lang === 'zh' ? [...parts, '等'] : [...parts, ' and others']
}

function joinEnglish(index: number, count: number): string {
  if (index === 0) return ''
  return index === count - 1 ? ' and ' : ', '
}
