import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as kinds from '../../src/charts/kinds.ts'
import { EXAMPLES } from './chart-examples.ts'

const folders = readdirSync(new URL('../../src/charts/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

test('each folder of the charts is a kind, and each kind is a folder', () => {
  expect(Object.keys(kinds).toSorted()).toEqual(folders.toSorted())
})

test('every kind has an example, which the tests of pictures, tables and sentences go through', () => {
  expect(new Set(Object.values(EXAMPLES).map((spec) => spec.kind))).toEqual(new Set(Object.keys(kinds)))
})
