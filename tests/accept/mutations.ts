import type { Random } from '../../scripts/demo/random.ts'

/** What tired clerks, programs and broken disks make of a cell. */
const CELLS: readonly string[] = [
  ...['', ' ', '　', '-', '—', '/', '无', 'NULL', 'NA', 'n/a', '#N/A', '#DIV/0!', '***', '\u200b', '\u202e', '\ue000'],
  ...[
    '合计',
    '小计',
    '其中：甲',
    '总计 Total',
    '平均',
    '同比',
    '注：见附件',
    '续表',
    '第1页',
    '共3条',
    '制表：某某',
    '（以下空白）',
  ],
  ...['2026-10-05 09:30', '2026-10-05 09:30:00', '2026-10-05 09:30:59', '2026/10/5 9:30', '2026-10-05', '20261005'],
  ...[
    '2026-02-30 10:00',
    '2026-10-05 24:00',
    '2026-10-5 9:30',
    '2026年10月5日',
    '1899-12-31 23:59',
    '2300-01-01 00:00',
  ],
  ...['2022-10-04 09:30', '46300', '46300.5', '2026.10', '10月', '2026-10', '2026-Q4', '2026年', '1799'],
  ...[
    '0',
    '00',
    '007',
    '7',
    '12',
    '12.',
    '.5',
    '12.0',
    '12.50',
    '1,200',
    '１２',
    '1e5',
    '1e+05',
    '-3',
    '+3',
    '1200¹',
    '80.84①',
  ],
  ...[
    '999999999999999',
    '9999999999999999',
    '0.1234567',
    '12万',
    '5张',
    '约200',
    '0.30000000000000004',
    '22.999999999999996',
  ],
  ...[
    '是',
    '否',
    'Y',
    'yes',
    '√',
    '甲类',
    '甲類',
    'a',
    'A',
    'ａ',
    '锦中区',
    '錦中區',
    '锦中',
    '锦西区',
    '990101',
    '990101.0',
    '旧区',
  ],
  ...[
    '"',
    '""',
    '"甲"',
    '甲"乙',
    '"甲,乙"',
    '"甲\n乙"',
    '"甲""乙"',
    '\t',
    ';',
    '甲\r乙',
    '=1+1',
    '="03"',
    "'03",
    '@x',
    '<b>甲</b>',
  ],
  ...[
    '&nbsp;',
    '甲&amp;乙',
    '[object Object]',
    '锟斤拷',
    '\ufffd',
    '\0',
    'é',
    'Ã©',
    '⻓者',
    '甲 乙',
    '甲?乙',
    'N-100000',
  ],
  ...[
    'n-100007',
    'N-10000７',
    '13812345678',
    '110101199003078515',
    '911100001000000017',
    '9.1E+17',
    '100000000000000',
    '甲'.repeat(80),
  ],
]

/** Cells for which a file is read as a whole: notes, sums, quotes, line ends, scars, numbers that others explain. */
const WHOLE = /^(合计|小计|其中|总计|注：|续表|第1页|共3条|制表|（以下空白)|["\0\r\ufffd,]|锟斤拷|^\d+[万张]$/

/** What concerns a row alone, so that a file full of them is still accepted from its bytes. */
const MILD_CELLS = CELLS.filter((cell) => !WHOLE.test(cell))

/** Bytes that mean something to a reader of tables. */
const BYTES: readonly number[] = [
  0x00, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x27, 0x2c, 0x2d, 0x30, 0x39, 0x3a, 0x3b, 0x41, 0x80, 0xbf, 0xe5, 0xef, 0xff,
]

/** A file with some of its rows changed, and how many. */
export interface Mutated {
  bytes: Uint8Array
  rows: number
}

/** Changes one cell in nearly every row of a comma-separated text, each in a way that concerns its row alone. */
export function mutateMildly(text: string, random: Random, encode: (text: string) => Uint8Array): Mutated {
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const rows = lines.map((line) => line.split(','))
  let changed = 0
  for (const row of rows) {
    if (random.drawChance(0.1)) continue
    changed += 1
    const at = random.drawBetween(0, row.length - 1)
    const other = rows[random.drawBetween(0, rows.length - 1)] ?? row
    const way = random.drawBetween(0, 9)
    // The first column names the row: copied, it would be another row's.
    if (way < 8 || at === 0) row[at] = MILD_CELLS[random.drawBetween(0, MILD_CELLS.length - 1)] ?? ''
    else row[at] = other[at] ?? ''
  }
  return { bytes: encode(`${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`), rows: changed }
}

/** Changes cells, rows and bytes of a comma-separated text, and writes it in some encoding. */
export function mutate(text: string, random: Random, encode: (text: string) => Uint8Array): Mutated {
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const rows = lines.map((line) => line.split(','))
  const changed = new Set<number>()
  const share = random.pick([
    [0.02, 3],
    [0.1, 3],
    [0.5, 1],
  ] as const)
  for (const [index, row] of rows.entries()) {
    if (!random.drawChance(share)) continue
    changed.add(index)
    changeRow(rows, row, random)
  }
  const end = random.pick([
    ['\n', 6],
    ['\r\n', 3],
    ['\r', 1],
  ] as const)
  const quote = random.drawChance(0.2)
    ? (cell: string) => (cell.includes('"') ? cell : `"${cell}"`)
    : (cell: string) => cell
  const made = [header, ...rows.map((row) => row.map(quote).join(','))].join(end)
  const bytes = encode(random.drawChance(0.8) ? made + end : made)
  if (random.drawChance(0.7)) return { bytes, rows: changed.size }
  return { bytes: changeBytes(bytes, header.length * 2, random), rows: changed.size + 1 }
}

/** Mutates the row, or the rows. */
function changeRow(rows: string[][], row: string[], random: Random): void {
  const at = random.drawBetween(0, row.length - 1)
  const other = random.drawBetween(0, row.length - 1)
  const another = rows[random.drawBetween(0, rows.length - 1)] ?? row
  const way = random.drawBetween(0, 39)
  if (way < 22) row[at] = CELLS[random.drawBetween(0, CELLS.length - 1)] ?? ''
  else if (way < 28) row[at] = another[at] ?? ''
  else if (way < 32) row[at] = row[other] ?? ''
  else if (way < 36) [row[at], row[other]] = [row[other] ?? '', row[at] ?? '']
  else if (way === 36) row.splice(0, row.length, ...another)
  else if (way === 37) row.splice(at, 1)
  else if (way === 38) row.splice(at, 0, row[other] ?? '')
  else row.fill('')
}

/** Replaces, removes or inserts a few bytes behind the header. */
function changeBytes(received: Uint8Array, from: number, random: Random): Uint8Array {
  const bytes = [...received]
  for (let count = random.drawBetween(1, 3); count > 0 && bytes.length > from; count -= 1) {
    const at = random.drawBetween(from, bytes.length - 1)
    const byte = BYTES[random.drawBetween(0, BYTES.length - 1)] ?? 0
    const way = random.drawBetween(0, 3)
    if (way === 0) bytes[at] = byte
    else if (way === 1) bytes.splice(at, 1)
    else if (way === 2) bytes.splice(at, 0, byte)
    else bytes[at] = random.drawBetween(0, 255)
  }
  return Uint8Array.from(bytes)
}
