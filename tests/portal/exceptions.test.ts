import { describe, expect, test } from 'vitest'
import { applyExceptions, readExceptions } from '../../src/portal/exceptions.ts'
import { isUnaccepted } from '../../src/problems/acceptance.ts'
import { createProblem } from '../../src/problems/create-problem.ts'
import { printProblems } from '../../src/problems/print-problems.ts'

const HEADER = 'rule,dataset,period,key,reason,until\n'
const encodeText = (text: string) => new TextEncoder().encode(text)
const jump = createProblem(
  'figure-jump',
  { dataset: 'cases', file: 'raw/cases/2025-07.csv', columnName: '受理' },
  {
    found: '405',
    params: {
      table: { zh: '收', en: 'In' },
      tableRow: { zh: '2025-07 云锦市·道路积水（990100 06006）', en: '2025-07 Yunjin, Flooding (990100 06006)' },
      period: '2025-07',
      key: '990100 06006',
      before: '18',
      times: 22.5,
    },
  },
)
const gap = createProblem(
  'period-missing',
  { dataset: 'cases' },
  { params: { period: '2025-02', before: '', after: '', title: 'x' } },
)

function acceptBy(lines: string, today = '2026-11-23', problems = [jump]): string[] {
  const { exceptions, problems: findings } = readExceptions(encodeText(HEADER + lines))
  return [...applyExceptions(problems, exceptions, today), ...findings].map(
    (problem) => `${isUnaccepted(problem) ? 'unaccepted' : problem.level} ${problem.rule}`,
  )
}

describe('what a person has listed as an exception', () => {
  test.each([
    ['by period and key', 'figure-jump,cases,2025-07,990100 06006,暴雨,2027-12-31\n'],
    ['by file', 'figure-jump,cases,raw/cases/2025-07.csv,,暴雨,2027-12-31\n'],
    ['by place', 'figure-jump,cases,2025-07,990100,暴雨,2027-12-31\n'],
    ['until today', 'figure-jump,cases,2025-07,,暴雨,2026-11-23\n'],
  ])('%s: a warning that must be accepted stays one, and stops nothing', (_name, line) =>
    expect(acceptBy(line)).toEqual(['warning figure-jump']),
  )

  test('an error becomes a warning', () => {
    const twin = createProblem('file-same-rows', { dataset: 'cases', file: 'raw/cases/2025-07.csv' })
    expect(acceptBy('file-same-rows,cases,raw/cases/2025-07.csv,,相同,2027-12-31\n', '2026-11-23', [twin])).toEqual([
      'warning file-same-rows',
    ])
  })

  test('a warning becomes a note', () => {
    expect(acceptBy('period-missing,cases,2025-02,,未报,2027-12-31\n', '2026-11-23', [gap])).toEqual([
      'note period-missing',
    ])
  })

  test('the reason is given in place of the remedy', () => {
    const { exceptions } = readExceptions(encodeText(`${HEADER}figure-jump,cases,2025-07,,特大暴雨,2027-12-31\n`))
    expect(printProblems(applyExceptions([jump], exceptions, '2026-11-23'), 'zh')).toBe(
      '! 收：“受理”骤增或骤减（已核准）   figure-jump\n' +
        '  raw/cases/2025-07.csv   实为 405\n' +
        '  2025-07 云锦市·道路积水（990100 06006）。核准原因：特大暴雨。有效至2027-12-31。',
    )
  })
})

describe('an exception that does not hold', () => {
  test.each([
    [
      'past its end',
      'figure-jump,cases,2025-07,,暴雨,2026-11-22\n',
      ['unaccepted figure-jump', 'error exception-expired'],
    ],
    [
      'for another month',
      'figure-jump,cases,2025-08,,暴雨,2027-12-31\n',
      ['unaccepted figure-jump', 'error exception-unused'],
    ],
    [
      'for another place',
      'figure-jump,cases,2025-07,990101,暴雨,2027-12-31\n',
      ['unaccepted figure-jump', 'error exception-unused'],
    ],
    [
      'for another dataset',
      'figure-jump,permits,2025-07,,暴雨,2027-12-31\n',
      ['unaccepted figure-jump', 'error exception-unused'],
    ],
    [
      'without a reason',
      'figure-jump,cases,2025-07,,,2027-12-31\n',
      ['unaccepted figure-jump', 'error exception-field'],
    ],
    ['without an end', 'figure-jump,cases,2025-07,,暴雨,\n', ['unaccepted figure-jump', 'error exception-field']],
    [
      'with an end that is no day',
      'figure-jump,cases,2025-07,,暴雨,2027-02-30\n',
      ['unaccepted figure-jump', 'error exception-field'],
    ],
    [
      'for a matter of fact',
      'key-duplicate,cases,2025-07,,随它,2027-12-31\n',
      ['unaccepted figure-jump', 'error exception-rule'],
    ],
  ])('%s is told', (_name, line, expected) => expect(acceptBy(line)).toEqual(expected))

  test('a header that lacks a column', () => {
    const { problems } = readExceptions(encodeText('rule,dataset,reason\na,b,c\n'))
    expect(problems).toMatchObject([{ rule: 'exceptions-header', file: 'exceptions.csv', row: 1 }])
  })
})
