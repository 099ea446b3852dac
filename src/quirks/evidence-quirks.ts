import type { Quirk } from './quirk.ts'

/** What the other cells and rows of a file show to be wrong. */
export const EVIDENCE_QUIRKS: readonly Quirk[] = [
  {
    id: 'date-placeholder',
    outcome: 'refuse',
    title: { zh: '1900-01-01等表示“没有”的日期', en: 'Dates such as 1900-01-01 that mean “no date”' },
    treatment: { zh: '请留空，不当作日期。', en: 'Leave it blank; never taken for a date.' },
    example: '1900-01-01、1970-01-01、9999-12-31',
    rules: ['date-placeholder'],
  },
  {
    id: 'text-formula-call',
    outcome: 'refuse',
    title: { zh: '导出了公式而不是结果', en: 'A formula instead of its result' },
    treatment: { zh: '请导出数值。', en: 'Export the values.' },
    example: '=HYPERLINK("…","甲")、=A2+1',
    rules: ['text-formula'],
  },
  {
    id: 'text-quoted',
    outcome: 'note',
    title: { zh: '文字外面多了一层引号', en: 'One pair of quotation marks too many' },
    treatment: { zh: '去掉。', en: 'Dropped.' },
    example: '"""甲厂"""',
    rules: ['text-quoted'],
  },
  {
    id: 'rows-above-header',
    outcome: 'refuse',
    title: { zh: '表头上面有数据', en: 'Data above the header' },
    treatment: { zh: '指出各行；不当作标题略去。', en: 'The rows are named; never left out as a title.' },
    example: '甲区,12 / 地区,床位 / 乙区,9',
    rules: ['rows-above-header'],
  },
  {
    id: 'key-shape',
    outcome: 'ask',
    title: { zh: '个别编号与其他各行写法不同', en: 'A key that is written differently from all others' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: 'F0O1（其余为F001…F378）',
    rules: ['key-shape'],
  },
  {
    id: 'date-far',
    outcome: 'ask',
    title: { zh: '相差多年的日期', en: 'A date years away from all others' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: '2016-10-05（其余为2026年10月）',
    rules: ['date-far'],
  },
  {
    id: 'number-scaled-far',
    outcome: 'ask',
    title: { zh: '带“万”的数大得离谱', en: 'A number with 万 that is far too large' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: '300万（其余在3万以下）',
    rules: ['number-scaled-far'],
  },
  {
    id: 'cell-zero',
    outcome: 'ask',
    title: { zh: '几百变成了0', en: 'Hundreds that became 0' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: '5120 → 0',
    rules: ['cell-zero'],
  },
  {
    id: 'cell-jump-years',
    outcome: 'ask',
    title: { zh: '预测表里一年的一格多写一位', en: 'One year’s cell of a projection, a digit too many' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: '3000、30000、3100',
    rules: ['cell-jump-years'],
  },
  {
    id: 'column-flat',
    outcome: 'ask',
    title: { zh: '一格拖满了整列', en: 'One cell dragged down a column' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: '724、724、724',
    rules: ['column-flat'],
  },
  {
    id: 'columns-equal',
    outcome: 'ask',
    title: { zh: '一列贴到了另一列上', en: 'One column pasted over another' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: '男＝女',
    rules: ['columns-equal'],
  },
  {
    id: 'numbers-left-out',
    outcome: 'ask',
    title: { zh: '连号缺号', en: 'Numbers missing from a sequence' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: '…0016、0019…',
    rules: ['numbers-left-out'],
  },
  {
    id: 'rows-gone',
    outcome: 'ask',
    title: { zh: '登记簿里的记录不见了', en: 'Entries of a register that have disappeared' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: '…001P → …002P',
    rules: ['rows-gone'],
  },
  {
    id: 'attributes-changed',
    outcome: 'ask',
    title: { zh: '登记簿一整列错了行', en: 'A column of a register that was moved' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: '甲厂、乙厂 → 乙厂、甲厂',
    rules: ['attributes-changed'],
  },
  {
    id: 'time-left-out',
    outcome: 'ask',
    title: { zh: '预测表中间缺了几年', en: 'Years missing from a projection' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: '2026—2030、2036—2040',
    rules: ['time-left-out'],
  },
  {
    id: 'pair-left-out',
    outcome: 'ask',
    title: { zh: '预测表里一年缺了一个区', en: 'A district that is missing from one year' },
    treatment: {
      zh: '请人核对；属实的列为例外，否则不予发布。',
      en: 'A person is asked; not published unless listed as an exception.',
    },
    example: '2030年少一个区',
    rules: ['pair-left-out'],
  },
]
