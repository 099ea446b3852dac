import { en } from './en.ts'
import type { Lang, UiKey, UiWords, Words } from './local-text.ts'
import { zh } from './zh.ts'

const UI: Record<Lang, UiWords> = { zh, en }

/** A word of the interface, its `{placeholders}` filled. Throws where a placeholder has no value. */
export function ui(lang: Lang, key: UiKey, values: Record<string, string | number> = {}): string {
  return UI[lang][key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`text: ${key} needs {${name}}`)
    return String(value)
  })
}

/** Both languages from one function, for texts whose numbers are written differently in each. */
export function both(say: (lang: Lang) => string): Words {
  return { zh: say('zh'), en: say('en') }
}
