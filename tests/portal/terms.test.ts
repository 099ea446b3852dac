import { describe, expect, test } from 'vitest'
import { DATASETS } from '../../src/datasets/index.ts'
import { questionsSchema, termsSchema } from '../../src/portal/plain-words.ts'
import { checkTermNames } from '../../src/portal/term-names.ts'
import { readYaml } from '../../src/portal/yaml.ts'
import { PLACES } from '../views/city.ts'

const KNOWN = { contracts: new Map(DATASETS.map((contract) => [contract.id, contract])), places: PLACES }

function check(of: string): string[] {
  const file = 'terms.yaml'
  const source = {
    file,
    ...readYaml(`# words\n- of: ${of}\n  means: { zh: 意思, en: Meaning }\n`, termsSchema, { file }),
  }
  return [...source.problems, ...checkTermNames(source, KNOWN)].map(
    ({ rule, row, found, expected }) => `${rule}:${row} ${found} → ${expected?.split(' | ')[0]}`,
  )
}

describe('names in the terms of a portal', () => {
  test.each([
    ['cases/on_time_rate', []],
    ['permits/class/key', []],
    ['case/on_time_rate', ['content-name-unknown:2 case → cases']],
    ['cases/on_time_rat', ['content-name-unknown:2 on_time_rat → on_time_rate']],
    ['permits/clas/key', ['content-name-unknown:2 clas → class']],
    ['permits/class/keys', ['content-name-unknown:2 keys → key']],
    ['permits/place/990101', ['content-name-unknown:2 place → class']],
  ])('%s', (of, found) => {
    expect(check(of)).toEqual(found)
  })

  test.each([
    ['- { id: grid, names: { zh: 网格, en: Grid } }\n', termsSchema],
    ['- { of: on_time_rate }\n', termsSchema],
    ['- { of: permits/class/key, also: { zh: [重点], en: [] } }\n', termsSchema],
    ['- { of: cases/due, mean: { zh: 甲, en: A } }\n', termsSchema],
    ['- { id: a, question: { zh: 问, en: Q } }\n', questionsSchema],
    [
      '- { id: a, question: { zh: 问, en: Q }, answer: { zh: 答, en: A }, links: [{ to: "javascript:x", label: { zh: 甲, en: A } }] }\n',
      questionsSchema,
    ],
  ])('%s is refused', (text, schema) => {
    const { problems } = readYaml<unknown>(text, schema, { file: 'x.yaml' })
    expect(problems).not.toEqual([])
    expect(JSON.stringify(problems)).not.toMatch(/无效字符|数值过|Invalid|pattern|Too /)
  })
})
