import type { Lang, LocalText } from '../text/local-text.ts'
import type { Contract, Identity, TableSpec } from './contract.ts'
import { protectionOf } from './count-protection.ts'

/** What must be equal in the tables of a contract, a sentence each, for the page of its dataset. */
export function composeIdentitySentences(contract: Contract, contracts: readonly Contract[]): LocalText[] {
  const sentences = Object.values(contract.tables).flatMap((spec) =>
    (spec.identities ?? []).map((identity) => {
      const { zh, en } = describeIdentity(identity, { contract, spec, contracts })
      return { zh: `${spec.title.zh}：${zh}`, en: `${spec.title.en}: ${en}` }
    }),
  )
  return sentences.length > 0 && protectionOf(contract) !== null ? [...sentences, BEFORE_ROUNDING] : sentences
}

/** Of people: what is equal between true counts need not be equal between printed counts. */
const BEFORE_ROUNDING: LocalText = {
  zh: '以上各条都在隐去和取整之前核对；因取整，公布的合计与分项之和可能不等',
  en: 'All of this is checked before counts are withheld and rounded; because of rounding, printed parts need not add up to their total',
}

/** The measure that an identity is about, for its place in the dictionary; null where it is about several alike. */
export function subjectOfIdentity(identity: Identity): string | null {
  switch (identity.kind) {
    case 'balance':
      return identity.equals
    case 'carry':
      return identity.opening
    case 'at-most':
      return identity.a
    case 'cumulative':
    case 'same-as':
      return identity.measure
    case 'adds-up':
      return null
  }
}

/** What must be equal in a table, in a sentence; `contracts` names the tables of other datasets. */
export function describeIdentity(
  identity: Identity,
  { contract, spec, contracts }: { contract: Contract; spec: TableSpec; contracts: readonly Contract[] },
): LocalText {
  const joinNames = (ids: readonly string[], lang: Lang, by: string) =>
    ids.map((id) => spec.measures[id]?.names[lang] ?? id).join(by)
  const nameColumn = (id: string, lang: Lang) => joinNames([id], lang, '')
  switch (identity.kind) {
    case 'balance': {
      const joinSide = (lang: Lang, [plus, minus, equals]: readonly [string, string, string]) =>
        `${joinNames(identity.plus, lang, plus)}${identity.minus.map((id) => `${minus}${nameColumn(id, lang)}`).join('')}${equals}${nameColumn(identity.equals, lang)}`
      return { zh: joinSide('zh', ['＋', '－', '＝']), en: joinSide('en', [' + ', ' − ', ' = ']) }
    }
    case 'carry':
      return {
        zh: `${nameColumn(identity.opening, 'zh')}等于上期的${nameColumn(identity.closing, 'zh')}`,
        en: `${nameColumn(identity.opening, 'en')} equals ${nameColumn(identity.closing, 'en')} of the period before`,
      }
    case 'at-most':
      return {
        zh: `${nameColumn(identity.a, 'zh')}不大于${nameColumn(identity.b, 'zh')}`,
        en: `${nameColumn(identity.a, 'en')} is at most ${nameColumn(identity.b, 'en')}`,
      }
    case 'adds-up':
      return {
        zh: `下级地区之和等于上级：${joinNames(identity.measures, 'zh', '、')}`,
        en: `Places add up to the place above: ${joinNames(identity.measures, 'en', ', ')}`,
      }
    case 'cumulative': {
      const { measure, of } = identity
      return of === undefined
        ? { zh: `${nameColumn(measure, 'zh')}年内不减`, en: `${nameColumn(measure, 'en')} never falls within a year` }
        : {
            zh: `${nameColumn(measure, 'zh')}等于上期的加本期${nameColumn(of, 'zh')}`,
            en: `${nameColumn(measure, 'en')} is that of the period before plus ${nameColumn(of, 'en')}`,
          }
    }
    case 'same-as': {
      const owner = identity.dataset === undefined ? contract : contracts.find(({ id }) => id === identity.dataset)
      const other = owner?.tables[identity.table]
      const nameTable = (lang: Lang) => other?.title[lang] ?? `${identity.dataset ?? contract.id}/${identity.table}`
      const nameEquals = (lang: Lang) => other?.measures[identity.equals]?.names[lang] ?? identity.equals
      const of = { zh: `“${nameTable('zh')}”`, en: `“${nameTable('en')}”` }
      const from =
        owner && owner.id !== contract.id ? { zh: owner.title.zh, en: `${owner.title.en}, ` } : { zh: '', en: '' }
      return {
        zh: `${nameColumn(identity.measure, 'zh')}之和等于${from.zh}${of.zh}的${nameEquals('zh')}`,
        en: `${nameColumn(identity.measure, 'en')} adds up to ${nameEquals('en')} of ${from.en}${of.en}`,
      }
    }
  }
}
