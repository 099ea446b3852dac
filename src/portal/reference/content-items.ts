import type { ItemWords } from './item-words.ts'
import { OFFICE_ITEMS } from './office-items.ts'

/** Meanings of the items of `profile.yaml`. */
export const PROFILE_ITEMS: ItemWords = {
  sheet: [
    '要读的工作表；不写则为唯一的或与数据集同名的一张。',
    'Worksheet to read; by default the only sheet or the sheet named like the dataset.',
  ],
  delimiter: ['分隔符；不写则由表头判断。', 'Delimiter; taken from the header by default.'],
  headerRows: ['表头有几行；默认 1。', 'Number of header rows; 1 by default.'],
  skipRows: [
    '表头以上有几行，空行也算；不写则按表头查找。',
    'Rows above the header, blank rows too; found by the header by default.',
  ],
  skipBelow: [
    '表头下面不作数据的行数：栏号、单位、外文名称等；默认 0。',
    'Rows below the header that are not data: column numbers, units, names in another language; 0 by default.',
  ],
  ignoreRows: [
    '不作数据的行以什么开头（看第一个有字的单元格）；不写则没有。',
    'How rows that are not data begin, by their first filled cell; none by default.',
  ],
  groupRows: [
    '只有名称的行是下面各行的组名：给组名另立一列，这是它的表头；不写则没有。',
    'Rows with nothing but a name are the group of the rows below them: header of a new column for the names of groups; none by default.',
  ],
  columns: [
    '列的编号 → 本文件的表头；空白的表头写列的字母，如“[A]”。',
    'Id of a column → its header in this file; a blank header by its letter, such as “[A]”.',
  ],
  ignore: ['知道而不用的表头；不写则没有。', 'Headers that are known and not used; none by default.'],
  wide: [
    '横排的列转成行；不写则没有横排的列。',
    'Turns columns laid out across into rows; no such columns by default.',
  ],
  'wide.into': ['表头的代码写入哪一列。', 'Column that receives the code of the header.'],
  'wide.value': ['单元格写入哪一列。', 'Column that receives the cell.'],
  'wide.headers': ['表头 → 代码。', 'Header → code.'],
  'wide.total': ['合计列，用来核对；不写则没有。', 'Column of totals, used as a check; none by default.'],
  constants: ['每行都有的固定值；不写则没有。', 'Values that every row gets; none by default.'],
  units: ['列的编号 → 文件所用的单位。', 'Id of a column → unit that the file prints.'],
  rowUnits: [
    '各行按各自的单位计，单位写在名称后面；不写则没有。',
    'Rows are counted in units of their own, printed after their names; by default they are not.',
  ],
  'rowUnits.column': ['写名称的列，按表头。', 'Column of the names, by its header.'],
  'rowUnits.into': [
    '单位另成一列时，新列的表头；不写则单位留在名称里。',
    'Header of a new column for the units; by default they stay in the names.',
  ],
  missing: ['表示没有值的字样，通常的几种之外。', 'Marks of a missing value, in addition to the default marks.'],
  dayFirst: ['true：03/10/2026 是10月3日；默认 false。', 'true: 03/10/2026 is 3 October; false by default.'],
  fillDown: ['空白等于上一格的列；不写则没有。', 'Columns whose blanks repeat the cell above; none by default.'],
  totals: ['合计行的其他叫法；不写则没有。', 'Other labels of total rows; none by default.'],
  records: [
    '名称像合计、其实是记录的行；不写则没有。',
    'Labels of rows that are records although they look like totals; none by default.',
  ],
}

