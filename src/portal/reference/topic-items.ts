import type { ItemWords } from './item-words.ts'

/** Meanings of the items of a figure, in a contract and in the frontmatter of a topic. */
export const FIGURE_ITEMS: ItemWords = {
  id: ['图的编号，也是下载文件的名字。', 'Id of the figure, and name of its downloads.'],
  kind: ['图的种类。', 'Kind of chart.'],
  dataset: ['数据集；在数据约定中不写。', 'The dataset; left out in a contract.'],
  table: ['表。', 'The table.'],
  title: ['标题；不写则由数字写成。', 'Title; by default made of the numbers.'],
  measure: ['指标。', 'The measure.'],
  measures: ['几个指标，各为一部分。', 'Measures, one for each part.'],
  over: ['横轴的维度；折线和堆叠图默认为 period。', 'Dimension on the axis; period by default in lines and stacks.'],
  series: ['每个值一条线的维度；不写则只有一条。', 'Dimension with a line for each value; one line by default.'],
  only: ['取哪些值，依此次序；不写则全取。', 'Values to show, in this order; all by default.'],
  where: [
    '其他维度的固定值；地区不写则为本页的地区。',
    'Fixed values of other dimensions; the place of the page by default.',
  ],
  from: ['横轴起点；不写则从头。', 'Start of the axis; the first by default.'],
  to: ['横轴终点；不写则到最新。', 'End of the axis; the newest by default.'],
  labels: ['代码 → 图上的文字；不写则用名称。', 'Code → words in the chart; the names by default.'],
  note: ['图下的说明；不写则没有。', 'Note below the figure; none by default.'],
  names: ['图的指标叫什么；不写则用指标的名称。', 'What the measure is called here; its own name by default.'],
  decimals: ['小数位数；不写则同指标。', 'Decimal places; those of the measure by default.'],
  period: ['期次的说法；不写则由数据写成。', 'The period in words; made of the data by default.'],
  values: [
    '标题、说明和标注中用花括号引用的数：{share} 带单位，{share.number} 只有数字，{share.year} 是那一行的另一列；不写则没有。',
    'Numbers that title, note and marks name in braces: {share} with its unit, {share.number} alone, {share.year} another column of its row; none by default.',
  ],
  ...listValueItems('values'),
  when: [
    '标题和说明成立的条件，不成立就不印；不写则总印。',
    'What must be true for title and note to be printed; always printed by default.',
  ],
  'when[].value': ['哪个数。', 'Which value.'],
  'when[].below': ['须小于的数；不写则不比。', 'A value or a number that it must be below; not compared by default.'],
  'when[].above': ['须大于的数；不写则不比。', 'A value or a number that it must be above; not compared by default.'],
  zero: [
    'false：纵轴不必从零起；不写则从零起，比率除外。',
    'false: the vertical axis need not start at zero; by default it does, but for rates.',
  ],
  marks: ['横轴上标注的事；不写则没有。', 'What is marked on the horizontal axis; nothing by default.'],
  'marks[].x': ['横轴上的位置。', 'Where on the axis.'],
  'marks[].kind': ['event 事件；break 前后不可比。', 'event, or break where figures cannot be compared.'],
  'marks[].label': ['标注的话。', 'Its words.'],
  points: ['推算的点；不写则没有。', 'Computed points; none by default.'],
  'points[].x': ['横轴上的位置。', 'Where on the axis.'],
  'points[].value': ['哪个数。', 'Which value.'],
  'points[].bound': [
    '只知下限 at-least 或上限 at-most；不写则为确数。',
    'at-least or at-most where only a bound is known; exact by default.',
  ],
  'points[].label': ['怎样得来。', 'How it is known.'],
  share: ['true：画成占比；默认 false。', 'true: drawn as shares; false by default.'],
  worse: ['着色的一端：high 高或 low 低。', 'The end that is coloured: high or low.'],
  stages: ['各阶段，依次。', 'Stages, in order.'],
  'stages[].id': ['阶段的编号。', 'Id of the stage.'],
  'stages[].label': ['阶段的名称。', 'Name of the stage.'],
  'stages[].median': ['中位数指标。', 'Measure of its median.'],
  'stages[].p90': ['第90百分位指标。', 'Measure of its 90th percentile.'],
  n: ['有效回答数的指标。', 'Measure of the valid answers.'],
}

/** Meanings of the numbers that words name; of a section each names its own table. */
function listValueItems(path: string): ItemWords {
  const words: ItemWords = {
    where: ['哪一行：各列的值，登记簿可写任何列。', 'Which row, by its columns; of a register any of them.'],
    period: ['哪一期；不写则为最新。', 'Period; the newest by default.'],
    measure: ['指标；不写则为图的指标。', 'Measure; that of the figure by default.'],
    sum: ['相加的数。', 'Values or numbers to be added.'],
    difference: ['前数减后数。', 'The second subtracted from the first.'],
    quotient: ['前数除以后数。', 'The first divided by the second.'],
    times: ['商再乘以它；不写则为1。', 'The quotient is multiplied by it; 1 by default.'],
    unit: ['算出的数的单位；不写则没有。', 'Unit of what is computed; none by default.'],
    decimals: ['算出的数的小数位数；不写则为0。', 'Decimal places of what is computed; 0 by default.'],
  }
  return Object.fromEntries(Object.entries(words).map(([key, meaning]) => [`${path}.*.${key}`, meaning]))
}

/** Meanings of the frontmatter of a topic, of events and of synonyms. */
export const TOPIC_ITEMS: ItemWords = {
  title: ['专题的标题。', 'Title of the topic.'],
  summary: ['一句话，见于首页和搜索引擎。', 'One sentence, for the front page and search engines.'],
  notFigures: [
    '带数字或“高于”“下降”这类字、但不是说数据的话，如“两个区间”；默认没有。手写的数字和升降、高低，其余一律不接受。',
    'Phrases with a numeral or a word of direction that say nothing of the data, such as “two intervals”; none by default. Any other number, rise or fall typed by hand is refused.',
  ],
  figures: [
    '图，只在中文文件里写，见“图”；不写则推定。',
    'Figures, in the Chinese file only, see “Figures”; derived by default.',
  ],
  sections: [
    '专题页上自写的部分，只在中文文件里写；不写则没有。',
    'Parts of the page in your own words, in the Chinese file only; none by default.',
  ],
  'sections[].id': ['这一部分的编号。', 'Id of the part.'],
  'sections[].heading': ['标题。', 'Heading.'],
  'sections[].text': [
    '逐句的话，数用花括号引用；所引的数没有发布，那一句就不印。不写则没有。',
    'Sentences with numbers in braces; one whose number is not published is left out. None by default.',
  ],
  'sections[].values': [
    '句中用花括号引用的数；不写则没有。',
    'Numbers that the sentences name in braces; none by default.',
  ],
  ...listValueItems('sections[].values'),
  'sections[].values.*.dataset': ['数据集。', 'Dataset of the value.'],
  'sections[].values.*.table': ['表。', 'Table of the value.'],
  'sections[].figures': ['图，见“图”；不写则没有。', 'Figures, see “Figures”; none by default.'],
}
