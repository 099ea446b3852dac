import { expect, test } from 'vitest'
import { CATALOGUE } from '../../src/problems/catalogue.ts'
import { createProblem } from '../../src/problems/create-problem.ts'
import { isRule } from '../../src/problems/describe-problem.ts'
import { buildProblemsJson } from '../../src/problems/json.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { buildSarif } from '../../src/problems/sarif.ts'

/** Numbers of no living person. */
const SECRETS = ['13800138000', '110105194912310021', '6222020000000000000']
const PERSONAL = `电话${SECRETS[0]}，身份证${SECRETS[1]}，卡号${SECRETS[2]}`

/** Every placeholder of the words of a rule, filled with what must not be printed. */
function paramsOf(rule: keyof typeof CATALOGUE): Record<string, { zh: string; en: string }> {
  const { message, remedy } = CATALOGUE[rule]
  const names = [message, remedy].flatMap(({ zh, en }) =>
    [...`${zh}${en}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
  )
  const own = new Set(['file', 'sheet', 'row', 'column', 'columnName', 'found', 'expected'])
  return Object.fromEntries(
    names.flatMap((name) => (name === undefined || own.has(name) ? [] : [[name, { zh: PERSONAL, en: PERSONAL }]])),
  )
}

test.each(Object.keys(CATALOGUE).filter(isRule))(
  '%s prints no personal number, whatever part of it holds one',
  (rule) => {
    const at = { dataset: 'cases', file: 'raw/cases/2026-10.csv', row: 3, column: 4, columnName: PERSONAL }
    const problem = createProblem(rule, at, { found: PERSONAL, expected: PERSONAL, params: paramsOf(rule) })
    const printed = [
      ...(['zh', 'en'] as const).map((lang) => printProblems([problem, problem], lang)),
      ...(['zh', 'en'] as const).map((lang) => JSON.stringify(buildSarif([problem], lang))),
      JSON.stringify(buildProblemsJson([problem])),
      // What the memory of the line keeps.
      JSON.stringify(problem),
    ].join('\n')
    expect(SECRETS.filter((secret) => printed.includes(secret))).toEqual([])
    expect(printed).toContain('138******00')
  },
)
