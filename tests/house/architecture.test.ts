import { basename, dirname } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { type Export, findIdleExports, listExports } from './exports.ts'
import { listFilesBelow, readProject, removeComments } from './files.ts'
import { closureOf, findRing, importsOf, listImports, roomOf } from './imports.ts'
import { IMPURE, listReachable, MAY_IMPORT, NAMES_WITHOUT_MEANING, PURE, TYPES_BACK, WINGS } from './rooms.ts'

const imports = listImports()
const sources = listFilesBelow('src', /\.(ts|astro)$/)
const scripts = listFilesBelow('scripts', /\.(ts|mjs)$/)
const typeScript = [...sources, ...scripts, ...listFilesBelow('tests', /\.ts$/)]
const LINES_MAX = 250
/** A table of data reads alike on every line, and is not split for its length. */
const DATA_TABLES = /^src\/(quirks|problems\/catalogue|datasets)\//

describe('the line', () => {
  test('every folder of src is a room of the house', () => {
    expect(sources.map(roomOf).filter((room) => room !== null && !(room in MAY_IMPORT))).toEqual([])
  })

  test('imports run along the line', () => {
    const back = imports.filter((imported) => {
      const from = roomOf(imported.file)
      const to = roomOf(imported.target)
      if (from === null || to === null || from === to || listReachable(from).has(to)) return false
      return !(imported.isTypeOnly && TYPES_BACK[from]?.includes(to))
    })
    expect(back.map(report)).toEqual([])
  })

  test.each(Object.entries(WINGS))('imports between the wings of %s run along its own line', (room, wings) => {
    const wingOf = (path: string) => wings.indexOf(path.split('/')[2] ?? '')
    const folders = new Set(sources.filter((file) => roomOf(file) === room).map((file) => file.split('/')[2] ?? ''))
    expect([...folders].filter((name) => !name.endsWith('.ts')).toSorted()).toEqual(wings.toSorted())
    const own = imports.filter((imported) => roomOf(imported.file) === room && roomOf(imported.target) === room)
    // What is in no wing, such as the room's index, joins them and may be imported by all.
    expect(
      own
        .filter((candidate) => wingOf(candidate.target) > wingOf(candidate.file) && wingOf(candidate.file) >= 0)
        .map(report),
    ).toEqual([])
  })

  test('src imports nothing from scripts or tests', () => {
    expect(imports.filter((imported) => /^(scripts|tests)\//.test(imported.target)).map(report)).toEqual([])
  })

  test('only routes know the site of this build: all else is given what it shows', () => {
    const importers = imports.filter((imported) => imported.target === 'src/views/current.ts').map(({ file }) => file)
    expect(importers).toContain('src/pages/404.astro')
    expect(importers.filter((file) => !file.startsWith('src/pages/'))).toEqual([])
  })

  test('no files import each other in a ring', () => {
    const ofScripts = scripts.flatMap((file) => importsOf(file, readProject(file)))
    expect(findRing([...imports, ...ofScripts])).toBeNull()
  })

  test('relative imports name a file that exists, with its extension', () => {
    const known = new Set(listFilesBelow('src', /./))
    const relative = imports.filter((imported) => imported.target.startsWith('src/'))
    expect(relative.length).toBeGreaterThan(0)
    expect(relative.filter((candidate) => !known.has(candidate.target)).map(report)).toEqual([])
  })
})

describe('the reader of imports', () => {
  test('sees statements over several lines, re-exports, types and dynamic imports', () => {
    const text = `import type { A } from '../codes/a.ts'
import {
  b,
  c as d,
} from './b.ts'
import './c.css'
export * from '../read/index.ts'
export const x = 'import y from "no.ts"'
const z = await import('./z.ts')
import csv from './d.csv?raw'
`
    expect(
      importsOf('src/check/x.ts', text).map((imported) => `${imported.isTypeOnly ? 'type ' : ''}${imported.target}`),
    ).toEqual([
      'type src/codes/a.ts',
      'src/check/b.ts',
      'src/check/c.css',
      'src/read/index.ts',
      'src/check/d.csv',
      'src/check/z.ts',
    ])
  })

  test('finds all that files run, and leaves out what they only name', () => {
    const makeEdge = (file: string, target: string, isTypeOnly = false) => ({ file, target, isTypeOnly, isLazy: false })
    expect(
      closureOf(['a'], [makeEdge('a', 'b'), makeEdge('b', 'c'), makeEdge('b', 'd', true), makeEdge('e', 'f')]),
    ).toEqual(['a', 'b', 'c'])
  })

  test('finds a ring', () => {
    const makeEdge = (file: string, target: string) => ({ file, target, isTypeOnly: false, isLazy: false })
    expect(findRing([makeEdge('a', 'b'), makeEdge('b', 'c')])).toBeNull()
    expect(findRing([makeEdge('a', 'b'), makeEdge('b', 'c'), makeEdge('c', 'b')])).toEqual(['b', 'c', 'b'])
  })
})

describe('pure rooms, and whatever of other rooms they run,', () => {
  const inPure = sources.filter((file) => PURE.includes(roomOf(file) ?? ''))
  const run = closureOf(inPure, imports).filter((file) => file.startsWith('src/'))

  test('reach into rooms that are not pure', () => {
    expect(inPure.length).toBeGreaterThan(0)
    expect(run).toContain('src/portal/exceptions.ts')
  })

  for (const { name, pattern } of IMPURE) {
    test(`know nothing of ${name}`, () => {
      expect(run.filter((file) => pattern.test(removeComments(readProject(file))))).toEqual([])
    })
  }
})

describe('size and names', () => {
  test(`no file is longer than ${LINES_MAX} lines, tables of data left out`, () => {
    const counted = typeScript.filter((file) => !DATA_TABLES.test(file))
    const long = counted.map((file) => `${file}: ${readProject(file).split('\n').length - 1}`)
    expect(long.filter((line) => Number(line.split(': ')[1]) > LINES_MAX)).toEqual([])
  })

  test('no folder or file has a name without meaning', () => {
    const named = typeScript.filter((file) => {
      const parts = [...dirname(file).split('/'), basename(file).split('.')[0] ?? '']
      return parts.some((part) => NAMES_WITHOUT_MEANING.includes(part))
    })
    expect(named).toEqual([])
  })

  test('no two files have the same name, so that an editor jumps to the right file', () => {
    // An index is named after its folder; contracts of small portals are input.
    const named = typeScript.filter(
      (file) => !/\/index\.(ts|astro)$|^(scripts|tests)\/.*\/contracts\/\w+\.ts$/.test(file),
    )
    const shared = [...Map.groupBy(named, (file) => basename(file))].filter(([, files]) => files.length > 1)
    expect(shared).toEqual([])
  })
})

describe('types', () => {
  test('nobody writes any', () => {
    expect(typeScript.filter((file) => namesAny(readProject(file)))).toEqual([])
  })

  test('the type any is distinguished from a name that contains it', () => {
    // Written in pieces, so that a search for the type does not find this file.
    const type = 'an' + 'y'
    expect([`let x: ${type}`, `f<${type}>()`, `y as ${type}[]`].map(namesAny)).toEqual([true, true, true])
    expect(namesAny('const a = { any: 1 } // any')).toBe(false)
  })

  // Written in pieces, so that this file does not find itself.
  const refused = [
    new RegExp(`@ts-${'(ignore|nocheck|expect-error)'}`),
    // A biome comment says why after its colon.
    new RegExp(`biome-${'ignore'}[\\w-]* [^:\\n]*(:\\s*)?$`, 'm'),
  ]
  test.each(refused)('nobody writes %s', (pattern) => {
    expect(typeScript.filter((file) => pattern.test(readProject(file)))).toEqual([])
  })
})

/** True where the text names the type `any`; of an .astro file the part between the fences is read. */
function namesAny(text: string): boolean {
  // To parse is slow, and the word is in few files.
  if (!/\bany\b/.test(text)) return false
  const code = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? text
  const source = ts.createSourceFile('source.ts', code, ts.ScriptTarget.Latest, false)
  const visit = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.AnyKeyword || ts.forEachChild(node, (child) => visit(child) || undefined) === true
  return visit(source)
}

function report(imported: { file: string; target: string }): string {
  return `${imported.file} → ${imported.target}`
}

describe('exports', () => {
  const { byTestsOnly, byNobody } = findIdleExports()
  const nameOf = ({ file, name }: Export) => `${file} ${name}`

  test('nothing is exported that no other file takes', () => {
    expect(byNobody.filter(({ file, name }) => !isEntry(file, name)).map(nameOf)).toEqual([])
  })

  test('nothing of src is exported for tests alone', () => {
    expect(byTestsOnly.map(nameOf).filter((name) => name.startsWith('src/'))).toEqual([])
  })

  test('exports and what is taken of them are found in the text', () => {
    const text = [
      'export async function a() {}',
      'export const b = 1, x = 2',
      'export interface C {}',
      "export { d, e as f } from './y.ts'",
      "export type { G } from './y.ts'",
      'const hidden = 1',
    ].join('\n')
    expect(listExports('src/x.ts', text).map(({ name, isType }) => (isType ? `type ${name}` : name))).toEqual([
      'a',
      'b',
      'type C',
      'd',
      'f',
      'type G',
    ])
  })
})

/** What a program other than ours calls: Node, Astro, and the bundler that makes the search of the reader's browser. */
function isEntry(file: string, name: string): boolean {
  if (file.startsWith('scripts/')) return name === 'main'
  return /^src\/(pages|search\/browser)\/|^src\/content\.config\.ts$/.test(file)
}
