import type { Look, Painted } from './look.ts'

/** Steps of 255 that two engines may differ by in a colour: they round mixed colours differently. */
const COLOUR_STEPS_MAX = 3
/** Findings of one sort that are told, and places of one finding; the others are counted. */
const TOLD_MAX = 8
const PLACES_TOLD_MAX = 3

/** What differs between the look of a page in the present engine and in another one, in sentences; [] where nothing. */
export function compareLooks(present: Look, other: Look): string[] {
  return [
    ...compareTexts(present.text, other.text),
    ...(other.isTooWide && !present.isTooWide ? ['the page scrolls sideways'] : []),
    ...comparePaint('light', present.light, other.light),
    ...comparePaint('dark', present.dark, other.dark),
  ]
}

/** Lines that one text has and the other has not; spaces do not count, since engines break lines differently. */
export function compareTexts(present: string, other: string): string[] {
  const [wanted, found] = [bareText(present), bareText(other)]
  if (wanted === found) return []
  const lost = linesWithout(present, found)
  const added = linesWithout(other, wanted)
  if (lost.length + added.length === 0) {
    const at = firstDifference(wanted, found)
    return [`text in another order: "${wanted.slice(at, at + 40)}" is "${found.slice(at, at + 40)}"`]
  }
  return [...told('text is lost', lost), ...told('text is added', added)]
}

function linesWithout(text: string, bare: string): string[] {
  const lines = text.split('\n').filter((line) => bareText(line) !== '' && !bare.includes(bareText(line)))
  return [...new Set(lines.map((line) => JSON.stringify(line.trim().slice(0, 80))))]
}

function firstDifference(one: string, other: string): number {
  let at = 0
  while (one[at] === other[at]) at += 1
  return Math.max(0, at - 5)
}

export function bareText(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

/** Elements that are in sight in one engine only, and elements painted otherwise; a colour that is lost is told once. */
export function comparePaint(scheme: string, present: readonly Painted[], other: readonly Painted[]): string[] {
  const places = new Map<string, string[]>()
  const find = (what: string, one: Painted) => places.set(what, [...(places.get(what) ?? []), placeOf(one)])
  const others = new Map(other.map((one) => [one.index, one]))
  for (const one of present) {
    const match = others.get(one.index)
    others.delete(one.index)
    if (match === undefined) find('out of sight', one)
    else if (match.name !== one.name) find('another element in its place', one)
    else for (const difference of differences(one, match)) find(difference, one)
  }
  for (const one of others.values()) find('in sight, though not in the present engine', one)
  return told(
    scheme,
    [...places].map(([what, all]) => `${what}: ${listed([...new Set(all)])}`),
  )
}

function differences(present: Painted, other: Painted): string[] {
  return Object.entries(present.paint)
    .filter(([property, value]) => !isAlike(value, other.paint[property] ?? ''))
    .map(([property, value]) => `${property} ${value} is ${other.paint[property]}`)
}

function placeOf(one: Painted): string {
  return one.within === '' ? one.name : `#${one.within} ${one.name}`
}

function listed(places: readonly string[]): string {
  const rest = places.length - PLACES_TOLD_MAX
  return `${places.slice(0, PLACES_TOLD_MAX).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** Equal but for the rounding of a colour: `1px 184,60,40,255`. */
function isAlike(one: string, other: string): boolean {
  if (one.replaceAll(COLOUR, '') !== other.replaceAll(COLOUR, '')) return false
  const steps = coloursOf(other)
  return coloursOf(one).every((step, at) => Math.abs(step - (steps[at] ?? Number.NaN)) <= COLOUR_STEPS_MAX)
}

const COLOUR = /\d+,\d+,\d+,\d+/g

function coloursOf(paint: string): number[] {
  return (paint.match(COLOUR) ?? []).flatMap((colour) => colour.split(',').map(Number))
}

function told(what: string, findings: readonly string[]): string[] {
  const rest = findings.length - TOLD_MAX
  return [
    ...findings.slice(0, TOLD_MAX).map((one) => `${what}: ${one}`),
    ...(rest > 0 ? [`${what}: ${rest} more`] : []),
  ]
}