/** Meanings of the items of `content/site.yaml`. */
export const SITE_ITEMS: ItemWords = {
  title: ['网站名称。', 'Name of the site.'],
  description: ['一句话说明，见于首页和搜索引擎。', 'One sentence, for the front page and search engines.'],
  area: ['句子里的地名。', 'The place as it is named in sentences.'],
  city: [
    '最上级地区在 places.csv 中的代码；没有地区则不写。',
    'Code of the top place in places.csv; leave out without places.',
  ],
  url: [
    '对外地址，不带路径；不写则元数据中没有地址。',
    'Public address without a path; by default metadata has no address.',
  ],
  publisher: ['主办单位。', 'The publisher.'],
  signer: [
    '对发布负责的岗位，写入发布记录；不写则为主办单位。',
    'The role responsible for releases, recorded in their log; by default the publisher.',
  ],
  today: [
    '按哪一天判断文件是否逾期；不写则为运行当天。',
    'Day on which it is decided what is overdue; by default the day of the run.',
  ],
  demonstration: [
    '数字为虚构时每页标明；不写则为真实数据。',
    'Marks every page as showing invented figures; by default the figures are real.',
  ],
  'demonstration.label': ['简短的标记。', 'A short mark.'],
  'demonstration.sentence': ['完整的一句。', 'A whole sentence.'],
  datasets: ['个别数据集与网站的不同之处，以编号为键。', 'What differs for a dataset, by id.'],
  'datasets.*.publisher': ['发布者；不写则同网站。', 'Publisher; that of the site by default.'],
  'datasets.*.licence': ['许可；不写则同网站。', 'Licence; that of the site by default.'],
  'datasets.*.real': [
    'true：示范网站中的真实数据；默认 false。',
    'true: real data on a demonstration site; false by default.',
  ],
  'datasets.*.description': [
    '数据集的说明：谁、怎样得来；不写则同数据约定。',
    'What the dataset is: who made it and how; that of the contract by default.',
  ],
  'datasets.*.shown': [
    'false：网站上不出现此数据集；默认 true。',
    'false: the site does not show this dataset; true by default.',
  ],
  licence: ['数据的使用许可。', 'Licence of the data.'],
  'licence.name': ['许可的名称。', 'Name of the licence.'],
  'licence.url': ['许可的网址。', 'Address of the licence.'],
  moved: [
    '曾经有页面的地址；打开后说明去向。不写则没有。',
    'Addresses of former pages, which now say where their content has gone; none by default.',
  ],
  'moved[].from': ['旧地址，站内路径。', 'The old address, a path of the site.'],
  'moved[].to': ['新地址，站内路径。', 'The new address, a path of the site.'],
  'moved[].on': ['迁移日期。', 'Day of the move.'],
  'moved[].title': ['旧页面的名称。', 'Name of what was there.'],
  'moved[].because': ['原因，一句话；不写则不说明。', 'Why, as a sentence; not stated by default.'],
  retiredFigures: [
    '不再制作的图；它的地址（/f/…/、/embed/…/）说明去向。不写则没有。',
    'Figures that are no longer made; their addresses (/f/…/, /embed/…/) say what came of them; none by default.',
  ],
  'retiredFigures[].id': ['图的编号，即地址中的一段。', 'Id of the figure, as in its address.'],
  'retiredFigures[].on': ['自哪天起不再制作。', 'Since which day it is no longer made.'],
  'retiredFigures[].title': ['图的标题。', 'Title of the figure.'],
  'retiredFigures[].to': ['取代它的图的编号；不写则没有。', 'Id of the figure that took its place; none by default.'],
  'retiredFigures[].because': ['原因，一句话；不写则不说明。', 'Why, as a sentence; not stated by default.'],
  ...OFFICE_ITEMS,
  footer: ['页脚中其余各项，原样显示。', 'Further items of the footer, shown as given.'],
  'footer[].label': ['名目。', 'Label.'],
  'footer[].text': ['文字；可不写。', 'Text; may be left out.'],
  'footer[].url': ['链接；不写则没有。', 'Link; none by default.'],
  topics: ['专题的次序，每个在 content/topics/ 中有文件夹。', 'Topics in order; each has a folder in content/topics/.'],
}

export const EVENT_ITEMS: ItemWords = {
  '[].period': ['在哪一期。', 'Period it belongs to.'],
  '[].kind': ['event 事件；break 口径变化。', 'event, or break in the method.'],
  '[].datasets': ['涉及的数据集。', 'Datasets that it concerns.'],
  '[].places': ['只涉及这些地区；不写则全部。', 'Only these places; all by default.'],
  '[].label': ['写在线旁的话。', 'Label beside the line.'],
}

