import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readIfThere, sha256 } from '../../../src/store/disk.ts'
import { runProgram } from '../../command/child.ts'
import { PROJECT } from '../../command/options.ts'
import { getLastLines, resolvePython, runIfThere } from '../outside.ts'

/** Programs of Python that read what leaves the site, each pinned with all that it needs. */
const REQUIREMENTS = join(PROJECT, 'scripts/conform/formats/requirements.txt')

/** Puts the pinned set into an environment in `folder`, where it is not there yet; returns what is lacking for it, or null. */
export async function installPythonSet(folder: string): Promise<string | null> {
  const wanted = sha256(await readFile(REQUIREMENTS))
  const stamp = join(folder, 'requirements.sha256')
  const before = await readIfThere(stamp)
  if (before !== null && new TextDecoder().decode(before) === wanted) return null
  await mkdir(folder, { recursive: true })
  const made = await runIfThere('python3', ['-m', 'venv', folder])
  if (made === null) return 'python3'
  if (made.code !== 0) return `python3 -m venv (Debian: python3-venv): ${getLastLines(made)}`
  const install = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--requirement', REQUIREMENTS]
  const ended = await runProgram(resolvePython(folder), install, { gather: true })
  if (ended.code !== 0) return `pip: ${getLastLines(ended)}`
  await writeFile(stamp, wanted)
  return null
}

/** The version at which a package of the set is pinned. Throws for a package that is not in it. */
export async function findPinned(name: string): Promise<string> {
  const line = (await readFile(REQUIREMENTS, 'utf8')).split('\n').find((line) => line.startsWith(`${name}==`))
  if (line === undefined) throw new Error(`conform: ${name} is not in requirements.txt`)
  return line.slice(name.length + 2)
}
