import type { Entry } from './entry.ts'

/** What files of several periods say of each other, and what a person must list as an exception. */
export const PERIOD_RULES = {
  'period-missing': {
    level: 'warning',
    acceptable: true,
    message: {
      zh: '{title}：缺少{period}的文件',
      en: '{title}: no file for {period}',
    },
    remedy: {
      zh: '{before}与{after}都有文件，中间缺{period}。请补报；若确无数据，请在exceptions.csv中写明原因。',
      en: 'There are files for {before} and {after}, but none for {period}. Send it, or give the reason in exceptions.csv.',
    },
  },
  'period-overdue': {
    level: 'warning',
    acceptable: true,
    message: {
      zh: '{title}：{period}的文件逾期未报',
      en: '{title}: the file for {period} is overdue',
    },
    remedy: {
      zh: '报送期限为{due}（{dueRule}），到{today}仍未收到。请补报，或在exceptions.csv中写明原因。',
      en: 'It was due on {due} ({dueRule}) and had not arrived by {today}. Send it, or give the reason in exceptions.csv.',
    },
  },
  'period-due-unpublished': {
    level: 'warning',
    acceptable: true,
    message: {
      zh: '{title}：放假安排未公布，未判断{period}的文件是否逾期',
      en: '{title}: holidays not yet published; the file for {period} was not checked for lateness',
    },
    remedy: {
      zh: '报送期限（{dueRule}）落在{year}年，而holidays.csv没有这一年。国务院公布后请补入；在此之前不作推算。',
      en: 'Its due date ({dueRule}) falls in {year}, which holidays.csv does not cover. Add that year once the State Council has published it; until then no date is assumed.',
    },
  },
  'place-not-reported': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '“{columnName}”缺少应报的地区',
      en: 'A place required in “{columnName}” is missing',
    },
    remedy: {
      zh: '没有{name}（{expected}）的数据，全市合计会少算。请补上；若确实无数据，请在exceptions.csv中写明原因和截止日，上级地区的数字将标为“初步”。',
      en: 'There are no data for {name} ({expected}), and the city total would be too low. Add it; if there is truly nothing to report, list it as an exception in exceptions.csv, with a reason and an end date; the totals that include it are then marked provisional.',
    },
  },
  'class-not-reported': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '“{columnName}”缺少一整类',
      en: 'A whole class of “{columnName}” is missing',
    },
    remedy: {
      zh: '没有一行是“{name}”。请补上；若profile.yaml改写了列与类的对应，请核对是否漏列。确无数据的，请在exceptions.csv中写明原因和截止日。',
      en: 'No row is “{name}”. Add it; if profile.yaml maps columns to classes, check that none is left out. If there is truly no data, list it as an exception in exceptions.csv, with a reason and an end date.',
    },
  },
  'row-not-reported': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '缺少应有的行',
      en: 'A required row is missing',
    },
    remedy: {
      zh: '{of}没有“{name}”的行。数字为零时也须填0，留空就分不清是零还是漏报；确无数据的，请在exceptions.csv中写明原因和截止日。',
      en: '{of} has no row “{name}”. If the figure is zero, write 0: a row left out looks the same as a row that was forgotten. If there is truly no data, list it as an exception in exceptions.csv, with a reason and an end date.',
    },
  },
  'file-same-bytes': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '两期用了同一个文件',
      en: 'The same file was used for two periods',
    },
    remedy: {
      zh: '与{other}逐字节相同。请换上{period}的文件；若两期确实相同，请在exceptions.csv中写明原因和截止日。',
      en: 'It is identical to {other}, byte for byte. Replace it with the file for {period}; if both periods are truly the same, list it as an exception in exceptions.csv, with a reason and an end date.',
    },
  },
  'file-same-rows': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '两期的内容完全相同',
      en: 'Two periods have the same rows',
    },
    remedy: {
      zh: '各行与{other}相同，只是期次或次序不同。请换上{period}的文件；若两期确实相同，请在exceptions.csv中写明原因和截止日。',
      en: 'Its rows are those of {other} under another period or in another order. Replace it with the file for {period}; if both are truly the same, list it as an exception in exceptions.csv, with a reason and an end date.',
    },
  },
  'file-other-period': {
    level: 'error',
    message: {
      zh: '文件的内容属于另一期',
      en: 'The content of the file belongs to another period',
    },
    remedy: {
      zh: '{rows}行中有{count}行属于{found}，而文件名是{period}。请核对是放错了文件，还是起错了名字。',
      en: '{count} of {rows} rows belong to {found}, but the file is named {period}. Check whether the file or its name is wrong.',
    },
  },
  'title-other-period': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '表题所写的期次与文件名不同',
      en: 'The title and the file name give different periods',
    },
    remedy: {
      zh: '表题写{found}，文件名是{period}。请核对；若只是表题忘了改，请在exceptions.csv中写明原因和截止日。',
      en: 'The title says {found}, the file is named {period}. Check which is right; if only the title was left unchanged, list it as an exception in exceptions.csv, with a reason and an end date.',
    },
  },
  'file-fewer-rows': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '{period}的行数比以往各期少得多，像是没有导完',
      en: 'The file for {period} has far fewer rows than those before, as if the export had broken off',
    },
    remedy: {
      zh: '这一期{found}行，此前{count}期为{expected}行；少于其中最少一期的{share}%即须核对。请重新导出全部数据；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'It has {found} rows, and the {count} files before it {expected}; fewer than {share}% of the fewest must be confirmed. Export all of it again; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'file-stops-early': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '“{columnName}”到{found}为止，像是没有导完',
      en: '“{columnName}” ends on {found}, as if the export had broken off',
    },
    remedy: {
      zh: '{period}到{end}为止，最后{days}天没有记录，此前各期至多{usual}天。请重新导出全部数据；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: '{period} ends on {end}: its last {days} days have no record, and those of earlier files {usual} at most. Export all of it again; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'class-gone': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '“{columnName}”里以往各期都有的一类不见了',
      en: 'A class of “{columnName}” that every earlier file had is gone',
    },
    remedy: {
      zh: '此前{count}期都有{name}（{expected}），每期至少{usual}行，这一期没有。请核对是否漏导；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'Each of the {count} files before has {name} ({expected}) in {usual} rows at least, and this file has none. Check whether the export left it out; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'cell-jump': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '“{columnName}”有一格与上期相差太多',
      en: 'A cell of “{columnName}” differs too much from the period before',
    },
    remedy: {
      zh: '{name}（{key}）：这一期{found}，此前{before}，相差{times}倍。请核对是否多写或少写了位数、用错了单位；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: '{name} ({key}): {found} now, {before} before, {times} times. Check whether digits or a unit are wrong; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'column-misaligned': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '“{columnName}”的数与上期是同一批，次序却不同，像是单独排过序',
      en: 'The numbers of “{columnName}” are those of the period before in another order, as if it had been sorted alone',
    },
    remedy: {
      zh: '这一期依次为{found}，上期为{expected}。请从系统重新导出，不要在表格里单独对一列排序；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'They are {found} now, and were {expected}. Export the table again and never sort one column alone; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'columns-swapped': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '“{columnName}”与“{other}”的数像是互换了',
      en: 'The numbers of “{columnName}” and “{other}” seem to be swapped',
    },
    remedy: {
      zh: '这一期“{columnName}”依次为{found}，上期为{expected}，与“{other}”正好相反。请核对两列的表头；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: '“{columnName}” is {found} now, and was {expected}; with “{other}” it is the reverse. Check both headers; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'figure-jump': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '{table}：“{columnName}”骤增或骤减',
      en: '{table}: “{columnName}” changed abruptly',
    },
    remedy: {
      zh: '{tableRow}为{found}，此前为{before}，相差{times}倍。请核对原始文件；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: '{tableRow} is {found}, previously {before}: {times} times. Check the raw file; if the figure is right, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'figure-unit-slip': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '{table}：“{columnName}”的单位可能弄错',
      en: '{table}: “{columnName}” may be in the wrong unit',
    },
    remedy: {
      zh: '{tableRow}为{found}，此前为{before}，相差约{times}倍，像是把单位错成了“{unit}”。请核对单位；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: '{tableRow} is {found}, previously {before}: about {times} times, as if “{unit}” had been lost or added. Check the unit; if the figure is right, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
} satisfies Record<string, Entry>
