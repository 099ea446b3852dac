import {
  type AcceptedFile,
  acceptFile,
  acceptFileByTwo,
  acceptPart,
  type PendingPart,
  sourceOf,
} from '../../src/accept/index.ts'
import type { Places } from '../../src/codes/places.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { checkReading } from '../../src/line/check-reading.ts'
import type { FileResult } from '../../src/line/file-result.ts'
import { finishAccepted } from '../../src/line/finish-accepted.ts'
import { read } from '../../src/read/index.ts'

/** What came out of a file that was accepted from its bytes, beside what the checker makes of it. */
export interface Comparison {
  /** False where the file went to the checker as a whole, so that there is nothing to compare. */
  isAccepted: boolean
  /** Rows that were checked one by one. */
  doubted: number
  /** The first part of the results that differs, and both forms of it; null where all is the same. */
  difference: { part: string; accepted: string; checked: string } | null
}

interface Compared {
  places: Places
  period: string
  /** Bytes that are read at a time. */
  blockBytes?: number
  /** What the checker makes of the file, where that is known already. */
  checked?: FileResult
  /** False leaves out the comparison of the file scanned by two. */
  hasTwo?: boolean
}

/**
 * Both lines over one file, the quick one with the kernel, without it and by two: tables, problems, counts, digest and shape
 * have to be the same.
 */
export async function compareLines(
  contract: Contract,
  bytes: Uint8Array,
  { places, period, blockBytes, checked, hasTwo = true }: Compared,
): Promise<Comparison> {
  const file = `raw/${contract.id}/${period}.csv`
  const context = { period, places }
  const of = { source: sourceOf(bytes), size: bytes.length, file, context, blockBytes }
  const accepted = acceptFile(contract, of)
  const others = [
    acceptFile(contract, { ...of, hasKernel: false }),
    ...(hasTwo ? [await acceptFileByTwo(contract, of, (from) => scanAside(contract, of, from))] : []),
  ]
  const known = others.filter((other) => other !== null)
  if (!accepted || known.length < others.length) {
    const difference = { part: 'accepted', accepted: `${accepted !== null}`, checked: `${known.length}` }
    return { isAccepted: false, doubted: 0, difference: accepted || known.length > 0 ? difference : null }
  }
  const finish = (made: typeof accepted) => {
    const finished = finishAccepted(contract, made, context)
    made.release()
    return finished
  }
  const ours = finish(accepted)
  let difference = findDifference(ours, checked ?? checkReading(contract, read(bytes, file, contract.profile), context))
  for (const other of known) {
    difference ??= findDifference(ours, finish(other)) ?? compare('rowsDoubted', accepted, other)
  }
  return { isAccepted: true, doubted: accepted.rowsDoubted, difference }
}

/** The later part, as it would come from another thread. */
export function scanAside(contract: Contract, of: AcceptedFile, from: number): PendingPart {
  return {
    compare: () => undefined,
    finish: async () => structuredClone(acceptPart(contract, of, from)),
    close: async () => undefined,
  }
}

function findDifference(ours: FileResult, theirs: FileResult): Comparison['difference'] {
  const parts = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
  return parts.map((part) => compare(part, ours, theirs)).find((difference) => difference !== null) ?? null
}

function compare(part: string, ours: object, theirs: object): Comparison['difference'] {
  const [accepted, checked] = [ours, theirs].map((result) => JSON.stringify(Reflect.get(result, part)) ?? '')
  if (accepted === checked) return null
  let at = 0
  while (accepted?.[at] === checked?.[at]) at += 1
  const surround = (text = '') => text.slice(Math.max(0, at - 200), at + 200)
  return { part, accepted: surround(accepted), checked: surround(checked) }
}
