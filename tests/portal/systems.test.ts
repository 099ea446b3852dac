import { describe, expect, test } from 'vitest'
import { checkSystemNames } from '../../src/portal/system-names.ts'
import { dutiesSchema, systemsSchema } from '../../src/portal/systems.ts'
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
  const known = { contracts: new Map([['cases', {} as never]]), places: PLACES }
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

  test('a rhythm that does not exist is refused', () => {
    const { problems } = readYaml(DUTIES.replace('every: month', 'every: monthly'), dutiesSchema, { file: 'd.yaml' })
    expect(problems.map(({ row }) => row)).toEqual([8])
  })
})
