import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { FigureSpec } from '../../../src/charts/figure.ts'
import { csvOf } from '../../../src/charts/figure-csv.ts'
import { headerOf } from '../../../src/charts/figure-csv-header.ts'
import { tableOf } from '../../../src/charts/figure-table.ts'
import type { Figured } from '../../../src/compose/rich.ts'
import { formatSaid, formatValue } from '../../../src/text/format.ts'
import { LANGS, type Lang } from '../../../src/text/local-text.ts'
import { findNumber, type Line, readCellText } from './cells.ts'
import { FIGURES, listSentences, SITE } from './pages.ts'
import { traceOf } from './trace-number.ts'

/** Numbers of a sentence that say which cell they are. */
function numbersOf(sentence: (string | Figured)[]): { text: string; cell: string }[] {
  return sentence.flatMap((part) =>
    typeof part === 'object' && part.cell !== undefined ? [{ text: part.text, cell: part.cell }] : [],
  )
}

function sayAll(sentence: (string | Figured)[]): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

describe.each(LANGS)('every number in a sentence is its cell (%s)', (lang) => {
  const numbers = listSentences(lang).flatMap(({ path, sentence }) =>
    numbersOf(sentence).map((number) => ({ path, ...number, said: sayAll(sentence) })),
  )

  test('as a reader reads it', () => {
    expect(numbers.length).toBeGreaterThan(300)
    const wrong = numbers.filter(({ text, cell }) => {
      const published = readCellText(cell)
      return published === '' ? text !== '—' : findNumber(text) !== Number(published)
    })
    expect(wrong).toEqual([])
  })

  test('with the unit and the decimals of its contract', () => {
    const wrong = numbers.filter(({ text, cell, said }) => {
      const expected = listExpectedTexts(cell, lang)
      // English says once in a sentence what is counted: more cases than the month before of potholes (61, from 38).
      return !expected.some(
        (full) => full === text || (full.startsWith(`${text} `) && said.includes(full.slice(text.length + 1))),
      )
    })
    expect(wrong).toEqual([])
  })
})

