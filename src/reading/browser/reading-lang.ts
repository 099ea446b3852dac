const { lang } = document.documentElement

/** The language of the page. */
export const LANG = lang.startsWith('zh') ? 'zh' : 'en'
/** The same for words of the script itself, which the conversion of a page does not see. */
export const WRITTEN = lang === 'zh-Hant' ? 'hant' : LANG
