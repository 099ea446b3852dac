import { z } from 'zod'
import { words } from '../contracts/fields.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import type { LocalText } from '../text/local-text.ts'
import { explainShape } from './issue-reason.ts'

/** ICP备案号 and 公安备案号 in the form in which they are issued: 京ICP备19008540号-1, 京公网安备 11010802028327号. */
const icp = z
  .string()
  .refine(
    (text) => /^\p{Script=Han}ICP备\d{8}号(?:-\d+)?$/u.test(text),
    explainShape('应写作“京ICP备19008540号”', 'it is written 京ICP备19008540号'),
  )
const police = z
  .string()
  .refine(
    (text) => /^\p{Script=Han}公网安备\s?\d{14}号$/u.test(text),
    explainShape('应写作“京公网安备 11010802028327号”', 'it is written 京公网安备 11010802028327号'),
  )

/**
 * `formalities` of site.yaml: what a site of government must have before it opens (国办发〔2017〕47号): approval, mark, ICP filing,
 * police filing, site code; and what its footer has besides.
 */
export const formalitiesSchema = z.strictObject({
  /** 开办审批: by whom it was approved, or the number of the document. */
  approval: words.optional(),
  /** 党政机关网站标识: address of the page that certifies it. */
  partyMark: z.url('an address, such as https://data.example.gov.cn').optional(),
  icp: icp.optional(),
  police: police.optional(),
  /** 网站标识码 */
  siteCode: z.string().min(1).optional(),
  /** Address of 我为政府网站找错. */
  reportErrors: z.url('an address, such as https://data.example.gov.cn').optional(),
  contact: words.optional(),
})
export type Formalities = z.infer<typeof formalitiesSchema>

type FormalityId = keyof Formalities

/** Items in the order of the footer; `required` are the five that a site of government is refused without. */
export const FORMALITIES: readonly { id: FormalityId; label: LocalText; required: boolean }[] = [
  { id: 'approval', label: { zh: '开办审批', en: 'Approval' }, required: true },
  { id: 'partyMark', label: { zh: '党政机关网站标识', en: 'Mark of party and government sites' }, required: true },
  { id: 'siteCode', label: { zh: '网站标识码', en: 'Site code' }, required: true },
  { id: 'icp', label: { zh: 'ICP备案号', en: 'ICP filing' }, required: true },
  { id: 'police', label: { zh: '公安备案号', en: 'Police filing' }, required: true },
  { id: 'reportErrors', label: { zh: '我为政府网站找错', en: 'Report an error of this site' }, required: false },
  { id: 'contact', label: { zh: '联系方式', en: 'Contact' }, required: false },
]

/** True for an address under `.gov.cn`. */
function isGovernmentAddress(url: string | undefined): boolean {
  return url !== undefined && /(?:^|\.)gov\.cn$/.test(new URL(url).hostname)
}

/**
 * Formalities that a site of government lacks: errors of those that are verified, warnings of the others. None for other
 * addresses.
 */
export function listMissingFormalities(
  { url, formalities = {} }: { url?: string | undefined; formalities?: Formalities | undefined },
  lineOf: (path: readonly PropertyKey[]) => number | null,
): Problem[] {
  if (!isGovernmentAddress(url)) return []
  const row = lineOf(['formalities']) ?? lineOf(['url'])
  return FORMALITIES.filter(({ id }) => formalities[id] === undefined).map(({ id, label, required }) =>
    createProblem(
      required ? 'formality-missing' : 'formality-wanting',
      { file: 'content/site.yaml', row, columnName: `formalities.${id}` },
      { found: url ?? '', params: { item: label } },
    ),
  )
}
