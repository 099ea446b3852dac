import type { LocalText, UiKey } from '../../text/local-text.ts'

/** What a site must have for a question to be asked of it. */
export type Need = 'reports' | 'places' | 'permits' | 'address' | 'demonstration'

export interface BuiltInQuestion {
  id: string
  needs?: Need
  question: LocalText
  /** Other ways to ask, for search; between them 、 or a comma. */
  also: LocalText
  /** `{publisher}` stands for a text of the site. */
  answer: LocalText
  /** Pages, by their site path; each is called by its name in the navigation, or by `label`. */
  links?: readonly { to: string; label: UiKey | LocalText; needs?: Need }[]
}
