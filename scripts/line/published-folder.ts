import { existsSync } from 'node:fs'
import { InputError } from '../command/run-command.ts'

/** Throws InputError where a portal has published nothing yet. */
export function requirePublishedFolder(folder: string): void {
  if (existsSync(folder)) return
  throw new InputError({
    zh: `还没有发布任何内容：${folder}。请先运行 npm run publish。`,
    en: `Nothing is published yet in ${folder}. Run npm run publish first.`,
  })
}
