import type { Column } from '../../contracts/contract.ts'
import { defineDataset } from '../../contracts/contract.ts'
import { INDUSTRIES, PERMIT_CLASSES } from './permit-codes.ts'
import { IN_FORCE_END, ISSUED, PERMIT_FLOW } from './permit-measures.ts'

export const permits = defineDataset({
  id: 'permits',
  title: { zh: '排污许可证', en: 'Discharge permits' },
  description: {
    zh: '排污许可登记簿的月末快照，一行一张许可证或一项排污登记。登记管理的单位只作排污登记，不发许可证，因此单列，不与许可证相加。',
    en: 'The register of discharge permits at the end of each month, one row per permit or registration. Units under registration hold no permit; they form a separate class and are never added to permits.',
  },
  class: 'O',
  frequency: 'month',
  keeper: 'ecology-environment',
  topic: 'permits',
  columns: {
    number: {
      type: { kind: 'permit-number' },
      names: { zh: '许可证编号', en: 'Permit number' },
      headers: ['排污许可证编号', '许可证编号/登记编号'],
      privacy: 'dimension',
      description: {
        zh: '22位：统一社会信用代码18位、同一单位的序号3位、字母1位（HJ 608）。字母照录，不作解释。',
        en: '22 characters (HJ 608): credit code, three-digit sequence, one letter. The letter is kept as it is, not interpreted.',
      },
    },
    credit_code: {
      type: { kind: 'credit-code' },
      names: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      headers: ['社会信用代码'],
      privacy: 'public',
    },
    holder: {
      type: { kind: 'text', max: 60 },
      names: { zh: '单位名称', en: 'Holder' },
      headers: ['排污单位', '企业名称'],
      privacy: 'public',
    },
    industry: {
      type: { kind: 'list', items: INDUSTRIES },
      names: { zh: '行业类别', en: 'Industry' },
      headers: ['行业'],
      privacy: 'dimension',
      description: { zh: '《国民经济行业分类》（GB/T 4754）大类。', en: 'Division of GB/T 4754.' },
    },
    place: {
      type: { kind: 'place', levels: ['subdistrict'] },
      names: { zh: '所在街道（镇）', en: 'Subdistrict' },
      headers: ['所在街道', '街道（镇）', '街道'],
      privacy: 'dimension',
    },
    class: {
      type: { kind: 'list', items: PERMIT_CLASSES },
      names: { zh: '管理类别', en: 'Management class' },
      privacy: 'dimension',
    },
    water: declarePollutant('水污染物', 'Water pollutants', '废水'),
    air: declarePollutant('大气污染物', 'Air pollutants', '废气'),
    noise: declarePollutant('噪声', 'Noise', '工业噪声'),
    first_issued: declareDay('首次发证日期', 'First issued', ['发证日期']),
    valid_from: declareDay('有效期起', 'Valid from', ['有效期限起']),
    valid_to: declareDay('有效期止', 'Valid to', ['有效期限止']),
    previous_valid_to: {
      ...declareDay('延续前有效期止', 'Valid to before renewal', ['原有效期止']),
      optional: true,
      description: { zh: '最近一次延续前的有效期截止日。', en: 'End of the term before the latest renewal.' },
    },
    changed_on: { ...declareDay('变更日期', 'Changed on', ['最近变更日期']), optional: true },
    renewed_on: { ...declareDay('延续日期', 'Renewed on', ['最近延续日期']), optional: true },
    cancelled_on: { ...declareDay('注销日期', 'Cancelled on'), optional: true },
    revoked_on: { ...declareDay('撤销日期', 'Revoked on'), optional: true },
  },
  key: ['number'],
  rules: [
    { kind: 'starts-with', a: 'number', b: 'credit_code' },
    {
      kind: 'not-after-period',
      columns: ['first_issued', 'valid_from', 'changed_on', 'renewed_on', 'cancelled_on', 'revoked_on'],
    },
    { kind: 'not-before', a: 'valid_to', b: 'valid_from' },
    { kind: 'not-before', a: 'valid_from', b: 'first_issued' },
    { kind: 'not-before', a: 'changed_on', b: 'first_issued' },
    { kind: 'not-before', a: 'renewed_on', b: 'first_issued' },
    { kind: 'not-before', a: 'cancelled_on', b: 'first_issued' },
    { kind: 'not-before', a: 'revoked_on', b: 'first_issued' },
    { kind: 'requires', column: 'previous_valid_to', when: [{ column: 'renewed_on', present: true }] },
    { kind: 'forbids', column: 'previous_valid_to', when: [{ column: 'renewed_on', present: false }] },
    { kind: 'forbids', column: 'cancelled_on', when: [{ column: 'revoked_on', present: true }] },
    { kind: 'validity', from: 'valid_from', to: 'valid_to', years: 5 },
  ],
  tables: {
    register: {
      title: { zh: '排污许可登记簿', en: 'Register of discharge permits' },
      kind: 'register',
      dimensions: [{ column: 'number' }],
      measures: {},
      attributes: [
        'holder',
        'credit_code',
        'place',
        'industry',
        'class',
        'water',
        'air',
        'noise',
        'first_issued',
        'valid_from',
        'valid_to',
        'previous_valid_to',
        'changed_on',
        'renewed_on',
        'cancelled_on',
        'revoked_on',
      ],
    },
    flow: {
      title: { zh: '许可证增减', en: 'Permits issued, ended and in force' },
      description: {
        zh: '月初有效＋新发＋延续恢复−到期未延续−注销−撤销＝月末有效。月内到期、月内延续的不计到期。登记管理单列。',
        en: 'In force at the start + issued + restored − expired − cancelled − revoked = in force at the end. A permit that lapses and is renewed within a month does not count as expired. Registrations are counted separately.',
      },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }, { column: 'class' }],
      measures: PERMIT_FLOW,
      identities: [
        {
          kind: 'balance',
          plus: ['in_force_start', 'issued', 'restored'],
          minus: ['expired', 'cancelled', 'revoked'],
          equals: 'in_force_end',
        },
        { kind: 'carry', opening: 'in_force_start', closing: 'in_force_end' },
        { kind: 'at-most', a: 'restored', b: 'renewed' },
        {
          kind: 'adds-up',
          measures: [
            'in_force_start',
            'issued',
            'renewed',
            'restored',
            'changed',
            'cancelled',
            'revoked',
            'expired',
            'in_force_end',
          ],
        },
      ],
    },
    industry: {
      title: { zh: '分行业许可证', en: 'Permits by industry' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city'] }, { column: 'industry' }, { column: 'class' }],
      measures: { issued: ISSUED, in_force_end: IN_FORCE_END },
      identities: [{ kind: 'same-as', measure: 'in_force_end', table: 'flow', equals: 'in_force_end' }],
    },
  },
  synonyms: ['排污证', '排污许可', '环保许可证', '排污登记', '环评'],
  due: { dayOfNextMonth: 10 },
  dueFrom: '2023-11',
})

function declarePollutant(zh: string, en: string, header: string): Column {
  return {
    type: { kind: 'yes-no' },
    names: { zh, en },
    headers: [header, `主要污染物类别|${header}`],
    privacy: 'public',
  }
}

function declareDay(zh: string, en: string, headers: string[] = []): Column {
  return { type: { kind: 'date' }, names: { zh, en }, headers, privacy: 'public' }
}
