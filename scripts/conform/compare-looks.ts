import type { Look, Painted } from './look.ts'

/** Steps of 255 that two engines may differ by in a colour: they round mixed colours differently. */
const COLOUR_STEPS_MAX = 3
/** Findings of one kind that are listed, and locations of a finding; the others are counted. */
const LISTED_MAX = 8
const PLACES_LISTED_MAX = 3

/** What differs between the look of a page in the present engine and in another engine, in sentences; [] where nothing. */
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
  const [wanted, found] = [stripText(present), stripText(other)]
  if (wanted === found) return []
  const lost = listLinesWithout(present, found)
  const added = listLinesWithout(other, wanted)
  if (lost.length + added.length === 0) {
    const at = findFirstDifference(wanted, found)
    return [`text in another order: "${wanted.slice(at, at + 40)}" is "${found.slice(at, at + 40)}"`]
  }
  return [...listFindings('text is lost', lost), ...listFindings('text is added', added)]
}

function listLinesWithout(text: string, bare: string): string[] {
  const lines = text.split('\n').filter((line) => stripText(line) !== '' && !bare.includes(stripText(line)))
  return [...new Set(lines.map((line) => JSON.stringify(line.trim().slice(0, 80))))]
}

function findFirstDifference(text: string, other: string): number {
  let at = 0
  while (text[at] === other[at]) at += 1
  return Math.max(0, at - 5)
}

function stripText(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

/** Elements that are in sight in one engine only, and elements painted otherwise; a lost colour is reported once. */
export function comparePaint(scheme: string, present: readonly Painted[], other: readonly Painted[]): string[] {
  const places = new Map<string, string[]>()
  const find = (what: string, painted: Painted) => places.set(what, [...(places.get(what) ?? []), positionOf(painted)])
  const others = new Map(other.map((painted) => [painted.index, painted]))
  for (const painted of present) {
    const match = others.get(painted.index)
    others.delete(painted.index)
    if (match === undefined) find('out of sight', painted)
    else if (match.name !== painted.name) find('another element in its place', painted)
    else for (const difference of listDifferences(painted, match)) find(difference, painted)
  }
  for (const painted of others.values()) find('in sight, though not in the present engine', painted)
  return listFindings(
    scheme,
    [...places].map(([what, all]) => `${what}: ${joinListed([...new Set(all)])}`),
  )
}

function listDifferences(present: Painted, other: Painted): string[] {
  return Object.entries(present.paint)
    .filter(([property, value]) => !isAlike(value, other.paint[property] ?? ''))
    .map(([property, value]) => `${property} ${value} is ${other.paint[property]}`)
}

function positionOf(painted: Painted): string {
  return painted.within === '' ? painted.name : `#${painted.within} ${painted.name}`
}

function joinListed(places: readonly string[]): string {
  const rest = places.length - PLACES_LISTED_MAX
  return `${places.slice(0, PLACES_LISTED_MAX).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** Equal but for the rounding of a colour: `1px 184,60,40,255`. */
function isAlike(text: string, other: string): boolean {
  if (text.replaceAll(COLOUR, '') !== other.replaceAll(COLOUR, '')) return false
  const steps = coloursOf(other)
  return coloursOf(text).every((step, at) => Math.abs(step - (steps[at] ?? Number.NaN)) <= COLOUR_STEPS_MAX)
}

const COLOUR = /\d+,\d+,\d+,\d+/g

function coloursOf(paint: string): number[] {
  return (paint.match(COLOUR) ?? []).flatMap((colour) => colour.split(',').map(Number))
}

function listFindings(what: string, findings: readonly string[]): string[] {
  const rest = findings.length - LISTED_MAX
  return [
    ...findings.slice(0, LISTED_MAX).map((finding) => `${what}: ${finding}`),
    ...(rest > 0 ? [`${what}: ${rest} more`] : []),
  ]
}
