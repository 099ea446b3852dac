import { anchorOf, buildRegisterTable, isListedOnPage } from '../compose/register-table.ts'
import { has, type Site } from '../compose/site.ts'
import type { Cell } from '../contracts/table.ts'
import type { SearchRecord } from '../search/build-index.ts'
import type { PublishedTable } from '../store/published-tables.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { listDatasets } from './dataset-page.ts'
import { buildGlossary, buildGlossaryFrame } from './glossary/glossary-page.ts'
import { buildHelpFrame, listQuestions } from './help/help-page.ts'
import { listPageFigures } from './page-figures.ts'
import type { Frame } from './page-frame.ts'
import { describeClass, describeIndustry, describePlace, listPermits, permitPathOf } from './permit-page.ts'
import { listTopics } from './topics.ts'

const KINDS: Record<string, LocalText> = {
  report: { zh: '公报', en: 'Bulletins' },
  topic: { zh: '专题', en: 'Topics' },
  place: { zh: '地区', en: 'Places' },
  permit: { zh: '许可证', en: 'Permits' },
  dataset: { zh: '数据集', en: 'Datasets' },
  entry: { zh: '登记条目', en: 'Entries' },
  figure: { zh: '图', en: 'Figures' },
  explanation: { zh: '名词和问答', en: 'Terms and answers' },
  page: { zh: '其他', en: 'Other pages' },
}

/** Names of the facet values for the search page: what `kind=report` or `place=990101` is called. */
export function labelFacets(site: Site, lang: Lang): Record<'kind' | 'topic' | 'place', Record<string, string>> {
  const topics = new Map(listDatasets(site).map((contract) => [contract.topic, contract.title[lang]]))
  for (const topic of listTopics(site)) topics.set(topic.id, topic.title[lang])
  const { permit: _, ...others } = KINDS
  const kinds = has(site, 'permits', 'register') ? KINDS : others
  return {
    kind: Object.fromEntries(Object.entries(kinds).map(([id, words]) => [id, words[lang]])),
    topic: Object.fromEntries(topics),
    place: Object.fromEntries(site.places.all.map((place) => [place.code, place.names[lang]])),
  }
}

/** What can be found beside the pages themselves: every permit, every entry of another register, every figure, term and answer, in both languages. */
export function buildSearchRecords(site: Site): SearchRecord[] {
  return (['zh', 'en'] as const).flatMap((lang) => [
    ...buildPermitRecords(site, lang),
    ...buildEntryRecords(site, lang),
    ...buildFigureRecords(site, lang),
    ...buildTermRecords(site, lang),
    ...buildAnswerRecords(site, lang),
  ])
}

function localisePath(lang: Lang, path: string): string {
  return lang === 'en' ? `/en${path}` : path
}

function buildPermitRecords(site: Site, lang: Lang): SearchRecord[] {
  if (!has(site, 'permits', 'register')) return []
  return listPermits(site).map((permit) => {
    const district = site.places.listChain(permit.place).find((place) => place.level === 'district')
    const words = [describeClass(site, permit), describeIndustry(site, permit), describePlace(site, permit.place)].map(
      (text) => text[lang],
    )
    return {
      url: localisePath(lang, permitPathOf(permit.number)),
      lang,
      title: permit.holder,
      content: [permit.number, permit.text.credit_code ?? '', ...words].join(lang === 'zh' ? '，' : ', '),
      kind: 'permit',
      topic: 'permits',
      ...(district ? { place: district.code } : {}),
    }
  })
}

/** Longer texts are notes; they would swell the index and are read on the page. */
const ENTRY_TEXT_MAX = 60

