import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { removeDatasets } from '../../src/compose/switch-off.ts'
import {
  isReleasePackage,
  listReleaseBundles,
  listReleasePackages,
  renderReleaseBundle,
  renderReleasePackage,
} from '../../src/downloads/release-packages.ts'
import { sha256 } from '../../src/store/disk.ts'
import { findWithdrawn } from '../../src/store/log.ts'
import type { Published, PublishedFile, Release } from '../../src/store/published-tables.ts'
import { parseSums, SUMS } from '../../src/store/site-sums.ts'
import { CONTRACT } from '../store/edition.ts'

function makeFile(path: string): PublishedFile {
  const [, dataset = '', table = '', period = '', revision = ''] = /^(.+)\/(.+)\/(.+)\.(\d+)\.csv$/.exec(path) ?? []
  const text = textOf({ path })
  const made = { path, dataset, table, period, revision: Number(revision), bytes: text.length, rows: 1, sources: [] }
  return { ...made, sha256: sha256(text) }
}
function textOf({ path }: { path: string }): string {
  return `period,accepted\n2026-10,${path.length}\n`
}
function makeRelease(release: number, files: string[], withdrawn: string[] = []): Release {
  return {
    release,
    date: `2026-11-${10 + release}`,
    note: { zh: `第${release}次`, en: `Release no. ${release}` },
    files: files.map(makeFile),
    withdrawn: withdrawn.map((path) => ({ path, sha256: sha256(textOf({ path })) })),
    repairs: [],
    previous: null,
  }
}
function publish(...releases: Release[]): Published {
  const datasets = new Set(releases.flatMap(({ files }) => files.map(({ dataset }) => dataset)))
  return {
    contracts: new Map([...datasets].map((id) => [id, { ...CONTRACT, id }])),
    tables: new Map(),
    releases,
    head: null,
    withdrawn: findWithdrawn(releases),
    textOf,
  }
}

const FIRST = makeRelease(1, ['cases/flow/2026-09.1.csv', 'cases/flow/2026-10.1.csv', 'permits/list/2026-10.1.csv'])
const SECOND = makeRelease(2, ['cases/flow/2026-10.2.csv'])
const THIRD = makeRelease(3, ['permits/list/2026-11.1.csv'], ['cases/flow/2026-10.2.csv'])
const listNames = (published: Published, dataset: string) =>
  listReleasePackages(published, dataset).map(({ name }) => name)
const listContents = (zip: Uint8Array) => {
  const files = unzipSync(zip)
  const sums = parseSums(strFromU8(files[SUMS] ?? new Uint8Array()))
  const listed = Object.entries(files).filter(([path]) => path !== SUMS)
  expect([...(sums ?? [])]).toEqual(listed.map(([path, bytes]) => [path, sha256(bytes)]).toSorted())
  return listed.map(([path]) => path)
}

