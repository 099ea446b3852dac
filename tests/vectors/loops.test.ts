import { describe, expect, test } from 'vitest'
import { randomOf } from '../../scripts/demo/random.ts'
import { leaseVectors } from '../../src/vectors/kernel-vectors.ts'
import { type Loops, NO_BLOCK, NO_MINUTE, NOT_TESTED, SMALL } from '../../src/vectors/loops.ts'
import { PLAIN } from '../../src/vectors/vectors.ts'

type Argument = Uint8Array | Int32Array | Float64Array | number

const CODES = 7
const random = randomOf(11, 'loops')
const drawWhole = (most: number) => Math.floor(random.drawNext() * most)
const makeInts = (rows: number, make: () => number) => Int32Array.from({ length: rows }, make)
const makeBits = (rows: number) => Uint8Array.from({ length: rows }, () => drawWhole(2))
const makeDoubles = (rows: number, make: () => number) => Float64Array.from({ length: rows }, make)
const drawMinute = () => [NO_MINUTE, drawWhole(50), -drawWhole(50), 0x7fff_ffff, NO_MINUTE + 1][drawWhole(5)] ?? 0
const drawInt = () => drawWhole(2 ** 32) | 0
const drawCode = () => drawWhole(CODES)
const drawBlock = () => drawWhole(CODES + 1) + NO_BLOCK
const SOME_NUMBERS = [0, 1, -1, 2.5, SMALL - 1, SMALL, Number.NaN, 2 ** 31, -(2 ** 31), 1e15, 0.1, -0]
const drawNumber = () => SOME_NUMBERS[drawWhole(SOME_NUMBERS.length)] ?? 0
const drawSmallOrBlank = () => [drawWhole(SMALL), Number.NaN][drawWhole(2)] ?? 0
const drawSpan = () => [-30, drawWhole(30)] as const
const makeHolds = () => Uint8Array.from({ length: SMALL + 1 }, () => drawWhole(2))
const makeStarts = () => Int32Array.from({ length: CODES + 1 }, (_, index) => index * 100)

