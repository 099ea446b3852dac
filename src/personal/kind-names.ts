import type { LocalText } from '../text/local-text.ts'
import type { PersonalKind } from './hit.ts'

/** What a message calls each kind. */
export const KIND_NAMES: Readonly<Record<PersonalKind, LocalText>> = {
  'resident-id': { zh: '身份证号', en: 'resident ID' },
  mobile: { zh: '手机号', en: 'mobile number' },
  landline: { zh: '固定电话', en: 'landline number' },
  'bank-card': { zh: '银行卡号', en: 'bank card' },
  plate: { zh: '车牌号', en: 'number plate' },
  passport: { zh: '护照、通行证等证件号', en: 'passport or travel permit' },
  email: { zh: '电子邮箱', en: 'e-mail address' },
  account: { zh: '微信、QQ号', en: 'WeChat or QQ account' },
  address: { zh: '社区以下的住址', en: 'address below the community' },
  name: { zh: '姓名', en: 'name' },
}

/** Each kind of the hits once, in the order of the text. */
export function nameKinds(hits: readonly { kind: PersonalKind }[]): LocalText {
  const kinds = [...new Set(hits.map((hit) => hit.kind))].map((kind) => KIND_NAMES[kind])
  return { zh: kinds.map((kind) => kind.zh).join('、'), en: kinds.map((kind) => kind.en).join(', ') }
}
