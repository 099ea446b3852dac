import { describe, expect, test } from 'vitest'
import { randomOf } from '../../scripts/demo/random.ts'
import { leaseVectors } from '../../src/vectors/kernel-vectors.ts'
import { type Loops, NO_BLOCK, NO_MINUTE, NOT_TESTED, SMALL } from '../../src/vectors/loops.ts'
import { PLAIN } from '../../src/vectors/vectors.ts'

type Argument = Uint8Array | Int32Array | Float64Array | number

const CODES = 7
const random = randomOf(11, 'loops')
const whole = (most: number) => Math.floor(random.drawNext() * most)
const ints = (rows: number, make: () => number) => Int32Array.from({ length: rows }, make)
const bits = (rows: number) => Uint8Array.from({ length: rows }, () => whole(2))
const doubles = (rows: number, make: () => number) => Float64Array.from({ length: rows }, make)
const anyMinute = () => [NO_MINUTE, whole(50), -whole(50), 0x7fff_ffff, NO_MINUTE + 1][whole(5)] ?? 0
const anyInt = () => whole(2 ** 32) | 0
const code = () => whole(CODES)
const block = () => whole(CODES + 1) + NO_BLOCK
const SOME_NUMBERS = [0, 1, -1, 2.5, SMALL - 1, SMALL, Number.NaN, 2 ** 31, -(2 ** 31), 1e15, 0.1, -0]
const anyNumber = () => SOME_NUMBERS[whole(SOME_NUMBERS.length)] ?? 0
const smallOrBlank = () => [whole(SMALL), Number.NaN][whole(2)] ?? 0
const span = () => [-30, whole(30)] as const
const holds = () => Uint8Array.from({ length: SMALL + 1 }, () => whole(2))
const starts = () => Int32Array.from({ length: CODES + 1 }, (_, index) => index * 100)

