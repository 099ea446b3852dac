import { type Document, isScalar, type LineCounter } from 'yaml'
import type { z } from 'zod'
import { type Contract, type Profile, profile as profileShape } from '../contracts/contract.ts'
import { mergeProfiles } from '../contracts/profile.ts'
import type { RuleId } from '../problems/catalogue.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { findNearest } from '../text/nearest.ts'
import { fitToSchema, takeSound } from './fit-schema.ts'
import { parseYaml } from './parse-yaml.ts'

/** The file among a dataset's raw files that holds a department's own layout. */
export const PROFILE_FILE = 'profile.yaml'

/** A contract under the profile that lies among its raw files, or as it was with the reasons why that cannot be used. */
export interface Layout {
  contract: Contract
  problems: Problem[]
}

/** Lays the profile over the contract's own. */
export function withProfile(contract: Contract, bytes: Uint8Array, file: string): Layout {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    // A fatal decoder answers "not UTF-8" by throwing a TypeError.
    if (!(error instanceof TypeError)) throw error
    return { contract, problems: [createProblem('profile-encoding', { dataset: contract.id, file })] }
  }
  const { profile, problems } = readProfile(text, contract, file)
  if (profile === null) return { contract, problems }
  return { contract: { ...contract, profile: mergeProfiles(contract.profile, profile) }, problems: [] }
}

/** A `profile.yaml` that may be used, or what is wrong with it, line by line. */
type ProfileReading = { profile: Profile; problems: [] } | { profile: null; problems: Problem[] }

/** What each key of a profile looks like, in its own notation. */
const FORMS: Record<keyof Profile, string> = {
  sheet: 'sheet: 10月',
  delimiter: 'delimiter: "," | delimiter: ";" | delimiter: "\\t"',
  headerRows: 'headerRows: 2',
  skipRows: 'skipRows: 1',
  skipBelow: 'skipBelow: 1',
  ignoreRows: 'ignoreRows: [a)]',
  groupRows: 'groupRows: 分组',
  columns: 'columns: {beds: 床位总数}',
  ignore: 'ignore: [备注]',
  wide: 'wide: {into: year, value: persons, headers: {"2012年": "2012"}}',
  constants: 'constants: {kind: forecast}',
  units: 'units: {persons: 万人}',
  rowUnits: 'rowUnits: {column: 指标, into: 单位}',
  missing: 'missing: [缺]',
  dayFirst: 'dayFirst: true',
  fillDown: 'fillDown: [地区]',
  totals: 'totals: [全区]',
  records: 'records: [其中：女]',
}

/** Reads a profile strictly: its YAML, the form of each key, and that every column it speaks of is one of the contract. */
function readProfile(text: string, contract: Contract, file: string): ProfileReading {
  const { document, lines, faults, value } = parseYaml(text)
  const at = { dataset: contract.id, file }
  const broken = faults.map((row) => {
    const found = text.split(/\r\n?|\n/)[row - 1] ?? ''
    return createProblem('profile-yaml', { ...at, row }, { found: found.trim() })
  })
  if (value === undefined) return { profile: null, problems: broken }
  const createAt = (rule: RuleId, path: readonly PropertyKey[], more: Partial<Problem>) => {
    const row = rowOf(path, document, lines)
    return createProblem(rule, { ...at, row, columnName: String(path.at(-1) ?? 'profile.yaml') }, more)
  }
  const parsed = profileShape.safeParse(value)
  const context = { document, tell: createAt, contract }
  const issues = (parsed.error?.issues ?? []).flatMap((issue) => describeIssue(issue, context))
  // A key that is not valid must not hide a column that there is not.
  const fitted = parsed.success ? takeSound(parsed.data) : fitToSchema(profileShape, value)
  const unknown = listNamedColumns(fitted.value).filter(({ id }) => contract.columns[id] === undefined && id !== '')
  // An id that is none is an issue of the schema.
  const isSaid = (id: string) => issues.some(({ columnName }) => columnName === id)
  const problems = [
    ...broken,
    ...issues,
    ...unknown.flatMap(({ path, id }) =>
      isSaid(id) ? [] : [createUnknownColumnProblem(id, fitted.toWritten(path), context)],
    ),
  ]
  return parsed.success && problems.length === 0 ? { profile: parsed.data, problems: [] } : { profile: null, problems }
}

