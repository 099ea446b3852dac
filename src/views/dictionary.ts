import type { Column, ColumnType, Contract, Measure, TableSpec } from '../contracts/contract.ts'
import { protectionOf } from '../contracts/count-protection.ts'
import { describeIdentity, subjectOfIdentity } from '../contracts/identity-sentences.ts'
import { hasOwnStatus } from '../contracts/own-status.ts'
import { listPublishedItems } from '../contracts/published-items.ts'
import { STATUSES } from '../contracts/table.ts'
import { frequencyOfTable } from '../contracts/table-frequency.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { explainStatus } from '../text/status.ts'
import { localise } from '../text/ui.ts'
import { describeUnit } from '../text/units.ts'
import { PERIOD_MEANING } from './periods.ts'

/** Columns of one table in the order of its CSV: id, name, what it means, unit. */
interface DictionaryRow {
  id: string
  name: LocalText
  meaning: LocalText
  unit: LocalText
}

/** `contracts` name the tables of other datasets that this table must agree with. */
export function buildDictionary(
  contract: Contract,
  spec: TableSpec,
  contracts: readonly Contract[] = [contract],
): DictionaryRow[] {
  const none = { zh: '', en: '' }
  const describeText = (id: string): DictionaryRow[] => {
    const column = contract.columns[id]
    if (!column) throw new Error(`views: ${contract.id} has no column ${id}`)
    const meaning = describeColumn(id, column, spec.attributes?.includes(id) === true && column.optional === true)
    const unit = column.unit ? describeUnit(column.unit) : none
    if (column.type.kind !== 'place') return [{ id, name: column.names, meaning, unit }]
    const place = nameKeyColumn(contract, spec, id)
    // The file carries name and level behind the code; see store/file-columns.ts.
    return [
      { id, name: { zh: `${place.zh}代码`, en: `${place.en}, code` }, meaning, unit },
      {
        id: `${id}_name`,
        name: place,
        meaning: { zh: '发布时的中文名称。', en: 'Chinese name at the time of publication.' },
        unit: none,
      },
      {
        id: `${id}_level`,
        name: { zh: `${place.zh}级别`, en: `${place.en}, level` },
        meaning: LEVEL_MEANING,
        unit: none,
      },
    ]
  }
  const period: DictionaryRow = {
    id: 'period',
    name: { zh: '期次', en: 'Period' },
    meaning: PERIOD_MEANING[frequencyOfTable(contract, spec)],
    unit: none,
  }
  const measures = Object.entries(spec.measures).flatMap(([id, measure]): DictionaryRow[] => {
    const held = (spec.identities ?? [])
      .filter((identity) => subjectOfIdentity(identity) === id)
      .map((identity) => describeIdentity(identity, { contract, spec, contracts }))
    const own = {
      id,
      name: measure.names,
      meaning: explainMeasure(spec, measure, held),
      unit: describeUnit(measure.unit),
    }
    if (!hasOwnStatus(id, contract, spec)) return [own]
    const name = { zh: `${measure.names.zh}：状态`, en: `${measure.names.en}: status` }
    return [own, { id: `${id}_status`, name, meaning: STATUS_OF_MEASURE, unit: none }]
  })
  return [
    period,
    ...spec.dimensions.flatMap((dimension) => describeText(dimension.column)),
    ...(spec.attributes ?? []).flatMap(describeText),
    ...measures,
    {
      id: 'status',
      name: { zh: '状态', en: 'Status' },
      meaning: protectionOf(contract) ? VINTAGE_OF_ROW : STATUS_OF_ROW,
      unit: none,
    },
  ]
}

/** Its number in the table of a place that is rolled up holds every level, and must not be called by one of them. */
export function nameKeyColumn(contract: Contract, spec: TableSpec, id: string): LocalText {
  const levels = spec.dimensions.find(({ column }) => column === id)?.levels ?? []
  if (contract.columns[id]?.type.kind === 'place' && levels.length > 1) return { zh: '地区', en: 'Place' }
  return contract.columns[id]?.names ?? { zh: '', en: '' }
}

