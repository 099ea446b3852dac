import { defineHarmless } from '../fault.ts'
import { encodeText, type Grid, insertRow, linesOf, reorder, toCsv } from '../grid.ts'
import type { GridColumn, Subject } from '../subject-file.ts'
import { joinBytes } from './byte-faults.ts'
import { listBlanks, titleOf } from './grid-parts.ts'

/** Changes of files that change no figure. */
export const FILE_CHANGES = defineHarmless('files', {
  'as received': ({ bytes }) => bytes,
  'as UTF-8': ({ grid }) => toCsv(grid),
  'a byte order mark': ({ grid }) => toCsv(grid, { mark: true }),
  GB18030: ({ grid }) => toCsv(grid, { encoding: 'gb18030' }),
  'UTF-16 little-endian': ({ grid }) => toCsv(grid, { encoding: 'utf-16le', mark: true }),
  'UTF-16 big-endian': ({ grid }) => toCsv(grid, { encoding: 'utf-16be', mark: true }),
  'lines of Windows': ({ grid }) => toCsv(grid, { lineEnd: '\r\n' }),
  'lines of an old Macintosh': ({ grid }) => toCsv(grid, { lineEnd: '\r' }),
  'lines of all kinds': ({ grid }) =>
    encodeText(
      linesOf(grid)
        .map((line, row) => `${line}${['\n', '\r\n', '\r'][row % 3]}`)
        .join(''),
    ),
  'GB18030 with lines of Windows': ({ grid }) => toCsv(grid, { encoding: 'gb18030', lineEnd: '\r\n' }),
  'no line end at the end': ({ grid }) => encodeText(linesOf(grid).join('\n')),
  'many line ends at the end': ({ grid }) => joinBytes(toCsv(grid), encodeText('\n\n\n')),
  'the mark of the end of a file': ({ grid }) => joinBytes(toCsv(grid), Uint8Array.of(0x1a)),
  'quotes around all': ({ grid }) => toCsv(grid, { quoted: true }),
  semicolons: ({ grid }) => toCsv(grid, { delimiter: ';' }),
  tabs: ({ grid }) => toCsv(grid, { delimiter: '\t' }),
  'tabs and quotes': ({ grid }) => toCsv(grid, { delimiter: '\t', quoted: true }),
  'semicolons and quotes': ({ grid }) => toCsv(grid, { delimiter: ';', quoted: true }),
  'a line that names the delimiter': ({ grid }) => joinBytes(encodeText('sep=,\n'), toCsv(grid)),
  'a line that names the semicolon': ({ grid }) => joinBytes(encodeText('sep=;\n'), toCsv(grid, { delimiter: ';' })),
  'a delimiter behind each line': ({ grid }) =>
    encodeText(
      `${linesOf(grid)
        .map((line) => `${line},`)
        .join('\n')}\n`,
    ),
  'blank rows at the end': ({ grid }) => toCsv({ ...grid, rows: [...grid.rows, ...listBlanks(grid, 5)] }),
  'rows of spaces at the end': ({ grid }) => toCsv({ ...grid, rows: [...grid.rows, grid.headers.map(() => ' ')] }),
  'a blank row in the middle': ({ grid }) =>
    toCsv(insertRow(grid, Math.floor(grid.rows.length / 2), listBlanks(grid, 1)[0] ?? [])),
  'a blank line in the middle': ({ grid }) =>
    encodeText(
      `${linesOf(grid)
        .map((line, row) => (row === 2 ? `${line}\n` : line))
        .join('\n')}\n`,
    ),
  'blank lines above': ({ grid }) => joinBytes(encodeText('\n\n'), toCsv(grid)),
  'a title': ({ grid, period }) => joinBytes(encodeText(`${titleOf(period)}\n`), toCsv(grid)),
  'a title as wide as the table': ({ grid, period }) =>
    joinBytes(encodeText(`${titleOf(period)}${','.repeat(grid.headers.length - 1)}\n`), toCsv(grid)),
  'a title and who filled it in': ({ grid, period }) =>
    joinBytes(encodeText(`${titleOf(period)}\n填报单位：某局\n`), toCsv(grid)),
  'a note below': ({ grid }) => joinBytes(toCsv(grid), encodeText('注：数据来源于业务系统。\n')),
  'a note as wide as the table': ({ grid }) =>
    joinBytes(toCsv(grid), encodeText(`注：数据来源于业务系统。${','.repeat(grid.headers.length - 1)}\n`)),
  'signatures below': ({ grid }) => joinBytes(toCsv(grid), encodeText('制表人：某某\n审核人：某某\n')),
  'the rest is blank': ({ grid }) => joinBytes(toCsv(grid), encodeText('（以下空白）\n')),
  'a count of the rows below': ({ grid }) => joinBytes(toCsv(grid), encodeText(`共${grid.rows.length}条记录\n`)),
})

