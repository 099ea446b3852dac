import { type Department, Departments } from '../codes/departments.ts'
import type { Places } from '../codes/places.ts'
import { id as idShape } from '../contracts/fields.ts'
import { ROLES } from '../datasets/roles.ts'
import type { RuleId } from '../problems/catalogue.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { decode } from '../read/encoding.ts'
import { findNearest } from '../text/nearest.ts'
import { parseList } from './csv-list.ts'

/** Name of the file of departments, below a portal's data folder. */
export const DEPARTMENTS_FILE = 'departments.csv'

const HEADER = ['id', 'name_zh', 'name_en', 'aliases', 'places'] as const

type Field = (typeof HEADER)[number] | 'phones'
type Get = (field: Field) => string

interface DepartmentList {
  departments: Departments
  problems: Problem[]
}

/** Departments of a portal that supplies no list: the roles that the contracts of the program name. */
export const NO_DEPARTMENTS = new Departments(ROLES)

/** The departments of a portal from the bytes of its `departments.csv`, in any encoding that a raw file may have. */
export function readDepartments(bytes: Uint8Array, places: Places): DepartmentList {
  const decoded = decode(bytes, DEPARTMENTS_FILE)
  if ('problem' in decoded) return { departments: NO_DEPARTMENTS, problems: [decoded.problem] }
  return departmentsOf(decoded.text, places)
}

/**
 * The departments of a portal from the text of its `departments.csv`: `id,name_zh,name_en,aliases,places`, the last two
 * separated by `|`, and optionally `phones`: telephone numbers of the office that are public, separated by `|`. A role of the program that it does not name keeps its name. Where the portal has no places, none is
 * looked up.
 */
function departmentsOf(text: string, places: Places): DepartmentList {
  const { header, lines } = parseList<Field>(text, HEADER)
  if (lines === null) {
    return { departments: NO_DEPARTMENTS, problems: [reportAt('departments-header', 1, header.join(), HEADER.join())] }
  }
  const problems: Problem[] = []
  const own: Department[] = []
  const ids = new Set<string>()
  const bearers = new Map<string, string>()
  for (const { row, get } of lines) {
    const findings = [...checkFields(get, row), ...checkPlaces(get, row, places), ...checkPhones(get, row)]
    if (get('id') !== '' && ids.has(get('id'))) findings.push(reportAt('departments-twice', row, get('id'), null, 'id'))
    else findings.push(...checkNamesakes(get, row, bearers))
    ids.add(get('id'))
    problems.push(...findings)
    if (findings.length === 0) own.push(departmentOf(get))
  }
  if (problems.length > 0) return { departments: NO_DEPARTMENTS, problems }
  const roles = ROLES.filter((role) => own.every((department) => department.id !== role.id))
  return { departments: new Departments([...own, ...roles]), problems }
}

function departmentOf(get: Get): Department {
  return {
    id: get('id'),
    names: { zh: get('name_zh'), en: get('name_en') },
    aliases: listOf(get('aliases')),
    places: listOf(get('places')),
    phones: listOf(get('phones')).map(digitsOf),
  }
}

function checkFields(get: Get, row: number): Problem[] {
  const problems: Problem[] = []
  if (!idShape.safeParse(get('id')).success)
    problems.push(reportAt('departments-field', row, get('id'), 'a-z 0-9 - _', 'id'))
  for (const field of ['name_zh', 'name_en'] as const) {
    if (get(field) === '') problems.push(reportAt('departments-field', row, '', '≠ ""', field))
  }
  return problems
}

function checkPlaces(get: Get, row: number, places: Places): Problem[] {
  if (places.all.length === 0) return []
  const unknown = listOf(get('places')).filter((code) => !places.get(code))
  return unknown.map((code) => {
    const likely = findNearest(
      code,
      places.all.map((place) => place.code),
    )
    return reportAt('departments-place-unknown', row, code, likely.join(' | '), 'places')
  })
}

/** Hotlines have five digits or more, a number with its country's code no more than fifteen (ITU-T E.164). */
function checkPhones(get: Get, row: number): Problem[] {
  const wrong = listOf(get('phones')).filter((phone) => !PHONE.test(phone) || !/^\d{5,15}$/.test(digitsOf(phone)))
  return wrong.map((phone) => reportAt('departments-phone', row, phone, '12345 | 12320', 'phones'))
}

const PHONE = /^\+?[\d() -]+$/

function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '')
}

/** Mutates `bearers`. A name that two departments have: nobody could say which a file means. */
function checkNamesakes(get: Get, row: number, bearers: Map<string, string>): Problem[] {
  const problems: Problem[] = []
  const columns = new Map([
    ...listOf(get('aliases')).map((alias) => [alias, 'aliases'] as const),
    [get('name_en'), 'name_en'],
    [get('name_zh'), 'name_zh'],
  ])
  for (const [name, columnName] of columns) {
    const other = bearers.get(name)
    if (name === '') continue
    if (other === undefined) bearers.set(name, get('id'))
    else {
      const where = { file: DEPARTMENTS_FILE, row, columnName }
      problems.push(createProblem('departments-name-twice', where, { found: name, params: { other } }))
    }
  }
  return problems
}

function listOf(text: string): string[] {
  return text
    .split('|')
    .map((text) => text.trim())
    .filter((candidate) => candidate !== '')
}

function reportAt(
  rule: RuleId,
  row: number,
  found: string,
  expected: string | null,
  columnName: string | null = null,
): Problem {
  return createProblem(rule, { file: DEPARTMENTS_FILE, row, columnName }, { found, expected })
}
