import type { Lang, LocalText } from '../text/local-text.ts'
import type { Condition, Contract, RowRule, Where } from './contract.ts'

/** What a contract asks of the rows of a file, a sentence each, for the dictionary page. */
export function composeRuleSentences(contract: Contract): LocalText[] {
  return [...describeComplete(contract), ...(contract.rules ?? []).map((rule) => describeRule(contract, rule))]
}

/** That every value is required, of a contract whose files may leave nothing out; none of others. */
export function describeComplete({ complete, columns }: Contract): LocalText[] {
  if (complete === undefined) return []
  const joinNames = (lang: Lang) =>
    complete.map((id) => columns[id]?.names[lang] ?? id).join(lang === 'zh' ? '、' : ', ')
  const zh = `${joinNames('zh')}须报齐，数字为零也要有一行`
  const en = `Every value of ${joinNames('en')} is required, with a row even where the figure is zero`
  return [{ zh, en }]
}

/** A row rule of the contract in a sentence. */
export function describeRule(contract: Contract, rule: RowRule): LocalText {
  const name = (id: string, lang: Lang) => contract.columns[id]?.names[lang] ?? id
  const joinNames = (ids: readonly string[], lang: Lang) =>
    ids.map((id) => name(id, lang)).join(lang === 'zh' ? '、' : ', ')
  const say = (zh: string, en: string): LocalText => ({ zh, en })
  switch (rule.kind) {
    case 'not-before':
      return say(
        `${name(rule.a, 'zh')}不早于${name(rule.b, 'zh')}`,
        `${name(rule.a, 'en')} is not before ${name(rule.b, 'en')}`,
      )
    case 'at-most':
      return say(
        `${name(rule.a, 'zh')}不大于${name(rule.b, 'zh')}`,
        `${name(rule.a, 'en')} is at most ${name(rule.b, 'en')}`,
      )
    case 'sum':
      return say(
        `${name(rule.total, 'zh')}等于${joinNames(rule.parts, 'zh')}之和`,
        `${name(rule.total, 'en')} is the sum of ${joinNames(rule.parts, 'en')}`,
      )
    case 'balance': {
      const joinSide = (lang: Lang, signs: readonly [string, string, string]) =>
        `${rule.plus.map((id) => name(id, lang)).join(signs[0])}${(rule.minus ?? []).map((id) => `${signs[1]}${name(id, lang)}`).join('')}${signs[2]}${name(rule.equals, lang)}`
      return say(`每行${joinSide('zh', ['＋', '－', '＝'])}`, `In each row ${joinSide('en', [' + ', ' − ', ' = '])}`)
    }
    case 'rate':
      return say(
        `${name(rule.rate, 'zh')}等于${name(rule.numerator, 'zh')}除以${name(rule.denominator, 'zh')}`,
        `${name(rule.rate, 'en')} is ${name(rule.numerator, 'en')} over ${name(rule.denominator, 'en')}`,
      )
    case 'starts-with':
      return say(
        `${name(rule.a, 'zh')}以${name(rule.b, 'zh')}开头`,
        `${name(rule.a, 'en')} starts with ${name(rule.b, 'en')}`,
      )
    case 'requires': {
      const when = describeConditions(contract, rule.when)
      return say(
        `${when.zh}时，必须填写${name(rule.column, 'zh')}`,
        `${name(rule.column, 'en')} is required where ${when.en}`,
      )
    }
    case 'forbids': {
      const when = describeConditions(contract, rule.when)
      return say(
        `${when.zh}时，${name(rule.column, 'zh')}必须留空`,
        `${name(rule.column, 'en')} is blank where ${when.en}`,
      )
    }
    case 'not-after-period':
      return say(
        `${joinNames(rule.columns, 'zh')}不晚于本期末日`,
        `${joinNames(rule.columns, 'en')}: not after the last day of the period`,
      )
    case 'belongs-to-period':
      return say(
        '每行至少有一个时间落在本期，或到期末仍未办结',
        'Each row has a time within the period, or is still open at its end',
      )
    case 'is-period':
      return say(`${name(rule.column, 'zh')}等于文件的期次`, `${name(rule.column, 'en')} equals the period of the file`)
    case 'validity':
      return say(
        `${name(rule.to, 'zh')}应为${name(rule.from, 'zh')}后${rule.years}年的前一日`,
        `${name(rule.to, 'en')} is ${rule.years} years after ${name(rule.from, 'en')}, less one day`,
      )
  }
}

/** Which rows a condition of a contract holds for, in words: 状态为作废，且办结时间未填；或……. Null for every row. */
export function describeWhere(contract: Contract, where: Where | undefined): LocalText | null {
  if (where === undefined || where.length === 0) return null
  const ways = where.map((conditions) => describeConditions(contract, conditions))
  return { zh: ways.map(({ zh }) => zh).join('；或'), en: ways.map(({ en }) => en).join('; or ') }
}

/** Conditions that must all hold, in words: 状态为作废，且办结时间未填. */
function describeConditions(contract: Contract, conditions: readonly Condition[]): LocalText {
  const item = conditions.map((condition) => describeCondition(contract, condition))
  return { zh: item.map((text) => text.zh).join('，且'), en: item.map((text) => text.en).join(' and ') }
}

function describeCondition(contract: Contract, condition: Condition): LocalText {
  const column = contract.columns[condition.column]
  const name: LocalText = column?.names ?? { zh: condition.column, en: condition.column }
  const joinValues = (codes: string | readonly string[], lang: Lang) => {
    const items = column?.type.kind === 'list' ? column.type.items : YES_NO
    const words = [codes].flat().map((code) => items.find((item) => item.code === code)?.[lang] ?? code)
    return words.join(lang === 'zh' ? '或' : ' or ')
  }
  if ('is' in condition)
    return {
      zh: `${name.zh}为${joinValues(condition.is, 'zh')}`,
      en: `${name.en} is ${joinValues(condition.is, 'en')}`,
    }
  if ('not' in condition)
    return {
      zh: `${name.zh}不是${joinValues(condition.not, 'zh')}`,
      en: `${name.en} is not ${joinValues(condition.not, 'en')}`,
    }
  if ('present' in condition) {
    return condition.present
      ? { zh: `已填${name.zh}`, en: `${name.en} is given` }
      : { zh: `未填${name.zh}`, en: `${name.en} is blank` }
  }
  if ('when' in condition) {
    const span = SPANS[condition.when]
    return { zh: `${name.zh}在${span.zh}`, en: `${name.en} is ${span.en}` }
  }
  if ('notAfter' in condition) {
    const other = contract.columns[condition.notAfter]?.names ?? { zh: condition.notAfter, en: condition.notAfter }
    return { zh: `${name.zh}不晚于${other.zh}`, en: `${name.en} is not after ${other.en}` }
  }
  const { from, to } = condition
  return {
    zh: `${name.zh}${from === undefined ? '' : `不小于${from}`}${to === undefined ? '' : `不大于${to}`}`,
    en: `${name.en} is${from === undefined ? '' : ` at least ${from}`}${to === undefined ? '' : ` at most ${to}`}`,
  }
}

/** The codes of a yes-no column. */
const YES_NO = [
  { code: 'yes', zh: '是', en: 'yes' },
  { code: 'no', zh: '否', en: 'no' },
]

const SPANS: Record<'in-period' | 'before-period' | 'after-period', LocalText> = {
  'in-period': { zh: '本期内', en: 'within the period' },
  'before-period': { zh: '本期之前', en: 'before the period' },
  'after-period': { zh: '本期之后', en: 'after the period' },
}
