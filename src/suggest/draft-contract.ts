import { listStatedUnits } from '../check/header/header-units.ts'
import { isRowUnit } from '../check/header/row-units.ts'
import { check } from '../check/index.ts'
import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { read } from '../read/index.ts'
import { readGrids } from '../read/read-grids.ts'
import type { Sheet } from '../read/sheet.ts'
import { amend, beginningOf } from './amend-draft.ts'
import { buildContract, letterOf } from './contract-of-sheet.ts'
import { type Choices, createChoices, type DraftedContract, GROUP } from './draft-choices.ts'
import { findDraftPeriod } from './draft-period.ts'
import { findTableLayout, profileOf } from './table-layout.ts'

interface DraftContext {
  places: Places
  id?: string
}

interface Source extends DraftContext {
  bytes: Uint8Array
  file: string
}

/** Trials after which a draft is given as it is. */
const TRIALS_MAX = 24
/** The last day of a stand-in period, in which all places are there that have no end. */
const NO_PERIOD = '9999-12'

/** Null for a file that cannot be read at all. */
export function draftContract(bytes: Uint8Array, file: string, context: DraftContext): DraftedContract | null {
  const source = { ...context, bytes, file }
  const choices = chooseLayout(source)
  if (!choices) return null
  let best: DraftedContract | null = null
  for (let trial = 0; trial < TRIALS_MAX; trial += 1) {
    const tried = tryChoices(source, choices)
    if (!tried) return best
    if (!best || tried.trial.problems.length <= best.trial.problems.length) best = tried
    if (tried.trial.problems.length === 0 || !amend(choices, tried)) break
  }
  return best
}

function chooseLayout({ bytes, file }: Source): Choices | null {
  const { sheets } = read(bytes, file)
  const [plain] = sheets
  if (!plain) return null
  const grids = readGrids(bytes, file)
  const found = grids.flatMap((grid) => {
    const layout = findTableLayout(grid)
    return layout ? [{ layout, grid }] : []
  })[0]
  const sheet = grids.length > 1 ? { sheet: found?.grid.sheet ?? plain.sheet ?? '' } : {}
  if (!found) return createChoices(sheet)
  const { layout } = found
  const isFound = (profile: object) =>
    read(bytes, file, { ...sheet, ...profile }).sheets.some(
      (other) => other.headerRow === layout.bottom && (other.sheet === null || other.sheet === found.grid.sheet),
    )
  const choices = createChoices({ ...sheet, ...profileOf(layout, isFound) })
  choices.units = layout.units
  choices.last = layout.last
  if (layout.hasGroups) choices.profile.groupRows = GROUP
  const lines = found.grid.rows.filter(({ row }) => row < layout.top || row > layout.last)
  const stated = listStatedUnits(
    lines.map(({ cells }) => cells.join(' ')),
    isRowUnit,
  )
  choices.stated = stated.length === 1 ? (stated[0] ?? null) : null
  return choices
}

/** The file under the choices so far. */
function tryChoices(source: Source, choices: Choices): DraftedContract | null {
  const { bytes, file, places } = source
  const profile = { ...choices.profile, ...lettersOf(choices) }
  const reading = read(bytes, file, profile)
  const sheet = reading.sheets.find((other) => profile.sheet === undefined || other.sheet === profile.sheet)
  if (!sheet) return null
  if (ignoreBelow(sheet, choices)) return tryChoices(source, choices)
  const contract = buildContract(withUnits(sheet, choices), choices, source)
  const period = findDraftPeriod(contract, sheet)
  const checked = check(contract, reading.sheets, { period: period ?? choosePlaceholderPeriod(contract), places })
  const problems = [...reading.problems, ...checked.problems].filter(({ level }) => level === 'error')
  return { contract, sheet, trial: { period, rowsRead: checked.rowsRead, rowsUsed: checked.rowsUsed, problems } }
}

/** Remarks below the last record that the reader takes for records. Mutates the choices; true where there are new remarks. */
function ignoreBelow({ rows, refused = [] }: Sheet, { profile, last }: Choices): boolean {
  const known = new Set(profile.ignoreRows)
  const found = [...rows, ...refused].filter(({ row }) => row > last)
  const texts = found.map(({ cells }) => beginningOf(cells.find((cell) => cell.trim() !== '') ?? ''))
  const fresh = texts.filter((text) => text !== '' && !known.has(text))
  if (fresh.length > 0) profile.ignoreRows = [...known, ...new Set(fresh)]
  return fresh.length > 0
}

function choosePlaceholderPeriod({ frequency }: Contract): string {
  const year = NO_PERIOD.slice(0, 4)
  const periods: Partial<Record<Contract['frequency'], string>> = {
    year,
    quarter: `${year}-Q4`,
    'half-year': `${year}-H2`,
  }
  return periods[frequency] ?? NO_PERIOD
}

function lettersOf({ letters }: Choices): { columns?: Record<string, string> } {
  if (letters.size === 0) return {}
  return { columns: Object.fromEntries([...letters.keys()].map((index) => [`column_${index}`, letterOf(index)])) }
}

/** The sheet with the column that `rowUnits` makes. */
function withUnits(sheet: Sheet, { profile }: Choices): Sheet {
  const into = profile.rowUnits?.into
  if (into === undefined) return sheet
  return {
    ...sheet,
    headers: [...sheet.headers, into],
    rows: sheet.rows.map((row) => ({ ...row, cells: [...row.cells, ''] })),
  }
}