const LEVEL_MEANING: LocalText = {
  zh: '地区的级别。上级的数字包含下级，不同级别不可相加。',
  en: 'Level of the place. A place contains those below it: never add up different levels.',
}

/** Every status with its meaning: the enumeration of which all status columns hold one value a cell. */
const STATUS_LIST = localise((lang) =>
  STATUSES.map((status) => `${status}${lang === 'zh' ? ' ' : ': '}${explainStatus(status)[lang]}`).join(
    lang === 'zh' ? '；' : '; ',
  ),
)

/** Of an attribute, which has no status: a permit that is not cancelled has no day of cancellation. */
const BLANK: LocalText = { zh: '留空即没有这一项。', en: 'Blank: there is none.' }

const STATUS_OF_ROW: LocalText = {
  zh: `本行没有自己的状态列的各值的状态。${STATUS_LIST.zh}。缺的值留空，从不记作零。`,
  en: `Status of the values of the row that have no status column of their own. ${STATUS_LIST.en}. A missing value is blank, never zero.`,
}

/** Of people, each count has a status of its own. */
const VINTAGE_OF_ROW: LocalText = {
  zh: `provisional 初步数，首次发布，可更正一次；final 终审数，已更正，不再变动。各数的状态列取值：${STATUS_LIST.zh}。缺的值留空，从不记作零。`,
  en: `provisional: first release, may be corrected once; final: corrected, will not change again. Status columns of the values hold: ${STATUS_LIST.en}. A missing value is blank, never zero.`,
}

const STATUS_OF_MEASURE: LocalText = {
  zh: '取值见“状态”列的说明。',
  en: 'One of the values that the column “status” lists.',
}

function describeColumn(id: string, column: Column, mayBeBlank: boolean): LocalText {
  const blank = mayBeBlank ? BLANK : { zh: null, en: null }
  const items = describeList(listPublishedItems(column))
  const type = column.grouping ? GROUPED : describeType(id, column.type)
  return {
    zh: [column.description?.zh, type.zh, items.zh, blank.zh].filter(Boolean).join(' '),
    en: [column.description?.en, type.en, items.en, blank.en].filter(Boolean).join(' '),
  }
}

const GROUPED: LocalText = { zh: '只按组公布。', en: 'Published in groups only.' }

function describeList(items: readonly { code: string; zh: string; en: string }[]): LocalText {
  return {
    zh: items.map((item) => `${item.code}：${item.zh}`).join('；'),
    en: items.map((item) => `${item.code}: ${item.en}`).join('; '),
  }
}

/** A formula of the contract in words, 按期办结 ÷ 应结 × 100, and what is checked before anything is published. */
function explainMeasure(spec: TableSpec, measure: Measure, held: readonly LocalText[]): LocalText {
  const formula = describeFormula(spec, measure)
  const join = (texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined).join(' ')
  return {
    zh: join([
      measure.description?.zh,
      formula ? `算法：${formula.zh}。` : undefined,
      held.length > 0 ? `发布前核对：${held.map(({ zh }) => zh).join('；')}。` : undefined,
    ]),
    en: join([
      measure.description?.en,
      formula ? `Formula: ${formula.en}.` : undefined,
      held.length > 0 ? `Checked before publication: ${held.map(({ en }) => en).join('; ')}.` : undefined,
    ]),
  }
}

