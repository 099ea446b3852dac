import { randomOf } from '../../scripts/demo/random.ts'
import { check } from '../../src/check/index.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { read } from '../../src/read/index.ts'
import { type HandedFile, handOver } from '../../src/sql/hand-over.ts'
import type { Kind } from './fault.ts'
import type { Subject } from './subject-file.ts'

/** A file with a fault as an engine gets it, and what the line says of it. */
export interface HandedFault extends HandedFile {
  file: string
  /** It is judged apart from the true file of its period, and from other faulty files. */
  keyScope: string
  /** Errors of the line. */
  refused: readonly Problem[]
}

/**
 * The rows that the reader takes of a file with this fault, though it refuses the file: so the engine judges what it would
 * not be given. Null where the kind does not apply or no table is found.
 */
export function handFault({ contract, places, period, ...subject }: Subject, kind: Kind, seed = 1): HandedFault | null {
  const injected = kind.inject({ contract, places, period, ...subject }, randomOf(seed, `${kind.name}:${contract.id}`))
  if (injected === null) return null
  const isBook = injected.bytes[0] === 0x50 && injected.bytes[1] === 0x4b
  const file = `${kind.group}-${kind.name}.${isBook ? 'xlsx' : 'csv'}`
  const { sheets } = read(injected.bytes, file, contract.profile)
  const refused = check(contract, sheets, { period, places }).problems.filter(({ level }) => level === 'error')
  return { file, keyScope: file, refused, ...handOver(contract, sheets, { period, places }) }
}
