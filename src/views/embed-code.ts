import type { Figure } from '../charts/figure.ts'
import { wrap } from '../charts/text-layout.ts'
import type { Site } from '../compose/site.ts'
import { escapeXml } from '../text/escape-xml.ts'
import { findFullAddress } from './address.ts'

/** `<iframe …></iframe>`, as an editor pastes it; null where the publisher has named no address. */
export function composeEmbedCode(site: Site, figure: Figure, at: { path: string; base: string }): string | null {
  const { lang, spec } = figure
  const address = findFullAddress(site, at.base, at.path)
  if (!address) return null
  return `<iframe src="${address[lang]}" title="${escapeXml(spec.title[lang])}" width="100%" height="${measureFrame(figure)}" style="border:0" loading="lazy"></iframe>`
}

/** Narrowest frame in which nothing is cut off. */
const FRAME_WIDTH_MIN = 320
/** Padding left and right of the words in `embed.css`, in pixels. */
const PADDING = 32

/** Height in pixels of a frame in which nothing is cut off, however wide it is: without a script it cannot grow. */
function measureFrame(figure: Figure): number {
  const room = FRAME_WIDTH_MIN - PADDING
  const countLines = (text: string, size: number) => wrap(text, room / size).length
  const { spec, lang } = figure
  const small = [
    `${spec.measure[lang]} ${spec.period[lang]} ${spec.unit}`,
    figure.summary,
    ...(spec.note ? [spec.note[lang]] : []),
    spec.sources.map(({ title }) => title[lang]).join(),
  ]
  const lines = small.map((text) => countLines(text, SMALL) + 1)
  const words = countLines(spec.title[lang], 18) * 26 + (lines.reduce((sum, count) => sum + count, 0) + FOOT_LINES) * 22
  const pictures = Math.max(heightOf(figure.wide), heightOf(figure.narrow))
  return Math.ceil((pictures + words + 24) / 10) * 10
}

const SMALL = 13
/** Demonstration data, revision, site. */
const FOOT_LINES = 5

function heightOf(picture: string): number {
  return Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(picture)?.[1])
}
