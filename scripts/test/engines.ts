import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type LocalText, toBilingual } from '../command/bilingual.ts'
import { runProgram } from '../command/child.ts'
import { PROJECT } from '../command/options.ts'
import { runStage } from '../command/progress-reporter.ts'
import { withLock } from '../command/with-lock.ts'
import { startError } from './launch-chromium.ts'

/**
 * Old Chromium engines that npm carries, by major version. The hash is that of the package, so that what runs here
 * is what was looked at when it was chosen.
 */
export const ENGINES = {
  92: '92.0.0 sha512-xCFop83v5gXKQTDGNfzj84F4f9QZkY9eShTu1pbWYOPB6wJNw9YgoX56zeVeRD7VL9AVwiS9VS9tgShnc5uR2g==',
  103: '103.0.0 sha512-tFX5k5uWAT0fIxelUtpN4GN1VOTT61AHB6rRjeYzC296SjizKM1pNslEWj0YeuajKfsnNeDuHizB320TTTOrkA==',
  109: '109.0.0 sha512-x1B44QCZ6zbTW1P7B5G6penrCHywcqUhPz5cRhbXvRMkxl1qNRytkdlMgy/rb6FCNhDEMurc+7gw/uP9YvF9BQ==',
  114: '114.0.0 sha512-jzOUZInBjnJYXXCJFCDOEQb0t22Klx2+t7isZEiSOxLdDyDtDaykUS5c8Bw4KczWYb4fDxorO0D+g0rCFq5/gA==',
  122: '122.0.0 sha512-DvS/KHg6QKw8Umn+yv2i3kFwg0uP/mAGvPw6L0n3kLPWo37DMB6HD4/vNDIQM9Gm13x0AVaqoGjOtDwPHP0uNQ==',
  123: '123.0.0 sha512-W1iR3CHiuiyeRix6WK2eKbQLiKkdhiayzDlDNiZAako1pvnSvh+y1UKaZoYIL37eI47zraMA9OkAhkbubp1qUA==',
} as const

export type EngineMajor = keyof typeof ENGINES

/** The program of an old engine, or a line that explains why it is not available on this machine. */
export type Engine = { path: string } | { lacks: string }

/** The side effects of finding an engine; tests pass effects without a network. */
export interface EngineEffects {
  /** `linux x64`: the only machine that the packages are made for. */
  machine: string
  /** Puts the package's file into a folder and returns its path; throws where it cannot be had. */
  fetchPackage(name: string, folder: string): Promise<string>
  /** Why a program does not start, null where it does. */
  startError(path: string): Promise<string | null>
  /** Holds one folder an engine. */
  store: string
  /** Version and hash of an engine's package. */
  pins: Record<EngineMajor, string>
}

/** Finds an engine in the project's own folder, or fetches it there from the registry that npm is set to. */
export async function findEngine(major: EngineMajor, effects: EngineEffects = REAL): Promise<Engine> {
  if (effects.machine !== 'linux x64') {
    return reportLack(major, {
      zh: `只有 linux x64 的版本，本机为 ${effects.machine}`,
      en: `it is made for linux x64 only; this machine is ${effects.machine}`,
    })
  }
  const [version, integrity] = splitPin(effects.pins[major])
  const path = join(effects.store, version, 'chromium')
  try {
    await withLock(join(effects.store, `${version}.lock`), async () => {
      if (existsSync(path)) return
      await unpackEngine({ version, integrity, path }, effects)
    })
  } catch (error) {
    return reportLack(major, toOneLine(error))
  }
  const failure = await effects.startError(path)
  return failure === null ? { path } : reportLack(major, failure)
}

function reportLack(major: EngineMajor, why: LocalText | string): Engine {
  const start = toBilingual({ zh: `本机得不到 Chromium ${major}：`, en: `Chromium ${major} is not available here:` })
  return { lacks: `${start} ${toBilingual(why)}` }
}

interface Wanted {
  version: string
  integrity: string
  path: string
}

/** The program appears under its name only when it is whole: it is written beside and renamed. */
async function unpackEngine({ version, integrity, path }: Wanted, effects: EngineEffects): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const scratch = await mkdtemp(join(dirname(path), 'fetched-'))
  try {
    const file = await effects.fetchPackage(`${PACKAGE}@${version}`, scratch)
    const found = `sha512-${createHash('sha512')
      .update(await readFile(file))
      .digest('base64')}`
    if (found !== integrity) throw new Error(`${basename(file)} is ${found}, expected ${integrity}`)
    await runOrThrow('tar', ['-xzf', file, '-C', scratch, PROGRAM])
    const program = join(scratch, 'chromium')
    await pipeline(
      createReadStream(join(scratch, PROGRAM)),
      createBrotliDecompress(),
      createWriteStream(program, { mode: 0o755 }),
    )
    await rename(program, path)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

const PACKAGE = '@sparticuz/chromium'
const PROGRAM = 'package/bin/chromium.br'

const REAL: EngineEffects = {
  machine: `${process.platform} ${process.arch}`,
  fetchPackage: packByNpm,
  startError,
  store: join(PROJECT, '.mingge', 'engines'),
  pins: ENGINES,
}

/** npm asks the registry that this machine is set to, and keeps what it got in its own cache. */
async function packByNpm(name: string, folder: string): Promise<string> {
  const patience = ['--fetch-retries=1', '--fetch-timeout=60000']
  await runStage({ zh: `下载 ${name}`, en: `Fetching ${name}` }, () =>
    runOrThrow('npm', ['pack', name, '--pack-destination', folder, '--loglevel=error', ...patience]),
  )
  const file = (await readdir(folder)).find((candidate) => candidate.endsWith('.tgz'))
  if (file === undefined) throw new Error(`npm pack ${name} left no file`)
  return join(folder, file)
}

async function runOrThrow(program: string, args: string[]): Promise<void> {
  const ended = await runProgram(program, args, { gather: true })
  if (ended.code !== 0) throw new Error(`${program} ${args[0]}: ${ended.output.trim() || `exit code ${ended.code}`}`)
}

function splitPin(pin: string): [version: string, integrity: string] {
  const [version = '', integrity = ''] = pin.split(' ')
  return [version, integrity]
}

function toOneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replaceAll(/\s+/g, ' ').slice(0, 300)
}
