import { describe, expect, test } from 'vitest'
import { checkSystemNames } from '../../src/portal/system-names.ts'
import { dutiesSchema, systemsSchema } from '../../src/portal/systems-schema.ts'
import { readYaml } from '../../src/portal/yaml.ts'
import { PLACES } from '../views/city.ts'

const SYSTEMS = `families:
  grid: { zh: 网格, en: Grids }
systems:
  - id: S01
    family: grid
    names: { zh: 巡查, en: Patrols }
    line: { zh: 每天巡查, en: Patrols each day }
    discloses: { zh: 次数, en: How many }
    datasets: [cases]
    related: [S02]
`
const DUTIES = `kinds:
  report: { zh: 报送, en: Report }
duties:
  - id: D01
    kind: reports
    who: { zh: 街道, en: Subdistrict }
    what: { zh: 报送, en: Report }
    every: month
    clock: 每月
    systems: [S01]
    dataset: case
`

function check(systems: string, duties: string): string[] {
  const contract = { tables: { flow: { dimensions: [{ column: 'place' }], attributes: ['note'] } } }
  // Of a contract only the columns of its tables are asked for.
  const known = { contracts: new Map([['cases', contract as never]]), places: PLACES }
  return checkSystemNames(
    {
      systems: { file: 'systems.yaml', ...readYaml(systems, systemsSchema, { file: 'systems.yaml' }) },
      duties: { file: 'duties.yaml', ...readYaml(duties, dutiesSchema, { file: 'duties.yaml' }) },
    },
    known,
  ).map(({ file, row, found, expected }) => `${file}:${row} ${found} → ${expected}`)
}

describe('names in the systems and duties of a portal', () => {
  test('what is not there is named with its line and the nearest name', () => {
    expect(check(SYSTEMS, DUTIES)).toEqual([
      'systems.yaml:10 S02 → S01',
      'duties.yaml:5 reports → report',
      'duties.yaml:11 case → cases',
    ])
  })

  test.each([
    [{}, []],
    [{ dataset: 'case' }, ['systems.yaml:4 case → cases']],
    [{ table: 'flows' }, ['systems.yaml:5 flows → flow']],
    [{ column: 'plaice' }, ['systems.yaml:6 plaice → place | note']],
    [{ from: '[place, not]' }, ['systems.yaml:8 not → note']],
    [{ from: '{ zh: note, en: nota }' }, ['systems.yaml:8 nota → note']],
    [{ inBrackets: 'notes' }, ['systems.yaml:8 notes → note']],
  ])('a register of what documents state is named as it is published: %o', (typo, expected) => {
    const right = { dataset: 'cases', table: 'flow', column: 'place', from: '[place]', inBrackets: 'note' }
    const { dataset, table, column, from, inBrackets } = { ...right, ...typo }
    const stated = `stated:
  dataset: ${dataset}
  table: ${table}
  column: ${column}
  shows:
    - { heading: { zh: 地方, en: Place }, from: ${from}, inBrackets: ${inBrackets} }
systems:`
    const sound = SYSTEMS.replace('[S02]', '[S01]').replace('systems:', stated)
    expect(check(sound, DUTIES).filter((fault) => fault.startsWith('systems'))).toEqual(expected)
  })

  test.each([
    [{}, []],
    [{ dataset: 'case' }, ['duties.yaml:4 case → cases']],
    [{ table: 'flows' }, ['duties.yaml:5 flows → flow']],
    [{ cycle: 'plaice' }, ['duties.yaml:9 plaice → place | note']],
  ])('the record of duties is named as it is published: %o', (typo, expected) => {
    const all = {
      dataset: 'cases',
      table: 'flow',
      duty: 'note',
      place: 'place',
      section: 'note',
      cycle: 'note',
      day: 'note',
    }
    const record = Object.entries({ ...all, ...typo }).map(([key, name]) => `  ${key}: ${name}\n`)
    const sound = DUTIES.replace('kind: reports', 'kind: report').replace('dataset: case', 'dataset: cases')
    const found = check(SYSTEMS, sound.replace('duties:', `record:\n${record.join('')}duties:`))
    expect(found.filter((fault) => fault.startsWith('duties'))).toEqual(expected)
  })

  test('a rhythm that does not exist is refused', () => {
    const { problems } = readYaml(DUTIES.replace('every: month', 'every: monthly'), dutiesSchema, { file: 'd.yaml' })
    expect(problems.map(({ row }) => row)).toEqual([8])
  })
})
