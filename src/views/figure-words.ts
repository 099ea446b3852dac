import type { LocalText } from '../text/local-text.ts'

/** Words about a figure as a work of its own: on its page, beside it, and in frames. */
export const FIGURE_WORDS = {
  citeAndEmbed: { zh: '引用与嵌入', en: 'Cite and embed' },
  cite: { zh: '引用', en: 'Cite' },
  embed: { zh: '嵌入网页', en: 'Embed in a page' },
  embedNewest: { zh: '数字随新发布更新', en: 'Figures follow each new release' },
  embedFixed: { zh: '数字停在这一版，不再变动', en: 'Figures of this version, which do not change' },
  downloadPng: { zh: '下载图片（PNG）', en: 'Download picture (PNG)' },
  figureAndData: { zh: '原图与数据', en: 'figure and data' },
  onPage: { zh: '所在页面', en: 'On the page' },
  permanentAddress: { zh: '固定地址', en: 'Permanent address' },
  version: { zh: '版本', en: 'Version' },
} as const satisfies Record<string, LocalText>
