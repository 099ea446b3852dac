import { pinyin } from 'pinyin-pro'

/** `办结率` → `banjielv`, `banjielu`: without tones, joined, ü as both v and u since both are typed. */
export function pinyinOf(text: string): string[] {
  const joined = pinyin(text, { toneType: 'none', type: 'array', v: true }).join('').toLowerCase()
  return [...new Set([joined, joined.replaceAll('v', 'u')])]
}
