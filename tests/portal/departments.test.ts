import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { Places } from '../../src/codes/places.ts'
import { DATASETS } from '../../src/datasets/index.ts'
import { openPortal } from '../../src/portal/portal.ts'
import { NO_DEPARTMENTS } from '../../src/portal/read-departments.ts'
import { describeProblem } from '../../src/problems/describe-problem.ts'
import { PLACES } from '../check/small.ts'
import { departmentsOf } from './list-texts.ts'

const HEADER = 'id,name_zh,name_en,aliases,places'
const folders: string[] = []
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))))

test('departments of a portal, and the roles that it does not name', () => {
  const text = `\uFEFF${HEADER},phones\r\n\r\nhealth,甲市卫健委,Jia Health,卫健委|卫生局,990101|990102,025-86671234|12345\r\nparks,园林局,Parks,,,\r\n`
  const { departments, problems } = departmentsOf(text, PLACES)
  expect(problems).toEqual([])
  expect(departments.get('health')).toEqual({
    id: 'health',
    names: { zh: '甲市卫健委', en: 'Jia Health' },
    aliases: ['卫健委', '卫生局'],
    places: ['990101', '990102'],
    phones: ['02586671234', '12345'],
  })
  expect(departments.phones).toEqual(new Set(['02586671234', '12345']))
  expect(departments.nameOf('parks').zh).toBe('园林局')
  expect(departments.nameOf('civil-affairs')).toEqual({ zh: '民政部门', en: 'Civil affairs department' })
  expect(departments.nameOf({ zh: '某部门', en: 'A department' }).zh).toBe('某部门')
  expect(() => departments.nameOf('gone')).toThrow('departments: unknown gone')
})

test.each([
  ['id,name\nx,甲\n', ['departments-header 1 null id,name']],
  [`${HEADER}\nhealth,,Health,,\n`, ['departments-field 2 name_zh ']],
  [`${HEADER}\n\nhealth,卫健委,,,\n`, ['departments-field 3 name_en ']],
  [`${HEADER}\n卫健,卫健委,Health,,\n`, ['departments-field 2 id 卫健']],
  [`${HEADER}\nhealth,卫健委,Health,,\nhealth,卫生局,Bureau,,\n`, ['departments-twice 3 id health']],
  [`${HEADER}\nhealth,卫健委,Health,,\nfamily,家庭处,Family,卫健委,\n`, ['departments-name-twice 3 aliases 卫健委']],
  [`${HEADER}\nhealth,卫健委,Health,,990101|990109\n`, ['departments-place-unknown 2 places 990109']],
])('%j is refused', (text, expected) => {
  const { departments, problems } = departmentsOf(text, PLACES)
  expect(problems.map(({ rule, row, columnName, found }) => `${rule} ${row} ${columnName} ${found}`)).toEqual(expected)
  expect(departments).toBe(NO_DEPARTMENTS)
})

test('an unknown place names near places; without places no place is looked up', () => {
  const text = `${HEADER}\nhealth,卫健委,Health,,990109\n`
  const [problem] = departmentsOf(text, PLACES).problems
  expect(problem?.expected).toContain('990101')
  expect(departmentsOf(text, new Places([])).problems).toEqual([])
})

test('every keeper of a contract of the program is a role, and a department of the demonstration', async () => {
  const { departments, problems } = departmentsOf(await readFile('data/departments.csv', 'utf8'), new Places([]))
  expect(problems).toEqual([])
  const listed = (await readFile('data/departments.csv', 'utf8')).split('\n').map((line) => line.split(',')[0])
  for (const { keeper } of DATASETS) {
    expect(NO_DEPARTMENTS.nameOf(keeper)).toBeDefined()
    expect(listed).toContain(keeper)
  }
  expect(departments.nameOf('civil-affairs').zh).toBe('云锦市民政局')
})

/** A portal with one contract of its own under this keeper. */
async function openPortalWith(keeper: string, departments: string | null) {
  const data = await mkdtemp(join(tmpdir(), 'mingge-departments-'))
  folders.push(data)
  await mkdir(join(data, 'contracts'))
  await cp('tests/site/small/data/places.csv', join(data, 'places.csv'))
  const source = await readFile('tests/site/small/data/contracts/street-lamps.ts', 'utf8')
  const changed = source.replace(/keeper: \{[^}]*\}/, `keeper: '${keeper}'`)
  await writeFile(join(data, 'contracts/street-lamps.ts'), changed)
  if (departments !== null) await writeFile(join(data, 'departments.csv'), departments)
  return openPortal(data)
}

test('a contract names its keeper by id; an unknown id is reported with the nearest', async () => {
  const list = `${HEADER}\nlighting,照明所,Lighting,,\n`
  expect((await openPortalWith('lighting', list)).problems).toEqual([])
  const [problem] = (await openPortalWith('lightning', list)).problems
  expect(problem).toMatchObject({
    rule: 'contract-keeper-unknown',
    file: 'contracts/street-lamps.ts',
    columnName: 'keeper',
    found: 'lightning',
  })
  expect(problem?.expected?.split(' | ')[0]).toBe('lighting')
  expect(problem && describeProblem(problem).remedy.zh).toContain('现写作“lightning”，相近的有：lighting')
})

test('of a faulty list only the fault is reported', async () => {
  const { problems } = await openPortalWith('lighting', `${HEADER}\nlighting,照明所,,,\n`)
  expect(problems.map((problem) => problem.rule)).toEqual(['departments-field'])
})
