import { FORMAT, LANG, type Read, TODAY } from '../command/options.ts'

export const OPTIONS = {
  format: FORMAT,
  lang: LANG,
  today: TODAY,
  dialect: {
    kind: 'choice',
    choices: ['duckdb', 'spark'],
    fallback: 'duckdb',
    help: { en: 'the engine that the SQL is for', zh: 'SQL所用的引擎' },
  },
  dataset: {
    kind: 'text',
    placeholder: 'ID',
    help: { en: 'the dataset whose contract is printed', zh: '要打印其约定的数据集' },
  },
  run: {
    kind: 'folder',
    help: {
      en: 'run DuckDB over a folder of handed rows instead, and write its results there, as another engine would',
      zh: '改为用DuckDB运行已交出的文件夹，把结果写在其中（如同别的引擎）',
    },
  },
  reader: {
    kind: 'text',
    placeholder: 'NAME',
    help: {
      en: 'name of this reader, where others hand over more rows of the same periods; its files are named after it',
      zh: '本读取方的名字（同一期的行由几方分别交出时用），写在其文件名之前',
    },
  },
  'hand-over': {
    kind: 'folder',
    help: {
      en: 'also write the rows of its raw files into this folder, as Parquet, with the SQL and a list of what is in it',
      zh: '同时把各原始文件的行写入此文件夹（Parquet），附SQL和清单',
    },
  },
} as const

export type SqlOptions = Read<typeof OPTIONS>
