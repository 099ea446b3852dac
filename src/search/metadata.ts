import type { Lang } from '../text/local-text.ts'
import type { Authority } from './indexed-page.ts'
import { normalise } from './normalise-text.ts'
import { pinyinOf } from './pinyin.ts'
import { findMissingSynonyms, findTerms, type Group } from './thesaurus.ts'
import { tokenise, tokeniseMetadata } from './tokens.ts'

/**
 * The words that a page gets beside its own: `t` of its title, `h` the same again for a hub, `st` synonyms of its
 * title, `s` other synonyms that it lacks, `py` the pinyin of its title. A browser weighs each by its name. What a hub
 * speaks of is typed in pinyin too; the pinyin is among its synonyms.
 */
export function readMetadata(
  page: { lang: Lang; title: string; text: string; authority: Authority },
  groups: readonly Group[],
): Record<string, string> {
  const t = wordsOf(page.title, page.lang)
  const ofTitle = findMissingSynonyms(page.title, groups, page.lang)
  const others = findMissingSynonyms(`${page.title} ${page.text}`, groups, page.lang)
  const py = page.lang === 'zh' ? findPinyin(page.title, groups) : []
  const spoken = page.lang === 'zh' && page.authority ? findTerms(page.text, groups).flatMap(pinyinOf) : []
  const all = {
    t: t.join(' '),
    h: page.authority ? [...t, ...py].join(' ') : '',
    st: joinWords(ofTitle),
    s: [joinWords(others.filter((text) => !ofTitle.includes(text))), ...new Set(spoken)].join(' ').trim(),
    py: py.join(' '),
  }
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''))
}

function joinWords(texts: readonly string[]): string {
  return [...new Set(texts.flatMap((text) => tokenise(text)))].join(' ')
}

function wordsOf(title: string, lang: Lang): string[] {
  const plain = normalise(title)
  return lang === 'zh' ? tokeniseMetadata(plain) : tokenise(plain)
}

/** Thesaurus terms and whole Han runs of the title: a place is typed by its name. */
function findPinyin(title: string, groups: readonly Group[]): string[] {
  const runs = title.match(/\p{sc=Han}{2,12}/gu) ?? []
  return [...new Set([...runs, ...findTerms(title, groups)].flatMap(pinyinOf))]
}