describe('packages', () => {
  test('each release that touched a dataset has one, with the files that were the newest then', () => {
    const published = publish(FIRST, SECOND)
    expect(listNames(published, 'cases')).toEqual(['cases-2026-11-11.1.zip', 'cases-2026-11-12.2.zip'])
    expect(listNames(published, 'permits')).toEqual(['permits-2026-11-11.1.zip'])
    const contents = listReleasePackages(published, 'cases').map((pack) =>
      listContents(renderReleasePackage(pack, published)),
    )
    expect(contents).toEqual([
      ['README.txt', 'flow/2026-09.1.csv', 'flow/2026-10.1.csv'],
      ['README.txt', 'flow/2026-09.1.csv', 'flow/2026-10.2.csv'],
    ])
  })

  test('later releases change neither name nor bytes, and not a word of a contract or of site.yaml is in them', () => {
    const [then, now] = [publish(FIRST), publish(FIRST, SECOND, THIRD)]
    const [first] = listReleasePackages(then, 'cases')
    const [again] = listReleasePackages(now, 'cases')
    if (!first || !again) throw new Error('no package')
    expect(again.name).toBe(first.name)
    expect(sha256(renderReleasePackage(again, now))).toBe(sha256(renderReleasePackage(first, then)))
  })

  test('what was taken out later is not in it, and it has another name then: no address gives other bytes', () => {
    const published = publish(FIRST, SECOND, THIRD)
    expect(listNames(published, 'cases')).toEqual([
      'cases-2026-11-11.1.zip',
      'cases-2026-11-12.2.without-3.zip',
      'cases-2026-11-13.3.zip',
    ])
    const [, second, third] = listReleasePackages(published, 'cases')
    if (!second || !third) throw new Error('no package')
    expect(listContents(renderReleasePackage(second, published))).toEqual(['README.txt', 'flow/2026-09.1.csv'])
    const readReadme = (pack: typeof second) =>
      strFromU8(unzipSync(renderReleasePackage(pack, published))['README.txt'] ?? new Uint8Array())
    expect(readReadme(second)).toContain('此后撤下的文件不在其中，最近一次在第3次发布。')
    expect(readReadme(third)).not.toContain('撤下')
    expect(
      listNames(publish(makeRelease(1, ['a/b/2026-10.1.csv']), makeRelease(2, [], ['a/b/2026-10.1.csv'])), 'a'),
    ).toEqual([])
  })

  test('no name of a package is that of a newest file', () => {
    const names = ['cases-2026-11-12.2.zip', 'cases-2026-11-12.2.without-3-permits.zip', 'cases.zip', 'cases-flow.csv']
    expect(names.map(isReleasePackage)).toEqual([true, true, false, false])
  })
})

describe('bundles', () => {
  const renderAll = (published: Published) =>
    listReleaseBundles(published).map((bundle) => {
      const contents = bundle.packages.map((pack) => renderReleasePackage(pack, published))
      return [bundle.name, listContents(renderReleaseBundle(bundle, contents))]
    })

  test('each release has one, with the package of each dataset that was the newest then', () => {
    expect(renderAll(publish(FIRST, SECOND))).toEqual([
      ['all-datasets-2026-11-11.1.zip', ['README.txt', 'cases-2026-11-11.1.zip', 'permits-2026-11-11.1.zip']],
      ['all-datasets-2026-11-12.2.zip', ['README.txt', 'cases-2026-11-12.2.zip', 'permits-2026-11-11.1.zip']],
    ])
    const names = listReleaseBundles(publish(FIRST, SECOND, THIRD)).map(({ name }) => name)
    expect(names).toEqual([
      'all-datasets-2026-11-11.1.zip',
      'all-datasets-2026-11-12.2.without-3.zip',
      'all-datasets-2026-11-13.3.zip',
    ])
  })

  test('a dataset that is off the site is in the name of each bundle that had it', () => {
    const later = makeRelease(2, ['cases/flow/2026-10.1.csv', 'permits/list/2026-10.1.csv'])
    const published = publish(makeRelease(1, ['cases/flow/2026-09.1.csv']), later)
    expect(renderAll(removeDatasets(published, new Set(['permits'])))).toEqual([
      ['all-datasets-2026-11-11.1.zip', ['README.txt', 'cases-2026-11-11.1.zip']],
      ['all-datasets-2026-11-12.2.without-permits.zip', ['README.txt', 'cases-2026-11-12.2.zip']],
    ])
  })
})

/*
 * Archives that were given must never have other bytes, whatever becomes of the program: where this fails, what packs them has
 * changed, and the old way has to be kept for releases that are out.
 */
test('the bytes of a package and of a bundle', () => {
  const published = publish(FIRST, SECOND)
  const [bundle] = listReleaseBundles(published)
  if (!bundle) throw new Error('no bundle')
  const contents = bundle.packages.map((pack) => renderReleasePackage(pack, published))
  const hashes = [...contents, renderReleaseBundle(bundle, contents)].map((bytes) => sha256(bytes))
  expect(hashes).toMatchInlineSnapshot(`
    [
      "5ae0bb61339baafc3f5fcda8782ea581af2acf405da7f254e8f2088b6d15e3c3",
      "d0fcf3be9263fc415bf4ea50b64b0f332812e302691a7f227acb9478e2ecb461",
      "b23cde01bb74e81fbe9bd243801bf1943f1b4020cc3713c3323ce7a73bf4b20b",
    ]
  `)
})
