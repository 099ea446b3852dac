import type { Contract, Measure, TableSpec } from '../contracts/contract.ts'
import { findCountBeside } from '../contracts/counted-rows.ts'
import { describeWhere } from '../contracts/rule-sentences.ts'
import type { LocalText } from '../text/local-text.ts'
import { describeFormula } from './dictionary.ts'

/** How a measure is made of rows, or of other measures, in words. */
export function describeRule(contract: Contract, spec: TableSpec, measure: Measure): LocalText {
  const formula = describeFormula(spec, measure)
  const name = (id: string): LocalText => contract.columns[id]?.names ?? { zh: id, en: id }
  const where = 'where' in measure ? describeWhere(contract, measure.where) : null
  const rows = where ? { zh: `${where.zh}的行`, en: `rows where ${where.en}` } : { zh: '全部行', en: 'all rows' }
  if ('count' in measure) return { zh: `计数：${rows.zh}`, en: `Number of ${rows.en}` }
  if ('sum' in measure) {
    const what = name(measure.sum)
    return { zh: `求和：${rows.zh}的${what.zh}`, en: `Sum of ${what.en} over ${rows.en}` }
  }
  if ('quantile' in measure) {
    const { from, to } = measure.between
    const span = { zh: `由${name(from).zh}到${name(to).zh}`, en: `from ${name(from).en} to ${name(to).en}` }
    return { zh: `${formula?.zh}，${span.zh}；${rows.zh}`, en: `${formula?.en}, ${span.en}; ${rows.en}` }
  }
  if ('take' in measure) {
    const what = name(measure.take)
    return { zh: `取自“${what.zh}”一列，不作计算`, en: `Taken from the column “${what.en}”, not computed` }
  }
  return formula ?? { zh: '', en: '' }
}

/** Measures that a measure is computed of, each with its part in the formula. */
export function listParts(spec: TableSpec, measure: Measure): { role: LocalText; id: string }[] {
  if ('rate' in measure) {
    return [
      { role: { zh: '分子', en: 'numerator' }, id: measure.rate.numerator },
      { role: { zh: '分母', en: 'denominator' }, id: measure.rate.denominator },
    ]
  }
  if ('wilson' in measure) {
    const rate = spec.measures[measure.wilson.rate]
    return rate ? listParts(spec, rate) : []
  }
  if ('cumulative' in measure) return [{ role: { zh: '各期', en: 'of each period' }, id: measure.cumulative.of }]
  if ('share' in measure) return [{ role: { zh: '本项', en: 'this item' }, id: measure.share.of }]
  if ('plus' in measure) {
    return [
      ...measure.plus.map((id) => ({ role: { zh: '加', en: 'plus' }, id })),
      ...(measure.minus ?? []).map((id) => ({ role: { zh: '减', en: 'minus' }, id })),
    ]
  }
  return []
}

/** The measure that counts the rows behind this measure; null where the table has none. */
export function findRowCount(spec: TableSpec, id: string): string | null {
  const measure = spec.measures[id]
  if (!measure) return null
  if ('count' in measure) return id
  if ('rate' in measure) return findRowCount(spec, measure.rate.denominator)
  if ('wilson' in measure) return findRowCount(spec, measure.wilson.rate)
  if (!('quantile' in measure || 'sum' in measure)) return null
  return findCountBeside(spec, measure)
}
