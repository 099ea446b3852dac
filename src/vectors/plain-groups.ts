import { type Loops, NO_BLOCK, NO_MINUTE } from './loops.ts'

type GroupLoops = Pick<
  Loops,
  | 'startBlocks'
  | 'splitBlocks'
  | 'findFirst'
  | 'countRows'
  | 'countMasked'
  | 'countOrdered'
  | 'addWhole'
  | 'subtract'
  | 'countValues'
  | 'layValues'
  | 'select'
  | 'findLeast'
>

/** The twins of `kernel/columns/groups.ts`. */
export const GROUP_LOOPS: GroupLoops = {
  startBlocks(ofRows, mask, rows) {
    let taken = 0
    for (let row = 0; row < rows; row += 1) {
      const takesPart = mask[row] ?? 0
      taken += takesPart
      ofRows[row] = takesPart + NO_BLOCK
    }
    return taken
  },
  splitBlocks(ofRows, codes, known, size, rows) {
    let parts = 0
    for (let row = 0; row < rows; row += 1) {
      const before = ofRows[row] ?? NO_BLOCK
      if (before === NO_BLOCK) continue
      const pair = before * size + (codes[row] ?? 0)
      let block = known[pair] ?? NO_BLOCK
      if (block === NO_BLOCK) {
        block = parts
        known[pair] = block
        parts += 1
      }
      ofRows[row] = block
    }
    return parts
  },
  findFirst(ofRows, rows, first) {
    for (let row = rows - 1; row >= 0; row -= 1) {
      const block = ofRows[row] ?? NO_BLOCK
      if (block !== NO_BLOCK) first[block] = row
    }
  },
  countRows(ofRows, rows, counts) {
    for (let row = 0; row < rows; row += 1) {
      const at = (ofRows[row] ?? NO_BLOCK) + 1
      counts[at] = (counts[at] ?? 0) + 1
    }
  },
  countMasked(ofRows, mask, rows, counts) {
    for (let row = 0; row < rows; row += 1) {
      const at = (ofRows[row] ?? NO_BLOCK) + 1
      counts[at] = (counts[at] ?? 0) + (mask[row] ?? 0)
    }
  },
  countOrdered(codes, rows, counts, order) {
    let seen = 0
    for (let row = 0; row < rows; row += 1) {
      const code = codes[row] ?? 0
      const count = counts[code] ?? 0
      if (count === 0) order[seen++] = code
      counts[code] = count + 1
    }
    return seen
  },
  addWhole(ofRows, mask, numbers, rows, sums, counts) {
    for (let row = 0; row < rows; row += 1) {
      const block = ofRows[row] ?? NO_BLOCK
      const number = numbers[row] ?? Number.NaN
      if (block === NO_BLOCK || mask[row] === 0 || Number.isNaN(number)) continue
      if (!Number.isInteger(number)) return row
      sums[block] = (sums[block] ?? 0) + number
      counts[block] = (counts[block] ?? 0) + 1
    }
    return rows
  },
  subtract(ends, starts, rows, out) {
    for (let row = 0; row < rows; row += 1) {
      const end = ends[row] ?? NO_MINUTE
      const start = starts[row] ?? NO_MINUTE
      out[row] = end === NO_MINUTE || start === NO_MINUTE ? Number.NaN : end - start
    }
  },
  countValues(ofRows, mask, values, rows, counts) {
    for (let row = 0; row < rows; row += 1) {
      const at = (ofRows[row] ?? NO_BLOCK) + 1
      if (!Number.isNaN(values[row])) counts[at] = (counts[at] ?? 0) + (mask[row] ?? 0)
    }
  },
  layValues(ofRows, mask, values, rows, starts, laid) {
    for (let row = 0; row < rows; row += 1) {
      const block = ofRows[row] ?? NO_BLOCK
      const value = values[row] ?? Number.NaN
      if (block === NO_BLOCK || mask[row] === 0 || Number.isNaN(value)) continue
      const at = starts[block] ?? 0
      starts[block] = at + 1
      laid[at] = value
    }
  },
  /** Hoare's selection. */
  select(values, count, index) {
    let [low, high] = [0, count - 1]
    while (low < high) {
      const pivot = medianOfThree(values[low] ?? 0, values[(low + high) >> 1] ?? 0, values[high] ?? 0)
      let [left, right] = [low, high]
      while (left <= right) {
        while ((values[left] ?? pivot) < pivot) left += 1
        while ((values[right] ?? pivot) > pivot) right -= 1
        if (left > right) break
        const moved = values[left] ?? 0
        values[left] = values[right] ?? 0
        values[right] = moved
        left += 1
        right -= 1
      }
      if (index <= right) high = right
      else if (index >= left) low = left
      else break
    }
    return values[index] ?? 0
  },
  findLeast(values, from, count) {
    let least = Number.POSITIVE_INFINITY
    for (let at = from; at < count; at += 1) least = Math.min(least, values[at] ?? least)
    return least
  },
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
