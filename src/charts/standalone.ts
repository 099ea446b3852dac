import { formatPeriod } from '../text/format.ts'
import type { Lang } from '../text/words.ts'
import { canvasOf, type Variant } from './canvas.ts'
import type { Figure, FigureSpec } from './figure.ts'
import { escapeXml } from './finish.ts'
import { wrap } from './layout.ts'
import { PALETTE } from './palette.ts'

const SERIF = "'Songti SC','Noto Serif CJK SC','Source Han Serif SC',STSong,SimSun,serif"
const SANS = "system-ui,'PingFang SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',sans-serif"
const MARGIN = 16

/** A picture that stands alone in a file: on white, with its title, measure, period and source, in light colours. */
export function standaloneSvg(figure: Figure, variant: Variant): string {
  const { spec, lang } = figure
  const canvas = canvasOf(variant, lang)
  const svg = figure[variant]
  const { root, names, body, height } = parse(svg)
  const room = canvas.width
  const titleSize = variant === 'wide' ? 20 : 17
  const blocks = [
    { lines: wrap(spec.title[lang], room / titleSize), size: titleSize, step: titleSize * 1.4, class: 't' },
    {
      lines: wrap(subtitleOf(spec, lang), room / canvas.small),
      size: canvas.small,
      step: canvas.small * 1.5,
      class: 's',
    },
  ]
  let y = MARGIN
  const head: string[] = []
  for (const block of blocks) {
    for (const line of block.lines) {
      y += block.step
      head.push(textLine(line, y - block.step * 0.3, block))
    }
  }
  const top = y + 12
  y = top + height + 6
  const foot: string[] = []
  for (const line of wrap(sourceOf(spec, lang), room / canvas.small)) {
    y += canvas.small * 1.5
    foot.push(textLine(line, y, { size: canvas.small, class: 's' }))
  }
  const size = { width: room + 2 * MARGIN, height: Math.ceil(y + MARGIN) }
  const open = root
    .replace('<svg ', `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" `)
    .replace(/viewBox="[^"]*"/, `viewBox="0 0 ${size.width} ${size.height}"`)
  const inside = `<g transform="translate(${MARGIN},${Math.round(top)})">${body}</g>`
  return `${open}${names}<style>${style()}</style><rect width="100%" height="100%" fill="#fff"/>${head.join('')}${inside}${foot.join('')}</svg>\n`
}

// Values as literals, so that programs without `light-dark()` draw it too. The paper is white here.
function style(): string {
  const tokens = Object.entries(PALETTE).map(([name, token]) => `--${name}:${name === 'paper' ? '#fff' : token.light}`)
  return `svg{color:${PALETTE.ink.light};font-family:${SANS};${tokens.join(';')}}.t{font-family:${SERIF};font-weight:600}.s{fill:var(--soft)}`
}

function parse(svg: string): { root: string; names: string; body: string; height: number } {
  const match = /^(<svg [^>]*>)(<title.*?<\/desc>)(.*)<\/svg>$/s.exec(svg)
  const height = /viewBox="0 0 \d+ ([\d.]+)"/.exec(svg)?.[1]
  if (!match || height === undefined) throw new Error('unexpected picture: it must come from drawFigure')
  return { root: match[1] ?? '', names: match[2] ?? '', body: match[3] ?? '', height: Number(height) }
}

function textLine(line: string, y: number, look: { size: number; class: string }): string {
  return `<text x="${MARGIN}" y="${Math.round(y)}" class="${look.class}" font-size="${look.size}" text-anchor="start">${escapeXml(line)}</text>`
}

function subtitleOf(spec: FigureSpec, lang: Lang): string {
  const unit = spec.unit === '' ? [] : [spec.unit]
  return [spec.measure[lang], ...(lang === 'zh' ? unit : []), spec.period[lang]].join(lang === 'zh' ? '，' : ', ')
}

function sourceOf(spec: FigureSpec, lang: Lang): string {
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
