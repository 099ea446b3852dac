import { BASE, LANG, PUBLISHED, type Read } from '../command/options.ts'

export const OPTIONS = {
  base: BASE,
  lang: LANG,
  published: PUBLISHED,
  pictures: {
    kind: 'switch',
    help: {
      en: 'Draws each figure as PNG too, for downloads and for links that show a picture. Needs a Chinese font.',
      zh: '把每张图也画成PNG，供下载和分享链接时显示。本机须有中文字体。',
    },
  },
} as const

export type BuildOptions = Read<typeof OPTIONS>
