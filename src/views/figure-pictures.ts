import { renderShareSvg } from '../charts/index.ts'
import type { Site } from '../compose/site.ts'
import { openKeptTexts } from '../store/kept-texts.ts'
import type { Lang } from '../text/local-text.ts'
import { drawingOf } from './drawings.ts'
import type { MadeFigure } from './figure-page.ts'
import { composeImprint } from './imprint.ts'
import { openRasteriser } from './rasterise.ts'

/** Set where this build draws PNG: the program, a hash of what the fonts of this machine give, and where PNG are kept. */
const { MINGGE_PICTURES: PROGRAM, MINGGE_FONTS: FONTS, MINGGE_PNGS: FOLDER } = process.env
const KEPT = openKeptTexts(FOLDER)

export const HAS_PICTURES: boolean = PROGRAM !== undefined

interface PictureOf {
  lang: Lang
  base: string
}

/** The figure with title, source, release and address, as a link to it shows it, and for download. */
export function renderSharePng(site: Site, figure: MadeFigure, { lang, base }: PictureOf): Promise<Uint8Array> {
  const imprint = composeImprint(site, figure, { lang, base })
  const svg = renderShareSvg(drawingOf(figure.page.path, figure.spec, lang), imprint)
  if (PROGRAM === undefined) throw new Error('views: this build draws no PNG')
  return KEPT.recallBytes(['png', svg, FONTS], () => openRasteriser(PROGRAM)(svg))
}
