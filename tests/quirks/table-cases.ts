import type { CellObject, WorkSheet } from '@e965/xlsx'
import { contractOf, makeColumn } from '../check/small.ts'
import { buildRawBook, renderRawRow } from '../read/raw-book.ts'
import { number, percent, place, text } from './quirk-columns.ts'
import { BEDS, fromBook, fromBytes, fromText, type QuirkCases } from './quirk-files.ts'

/** The number of B2 under a format. */
const setShown =
  (z: string, more: Partial<CellObject> = {}) =>
  (sheet: WorkSheet) =>
    Object.assign(sheet, { B2: { t: 'n', v: 123456, z, ...more } })
const changeHeader = (name: string, change: (sheet: WorkSheet) => void) => (sheet: WorkSheet) => {
  change(sheet)
  Object.assign(sheet, { B1: { t: 's', v: name } })
}
const rates = contractOf({
  place: makeColumn(place, '地区', { privacy: 'dimension' }),
  beds: makeColumn(percent, '床位'),
  note: makeColumn(text, '备注'),
})
const named = contractOf({ beds: makeColumn(number, '床位'), note: makeColumn(text, '备注') }, { key: ['note'] })
const day = { C2: { t: 'n', v: 45720, z: 'm"月"d"日"' } }
const wider = contractOf(
  {
    place: makeColumn(place, '地区', { privacy: 'dimension' }),
    homes: makeColumn(number, '机构', { unit: '家' }),
    beds: makeColumn(number, '床位', { unit: '张' }),
  },
  { key: ['place'] },
)

/** Cases of what is found among the rows of a table, and what the cells of a workbook display. */
export const TABLE_CASES: QuirkCases = {
  'cell-formula-empty': [
    () => fromBytes(buildRawBook(renderRawRow(1, ['地区', '床位']) + renderRawRow(2, ['锦北区', '<c><f>1+2</f></c>']))),
  ],
  'number-format-scaled': [
    () => fromBook(setShown('0!.0,"万"')),
    () => fromBook(setShown('#,##0.0,,"百万"')),
    () => fromBook(changeHeader('床位（张）', setShown('[>=10000]0!.0,"万";0')), { contract: makeBracketed() }),
  ],
  'number-format-unclear': [
    () => fromBook(changeHeader('床位（万张）', setShown('0!.0,'))),
    () => fromBook(changeHeader('床位（张）', setShown('0\\.0,'))),
    () => fromBook(setShown('0"."0,"万"'), { profile: { units: { beds: '万张' } } }),
  ],
  'percent-literal': [() => fromBook(setShown('0.0"%"', { v: 0.5 }), { contract: rates })],
  'text-was-date': [() => fromBook((sheet) => Object.assign(sheet, day), { contract: named })],
  'text-from-date': [() => fromBook((sheet) => Object.assign(sheet, day))],
  'row-no-height': [
    () =>
      fromBytes(
        buildRawBook(renderRawRow(1, ['地区', '床位']) + renderRawRow(2, ['锦北区', '<c><v>2</v></c>'], ' ht="0"')),
      ),
  ],
  'cell-beyond-header': [
    () => fromBook((sheet) => Object.assign(sheet, { E2: { t: 's', v: '已核对' }, '!ref': 'A1:E3' })),
  ],
  'form-below': [
    () => fromText('地区,床位\n锦北区,2\n第1页 共2页,\n栖云区,3\n第2页 共2页,\n'),
    () =>
      fromText('地区,床位\n锦北区,2\n（注：不含家庭床位）,\n1. 年报数,\n打印时间：2026-01-05,\n制表：某,审核：某\n'),
  ],
  'header-repeated': [
    () => fromText('地区,床位\n锦北区,2\n地区,床位\n栖云区,3\n'),
    () => fromText('地区,床位\n锦北区,2\n本页小计,2\n第1页,\n地区,床位\n栖云区,3\n本页小计,3\n合计,5\n'),
    () => fromText('地区,床位\n锦北区,2\n续表,\n地区,床位\n栖云区,3\n'),
  ],
  'table-further': [
    () => fromText('地区,床位\n锦北区,2\n\n附表：2024年,\n地区,床位\n锦北区,2\n'),
    () => fromText('地区,机构,床位\n锦北区,1,2\n\n附表,,\n类别,处数,面积\n甲,1,2\n', wider),
  ],
  'header-unit-row': [
    () => fromText('地区,机构,床位\n,家,张\n锦北区,1,2\n', wider),
    () => fromText('地区,机构,床位\n单位,（家）,（万张）\n锦北区,1,2\n', wider),
  ],
  'header-second': [() => fromText('地区,机构,床位\nPlace,Homes,Beds\n锦北区,1,2\n', wider)],
}

/** The usual table, which also knows the header with its unit. */
function makeBracketed() {
  const { columns } = BEDS
  return { ...BEDS, columns: { ...columns, beds: { ...columns['beds'], headers: ['床位（张）'] } } } as typeof BEDS
}
