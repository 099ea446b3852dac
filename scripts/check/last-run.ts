import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSettled, readKept, type Stamp, stampAll, stampFile, writeKept } from '../../src/store/file-stamp.ts'
import { chooseMemoryFolder } from '../line/memory-folder.ts'

/** What a run of `check` printed and how it ended. */
interface Printed {
  text: string
  /** `publish` would refuse. */
  isStopped: boolean
}

/** What the last run with the same words on the command line printed, where nothing has changed since. */
export interface LastRun {
  recall(): Promise<Printed | null>
  /** Keeps what this run printed, if nothing has changed while it ran and any later change will be seen. */
  keep(printed: Printed): Promise<void>
}

/** The folders that a run of `check` is made of, and the program. */
interface RunOf {
  data: string
  content: string
  program: Stamp
  args: readonly string[]
  /** Milliseconds since 1970. */
  now: number
}

/**
 * Judges by size and time of change of every file that a run of `check` may read: the portal's and the program's. A day
 * later it is another run, since due days pass.
 */
export function openLastRun({ data, content, program, args, now }: RunOf): LastRun {
  const name = createHash('sha256').update(JSON.stringify(args)).digest('hex').slice(0, 16)
  const file = join(`${chooseMemoryFolder(data)}.runs`, `${name}.json`)
  const day = new Date(now).toDateString()
  // What is published is not read; what was received is written by the run itself.
  const received = join(data, 'received.jsonl')
  const except = new Set([join(data, 'published'), received])
  const read = [data, join(content, 'site.yaml')]
  const before = stampAll(read, except)
  const stampOf = (text: string) => [text, program.text, stampFile(received).text, day, process.version].join('\n')
  return {
    async recall() {
      // Only the lines below write here.
      const kept = (await readKept(file)) as { stamp: string; printed: Printed } | null
      return kept?.stamp === stampOf(before.text) ? kept.printed : null
    },
    async keep(printed) {
      if (
        ![before, program].every((stamp) => isSettled(stamp, now)) ||
        importsFromElsewhere(join(data, 'contracts')) ||
        stampAll(read, except).text !== before.text
      )
        return
      await writeKept(file, { stamp: stampOf(before.text), printed })
    },
  }
}

/** True where a contract takes values from a file outside its folder: whether that has changed is not seen here. */
function importsFromElsewhere(folder: string): boolean {
  if (!existsSync(folder)) return false
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return names.some(({ name }) => ELSEWHERE.test(readFileSync(join(folder, name), 'utf8')))
}

const ELSEWHERE = /^\s*(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"](?!\.\/)/m