describe('every number of a figure is its cell', () => {
  const figures = FIGURES.flatMap(({ path, figures }) => figures.map((spec) => ({ path, spec })))

  test('as in the published file, with the decimals of its table', () => {
    const wrong: string[] = []
    let compared = 0
    for (const { path, spec } of figures) {
      for (const { address, text, decimals } of traceCells(path, spec)) {
        compared += 1
        if (text !== withDecimals(readCellText(address), decimals))
          wrong.push(`${path} ${spec.id}: ${text}, but ${address} is ${readCellText(address)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(5000)
  })

  test('and its sources say which files these are', () => {
    const unreported = figures.flatMap(({ path, spec }) => {
      const reported = new Set(spec.sources.map((source) => `${source.dataset}/${source.table}`))
      const used = new Set(traceCells(path, spec).map(({ address }) => address.split('/').slice(0, 2).join('/')))
      return [...used].filter((table) => !reported.has(table)).map((table) => `${path} ${spec.id} ${table}`)
    })
    expect(unreported).toEqual([])
  })

  test('all kinds of figure occur', () => {
    expect([...new Set(figures.map(({ spec }) => spec.kind))].toSorted()).toEqual([
      'dwell',
      'funnel',
      'heat',
      'interval',
      'likert',
      'line',
      'multiples',
      'pyramid',
      'stacked',
      'tiles',
    ])
  })
})

describe.each(LANGS)('no page contradicts itself or another (%s)', (lang) => {
  test('sentences and figures print one text for one cell, wherever they stand', () => {
    const printed = new Map<string, Map<string, string>>()
    const print = (path: string, cell: string, text: string) => {
      const digits = /[\d,]+(\.\d+)?[万亿]?/.exec(text)?.[0] ?? text
      printed.set(cell, (printed.get(cell) ?? new Map()).set(digits, path))
    }
    for (const { path, sentence } of listSentences(lang)) {
      for (const { cell, text } of numbersOf(sentence)) print(path, cell, text)
    }
    for (const { path, figures } of FIGURES) {
      for (const { address, text, decimals } of figures.flatMap((spec) => traceCells(path, spec))) {
        if (text === '' || address.startsWith('ledger/')) continue
        print(path, address, formatValue({ value: Number(text), status: 'final' }, '', decimals, lang))
      }
    }
    expect(printed.size).toBeGreaterThan(3000)
    expect([...printed].filter(([, texts]) => texts.size > 1)).toEqual([])
  })
})

test('a number in a title is in the figure’s own data', () => {
  const titles = FIGURES.flatMap(({ path, figures }) =>
    figures.flatMap((spec) =>
      [...spec.title.zh.matchAll(/[\d,]+(?:\.\d+)?(?=小时|天|件|张|%)/g)].map(([number]) => ({
        path,
        spec,
        number,
      })),
    ),
  )
  expect(titles.length).toBeGreaterThan(60)
  const wrong = titles.filter(({ path, spec, number }) => {
    if (spec.kind === 'pyramid') return !sharesOf(path, spec).includes(number)
    if (spec.id === 'on-time' && /应结|^1—/.test(spec.title.zh)) return !onTimeOf(path, spec).includes(number)
    if (spec.kind === 'likert') return !listCityRates(spec).includes(number)
    const { data } = Papa.parse<Line>(csvOf(spec), { header: true, skipEmptyLines: true })
    const value = Number(number.replaceAll(',', ''))
    if (spec.kind === 'funnel') return ![100, computePercent(data)].includes(value)
    if (spec.id === 'in-force') return !changesOf(data).includes(value)
    return !data.some((line) => Object.values(line).some((text) => text !== '' && Number(text) === value))
  })
  expect(wrong.map(({ path, spec }) => `${path} ${spec.title.zh}`)).toEqual([])
})

/** The title of a pyramid says how many are old, which its bands do not. */
function sharesOf(path: string, spec: FigureSpec): string[] {
  const place = /^\/places\/(\d+)\/$/.exec(path)?.[1] ?? SITE.settings.city
  const years = spec.sources.flatMap(({ from, to }) => [from, to])
  return years.map((year) => Number(readCellText(`population/ageing/${year}?place=${place}#share_60_plus`)).toFixed(2))
}

/** Cases due in the month, and the rates of the year to date and of the year before it, added month by month. */
function onTimeOf(path: string, spec: FigureSpec): string[] {
  const place = /^\/places\/(\d+)\/$/.exec(path)?.[1] ?? SITE.settings.city
  const last = spec.sources[0]?.to ?? ''
  const readValue = (month: string, measure: string) =>
    Number(readCellText(`cases/flow/${month}?place=${place}#${measure}`))
  const rates = [0, 1].map((ago) => {
    const months = Array.from({ length: Number(last.slice(5)) }, (_, index) => {
      return `${Number(last.slice(0, 4)) - ago}-${String(index + 1).padStart(2, '0')}`
    })
    const sumMeasure = (measure: string) => months.reduce((sum, month) => sum + readValue(month, measure), 0)
    return ((sumMeasure('closed_on_time') / sumMeasure('due')) * 100).toFixed(1)
  })
  return [String(readValue(last, 'due')), ...rates]
}

/** The title of the grades speaks of the whole city, whose districts are the bars. */
function listCityRates(spec: FigureSpec): string[] {
  const quarter = spec.sources[0]?.to ?? ''
  const computeRate = (measure: string) =>
    readCellText(`satisfaction/districts/${quarter}?place=${SITE.settings.city}#${measure}`)
  return [computeRate('top2_rate'), computeRate('dissatisfied_rate')]
}

/** Of 100 in the first stage, how many reach the last. */
function computePercent(lines: readonly Line[]): number {
  const values = lines.map((line) => Number(Object.entries(line).find(([name]) => name.startsWith('value'))?.[1]))
  return Math.round(((values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN)) * 100)
}

/** How far each column has moved from the first line to the last. */
function changesOf(lines: readonly Line[]): number[] {
  const [first, last] = [lines[0] ?? {}, lines.at(-1) ?? {}]
  return Object.keys(first).map((name) => Math.abs(Number(last[name]) - Number(first[name])))
}

/** `85` → `85.0`; a published number that is finer already stays as it is. */
function withDecimals(published: string, decimals: number): string {
  const own = published.split('.')[1]?.length ?? 0
  return published === '' || own >= decimals ? published : Number(published).toFixed(decimals)
}

/** The numbers of a figure's CSV with the address of each; a wrong cell shows as a difference of two texts. */
function traceCells(path: string, spec: FigureSpec): { address: string; text: string; decimals: number }[] {
  const trace = traceOf(path, spec)
  const columns = new Map(tableOf(spec).columns.map((column) => [headerOf(column), column]))
  const { data } = Papa.parse<Line>(csvOf(spec), { header: true, skipEmptyLines: true })
  return data.flatMap((line) =>
    listNamedCells(line)
      .map(([header, text]) => ({ column: columns.get(header)?.id ?? header, header, text }))
      .filter(({ column }) => !LABELS.test(column) && !(isUnbounded(spec) && ['low', 'high', 'n'].includes(column)))
      .flatMap(({ column, header, text }) => {
        const address = trace(line, column)
        return address === null ? [] : [{ address, text, decimals: columns.get(header)?.decimals ?? 0 }]
      }),
  )
}

/** The cells of a line by the headings of the figure's table: the value of a row with a code is that of the code's series. */
function listNamedCells(line: Line): [string, string][] {
  const { code } = line
  if (code === undefined) return Object.entries(line)
  return Object.entries(line)
    .filter(([header]) => !/^(code|name_zh|name_en)$/.test(header))
    .map(([header, text]) => [header.replace(/^value(?=_|$)/, code), text])
}

const LABELS = /^(period|age|status|(item|stage|bound|sample|\w+_remark)(_zh|_en)?)$/

/** Values that a source only reports have neither interval nor sample. */
function isUnbounded(spec: FigureSpec): boolean {
  return spec.kind === 'interval' && spec.items.every((item) => item.low === null && item.n === null)
}

/** How a page may print a cell: with its unit or, where a registration is no permit, as the bare number. */
function listExpectedTexts(address: string, lang: Lang): string[] {
  const [, dataset = '', table = '', query = '', measure = ''] =
    /^([^/]+)\/([^/]+)\/[^?]+\?([^#]*)#(.+)$/.exec(address) ?? []
  const published = readCellText(address)
  const value = published === '' ? null : Number(published)
  if (dataset === 'ledger') return listLedgerTexts(address, value, lang)
  const spec = SITE.published.contracts.get(dataset)?.tables[table]?.measures[measure]
  if (!spec) throw new Error(`${dataset}/${table} has no ${measure}`)
  const isRegistration = query.includes('class=registration')
  return [formatValue({ value, status: 'final' }, isRegistration ? '' : spec.unit, spec.decimals ?? 0, lang)]
}

function listLedgerTexts(address: string, value: number | null, lang: Lang): string[] {
  const readColumn = (column: string) => readCellText(address.replace(/#.*$/, `#${column}`))
  const measure = SITE.published.contracts.get('ledger')?.tables['figures']?.measures['number']
  const en = measure && 'take' in measure ? measure.units?.words?.[readColumn('unit_base')] : undefined
  const unit = en ? { zh: readColumn('unit_base'), en } : readColumn('unit_base')
  const number = formatSaid({ value, status: 'reported' }, unit, 0, lang)
  const bounds: Record<string, string> = lang === 'zh' ? { low: `${number}以上` } : { low: `at least ${number}` }
  return [bounds[readColumn('bound')] ?? number]
}

test('an English title, note or sentence counts in English', () => {
  const titles = FIGURES.flatMap(({ figures }) => figures.flatMap((spec) => [spec.title.en, spec.note?.en ?? '']))
  const sentences = listSentences('en').map(({ sentence }) =>
    sentence.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
  )
  expect(titles.length + sentences.length).toBeGreaterThan(500)
  expect([...titles, ...sentences].filter((text) => /\d\s?[\u4e00-\u9fff]/.test(text))).toEqual([])
})
