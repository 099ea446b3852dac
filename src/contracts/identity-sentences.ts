import type { Lang, LocalText } from '../text/local-text.ts'
import type { Contract, Identity, TableSpec } from './contract.ts'

/** What must be equal in the tables of a contract, a sentence each, for the page of its dataset. */
export function composeIdentitySentences(contract: Contract, contracts: readonly Contract[]): LocalText[] {
  return Object.values(contract.tables).flatMap((spec) =>
    (spec.identities ?? []).map((identity) => {
      const { zh, en } = describeIdentity(identity, { contract, spec, contracts })
      return { zh: `${spec.title.zh}：${zh}`, en: `${spec.title.en}: ${en}` }
    }),
  )
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
  const names = (ids: readonly string[], lang: Lang, by: string) =>
    ids.map((id) => spec.measures[id]?.names[lang] ?? id).join(by)
  const one = (id: string, lang: Lang) => names([id], lang, '')
  switch (identity.kind) {
    case 'balance': {
      const side = (lang: Lang, [plus, minus, equals]: readonly [string, string, string]) =>
        `${names(identity.plus, lang, plus)}${identity.minus.map((id) => `${minus}${one(id, lang)}`).join('')}${equals}${one(identity.equals, lang)}`
      return { zh: side('zh', ['＋', '－', '＝']), en: side('en', [' + ', ' − ', ' = ']) }
    }
    case 'carry':
      return {
        zh: `${one(identity.opening, 'zh')}等于上期的${one(identity.closing, 'zh')}`,
        en: `${one(identity.opening, 'en')} equals ${one(identity.closing, 'en')} of the period before`,
      }
    case 'at-most':
      return {
        zh: `${one(identity.a, 'zh')}不大于${one(identity.b, 'zh')}`,
        en: `${one(identity.a, 'en')} is at most ${one(identity.b, 'en')}`,
      }
    case 'adds-up':
      return {
        zh: `下级地区之和等于上级：${names(identity.measures, 'zh', '、')}`,
        en: `Places add up to the place above: ${names(identity.measures, 'en', ', ')}`,
      }
    case 'cumulative': {
      const { measure, of } = identity
      return of === undefined
        ? { zh: `${one(measure, 'zh')}年内不减`, en: `${one(measure, 'en')} never falls within a year` }
        : {
            zh: `${one(measure, 'zh')}等于上期的加本期${one(of, 'zh')}`,
            en: `${one(measure, 'en')} is that of the period before plus ${one(of, 'en')}`,
          }
    }
    case 'same-as': {
      const owner = identity.dataset === undefined ? contract : contracts.find(({ id }) => id === identity.dataset)
      const other = owner?.tables[identity.table]
      const table = (lang: Lang) => other?.title[lang] ?? `${identity.dataset ?? contract.id}/${identity.table}`
      const equals = (lang: Lang) => other?.measures[identity.equals]?.names[lang] ?? identity.equals
      const of = { zh: `“${table('zh')}”`, en: `“${table('en')}”` }
      const from =
        owner && owner.id !== contract.id ? { zh: owner.title.zh, en: `${owner.title.en}, ` } : { zh: '', en: '' }
      return {
        zh: `${one(identity.measure, 'zh')}之和等于${from.zh}${of.zh}的${equals('zh')}`,
        en: `${one(identity.measure, 'en')} adds up to ${equals('en')} of ${from.en}${of.en}`,
      }
    }
  }
}
