import { readFileSync } from 'node:fs'
import { buildTwoByteTable } from '../../scripts/demo/encode.ts'
import { type Random, randomOf } from '../../scripts/demo/random.ts'
import type { Places } from '../../src/codes/places.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { DATASETS } from '../../src/datasets/index.ts'
import { placesOf } from '../portal/list-texts.ts'
import { type Comparison, compareLines } from './compare-lines.ts'
import { EVERY_KIND, PLACES_OF_EVERY_KIND, writeEveryKind } from './every-kind.ts'
import { type Mutated, mutate, mutateMildly } from './mutations.ts'

/** What a run over mutated files has shown. */
export interface FuzzFigures {
  files: number
  /** Rows that were changed. */
  rows: number
  /** Files that were accepted from their bytes, changed rows in them, and rows of them that were checked one by one. */
  accepted: number
  rowsAccepted: number
  doubted: number
  differences: { seed: string; difference: NonNullable<Comparison['difference']> }[]
}

const ROWS_A_FILE = 40
/** Of the files with a change in nearly every row, which are most. */
const ROWS_A_MILD_FILE = 100
/** Each so many files are changed roughly, so that most are read as a whole. */
const EACH_ROUGH = 4
/** Each so many files are scanned by two as well. Kinds of files and of encodings come in turns of another length. */
const EACH_BY_TWO = 5

interface Source {
  contract: Contract
  period: string
  places: Places
  /** So many rows; as many as a file of rough changes has, where it is not said. */
  write: (random: Random, rows?: number) => string
}

/** Files of the demonstration, and generated files with every kind of column, mutated until so many rows were changed. */
export async function fuzzLines(rows: number, seed: number, report?: (rows: number) => void): Promise<FuzzFigures> {
  const sources = listSources()
  const figures: FuzzFigures = { files: 0, rows: 0, accepted: 0, rowsAccepted: 0, doubted: 0, differences: [] }
  for (let nth = 0; figures.rows < rows; nth += 1) {
    const name = `${seed}/${nth}`
    const random = randomOf(seed, String(nth))
    const source = sources[nth % sources.length]
    if (!source) break
    const mutated = nth % EACH_ROUGH === 0 ? mutateRoughly(source, random) : mutateRows(source, random)
    const { isAccepted, doubted, difference } = await compareLines(source.contract, mutated.bytes, {
      ...source,
      hasTwo: nth % EACH_BY_TWO === 0,
    })
    figures.files += 1
    figures.rows += mutated.rows
    figures.accepted += Number(isAccepted)
    figures.rowsAccepted += isAccepted ? mutated.rows : 0
    figures.doubted += doubted
    if (difference) figures.differences.push({ seed: name, difference })
    if (nth % 100 === 0) report?.(figures.rows)
  }
  return figures
}

function mutateRoughly({ write }: Source, random: Random): Mutated {
  const encode = ENCODERS[random.drawBetween(0, ENCODERS.length - 1)] ?? encodeUtf8
  return mutate(write(random, ROWS_A_FILE), random, encode)
}

function mutateRows({ write }: Source, random: Random): Mutated {
  const encode = WHOLE_ENCODERS[random.drawBetween(0, WHOLE_ENCODERS.length - 1)] ?? encodeUtf8
  return mutateMildly(write(random, ROWS_A_MILD_FILE), random, encode)
}

export function listSources(): Source[] {
  const { places } = placesOf(readFileSync('data/places.csv', 'utf8'))
  const ofDemo = ['cases', 'permits', 'permit-applications'].flatMap((id) => {
    const contract = DATASETS.find((dataset) => dataset.id === id)
    const period = '2026-09'
    const text = new TextDecoder('gb18030').decode(readFileSync(`data/raw/${id}/${period}.csv`))
    const utf8 = readFileSync(`data/raw/${id}/${period}.csv`, 'utf8')
    const lines = (utf8.includes('\ufffd') ? text : utf8).replace(/^\ufeff/, '').split(/\r?\n/)
    const write = (random: Random, rows = ROWS_A_FILE) => {
      const from = random.drawBetween(1, Math.max(1, lines.length - rows - 1))
      return `${[lines[0], ...lines.slice(from, from + rows)].join('\n')}\n`
    }
    return contract ? [{ contract, period, places, write }] : []
  })
  const everyKind: Source = {
    contract: EVERY_KIND,
    period: '2026-10',
    places: PLACES_OF_EVERY_KIND,
    write: (random, rows = ROWS_A_FILE) => writeEveryKind(random, rows),
  }
  return [...ofDemo, everyKind]
}

/** What GB18030 writes with two bytes; a question mark stands for all else. */
function encodeGb18030(text: string): Uint8Array {
  const table = buildTwoByteTable()
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0)
      const pair = code < 0x80 ? undefined : (table.get(character) ?? 0x3f)
      if (pair === undefined) return [code]
      return pair > 0xff ? [pair >> 8, pair & 0xff] : [pair]
    }),
  )
}

export const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const WHOLE_ENCODERS = [encodeUtf8, (text: string) => encodeUtf8(`\ufeff${text}`), encodeGb18030]
export const ENCODERS = [
  ...WHOLE_ENCODERS,
  // Half of it in one encoding, half in another.
  (text: string) =>
    Buffer.concat([encodeUtf8(text.slice(0, text.length / 2)), encodeGb18030(text.slice(text.length / 2))]),
  encodeUtf8,
  encodeGb18030,
]
