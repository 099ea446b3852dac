import { type Loops, NO_MINUTE, NOT_TESTED, SMALL } from './loops.ts'

type MaskLoops = Pick<
  Loops,
  | 'maskBetween'
  | 'maskBefore'
  | 'maskNotAfter'
  | 'intersect'
  | 'unite'
  | 'exclude'
  | 'fillBlanks'
  | 'maskCodes'
  | 'maskNumbers'
  | 'findUnlike'
  | 'findLatest'
  | 'findEarliest'
>

/** The twins of `kernel/columns/masks.ts`. */
export const MASK_LOOPS: MaskLoops = {
  maskBetween(minutes, rows, from, to, out) {
    for (let row = 0; row < rows; row += 1) {
      const minute = minutes[row] ?? NO_MINUTE
      out[row] = minute >= from && minute <= to ? 1 : 0
    }
  },
  maskBefore(a, b, rows, out) {
    for (let row = 0; row < rows; row += 1) {
      const minute = a[row] ?? NO_MINUTE
      out[row] = minute !== NO_MINUTE && minute < (b[row] ?? NO_MINUTE) ? 1 : 0
    }
  },
  maskNotAfter(a, b, rows, out) {
    for (let row = 0; row < rows; row += 1) {
      const minute = a[row] ?? NO_MINUTE
      out[row] = minute !== NO_MINUTE && minute <= (b[row] ?? NO_MINUTE) ? 1 : 0
    }
  },
  intersect(a, b, rows, out) {
    for (let row = 0; row < rows; row += 1) out[row] = (a[row] ?? 0) & (b[row] ?? 0)
  },
  unite(a, b, rows, out) {
    for (let row = 0; row < rows; row += 1) out[row] = (a[row] ?? 0) | (b[row] ?? 0)
  },
  exclude(a, b, rows, out) {
    for (let row = 0; row < rows; row += 1) out[row] = (a[row] ?? 0) & ((b[row] ?? 0) ^ 1)
  },
  fillBlanks(minutes, others, rows) {
    for (let row = 0; row < rows; row += 1) {
      if (minutes[row] === NO_MINUTE) minutes[row] = others[row] ?? NO_MINUTE
    }
  },
  maskCodes(codes, holds, rows, out) {
    for (let row = 0; row < rows; row += 1) out[row] = holds[codes[row] ?? -1] ?? 0
  },
  maskNumbers(numbers, holds, from, rows, out) {
    for (let row = from; row < rows; row += 1) {
      const number = numbers[row] ?? Number.NaN
      const isBlank = Number.isNaN(number)
      if (!isBlank && (number & (SMALL - 1)) !== number) return row
      const held = holds[isBlank ? SMALL : number] ?? NOT_TESTED
      if (held === NOT_TESTED) return row
      out[row] = held
    }
    return rows
  },
  findUnlike(codes, starts, found, from, rows) {
    for (let row = from; row < rows; row += 1) if (found[codes[row] ?? 0] !== starts[row]) return row
    return rows
  },
  findLatest(minutes, rows, from, to) {
    let latest = NO_MINUTE
    for (let row = 0; row < rows; row += 1) {
      const minute = minutes[row] ?? NO_MINUTE
      if (minute > latest && minute >= from && minute <= to) latest = minute
    }
    return latest
  },
  findEarliest(minutes, rows) {
    let earliest = MINUTE_LAST
    for (let row = 0; row < rows; row += 1) {
      const minute = minutes[row] ?? NO_MINUTE
      if (minute !== NO_MINUTE && minute < earliest) earliest = minute
    }
    return earliest
  },
}

const MINUTE_LAST = 0x7fff_ffff
