import { findOwnUnit, isCounted } from '../check/header/column-unit.ts'
import { listStatedUnits } from '../check/header/header-units.ts'
import { check } from '../check/index.ts'
import { findUnitPower } from '../check/values/quantity.ts'
import type { Places } from '../codes/places.ts'
import type { Contract, Profile } from '../contracts/contract.ts'
import { mergeProfiles } from '../contracts/profile.ts'
import { read } from '../read/index.ts'
import type { Sheet } from '../read/sheet.ts'
import type { LocalText } from '../text/local-text.ts'
import { findFillDownDoubts, findMissingDoubts, orderOfDays } from './cell-doubts.ts'
import type { Doubt } from './doubt.ts'
import { type ColumnDraft, draftColumns } from './draft-columns.ts'
import { guessDatasets } from './guess-dataset.ts'
import { guessPeriod, periodOfName } from './guess-period.ts'
import { isTelling, layoutsOf } from './layouts.ts'
import { findRowTotal } from './row-total.ts'

/** A draft profile for a file that nobody has seen before. */
export interface Suggestion {
  contract: Contract
  sheet: Sheet
  columns: ColumnDraft
  profile: Profile
  doubts: Doubt[]
  /** What the draft makes of the file; null where its period is unknown. */
  trial: { period: string; rowsRead: number; rowsUsed: number; problems: number } | null
}

/** Below this a file is of none of the datasets, and asks for a contract of its own. */
const SCORE_MIN = 0.3

/** The best reading of a file among the datasets and header depths; null where it answers to none of them. */
export function suggest(
  bytes: Uint8Array,
  file: string,
  { contracts, places }: { contracts: Iterable<Contract>; places: Places },
): Suggestion | null {
  const readings = layoutsOf(bytes, file)
  const all = [...contracts]
  const plain = readings.filter(({ layout }) => layout.headerRows === undefined).map(({ sheet }) => sheet)
  const likely = guessDatasets(all, plain, file)
  // Of datasets that fit equally well, the dataset that header and file name point to comes first.
  const ordered = all.toSorted((a, b) => Number(likely.includes(b.id)) - Number(likely.includes(a.id)))
  let best: { contract: Contract; sheet: Sheet; columns: ColumnDraft; layout: Profile } | null = null
  for (const contract of ordered) {
    for (const { sheet, layout } of readings) {
      const columns = draftColumns(contract, sheet, places)
      if (columns.score > (best?.columns.score ?? 0)) best = { contract, sheet, columns, layout }
    }
  }
  if (!best || best.columns.score < SCORE_MIN || !isTelling(best.contract, best.columns)) return null
  const { contract } = best
  const tried = [
    best,
    ...readings.map((reading) => ({ ...reading, contract, columns: draftColumns(contract, reading.sheet, places) })),
  ]
    .filter(({ columns }) => columns.score >= SCORE_MIN)
    .map((reading) => {
      const draft = draftOf(reading)
      return { ...draft, trial: tryOut(bytes, file, { ...draft, places }) }
    })
  // The plainest that takes the file; else the best by its header, whatever is left to correct.
  return tried.find(({ trial }) => trial !== null && trial.problems === 0 && trial.rowsUsed > 0) ?? tried[0] ?? null
}

type Draft = Omit<Suggestion, 'trial'>

function draftOf(best: { contract: Contract; sheet: Sheet; columns: ColumnDraft; layout: Profile }): Draft {
  const { contract, sheet, columns, layout } = best
  const doubts: Doubt[] = []
  const profile: Profile = { ...layout }
  if (sheet.sheet !== null) profile.sheet = sheet.sheet
  if (columns.guesses.length > 0) {
    profile.columns = Object.fromEntries(columns.guesses.map(({ id, header }) => [id, header]))
    doubts.push(...columns.guesses.map((guess) => guessDoubt(contract, guess)))
  }
  addUnits(profile, doubts, { contract, sheet, columns })
  addWide(profile, doubts, { contract, sheet, columns })
  const ignored = columns.unknown.filter(
    (header) => !columns.across?.headers.has(header) && header !== profile.wide?.total,
  )
  if (ignored.length > 0) {
    profile.ignore = ignored
    doubts.push({
      key: 'ignore',
      words: say(
        '这些列没有对应，暂且不读；若有用，请移到columns。',
        'These match no column and are not read; move them to columns if they matter.',
      ),
    })
  }
  for (const id of columns.missing) {
    const names = contract.columns[id]?.names ?? { zh: id, en: id }
    doubts.push({
      key: null,
      words: say(
        `没有找到“${names.zh}”（${id}）：请在columns写明是哪一列，或在constants给出固定值。`,
        `“${names.en}” (${id}) was not found: name its header under columns, or give a fixed value under constants.`,
      ),
    })
  }
  addDays(profile, doubts, sheet)
  doubts.push(...findMissingDoubts(contract, sheet, columns), ...findFillDownDoubts(sheet))
  return { contract, sheet, columns, profile, doubts }
}

