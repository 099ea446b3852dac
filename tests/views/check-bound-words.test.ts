import { describe, expect, test } from 'vitest'
import {
  composeChange,
  composeNumber,
  composeRank,
  composeShare,
  findEarlier,
} from '../../src/compose/bound/bound-words.ts'
import { composeTop, findTop, parseTop } from '../../src/compose/bound/top-list.ts'
import { findNamedCell, type NamedCell } from '../../src/compose/named-cell.ts'
import { type Rich, toPlainText } from '../../src/compose/rich.ts'
import { listParagraphs } from '../../src/compose/section.ts'
import type { Site } from '../../src/compose/site.ts'
import { parseCellName } from '../../src/store/cell-name.ts'
import { checkBoundWords } from '../../src/views/check-bound-words.ts'
import { buildReport } from '../../src/views/report-page.ts'
import { changeTable, withValue } from './changed.ts'
import { CITY } from './city.ts'

function check(text: string, notFigures: string[] = [], site: Site = CITY) {
  const words = { file: 'content/reports/2026-10/zh.mdx', text, lang: 'zh' as const, month: '2026-10' }
  return checkBoundWords(site, {
    ...words,
    notFigures,
    named: { figures: ['on-time', 'hours'], parts: ['overview', 'cases'] },
  })
}

const place = (problem: ReturnType<typeof check>[number]) => [
  problem.rule,
  problem.row,
  problem.found,
  problem.expected,
]

describe('a component that leads nowhere stops the build', () => {
  const head = '---\ntitle: 公报\n---\n\n'

  test.each<[string, string, unknown[]]>([
    [
      'a wrong measure',
      '按期办结率<Number at="cases/flow/990100/2026-10/on_time_rat" />',
      ['content-binding', 5, 'cases/flow/990100/2026-10/on_time_rat', 'cases/flow/990100/2026-10/on_time_rate'],
    ],
    [
      'a table that is not there',
      '<Number at="cases/flo/990100/2026-10/accepted" />',
      ['content-binding', 5, 'cases/flo/990100/2026-10/accepted', 'cases/flow/990100/2026-10/accepted'],
    ],
    [
      'an absent period',
      '<Number at="cases/flow/990100/2026-11/accepted" />',
      ['content-binding', 5, 'cases/flow/990100/2026-11/accepted', 'cases/flow/990100/2026-10/accepted'],
    ],
    [
      'a component that does not exist',
      '<Numbr at="cases/flow/990100/2026-10/accepted" />',
      ['content-component', 5, 'Numbr', 'Number'],
    ],
    ['an unknown figure', '<Chart of="on-tim" />', ['content-binding', 5, 'on-tim', 'on-time']],
    ['an unknown part', '<Composed of="overvew" />', ['content-binding', 5, 'overvew', 'overview']],
    [
      'an attribute that does not exist',
      '<Number at="cases/flow/990100/2026-10/accepted" form="year" />',
      ['content-binding', 5, 'form'],
    ],
    ['no address', '<Number />', ['content-binding', 5, '', '—']],
    [
      'a share of what is no rate',
      '<Share at="cases/flow/990100/2026-10/accepted" />',
      ['content-binding', 5, 'cases/flow/990100/2026-10/accepted'],
    ],
    [
      'a list without a star',
      '<Top at="cases/minor/990100,01001/2026-10/accepted" />',
      ['content-binding', 5, 'cases/minor/990100,01001/2026-10/accepted', '—'],
    ],
    [
      'a list of no length',
      '<Top at="cases/minor/990100,*/2026-10/accepted" n="三" />',
      ['content-binding', 5, '三', '{3}'],
    ],
    [
      'a count in tenths',
      '<Number at="cases/flow/990100/2026-10/accepted" about />',
      ['content-binding', 5, 'cases/flow/990100/2026-10/accepted'],
    ],
    [
      'an attribute without a value that does not exist',
      '<Number at="cases/flow/990100/2026-10/accepted" abut />',
      ['content-binding', 5, 'abut', 'about'],
    ],
    [
      'a table of no such measure',
      '<Table of="cases/flow/2026-10" measures="accepted,closd" />',
      ['content-binding', 5, 'closd'],
    ],
  ])('%s', (_, line, expected) => {
    const [problem, ...others] = check(head + line)
    expect(others).toEqual([])
    const found = problem ? place(problem) : []
    const [rule, row, name, near] = expected
    expect(found.slice(0, 3)).toEqual([rule, row, name])
    if (near !== undefined) expect(String(found[3]).split(/ \| |, /)).toContain(near)
  })

  test('a hidden cell', () => {
    const hidden = changeTable(CITY, 'cases/flow', (row) => ({
      ...row,
      cells: { ...row.cells, accepted: { value: null, status: 'withheld' } },
    }))
    const [problem] = check('<Number at="cases/flow/990100/2026-10/accepted" />', [], hidden)
    expect(problem?.params?.['reason']).toEqual({
      zh: '这一格为保护个人隐私不公开，不能写进文字。',
      en: 'This cell is withheld to protect people, and no text can say it.',
    })
  })

  test('and none that leads to a number', () => {
    expect(
      check(
        `${head}<Number at="cases/flow/990100/2026-10/accepted" />，<Change at="cases/flow/990100/2026-10/accepted" />，<Chart of="hours" />`,
      ),
    ).toEqual([])
  })
})

