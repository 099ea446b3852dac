import { expect, test } from 'vitest'
import { createProblem } from '../../src/problems/create-problem.ts'
import { buildSarif } from '../../src/problems/sarif.ts'

test('a line of a CSV is a region; a cell of a workbook is a logical location without one', () => {
  const csv = createProblem(
    'number-format',
    { file: 'raw/cases/2026-10 改.csv', row: 18, column: 3, columnName: '数量' },
    { found: '九', expected: '1234' },
  )
  const cell = createProblem(
    'number-format',
    { file: 'raw/cases/2026-10.xlsx', sheet: '案件', row: 4, column: 11, columnName: '数量' },
    { found: '十', expected: '1234' },
  )
  const portal = createProblem('rows-taken-out', { dataset: 'cases' }, { params: { count: 1 } })
  expect(buildSarif([csv, cell, portal], 'en')).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        language: 'en',
        tool: { driver: { name: 'Mingge', rules: [{ id: 'number-format' }, { id: 'rows-taken-out' }] } },
        results: [
          {
            ruleId: 'number-format',
            ruleIndex: 0,
            level: 'error',
            message: { text: expect.stringMatching(/^“数量” is not a number \[九\] Write a number/) },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'raw/cases/2026-10%20%E6%94%B9.csv' },
                  region: { startLine: 18 },
                },
                logicalLocations: [{ fullyQualifiedName: 'R18C3' }],
              },
            ],
          },
          {
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: 'raw/cases/2026-10.xlsx' } },
                logicalLocations: [{ fullyQualifiedName: '案件!R4C11' }],
              },
            ],
          },
          { ruleIndex: 1, level: 'note' },
        ],
      },
    ],
  })
  const [first, second, third] = JSON.parse(JSON.stringify(buildSarif([csv, cell, portal], 'zh'))).runs[0].results
  expect(first.message.text).toContain('不是数字')
  expect(second.locations[0].physicalLocation).not.toHaveProperty('region')
  expect(third).not.toHaveProperty('locations')
})
