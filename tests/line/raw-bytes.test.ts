import { expect, test } from 'vitest'
import { randomOf } from '../../scripts/demo/random.ts'
import { sourceOf } from '../../src/accept/index.ts'
import { checkBytes } from '../../src/line/check-reading.ts'
import { openRaw } from '../../src/line/raw-bytes.ts'
import { sha256 } from '../../src/store/disk.ts'
import { EVERY_KIND, PLACES_OF_EVERY_KIND, writeEveryKind } from '../accept/every-kind.ts'

const LARGE = writeEveryKind(randomOf(9, 'whole'), 6_000)
const CONTEXT = { period: '2026-10', places: PLACES_OF_EVERY_KIND }

/** Checks a text that lies on a disk; gives its hash, what was found, and the sizes that were prepared to be read whole. */
async function checkOnDisk(text: string) {
  const bytes = new TextEncoder().encode(text)
  const whole: number[] = []
  const open = () => {
    const parts: Uint8Array[] = []
    const startHash = () => {
      parts.length = 0
      return { update: (part: Uint8Array) => void parts.push(part.slice()), digest: () => sha256(Buffer.concat(parts)) }
    }
    return {
      ...sourceOf(bytes),
      startHash,
      close: () => undefined,
      prepareWhole: (size: number) => void whole.push(size),
    }
  }
  const effects = { open, hash: sha256, read: () => Promise.reject(new Error('a large file is not read at once')) }
  const file = 'raw/every-kind/2026-10.csv'
  const raw = await openRaw({ path: file, bytes: bytes.length }, effects)
  const made = await checkBytes(EVERY_KIND, raw, { file, context: CONTEXT })
  return { isHashed: made.sha256 === sha256(bytes), rules: made.problems.map(({ rule }) => rule), whole, bytes }
}

test('a file is hashed as it is scanned, once more where it is scanned once more', async () => {
  const plain = await checkOnDisk(LARGE)
  expect(plain).toMatchObject({ isHashed: true, whole: [] })
  const repeated = await checkOnDisk(`${LARGE}${LARGE.split('\n')[7]}\n`)
  expect(repeated).toMatchObject({ isHashed: true, whole: [] })
  expect(repeated.rules).toContain('row-duplicate')
})

test('the size of a file is reported before it is read whole', async () => {
  const { isHashed, whole, bytes } = await checkOnDisk(`${LARGE}合计${','.repeat(16)}\n`)
  expect({ isHashed, whole }).toEqual({ isHashed: true, whole: [bytes.length] })
})
