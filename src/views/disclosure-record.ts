import type { Site } from '../compose/site.ts'
import { normaliseDocumentNumber, type OPENNESS, type VALIDITIES } from '../portal/disclosure.ts'
import { formatDay } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import type { Article } from './page-frame.ts'
import { findFirstReleaseDay, findReleaseDay } from './report-page.ts'

/** What the head of a bulletin states of it as a public document. */
export interface DocumentHead {
  index?: string | undefined
  documentNumber?: string | undefined
  writtenOn?: string | undefined
  publishedOn?: string | undefined
  validity?: (typeof VALIDITIES)[number] | undefined
  abstract?: string | undefined
  keywords?: readonly string[] | undefined
  editor?: string | undefined
  contact?: string | undefined
}

const VALIDITY_WORDS: Record<(typeof VALIDITIES)[number], LocalText> = {
  'in-force': { zh: '有效', en: 'in force' },
  lapsed: { zh: '失效', en: 'lapsed' },
  repealed: { zh: '废止', en: 'repealed' },
  'partly-lapsed': { zh: '部分失效', en: 'lapsed in part' },
}
const OPENNESS_WORDS: Record<(typeof OPENNESS)[number], LocalText> = {
  proactive: { zh: '主动公开', en: 'on the office’s own initiative' },
  'on-request': { zh: '依申请公开', en: 'on request' },
}

export const DISCLOSURE_TITLE: LocalText = { zh: '政府信息公开', en: 'Disclosure record' }

/** The bulletin as an article, for the meta tags of the page. */
export function describeArticle(
  site: Site,
  month: string,
  { lang, head }: { lang: Lang; head: DocumentHead },
): Article {
  const { disclosure = {}, publisher } = site.settings
  return {
    published: head.publishedOn ?? findFirstReleaseDay(site, month),
    source: (disclosure.issuer ?? publisher)[lang],
    keywords: head.keywords,
    editor: head.editor ?? disclosure.editor?.[lang],
  }
}

/**
 * The items of 政府信息公开 that are known of a bulletin, in the order of its forms: what its head states, else what site.yaml
 * states, else what the record of releases gives. What nobody stated is left out; the abstract of a composed bulletin is its
 * lead, which the page prints and its description repeats.
 */
export function listDisclosure(
  site: Site,
  month: string,
  { lang, head }: { lang: Lang; head: DocumentHead },
): { label: string; text: string }[] {
  const { disclosure = {}, publisher } = site.settings
  const first = findFirstReleaseDay(site, month)
  const newest = findReleaseDay(site, month)
  const items: [LocalText, string | undefined][] = [
    [{ zh: '索引号', en: 'Index number' }, head.index],
    [{ zh: '主题分类', en: 'Subject' }, disclosure.subject?.[lang]],
    [{ zh: '发文机关', en: 'Issued by' }, (disclosure.issuer ?? publisher)[lang]],
    [{ zh: '文号', en: 'Document number' }, head.documentNumber && normaliseDocumentNumber(head.documentNumber)],
    [{ zh: '成文日期', en: 'Written on' }, formatDay(head.writtenOn ?? first, lang)],
    [{ zh: '发布日期', en: 'Published on' }, formatDay(head.publishedOn ?? first, lang)],
    [{ zh: '更新日期', en: 'Updated on' }, newest === first ? undefined : formatDay(newest, lang)],
    [{ zh: '有效性', en: 'Validity' }, head.validity && VALIDITY_WORDS[head.validity][lang]],
    [{ zh: '公开方式', en: 'Disclosed' }, disclosure.openness && OPENNESS_WORDS[disclosure.openness][lang]],
    [{ zh: '关键词', en: 'Keywords' }, head.keywords?.join(lang === 'zh' ? '；' : '; ')],
    [{ zh: '内容概述', en: 'Abstract' }, head.abstract],
    [{ zh: '责任编辑', en: 'Editor' }, head.editor ?? disclosure.editor?.[lang]],
    [{ zh: '联系方式', en: 'Contact' }, head.contact ?? disclosure.contact?.[lang]],
  ]
  return items.flatMap(([label, text]) => (text ? [{ label: label[lang], text }] : []))
}
