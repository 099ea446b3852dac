import { buildRawBook, renderRawRow } from '../read/raw-book.ts'
import { fromBook, fromBytes, type QuirkCases } from './quirk-files.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The number of the first place, in the second cell format of these styles. */
function fromStyled(value: string, styles: { format?: number; code?: string; font?: string }) {
  const { format = 0, code = '', font = '' } = styles
  const formats = code === '' ? '' : `<numFmts><numFmt numFmtId="${format}" formatCode="${code}"/></numFmts>`
  const xml = `<styleSheet xmlns="${MAIN}">${formats}<fonts><font/><font>${font}</font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders><cellXfs><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="${format}" fontId="1" fillId="0"/></cellXfs></styleSheet>`
  const rows = renderRawRow(1, ['地区', '床位']) + renderRawRow(2, ['锦北区', `<c s="1"><v>${value}</v></c>`])
  return fromBytes(buildRawBook(rows, '', xml))
}

/** Cases of cells that show something else than they hold. */
export const SHOWN_CASES: QuirkCases = {
  'shown-otherwise': [
    ['12', '0&quot;万&quot;'],
    ['3', '[&lt;5]&quot;*&quot;;0'],
    ['3', ';;;'],
    ['12', '&quot;约&quot;0'],
    ['123456', '0!.0,'],
    ['123456', '#,##0,'],
    ['46296', '[$-804]aaaa;@'],
  ].map(
    ([value = '', code = '']) =>
      () =>
        fromStyled(value, { format: 176, code }),
  ),
  'shown-unit': [() => fromStyled('5', { format: 176, code: '0&quot;张&quot;' })],
  'shown-date-asian': [27, 31, 36, 50, 57, 58].map((format) => () => fromStyled('46296', { format })),
  'shown-zero-date': [() => fromStyled('0', { format: 14 }), () => fromStyled('0', { format: 31 })],
  'shown-struck': [() => fromStyled('12', { font: '<strike/>' })],
  'shown-unseen': [
    () => fromStyled('12', { font: '<color rgb="FFFFFFFF"/>' }),
    () => fromStyled('12', { font: '<sz val="1"/>' }),
  ],
  'comment-corrects': [
    () =>
      fromBook((sheet) => {
        sheet['B2'].c = [{ a: '某', t: '应为120' }]
      }),
  ],
}
