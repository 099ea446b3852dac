import type { MdxTag } from '../../portal/mdx-parts.ts'
import { formatCellName, parseCellName } from '../../store/cell-name.ts'
import type { LocalText } from '../../text/local-text.ts'
import { findNearest } from '../../text/nearest.ts'
import { findNamedCell, keyOf, type NamedCell } from '../named-cell.ts'
import type { Site } from '../site.ts'
import { findEarlier, listPeers } from './bound-words.ts'
import { findTop, parseTop } from './top-list.ts'

/** Components that the words of reports and topics may use, with their attributes; true where one is required. */
export const BOUND_TAGS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  /** A number with its unit; `about` says a share in tenths. */
  Number: { at: true, about: false },
  /** How a number changed: `from` is period (上月, the default) or year (上年同月). */
  Change: { at: true, from: false },
  /** The rank of a place among those beside it. */
  Rank: { at: true },
  /** A rate with numerator and denominator on demand. */
  Share: { at: true },
  /** The greatest of a dimension, whose place in the address has a star. */
  Top: { at: true, n: false },
  /** A figure of this page, by its id. */
  Chart: { of: true },
  /** Measures of a table side by side: of="cases/flow/2026-10" measures="accepted,closed". */
  Table: { of: true, measures: true },
  /** A part of the composed report, where the writer wants it. */
  Composed: { of: true },
  /** Of a month, who was late with what (deliveries), or how much was corrected (corrections). */
  Note: { of: true },
}

/** What is wrong with a component: which attribute, what it says, what it might have been. */
export interface TagFault {
  attribute: string
  found: string
  reason: LocalText
  near: readonly string[]
}

/** A cell that words may be bound to, or why not: the address, its period, or a value that is not public. */
export function bindCell(site: Site, at: string): NamedCell | TagFault {
  const name = parseCellName(at)
  if (!name) return { attribute: 'at', found: at, reason: SHAPE, near: findNearest(at, listExamples(site)) }
  const found = findNamedCell(site.published, name)
  if ('fault' in found) return { attribute: 'at', found: at, reason: found.fault, near: found.near }
  if (found.cell.value === null)
    return { attribute: 'at', found: at, reason: describeMissing(found), near: listNear(found) }
  return found
}

const SHAPE: LocalText = {
  zh: '地址应写作“数据集/表/地区/期次/指标”。',
  en: 'An address is dataset/table/place/period/measure.',
}

function describeMissing({ cell }: NamedCell): LocalText {
  if (cell.status === 'withheld')
    return {
      zh: '这一格为保护个人隐私不公开，不能写进文字。',
      en: 'This cell is withheld to protect people, and no text can say it.',
    }
  return { zh: '这一格没有数。', en: 'This cell has no value.' }
}

/** Cells of the same row that have a value. */
function listNear({ name, row }: NamedCell): string[] {
  return Object.entries(row.cells)
    .filter(([, cell]) => cell.value !== null)
    .slice(0, 3)
    .map(([measure]) => formatCellName({ ...name, measure }))
}

function* listExamples(site: Site): Generator<string> {
  for (const table of site.published.tables.values()) {
    const period = table.periods.at(-1) ?? ''
    const [row] = table.readRows(period)
    const [measure] = Object.keys(table.spec.measures)
    if (!row || measure === undefined) continue
    yield formatCellName({ dataset: table.contract.id, table: table.id, key: keyOf(table, row), period, measure })
  }
}

/** What is wrong with a component beside its figures and parts, which a page knows; null where nothing is. */
export function checkTag(site: Site, { name, attributes }: MdxTag): TagFault | null {
  const known = BOUND_TAGS[name]
  if (!known) return null
  for (const attribute of Object.keys(attributes))
    if (!(attribute in known))
      return {
        attribute,
        found: attribute,
        reason: { zh: `${name}没有这个属性。`, en: `${name} has no such attribute.` },
        near: Object.keys(known),
      }
  for (const [attribute, isRequired] of Object.entries(known))
    if (isRequired && !attributes[attribute])
      return {
        attribute,
        found: '',
        reason: { zh: `${name}缺少${attribute}。`, en: `${name} lacks ${attribute}.` },
        near: [],
      }
  return checkAddress(site, name, attributes)
}