test('a typed number is named with its place, and the cell that has its value', () => {
  const [problem] = check('---\ntitle: 公报\n---\n\n\n按期办结率为72.2%。')
  expect(problem && [problem.rule, problem.row, problem.column, problem.found]).toEqual([
    'content-typed-number',
    6,
    7,
    '72.2%',
  ])
  expect(problem?.expected).toContain('<Number at="cases/flow/990100/2026-10/on_time_rate" />')
  expect(check('两个区间', ['两个区间'])).toEqual([])
  expect(check('没有数', ['两个区间']).map(({ rule }) => rule)).toEqual(['content-phrase-stale'])
})

test('a direction typed by hand is named, and the component that may say it is proposed for the cell beside it', () => {
  const at = 'cases/flow/990102/2026-10/on_time_rate'
  const found = check(`---\ntitle: 公报\n---\n\n栖云区最低，为<Number at="${at}" />。\n\n件数上升。`)
  expect(found.map(place)).toEqual([
    ['content-typed-direction', 5, '最低', `<Rank at="${at}" />`],
    ['content-typed-direction', 7, '上升', '<Change at="…" />'],
  ])
  expect(check('件数上升，是这个指标的定义', ['件数上升，是这个指标的定义'])).toEqual([])
})

test('a note is of a month that has something to say', () => {
  const [problem] = check('<Note of="deliverys" />')
  expect(problem && place(problem)).toEqual(['content-binding', 1, 'deliverys', 'deliveries | corrections'])
  expect(check('<Note of="corrections" />')).toEqual([])
  expect(check('<Note of="deliveries" />').map(({ rule }) => rule)).toEqual(['content-binding'])
})

describe('words bound to cells', () => {
  const many = changeTable(CITY, 'cases/flow', (row) =>
    withValue(
      withValue(withValue(row, 'due', 1000), 'on_time_rate', row.period === '2026-10' ? 80 : 70),
      'accepted',
      row.period === '2026-10' ? 1000 : 500,
    ),
  )
  const cellOf = (site: Site, at: string): NamedCell => {
    const name = parseCellName(at)
    const found = name && findNamedCell(site.published, name)
    if (!found || 'fault' in found) throw new Error(at)
    return found
  }
  const changeOf = (site: Site, measure: string): Rich[] => {
    const now = cellOf(site, `cases/flow/990100/2026-10/${measure}`)
    const before = findEarlier(site, now, 'period')
    if (!before || 'fault' in before) throw new Error(measure)
    return (['zh', 'en'] as const).map((lang) => composeChange(now, before, 'period', lang))
  }

  test.each<[string, Site, string, string, string]>([
    ['a rate', many, 'on_time_rate', '比上月上升10.0个百分点', 'up 10.0 points on the month before'],
    ['twice as many', many, 'accepted', '比上月翻番', 'twice as many as the month before'],
    ['the same', many, 'due', '与上月持平', 'the same as the month before'],
    ['a few', CITY, 'on_time_rate', '上月为83.3%', 'against 83.3% the month before'],
  ])('%s', (_, site, measure, zh, en) => {
    expect(changeOf(site, measure).map(toPlainText)).toEqual([zh, en])
  })

  test('a share has its parts, a number its cell, a rank its neighbours', () => {
    const rate = cellOf(CITY, 'cases/flow/990100/2026-10/on_time_rate')
    expect(composeNumber(rate, false, 'zh')).toEqual([
      { text: '72.2%', role: 'now', cell: 'cases/flow/2026-10?place=990100#on_time_rate' },
    ])
    expect(toPlainText(composeShare(CITY, rate, 'zh')?.parts ?? [])).toBe('13件 ÷ 18件')
    const district = cellOf(CITY, 'cases/flow/990102/2026-10/on_time_rate')
    expect(toPlainText(composeRank(CITY, district, 'zh'))).toBe('与锦中区相近，不排名次')
    const apart = changeTable(many, 'cases/flow', (row) =>
      row.key['place'] === '990102' ? withValue(row, 'on_time_rate', 50) : row,
    )
    expect(toPlainText(composeRank(apart, cellOf(apart, 'cases/flow/990102/2026-10/on_time_rate'), 'zh'))).toBe(
      '在2个地区中居第2位',
    )
  })

  test('a list names the greatest, and others where the last is not clearly more', () => {
    const name = parseTop('cases/level/990100,*/2026-10/closed')
    const top = name && findTop(CITY, name)
    if (!top || 'fault' in top) throw new Error('a list')
    expect(toPlainText(composeTop(top, 2, 'zh'))).toMatch(/^社区（15件）、.+（\d+件）/)
  })
})

test('a changed cell changes every sentence of the report that speaks of it', () => {
  const listSentences = (site: Site) => {
    const { lead, sections } = buildReport(site, '2026-10')
    return [lead, ...sections.flatMap(listParagraphs)].map(({ zh }) => zh)
  }
  const before = listSentences(CITY)
  const changed = listSentences(
    changeTable(CITY, 'cases/flow', (row) => (row.key['place'] === '990100' ? withValue(row, 'accepted', 7_777) : row)),
  )
  const speaking = before.flatMap((sentence, index) =>
    sentence.some((part) => typeof part !== 'string' && part.cell === 'cases/flow/2026-10?place=990100#accepted')
      ? [index]
      : [],
  )
  expect(speaking.length).toBeGreaterThan(1)
  for (const index of speaking) expect(toPlainText(changed[index] ?? [])).toContain('7,777')
})
