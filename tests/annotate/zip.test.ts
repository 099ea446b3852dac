import { CFB } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { crc32, zip } from '../../src/annotate/zip.ts'
import { listArchive } from '../../src/read/archive.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('the checksum is the standard one', () => {
  expect(crc32(bytes('123456789'))).toBe(0xcbf43926)
})

test('what is packed can be unpacked by another program, byte for byte', async () => {
  const entries = [
    { path: '[Content_Types].xml', content: bytes('<a/>'.repeat(1000)) },
    { path: 'xl/说明.xml', content: bytes('区') },
    { path: 'empty', content: bytes('') },
  ]
  const packed = await zip(entries)
  expect(listArchive(packed)).toEqual({ names: entries.map((entry) => entry.path), unpackedBytes: 4003 })
  const opened = CFB.read(packed, { type: 'array' })
  expect(Array.from(CFB.find(opened, '/[Content_Types].xml').content)).toEqual(Array.from(bytes('<a/>'.repeat(1000))))
  expect(packed.length).toBeLessThan(600)
})

test('the same parts give the same bytes', async () => {
  const entry = { path: 'a', content: bytes('x') }
  expect(await zip([entry])).toEqual(await zip([entry]))
})
