import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Commands of Firefox's own protocol; geckodriver, which is not everywhere, only hands them on. */
export interface Marionette {
  /** Sends a command of WebDriver, `WebDriver:Navigate`; throws what Firefox answers as an error. */
  send(command: string, parameters?: Record<string, unknown>): Promise<unknown>
  /** Ends Firefox and removes its profile. */
  close(): Promise<void>
}

/** Far beyond what a start takes; a Firefox that cannot read our profile never opens its port. */
const START_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 100
const END_WITHIN_MS = 20_000

/** Starts a Firefox without a window, with a profile of its own. */
export async function startFirefox(program: string): Promise<Marionette> {
  const profile = await mkdtemp(join(tmpdir(), 'mingge-firefox-'))
  await writeFile(join(profile, 'user.js'), PREFERENCES)
  const flags = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile]
  const child = spawn(program, [...flags, 'about:blank'], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve())
    child.on('exit', () => resolve())
  })
  const clean = async () => {
    await Promise.race([ended, sleep(END_WITHIN_MS)])
    child.kill('SIGKILL')
    await ended
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const wire = await openWire(await portOf(profile, child))
    return {
      send: wire.send,
      async close() {
        await wire.send('Marionette:Quit', { flags: ['eForceQuit'] })
        wire.end()
        await clean()
      },
    }
  } catch (error) {
    child.kill('SIGKILL')
    await clean()
    throw error
  }
}

/** Port 0 takes any; Firefox writes which one into its profile. */
const PREFERENCES = `user_pref("marionette.port", 0);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.disabledForTesting", true);
user_pref("intl.accept_languages", "zh-CN, zh, en");
`

async function portOf(profile: string, child: ChildProcess): Promise<number> {
  const file = join(profile, 'MarionetteActivePort')
  for (let waited = 0; waited < START_WITHIN_MS; waited += LOOK_EVERY_MS) {
    const port = existsSync(file) ? Number(await readFile(file, 'utf8')) : 0
    if (port > 0) return port
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('it ended at once')
    await sleep(LOOK_EVERY_MS)
  }
  throw new Error('it opened no port for Marionette')
}

interface Wire {
  send: Marionette['send']
  end(): void
}

type Waiting = Map<number, { resolve(value: unknown): void; reject(error: Error): void }>

/** A connection speaks in `length:JSON`; the first message greets, all others answer a command by its number. */
async function openWire(port: number): Promise<Wire> {
  const socket = await connectTo(port)
  const waiting: Waiting = new Map()
  let count = 0
  let rest: Buffer = Buffer.alloc(0)
  socket.on('data', (piece) => {
    const { messages, left } = splitMessages(Buffer.concat([rest, piece]))
    rest = left
    for (const message of messages) answer(message, waiting)
  })
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has closed the connection'))
    waiting.clear()
  })
  return {
    send(command, parameters = {}) {
      count += 1
      const id = count
      const body = JSON.stringify([0, id, command, parameters])
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        socket.write(`${Buffer.byteLength(body)}:${body}`)
      })
    },
    end: () => socket.destroy(),
  }
}

function connectTo(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })
}

/** Whole messages at the start of what has come so far, and what is left over. */
export function splitMessages(bytes: Buffer): { messages: unknown[]; left: Buffer } {
  const messages: unknown[] = []
  let left = bytes
  while (true) {
    const colon = left.indexOf(':')
    const end = colon + 1 + Number(left.toString('latin1', 0, Math.max(0, colon)))
    if (colon === -1 || left.length < end) return { messages, left }
    messages.push(JSON.parse(left.toString('utf8', colon + 1, end)))
    left = left.subarray(end)
  }
}

function answer(message: unknown, waiting: Waiting): void {
  if (!Array.isArray(message)) return
  // Marionette answers with [1, number of the command, error or null, result].
  const [, id, error, result] = message as [number, number, { error: string; message: string } | null, unknown]
  const item = waiting.get(id)
  waiting.delete(id)
  if (error === null) item?.resolve(result)
  else item?.reject(new Error(`${error.error}: ${error.message}`))
}
