import type { Read } from '../command/options.ts'

/** The seed of the committed files. */
export const SEED = 990100

export const OPTIONS = {
  out: {
    kind: 'folder',
    help: { en: 'folder to write to, --data by default', zh: '写入的文件夹，默认同 --data' },
  },
  seed: {
    kind: 'number',
    min: 0,
    max: 2 ** 31 - 1,
    fallback: SEED,
    help: { en: 'another seed makes another city', zh: '不同的种子生成不同的城市' },
  },
} as const

export type DemoOptions = Read<typeof OPTIONS>
