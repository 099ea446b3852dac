import { expect, test } from 'vitest'
import { compareLooks, comparePaint, compareTexts } from '../../../scripts/conform/compare-looks.ts'
import type { Painted } from '../../../scripts/conform/look.ts'

const mark = (index: number, paint: Record<string, string>, changes: Partial<Painted> = {}): Painted => ({
  index,
  name: 'path.mark',
  within: 'hours',
  paint,
  ...changes,
})

test.each([
  ['the same words', '居民\n12 条', '居民\n12 条', []],
  ['other breaks and spaces', '居民 12\n条', '居民\n\n12条', []],
  ['a line that is lost', '居民\n12条\n尾', '居民\n尾', ['text is lost: "12条"']],
  ['a line that is added', '居民', '居民\n12条', ['text is added: "12条"']],
  ['another order', '甲\n乙', '乙\n甲', ['text in another order: "甲乙" is "乙甲"']],
])('%s', (_what, present, other, findings) => {
  expect(compareTexts(present, other)).toEqual(findings)
})

test('many lost lines are counted, not listed', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `第${at + 100}行`)
  expect(compareTexts(lines.join('\n'), '').slice(-2)).toEqual(['text is lost: "第107行"', 'text is lost: 22 more'])
})

test.each([
  ['equal', '184,60,40,255', '184,60,40,255', true],
  ['rounded otherwise', '184,60,40,255', '186,58,40,255', true],
  ['another colour', '184,60,40,255', '0,0,0,255', false],
  ['no colour', '184,60,40,255', 'none', false],
  ['a rounded border', '1px 184,60,40,255', '1px 184,61,40,255', true],
  ['a wider border', '1px 184,60,40,255', '2px 184,60,40,255', false],
  ['a width that is near', '1.5px', '2px', false],
])('paint: %s', (_what, present, other, isAlike) => {
  const findings = comparePaint('dark', [mark(3, { stroke: present })], [mark(3, { stroke: other })])
  expect(findings).toEqual(isAlike ? [] : [`dark: stroke ${present} is ${other}: #hours path.mark`])
})

test('a colour that is lost is reported once, with its location', () => {
  const present = [1, 2, 3, 4, 5, 6].map((at) => mark(at, { fill: '1,1,1,255' }, { within: `figure-${at}` }))
  const other = present.map((painted) => ({ ...painted, paint: { fill: '9,9,9,255' } }))
  expect(comparePaint('light', present, other)).toEqual([
    'light: fill 1,1,1,255 is 9,9,9,255: #figure-1 path.mark, #figure-2 path.mark, #figure-3 path.mark and 3 more',
  ])
})

test('elements in sight in one engine only, and a page that was built otherwise', () => {
  const paint = { fill: 'none' }
  const present = [mark(1, paint), mark(2, paint, { name: 'rect' }), mark(3, paint, { name: 'circle', within: '' })]
  const other = [mark(1, paint), mark(2, paint, { name: 'line' }), mark(4, paint, { name: 'text' })]
  expect(comparePaint('light', present, other)).toEqual([
    'light: another element in its place: #hours rect',
    'light: out of sight: circle',
    'light: in sight, though not in the present engine: #hours text',
  ])
})

test('a page that scrolls sideways in the other engine only', () => {
  const look = { text: '', isTooWide: false, light: [], dark: [] }
  expect(compareLooks(look, { ...look, isTooWide: true })).toEqual(['the page scrolls sideways'])
  expect(compareLooks({ ...look, isTooWide: true }, { ...look, isTooWide: true })).toEqual([])
})
