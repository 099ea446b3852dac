import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import { isSettled, type Stamp, stampAll } from '../../src/store/file-stamp.ts'

/** Modules that a run over large files begins with, below `scripts/`. */
const ENTRIES = ['check/check-portal.ts', 'publish/publish-release.ts', 'line/check-thread.ts', 'line/part-thread.ts']

/** The program as it is on the disk, by size and time of change of each of its files. */
export function stampProgram(projectDir: string): Stamp {
  const paths = ['src', 'scripts', 'package-lock.json', 'node_modules/.package-lock.json']
  return stampAll(paths.map((path) => join(projectDir, path)))
}

interface ProgramNow {
  projectDir: string
  stamp: Stamp
  /** Milliseconds since 1970. */
  now: number
}

/**
 * A module of `ENTRIES` by its name, from a few files instead of hundreds, which on two threads costs a fifth of a second
 * each to find and to evaluate. They are built whenever the program has changed. Null where it has changed so lately
 * that a further change might not show: then the module runs as it is written.
 */
export async function importBundled(name: string, program: ProgramNow): Promise<unknown> {
  const folder = await makeBundle(program)
  return folder === null ? null : import(pathToFileURL(join(folder, `${name}.mjs`)).href)
}

/** The folder of the bundle of the program as it is. */
async function makeBundle({ projectDir, stamp, now }: ProgramNow): Promise<string | null> {
  if (!isSettled(stamp, now)) return null
  const all = join(projectDir, '.mingge', 'programs')
  const name = createHash('sha256').update(`${stamp.text} ${process.version}`).digest('hex').slice(0, 16)
  const folder = join(all, name)
  if (existsSync(folder)) return folder
  const part = join(all, `${name}.${process.pid}.part`)
  await mkdir(all, { recursive: true })
  const older = await readdir(all)
  await bundle(projectDir, part)
  await rename(part, folder).catch(async (error: unknown) => {
    // Another run has made the same at the same time.
    if (!existsSync(folder)) throw error
    await rm(part, { recursive: true })
  })
  for (const other of older) await rm(join(all, other), { recursive: true, force: true })
  return folder
}

async function bundle(projectDir: string, outdir: string): Promise<void> {
  const [{ build }, { recallProgramHash }] = await Promise.all([import('esbuild'), import('./program-hash.ts')])
  const scripts = join(projectDir, 'scripts')
  await build({
    entryPoints: ENTRIES.map((path) => join(scripts, path)),
    outdir,
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    define: { PROGRAM_HASH: JSON.stringify(await recallProgramHash(projectDir)) },
    // Packages that are no modules of ECMAScript ask for those of Node.
    banner: { js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);" },
    plugins: [leaveOut(scripts)],
  })
}

/** Packages of nothing but JavaScript; others look for files beside themselves. */
const BUNDLED = new Set(['zod', 'yaml', '@e965/xlsx', 'papaparse', 'fflate', 'opencc-js', 'pinyin-pro'])

/** What stays outside: other packages, and what the verb has loaded already, whose classes of errors it knows. */
function leaveOut(scripts: string): Plugin {
  const command = join(scripts, 'command')
  return {
    name: 'leave-out',
    setup(made) {
      made.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        const [scope = '', rest = ''] = path.split('/')
        const own = scope.startsWith('@') ? `${scope}/${rest}` : scope
        return kind === 'entry-point' || BUNDLED.has(own) ? null : { path, external: true }
      })
      made.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir }) => {
        const file = join(resolveDir, path)
        if (dirname(file) !== command) return null
        return { path: `../../../scripts/command/${file.slice(command.length + 1)}`, external: true }
      })
    },
  }
}
