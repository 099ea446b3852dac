import { defineHarmless } from '../fault.ts'
import { toCsv, withColumn } from '../grid.ts'
import type { GridColumn, Subject } from '../subject-file.ts'
import { isDate, isNumber } from './grid-parts.ts'

/** Changes of how values are written. */
export const VALUE_CHANGES = defineHarmless('values', {
  'numbers in full width': (subject) =>
    changeEverywhere(subject, isNumber, (text) =>
      text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ),
  'numbers grouped by commas': (subject) =>
    changeEverywhere(subject, isNumber, (text) => text.replace(/^(\d{1,3})(\d{3})$/, '$1,$2')),
  'numbers of another program': (subject) =>
    changeEverywhere(
      subject,
      ({ kind }) => kind === 'integer',
      (text) => `${text}.0`,
    ),
  'numbers with spaces': (subject) => changeEverywhere(subject, isNumber, (text) => ` ${text}`),
  'all cells with spaces': ({ grid }) =>
    toCsv({ ...grid, rows: grid.rows.map((cells) => cells.map((cell) => (cell === '' ? '' : ` ${cell} `))) }),
  'all cells with tabs': ({ grid }) =>
    toCsv(
      { ...grid, rows: grid.rows.map((cells) => cells.map((cell) => (cell === '' ? '' : `${cell}\t`))) },
      { quoted: true },
    ),
  'blanks as spaces': ({ grid }) =>
    toCsv({ ...grid, rows: grid.rows.map((cells) => cells.map((cell) => (cell === '' ? ' ' : cell))) }),
  'blanks as NULL': (subject) => replaceBlanks(subject, 'NULL'),
  'blanks as dashes': (subject) => replaceBlanks(subject, '-'),
  'lists by their codes': (subject) => respellItems(subject, ({ code }) => code),
  'lists in English': (subject) => respellItems(subject, ({ en }) => en),
  'places by their codes': (subject) => respellPlaces(subject, ({ code }) => code),
  'places in English': (subject) => respellPlaces(subject, ({ names }) => names.en),
  'places by code in place of the name': (subject) => respellPlaces(subject, ({ names }) => names.zh),
  'dates with slashes': (subject) => changeEverywhere(subject, isDate, (text) => text.replaceAll('-', '/')),
  'dates without leading zeros': (subject) => changeEverywhere(subject, isDate, (text) => text.replace(/-0/g, '-')),
  'dates in Chinese': (subject) =>
    changeEverywhere(
      subject,
      isDate,
      (text) => `${text.slice(0, 4)}年${text.slice(5, 7)}月${text.slice(8, 10)}日${text.slice(10)}`,
    ),
  'dates without hyphens': (subject) => changeEverywhere(subject, isDate, (text) => text.replaceAll('-', '')),
  'dates with midnight': (subject) =>
    changeEverywhere(
      subject,
      ({ kind }) => kind === 'date',
      (text) => `${text} 00:00:00`,
    ),
  'times with seconds': (subject) =>
    changeEverywhere(
      subject,
      ({ kind }) => kind === 'datetime',
      (text) => `${text}:00`,
    ),
  'times with a T': (subject) =>
    changeEverywhere(
      subject,
      ({ kind }) => kind === 'datetime',
      (text) => text.replace(' ', 'T'),
    ),
  'times with a zone': (subject) =>
    changeEverywhere(
      subject,
      ({ kind }) => kind === 'datetime',
      (text) => `${text.replace(' ', 'T')}:00+08:00`,
    ),
  'years in words': (subject) =>
    changeEverywhere(
      subject,
      ({ kind }) => kind === 'year',
      (text) => `${text}年`,
    ),
  'months in words': (subject) =>
    changeEverywhere(
      subject,
      ({ kind }) => kind === 'month',
      (text) => `${text.slice(0, 4)}年${text.slice(5)}月`,
    ),
  'months without a hyphen': (subject) =>
    changeEverywhere(
      subject,
      ({ kind }) => kind === 'month',
      (text) => text.replace('-', ''),
    ),
  'yes and no in English': (subject) =>
    changeEverywhere(
      subject,
      ({ kind }) => kind === 'yes-no',
      (text) => (text === '是' ? 'Yes' : 'No'),
    ),
})

function changeEverywhere(
  { grid, columns }: Subject,
  fits: (column: GridColumn) => boolean,
  change: (text: string) => string,
): Uint8Array | null {
  const fitting = columns.filter((column) => !column.isTwin && fits(column))
  let changed = grid
  for (const { index } of fitting) changed = withColumn(changed, index, (text) => (text === '' ? '' : change(text)))
  return fitting.length === 0 ? null : toCsv(changed)
}

function replaceBlanks({ grid, columns }: Subject, mark: string): Uint8Array | null {
  const optional = columns.filter(({ isOptional }) => isOptional)
  let changed = grid
  for (const { index } of optional) changed = withColumn(changed, index, (text) => (text === '' ? mark : text))
  return optional.length === 0 ? null : toCsv(changed)
}

function respellItems(
  subject: Subject,
  spell: (item: { code: string; zh: string; en: string }) => string,
): Uint8Array | null {
  const fitting = subject.columns.filter(({ kind }) => kind === 'list')
  let { grid } = subject
  for (const { index, id } of fitting) {
    const type = subject.contract.columns[id]?.type
    const items = type?.kind === 'list' ? type.items : []
    grid = withColumn(grid, index, (text) => {
      const item = items.find(({ code, zh, en, also = [] }) => [code, zh, en, ...also].includes(text))
      return item ? spell(item) : text
    })
  }
  return fitting.length === 0 ? null : toCsv(grid)
}

function respellPlaces(
  subject: Subject,
  spell: (place: Subject['places']['all'][number]) => string,
): Uint8Array | null {
  const fitting = subject.columns.filter(({ kind, isTwin }) => kind === 'place' && !isTwin)
  let { grid } = subject
  for (const { index } of fitting) {
    grid = withColumn(grid, index, (text) => {
      const place = subject.places.all.find(
        ({ code, names, to }) => to === null && (code === text || names.zh === text),
      )
      return place ? spell(place) : text
    })
  }
  return fitting.length === 0 ? null : toCsv(grid)
}
