import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { drawFigure, drawPicture } from '../../src/charts/index.ts'
import { openKeptTexts } from '../../src/store/kept-texts.ts'
import { EXAMPLES } from '../charts/chart-examples.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingge-kept-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a text is made once for the same ingredients, by any number of builds', () => {
  let made = 0
  const make = () => {
    made += 1
    return `text ${made}`
  }
  expect(openKeptTexts(folder).recall(['a', { b: 1 }], make)).toBe('text 1')
  expect(openKeptTexts(folder).recall(['a', { b: 1 }], make)).toBe('text 1')
  expect(openKeptTexts(undefined).recall(['a', { b: 1 }], make)).toBe('text 2')
  expect(readdirSync(folder)).toHaveLength(1)
})

test('ingredients that JSON writes alike are different', () => {
  const kept = openKeptTexts(folder)
  const all = [[null], [Number.NaN], [undefined], [{}], [{ a: undefined }], [new Map([['a', 1]])], [-0], [0], ['0']]
  const texts = all.map((madeOf, at) => kept.recall(madeOf, () => String(at)))
  expect(texts).toEqual(all.map((_, at) => String(at)))
})

test('what is no plain data cannot be kept', () => {
  expect(() => openKeptTexts(folder).recall([() => 1], () => 'a')).toThrow('could not be cloned')
})

test.each(Object.entries(EXAMPLES))('%s of an earlier build is as it is drawn now', (_, spec) => {
  const draw = (): typeof drawPicture => {
    const kept = openKeptTexts(folder)
    return (drawn, options) => kept.recall([drawn, options], () => drawPicture(drawn, options))
  }
  const first = drawFigure(spec, 'zh', draw())
  const fail = () => {
    throw new Error('drawn again')
  }
  const kept = openKeptTexts(folder)
  const again = drawFigure(spec, 'zh', (drawn, options) => kept.recall([drawn, options], fail))
  expect(again).toEqual(first)
  expect(again).toEqual(drawFigure(spec, 'zh'))
})
