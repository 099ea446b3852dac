/** The language of the page. */
export const LANG = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'
