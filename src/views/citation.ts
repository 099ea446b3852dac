import type { Lang, LocalText } from '../text/local-text.ts'

/** What is cited: a dataset, one of its tables, a bulletin, or a figure. */
export interface CitedWork {
  /** ASCII: `cases-flow`, the key of BibTeX and the id of CSL. */
  key: string
  kind: 'dataset' | 'report' | 'figure'
  title: LocalText
  /** The office that publishes it: an institution, in one piece. */
  author: LocalText
  /** `YYYY-MM-DD` */
  issued: string
  /** Release that the figures are of. */
  release: number
  /** Full address in each language, or null where the publisher has named none. */
  address: LocalText | null
}

/** A citation in some style, in two parts where the day of citing is between them. */
interface Citation {
  style: 'GB/T 7714' | 'APA' | 'BibTeX' | 'RIS' | 'CSL-JSON'
  before: string
  /** Null where the style does not ask for that day. */
  after: string | null
}

/**
 * The work in each style. GB/T 7714—2015 (electronic resource, 8.5: author, title with type and carrier, version, day of
 * publication, day of citation, address) is in the language of the page; APA (7th edition) is English by nature. None of
 * the libraries there are writes an institution, a day and a Chinese title rightly in GB/T 7714, so the strings are ours.
 */
export function listCitations(work: CitedWork, lang: Lang): Citation[] {
  return [
    citeByGbt(work, lang),
    { style: 'APA', before: citeByApa(work), after: null },
    { style: 'BibTeX', before: citeByBibtex(work, lang), after: null },
    { style: 'RIS', before: citeByRis(work, lang), after: null },
    { style: 'CSL-JSON', before: citeByCsl(work, lang), after: null },
  ]
}

/** GB/T 7714—2015, appendix B, has no letters for a chart: Z is whatever is none of the others. */
const TYPE = { dataset: 'DS', report: 'R', figure: 'Z' } as const

/** `数据公开办公室. 网格事件[DS/OL]. 第8次发布. (2026-11-20)[2026-11-29]. https://…` */
export function citeByGbt({ kind, title, author, issued, release, address }: CitedWork, lang: Lang): Citation {
  const edition = lang === 'zh' ? `第${release}次发布` : `Release ${release}`
  return {
    style: 'GB/T 7714',
    before: `${author[lang]}. ${title[lang]}[${TYPE[kind]}/OL]. ${edition}. (${issued})[`,
    after: `].${address === null ? '' : ` ${address[lang]}.`}`,
  }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** A form in brackets where a work is no text (APA, 7th edition, 9.22). */
const APA_FORMS = { dataset: ' [Data set]', report: '', figure: ' [Chart]' } as const

/** `Open Data Office. (2026, November 20). Grid cases (Release 8) [Data set]. https://…` */
function citeByApa({ kind, title, author, issued, release, address }: CitedWork): string {
  const [year = '', month = '', day = ''] = issued.split('-')
  const when = `${year}, ${MONTHS[Number(month) - 1] ?? ''} ${Number(day)}`
  return `${author.en}. (${when}). ${title.en} (Release ${release})${APA_FORMS[kind]}.${address === null ? '' : ` ${address.en}`}`
}

/**
 * An institution in double braces is one name, and a title in them keeps its capitals, which styles make small otherwise;
 * `&`, `%` and their like are commands of TeX.
 */
function citeByBibtex({ key, kind, title, author, issued, release, address }: CitedWork, lang: Lang): string {
  const escapeTex = (text: string) => text.replaceAll(/[\\{}]/g, '').replaceAll(/[&%$#_]/g, String.raw`\$&`)
  const [year = '', month = ''] = issued.split('-')
  const fields: [string, string][] = [
    ['author', `{${escapeTex(author[lang])}}`],
    ['title', `{${escapeTex(title[lang])}}`],
    ['year', year],
    ['month', String(Number(month))],
    ['version', String(release)],
    ...(address === null ? [] : ([['url', address[lang]]] satisfies [string, string][])),
    ['langid', lang === 'zh' ? 'chinese' : 'english'],
  ]
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`)
  return `@${kind === 'report' ? 'techreport' : 'misc'}{${key},\n${kind !== 'report' ? '' : `  institution = {${escapeTex(author[lang])}},\n`}${lines.join(',\n')}\n}`
}

const RIS_TYPES = { dataset: 'DATA', report: 'RPRT', figure: 'FIGURE' } as const

function citeByRis({ key, kind, title, author, issued, release, address }: CitedWork, lang: Lang): string {
  const lines: [string, string][] = [
    ['TY', RIS_TYPES[kind]],
    ['ID', key],
    ['AU', author[lang]],
    ['TI', title[lang]],
    ['PY', issued.slice(0, 4)],
    ['DA', `${issued.replaceAll('-', '/')}/`],
    ['PB', author[lang]],
    ['ET', String(release)],
    ...(address === null ? [] : ([['UR', address[lang]]] satisfies [string, string][])),
    ['LA', lang === 'zh' ? 'zh-CN' : 'en'],
    ['ER', ''],
  ]
  return lines.map(([tag, value]) => `${tag}  - ${value}`).join('\n')
}

function citeByCsl({ key, kind, title, author, issued, release, address }: CitedWork, lang: Lang): string {
  return JSON.stringify([
    {
      id: key,
      type: kind,
      title: title[lang],
      author: [{ literal: author[lang] }],
      publisher: author[lang],
      issued: { 'date-parts': [issued.split('-').map(Number)] },
      version: String(release),
      ...(address === null ? {} : { URL: address[lang] }),
      language: lang === 'zh' ? 'zh-CN' : 'en',
    },
  ])
}
