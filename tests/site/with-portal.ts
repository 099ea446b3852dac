import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { vi } from 'vitest'
import { exitCodeOf } from '../../scripts/command/run-command.ts'

/** A portal in a folder of its own, made by laying folders over each other; gone after `work`. */
export async function withPortal<T>(layers: readonly string[], work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-portal-'))
  try {
    for (const layer of layers) await cp(join(import.meta.dirname, layer), folder, { recursive: true })
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Runs a script on a portal as the command line would; what it prints is caught. */
export async function runScript(
  main: (args: string[]) => Promise<void>,
  folder: string,
  args: readonly string[] = [],
): Promise<{ code: number; out: string; err: string }> {
  vi.stubEnv('MINGGE_MEMORY', join(folder, 'memory'))
  const folders = ['--data', join(folder, 'data'), '--content', join(folder, 'content'), '--out', join(folder, 'dist')]
  try {
    const { result, out, err } = await catchOutput(() => exitCodeOf(main, [...folders, ...args]))
    return { code: result, out, err }
  } finally {
    vi.unstubAllEnvs()
  }
}

/** Does some work and gives back what it printed meanwhile, which is shown nowhere. */
export async function catchOutput<T>(work: () => Promise<T>): Promise<{ result: T; out: string; err: string }> {
  let [out, err] = ['', '']
  const caught = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += text
      return true
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err += text
      return true
    }),
  ]
  try {
    const result = await work()
    return { result, out, err }
  } finally {
    for (const mock of caught) mock.mockRestore()
  }
}

/** Files below a folder with their text, by path with `/`, sorted; {} where there is no such folder. */
export async function treeOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const tree: Record<string, string> = {}
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.sort()) tree[relative(folder, path).split(sep).join('/')] = await readFile(path, 'utf8')
  return tree
}

/** Ten more callbacks of October: of fewer, rounded counts might show nothing. */
export function listCalls(first: number): string {
  const numbers = Array.from({ length: 10 }, (_, at) => `HF202610${String(first + at).padStart(4, '0')}`)
  return numbers.map((number) => `${number},2026-10,西岭区,短信,市容环境,是,是,满意\n`).join('')
}
