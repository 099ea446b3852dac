import type { Entry } from './entry.ts'

/** How a sheet answers to its contract and profile: whose word counts for a header, a unit, a sheet. */
export const LAYOUT_RULES = {
  'unit-contradiction': {
    level: 'error',
    message: {
      zh: '“{columnName}”的表头写单位“{unit}”，profile.yaml的units写“{declared}”',
      en: 'The header of “{columnName}” states the unit “{unit}”, but “units” in profile.yaml says “{declared}”',
    },
    remedy: {
      zh: '请核对数字按哪个单位计，把另一处改成一致；units里的这一行可以删去，单位以表头为准。',
      en: 'Check which unit the figures are in, and correct the other statement. If the line in “units” is deleted, the header applies.',
    },
  },
  'unit-unknown': {
    level: 'error',
    message: {
      zh: '表上写着“单位：{unit}”，没有一列是按它计的',
      en: 'The sheet says “unit: {unit}”, but no column uses it',
    },
    remedy: {
      zh: '各列应按{expected}计。若数字确按“{unit}”计，请换算后再提交；若是写错，请改正；若它与这些数字无关，请在profile.yaml中写明各列的单位：{units}',
      en: 'The columns use {expected}. Convert the figures if they are in “{unit}”; correct the unit if it is wrong; if it does not refer to these figures, state the unit of each column in profile.yaml: {units}',
    },
  },
  'units-mixed': {
    level: 'error',
    message: {
      zh: '“{columnName}”的名称里写着不同的单位，而数在同一列',
      en: 'The names in “{columnName}” state different units, but their numbers share a column',
    },
    remedy: {
      zh: '名称里的单位：{units}。请换算成同一单位，把单位移到表头；若各行本来就按各自的单位计，请在profile.yaml中写明rowUnits: {column: "{columnName}"}（加上into: 单位，则单位另成一列），数据约定中数值列不写unit。',
      en: 'Units in the names: {units}. Convert the numbers to one unit and state it in the header; if the rows are counted in units of their own, state rowUnits: {column: "{columnName}"} in profile.yaml (with “into: unit” for a column of the units), and no unit for the numbers in the contract.',
    },
  },
  'row-units-parted': {
    level: 'note',
    message: {
      zh: '“{columnName}”名称后面的单位另成一列',
      en: 'The units after the names in “{columnName}” were moved to a column of their own',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'rows-ignored': {
    level: 'note',
    message: {
      zh: '按profile.yaml，{count}行不作数据',
      en: 'As profile.yaml says, {count} rows are not data',
    },
    remedy: {
      zh: '请看一眼其中有无应读取的内容；没有则无须处理。',
      en: 'Check whether any of it should have been read; if not, no action is needed.',
    },
  },
  'rows-grouped': {
    level: 'note',
    message: {
      zh: '只有名称的{count}行，作下面各行的“{columnName}”',
      en: '{count} rows with nothing but a name fill “{columnName}” of the rows below them',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'header-missing-wide': {
    level: 'error',
    message: {
      zh: '横排的“{columnName}”列缺失',
      en: 'The cross-tabulated column “{columnName}” is missing',
    },
    remedy: {
      zh: '可用的表头写法：{expected}。若表头另有叫法，请在profile.yaml中写明，并把例中的“本表的叫法”换成它：wide: {into: {into}, value: {value}, headers: {"本表的叫法": "{code}"}}',
      en: 'Accepted spellings: {expected}. If the header uses another, state it in profile.yaml in place of “this header”: wide: {into: {into}, value: {value}, headers: {"this header": "{code}"}}',
    },
  },
  'header-wide-twice': {
    level: 'error',
    message: {
      zh: '“{columnName}”与“{earlier}”是横排的同一项',
      en: '“{columnName}” and “{earlier}” are columns of the same value',
    },
    remedy: {
      zh: '请只留一列，或把不用的表头写入profile.yaml的ignore。',
      en: 'Keep only one, or add the other header to “ignore” in profile.yaml.',
    },
  },
  'header-passed-over': {
    level: 'note',
    message: {
      zh: '“{columnName}”没有使用，profile.yaml写明用“{chosen}”',
      en: '“{columnName}” was not used: profile.yaml names “{chosen}” for its column',
    },
    remedy: {
      zh: '无须处理。',
      en: 'No action is needed.',
    },
  },
  'header-traditional': {
    level: 'note',
    message: {
      zh: '繁体表头“{columnName}”按“{name}”读取',
      en: 'The header “{columnName}” in traditional characters was read as “{name}”',
    },
    remedy: {
      zh: '无须处理；内容照录原文。',
      en: 'No action is needed; the cells are kept as they are.',
    },
  },
  'profile-header-absent': {
    level: 'error',
    message: {
      zh: 'profile.yaml的{key}写着“{columnName}”，表中没有这个表头',
      en: '“{key}” of profile.yaml names “{columnName}”, but the sheet has no such header',
    },
    remedy: {
      zh: '相近的表头：{near}。请把{key}改成表中的写法；用不着的请删去。',
      en: 'Closest matches: {near}. Write it in {key} as the sheet does, or delete it there.',
    },
  },
  'profile-constant-other': {
    level: 'error',
    message: {
      zh: 'profile.yaml给“{columnName}”定了固定值，而文件里另有数',
      en: 'profile.yaml gives “{columnName}” a constant, but the file differs',
    },
    remedy: {
      zh: '固定值为“{expected}”，第{row}行写“{found}”。请从profile.yaml的constants中删去它，或删去文件中的这一列。',
      en: 'The constant is “{expected}”, but row {row} says “{found}”. Delete it from “constants” of profile.yaml, or delete the column from the file.',
    },
  },
  'delimiter-unknown': {
    level: 'error',
    message: {
      zh: '各列用{mark}隔开，连成了一格',
      en: 'All columns are in one cell, separated by {mark}',
    },
    remedy: {
      zh: '请在表格软件中按此符号“分列”，再另存为“CSV UTF-8（逗号分隔）”或.xlsx后提交。',
      en: 'Split the columns in a spreadsheet (“Text to Columns”), and save it as “CSV UTF-8 (comma delimited)” or .xlsx.',
    },
  },
  'sheet-several': {
    level: 'error',
    message: {
      zh: '几张工作表都具备全部的列，不知该读哪一张',
      en: 'Several sheets have all the columns, and it is not clear which to read',
    },
    remedy: {
      zh: '现有：{found}。若只发布其中一张，请删去其余，或在profile.yaml中写明sheet；若合起来才是全部，请依次命名为“{expected}”“{expected}（续）”“{expected}（续2）”。',
      en: 'They are: {found}. To publish one, delete the others or set “sheet” in profile.yaml; if they are parts of one table, name them “{expected}”, “{expected}（续）”, “{expected}（续2）”.',
    },
  },
  'sheet-continued': {
    level: 'error',
    message: {
      zh: '这张工作表像是“{first}”的续表，却没有同样的表头',
      en: 'This sheet seems to continue “{first}”, but it lacks its header',
    },
    remedy: {
      zh: '请补上与“{first}”相同的表头；若不是续表，请改名或删去。',
      en: 'Give it the same header as “{first}”; rename or delete it if it is not a continuation.',
    },
  },
  'sheets-joined': {
    level: 'note',
    message: {
      zh: '{count}张工作表合为一表读取',
      en: '{count} sheets were read as one',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
} satisfies Record<string, Entry>
