import { createInterface } from 'node:readline/promises'
import { type LocalText, toBilingual } from '../command/bilingual.ts'
import { UsageError } from '../command/run-command.ts'

/** Where a person can be asked. */
interface Asking {
  input: NodeJS.ReadableStream
  output: NodeJS.WritableStream
  isTerminal: boolean
}

export function openAsking(): Asking {
  const { stdin, stderr } = process
  return { input: stdin, output: stderr, isTerminal: stdin.isTTY === true && stderr.isTTY === true }
}

/** Goes on where a person says yes; throws UsageError where they do not, or where there is nobody to ask. */
export async function requireConsent(question: LocalText, asking: Asking = openAsking()): Promise<void> {
  if (!asking.isTerminal) {
    throw new UsageError({
      zh: '没有写入任何内容。核对以上内容后，请加--yes再运行。',
      en: 'Nothing was written. Look at the above, then run it again with --yes.',
    })
  }
  const lines = createInterface({ input: asking.input, output: asking.output })
  try {
    const answer = await lines.question(`${toBilingual(question)} [y/N] `)
    if (/^\s*(y|yes|是)\s*$/i.test(answer)) return
  } finally {
    lines.close()
  }
  throw new UsageError({ zh: '没有写入任何内容。', en: 'Nothing was written.' })
}
