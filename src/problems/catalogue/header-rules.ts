import type { Entry } from './entry.ts'

/** What can be wrong with a header and with the units that it prints. */
export const HEADER_RULES = {
  'header-missing': {
    level: 'error',
    message: {
      zh: '缺少“{columnName}”列',
      en: 'The column “{columnName}” is missing',
    },
    remedy: {
      zh: '可用的表头写法：{expected}。若本部门另有叫法，请写入profile.yaml的columns，如“{id}: 本部门的叫法”。',
      en: 'Accepted spellings: {expected}. If your department uses another, add it to “columns” in profile.yaml, such as “{id}: its header”.',
    },
  },
  'header-unknown': {
    level: 'warning',
    message: {
      zh: '不认识“{columnName}”列，没有使用',
      en: 'The column “{columnName}” is not recognised and was not used',
    },
    remedy: {
      zh: '相近的写法：{expected}。若是其中之一，请在profile.yaml的columns中写明（横排的列写入wide的headers）；若不需要，请写入ignore。',
      en: 'Closest matches: {expected}. If it is one of them, say so in “columns” of profile.yaml (in “headers” of “wide” for a cross-tabulated column); if it is not needed, add it to “ignore”.',
    },
  },
  'header-ambiguous': {
    level: 'error',
    message: {
      zh: '“{columnName}”与“{earlier}”是同一列',
      en: '“{columnName}” and “{earlier}” are the same column',
    },
    remedy: {
      zh: '请只留一列，或在profile.yaml的columns中写明用哪一列，如“{id}: {earlier}”。',
      en: 'Keep only one, or state in “columns” of profile.yaml which to use, such as “{id}: {earlier}”.',
    },
  },
  'header-blank': {
    level: 'error',
    message: {
      zh: '这一列有数据而没有表头',
      en: 'A column with data has no header',
    },
    remedy: {
      zh: '请补上表头，或删去这一列；年鉴一类的表，也可在profile.yaml的columns中按列的字母写明，如“[A]”。',
      en: 'Give it a header, or delete the column; in tables such as those of yearbooks, name it by its letter in “columns” of profile.yaml, such as “[A]”.',
    },
  },
  'header-duplicate': {
    level: 'error',
    message: {
      zh: '表头“{columnName}”重复',
      en: 'The header “{columnName}” occurs twice',
    },
    remedy: {
      zh: '第{earlier}列已是这个表头。请改名或删去一列。',
      en: 'Column {earlier} already has it. Rename or delete one of them.',
    },
  },
  'unit-other': {
    level: 'error',
    message: {
      zh: '“{columnName}”的单位“{unit}”与应有的单位不符',
      en: 'The unit “{unit}” of “{columnName}” is not the expected one',
    },
    remedy: {
      zh: '应为“{expected}”，或它的十、百、千、万、亿倍。请换算后再提交；若所写的并非单位，请在profile.yaml的units中写明这一列的单位。',
      en: 'It should be “{expected}”, or that unit in 十, 百, 千, 万 or 亿. Convert the figures; if this is not a unit, state the unit of the column in “units” of profile.yaml.',
    },
  },
  'unit-scaled': {
    level: 'note',
    message: {
      zh: '“{columnName}”按所写单位“{unit}”换算为“{to}”（×10^{power}）',
      en: '“{columnName}” was converted from the stated unit “{unit}” to “{to}” (×10^{power})',
    },
    remedy: {
      zh: '无须处理。',
      en: 'No action is needed.',
    },
  },
  'unit-undeclared': {
    level: 'error',
    message: {
      zh: '表上写着“单位：{unit}”，不知是否适用于“{columnName}”',
      en: 'The sheet says “unit: {unit}”, but it is not clear whether this applies to “{columnName}”',
    },
    remedy: {
      zh: '请在profile.yaml中写明这一列的单位：适用则写“units: {{id}: {unit}}”，不适用则写“units: {{id}: {expected}}”。',
      en: 'State the unit of this column in profile.yaml: “units: {{id}: {unit}}” if it does, “units: {{id}: {expected}}” if it does not.',
    },
  },
  'profile-constant': {
    level: 'error',
    message: {
      zh: 'profile.yaml中“{columnName}”的固定值不合规定',
      en: 'The constant of “{columnName}” in profile.yaml is not valid',
    },
    remedy: {
      zh: '请核对profile.yaml的constants。',
      en: 'Check “constants” in profile.yaml.',
    },
  },
  'profile-wide': {
    level: 'error',
    message: {
      zh: 'profile.yaml中wide的代码不合规定',
      en: 'A code in “wide” of profile.yaml is not valid',
    },
    remedy: {
      zh: '请核对profile.yaml的wide：每个表头对应的代码须在代码表内。',
      en: 'Check “wide” in profile.yaml: the code of each header must be in the code list.',
    },
  },
  'header-rows-undeclared': {
    level: 'error',
    message: {
      zh: '表头以上还有分组的行，未在profile.yaml中声明',
      en: 'There are rows of column groups above the header that profile.yaml does not declare',
    },
    remedy: {
      zh: '第{row}—{header}行像是{levels}层表头。请只留一行表头；或在profile.yaml中写明headerRows: {levels}，并按“上层|下层”写明各列；若表头以上各行确非表头，请写明skipRows: {skip}。',
      en: 'Rows {row}–{header} look like {levels} header rows. Keep one header row; or state “headerRows: {levels}” in profile.yaml and name columns as “upper|lower”; or state “skipRows: {skip}” if the rows above are not headers.',
    },
  },
  'column-other': {
    level: 'error',
    message: {
      zh: '“{columnName}”一列里几乎全是{what}',
      en: 'Nearly all cells of “{columnName}” are {what}',
    },
    remedy: {
      zh: '像是表头写错、互换，或各列错开了一列（如{found}）。请核对表头与各列的对应；其余各格核对后再逐一检查。',
      en: 'Its header may be wrong or swapped, or the cells shifted by a column ({found}). Check which header belongs to which column; single cells are checked after that.',
    },
  },
  'header-unit-row': {
    level: 'error',
    message: {
      zh: '表头下面另有一行单位',
      en: 'There is a row of units below the header',
    },
    remedy: {
      zh: '第{row}行是单位，不是数据。请把单位写进表头的括号里（如“{example}”），再删去这一行；或在profile.yaml中写明skipBelow: 1，并在units中写明各列的单位。',
      en: 'Row {row} contains units, not data. Write each unit in brackets after its header, such as “{example}”, and delete the row; or state “skipBelow: 1” in profile.yaml and the unit of each column in “units”.',
    },
  },
  'header-second': {
    level: 'error',
    message: {
      zh: '表头下面像是又一行表头',
      en: 'There seems to be a second header row below the header',
    },
    remedy: {
      zh: '第{row}行在应填数字的各列都是文字。请删去这一行，或在profile.yaml中写明skipBelow: 1；若它与上一行合起来才是表头，请写明headerRows: 2，并在columns中按“上层|下层”写明各列。',
      en: 'Row {row} has words in columns of numbers. Delete it, or state “skipBelow: 1” in profile.yaml; if it forms the header together with the row above, state “headerRows: 2” and name the columns as “upper|lower” in “columns”.',
    },
  },
} satisfies Record<string, Entry>
