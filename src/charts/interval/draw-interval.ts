import type { Cell } from '../../contracts/table.ts'
import { compareCells, mayCall } from '../../measure/compare.ts'
import { formatCount } from '../../text/format.ts'
import type { Lang } from '../../text/local-text.ts'
import { type Canvas, type Drawing, labelOf, listTickLabels } from '../canvas.ts'
import { drawHatched, isWithheld } from '../hatch.ts'
import { computeLineHeight, drawDots, drawLines, drawRings, drawSegments, drawText, type Mark } from '../marks.ts'
import { colorOf } from '../palette.ts'
import { scaleOf } from '../scale.ts'
import { isSmallSample } from '../small-sample.ts'
import { translateTerm } from '../terms.ts'
import { balance, computeRowStep, measureText, measureWidest } from '../text-layout.ts'
import type { IntervalSpec } from './interval-spec.ts'

type IntervalItem = IntervalSpec['items'][number]

/** A dot and its 95 % interval an item, with the value in words at the right. */
export function drawInterval(spec: IntervalSpec, canvas: Canvas): Drawing {
  const { lang, size, small } = canvas
  const isWide = canvas.variant === 'wide'
  const labels = spec.items.map((item) => (isWide ? balance(item.label[lang], 11) : [item.label[lang]]))
  const words = spec.items.map((item) => wordsOf(spec, item, canvas))
  const left = isWide ? measureWidest(labels.flat(), size) + 16 : 8
  const right = canvas.width - (isWide ? measureWidest(words, small) + 14 : 8)
  const bounds = spec.items.flatMap((item) => [item.cell, item.low, item.high]).flatMap((cell) => cell?.value ?? [])
  // A share that is only bounded from below may be anything up to the whole.
  if (spec.unit === '%' && spec.items.some((item) => item.bound === 'at-least')) bounds.push(100)
  const x = scaleOf(
    spec.rule ? [...bounds, spec.rule.value] : bounds,
    { from: left, to: right, count: isWide ? 5 : 4, decimals: spec.decimals },
    false,
  )
  const step = isWide ? computeRowStep(labels, 30) : 42
  const top = (spec.rule ? 24 : 6) + (isWide ? 0 : 22)
  const yOf = (index: number): number => top + (index + 0.5) * step - (isWide ? 0 : 8)
  const bottom = top + spec.items.length * step - (isWide ? 0 : 8)
  const head = top - (isWide ? 4 : 22)
  const ticks = listTickLabels(x.ticks, spec.unit, lang)
  const marks: Mark[] = [
    drawSegments(
      x.ticks.map((tick) => ({ x1: x.at(tick), x2: x.at(tick), y1: head, y2: bottom })),
      { stroke: colorOf('hair') },
    ),
    drawText(
      x.ticks.map((tick, index) => ({
        x: clampText(x.at(tick), ticks[index] ?? '', canvas),
        y: bottom + 14,
        text: ticks[index] ?? '',
      })),
      { size: small, fill: colorOf('soft') },
    ),
  ]
  if (spec.rule) {
    const at = x.at(spec.rule.value)
    const rows = spec.items.map((item, index) => ({ name: item.label[lang], value: words[index] ?? '' }))
    const isCut = !isWide && rows.some((row) => isCovered(at, row, canvas))
    const covered = isCut ? rows.map((_, index) => yOf(index) - 19) : []
    marks.push(...drawRuleMarks(spec.rule, { x: at, head, bottom, covered }, { spec, canvas }))
  }
  for (const [index, item] of spec.items.entries()) {
    const y = yOf(index)
    const nameLines = labels[index] ?? []
    const first = isWide ? y - ((nameLines.length - 1) * computeLineHeight(size)) / 2 : y - 19
    marks.push(
      drawLines(
        { x: isWide ? left - 16 : 0, y: first, drawLines: nameLines },
        { size, anchor: isWide ? 'end' : 'start' },
      ),
    )
    const fill = isSmall(item) || item.cell.value === null ? colorOf('soft') : colorOf('ink')
    marks.push(
      drawText([{ x: canvas.width, y: isWide ? y : y - 19, text: words[index] ?? '' }], {
        size: small,
        anchor: 'end',
        fill,
      }),
    )
    marks.push(...drawItemMarks(item, { y, at: x.at, strip: { x: left, width: 48 } }, spec))
  }
  const values = spec.items.map(({ cell }, row) => ({
    row,
    column: 'value',
    x: cell.value === null ? left : x.at(cell.value),
    y: yOf(row),
  }))
  return { height: bottom + 24, marks, values }
}

/** True where too few answered for the rate to be read. */
export function isSmall(item: IntervalItem): boolean {
  return isSmallSample(item.n)
}

/** On which side of the rule an item may be called to be; null where neither may be said. */
export function findSide(item: IntervalItem, rule: NonNullable<IntervalSpec['rule']>): 'above' | 'below' | null {
  const cell = findCompared(item)
  const step = cell ? compareCells(cell, rule.cell ?? { value: rule.value, status: 'final' }) : 'unknown'
  if (!mayCall(step)) return null
  return step === 'up' ? 'above' : 'below'
}

/** The value with the interval that is drawn; null where nothing is known of what it is a rate of. */
function findCompared({ cell, low, high, n }: IntervalItem): Cell | null {
  const [from, to, of] = [low, high, n].map((bound) => bound?.value ?? null)
  if (from != null && to != null) return { ...cell, basis: { kind: 'sample', of: of ?? null, low: from, high: to } }
  return cell.basis ? cell : null
}

