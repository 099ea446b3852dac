import { type Accepted, acceptFile, sourceOf } from '../../src/accept/index.ts'
import type { Places } from '../../src/codes/places.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { checkReading, type FileResult, finishAccepted } from '../../src/line/check-reading.ts'
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
}

/** Both lines over one file, the quick one with and without the kernel: tables, problems, counts, digest and shape have to be the same. */
export function compareLines(
  contract: Contract,
  bytes: Uint8Array,
  { places, period, blockBytes, checked }: Compared,
): Comparison {
  const file = `raw/${contract.id}/${period}.csv`
  const context = { period, places }
  const ofBlocks = blockBytes === undefined ? {} : { blockBytes }
  const [accepted, byPlans] = [true, false].map((hasKernel) =>
    acceptFile(contract, { source: sourceOf(bytes), size: bytes.length, file, context, hasKernel, ...ofBlocks }),
  )
  if (!accepted || !byPlans) {
    const difference = { part: 'accepted', accepted: String(accepted), checked: String(byPlans) }
    return { isAccepted: false, doubted: 0, difference: accepted === byPlans ? null : difference }
  }
  const finish = (made: Accepted) => finishAccepted(contract, made, context)
  const ours = finish(accepted)
  const difference =
    findDifference(ours, checked ?? checkReading(contract, read(bytes, file, contract.profile), context)) ??
    findDifference(ours, finish(byPlans)) ??
    compare('rowsDoubted', accepted, byPlans)
  return { isAccepted: true, doubted: accepted.rowsDoubted, difference }
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
