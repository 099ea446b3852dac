import { expect, test } from 'vitest'
import { findFunctions, findMembers, isVerbFirst, listFunctions } from './function-names.ts'

test('functions begin with verbs', () => {
  const functions = listFunctions()
  expect(functions.length).toBeGreaterThan(4_000)
  const others = functions.filter(({ name }) => !isVerbFirst(name))
  expect(others.map(({ file, line, name }) => `${file}:${line}: ${name}`)).toEqual([])
})

test('every kind of function is found, and nothing else', () => {
  const text = `
export async function inBoth<T>(say: (lang: Lang) => T): Promise<T> {
const above = (at: number): number => rows[at]
  const sum = (first + second) * 2
  const lines = async (
    text: string,
  ): Promise<string[]> => {
    if (text) {
  private *excess(cell: number): Generator<number> {
  rows(period) {
    print(rows)
    rows(period: string): readonly Row[]
`
  expect(findFunctions(text)).toEqual([
    { line: 2, name: 'inBoth' },
    { line: 3, name: 'above' },
    { line: 5, name: 'lines' },
    { line: 9, name: 'excess' },
    { line: 10, name: 'rows' },
  ])
})

test('functions that objects hold and types ask for are found, calls and values are not', () => {
  const text = `
  const columns = [{ width: 12, text: ({ level }) => level }]
    rows: async (
      period,
    ) => readRows(period),
    at: x => x,
    sum: (first + second) * 2,
    print(rows)
  box(tile: Tile): Box
  work: (item: Item) => Promise<void>,
  // text: (row) => a comment
`
  expect(findMembers(text)).toEqual([
    { line: 2, name: 'text' },
    { line: 3, name: 'rows' },
    { line: 6, name: 'at' },
    { line: 9, name: 'box' },
    { line: 10, name: 'work' },
  ])
})

test.each([
  ['findRows', true],
  ['isOpen', true],
  ['toText', true],
  ['locationOf', true],
  ['unitsOfRows', true],
  ['inBoth', false],
  ['kernelColumn', false],
  ['rows', false],
  ['ofRows', false],
  ['At', false],
])('%s begins with a verb: %s', (name, expected) => {
  expect(isVerbFirst(name)).toBe(expected)
})
