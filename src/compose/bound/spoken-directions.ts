import type { Lang } from '../../text/local-text.ts'

/** A word of direction that somebody typed into prose, where only the rule of comparison may say it. */
interface SpokenDirection {
  text: string
  /** Counted from 1. */
  column: number
  /** An end of a list (最高, most) and not a change or a difference. */
  isEnd: boolean
}

/** Ends: 最高, 居首. What is 最大限度 is no end of a list. */
const END_ZH = /最[高低多少大小长短快慢好差](?!限度)|居首|垫底/g
const WAY_ZH =
  /上升|下降|增长|增加|减少|提高|降低|回升|回落|攀升|下滑|上涨|下跌|好转|转差|恶化|[升降增减][至到]|(?<!不)[高低多少快慢]于/g

const END_EN =
  /\b(?:highest|lowest|(?<!at )most|(?<!at )least|fewest|largest|smallest|longest|shortest|fastest|slowest|busiest)\b/gi
const WAY_EN =
  /\b(?:rose|rises|risen|rising|fell|falls|falling|(?:has|have|had) fallen|increas(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)|grew|grown|shrank|shrunk|declin(?:e[ds]?|ing)|dropped|climbed|soared|peaked|improved|worsened|higher|lower|fewer|larger|smaller|(?<!no )longer|shorter|faster|slower|(?:more|less) than|(?:up|down) (?:on|from|by))\b/gi

/** Names that begin like a comparison. */
const NAMES = /最低生活保障|最低工资|最高人民(?:法院|检察院)/g

/** Typed words of direction in one line of prose. `allowed` are phrases that the writer has stated to say nothing of the data. */
export function findSpokenDirections(line: string, lang: Lang, allowed: readonly string[]): SpokenDirection[] {
  let text = line
  for (const phrase of allowed) text = text.replaceAll(phrase, ' '.repeat(phrase.length))
  text = text.replace(NAMES, (name) => ' '.repeat(name.length))
  const find = (pattern: RegExp, isEnd: boolean) =>
    [...text.matchAll(pattern)].map((match) => ({ text: match[0], column: match.index + 1, isEnd }))
  const [end, way] = lang === 'zh' ? [END_ZH, WAY_ZH] : [END_EN, WAY_EN]
  return [...find(end, true), ...find(way, false)].toSorted((a, b) => a.column - b.column)
}