function checkAddress(site: Site, name: string, attributes: MdxTag['attributes']): TagFault | null {
  const at = attributes['at'] ?? ''
  if (name === 'Top') {
    const top = parseTop(at)
    const found = top ? findTop(site, top) : null
    if (!found || 'fault' in found)
      return { attribute: 'at', found: at, reason: found?.fault ?? STAR, near: found?.near ?? [] }
    const { n = '3' } = attributes
    return /^[1-9]\d?$/.test(n) ? null : { attribute: 'n', found: n, reason: NO_LENGTH, near: ['{3}'] }
  }
  if (!('at' in (BOUND_TAGS[name] ?? {}))) return null
  const found = bindCell(site, at)
  if ('reason' in found) return found
  if (name === 'Change') return checkChange(site, found, attributes['from'] ?? 'period')
  if (name === 'Share' && !('rate' in found.measure))
    return { attribute: 'at', found: at, reason: NO_RATE, near: listRates(found) }
  if (name === 'Number' && 'about' in attributes) return checkAbout(found, at)
  if (name === 'Rank' && !hasPeers(site, found))
    return {
      attribute: 'at',
      found: at,
      reason: { zh: '没有可以排名的地区。', en: 'There are no places beside it.' },
      near: [],
    }
  return null
}

/** Tenths say a share of a whole; of a share at the end of its scale only a bound is known. */
function checkAbout(found: NamedCell, at: string): TagFault | null {
  const { value, status } = found.cell
  if (found.measure.unit !== '%') return { attribute: 'about', found: at, reason: NO_RATE, near: listRates(found) }
  const isShare = value !== null && value >= 0 && value <= 100 && status !== 'at-least' && status !== 'at-most'
  return isShare ? null : { attribute: 'about', found: at, reason: NO_TENTHS, near: [] }
}

/** A place that is not among those of the last day of the period has no rank among them. */
function hasPeers(site: Site, found: NamedCell): boolean {
  const peers = listPeers(site, found)
  return peers.length > 1 && peers.some(({ code }) => found.name.key.includes(code))
}

const STAR: LocalText = {
  zh: '地址里要有且只有一个“*”，写在要比较的那一维。',
  en: 'The address needs one “*”, in the place of the dimension that is compared.',
}
const NO_LENGTH: LocalText = {
  zh: 'n是列出几项，应为1至99的整数。',
  en: 'n is how many are listed, a whole number from 1 to 99.',
}
const NO_TENTHS: LocalText = {
  zh: '只有0%至100%之间、数值确定的占比才能说成几成。',
  en: 'Only an exact share from 0% to 100% can be stated in tenths.',
}
const NO_RATE: LocalText = { zh: '这个指标不是百分比。', en: 'This measure is not a percentage.' }

function listRates({ name, table }: NamedCell): string[] {
  return Object.entries(table.spec.measures)
    .filter(([, measure]) => 'rate' in measure)
    .slice(0, 3)
    .map(([measure]) => formatCellName({ ...name, measure }))
}

function checkChange(site: Site, now: NamedCell, from: string): TagFault | null {
  if (from !== 'period' && from !== 'year')
    return {
      attribute: 'from',
      found: from,
      reason: { zh: 'from只能写period或year。', en: 'from is period or year.' },
      near: ['period', 'year'],
    }
  const before = findEarlier(site, now, from)
  if (before && !('fault' in before) && before.cell.value !== null) return null
  const reason: LocalText = { zh: '与之相比的那一期没有数。', en: 'The earlier period has no value.' }
  return { attribute: 'from', found: from, reason, near: [] }
}
