import { z } from 'zod'
import { words } from '../contracts/fields.ts'
import { explainShape } from './issue-reason.ts'

/** Whether a document is in force (有效性), as front matter has it. */
export const VALIDITIES = ['in-force', 'lapsed', 'repealed', 'partly-lapsed'] as const
/** How it is made public (公开方式): by the office itself, or to those who ask. */
export const OPENNESS = ['proactive', 'on-request'] as const

/** 索引号: the code of the issuer, 9 or 18 characters, and `YYYY-NNNNN`; it never changes. */
const index = z
  .string()
  .refine(
    (text) => /^(?:[0-9A-Z]{9}|[0-9A-Z]{18})\/\d{4}-\d{5}$/.test(text),
    explainShape('应写作“发文机关代码/2026-00012”', 'it is written CODE/2026-00012'),
  )

const DOCUMENT_NUMBER = /^(\p{Script=Han}{2,16})\s*[〔[［(（【](\d{4})[〕\]］)）】]\s*(\d{1,5})\s*号$/u

/** 文号: 宁环发〔2026〕12号. Other brackets are taken for these (GB/T 9704: six-cornered brackets, no leading zeros). */
const documentNumber = z
  .string()
  .refine(
    (text) => DOCUMENT_NUMBER.test(text),
    explainShape('应写作“云数发〔2026〕12号”', 'it is written 云数发〔2026〕12号'),
  )

/** The number of a document in the brackets that documents have. */
export function normaliseDocumentNumber(text: string): string {
  return text.replace(
    DOCUMENT_NUMBER,
    (_, issuer: string, year: string, nth: string) => `${issuer}〔${year}〕${Number(nth)}号`,
  )
}

/** What a bulletin states of itself as a public document, the same in both languages: in its Chinese file. */
export const documentShape = {
  /** 索引号, from the register of the office. */
  index: index.optional(),
  /** 文号 */
  documentNumber: documentNumber.optional(),
  /** 成文日期, `YYYY-MM-DD`; left out: the day on which the month was first released. */
  writtenOn: z.iso.date('a day, such as 2026-10-31').optional(),
  /** 发布日期; left out: the day on which the month was first released. */
  publishedOn: z.iso.date('a day, such as 2026-10-31').optional(),
  /** 有效性; left out: not stated. */
  validity: z.enum(VALIDITIES).optional(),
}

/** True unless both days are stated and the document was published before it was written. */
export function isPublishedOnceWritten({
  writtenOn,
  publishedOn,
}: {
  writtenOn?: string | undefined
  publishedOn?: string | undefined
}): boolean {
  return writtenOn === undefined || publishedOn === undefined || writtenOn <= publishedOn
}

export const PUBLISHED_TOO_EARLY = {
  ...explainShape('发布日期不应早于成文日期', 'no document is published before it is written'),
  path: ['publishedOn'],
}

/** What it states in each language. */
export const documentWordsShape = {
  /** 内容概述; left out: the lead of the bulletin. */
  abstract: z.string().min(1).optional(),
  /** 关键词 */
  keywords: z.array(z.string().min(1)).min(1).optional(),
  /** 责任编辑; left out: that of site.yaml. */
  editor: z.string().min(1).optional(),
  /** 联系方式; left out: that of site.yaml. */
  contact: z.string().min(1).optional(),
}

/** `disclosure` of site.yaml: what all bulletins state alike. Nothing here has a default that could pass for a fact. */
export const disclosureSchema = z.strictObject({
  /** 发文机关; left out: the publisher. */
  issuer: words.optional(),
  /** 主题分类 */
  subject: words.optional(),
  openness: z.enum(OPENNESS).optional(),
  editor: words.optional(),
  contact: words.optional(),
})
