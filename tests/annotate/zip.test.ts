import { CFB } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { zip } from '../../src/annotate/write-zip.ts'
import { listArchive } from '../../src/read/archive.ts'

const encodeText = (text: string) => new TextEncoder().encode(text)

test('what is packed can be unpacked by another program, byte for byte', () => {
  const entries = [
    { path: '[Content_Types].xml', content: encodeText('<a/>'.repeat(1000)) },
    { path: 'xl/说明.xml', content: encodeText('区') },
    { path: 'empty', content: encodeText('') },
  ]
  const packed = zip(entries)
  expect(listArchive(packed)).toEqual({ names: entries.map((entry) => entry.path), unpackedBytes: 4003 })
  const opened = CFB.read(packed, { type: 'array' })
  expect(Array.from(CFB.find(opened, '/[Content_Types].xml').content)).toEqual(
    Array.from(encodeText('<a/>'.repeat(1000))),
  )
  expect(packed.length).toBeLessThan(600)
})

test('the same parts give the same bytes', () => {
  const entry = { path: 'a', content: encodeText('x') }
  expect(zip([entry])).toEqual(zip([entry]))
  // The day of an entry is 1980-01-01 in whatever zone the program runs: two bytes at offset 12 of its header.
  expect([...zip([entry]).subarray(10, 14)]).toEqual([0, 0, 0x21, 0])
})
