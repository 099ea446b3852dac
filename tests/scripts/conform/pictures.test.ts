import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installFromNpm, ProgramError, runIfThere, runOrThrow, versionOf } from '../../../scripts/conform/outside.ts'
import { PICTURE_PROGRAMS, pngOf } from '../../../scripts/conform/picture-programs.ts'
import { choosePictures, PICTURE_CHECKS } from '../../../scripts/conform/pictures.ts'
import { drawFigure, renderStandaloneSvg } from '../../../src/charts/index.ts'
import { onTimeLine } from '../../charts/chart-examples.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-'))
})

afterAll(() => rm(folder, { recursive: true }))

describe('the pictures of a site', () => {
  test('are one of each name in each language, without drawings that are no charts', async () => {
    const picture = renderStandaloneSvg(drawFigure(onTimeLine, 'zh'), 'wide')
    const files: [string, string][] = [
      ['places/990101/on-time.svg', picture],
      ['places/990102/on-time.svg', picture],
      ['places/990102/shares.svg', picture],
      ['en/places/990102/on-time.svg', picture],
      ['about/plan.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'],
      ['about/index.html', picture],
    ]
    for (const [name, content] of files) {
      await mkdir(dirname(join(folder, 'site', name)), { recursive: true })
      await writeFile(join(folder, 'site', name), content)
    }
    expect(await choosePictures(join(folder, 'site'))).toEqual([
      'en/places/990102/on-time.svg',
      'places/990101/on-time.svg',
      'places/990102/shares.svg',
    ])
  })

  test('are drawn by five programs, each with its words in both languages', () => {
    expect(PICTURE_CHECKS.map((check) => check.name)).toEqual([
      'librsvg',
      'resvg',
      'cairosvg',
      'inkscape',
      'libreoffice',
    ])
    for (const { about } of PICTURE_PROGRAMS) {
      expect(about.zh).toMatch(/\p{Script=Han}.*。$/u)
      expect(about.en).toMatch(/^[\x20-\x7e]+\.$/)
    }
    expect(pngOf(join('a', 'en--hours.svg'), 'b')).toBe(join('b', 'en--hours.png'))
  })
})

describe('an outside program', () => {
  test('that is not there is lacking, not a fault', async () => {
    expect(await runIfThere('mingge-no-such-program', [])).toBeNull()
    expect(await versionOf('mingge-no-such-program', [])).toBeNull()
  })

  test('that does not start has no version', async () => {
    expect(await versionOf(process.execPath, ['--eval', 'process.exit(1)'])).toBeNull()
  })

  test('tells its version among other words', async () => {
    const args = ['--eval', 'console.log("Inkscape 1.2.2 (b0a8486541, 2022-12-01)")']
    expect(await versionOf(process.execPath, args)).toBe('1.2.2')
  })

  test('that fails is reported with its last lines', async () => {
    const fails = ['--eval', 'console.error("no such font"); process.exit(4)']
    const fault = runOrThrow(process.execPath, fails)
    await expect(fault).rejects.toThrow(ProgramError)
    await expect(fault).rejects.toThrow(/exit code 4: no such font$/)
  })

  test('of npm that is there at the right version is not installed again', async () => {
    const home = join(folder, 'npm')
    await mkdir(join(home, 'node_modules', '@a', 'b'), { recursive: true })
    await writeFile(join(home, 'node_modules', '@a', 'b', 'package.json'), '{"name":"@a/b","version":"1.2.3"}')
    expect(await installFromNpm(home, { name: '@a/b', version: '1.2.3' })).toBeNull()
  })
})