function drawItemMarks(
  item: IntervalItem,
  place: { y: number; at(value: number): number; strip: { x: number; width: number } },
  spec: IntervalSpec,
): Mark[] {
  const { y, at } = place
  if (item.cell.value === null)
    return isWithheld(item.cell) ? drawHatched([{ ...place.strip, y: y - 5, height: 10 }]) : []
  if (item.bound) return drawBoundMarks({ x: at(item.cell.value), y }, item.bound)
  const dot = [{ x: at(item.cell.value), y }]
  const hasInterval = item.low?.value != null && item.high?.value != null
  // The rate of a complete count is exact: a full dot without an interval.
  const stands = spec.rule ? findSide(item, spec.rule) !== null : false
  if (!hasInterval && item.cell.basis?.kind === 'rate') return [drawDots(dot, colorOf(stands ? 'now' : 'ref'), 5)]
  if (isSmall(item) || !hasInterval) {
    const faint = hasInterval
      ? [
          drawSegments([{ x1: at(item.low?.value ?? 0), x2: at(item.high?.value ?? 0), y1: y, y2: y }], {
            stroke: colorOf('soft'),
            dash: '2 3',
          }),
        ]
      : []
    return [...faint, drawRings(dot, colorOf('soft'), 4)]
  }
  const stroke = colorOf(stands ? 'now' : 'ref')
  return [
    drawSegments([{ x1: at(item.low?.value ?? 0), x2: at(item.high?.value ?? 0), y1: y, y2: y }], { stroke, width: 2 }),
    drawDots(dot, stroke, 5),
  ]
}

/** A hollow dot and an arrow to the side on which the true value lies. */
function drawBoundMarks(spot: { x: number; y: number }, bound: 'at-least' | 'at-most'): Mark[] {
  const way = bound === 'at-least' ? 1 : -1
  const tip = spot.x + way * 26
  const head = { x1: tip - way * 6, x2: tip, y2: spot.y }
  const stroke = colorOf('soft')
  return [
    drawSegments([{ x1: spot.x + way * 4, x2: tip, y1: spot.y, y2: spot.y }], { stroke, dash: '2 3' }),
    drawSegments(
      [
        { ...head, y1: spot.y - 4 },
        { ...head, y1: spot.y + 4 },
      ],
      { stroke },
    ),
    drawRings([spot], stroke, 4),
  ]
}

function drawRuleMarks(
  rule: NonNullable<IntervalSpec['rule']>,
  at: { x: number; head: number; bottom: number; covered: readonly number[] },
  on: { spec: IntervalSpec; canvas: Canvas },
): Mark[] {
  const { spec, canvas } = on
  const value = labelOf({ value: rule.value, status: 'final' }, spec.unit, spec.decimals, canvas.lang)
  const words = `${rule.label[canvas.lang]} ${value}`
  return [
    drawSegments(buildRuleParts(at, canvas), { stroke: colorOf('ink') }),
    drawText([{ x: clampText(at.x, words, canvas), y: at.head - 11, text: words }], { size: canvas.small, bold: true }),
  ]
}

/** True where the words of a row above its dot, name at the left and value at the right, reach the rule. */
function isCovered(x: number, row: { name: string; value: string }, canvas: Canvas): boolean {
  const isName = measureText(row.name, canvas.size) + 4 > x
  return isName || canvas.width - measureText(row.value, canvas.small) - 4 < x
}

// The rule, interrupted at the words of every row where the words of any row would lie on it.
function buildRuleParts(
  at: { x: number; head: number; bottom: number; covered: readonly number[] },
  canvas: Canvas,
): { x1: number; x2: number; y1: number; y2: number }[] {
  const starts = [at.head - 2, ...at.covered.map((y) => y + canvas.size / 2 + 2)]
  const ends = [...at.covered.map((y) => y - canvas.size / 2 - 2), at.bottom]
  return starts
    .map((y1, index) => ({ x1: at.x, x2: at.x, y1, y2: ends[index] ?? at.bottom }))
    .filter((part) => part.y2 > part.y1)
}

function wordsOf(spec: IntervalSpec, item: IntervalItem, canvas: Canvas): string {
  const { lang } = canvas
  if (item.cell.value === null) return translateTerm(item.cell.status, lang)
  if (isSmall(item)) {
    const n = `n = ${formatCount(item.n?.value ?? 0, lang)}`
    return lang === 'zh'
      ? `${translateTerm('small-sample', lang)}（${n}）`
      : `${translateTerm('small-sample', lang)} (${n})`
  }
  const value = labelOf(item.cell, spec.unit, spec.decimals, lang)
  if (item.bound) return describeBoundedValue(value, item.bound, lang)
  if (item.low?.value == null || item.high?.value == null) return value
  const [low, high] = [item.low, item.high].map((cell) => labelOf(cell, '', spec.decimals, lang))
  return lang === 'zh' ? `${value}（${low}–${high}）` : `${value} (${low}–${high})`
}

/** `90%以上` / `at least 90%` */
function describeBoundedValue(value: string, bound: 'at-least' | 'at-most', lang: Lang): string {
  return lang === 'zh' ? `${value}${translateTerm(bound, 'zh')}` : `${translateTerm(bound, 'en')} ${value}`
}

function clampText(x: number, words: string, canvas: Canvas): number {
  const half = measureText(words, canvas.small) / 2 + 2
  return Math.min(Math.max(x, half), canvas.width - half)
}
