import { zipOf } from '../../read/handmade-zip.ts'
import { buildBook } from '../book.ts'
import { defineFaults } from '../fault.ts'
import { encodeText, linesOf, toCsv, withColumn } from '../grid.ts'
import { joinBytes } from './byte-faults.ts'

const NOT_A_TABLE = [
  'file-not-a-table',
  'file-json',
  'file-archive',
  'file-old-workbook',
  'file-other-workbook',
  'workbook-broken',
  'workbook-without-sheet',
]
const HEADER = [
  'header-missing',
  'header-missing-wide',
  'header-unknown',
  'header-rows-undeclared',
  'header-blank',
  'sheet-unclear',
]
const OTHER = [
  'file-other-period',
  'file-same-bytes',
  'file-same-rows',
  'is-period',
  'belongs-to-period',
  'not-after-period',
  'title-other-period',
  'place-not-valid',
]
const EMPTY = ['file-empty', 'sheet-empty', 'file-no-rows']

/** Whole files: truncated, glued, empty, another's. */
export const WHOLE_FAULTS = defineFaults('whole', {
  'no byte': () => ({ bytes: new Uint8Array(0), rules: EMPTY }),
  'a byte order mark alone': () => ({ bytes: Uint8Array.of(0xef, 0xbb, 0xbf), rules: [...EMPTY, ...HEADER] }),
  'blank lines alone': () => ({ bytes: encodeText('\n\n\n'), rules: [...EMPTY, ...HEADER] }),
  'delimiters alone': ({ grid }) => ({
    bytes: encodeText(`${grid.headers.map(() => '').join(',')}\n`.repeat(5)),
    rules: [...EMPTY, ...HEADER],
  }),
  'the header alone': ({ grid }) => ({ bytes: toCsv({ ...grid, rows: [] }), rules: EMPTY }),
  'the header and blank rows': ({ grid }) => ({
    bytes: toCsv({ ...grid, rows: [1, 2, 3].map(() => grid.headers.map(() => '')) }),
    rules: EMPTY,
  }),
  'one row of dashes': ({ grid }) => ({
    bytes: toCsv({ ...grid, rows: [grid.headers.map(() => '-')] }),
    rules: ['value-missing', 'place-none', ...EMPTY],
  }),
  'no data, and a sentence': ({ grid }) => ({
    bytes: encodeText(`${linesOf(grid)[0]}\n本月无数据\n`),
    rules: [...EMPTY, 'row-no-record', 'row-ragged', 'place-none'],
  }),
  'cut within a line': ({ grid }, random) => {
    const text = `${linesOf(grid).join('\n')}\n`
    const start = text.lastIndexOf('\n', random.drawBetween(Math.floor(text.length / 2), text.length - 2))
    const comma = text.indexOf(',', start)
    return { bytes: encodeText(text.slice(0, comma + 1)), rules: ['row-ragged', 'row-no-record'] }
  },
  'cut within the header': ({ grid }) => ({
    bytes: encodeText(grid.headers.slice(0, -1).join(',').slice(0, -1)),
    rules: [...EMPTY, ...HEADER],
  }),
  'the last bytes lost': ({ bytes }) => {
    const isBook = bytes[0] === 0x50
    return {
      bytes: bytes.slice(0, -7),
      rules: isBook
        ? NOT_A_TABLE
        : [
            'row-ragged',
            'value-missing',
            'date-format',
            'number-not-integer',
            'value-unlisted',
            'encoding-bad-byte',
            'encoding-broken',
            'encoding-mixed',
            'row-no-record',
            'requires',
          ],
      mayPass: true,
    }
  },
  'padded with NUL': ({ grid }) => ({ bytes: joinBytes(toCsv(grid), new Uint8Array(512)), rules: ['file-nul'] }),
  'glued to itself with its header': ({ grid }) => ({
    bytes: joinBytes(toCsv(grid), toCsv(grid)),
    rules: ['header-repeated', 'block-duplicate', 'sheet-second-table', 'row-duplicate', 'key-duplicate'],
  }),
  'glued to the month before': ({ grid, earlier }) => {
    const [before] = earlier
    if (!before || before[0] === 0x50) return null
    return {
      bytes: joinBytes(
        encodeText(`${linesOf(grid).join('\n')}\n`),
        encodeText(new TextDecoder(before[0] === 0xef || isUtf8(before) ? 'utf-8' : 'gb18030').decode(before)),
      ),
      rules: ['header-repeated', 'block-duplicate', 'sheet-second-table', 'row-duplicate', 'key-duplicate', ...OTHER],
    }
  },
  'glued to the month before without its header': ({ grid, earlier }) => {
    const [before] = earlier
    if (!before || before[0] === 0x50) return null
    const text = new TextDecoder(isUtf8(before) ? 'utf-8' : 'gb18030').decode(before)
    const rest = text.split('\n').slice(1).join('\n')
    return {
      bytes: encodeText(`${linesOf(grid).join('\n')}\n${rest}`),
      rules: ['key-duplicate', 'row-duplicate', 'block-duplicate', ...OTHER],
    }
  },
  'the month before': ({ earlier }) => (earlier[0] ? { bytes: earlier[0], rules: OTHER } : null),
  'three months before': ({ earlier }) => (earlier[2] ? { bytes: earlier[2], rules: OTHER } : null),
  'the month before with the period of this one': ({ earlier, columns, grid, period, contract }) => {
    const [before] = earlier
    const column = columns.find(({ kind }) => kind === 'month' || kind === 'year')
    if (!before || !column || before[0] === 0x50 || contract.key.includes('year') || grid.rows.length < 5) return null
    const text = new TextDecoder(isUtf8(before) ? 'utf-8' : 'gb18030').decode(before)
    const old = column.kind === 'year' ? String(Number(period) - 1) : '2026-09'
    return { bytes: encodeText(text.replaceAll(old, period)), rules: [...OTHER, 'table-carry'] }
  },
  'the file of another dataset': () => ({
    bytes: encodeText('项目名称,建设单位,总投资,开工日期\n甲,乙,12,2026-10-01\n丙,丁,13,2026-10-02\n'),
    rules: HEADER,
  }),
  'a web page': ({ grid }) => {
    const renderRow = (cells: readonly string[], tag: string) =>
      `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
    const rows = [renderRow(grid.headers, 'th'), ...grid.rows.map((cells) => renderRow(cells, 'td'))]
    return { bytes: encodeText(`<html><body><table>${rows.join('\n')}</table></body></html>`), rules: NOT_A_TABLE }
  },
  JSON: ({ grid }) => ({
    bytes: encodeText(
      JSON.stringify(
        grid.rows.map((cells) => Object.fromEntries(grid.headers.map((header, index) => [header, cells[index]]))),
      ),
    ),
    rules: NOT_A_TABLE,
  }),
  'JSON, a line a row': ({ grid }) => ({
    bytes: encodeText(
      grid.rows
        .map((cells) => JSON.stringify(Object.fromEntries(grid.headers.map((header, index) => [header, cells[index]]))))
        .join('\n'),
    ),
    rules: [...NOT_A_TABLE, ...HEADER],
  }),
  XML: ({ grid }) => ({
    bytes: encodeText(
      `<?xml version="1.0"?><rows>${grid.rows.map((cells) => `<row>${cells.join(' ')}</row>`).join('')}</rows>`,
    ),
    rules: NOT_A_TABLE,
  }),
  'a table in Markdown': ({ grid }) => ({
    bytes: encodeText(
      [grid.headers, grid.headers.map(() => '---'), ...grid.rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    ),
    rules: ['delimiter-unknown', ...HEADER, ...NOT_A_TABLE],
  }),
  'statements of SQL': ({ grid }) => ({
    bytes: encodeText(grid.rows.map((cells) => `INSERT INTO t VALUES ('${cells.join("','")}');`).join('\n')),
    rules: [...NOT_A_TABLE, ...HEADER, 'delimiter-unknown'],
  }),
  'a message of an error': () => ({
    bytes: encodeText('{"code":500,"msg":"系统繁忙，请稍后再试"}'),
    rules: NOT_A_TABLE,
  }),
  'a page to log in': () => ({
    bytes: encodeText('<!DOCTYPE html><html><head><title>统一身份认证</title></head><body>请登录</body></html>'),
    rules: NOT_A_TABLE,
  }),
  'an old workbook': () => ({
    bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504)),
    rules: NOT_A_TABLE,
  }),
  'a PDF': () => ({ bytes: encodeText('%PDF-1.7\n1 0 obj\n'), rules: NOT_A_TABLE }),
  'a picture': () => ({
    bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
    rules: NOT_A_TABLE,
  }),
  'an archive of the file': ({ grid }) => ({
    bytes: zipOf([{ name: 'a.csv', content: toCsv(grid) }]),
    rules: NOT_A_TABLE,
  }),
  'a workbook cut in half': ({ grid }) => ({ bytes: halfOf(buildBook(grid)), rules: NOT_A_TABLE }),
  'a workbook with a damaged part': ({ grid }) => {
    const bytes = buildBook(grid)
    return {
      bytes: bytes.map((byte, index) =>
        index > bytes.length * 0.4 && index < bytes.length * 0.4 + 40 ? byte ^ 0x5a : byte,
      ),
      rules: [...NOT_A_TABLE, ...EMPTY, 'workbook-styles-broken'],
    }
  },
  'all places of another city': (subject) => {
    const column = subject.columns.find(({ kind, isTwin }) => kind === 'place' && !isTwin)
    return column
      ? {
          bytes: toCsv(withColumn(subject.grid, column.index, (_, row) => `某${row}区`)),
          rules: ['place-unknown', 'place-none', 'column-other'],
        }
      : null
  },
})

function isUtf8(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).toString('utf8').includes('\uFFFD') === false
}

function halfOf(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length / 2))
}
