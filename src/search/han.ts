import { buildSimplifiedMap } from './simplified-map.ts'

/** What the browser needs only for a query in Chinese. */
export interface HanData {
  /** The map of `simplify.ts`. */
  map: string
  /** Alternatives of a regular expression. */
  stopWords: string
}

export function buildHanData(): HanData {
  return { map: buildSimplifiedMap(), stopWords: [...STOP_WORDS].sort((a, b) => b.length - a.length).join('|') }
}

/** Words that make a question of a query. Single characters only where hardly any noun of the field holds them. */
const STOP_WORDS: readonly string[] = (
  '是什么意思 什么意思 啥意思 有什么区别 有什么不同 怎么计算 怎样计算 如何计算 怎么算的 怎么算 怎么用 怎样用 什么叫 是指什么 指什么 ' +
  '能不能 有没有 是不是 为什么 怎么样 怎么办 怎么 怎样 如何 什么 哪一个 哪个 哪里 哪儿 哪些 多少 是否 请问 请 想要 想 需要 我们 我 你们 ' +
  '这个 那个 这些 可以 一下 出来 算出 得最 最 得 吗 呢 吧 啊 的 了 是 在(?!办) 有 占 查询 查看 查'
).split(' ')