type CreateProblem = (rule: RuleId, path: readonly PropertyKey[], more: Partial<Problem>) => Problem

function describeIssue(
  issue: z.core.$ZodIssue,
  { document, tell: createAt, contract }: { document: Document; tell: CreateProblem; contract: Contract },
): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = KEYS_INSIDE[String(issue.path[0])] ?? Object.keys(FORMS)
    return issue.keys.map((key) => {
      const near = findNearest(key, known)
      return createAt('profile-key-unknown', [...issue.path, key], {
        expected: (near.length > 0 ? near : known).join(' | '),
      })
    })
  }
  const [key] = issue.path
  if (key === undefined) return [createAt('profile-empty', [], { expected: FORMS.columns })]
  // A name where the id of a column belongs: 床位 for beds.
  if (issue.code === 'invalid_key')
    return [createUnknownColumnProblem(String(issue.path.at(-1)), issue.path, { tell: createAt, contract })]
  const form = isKey(key) ? FORMS[key] : FORMS.columns
  const value: unknown = document.getIn(issue.path)
  return [
    createAt('profile-invalid', issue.path, {
      found: value === undefined ? '' : JSON.stringify(value),
      expected: form,
    }),
  ]
}

const KEYS_INSIDE: Record<string, string[]> = {
  wide: ['into', 'value', 'headers', 'total'],
  rowUnits: ['column', 'into'],
}

function isKey(key: PropertyKey): key is keyof Profile {
  return Object.hasOwn(FORMS, key)
}

/** Line of the last key of a path that the document has. */
function rowOf(path: readonly PropertyKey[], document: Document, lines: LineCounter): number | null {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  const items = typeof parent === 'object' && parent !== null && 'items' in parent ? parent.items : []
  for (const item of Array.isArray(items) ? items : []) {
    if (isScalar(item?.key) && String(item.key.value) === String(path.at(-1)) && item.key.range) {
      return lines.linePos(item.key.range[0]).line
    }
  }
  return null
}

function createUnknownColumnProblem(
  id: string,
  path: readonly PropertyKey[],
  { tell: createAt, contract }: { tell: CreateProblem; contract: Contract },
): Problem {
  const key = path[0] === 'wide' ? path.join('.') : String(path[0] ?? '')
  const more = { found: id, expected: suggestIds(id, contract), params: { key } }
  return { ...createAt('profile-column-unknown', path, more), columnName: id }
}

/** Every place in a profile that names a column by its id. */
function listNamedColumns(profile: Profile): { path: string[]; id: string }[] {
  const maps = (['columns', 'units', 'constants'] as const).flatMap((key) =>
    Object.keys(profile[key] ?? {}).map((id) => ({ path: [key, id], id })),
  )
  const { wide } = profile
  const across = wide ? (['into', 'value'] as const).map((key) => ({ path: ['wide', key], id: wide[key] })) : []
  return [...maps, ...across]
}

/** The three columns that the word may have meant, by their ids or their names. */
function suggestIds(text: string, { columns }: Contract): string {
  const names = new Map(
    Object.entries(columns).flatMap(
      ([
        id,
        {
          names: { zh, en },
        },
      ]) => [id, zh, en].map((name) => [name, id] as const),
    ),
  )
  const near = findNearest(text, names.keys()).map((name) => names.get(name) ?? name)
  const ids = near.length > 0 ? [...new Set(near)] : Object.keys(columns)
  return ids.map((id) => `${id}（${columns[id]?.names.zh ?? id}）`).join(' | ')
}