/** Arguments of each loop, in its order, for so many rows. Below a hundred rows, as `starts` are that far apart. */
const ARGUMENTS: Record<keyof Loops, (rows: number) => Argument[]> = {
  maskBetween: (rows) => [makeInts(rows, drawMinute), rows, ...drawSpan(), makeBits(rows)],
  maskBefore: (rows) => [makeInts(rows, drawMinute), makeInts(rows, drawMinute), rows, makeBits(rows)],
  maskNotAfter: (rows) => [makeInts(rows, drawMinute), makeInts(rows, drawMinute), rows, makeBits(rows)],
  intersect: (rows) => [makeBits(rows), makeBits(rows), rows, makeBits(rows)],
  unite: (rows) => [makeBits(rows), makeBits(rows), rows, makeBits(rows)],
  exclude: (rows) => [makeBits(rows), makeBits(rows), rows, makeBits(rows)],
  fillBlanks: (rows) => [makeInts(rows, drawMinute), makeInts(rows, drawMinute), rows],
  maskCodes: (rows) => [makeInts(rows, drawCode), makeBits(CODES), rows, makeBits(rows)],
  maskNumbers: (rows) => {
    const numbers = drawWhole(2) === 0 ? makeDoubles(rows, drawSmallOrBlank) : makeDoubles(rows, drawNumber)
    const known = drawWhole(2) === 0 ? makeHolds() : makeHolds().fill(NOT_TESTED, 1, 3)
    return [numbers, known, Math.min(rows, drawWhole(3)), rows, makeBits(rows)]
  },
  findUnlike: (rows) => [
    makeInts(rows, drawCode),
    makeInts(rows, () => 1),
    makeInts(CODES, () => 1 + drawWhole(2)),
    0,
    rows,
  ],
  findLatest: (rows) => [makeInts(rows, drawMinute), rows, ...drawSpan()],
  findEarliest: (rows) => [makeInts(rows, drawMinute), rows],
  startBlocks: (rows) => [makeInts(rows, drawBlock), makeBits(rows), rows],
  splitBlocks: (rows) => [
    makeInts(rows, drawBlock),
    makeInts(rows, drawCode),
    makeInts(CODES * CODES, () => NO_BLOCK),
    CODES,
    rows,
  ],
  findFirst: (rows) => [makeInts(rows, drawBlock), rows, makeInts(CODES, () => -1)],
  countRows: (rows) => [makeInts(rows, drawBlock), rows, makeInts(CODES + 1, drawCode)],
  countMasked: (rows) => [makeInts(rows, drawBlock), makeBits(rows), rows, makeInts(CODES + 1, drawCode)],
  countOrdered: (rows) => [makeInts(rows, drawCode), rows, makeInts(CODES, () => 0), makeInts(CODES, () => 0)],
  addWhole: (rows) => {
    const numbers = drawWhole(2) === 0 ? makeDoubles(rows, drawNumber) : makeDoubles(rows, drawSmallOrBlank)
    return [
      makeInts(rows, drawBlock),
      makeBits(rows),
      numbers,
      rows,
      makeDoubles(CODES, drawCode),
      makeInts(CODES, drawCode),
    ]
  },
  subtract: (rows) => [makeInts(rows, drawMinute), makeInts(rows, drawMinute), rows, makeDoubles(rows, drawNumber)],
  countValues: (rows) => [
    makeInts(rows, drawBlock),
    makeBits(rows),
    makeDoubles(rows, drawNumber),
    rows,
    makeInts(CODES + 1, drawCode),
  ],
  layValues: (rows) => {
    const laid = makeDoubles(100 * CODES, () => 0)
    return [makeInts(rows, drawBlock), makeBits(rows), makeDoubles(rows, drawNumber), rows, makeStarts(), laid]
  },
  select: (rows) => [makeDoubles(rows + 1, () => drawWhole(20)), rows + 1, drawWhole(rows)],
  findLeast: (rows) => [makeDoubles(rows, drawCode), Math.min(rows, 2), rows],
  addHashes: (rows) => [
    makeInts(rows, drawInt),
    makeInts(rows, drawInt),
    makeInts(rows, drawInt),
    makeInts(rows, drawInt),
    rows,
  ],
  addCodes: (rows) => {
    const ofCodes = [makeInts(CODES, drawInt), makeInts(CODES, drawInt)]
    return [makeInts(rows, drawInt), makeInts(rows, drawInt), makeInts(rows, drawCode), ...ofCodes, rows]
  },
  addMinutes: (rows) => [makeInts(rows, drawInt), makeInts(rows, drawInt), makeInts(rows, drawMinute), rows],
  // What the compiled loop leaves may be more by one number, which is added by its digits or its bits alike.
  addNumbers: (rows) => [
    makeInts(rows, drawInt),
    makeInts(rows, drawInt),
    makeDoubles(rows, drawSmallOrBlank),
    0,
    rows,
  ],
  sumInts: (rows) => [makeInts(rows, drawInt), rows],
  hasRepeated: (rows) => [
    ...(drawWhole(2) === 0
      ? [makeInts(rows, drawCode), makeInts(rows, drawCode), rows]
      : [makeInts(rows, drawInt), makeInts(rows, drawInt), rows]),
    makeInts(256, () => 0),
    256,
  ],
  isAscending: (rows) => {
    const numbers = makeDoubles(rows, drawNumber)
    return [drawWhole(2) === 0 ? numbers : makeDoubles(rows, () => drawWhole(1000)).sort(), rows]
  },
  areAll: (rows) => [makeInts(rows, () => (drawWhole(200) === 0 ? 1 : 4)), rows, 4],
  sumNumbers: (rows) => [makeDoubles(rows, drawSmallOrBlank), rows],
  findMost: (rows) => [makeDoubles(rows, drawNumber), rows],
}

const ROUNDS = 40

describe('the compiled loops and their twins', () => {
  test.each(Object.keys(ARGUMENTS) as (keyof Loops)[])('%s', (name) => {
    const { vectors, release } = leaseVectors(1 << 20)
    expect(vectors).not.toBe(PLAIN)
    for (let round = 0; round < ROUNDS; round += 1) {
      const rows = drawWhole(99)
      const mine = ARGUMENTS[name](rows)
      vectors.lend(() => {
        const theirs = mine.map((argument) => (typeof argument === 'number' ? argument : vectors.hold(argument)))
        expect(theirs.every((argument, at) => typeof argument === 'number' || argument !== mine[at])).toBe(true)
        const [made, expected] = [call(vectors[name], theirs), call(PLAIN[name], mine)]
        expect({ round, made, arrays: theirs }).toEqual({ round, made: expected, arrays: mine })
      })
    }
    release()
  })

  test('arrays beyond the room of the memory are ordinary arrays, and all loops still run', () => {
    const { vectors, release } = leaseVectors(1 << 10)
    const [minutes, mask] = [vectors.allocateInts(1 << 20).fill(5), vectors.allocateBytes(1 << 20)]
    vectors.maskBetween(minutes, minutes.length, 5, 5, mask)
    expect(mask.indexOf(0)).toBe(-1)
    release()
  })

  test('memory that was lent is given again, without what it held', () => {
    const { vectors, release } = leaseVectors(1 << 10)
    const first = vectors.lend(() => vectors.allocateInts(8).fill(7))
    const next = vectors.allocateInts(8)
    expect([next.byteOffset, [...next]]).toEqual([first.byteOffset, Array.from({ length: 8 }, () => 0)])
    release()
  })
})

function call(loop: Loops[keyof Loops], args: readonly Argument[]): unknown {
  return Reflect.apply(loop, null, args)
}
