import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { type Ended, type ProgramOptions, runProgram } from '../command/child.ts'

/** What a program that failed had to say is cut to this many characters. */
const WORDS_MAX = 300

/** The version that a program prints; null where the program is not there or does not start. */
export async function versionOf(program: string, args: string[]): Promise<string | null> {
  const ended = await runIfThere(program, args)
  if (ended === null || ended.code !== 0) return null
  return /\d+(\.\d+)+/.exec(ended.stdout)?.[0] ?? ended.stdout.trim()
}

type Where = Pick<ProgramOptions, 'folder' | 'env'>

/** A program that was found, and failed at its work. */
export class ProgramError extends Error {}

/** What a program prints; throws a ProgramError with its last words where it fails. */
export async function runOrThrow(program: string, args: string[], where: Where = {}): Promise<string> {
  const ended = await runProgram(program, args, { gather: true, ...where })
  if (ended.code !== 0) throw new ProgramError(`${basename(program)}, exit code ${ended.code}: ${getLastLines(ended)}`)
  return ended.stdout
}

/** Lines that are not empty: programs print a finding a line. */
export function listLines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

/** A package of npm or PyPI at one version: `@resvg/resvg-js`, `2.6.2`. */
interface Pinned {
  name: string
  version: string
}

/** Puts a package of npm into `folder`/node_modules, where it is not there yet; returns what is lacking for it, or null. */
export async function installFromNpm(folder: string, { name, version }: Pinned): Promise<string | null> {
  const manifest = join(folder, 'node_modules', name, 'package.json')
  if (existsSync(manifest) && MANIFEST.parse(JSON.parse(await readFile(manifest, 'utf8'))).version === version)
    return null
  await mkdir(folder, { recursive: true })
  // npm states where it is itself, which spares Windows its npm.cmd; without npm around us, the npm on PATH is taken.
  const own = process.env['npm_execpath']
  const [program, first] = own && basename(own).startsWith('npm') ? [process.execPath, [own]] : ['npm', []]
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`]
  const ended = await runIfThere(program, [...first, ...install])
  if (ended === null) return 'npm'
  return ended.code === 0 ? null : `${name} ${version}: ${getLastLines(ended)}`
}

/**
 * Puts packages of PyPI, the wanted one first and all that it needs, into an environment of Python in `folder`; returns
 * what is lacking for it, or null. `resolvePython` names the Python that has them.
 */
export async function installFromPyPi(
  folder: string,
  packages: readonly [Pinned, ...Pinned[]],
): Promise<string | null> {
  const { name, version } = packages[0]
  const python = resolvePython(folder)
  const asks = ['-c', `from importlib.metadata import version; print(version('${name}'))`]
  if (existsSync(python) && (await versionOf(python, asks)) === version) return null
  const made = await runIfThere('python3', ['-m', 'venv', folder])
  if (made === null) return 'python3'
  if (made.code !== 0) return `python3 -m venv (Debian: python3-venv): ${getLastLines(made)}`
  const pins = packages.map((pinned) => `${pinned.name}==${pinned.version}`)
  const ended = await runProgram(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', ...pins], { gather: true })
  return ended.code === 0 ? null : `${name} ${version}: ${getLastLines(ended)}`
}

export function resolvePython(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python')
}

const MANIFEST = z.object({ version: z.string() })

/** Runs a program and gathers what it prints; null where there is no program of this name. */
export async function runIfThere(program: string, args: string[]): Promise<Ended | null> {
  try {
    return await runProgram(program, args, { gather: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** What a program has said last, which is why it failed. */
export function getLastLines({ output }: Ended): string {
  return output.trim().slice(-WORDS_MAX)
}
