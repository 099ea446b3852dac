import type { Contract } from 'mingge/contract'

type Column = Contract['columns'][string]

/** What the documents count, in English. Units of measurement are known to every contract. */
const COUNTED = {
  件: { one: 'case', other: 'cases' },
  户: { one: 'household', other: 'households' },
  家: { one: 'organisation', other: 'organisations' },
  个: { one: 'item', other: 'items' },
  项: { one: 'item', other: 'items' },
  次: { one: 'time', other: 'times' },
  条: { one: 'record', other: 'records' },
  份: { one: 'document', other: 'documents' },
  张: { one: 'permit', other: 'permits' },
  所: { one: 'institution', other: 'institutions' },
  名: { one: 'person', other: 'people' },
  辆: { one: 'vehicle', other: 'vehicles' },
  人次: { one: 'person-time', other: 'person-times' },
}

const ledger: Contract = {
  id: 'ledger',
  title: { zh: '文献数字台账', en: 'Ledger of published figures' },
  description: {
    zh: '从五份公开文献中逐条摘录的数字，内容为网格化治理、人口老龄化、排污许可、被征地人员保障等，保留原文的期次、数值、单位和限定词。预测、目标、建议与结果分开记录；“以上”“近”等记为界限或约数。它们说的是别的地方、别的年份，不是本市数据。',
    en: 'Figures taken one by one from five public documents on grid governance, ageing, discharge permits, land-expropriated people and more, with period, value, unit and qualifier as printed. Forecasts, targets and proposals are kept apart from results; “more than” and “nearly” are bounds or approximations. They are about other places and years, not this city.',
  },
  class: 'O',
  frequency: 'occasional',
  keeper: 'editors',
  topic: 'history',
  columns: {
    id: { type: { kind: 'text', max: 8 }, names: { zh: '编号', en: 'No.' }, privacy: 'dimension' },
    topic: {
      type: {
        kind: 'list',
        items: [
          { code: 'ageing', zh: '人口老龄化', en: 'Ageing' },
          { code: 'permit', zh: '排污许可', en: 'Discharge permits' },
          { code: 'throughput', zh: '办理与运行', en: 'Handling and operation' },
          { code: 'satisfaction', zh: '满意度', en: 'Satisfaction' },
          { code: 'other', zh: '其他', en: 'Other' },
        ],
      },
      names: { zh: '主题', en: 'Topic' },
      privacy: 'dimension',
    },
    system: {
      type: { kind: 'text', max: 8 },
      names: { zh: '系统编号', en: 'System' },
      privacy: 'public',
      description: {
        zh: '文献所述系统在本站的编号。',
        en: 'This site’s number for the system that the document describes.',
      },
    },
    place: text('地方', 'Place', {
      zh: '原文所指的地方；括号内表示原文未写明。',
      en: 'Place as the document names it; in brackets where it does not.',
    }),
    indicator_zh: text('指标', 'Indicator (Chinese)'),
    indicator_en: text('指标（英文）', 'Indicator'),
    stated_period: text('期次', 'Period as stated', {
      zh: '照原文；斜杠表示起止。',
      en: 'As stated; a slash separates start and end.',
    }),
    year: {
      type: { kind: 'year' },
      names: { zh: '年份', en: 'Year' },
      privacy: 'public',
      optional: true,
      description: {
        zh: '期次只涉及一个年份时填写，供作图用。',
        en: 'If the period is within one year; used for charts.',
      },
    },
    value: text('原文数值', 'Value as stated'),
    unit: text('原文单位', 'Unit as stated'),
    number: amount('数值', 'Number', {
      zh: '折算为基本单位后的单个数值；区间和号码留空。',
      en: 'Single value in the base unit; blank for ranges and identifiers.',
    }),
    number_low: amount('区间下限', 'Lower end'),
    number_high: amount('区间上限', 'Upper end'),
    unit_base: text('基本单位', 'Base unit'),
    qualifier: text('原文限定词', 'Qualifier as stated'),
    nature: {
      type: {
        kind: 'list',
        items: [
          { code: 'result', zh: '结果或现状', en: 'Result or state' },
          { code: 'forecast', zh: '预测', en: 'Forecast' },
          { code: 'target', zh: '目标', en: 'Target' },
          { code: 'proposal', zh: '建议或拟议', en: 'Proposal' },
          { code: 'definition', zh: '定义或规定', en: 'Definition or rule', also: ['定义'] },
          { code: 'benchmark', zh: '参照值', en: 'Benchmark' },
          { code: 'bound-low', zh: '不低于', en: 'Lower bound' },
          { code: 'bound-high', zh: '不高于', en: 'Upper bound' },
          { code: 'approximate', zh: '约数', en: 'Approximate' },
          { code: 'identifier', zh: '号码', en: 'Identifier' },
        ],
      },
      names: { zh: '性质', en: 'Nature' },
      privacy: 'dimension',
      description: {
        zh: '由限定词判定。只有“结果或现状”可以画成实心点。',
        en: 'Determined from the qualifier. Only a result or state may be drawn as a solid mark.',
      },
    },
    bound: {
      type: {
        kind: 'list',
        items: [
          { code: 'exact', zh: '确数', en: 'Exact' },
          { code: 'low', zh: '不低于', en: 'At least' },
          { code: 'high', zh: '不高于', en: 'At most' },
          { code: 'approximate', zh: '约数', en: 'About' },
          { code: 'range', zh: '区间', en: 'Range' },
        ],
      },
      names: { zh: '界限', en: 'Bound' },
      privacy: 'dimension',
      description: {
        zh: '数值本身是确数、界限还是约数，与性质无关：目标也可以是“80%以上”。',
        en: 'Whether the value is exact, a bound or approximate, whatever its nature: a target may be “80% or more”.',
      },
    },
    document: {
      type: {
        kind: 'list',
        items: [
          {
            code: 'd1',
            zh: '文献一：南京老龄化、排污许可与北京网格化文稿',
            en: 'Document 1: Nanjing’s ageing and permits, Beijing’s grids',
            also: ['文献一'],
          },
          {
            code: 'd2',
            zh: '文献二：社区网格与城镇化文稿',
            en: 'Document 2: community grids and urbanisation',
            also: ['文献二'],
          },
          {
            code: 'd3',
            zh: '文献三：网格化研究与街镇实践',
            en: 'Document 3: studies of grid governance and town practice',
            also: ['文献三'],
          },
          {
            code: 'd4',
            zh: '文献四：隐患自报、公共服务与行政审批文稿',
            en: 'Document 4: hazard self-reporting, public services, approvals',
            also: ['文献四'],
          },
          {
            code: 'd5',
            zh: '文献五：社会管理创新试点综述',
            en: 'Document 5: review of social-management pilots',
            also: ['文献五'],
          },
        ],
      },
      names: { zh: '文献', en: 'Document' },
      privacy: 'dimension',
    },
    section: text('篇章', 'Section'),
    note_zh: text('说明', 'Note (Chinese)'),
    note_en: text('说明（英文）', 'Note'),
  },
  key: ['id'],
  rules: [
    { kind: 'at-most', a: 'number_low', b: 'number_high' },
    // A figure that is neither a range nor an identifier is a number.
    {
      kind: 'requires',
      column: 'number',
      when: [
        { column: 'bound', not: 'range' },
        { column: 'nature', not: 'identifier' },
      ],
    },
    { kind: 'starts-with', a: 'stated_period', b: 'year' },
    { kind: 'requires', column: 'number_high', when: [{ column: 'bound', is: 'range' }] },
    { kind: 'forbids', column: 'number', when: [{ column: 'bound', is: 'range' }] },
    { kind: 'forbids', column: 'number', when: [{ column: 'nature', is: 'identifier' }] },
  ],
  statuses: [
    { where: [[{ column: 'nature', is: 'forecast' }]], status: 'forecast' },
    { where: [[{ column: 'nature', not: 'forecast' }]], status: 'reported' },
  ],
  tables: {
    figures: {
      title: { zh: '文献数字', en: 'Published figures' },
      kind: 'register',
      dimensions: [{ column: 'id' }],
      attributes: [
        'topic',
        'system',
        'place',
        'indicator_zh',
        'indicator_en',
        'stated_period',
        'year',
        'value',
        'unit',
        'unit_base',
        'qualifier',
        'nature',
        'bound',
        'document',
        'section',
        'note_zh',
        'note_en',
      ],
      measures: {
        number: {
          names: { zh: '数值', en: 'Number' },
          unit: '',
          decimals: 2,
          description: { zh: '单位见“基本单位”。', en: 'Its unit is in “Base unit”.' },
          take: 'number',
          units: { column: 'unit_base', words: COUNTED },
          bounds: { column: 'bound', low: 'low', high: 'high', about: 'approximate' },
        },
        number_low: { names: { zh: '区间下限', en: 'Lower end' }, unit: '', decimals: 2, take: 'number_low' },
        number_high: { names: { zh: '区间上限', en: 'Upper end' }, unit: '', decimals: 2, take: 'number_high' },
      },
    },
  },
  // Topics choose what they show of it; a list of all would say nothing in a bulletin.
  presentation: { rooms: [] },
  synonyms: ['台账', '文献', '历史数据', '南京', '北京', '朝阳', '被征地', '预期寿命'],
}

export default ledger

function text(zh: string, en: string, description?: { zh: string; en: string }): Column {
  const base: Column = { type: { kind: 'text', max: 200 }, names: { zh, en }, privacy: 'public', optional: true }
  return description ? { ...base, description } : base
}

function amount(zh: string, en: string, description?: { zh: string; en: string }): Column {
  const base: Column = { type: { kind: 'number' }, names: { zh, en }, privacy: 'count', optional: true }
  return description ? { ...base, description } : base
}