/** The formula of a computed measure in its own words, or null where it is counted, summed or taken. */
export function describeFormula(spec: TableSpec, measure: Measure): LocalText | null {
  const name = (id: string): LocalText => spec.measures[id]?.names ?? { zh: id, en: id }
  if ('rate' in measure) {
    const { numerator, denominator, times } = measure.rate
    const by = times === 1 ? '' : ` × ${times}`
    return {
      zh: `${name(numerator).zh} ÷ ${name(denominator).zh}${by}`,
      en: `${name(numerator).en} ÷ ${name(denominator).en}${by}`,
    }
  }
  if ('wilson' in measure) {
    const rate = name(measure.wilson.rate)
    const bound = measure.wilson.bound === 'low' ? { zh: '下限', en: 'lower' } : { zh: '上限', en: 'upper' }
    return {
      zh: `${rate.zh}的95%威尔逊区间${bound.zh}`,
      en: `${bound.en} bound of the 95% Wilson interval of ${rate.en}`,
    }
  }
  if ('share' in measure) {
    const of = name(measure.share.of)
    return { zh: `${of.zh} ÷ 各项${of.zh}之和 × 100`, en: `${of.en} ÷ sum of ${of.en} over all × 100` }
  }
  if ('quantile' in measure) {
    const share =
      measure.quantile === 0.5
        ? { zh: '中位数', en: 'median' }
        : { zh: `第${measure.quantile * 100}百分位数`, en: `${measure.quantile * 100}th percentile` }
    return { zh: `逐件用时的${share.zh}，精确计算`, en: `exact ${share.en} over individual cases` }
  }
  if ('cumulative' in measure) {
    const { of, bound } = measure.cumulative
    if (bound === undefined) {
      return {
        zh: `当年一月起各期公布的${name(of).zh}相加；有一期不公开的，只给区间`,
        en: `published ${name(of).en} of each period since January, added up; where a period is withheld, only its range is given`,
      }
    }
    const end = bound === 'low' ? { zh: '下限', en: 'lower ends' } : { zh: '上限', en: 'upper ends' }
    return {
      zh: `当年一月起各期${name(of).zh}的${end.zh}之和：取整的数和不公开的数各取其${end.zh}`,
      en: `sum since January of the ${end.en} of what ${name(of).en} of each period can be, rounded or withheld`,
    }
  }
  if ('plus' in measure) {
    const join = (lang: Lang) =>
      [measure.plus.map((id) => name(id)[lang]).join(' + '), ...(measure.minus ?? []).map((id) => name(id)[lang])].join(
        ' − ',
      )
    return { zh: join('zh'), en: join('en') }
  }
  return null
}

const TYPES: Record<ColumnType['kind'], LocalText> = {
  text: { zh: '', en: '' },
  integer: { zh: '整数。', en: 'Integer.' },
  number: { zh: '数。', en: 'Number.' },
  percent: { zh: '百分数，0—100。', en: 'Percentage, 0–100.' },
  date: { zh: '日期，如 2026-10-31。', en: 'Date: 2026-10-31.' },
  datetime: { zh: '日期和时间，如 2026-10-31 09:30。', en: 'Date and time: 2026-10-31 09:30.' },
  month: { zh: '月份，如 2026-10。', en: 'Month: 2026-10.' },
  year: { zh: '年份。', en: 'Year.' },
  'yes-no': { zh: 'yes 为是，no 为否。', en: 'yes or no.' },
  list: { zh: '', en: '' },
  place: { zh: '地区代码。', en: 'Code of a place.' },
  'credit-code': { zh: '18位统一社会信用代码（GB 32100）。', en: '18-character credit code (GB 32100).' },
  'permit-number': { zh: '22位许可证编号（HJ 608）。', en: '22-character permit number (HJ 608).' },
  'grid-code': { zh: '14或15位单元网格代码。', en: 'Grid code of 14 or 15 digits.' },
  'component-code': { zh: '16或17位部件代码。', en: 'Component code of 16 or 17 digits.' },
  'matter-code': { zh: '10或11位事项代码。', en: 'Matter code of 10 or 11 digits.' },
}

function describeType(id: string, type: ColumnType): LocalText {
  if (type.kind !== 'place') return TYPES[type.kind]
  return { zh: `地区代码；名称见 ${id}_name。`, en: `Code of a place; its name is in ${id}_name.` }
}
