import { listFilesBelow, readProject } from './files.ts'
import { resolveImport } from './imports.ts'

/** A name that a file of the program exports. */
export interface Export {
  /** `src/codes/divisions.ts` */
  file: string
  name: string
  isType: boolean
}

const CODE = /\.(ts|astro|mjs|mdx)$/
const DECLARED =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(function\*?|const|let|class|interface|type|enum) +(\w+)/gm
const LISTED = /^export (type )?\{([^}]*)\}/gm
/** `import { a, type b as c } from '…'`, `export { a } from '…'`, `import * as a from '…'`. */
const TAKEN = /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?([\w*{}\s,$]+?)\sfrom\s+['"](\.[^'"]+)['"]/g
const LAZY = /\bimport\(\s*['"](\.[^'"]+)['"]/g

/**
 * Exports of `src` and `scripts` that no other file of the program takes, in two kinds: those that a test takes, and the
 * rest. A type that a test names is no code, and does not count among the first.
 */
export function findIdleExports(): { byTestsOnly: Export[]; byNobody: Export[] } {
  const program = [
    ...listFilesBelow('src', CODE),
    ...listFilesBelow('scripts', CODE),
    'astro.config.mjs',
    'vitest.config.ts',
  ]
  const inProgram = listTaken(program)
  const inTests = listTaken(listFilesBelow('tests', CODE))
  const idle = program
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => listExports(file, readProject(file)))
    .filter((exported) => !isTaken(exported, inProgram))
  return {
    byTestsOnly: idle.filter((idle) => isTaken(idle, inTests) && !idle.isType),
    byNobody: idle.filter((idle) => !isTaken(idle, inTests)),
  }
}

/** Names that are taken of each file; '*' where all may be. */
type Taken = Map<string, Set<string>>

function isTaken({ file, name }: Export, taken: Taken): boolean {
  const names = taken.get(file)
  return names !== undefined && (names.has(name) || names.has('*'))
}

export function listExports(file: string, text: string): Export[] {
  const declared = [...text.matchAll(DECLARED)].map(([, kind = '', name = '']) => {
    return { file, name, isType: kind === 'type' || kind === 'interface' }
  })
  const listed = [...text.matchAll(LISTED)].flatMap(([, type, names = '']) =>
    listNames(names).map(({ outside }) => ({ file, name: outside, isType: type !== undefined })),
  )
  return [...declared, ...listed]
}

function listTaken(files: readonly string[]): Taken {
  const taken: Taken = new Map()
  const take = (file: string, names: Iterable<string>) => {
    const known = taken.get(file) ?? new Set()
    for (const name of names) known.add(name)
    taken.set(file, known)
  }
  for (const file of files) {
    const text = readProject(file)
    for (const [, clause = '', target = ''] of text.matchAll(TAKEN)) take(resolveImport(file, target), namesOf(clause))
    // What is loaded lazily is taken apart where it arrives, so each word of the file may be a name of it.
    for (const [, target = ''] of text.matchAll(LAZY)) take(resolveImport(file, target), text.match(/\w+/g) ?? [])
  }
  return taken
}

function namesOf(clause: string): string[] {
  if (clause.includes('*')) return ['*']
  const braces = /\{([^}]*)\}/.exec(clause)?.[1] ?? ''
  const isDefault = /^\w+/.test(clause.trim())
  return [...listNames(braces).map(({ inside }) => inside), ...(isDefault ? ['default'] : [])]
}

/** `a, type b as c`: what the names are inside the file that has them, and outside. */
function listNames(list: string): { inside: string; outside: string }[] {
  return list
    .split(',')
    .map((part) => part.trim().replace(/^type\s+/, ''))
    .filter((part) => part !== '')
    .map((part) => {
      const [inside = '', outside = inside] = part.split(/\s+as\s+/)
      return { inside, outside }
    })
}
