import type { Lang } from '../../text/local-text.ts'
import { CHECKER_MESSAGES, type Fared } from './checker-messages.ts'

/** From what the clerk must do to what may be left alone. */
const ORDER: readonly Fared[] = ['stopped', 'unread', 'unknown', 'warned', 'repaired', 'clean']

/** As drawn: each section shows the result of its file. */
type Section = Pick<HTMLElement, 'dataset'>

/** Of forty files the two that want something come first. */
export function sortSections<T extends Section>(sections: Iterable<T>): T[] {
  const rank = (section: T) => (ORDER as readonly string[]).indexOf(section.dataset['outcome'] ?? '')
  return [...sections].sort((a, b) => rank(a) - rank(b))
}

/** `1个要改，3个没有问题`. */
export function tallyOf(sections: Iterable<Section>, lang: Lang): string {
  const fared = [...sections].map((section) => section.dataset['outcome'])
  const parts = ORDER.flatMap((kind) => {
    const count = fared.filter((candidate) => candidate === kind).length
    return count > 0 ? [CHECKER_MESSAGES[lang].fared[kind](count)] : []
  })
  return parts.join(lang === 'zh' ? '，' : ', ')
}
