import { pinyin } from 'pinyin-pro'
import { splitUnits } from '../check/header/header-units.ts'
import { isRowUnit } from '../check/header/row-units.ts'
import type { LocalText } from '../text/local-text.ts'

/** What a header of one or several levels says: the name in Chinese, in English where it prints the English name, and the unit. */
interface HeaderNames {
  zh: string
  en: string
  unit: string | null
}

/** `按性别分|男|比重(%)` → 按性别分·男·比重 and %; `地区|Region` → 地区 and Region. */
export function nameHeader(header: string): HeaderNames {
  const chinese: string[] = []
  const english: string[] = []
  let unit: string | null = null
  for (const part of header.split(/[|\n]/)) {
    const text = closeSpaces(part.normalize('NFKC').replace(/\s+/g, ' ').trim())
    const bare = /^[([](.*)[)\]]$/.exec(text)?.[1] ?? ''
    if (isRowUnit(bare)) {
      unit = bare
      continue
    }
    const stated = splitUnits(text).find((found) => isRowUnit(found.unit))
    if (stated) unit = stated.unit
    const name = stated?.name ?? text
    const [, zh = '', en = ''] = /^(.*\p{Script=Han}[^A-Za-z]*?)\s*([A-Za-z][A-Za-z\s,.()'&-]{2,})$/u.exec(name) ?? []
    if (zh !== '') chinese.push(zh)
    if (en !== '') english.push(en)
    if (zh !== '') continue
    const isChinese = /\p{Script=Han}/u.test(name) || (english.length === 0 && !/[A-Za-z]{2}/.test(name))
    if (name !== '') (isChinese ? chinese : english).push(name)
  }
  const words = chinese.map((text) => text.replace(/\(([^()]*\p{Script=Han}[^()]*)\)/gu, '（$1）').trim())
  return { zh: words.filter((text) => text !== '').join('·'), en: english.join(' '), unit }
}

/** 年 份 and 地  区 are spaced to fill a column. */
function closeSpaces(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}

const ID_LENGTH_MAX = 40

/** `办结时间` → `banjie_shijian`; a number is added where it is taken. Mutates the ids. */
export function makeId(name: string, ids: Set<string>): string {
  const plain = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('_')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, ID_LENGTH_MAX)
    .replace(/_+$/, '')
  const base = plain === '' ? 'column' : plain
  let id = base
  for (let n = 2; ids.has(id); n += 1) id = `${base}_${n}`
  ids.add(id)
  return id
}

/** Names of columns that differ from each other and from all headers but their own. Mutates the names that are taken. */
export function makeUnique(name: string, header: string, taken: Set<string>): string {
  const whole = header.replace(/\s+/g, ' ').trim()
  const candidates = [
    name,
    ...(/^\[[A-Z]+\]$/.test(whole) ? [] : [whole]),
    ...Array.from({ length: 100 }, (_, index) => `${name}${index + 2}`),
  ]
  const found = candidates.find((text) => text !== '' && !taken.has(text)) ?? whole
  taken.add(found)
  return found
}

/** Chinese and English words of a column: English falls back to the id. */
export function wordsOf(zh: string, en: string, id: string): LocalText {
  return { zh, en: en === '' ? id : en }
}
