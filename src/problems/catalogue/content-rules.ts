import type { Entry } from './entry.ts'

/** What can be wrong with the words of a portal: `site.yaml`, `events.yaml`, topics and pages. */
export const CONTENT_RULES = {
  'content-file-missing': {
    level: 'error',
    message: { zh: '缺少这个文件', en: 'This file is missing' },
    remedy: { zh: '请补上。', en: 'Add it.' },
  },
  'content-yaml': {
    level: 'error',
    message: { zh: '第{row}行写得不对', en: 'Line {row} cannot be understood' },
    remedy: {
      zh: '请核对：冒号用半角“:”，后面空一格；缩进只用空格，同一层对齐；同一个键不写两次；引号和括号成对。',
      en: 'Check that each colon is the ASCII “:” with a space after it, that indents are spaces and line up, that no key occurs twice, and that quotes and brackets are closed.',
    },
  },
  'content-mdx': {
    level: 'error',
    message: { zh: '第{row}行的正文无法解析', en: 'The text cannot be parsed at line {row}' },
    remedy: {
      zh: '解析程序的说明：{found}。请核对标签是否成对；正文中的“<”写作&lt;，“{”写作\\{。',
      en: 'The parser says: {found}. Check that tags are closed; write “<” in a text as &lt; and “{” as \\{.',
    },
  },
  'content-personal': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '公开的文字里有{kinds}',
      en: 'A text that is published contains personal data: {kinds}',
    },
    remedy: {
      zh: '号码在此已遮盖。请删去；可以公开的办公电话和热线，写入departments.csv的phones一列；确非个人信息的，在exceptions.csv中写明原因、责任人和截止日，key写作{key}。',
      en: 'It is masked in this message. Delete it; if it is the public telephone of an office, list it in the column phones of departments.csv; if it is not personal data, list it as an exception in exceptions.csv, with the key {key}, a reason, an owner and an end date.',
    },
  },
  'portal-personal': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '“{columnName}”会公开，里面有{kinds}',
      en: '“{columnName}” would be published but contains personal data: {kinds}',
    },
    remedy: {
      zh: '号码在此已遮盖。请从{columnName}中删去；可以公开的办公电话和热线，写入departments.csv的phones一列；确非个人信息的，在exceptions.csv中写明原因、责任人和截止日，key写作{key}。',
      en: 'It is masked in this message. Delete it from {columnName}; if it is the public telephone of an office, list it in the column phones of departments.csv; if it is not personal data, list it as an exception in exceptions.csv, with the key {key}, a reason, an owner and an end date.',
    },
  },
  'content-sealed': {
    level: 'error',
    message: {
      zh: '看不到文件里的文字（{found}），无法确认没有个人信息',
      en: 'A file of this kind ({found}) cannot be read, so it was not checked for personal data',
    },
    remedy: {
      zh: '请改为文字、表格或PNG、JPEG、WebP图片放进content/；PDF、办公文档和压缩包里可能有看不见的文字层和批注，不予公开。',
      en: 'Put text, a table or a PNG, JPEG or WebP picture into content/ instead. PDF, office documents and archives may hold hidden layers and comments, and are not published.',
    },
  },
  'site-personal': {
    level: 'error',
    message: {
      zh: '生成的网站里有{kinds}',
      en: 'The built site contains personal data: {kinds}',
    },
    remedy: {
      zh: '网站没有替换。请找出这段文字出自哪个文件（数据或content/），删去后重新生成；确非个人信息的，在exceptions.csv中以content-personal写明，key写作{key}。',
      en: 'The site was not replaced. Find the file of data/ or content/ that it comes from, delete it there and build again; if it is not personal data, list it as an exception to content-personal in exceptions.csv, with the key {key}.',
    },
  },
  'content-head-missing': {
    level: 'error',
    message: { zh: '文件开头没有用---括起的说明', en: 'The file does not begin with frontmatter (---)' },
    remedy: {
      zh: '请在开头写明title（标题）和summary（一句话摘要）。',
      en: 'Begin the file with a title and a summary between two lines of ---.',
    },
  },
  'content-key-missing': {
    level: 'error',
    message: { zh: '缺少“{columnName}”', en: '“{columnName}” is missing' },
    remedy: { zh: '请补上这一项。', en: 'Add it.' },
  },
  'content-key-unknown': {
    level: 'error',
    message: { zh: '没有“{columnName}”这一项', en: 'There is no setting “{columnName}”' },
    remedy: {
      zh: '请改为：{expected}；用不着的请删去。',
      en: 'It should be one of: {expected}. Delete it if it is not needed.',
    },
  },
  'content-invalid': {
    level: 'error',
    message: { zh: '“{columnName}”不合规定', en: '“{columnName}” is not valid' },
    remedy: { zh: '原因：{reason}。请改正。', en: 'Reason: {reason}. Correct it.' },
  },
  'content-name-unknown': {
    level: 'error',
    message: {
      zh: '“{columnName}”写着“{found}”，但没有这个{kind}',
      en: '“{columnName}” says “{found}”, but there is no such {kind}',
    },
    remedy: { zh: '相近的有：{expected}。请改正。', en: 'Closest matches: {expected}. Correct it.' },
  },
  'content-unpublished': {
    level: 'error',
    message: {
      zh: '“{columnName}”要用表{found}，而它还没有发布',
      en: '“{columnName}” uses the table {found}, which has not been published',
    },
    remedy: {
      zh: '请先发布这张表，或删去用到它的这一项。',
      en: 'Publish the table first, or remove the item that uses it.',
    },
  },
  'content-row-missing': {
    level: 'error',
    message: {
      zh: '“{columnName}”要找{found}，已发布的数据里没有这样的行',
      en: '“{columnName}” asks for {found}; the published data have no such row',
    },
    remedy: {
      zh: '请对照已发布的文件改正，或删去这一项。',
      en: 'Compare it with the published files and correct it, or remove the item.',
    },
  },
  'content-rows-several': {
    level: 'error',
    message: {
      zh: '“{columnName}”要找{found}，已发布的数据里不止一行',
      en: '“{columnName}” asks for {found}; the published data have more than one such row',
    },
    remedy: {
      zh: '句中的数字只能取自一行。请再写明一项，如编号或年份。',
      en: 'A number in a sentence is one cell. Name another column too, such as the number or the year of the row.',
    },
  },
  'formality-missing': {
    level: 'error',
    message: {
      zh: '{found}是政府网站的地址，site.yaml没有写{item}',
      en: '{found} is an address of a government site, and site.yaml does not state: {item}',
    },
    remedy: {
      zh: '请在formalities中写明（{columnName}）。政府网站上线前须有开办审批、党政机关网站标识、网站标识码、ICP备案和公安备案（国办发〔2017〕47号）。',
      en: 'State it ({columnName}). A government site needs approval, mark, site code, ICP filing and police filing before it opens.',
    },
  },
  'formality-wanting': {
    level: 'warning',
    message: {
      zh: '政府网站的页脚通常有{item}，site.yaml没有写',
      en: 'Footers of government sites usually have this, and site.yaml does not state it: {item}',
    },
    remedy: { zh: '有的请写在{columnName}。', en: 'State it in {columnName} if there is one.' },
  },
  'content-component': {
    level: 'error',
    message: { zh: '没有叫“{found}”的组件', en: 'There is no component called “{found}”' },
    remedy: { zh: '可用的有：{expected}。请改正。', en: 'Use one of: {expected}.' },
  },
  'content-binding': {
    level: 'error',
    message: {
      zh: '{component}写着“{found}”，取不到数：{reason}',
      en: '{component} says “{found}”, which gives no number: {reason}',
    },
    remedy: {
      zh: '最近的写法：{expected}。npm run trace可查一个地址的数从哪里来。',
      en: 'Closest: {expected}. npm run trace shows where the number of an address comes from.',
    },
  },
  'content-typed-number': {
    level: 'error',
    message: {
      zh: '正文里有手写的数字“{found}”，数据更正时它不会跟着变',
      en: 'The text has a number typed by hand, “{found}”, which would not change with the data',
    },
    remedy: {
      zh: '请改为引用数据：{expected}。日期、文号、标准号不受限制；确实不是数据的说法，写进notFigures。',
      en: 'Bind it to the data: {expected}. Dates and numbers of documents and standards are free; list a phrase that is not a figure under notFigures.',
    },
  },
  'content-number-stated': {
    level: 'error',
    message: {
      zh: '“{columnName}”里写着数字“{found}”，数据更正时它不会跟着变',
      en: '“{columnName}” states the number “{found}”, which would not change with the data',
    },
    remedy: {
      zh: '请换成不写数字的说法，数字由数据集公布（同样的数：{expected}）；确实不是数据的，写进notFigures。',
      en: 'Say it without the number, which a dataset is to publish (the same number: {expected}). List a phrase that is not a figure under notFigures.',
    },
  },
  'content-typed-direction': {
    level: 'error',
    message: {
      zh: '正文里手写了“{found}”，能不能这样说，要由数据和比较的规则决定',
      en: 'The text says “{found}”, which only the data and the rule of comparison may say',
    },
    remedy: {
      zh: '请改为：{expected}。不是说数据的，写进notFigures。规则见网站的算法页。',
      en: 'Use {expected} instead. List a phrase that says nothing of the data under notFigures. The page of methods has the rule.',
    },
  },
  'content-phrase-stale': {
    level: 'error',
    message: {
      zh: 'notFigures里的“{found}”在正文里没有',
      en: '“{found}” in notFigures does not occur in the text',
    },
    remedy: { zh: '请删去。', en: 'Remove it.' },
  },
} satisfies Record<string, Entry>
