import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { isMissing, sha256 } from './disk.ts'

/** Texts that cost much to make, kept between builds by the hash of all that they are made of. */
interface KeptTexts {
  /**
   * The text that was kept for the same ingredients, or `make()`, which is kept then. `madeOf` is plain data and holds
   * everything but the code: a function in it throws.
   */
  recall(madeOf: readonly unknown[], make: () => string): string
  /** The same of bytes that take their time, such as a PNG. */
  recallBytes(madeOf: readonly unknown[], make: () => Promise<Uint8Array>): Promise<Uint8Array>
}

/** A folder for one state of the code, with a file a text; without one nothing is kept. */
export function openKeptTexts(folder: string | undefined): KeptTexts {
  if (folder === undefined) return { recall: (_, make) => make(), recallBytes: (_, make) => make() }
  // Not as JSON, which writes what is missing, what is no number and nothing alike.
  const locate = (madeOf: readonly unknown[]) => join(folder, sha256(serialize(madeOf)))
  return {
    recall(madeOf, make) {
      const file = locate(madeOf)
      return new TextDecoder().decode(readIfKept(file) ?? keep(file, new TextEncoder().encode(make())))
    },
    async recallBytes(madeOf, make) {
      const file = locate(madeOf)
      return readIfKept(file) ?? keep(file, await make())
    },
  }
}

/** Whole or not at all: another build may be reading. */
function keep(file: string, made: Uint8Array): Uint8Array {
  const part = `${file}.${process.pid}.part`
  writeFileSync(part, made)
  renameSync(part, file)
  return made
}

function readIfKept(file: string): Uint8Array | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
