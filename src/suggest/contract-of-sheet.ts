import { isNumbering } from '../check/header/match-headers.ts'
import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { toColumnLetters } from '../problems/location.ts'
import type { Sheet } from '../read/sheet.ts'
import { ColumnFiller } from './column-filler.ts'
import type { Choices } from './draft-choices.ts'
import { findFilledDown, findKey, findSums, findTimesAcross, type Sums } from './draft-parts.ts'
import { findDraftFrequency } from './draft-period.ts'
import { isFigure } from './table-layout.ts'

/** What a draft is made for, beside its sheet. */
interface DraftOf {
  file: string
  places: Places
  id?: string
}

/** How a profile names a blank header: by the letter of its column. */
export function letterOf(index: number): string {
  return `[${toColumnLetters(index + 1)}]`
}

/** What the columns of a sheet are. */
interface Parts {
  sheet: Sheet
  figures: number[]
  labels: number[]
  sums: Sums
}

function partsOf(sheet: Sheet, { texts, profile }: Choices): Parts {
  const filled = [...sheet.headers.keys()].filter((index) => {
    const header = (sheet.headers[index] ?? '').trim()
    return header !== '' && !isNumbering(header)
  })
  const isMade = (index: number) => [profile.groupRows, profile.rowUnits?.into].includes(sheet.headers[index])
  const figures = filled.filter(
    (index) => !texts.has(sheet.headers[index] ?? '') && !isMade(index) && isColumnOfFigures(sheet, index),
  )
  const years = filled.filter((index) => YEARS.test((sheet.headers[index] ?? '').replace(/\s/g, '')))
  const first = Math.min(...figures.filter((index) => !years.includes(index)))
  const labels = filled.filter(
    (index) => (!figures.includes(index) || years.includes(index)) && index < first && !isMade(index),
  )
  const names = labels.length > 0 ? labels : figures.slice(0, 1)
  const sums = findSums(
    sheet,
    names.at(-1) ?? 0,
    figures.filter((index) => !names.includes(index)),
  )
  const others = labels.flatMap((index) =>
    findSums(sheet, index, figures).rows.size > 0 ? [findSums(sheet, index, figures)] : [],
  )
  return { sheet, figures: figures.filter((index) => !names.includes(index)), labels: names, sums: others[0] ?? sums }
}

const YEARS = /^(年份?|年度|year)(\||$)/i

/** Most filled cells are figures, years aside where they begin the row. */
function isColumnOfFigures({ rows }: Sheet, index: number): boolean {
  const filled = rows.map(({ cells }) => (cells[index] ?? '').trim()).filter((text) => text !== '')
  return filled.length > 0 && filled.filter(isFigure).length >= filled.length * FIGURES_MIN
}

const FIGURES_MIN = 0.6

/** The contract that the cells of a sheet show under the choices so far. Mutates their profile. */
export function buildContract(sheet: Sheet, choices: Choices, { file, places, id }: DraftOf): Contract {
  const parts = partsOf(sheet, choices)
  const isTable = parts.figures.length > 0 && Number.isFinite(choices.last)
  const isSum = (row: number) => isTable && parts.sums.rows.has(row)
  const across = isTable && choices.mayBeWide ? findTimesAcross(sheet, parts.figures) : null
  if (isTable) Object.assign(choices.profile, profileOfParts(parts, choices))
  const filler = new ColumnFiller({ sheet, choices, places, isSum })
  const total = across?.total ?? -1
  for (const index of sheet.headers.keys()) {
    if (!across?.codes.has(index) && index !== total) filler.add(index)
  }
  const profile = { ...choices.profile }
  if (across) {
    const value = filler.addAcross(across.prefix, [...across.codes.keys()], across.kind)
    const headers = Object.fromEntries([...across.codes].map(([index, code]) => [sheet.headers[index] ?? '', code]))
    profile.wide = { ...value, headers, ...(total < 0 ? {} : { total: sheet.headers[total] ?? '' }) }
  }
  if (filler.marks.size > 0) profile.missing = [...filler.marks]
  if (choices.letters.size > 0) {
    profile.columns = Object.fromEntries(
      [...choices.letters.keys()].flatMap((index) => filler.idAt(index, letterOf(index))),
    )
  }
  const key = isTable && choices.mayHaveKey ? keyOf(parts, { filler, into: profile.wide?.into ?? null, isSum }) : []
  const [first = 'dataset'] = Object.keys(filler.columns)
  const title = titleOf(sheet)
  return {
    id: id ?? `new-${first.replaceAll('_', '-')}`,
    title: { zh: title.zh ?? sheet.sheet ?? file, en: title.en ?? file },
    description: { zh: '一行是什么、由谁记录、不含什么。', en: 'What a row is, who keeps it, what it leaves out.' },
    class: 'S',
    frequency: findDraftFrequency(sheet, file, Object.values(filler.columns)),
    keeper: { zh: '主管部门', en: 'Department' },
    topic: 'cases',
    columns: filler.columns,
    key,
    tables: {},
    ...(Object.keys(profile).length > 0 ? { profile } : {}),
  }
}

/** What the rows show: names that are written once for several rows, and rows of sums. */
function profileOfParts({ sheet, labels, sums }: Parts, { profile }: Choices) {
  const filled = [
    ...new Set([...(profile.fillDown ?? []), ...findFilledDown(sheet, labels, (row) => sums.rows.has(row))]),
  ]
  const records = [...new Set([...(profile.records ?? []), ...sums.records])]
  const totals = sums.totals.filter((label) => !records.includes(label))
  return {
    ...(filled.length > 0 ? { fillDown: filled } : {}),
    ...(totals.length > 0 ? { totals } : {}),
    ...(records.length > 0 ? { records } : {}),
  }
}

function keyOf(
  { sheet, labels }: Parts,
  { filler, into, isSum }: { filler: ColumnFiller; into: string | null; isSum: (row: number) => boolean },
): string[] {
  const made = [...sheet.headers.keys()].filter((index) => filler.isMade(index))
  const key = findKey(filler.fillSheet(), [...labels, ...made], isSum)
  const ids = key.flatMap((index) => filler.ids.get(index) ?? [])
  return ids.length > 0 && into !== null ? [...ids, into] : ids
}

function titleOf({ preamble = [] }: Sheet): { zh: string | undefined; en: string | undefined } {
  const lines = preamble.filter((text) => !/单位\s*[:：]|^[^,，]{1,6}[:：]/.test(text))
  return {
    zh: lines.find((text) => /\p{Script=Han}/u.test(text)),
    en: lines.find((text) => !/\p{Script=Han}/u.test(text) && /[a-z]/i.test(text)),
  }
}
