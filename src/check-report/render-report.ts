import { stopPublishing } from '../problems/acceptance.ts'
import { printCounts } from '../problems/print-problems.ts'
import { hasErrors, type Problem } from '../problems/problem.ts'
import { renderTokenCss } from '../styles/css-tokens.ts'
import { formatPeriod } from '../text/format.ts'
import type { Lang } from '../text/local-text.ts'
import { sum } from '../text/sum.ts'
import { renderBefore } from './before-section.ts'
import { renderColumns } from './columns-section.ts'
import { renderFindings } from './findings.ts'
import { renderElement, say } from './html-element.ts'
import { listRules } from './list-rules.ts'
import { renderRules } from './rules-table.ts'
import type { ReportDataset, ReportSource } from './source.ts'
import { REPORT_CSS } from './style.ts'
import { type Writing, writingOf } from './writing.ts'

/**
 * The report of a check as one HTML file that needs nothing else: of each dataset its newest file rule by rule and
 * column by column, against the periods before; Chinese and English.
 */
export function renderReport(source: ReportSource): string {
  const articles = (['zh', 'en'] as const).map((lang) => renderArticle(source, writingOf(lang, source.places)))
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<title>核对报告 Check report</title>',
    `<style>${renderTokenCss()}${REPORT_CSS}</style>`,
  ]
  // Which language is seen is a choice of the reader that needs no script; printed is what is seen.
  const choice = (['zh', 'en'] as const).map(
    (lang, index) =>
      `<input type="radio" name="lang" id="show-${lang}"${index === 0 ? ' checked' : ''}><label for="show-${lang}" lang="${LANGS[lang]}">${NAMES[lang]}</label>`,
  )
  const body = `<body>${choice.join('')}${articles.join('')}</body>`
  return `<!doctype html>\n<html lang="zh-CN"><head>${head.join('')}</head>${body}</html>\n`
}

const LANGS: Record<Lang, string> = { zh: 'zh-CN', en: 'en' }
const NAMES: Record<Lang, string> = { zh: '中文', en: 'English' }

function renderArticle(source: ReportSource, writing: Writing): string {
  const { lang, words, count } = writing
  const { datasets, today } = source
  const files = datasets.flatMap((dataset) => dataset.files)
  const problems = [...source.problems, ...datasets.flatMap((dataset) => dataset.problems)]
  const lead =
    files.length === 0 ? words.noFiles : words.lead(files.length, count(sum(files.map((file) => file.rowsRead))))
  return renderElement(
    'main',
    { lang: LANGS[lang], class: lang },
    renderElement('h1', {}, say(words.title)),
    renderElement('p', { class: 'quiet' }, say(words.on(today))),
    renderElement('p', { class: 'lead' }, say(`${lead}${lang === 'zh' ? '' : ' '}${outcomeOf(problems, writing)}`)),
    datasets.length > 1 ? renderContents(datasets, writing) : '',
    ...datasets.map((dataset) => renderDataset(dataset, source, writing)),
    source.problems.length > 0
      ? renderElement('h2', {}, say(words.portal)) + renderFindings(source.problems, writing)
      : '',
    renderTerms(writing),
  )
}

function outcomeOf(problems: readonly Problem[], { words, lang }: Writing): string {
  if (problems.length === 0) return words.clean
  const counts = printCounts(problems, lang)
  const verdict = conclusionOf(problems, words)
  return lang === 'zh' ? `${counts}。${verdict}` : `${counts}. ${verdict}`.trim()
}

function conclusionOf(problems: readonly Problem[], words: Writing['words']): string {
  if (hasErrors(problems)) return words.stopped
  if (stopPublishing(problems)) return words.unaccepted
  return problems.some(({ level }) => level === 'warning') ? words.warned : ''
}

function renderContents(datasets: readonly ReportDataset[], { lang, words }: Writing): string {
  const items = datasets.map(({ contract, problems, files }) => {
    const now = files.at(-1)
    const what = problems.length === 0 ? words.clean : printCounts(problems, lang)
    return renderElement(
      'li',
      { class: stopPublishing(problems) ? 'error' : '' },
      renderElement('a', { href: `#${lang}-${contract.id}` }, say(contract.title[lang])),
      ' ',
      renderElement('span', { class: 'quiet' }, say(`${now ? formatPeriod(now.period, lang) : ''} · ${what}`)),
    )
  })
  return renderElement('nav', { 'aria-label': words.datasets }, renderElement('ul', {}, ...items))
}

function renderDataset(dataset: ReportDataset, source: ReportSource, writing: Writing): string {
  const { lang, words } = writing
  const { contract, files, problems } = dataset
  const now = files.at(-1)
  if (!now) return ''
  const id = `${lang}-${contract.id}`
  const renderPart = (title: string, content: string) =>
    renderElement('section', {}, renderElement('h3', {}, say(title)), content)
  return renderElement(
    'section',
    { class: 'dataset', 'aria-labelledby': id },
    renderElement(
      'h2',
      { id },
      say(`${contract.title[lang]}${lang === 'zh' ? '，' : ', '}${formatPeriod(now.period, lang)}`),
    ),
    renderFile(dataset, writing),
    renderPart(words.findings(files.length), renderFindings(problems, writing)),
    now.evidence ? renderPart(words.rules, renderRules(listRules(dataset, now, source), files.length, writing)) : '',
    now.evidence ? renderPart(words.columns, renderColumns(dataset, now, writing)) : '',
    renderPart(words.before, renderBefore(dataset, now, writing)),
  )
}

function renderFile({ files }: ReportDataset, { words, count }: Writing): string {
  const now = files.at(-1)
  if (!now) return ''
  const facts = [
    [words.file, [now.path, now.encoding].filter((part) => part !== null).join(' · ')],
    ...(now.sha256 === null || now.sha256 === '' ? [] : [[words.fingerprint, now.sha256]]),
  ]
  const rows = words.rows(count(now.rowsRead), count(now.rowsUsed), count(now.rowsRefused))
  const sums = now.evidence && now.evidence.sums > 0 ? `${words.sums(now.evidence.sums)}` : ''
  return (
    renderElement(
      'dl',
      {},
      ...facts.map(([term = '', text = '']) =>
        renderElement('div', {}, renderElement('dt', {}, say(term)), renderElement('dd', {}, say(text))),
      ),
    ) + renderElement('p', { class: 'rows' }, say([rows, sums].filter((part) => part !== '').join('；')))
  )
}

function renderTerms({ words }: Writing): string {
  const items = words.terms.map(([term, text]) =>
    renderElement('div', {}, renderElement('dt', {}, say(term)), renderElement('dd', {}, say(text))),
  )
  return renderElement('h2', {}, say(words.howTo)) + renderElement('dl', { class: 'terms' }, ...items)
}
