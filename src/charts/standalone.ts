import { escapeXml } from '../text/escape-xml.ts'
import { formatPeriod } from '../text/format.ts'
import type { Lang } from '../text/local-text.ts'
import { nameOfUnit } from '../text/units.ts'
import { canvasOf, type Variant } from './canvas.ts'
import type { Figure, FigureSpec } from './figure.ts'
import { makeLiteral, resolveColor } from './literal.ts'
import { wrap } from './text-layout.ts'

/*
 * Names without quotes, a Chinese font first: CairoSVG and LibreOffice ask for the first name alone, and CairoSVG shows
 * boxes for what that font lacks.
 */
export const SANS = 'Noto Sans CJK SC,PingFang SC,Microsoft YaHei,Source Han Sans SC,sans-serif'
export const SERIF = 'Noto Serif CJK SC,Songti SC,STSong,SimSun,Source Han Serif SC,serif'
const MARGIN = 16

/**
 * A picture as a file of its own: on white, with its title, measure, period and source, in light colours. `imprint` says
 * which release it is of and where it is: a picture goes further than its page.
 */
export function renderStandaloneSvg(figure: Figure, variant: Variant, imprint = ''): string {
  const { spec, lang } = figure
  const canvas = canvasOf(variant, lang)
  const { marks, inherited, height } = makeLiteral(figure[variant])
  const room = canvas.width
  const title = { size: variant === 'wide' ? 20 : 17, fill: resolveColor('ink'), family: SERIF, weight: 600 }
  const small = { size: canvas.small, fill: resolveColor('soft'), family: SANS }
  const blocks = [
    { lines: wrap(spec.title[lang], room / title.size), look: title, step: title.size * 1.4 },
    { lines: wrap(subtitleOf(spec, lang), room / small.size), look: small, step: small.size * 1.5 },
  ]
  let y = MARGIN
  const head: string[] = []
  for (const { lines, look, step } of blocks) {
    for (const line of lines) {
      y += step
      head.push(drawTextLine(line, { y: y - step * 0.3 }, look))
    }
  }
  const top = y + 12
  y = top + height + 6
  const foot: string[] = []
  for (const text of [sourceOf(spec, lang), imprint]) {
    for (const line of wrap(text, room / small.size)) {
      if (line === '') continue
      y += small.size * 1.5
      foot.push(drawTextLine(line, { y }, small))
    }
  }
  const look = print({
    transform: `translate(${MARGIN},${Math.round(top)})`,
    'font-family': SANS,
    ...Object.fromEntries(inherited),
  })
  const inside = `${head.join('')}<g${look}>${marks}</g>${foot.join('')}`
  return `${drawFrame(figure, variant, { width: room + 2 * MARGIN, height: Math.ceil(y + MARGIN) }, inside)}\n`
}

interface Size {
  width: number
  height: number
}

/** The sheet around what is drawn. It is named once by its title and described once by its sentence. */
function drawFrame({ spec, lang, summary }: Figure, variant: Variant, size: Size, inside: string): string {
  const id = `${spec.id}-${variant === 'wide' ? 'w' : 'n'}`
  const names = `<title id="${id}-t">${escapeXml(spec.title[lang])}</title><desc id="${id}-d">${escapeXml(summary)}</desc>`
  const root = print({
    xmlns: 'http://www.w3.org/2000/svg',
    ...size,
    viewBox: `0 0 ${size.width} ${size.height}`,
    // Where none of the fonts is installed, a program takes the Chinese form of 直 and 骨 rather than the Japanese form.
    'xml:lang': lang === 'zh' ? 'zh-CN' : 'en',
    role: 'img',
    'aria-labelledby': `${id}-t`,
    'aria-describedby': `${id}-d`,
  })
  return `<svg${root}>${names}<rect${print({ ...size, fill: resolveColor('paper') })}/>${inside}</svg>`
}

export interface TextLook {
  size: number
  fill: string
  family: string
  weight?: number
}

export function drawTextLine(line: string, { x = MARGIN, y }: { x?: number; y: number }, look: TextLook): string {
  const attributes = print({
    x,
    y: Math.round(y),
    fill: look.fill,
    'font-family': look.family,
    'font-size': look.size,
    ...(look.weight ? { 'font-weight': look.weight } : {}),
  })
  return `<text${attributes}>${escapeXml(line.replace(WIDE_APOSTROPHE, "'"))}</text>`
}

/** In a Chinese font, which comes first in `SANS` and `SERIF`, ’ is as wide as a character: city’ s. */
const WIDE_APOSTROPHE = /(?<=[A-Za-z])’/g

export function print(attributes: Record<string, string | number>): string {
  const entries = Object.entries(attributes)
  return entries.map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`).join('')
}

export function subtitleOf(spec: FigureSpec, lang: Lang): string {
  const unit = spec.unit === '' ? [] : [nameOfUnit(spec.unit)]
  return [spec.measure[lang], ...(lang === 'zh' ? unit : []), spec.period[lang]].join(lang === 'zh' ? '，' : ', ')
}

export function sourceOf(spec: FigureSpec, lang: Lang): string {
  const sources = spec.sources.map((source) => {
    const span =
      source.from === source.to
        ? formatPeriod(source.from, lang)
        : `${formatPeriod(source.from, lang)}–${formatPeriod(source.to, lang)}`
    return lang === 'zh' ? `${source.title.zh}（${span}）` : `${source.title.en} (${span})`
  })
  const isDemonstration = spec.sources.some((source) => source.demonstration)
  if (lang === 'zh') return `来源：${sources.join('、')}${isDemonstration ? '。示范数据，并非真实统计' : ''}`
  return `Source: ${sources.join(', ')}${isDemonstration ? '. Demonstration data, not real statistics' : ''}`
}