export const SYNONYM_ITEMS: ItemWords = {
  '[].id': ['这一组的编号。', 'Id of the group.'],
  '[].zh': ['同义的中文词。', 'Chinese words of one meaning.'],
  '[].en': ['同义的英文词；不写则没有。', 'English words of that meaning; none by default.'],
}

/** Meanings of the columns of the lists that a publisher keeps as CSV. */
export const LIST_COLUMNS = {
  places: {
    code: ['代码，区划代码或自定。', 'Code: a division code or a code of your own.', 'text', '990301'],
    name_zh: ['中文名。', 'Chinese name.', 'text', '临月区'],
    name_en: ['英文名。', 'English name.', 'text', 'Linyue District'],
    level: ['级别，如 city、district。', 'Level, such as city or district.', 'text', 'district'],
    parent: ['上级地区的代码；最上级空白。', 'Code of the place above; blank at the top.', 'optional', '990300'],
    from: ['设立之日；空白表示一向就有。', 'First day; blank: always.', 'optional', '2014-01-01'],
    to: ['撤销前最后一日；空白表示至今。', 'Last day; blank: to this day.', 'optional', ''],
    successor: ['撤销后并入的地区。', 'Place that it became part of.', 'optional', ''],
    aliases: [
      '文件里的其他写法，用 | 分隔。',
      'Other spellings in files, separated by |.',
      'optional',
      '临月|临月新区',
    ],
    tile_column: [
      '格子地图的列，从0起；空白则不画。',
      'Column of the tile map, from 0; blank: not drawn.',
      'optional',
      '0',
    ],
    tile_row: ['格子地图的行，从0起。', 'Row of the tile map, from 0.', 'optional', '1'],
  },
  departments: {
    id: ['编号，数据约定的 keeper 用它。', 'Id, as keeper of a contract names it.', 'text', 'civil-affairs'],
    name_zh: ['中文名。', 'Chinese name.', 'text', '望舒市民政局'],
    name_en: ['英文名。', 'English name.', 'text', 'Wangshu Civil Affairs Bureau'],
    aliases: ['其他写法，用 | 分隔。', 'Other spellings, separated by |.', 'optional', '市民政局'],
    places: ['所管地区的代码，用 | 分隔。', 'Codes of its places, separated by |.', 'optional', '990300'],
    phones: [
      '可以公开的办公电话和热线，用 | 分隔；公开的文字里只许出现这些电话。',
      'Office telephones and hotlines that are public, separated by |: published texts may hold no others.',
      'optional',
      '12345|12320',
    ],
  },
  holidays: {
    date: ['日期。', 'The day.', 'text', '2026-10-01'],
    kind: [
      'rest：放假的工作日；work：上班的周末。',
      'rest: a weekday off; work: a weekend working day.',
      'text',
      'rest',
    ],
    name: ['节日名称。', 'Name of the holiday.', 'text', '国庆节'],
  },
  exceptions: {
    rule: ['核准为例外的规则。', 'Rule to which the exception applies.', 'text', 'figure-jump'],
    dataset: ['数据集。', 'The dataset.', 'text', 'assistance'],
    period: ['哪一期或哪个文件；空白则全部。', 'Period or file; blank: all.', 'optional', '2026-10'],
    key: [
      '地区或一行的主键，空白则全部；核准原始文件中的个人信息时，照提示写“行/列/摘要”。',
      'Place or key of a row, blank: all; for personal data in a raw file “row/column/hash”, as the message prints it.',
      'optional',
      '990301',
    ],
    reason: ['原因，会公布。', 'The reason, which is published.', 'text', '区划调整，已核对'],
    until: ['有效到哪一日。', 'Last day on which it applies.', 'text', '2027-12-31'],
    owner: [
      '责任人；核准疑似个人信息时必填。',
      'Who is responsible for it; required where personal data might be published.',
      'optional',
      '数据科',
    ],
  },
} as const
