import { natureOf } from '../problems/describe-problem.ts'
import type { Level } from '../problems/problem.ts'
import { QUIRKS, type QuirkOutcome } from '../quirks/quirks.ts'
import type { LocalText } from '../text/local-text.ts'
import type { Frame } from './page-frame.ts'

/** One line of the table: what exports do, what becomes of it, an example, and the rules under which it is reported. */
interface QuirkLine {
  id: string
  title: LocalText
  outcome: LocalText
  treatment: LocalText
  example: string
  rules: { id: string; level: Level; acceptable: ReturnType<typeof natureOf>['acceptable'] }[]
}

interface QuirkGroup {
  id: string
  heading: LocalText
  lines: QuirkLine[]
}

/** The table of `/methods/import/`, made of the very list that the tests run. */
export function groupQuirks(): QuirkGroup[] {
  return QUIRKS.map(({ id, group, quirks }) => ({
    id,
    heading: group,
    lines: quirks.map(({ rules, outcome, ...quirk }) => ({
      ...quirk,
      outcome: OUTCOMES[outcome],
      rules: rules.map((rule) => ({ id: rule, ...natureOf(rule) })),
    })),
  }))
}

/** What the page has around its table. */
export function buildImportFrame(): Frame {
  return {
    path: '/methods/import/',
    title: { zh: '数据接收规则', en: 'What is accepted on import' },
    description: countQuirks(),
    crumbs: [{ label: { zh: '方法', en: 'Methods' }, path: '/methods/' }],
    room: 'methods',
    search: { kind: 'page', authority: true },
  }
}

export function listQuirkColumns(): LocalText[] {
  return [
    { zh: '导出文件里的情形', en: 'What an export does' },
    { zh: '结果', en: 'Outcome' },
    { zh: '怎样处理', en: 'What happens' },
    { zh: '例', en: 'Example' },
    { zh: '规则', en: 'Rules' },
  ]
}

/** How many there are of each outcome, in words. */
function countQuirks(): LocalText {
  const all = QUIRKS.flatMap((quirk) => quirk.quirks)
  const count = (outcome: QuirkOutcome) => all.filter((quirk) => quirk.outcome === outcome).length
  const [accept, note, warn, ask, refuse] = (['accept', 'note', 'warn', 'ask', 'refuse'] as const).map(count)
  return {
    zh: `以下${all.length}种情形各有测试：${accept}种照收，${note}种收下并记入数据处理说明，${warn}种收下但提醒核对，${ask}种须有人逐条核准才发布，${refuse}种退回，退回时写明文件、单元格和改法。`,
    en: `Each of these ${all.length} cases is tested: ${accept} are accepted, ${note} accepted with a published note, ${warn} accepted with a warning to the person who checks the file, ${ask} not published until a person has listed them as exceptions, and ${refuse} refused with file, cell and remedy.`,
  }
}

const OUTCOMES: Record<QuirkOutcome, LocalText> = {
  accept: { zh: '照收', en: 'Accepted' },
  note: { zh: '收下并记录', en: 'Accepted with a note' },
  warn: { zh: '收下并提醒', en: 'Accepted with a warning' },
  ask: { zh: '须核准', en: 'Must be accepted' },
  refuse: { zh: '退回', en: 'Refused' },
}
