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
  pdf: {
    kind: 'switch',
    help: {
      en: 'Prints each bulletin as tagged PDF (PDF/UA-1) too, by a Chromium, and links it from its page.',
      zh: '把每期公报也打印成带标签的PDF（PDF/UA-1），放在页面旁并附链接。需要Chromium。',
    },
  },
} as const

export type BuildOptions = Read<typeof OPTIONS>
