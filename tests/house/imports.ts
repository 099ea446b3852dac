import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listFilesBelow, PROJECT } from './files.ts'

/** One import of one source file. */
export interface Import {
  /** `src/check/index.ts` */
  file: string
  /** Path from the project, or the name of a package. */
  target: string
  isTypeOnly: boolean
  /** `import('…')`: loaded when that line is reached, not with the file. */
  isLazy: boolean
}

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g

/** Every import of src/, found in the text: statements at the start of a line, and `import('…')`. */
export function listImports(): Import[] {
  return listFilesBelow('src', /\.(ts|astro)$/).flatMap((file) =>
    importsOf(file, readFileSync(join(PROJECT, file), 'utf8')),
  )
}

export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = []
  for (const [, type, target] of text.matchAll(IMPORT)) {
    if (target) found.push({ file, target: resolveImport(file, target), isTypeOnly: type !== undefined, isLazy: false })
  }
  for (const [, target] of text.matchAll(DYNAMIC)) {
    if (target) found.push({ file, target: resolveImport(file, target), isTypeOnly: false, isLazy: true })
  }
  return found
}

/** The first folder below src: `src/check/rules/dates.ts` → `check`; null elsewhere. */
export function roomOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null
}

/** These files and all that runs where they run, ascending: imports of types alone run nothing. */
export function closureOf(files: readonly string[], imports: readonly Import[]): string[] {
  const targets = Map.groupBy(
    imports.filter((imported) => !imported.isTypeOnly),
    (imported) => imported.file,
  )
  const reached = new Set(files)
  for (const file of reached) for (const { target } of targets.get(file) ?? []) reached.add(target)
  return [...reached].toSorted()
}

/** Files that import each other in a ring, as a path back to its start; null where there is none. Types count too. */
export function findRing(imports: readonly Import[]): string[] | null {
  const targets = Map.groupBy(imports, (imported) => imported.file)
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return null
    for (const target of targets.get(file) ?? []) {
      const ring = visit(target.target, [...way, file])
      if (ring) return ring
    }
    done.add(file)
    return null
  }
  for (const file of targets.keys()) {
    const ring = visit(file, [])
    if (ring) return ring
  }
  return null
}

export function resolveImport(file: string, target: string): string {
  return target.startsWith('.')
    ? join(dirname(file), target)
        .replaceAll('\\', '/')
        .replace(/\?[\w&]+$/, '')
    : target
}
