import { en } from './en.ts'
import type { Lang, LocalText, UiKey, UiTexts } from './local-text.ts'
import { zh } from './zh.ts'

const UI: Record<Lang, UiTexts> = { zh, en }

/** A word of the interface, its `{placeholders}` filled. Throws where a placeholder has no value. */
export function t(lang: Lang, key: UiKey, values: Record<string, string | number> = {}): string {
  return fillText(UI[lang][key], values)
}

/** A text with each `{name}` replaced by the value of that name. Throws where there is none. */
export function fillText(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`text: “${text}” needs {${name}}`)
    return String(value)
  })
}

/** Both languages from one function, for texts whose numbers are written differently in each. */
export function localise(say: (lang: Lang) => string): LocalText {
  return { zh: say('zh'), en: say('en') }
}
