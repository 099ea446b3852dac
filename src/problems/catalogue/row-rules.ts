import type { Entry } from './entry.ts'

/** What can be wrong between the cells of a row, and between rows. */
export const ROW_RULES = {
  'not-before': {
    level: 'error',
    message: {
      zh: '“{a}”早于“{b}”',
      en: '“{a}” is earlier than “{b}”',
    },
    remedy: {
      zh: '“{a}”应不早于“{b}”（{expected}）。请核对第{row}行；若系跨系统时差，请在导出前统一时间。',
      en: '“{a}” should not be earlier than “{b}” ({expected}). Check row {row}; if the clocks of two systems differ, align the times before the export.',
    },
  },
  'at-most': {
    level: 'error',
    message: {
      zh: '“{a}”大于“{b}”',
      en: '“{a}” is greater than “{b}”',
    },
    remedy: {
      zh: '“{a}”应{expected}。请核对第{row}行的两个数。',
      en: '“{a}” should be {expected}. Check both numbers in row {row}.',
    },
  },
  sum: {
    level: 'error',
    message: {
      zh: '“{total}”不等于各项之和',
      en: '“{total}” is not the sum of its parts',
    },
    remedy: {
      zh: '各项相加：{expected}；填报为{found}，舍入误差至多{tolerance}。请核对第{row}行。',
      en: 'The parts add up: {expected}; the row says {found}; rounding explains at most {tolerance}. Check row {row}.',
    },
  },
  balance: {
    level: 'error',
    message: {
      zh: '“{equals}”与同行的增减不平衡',
      en: '“{equals}” does not balance with its row',
    },
    remedy: {
      zh: '增减相抵：{expected}；填报为{found}，舍入误差至多{tolerance}。请核对第{row}行。',
      en: 'The row adds up to {expected}, but says {found}; rounding explains at most {tolerance}. Check row {row}.',
    },
  },
  rate: {
    level: 'error',
    message: {
      zh: '“{rate}”与分子、分母算出的不符',
      en: '“{rate}” does not equal its numerator divided by its denominator',
    },
    remedy: {
      zh: '{expected}；填报为{found}，舍入误差至多{tolerance}。分母应为“{denominator}”。请核对第{row}行的三个数。',
      en: '{expected}; the row says {found}; rounding explains at most {tolerance}. The denominator is “{denominator}”. Check the three numbers in row {row}.',
    },
  },
  'starts-with': {
    level: 'error',
    message: {
      zh: '“{a}”与“{b}”不一致',
      en: '“{a}” does not agree with “{b}”',
    },
    remedy: {
      zh: '“{a}”应以“{b}”的代码开头（{expected}）。请核对第{row}行。',
      en: '“{a}” should begin with the code of “{b}” ({expected}). Check row {row}.',
    },
  },
  requires: {
    level: 'error',
    message: {
      zh: '“{column}”应填而未填',
      en: '“{column}” is required but blank',
    },
    remedy: {
      zh: '“{because}”为“{found}”时，“{column}”必须填写。',
      en: 'Where “{because}” is “{found}”, “{column}” is required.',
    },
  },
  forbids: {
    level: 'error',
    message: {
      zh: '“{column}”不应填写',
      en: '“{column}” is filled but should be blank',
    },
    remedy: {
      zh: '按“{because}”的情况，“{column}”应为空。请核对第{row}行哪一项有误。',
      en: 'Given “{because}”, “{column}” should be blank. Check which of the two is wrong in row {row}.',
    },
  },
  'not-after-period': {
    level: 'error',
    message: {
      zh: '“{column}”晚于数据截止日',
      en: '“{column}” is later than the data date',
    },
    remedy: {
      zh: '{period}的文件里，日期应{expected}。请核对日期，或改放到相应期次的文件里。',
      en: 'In a file for {period}, dates should be {expected}. Check the date, or move the row to its own period.',
    },
  },
  'belongs-to-period': {
    level: 'error',
    message: {
      zh: '这一行不属于本期',
      en: 'The row does not belong to this period',
    },
    remedy: {
      zh: '各日期都不在{expected}之内，也不是期末未结的。请核对文件是否放错了期次。',
      en: 'None of its dates is within {expected}, and it was not still open at the end of the period. Check whether the file is under the wrong period.',
    },
  },
  'is-period': {
    level: 'error',
    message: {
      zh: '“{column}”不是本期',
      en: '“{column}” is for another period',
    },
    remedy: {
      zh: '文件期次为{period}。请核对文件是否放错了期次，或只导出本期。',
      en: 'The file is for {period}. Check whether it is under the wrong period, or export this period only.',
    },
  },
  validity: {
    level: 'warning',
    message: {
      zh: '“{from}”到“{to}”不是{years}年',
      en: '“{from}” to “{to}” is not {years} years',
    },
    remedy: {
      zh: '按{years}年推算应到{expected}。若证上确是如此，可不处理。',
      en: 'A term of {years} years would end on {expected}. If the certificate says otherwise, leave it as it is.',
    },
  },
  'key-duplicate': {
    level: 'error',
    message: {
      zh: '同一编号出现两次，内容不同',
      en: 'The same key occurs twice, with different content',
    },
    remedy: {
      zh: '第{earlier}行已有“{found}”。请核对应保留哪一行。',
      en: 'Row {earlier} already has “{found}”. Check which of the two is right.',
    },
  },
  'key-elsewhere': {
    level: 'error',
    message: {
      zh: '同一编号在另一个读取方的文件里也有',
      en: 'The same key is in the file of another reader too',
    },
    remedy: {
      zh: '{other}第{earlier}行已有“{found}”。同一期由几方分别交出时，每行只能由一方交出。请核对应由哪一方交出。',
      en: 'Row {earlier} of {other} already has “{found}”. Where several readers hand over one period, each row comes from one of them. Check which it is.',
    },
  },
  'row-duplicate': {
    level: 'error',
    message: {
      zh: '同一行出现两次',
      en: 'The same row occurs twice',
    },
    remedy: {
      zh: '与第{earlier}行完全相同。请删去重复的一行。',
      en: 'It is identical to row {earlier}. Delete one of them.',
    },
  },
  'block-duplicate': {
    level: 'error',
    message: {
      zh: '同一段内容出现两次',
      en: 'The same block of rows occurs twice',
    },
    remedy: {
      zh: '第{row}—{last}行共{count}行，与第{earlier}—{earlierLast}行逐行相同，像是粘贴了两次。请删去重复的一段。',
      en: 'Rows {row}–{last}, {count} in all, are identical to rows {earlier}–{earlierLast}, as if pasted twice. Delete one of the blocks.',
    },
  },
  'total-mismatch': {
    level: 'error',
    message: {
      zh: '“{columnName}”的{label}与各行之和不符',
      en: 'The {label} of “{columnName}” does not equal the sum of the items in its rows',
    },
    remedy: {
      zh: '表上写{stated}，{sum}（所比的行：{rows}），相差{difference}；舍入误差至多{tolerance}。请核对是合计有误、缺了行，还是有的行本身就是小计（小计请以“小计”为名）。',
      en: 'The sheet says {stated}, but {sum} (rows compared: {rows}), a difference of {difference}; rounding explains at most {tolerance}. Check whether the total is wrong, a row is missing, or one of the rows is itself a subtotal (name it “小计”).',
    },
  },
  'total-unclear': {
    level: 'error',
    message: {
      zh: '“{found}”像是合计，又像一条记录',
      en: '“{found}” may be a total or a record',
    },
    remedy: {
      zh: '第{row}行名为“{found}”，但标识一条记录的其他栏目也已填写，{numbers}。若是合计，请核对各数，或把那些栏目留空；若是一条记录，请写全名称。',
      en: 'Row {row} is named “{found}”, but other cells that identify a record are filled too, and {numbers}. If it is a total, check its numbers or leave those cells blank; if it is a record, write its full name.',
    },
  },
  'row-equals-others': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '“{found}”一行各数都等于其余各行之和，像是合计',
      en: 'Every count of “{found}” equals the sum of the other rows, as in a row of totals',
    },
    remedy: {
      zh: '第{row}行：{counts}。若是合计，请把名称改为“合计”，或把“{found}”写入profile.yaml的totals；若是一条记录，请在exceptions.csv中写明原因。',
      en: 'Row {row}: {counts}. If it is a total, call it 合计 or list “{found}” under totals in profile.yaml; if it is a record, list it as an exception in exceptions.csv, with a reason.',
    },
  },
  'part-unclear': {
    level: 'error',
    message: {
      zh: '“{found}”是否已含在别的行里，无从判断',
      en: 'It is not clear whether another row already includes “{found}”',
    },
    remedy: {
      zh: '“其中”各行不作数据。第{row}行若未含在别的行里，请删去“其中”二字和冒号；若已含在别的行里，请删去这一行。',
      en: 'Rows marked 其中 (“of which”) are not data. If no other row includes row {row}, delete 其中 and its colon; otherwise delete the row.',
    },
  },
  'row-no-record': {
    level: 'error',
    message: {
      zh: '这一行不像一条记录',
      en: 'This row does not look like a record',
    },
    remedy: {
      zh: '第{row}行写着“{found}”。若是表下的注释，请以“注：”开头，或在profile.yaml的ignoreRows中写明；若是分组名称，请写明groupRows: 分组；若是平均数或同比，请删去这一行；若是一条记录，请写全名称，补全各栏。',
      en: 'Row {row} says “{found}”. Begin a note below the table with “注：”, or list it under “ignoreRows” in profile.yaml; state “groupRows” there if it names a group; delete the row if it is a mean or a change; if it is a record, write its full name and complete the row.',
    },
  },
  'row-total-mismatch': {
    level: 'error',
    message: {
      zh: '“{columnName}”不等于同行各项之和',
      en: '“{columnName}” does not equal the sum of the items in its row',
    },
    remedy: {
      zh: '表上写{stated}，各项相加为{sum}，相差{difference}；舍入误差至多{tolerance}。请核对第{row}行是合计有误，还是某一项有误。',
      en: 'The sheet says {stated}, the items add up to {sum}, a difference of {difference}; rounding explains at most {tolerance}. Check whether the total or an item is wrong in row {row}.',
    },
  },
} satisfies Record<string, Entry>