/** Arguments of each loop, in its order, for so many rows. Below a hundred rows, as `starts` are that far apart. */
const ARGUMENTS: Record<keyof Loops, (rows: number) => Argument[]> = {
  maskBetween: (rows) => [ints(rows, anyMinute), rows, ...span(), bits(rows)],
  maskBefore: (rows) => [ints(rows, anyMinute), ints(rows, anyMinute), rows, bits(rows)],
  maskNotAfter: (rows) => [ints(rows, anyMinute), ints(rows, anyMinute), rows, bits(rows)],
  intersect: (rows) => [bits(rows), bits(rows), rows, bits(rows)],
  unite: (rows) => [bits(rows), bits(rows), rows, bits(rows)],
  exclude: (rows) => [bits(rows), bits(rows), rows, bits(rows)],
  fillBlanks: (rows) => [ints(rows, anyMinute), ints(rows, anyMinute), rows],
  maskCodes: (rows) => [ints(rows, code), bits(CODES), rows, bits(rows)],
  maskNumbers: (rows) => {
    const numbers = whole(2) === 0 ? doubles(rows, smallOrBlank) : doubles(rows, anyNumber)
    const known = whole(2) === 0 ? holds() : holds().fill(NOT_TESTED, 1, 3)
    return [numbers, known, Math.min(rows, whole(3)), rows, bits(rows)]
  },
  findUnlike: (rows) => [ints(rows, code), ints(rows, () => 1), ints(CODES, () => 1 + whole(2)), 0, rows],
  findLatest: (rows) => [ints(rows, anyMinute), rows, ...span()],
  findEarliest: (rows) => [ints(rows, anyMinute), rows],
  startBlocks: (rows) => [ints(rows, block), bits(rows), rows],
  splitBlocks: (rows) => [ints(rows, block), ints(rows, code), ints(CODES * CODES, () => NO_BLOCK), CODES, rows],
  findFirst: (rows) => [ints(rows, block), rows, ints(CODES, () => -1)],
  countRows: (rows) => [ints(rows, block), rows, ints(CODES + 1, code)],
  countMasked: (rows) => [ints(rows, block), bits(rows), rows, ints(CODES + 1, code)],
  countOrdered: (rows) => [ints(rows, code), rows, ints(CODES, () => 0), ints(CODES, () => 0)],
  addWhole: (rows) => {
    const numbers = whole(2) === 0 ? doubles(rows, anyNumber) : doubles(rows, smallOrBlank)
    return [ints(rows, block), bits(rows), numbers, rows, doubles(CODES, code), ints(CODES, code)]
  },
  subtract: (rows) => [ints(rows, anyMinute), ints(rows, anyMinute), rows, doubles(rows, anyNumber)],
  countValues: (rows) => [ints(rows, block), bits(rows), doubles(rows, anyNumber), rows, ints(CODES + 1, code)],
  layValues: (rows) => {
    const laid = doubles(100 * CODES, () => 0)
    return [ints(rows, block), bits(rows), doubles(rows, anyNumber), rows, starts(), laid]
  },
  select: (rows) => [doubles(rows + 1, () => whole(20)), rows + 1, whole(rows)],
  findLeast: (rows) => [doubles(rows, code), Math.min(rows, 2), rows],
  addHashes: (rows) => [ints(rows, anyInt), ints(rows, anyInt), ints(rows, anyInt), ints(rows, anyInt), rows],
  addCodes: (rows) => {
    const ofCodes = [ints(CODES, anyInt), ints(CODES, anyInt)]
    return [ints(rows, anyInt), ints(rows, anyInt), ints(rows, code), ...ofCodes, rows]
  },
  addMinutes: (rows) => [ints(rows, anyInt), ints(rows, anyInt), ints(rows, anyMinute), rows],
  // What the compiled loop leaves may be more by one number, which is added by its digits or its bits alike.
  addNumbers: (rows) => [ints(rows, anyInt), ints(rows, anyInt), doubles(rows, smallOrBlank), 0, rows],
  sumInts: (rows) => [ints(rows, anyInt), rows],
  hasRepeated: (rows) => [
    ...(whole(2) === 0 ? [ints(rows, code), ints(rows, code), rows] : [ints(rows, anyInt), ints(rows, anyInt), rows]),
    ints(256, () => 0),
    256,
  ],
  isAscending: (rows) => {
    const numbers = doubles(rows, anyNumber)
    return [whole(2) === 0 ? numbers : doubles(rows, () => whole(1000)).sort(), rows]
  },
  areAll: (rows) => [ints(rows, () => (whole(200) === 0 ? 1 : 4)), rows, 4],
  sumNumbers: (rows) => [doubles(rows, smallOrBlank), rows],
  findMost: (rows) => [doubles(rows, anyNumber), rows],
}

const ROUNDS = 40

describe('the compiled loops and their twins', () => {
  test.each(Object.keys(ARGUMENTS) as (keyof Loops)[])('%s', (name) => {
    const { vectors, release } = leaseVectors(1 << 20)
    expect(vectors).not.toBe(PLAIN)
    for (let round = 0; round < ROUNDS; round += 1) {
      const rows = whole(99)
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
    const [minutes, mask] = [vectors.ints(1 << 20).fill(5), vectors.bytes(1 << 20)]
    vectors.maskBetween(minutes, minutes.length, 5, 5, mask)
    expect(mask.indexOf(0)).toBe(-1)
    release()
  })

  test('memory that was lent is given again, without what it held', () => {
    const { vectors, release } = leaseVectors(1 << 10)
    const first = vectors.lend(() => vectors.ints(8).fill(7))
    const next = vectors.ints(8)
    expect([next.byteOffset, [...next]]).toEqual([first.byteOffset, Array.from({ length: 8 }, () => 0)])
    release()
  })
})

function call(loop: Loops[keyof Loops], args: readonly Argument[]): unknown {
  return Reflect.apply(loop, null, args)
}