/** Entries of registers that have no pages of their own, each at its row of the dataset's page. */
function buildEntryRecords(site: Site, lang: Lang): SearchRecord[] {
  const tables = [...site.published.tables.values()].filter(
    (table) => isListedOnPage(table) && !isDutyRecord(site, table),
  )
  return tables.flatMap((table) => {
    const { columns, rows } = buildRegisterTable(site.places, table)
    // A column in the other language repeats a column in this language.
    const isOther = (id: string) => id.endsWith(lang === 'zh' ? '_en' : '_zh')
    return rows.map(([first = '', ...rest]) => {
      const texts = rest.flatMap((entry, index) => (isOther(columns[index + 1]?.id ?? '') ? [] : textOf(entry, lang)))
      const key = textOf(first, lang)[0] ?? ''
      return {
        url: localisePath(lang, `/data/${table.contract.id}/#${anchorOf(key)}`),
        lang,
        title: `${table.spec.title[lang]} ${key}`,
        // Spaces, so that a number is a word of its own beside Chinese text.
        content: [...new Set(texts)].join(' '),
        kind: 'entry',
        topic: table.contract.topic,
      }
    })
  })
}

/** Entries of a record of duties are a number, a period and a day; the page of duties, which is found, says what they mean. */
function isDutyRecord({ duties }: Site, { contract, id }: PublishedTable): boolean {
  return duties?.record?.dataset === contract.id && duties.record.table === id
}

function textOf(entry: LocalText | string | Cell, lang: Lang): string[] {
  if (typeof entry !== 'string' && 'status' in entry) return entry.value === null ? [] : [String(entry.value)]
  const text = typeof entry === 'string' ? entry : entry[lang]
  return text === '' || text.length > ENTRY_TEXT_MAX ? [] : [text]
}

/** Figures of topics: those of bulletins and places repeat them for a month or a place, which their own pages answer. */
function buildFigureRecords(site: Site, lang: Lang): SearchRecord[] {
  return listPageFigures(site)
    .filter((page) => page.path.startsWith('/topics/'))
    .flatMap((page) =>
      page.figures.map((figure) => ({
        url: localisePath(lang, `${page.path}#${figure.id}`),
        lang,
        title: figure.title[lang],
        content: `${figure.measure[lang]} ${figure.period[lang]}`,
        kind: 'figure',
        topic: page.path.split('/')[2] ?? '',
      })),
    )
}

/** The glossary, and each term at its entry, found by its other names too. */
function buildTermRecords(site: Site, lang: Lang): SearchRecord[] {
  const page = makePageRecord(buildGlossaryFrame(), lang, GLOSSARY_NAMES)
  const terms = buildGlossary(site).flatMap(({ entries }) =>
    entries.map(({ id, name, means, not, also, asked, formula }) => ({
      url: localisePath(lang, `/glossary/#${id}`),
      lang,
      title: name[lang],
      also: [...also[lang], ...asked[lang]],
      content: [means, not, formula].flatMap((text) => text?.[lang] ?? []).join(' '),
      kind: 'explanation',
    })),
  )
  return [page, ...terms]
}

/** The page of questions, and each question at its answer. */
function buildAnswerRecords(site: Site, lang: Lang): SearchRecord[] {
  const answers = listQuestions(site).map(({ id, question, also, answer }) => ({
    url: localisePath(lang, `/help/#${id}`),
    lang,
    title: question[lang],
    also: also?.[lang] ?? [],
    content: answer[lang],
    kind: 'explanation',
  }))
  return [makePageRecord(buildHelpFrame(), lang, HELP_NAMES), ...answers]
}

type Names = Record<Lang, readonly string[]>

const GLOSSARY_NAMES: Names = { zh: ['术语表', '词汇表', '指标解释', '名词'], en: ['terms', 'definitions'] }
const HELP_NAMES: Names = { zh: ['帮助', '问答', '使用说明'], en: ['help', 'FAQ'] }

/** A page of which only the name is looked for: its entries have records of their own. */
function makePageRecord(frame: Frame, lang: Lang, names: Names): SearchRecord {
  const { path, title } = frame
  return { url: localisePath(lang, path), lang, title: title[lang], also: names[lang], content: '', kind: 'page' }
}
