import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BROKEN_CONTROLS, SOUND_CONTROL } from '../../scripts/conform/broken-pictures.ts'
import { compareRasters, type Likeness } from '../../scripts/conform/likeness.ts'
import { type Easel, referenceOf, setUpEasel } from '../../scripts/conform/reference.ts'
import { findChromium, launchChromium } from '../../scripts/test/launch-chromium.ts'
import { drawFigure, renderStandaloneSvg } from '../../src/charts/index.ts'
import { EXAMPLES } from '../charts/chart-examples.ts'

/*
 * `npm run conform` holds other programs to what the browser draws. Here the browser replaces the others: it must
 * pass with a picture as it is, and fail with a broken picture.
 */

let folder: string
let browser: Browser
let easel: Easel

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-'))
  browser = await launchChromium(await findChromium())
  easel = await setUpEasel(browser)
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

async function draw(svg: string) {
  const file = join(folder, 'picture.svg')
  await writeFile(file, svg)
  return referenceOf(easel, file)
}

/** How a changed picture compares with the sound picture. */
async function compare(sound: string, changed: string): Promise<Likeness> {
  const reference = await draw(sound)
  return compareRasters(reference, (await draw(changed)).raster)
}

test('no fault is found with the sound control', async () => {
  const likeness = await compare(SOUND_CONTROL.svg, SOUND_CONTROL.svg)
  expect(SOUND_CONTROL.isSeen(likeness)).toBe(true)
  expect([likeness.marks, likeness.letters]).toEqual([3, 20])
})

test.each(BROKEN_CONTROLS)('$name is seen to be broken', async (control) => {
  expect(control.svg).not.toBe(SOUND_CONTROL.svg)
  expect(control.isSeen(await compare(SOUND_CONTROL.svg, control.svg))).toBe(true)
})

// A picture of thin lines and one of areas: each compares some ten million pixels.
test.each(['line-statuses', 'tiles'])('each mark and letter of %s without its colour is missed', async (name) => {
  const spec = EXAMPLES[name]
  if (!spec) throw new Error(`unknown example: ${name}`)
  const svg = renderStandaloneSvg(drawFigure(spec, 'zh'), 'wide')
  const sound = await compare(svg, svg)
  expect(sound).toMatchObject({ missingMarks: [], strangeLetters: [], strayShare: 0 })
  expect(sound.letters).toBeGreaterThan(50)
  const bare = await compare(svg, svg.replace(/(fill|stroke)="#(?!fff)\w+"/g, '$1="#fff"'))
  expect(bare.missingMarks).toHaveLength(sound.marks)
  expect(bare.strangeLetters).toHaveLength(sound.letters)
})
