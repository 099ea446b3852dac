import { defineDataset } from '../../contracts/contract.ts'
import { rateOf, sumOf } from '../../contracts/measures.ts'
import { type CounterUnit, nameOfUnit, type Unit } from '../../text/units.ts'

const INSTITUTIONS: CounterUnit = { zh: '家', en: { one: 'institution', other: 'institutions' } }
/** As the files count them; behind a number, 张 alone does not say of what. */
const COUNTED_BEDS: CounterUnit = { zh: '张', en: { one: 'bed', other: 'beds' } }
const BEDS: CounterUnit = { zh: '张床位', en: { one: 'bed', other: 'beds' } }
const SITES: CounterUnit = { zh: '处', en: { one: 'site', other: 'sites' } }
const BEDS_PER_1000: CounterUnit = { zh: '张/千人', en: { one: 'bed per 1,000', other: 'beds per 1,000' } }
const SITES_PER_10000: CounterUnit = { zh: '处/万人', en: { one: 'site per 10,000', other: 'sites per 10,000' } }

export const elderCare = defineDataset({
  id: 'elder-care',
  title: { zh: '养老服务设施', en: 'Elder-care facilities' },
  description: {
    zh: '每年末各区养老机构、床位、持证护理人员和日间照料场所，由各区上报汇总。床位不含日间照料场所的座椅和家庭养老床位。',
    en: 'Institutions, beds, certified care staff and day-care sites of each district at the end of the year. Beds exclude day-care seats and beds in private homes.',
  },
  class: 'O',
  frequency: 'year',
  keeper: 'civil-affairs',
  topic: 'ageing',
  columns: {
    place: {
      type: { kind: 'place', levels: ['district'] },
      names: { zh: '地区', en: 'Place' },
      headers: ['区', '区域', '行政区'],
      privacy: 'dimension',
    },
    institutions: declareCount('养老机构', 'Residential institutions', INSTITUTIONS),
    beds: declareCount('养老床位', 'Beds', COUNTED_BEDS),
    beds_occupied: declareCount('入住床位', 'Occupied beds', COUNTED_BEDS),
    staff_certified: declareCount('持证护理人员', 'Certified care staff', '人'),
    day_care_sites: declareCount('日间照料场所', 'Day-care sites', SITES),
    persons_60_plus: declareCount('60岁及以上人口', 'Population aged 60 and over', '人'),
  },
  key: ['place'],
  complete: ['place'],
  rules: [{ kind: 'at-most', a: 'beds_occupied', b: 'beds' }],
  tables: {
    facilities: {
      title: { zh: '养老服务设施', en: 'Elder-care facilities' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }],
      measures: {
        institutions: sumOf({ zh: '养老机构', en: 'Residential institutions', unit: INSTITUTIONS }, 'institutions'),
        beds: sumOf({ zh: '养老床位', en: 'Beds', unit: BEDS }, 'beds'),
        beds_occupied: sumOf({ zh: '入住床位', en: 'Occupied beds', unit: BEDS }, 'beds_occupied'),
        staff_certified: sumOf({ zh: '持证护理人员', en: 'Certified care staff', unit: '人' }, 'staff_certified'),
        day_care_sites: sumOf({ zh: '日间照料场所', en: 'Day-care sites', unit: SITES }, 'day_care_sites'),
        persons_60_plus: sumOf(
          {
            zh: '60岁及以上人口',
            en: 'Population aged 60 and over',
            unit: '人',
            about: {
              zh: '民政部门报送的数字，须与统计部门的常住人口一致，不一致时不予发布。',
              en: 'As reported by civil affairs; it must equal the resident population of the statistics department; otherwise nothing is published.',
            },
          },
          'persons_60_plus',
        ),
        beds_per_1000: rateOf(
          {
            zh: '每千名老年人养老床位',
            en: 'Beds per 1,000 people aged 60 and over',
            unit: BEDS_PER_1000,
            decimals: 1,
            about: {
              zh: '养老床位÷60岁及以上人口×1000。分母是老年人口，不是总人口。',
              en: 'Beds ÷ population aged 60 and over × 1,000. The denominator is the older population, not the total.',
            },
          },
          { numerator: 'beds', denominator: 'persons_60_plus', times: 1000 },
        ),
        occupancy_rate: rateOf(
          {
            zh: '床位入住率',
            en: 'Bed occupancy',
            unit: '%',
            decimals: 1,
            about: { zh: '入住床位÷养老床位。', en: 'Occupied beds ÷ beds.' },
          },
          { numerator: 'beds_occupied', denominator: 'beds' },
        ),
        sites_per_10000: rateOf(
          {
            zh: '每万名老年人日间照料场所',
            en: 'Day-care sites per 10,000 people aged 60 and over',
            unit: SITES_PER_10000,
            decimals: 2,
            about: { zh: '日间照料场所÷60岁及以上人口×10000。', en: 'Sites ÷ population aged 60 and over × 10,000.' },
          },
          { numerator: 'day_care_sites', denominator: 'persons_60_plus', times: 10000 },
        ),
        residents_per_staff: rateOf(
          {
            zh: '每名持证护理人员照料的入住老人',
            en: 'Residents per certified carer',
            unit: '人',
            decimals: 1,
            about: { zh: '入住床位÷持证护理人员。', en: 'Occupied beds ÷ certified care staff.' },
          },
          { numerator: 'beds_occupied', denominator: 'staff_certified', times: 1 },
        ),
      },
      identities: [
        { kind: 'at-most', a: 'beds_occupied', b: 'beds' },
        {
          kind: 'adds-up',
          measures: ['institutions', 'beds', 'beds_occupied', 'staff_certified', 'day_care_sites', 'persons_60_plus'],
        },
        {
          kind: 'same-as',
          measure: 'persons_60_plus',
          dataset: 'population',
          table: 'ageing',
          equals: 'age_60_plus',
        },
      ],
    },
  },
  synonyms: ['养老院', '养老床位', '敬老院', '日间照料', '托老所', '护理员'],
  due: { workingDaysAfterEnd: 60 },
  dueFrom: '2014',
})

/** A yearly count; the file prints its unit in brackets after the name. */
function declareCount(zh: string, en: string, unit: Unit) {
  return {
    type: { kind: 'integer' as const, min: 0 },
    names: { zh, en },
    headers: [`${zh}（${nameOfUnit(unit)}）`, `${zh}数`, `${zh}数（${nameOfUnit(unit)}）`],
    privacy: 'count' as const,
    unit,
  }
}
