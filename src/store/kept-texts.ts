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
  /** The same of bytes, such as a PNG. */
  recallBytes(madeOf: readonly unknown[], make: () => Uint8Array): Uint8Array
}

/** A folder for one state of the code, with a file a text; without one nothing is kept. */
export function openKeptTexts(folder: string | undefined): KeptTexts {
  if (folder === undefined) return { recall: (_, make) => make(), recallBytes: (_, make) => make() }
  const recallBytes: KeptTexts['recallBytes'] = (madeOf, make) => {
    // Not as JSON, which writes what is missing, what is no number and nothing alike.
    const file = join(folder, sha256(serialize(madeOf)))
    const kept = readIfKept(file)
    if (kept !== null) return kept
    const made = make()
    // Whole or not at all: another build may be reading.
    const part = `${file}.${process.pid}.part`
    writeFileSync(part, made)
    renameSync(part, file)
    return made
  }
  return {
    recall: (madeOf, make) => new TextDecoder().decode(recallBytes(madeOf, () => new TextEncoder().encode(make()))),
    recallBytes,
  }
}

function readIfKept(file: string): Uint8Array | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
