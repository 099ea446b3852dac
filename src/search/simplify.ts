import type { Simplify } from './normalise-text.ts'

/*
 * The map from traditional to simplified characters, small enough to send to a browser: the characters of both sides
 * in the order of the traditional characters, each written as the distance from its predecessor.
 */

/** Code points begin here: the first block of Han characters. */
const START = 0x3400
/** Digits of a distance: forty printable characters, the last digit of a number from a second forty. */
const FIRST = 40
const RADIX = 40

/** `pairs`: traditional and simplified character. */
export function encodeMap(pairs: readonly (readonly [string, string])[]): string {
  const sorted = [...pairs].sort((a, b) => codePointOf(a[0]) - codePointOf(b[0]))
  return encodeColumn(sorted.map(([from]) => from)) + encodeColumn(sorted.map(([, to]) => to))
}

/** Makes the text of `encodeMap` into a function. */
export function makeSimplifier(encoded: string): Simplify {
  const points = decode(encoded)
  const half = points.length / 2
  const map = new Map<string, string>()
  let [from, to] = [START, START]
  for (let i = 0; i < half; i++) {
    from += points[i] ?? 0
    to += points[half + i] ?? 0
    map.set(String.fromCodePoint(from), String.fromCodePoint(to))
  }
  return (text) => text.replace(/\p{sc=Han}/gu, (character) => map.get(character) ?? character)
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0
}

function encodeColumn(characters: readonly string[]): string {
  let before = START
  let text = ''
  for (const character of characters) {
    text += encodeNumber(codePointOf(character) - before)
    before = codePointOf(character)
  }
  return text
}

function encodeNumber(distance: number): string {
  let rest = distance < 0 ? -2 * distance - 1 : 2 * distance
  let text = ''
  for (; rest >= RADIX; rest = Math.floor(rest / RADIX)) text += String.fromCharCode(FIRST + (rest % RADIX))
  return text + String.fromCharCode(FIRST + RADIX + rest)
}

function decode(encoded: string): number[] {
  const numbers: number[] = []
  let [value, weight] = [0, 1]
  for (let i = 0; i < encoded.length; i++) {
    const digit = encoded.charCodeAt(i) - FIRST
    const isLast = digit >= RADIX
    value += (isLast ? digit - RADIX : digit) * weight
    weight *= RADIX
    if (!isLast) continue
    numbers.push(value % 2 === 0 ? value / 2 : -(value + 1) / 2)
    value = 0
    weight = 1
  }
  return numbers
}
