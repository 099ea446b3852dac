import type { Contract } from '../contracts/contract.ts'
import type { Lang } from '../text/local-text.ts'
import { normalise } from './normalise-text.ts'

/** Words that mean the same to a reader. */
export interface Group {
  id: string
  zh: string[]
  en?: string[] | undefined
}

/** The groups of the portal and those that its contracts bring. */
export function openThesaurus(own: readonly Group[], contracts: readonly Contract[]): Group[] {
  return [...own, ...contracts.flatMap(groupsOf)].map((group) => ({
    ...group,
    zh: group.zh.map((text) => normalise(text)),
    en: (group.en ?? []).map((text) => normalise(text)),
  }))
}

/** The title with what a resident calls it; each column with the spellings of its header. */
function groupsOf(contract: Contract): Group[] {
  const groups: Group[] = [makeGroup(contract.id, [contract.title.zh, ...(contract.synonyms ?? [])], contract.title.en)]
  for (const [id, column] of Object.entries(contract.columns)) {
    const spellings = [column.names.zh, ...(column.headers ?? [])].filter((text) => HEADER.test(text))
    if (spellings.length > 1) groups.push(makeGroup(`${contract.id}-${id}`, spellings, column.names.en))
  }
  return groups
}

/** Shorter headers (名称, 单位) are on every page and mean something else on each. */
const HEADER = /^\p{sc=Han}{3,}$/u

function makeGroup(id: string, words: readonly string[], english: string): Group {
  return {
    id,
    zh: words.filter((text) => /\p{sc=Han}/u.test(text)),
    en: [english, ...words.filter((text) => /^[\x20-\x7e]+$/.test(text))],
  }
}

/** The members missing from a text, of every group of which it has a member. */
export function findMissingSynonyms(text: string, groups: readonly Group[], lang: Lang): string[] {
  const plain = normalise(text)
  const missing = new Set<string>()
  for (const group of groups) {
    const members = lang === 'zh' ? group.zh : (group.en ?? [])
    if (members.length > 1 && members.some((member) => containsMember(plain, member, lang))) {
      for (const member of members) if (!containsMember(plain, member, lang)) missing.add(member)
    }
  }
  return [...missing]
}

/** Members of all groups that a text holds. */
export function findTerms(text: string, groups: readonly Group[]): string[] {
  const plain = normalise(text)
  return [...new Set(groups.flatMap(({ zh }) => zh.filter((member) => plain.includes(member))))]
}

function containsMember(text: string, member: string, lang: Lang): boolean {
  if (lang === 'zh') return text.includes(member)
  const at = text.indexOf(member)
  return at >= 0 && !/[a-z]/.test(text[at - 1] ?? ' ')
}