/** Changes of headers and columns. */
export const HEADER_CHANGES = defineHarmless('headers', {
  'columns turned round': ({ grid }) =>
    toCsv(
      reorder(
        grid,
        grid.headers.map((_, index) => grid.headers.length - 1 - index),
      ),
    ),
  'columns in any order': ({ grid }, random) => {
    const order = grid.headers.map((_, index) => [index, random.drawNext()] as const).sort((a, b) => a[1] - b[1])
    return toCsv(
      reorder(
        grid,
        order.map(([index]) => index),
      ),
    )
  },
  'headers in English': (subject) =>
    toCsv(renameColumns(subject, (column) => subject.contract.columns[column.id]?.names.en)),
  'headers by their ids': (subject) => toCsv(renameColumns(subject, (column) => column.id)),
  'headers in full width': ({ grid }) =>
    toCsv({
      ...grid,
      headers: grid.headers.map((header) =>
        header.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      ),
    }),
  'headers with spaces': ({ grid }) =>
    toCsv({ ...grid, headers: grid.headers.map((header) => ` ${[...header].join(' ')} `) }),
  'headers with ideographic spaces': ({ grid }) =>
    toCsv({ ...grid, headers: grid.headers.map((header) => `　${header}　`) }),
  'headers with line breaks': ({ grid }) =>
    toCsv({ ...grid, headers: grid.headers.map((header) => `${header.slice(0, 2)}\n${header.slice(2)}`) }),
  'headers with zero-width spaces': ({ grid }) =>
    toCsv({ ...grid, headers: grid.headers.map((header) => `\u200B${header}`) }),
  'headers with radicals': ({ grid }) =>
    toCsv({
      ...grid,
      headers: grid.headers.map((header) =>
        header.replace('人', '⼈').replace('长', '⻓').replace('口', '⼝').replace('日', '⽇').replace('年', '年'),
      ),
    }),
  'headers in traditional characters': ({ grid }) =>
    toCsv({
      ...grid,
      headers: grid.headers.map((header) =>
        header
          .replace('编号', '編號')
          .replace('时间', '時間')
          .replace('区', '區')
          .replace('岁', '歲')
          .replace('数', '數')
          .replace('证', '證'),
      ),
    }),
  'a column of numbers of the rows': ({ grid }) =>
    toCsv({ headers: ['序号', ...grid.headers], rows: grid.rows.map((cells, row) => [String(row + 1), ...cells]) }),
  'a blank column at the end': ({ grid }) =>
    toCsv({ headers: [...grid.headers, ''], rows: grid.rows.map((cells) => [...cells, '']) }),
  'rows turned round': ({ grid }) => toCsv({ ...grid, rows: [...grid.rows].reverse() }),
  'rows in any order': ({ grid }, random) =>
    toCsv({
      ...grid,
      rows: grid.rows
        .map((cells) => [cells, random.drawNext()] as const)
        .sort((a, b) => a[1] - b[1])
        .map(([cells]) => cells),
    }),
  'headers and rows turned round': ({ grid }) =>
    toCsv(
      reorder(
        { ...grid, rows: [...grid.rows].reverse() },
        grid.headers.map((_, index) => grid.headers.length - 1 - index),
      ),
    ),
})

function renameColumns(subject: Subject, name: (column: GridColumn) => string | undefined): Grid {
  const { grid, columns } = subject
  const headers = grid.headers.map((header, index) => {
    const column = columns.find((own) => own.index === index)
    return (column && !column.isWide && !column.isTwin ? name(column) : undefined) ?? header
  })
  return { ...grid, headers }
}
