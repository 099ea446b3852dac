import type { Profile } from '../contracts/contract.ts'
import type { Lang } from '../text/local-text.ts'
import { pluralise } from '../text/plural.ts'
import type { Suggestion } from './index.ts'

/** A draft profile as YAML, with what it is unsure of as comments above the key that it is about. */
export function buildProfileYaml(suggestion: Suggestion, file: string, lang: Lang): string {
  const { contract, columns, profile, doubts, trial } = suggestion
  const comment = (text: string) => `# ${text}`
  const describeKey = (key: string | null) =>
    doubts.filter((doubt) => doubt.key === key).map(({ words }) => comment(words[lang]))
  const keys = Object.keys(profile) as (keyof Profile)[]
  const loose = doubts.filter(({ key }) => key === null || !keys.includes(key))
  const head = {
    zh: [
      `${file} 的草稿：数据集“${contract.title.zh}”（${contract.id}），认出${columns.known.length}列，猜${columns.guesses.length}列。`,
      `核对后存为 raw/${contract.id}/profile.yaml。`,
    ],
    en: [
      `Draft for ${file}: dataset “${contract.title.en}” (${contract.id}), ${pluralise(columns.known.length, 'column')} known, ${columns.guesses.length} guessed.`,
      `Once it is correct, save it as raw/${contract.id}/profile.yaml.`,
    ],
  }
  const lines = [...head[lang], TRIAL[lang](trial)].map(comment)
  for (const { words } of loose) lines.push(comment(words[lang]))
  for (const key of keys) lines.push(...describeKey(key), ...formatEntry(key, profile[key], ''))
  // A file of comments alone is no mapping, and a profile must be a mapping.
  if (keys.length === 0) lines.push('{}')
  return `${lines.join('\n')}\n`
}

const TRIAL: Record<Lang, (trial: Suggestion['trial']) => string> = {
  zh: (trial) =>
    trial === null
      ? '文件名和表题里看不出期次，未能试读。'
      : `按此草稿试读（期次${trial.period}）：${trial.rowsRead}行中采用${trial.rowsUsed}行，${trial.problems}处错误。`,
  en: (trial) =>
    trial === null
      ? 'Neither the file name nor the title states the period, so it was not tried.'
      : `Tried on the file as ${trial.period}: ${trial.rowsUsed} of ${pluralise(trial.rowsRead, 'row')} used, ${pluralise(trial.problems, 'error')}.`,
}

/** JSON scalars are YAML scalars, whatever Chinese punctuation is in them. */
function formatEntry(key: string, value: unknown, indent: string): string[] {
  const name = /^[a-z_]\w*$/i.test(key) ? key : JSON.stringify(key)
  if (Array.isArray(value)) return [`${indent}${name}: [${value.map((text) => JSON.stringify(text)).join(', ')}]`]
  if (typeof value !== 'object' || value === null) return [`${indent}${name}: ${JSON.stringify(value)}`]
  return [
    `${indent}${name}:`,
    ...Object.entries(value).flatMap(([inner, text]) => formatEntry(inner, text, `${indent}  `)),
  ]
}
