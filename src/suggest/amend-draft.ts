import type { Problem } from '../problems/problem.ts'
import { toComparable } from '../read/comparable.ts'
import { nameOfUnit } from '../text/units.ts'
import { type Choices, type DraftedContract, GROUP, UNIT } from './draft-choices.ts'
import { filledOf } from './table-layout.ts'

/** Changes the choices so that the next trial has fewer problems; false where nothing is known to help. Mutates the choices. */
export function amend(choices: Choices, draft: DraftedContract): boolean {
  let isChanged = false
  for (const problem of draft.trial.problems) {
    const remedy = REMEDIES[problem.rule]
    if (remedy?.(choices, problem, draft)) isChanged = true
  }
  return isChanged
}

type Remedy = (choices: Choices, problem: Problem, draft: DraftedContract) => boolean

const REMEDIES: Record<string, Remedy> = {
  'header-blank': nameByLetter,
  'header-duplicate': nameByLetter,
  'header-second': skipOneMore,
  'header-unit-row': skipOneMore,
  'header-rows-undeclared': ({ profile }, { params }) => {
    const [levels, header] = [Number(params['levels']), Number(params['header'])]
    if (profile.skipRows !== undefined || !(levels > 0)) return false
    Object.assign(profile, { skipRows: header - levels, headerRows: levels })
    return true
  },
  'cell-merged': ({ profile }, { columnName }) => addTo(profile, 'fillDown', columnName ?? ''),
  'row-no-record': ignoreOrGroup,
  'row-ragged': () => false,
  'sheet-second-table': ignoreOrGroup,
  'place-none': ignoreOrGroup,
  'units-mixed': (choices, { columnName }, { contract }) => {
    const { profile } = choices
    if (profile.rowUnits === undefined) profile.rowUnits = { column: columnName ?? '', into: UNIT }
    else if (profile.rowUnits.into !== undefined && contract.key.length === 0)
      profile.rowUnits = { column: columnName ?? '' }
    else return false
    choices.stated = null
    return true
  },
  'unit-undeclared': (choices, problem, { contract }) => {
    const id = String(problem.params['id'] ?? '')
    const own = contract.columns[id]?.unit
    if (own === undefined) return stateUnit(choices, problem)
    if (choices.profile.units?.[id] !== undefined) return false
    choices.profile.units = { ...choices.profile.units, [id]: nameOfUnit(own) }
    return true
  },
  'unit-unknown': (choices, problem, draft) => {
    const units = Object.entries(draft.contract.columns).flatMap(([id, { unit }]) =>
      unit === undefined ? [] : [[id, nameOfUnit(unit)]],
    )
    if (units.length === 0) return stateUnit(choices, problem)
    if (choices.profile.units !== undefined) return false
    choices.profile.units = Object.fromEntries(units)
    return true
  },
  'value-missing': (choices, { columnName }) => add(choices.optional, columnName),
  'key-duplicate': dropKey,
  'row-duplicate': dropKey,
  'key-case': dropKey,
  'part-unclear': keepRecord,
  'total-unclear': keepRecord,
  'row-total-mismatch': narrow,
  'header-wide-twice': narrow,
  'header-missing-wide': narrow,
  'number-not-integer': readAsText,
  'number-format': readAsText,
  'number-qualified': readAsText,
  'unit-other': readAsText,
  'value-form': readAsText,
  'date-format': readAsText,
  'text-was-date': () => false,
}

function nameByLetter({ letters }: Choices, { column, found }: Problem): boolean {
  if (column === null || letters.has(column - 1)) return false
  letters.set(column - 1, found ?? '')
  return true
}

function skipOneMore({ profile }: Choices, { row }: Problem, { sheet }: DraftedContract): boolean {
  const skipped = (row ?? 0) - sheet.headerRow
  if (skipped <= (profile.skipBelow ?? 0)) return false
  profile.skipBelow = skipped
  return true
}

/** Below the last record a row is a remark; among the records it may be the name of a group. */
function ignoreOrGroup(choices: Choices, { row, found }: Problem, { sheet }: DraftedContract): boolean {
  const line = [...sheet.rows, ...(sheet.refused ?? []), ...(sheet.below ?? [])].find((other) => other.row === row)
  const text = line ? (filledOf({ cells: [...line.cells] })[0] ?? '').trim() : (found ?? '')
  if (text === '') return false
  const isBelow = (row ?? 0) > choices.last
  if (
    !isBelow &&
    line &&
    filledOf({ cells: [...line.cells] }).length === 1 &&
    choices.profile.groupRows === undefined
  ) {
    choices.profile.groupRows = GROUP
    return true
  }
  return addTo(choices.profile, 'ignoreRows', beginningOf(text))
}

/** A remark is known again by how it begins. */
export function beginningOf(text: string): string {
  return [...text.trim()].slice(0, BEGINNING_LENGTH).join('').trim()
}

const BEGINNING_LENGTH = 12

function stateUnit(choices: Choices, { params }: Problem): boolean {
  const unit = String(params['unit'] ?? '')
  if (unit === '' || choices.stated === unit) return false
  choices.stated = unit
  return true
}

function dropKey(choices: Choices): boolean {
  if (!choices.mayHaveKey) return false
  choices.mayHaveKey = false
  return true
}

function narrow(choices: Choices): boolean {
  if (!choices.mayBeWide) return false
  choices.mayBeWide = false
  return true
}

function keepRecord({ profile }: Choices, { row }: Problem, { sheet }: DraftedContract): boolean {
  const line = sheet.rows.find((other) => other.row === row)
  const label = line?.cells.find((cell) => /\p{L}/u.test(cell))?.trim()
  return label === undefined ? false : addTo(profile, 'records', label)
}

function readAsText({ texts }: Choices, { columnName }: Problem): boolean {
  return add(texts, columnName)
}

function add(set: Set<string>, text: string | null): boolean {
  if (text === null || set.has(text)) return false
  set.add(text)
  return true
}

function addTo(profile: Choices['profile'], key: 'fillDown' | 'ignoreRows' | 'records', text: string): boolean {
  const list = profile[key] ?? []
  if (text === '' || list.some((known) => toComparable(known) === toComparable(text))) return false
  profile[key] = [...list, text]
  return true
}
