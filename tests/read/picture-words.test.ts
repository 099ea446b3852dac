import { readFileSync } from 'node:fs'
import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { listPictureWords } from '../../src/read/picture-words.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const join = (...parts: (Uint8Array | readonly number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const PHONE = '联系13800138000'

function buildChunk(name: string, data: Uint8Array): Uint8Array {
  const length = [data.length >>> 24, data.length >>> 16, data.length >>> 8, data.length].map((byte) => byte & 255)
  return join(length, encode(name), data, [0, 0, 0, 0])
}

function buildPng(...chunks: Uint8Array[]): Uint8Array {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  return join(head, buildChunk('IHDR', new Uint8Array(13)), ...chunks, buildChunk('IEND', new Uint8Array()))
}

function buildJpeg(marker: number, data: Uint8Array, after: Uint8Array = new Uint8Array()): Uint8Array {
  const size = data.length + 2
  const segment = join([0xff, marker, size >> 8, size & 255], data)
  return join([0xff, 0xd8], segment, [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9], after)
}

function buildWebp(name: string, data: Uint8Array): Uint8Array {
  const chunk = join(encode(name), [data.length & 255, data.length >> 8, 0, 0], data)
  return join(encode('RIFF'), [0, 0, 0, 0], encode('WEBP'), chunk)
}

const encodeUtf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer)

describe('words of a picture', () => {
  test.each([
    ['a comment of a PNG', buildPng(buildChunk('tEXt', encode(`Comment\0${PHONE}`)))],
    ['a packed comment', buildPng(buildChunk('zTXt', join(encode('Comment\0\0'), zlibSync(encode(PHONE)))))],
    ['an international text', buildPng(buildChunk('iTXt', encode(`XML:com.adobe.xmp\0\0\0\0\0${PHONE}`)))],
    ['a chunk of no standard', buildPng(buildChunk('exTr', encode(PHONE)))],
    ['what follows the end of a PNG', join(buildPng(), encode(PHONE))],
    ['a comment of a JPEG', buildJpeg(0xfe, encode(PHONE))],
    ['camera data in two bytes a letter', buildJpeg(0xe1, join(encode('Exif\0\0'), encodeUtf16(PHONE)))],
    ['what follows the end of a JPEG', buildJpeg(0xfe, encode('a'), encode(PHONE))],
    ['XMP of a WebP', buildWebp('XMP ', encode(`<x>${PHONE}</x>`))],
  ])('%s', (_, bytes) => {
    expect(listPictureWords(bytes)?.some((words) => words.includes(PHONE))).toBe(true)
  })

  test('pixels are none, and a file that is no picture is not called clean', () => {
    expect(listPictureWords(buildPng(buildChunk('IDAT', encode(PHONE))))).toEqual([])
    expect(listPictureWords(encode('%PDF-1.7'))).toBeNull()
    expect(listPictureWords(encode(PHONE))).toBeNull()
  })

  test('the picture of the front page has nothing to hide', () => {
    const bytes = readFileSync(new URL('../../content/pages/about/front-page.png', import.meta.url))
    expect(listPictureWords(bytes)?.join('')).not.toMatch(/1[3-9]\d{9}|@/)
  })
})