function guessDoubt(contract: Contract, { id, header, fits }: ColumnDraft['guesses'][number]): Doubt {
  const names = contract.columns[id]?.names ?? { zh: id, en: id }
  const share = Math.round(fits * 100)
  return {
    key: 'columns',
    words: say(
      `“${header}”猜作“${names.zh}”：${share}%的单元格符合类型。`,
      `“${header}” is guessed to be “${names.en}”: ${share}% of its cells fit.`,
    ),
  }
}

/** Mutates profile and doubts. */
function addWide(
  profile: Profile,
  doubts: Doubt[],
  { contract, sheet, columns }: { contract: Contract; sheet: Sheet; columns: ColumnDraft },
): void {
  const { across } = columns
  if (!across) return
  const { into, value, headers, year } = across
  const names = contract.columns[into]?.names ?? { zh: into, en: into }
  const filled = contract.columns[value]?.names ?? { zh: value, en: value }
  doubts.push({
    key: 'wide',
    words: say(
      `“${names.zh}”横排为列，转成一行一项；请核对这些列填的是不是“${filled.zh}”。`,
      `“${names.en}” is laid out across columns; each column becomes a row. Check that they hold “${filled.en}”.`,
    ),
  })
  if (year !== null) {
    const words = say(
      `月份没有写年份，按文件名或表题作${year}年；请核对。`,
      `The months name no year; ${year} is taken from the name of the file or its title. Check it.`,
    )
    doubts.push({ key: 'wide', words })
  }
  const isWhole = contract.columns[value]?.type.kind === 'integer' && profile.units?.[value] === undefined
  const total = findRowTotal({ sheet, across, unknown: columns.unknown, isWhole })
  if (total) doubts.push(total.doubt)
  profile.wide = { into, value, headers: Object.fromEntries(headers), ...(total ? { total: total.header } : {}) }
}

/** Mutates profile and doubts. A unit above the table is taken for every column that it can be about. */
function addUnits(
  profile: Profile,
  doubts: Doubt[],
  { contract, sheet, columns }: { contract: Contract; sheet: Sheet; columns: ColumnDraft },
): void {
  const wide = columns.across ? [columns.across.value] : []
  const found = [...[...columns.known, ...columns.guesses].map((guess) => guess.id), ...wide].flatMap((id) => {
    const column = contract.columns[id]
    return column && isCounted(column) ? [{ id, own: findOwnUnit(column) }] : []
  })
  const stated = listStatedUnits([...(sheet.preamble ?? []), ...(sheet.footnotes ?? [])], (unit) =>
    found.some(({ own }) => findUnitPower(unit, own) !== null),
  )
  const touched = found.flatMap(({ id, own }) => {
    const unit = stated.find((unit) => ![null, 0].includes(findUnitPower(unit, own)))
    return unit === undefined ? [] : [[id, unit] as const]
  })
  if (touched.length === 0) return
  profile.units = Object.fromEntries(touched)
  const said = stated.join('、')
  doubts.push({
    key: 'units',
    words: say(
      `表上方写“单位：${said}”；请核对是不是这几列的单位。`,
      `The sheet says “${said}” above the table; check that it is the unit of these columns.`,
    ),
  })
}

/** Mutates profile and doubts. */
function addDays(profile: Profile, doubts: Doubt[], sheet: Sheet): void {
  const order = orderOfDays(sheet)
  if (order === null) return
  if (order === 'day-first') profile.dayFirst = true
  if (order === 'unclear') {
    doubts.push({
      key: null,
      words: say(
        '有03/10/2026这样的日期，日月孰先看不出；若日在前，请加上dayFirst: true。',
        'There are dates such as 03/10/2026, and it is not clear whether the day or the month comes first; add dayFirst: true if the day does.',
      ),
    })
  }
}

/** The draft put to the test on the very file. */
function tryOut(bytes: Uint8Array, file: string, draft: Draft & { places: Places }): Suggestion['trial'] {
  const { contract, profile, places, sheet } = draft
  const merged: Contract = { ...contract, profile: mergeProfiles(contract.profile, profile) }
  const period = periodOf(file, sheet, merged)
  if (period === null) return null
  const { sheets, problems } = read(bytes, file, merged.profile)
  const checked = check(merged, sheets, { period, places })
  const errors = [...problems, ...checked.problems].filter((problem) => problem.level === 'error')
  return { period, rowsRead: checked.rowsRead, rowsUsed: checked.rowsUsed, problems: errors.length }
}

/** The period stated by the file's name or title, or else by most of its rows. */
function periodOf(file: string, sheet: Sheet, contract: Contract): string | null {
  for (const text of [file, ...(sheet.preamble ?? []), sheet.sheet ?? '']) {
    const period = periodOfName(text, contract.frequency)
    if (period !== null) return period
  }
  return guessPeriod(contract, sheet)
}

function say(zh: string, en: string): LocalText {
  return { zh, en }
}
