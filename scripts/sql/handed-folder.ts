import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { isMissing, sha256 } from '../../src/store/disk.ts'
import { InputError } from '../command/run-command.ts'

/** A file whose hash is known. */
export async function readHashed(folder: string, file: string, stated: string): Promise<Uint8Array> {
  const bytes = await readBytes(folder, file)
  if (sha256(bytes) !== stated) refuseHash(file)
  return bytes
}

/** The same, of text in UTF-8. */
export async function readHashedText(folder: string, file: string, stated: string): Promise<string> {
  return new TextDecoder().decode(await readHashed(folder, file, stated))
}

/** Throws InputError where a file has not the hash that is stated. */
export async function checkHash(folder: string, file: string, stated: string): Promise<void> {
  const found = await hashFile(folder, file).catch((error: unknown) => {
    if (!isMissing(error)) throw error
    return refuseMissing(folder, file)
  })
  if (found !== stated) refuseHash(file)
}

/** SHA-256 of a file, which is read piece by piece: rows may be more than memory holds. */
export async function hashFile(folder: string, file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(join(folder, file))) hash.update(piece)
  return hash.digest('hex')
}

/** A JSON file of a shape. */
export async function readJson<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = new TextDecoder().decode(await readBytes(folder, file))
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    refuse(file, { zh: `不是JSON：${error.message}`, en: `it is not JSON: ${error.message}` })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n')
  return refuse(file, { zh: `内容不合要求：\n${issues}`, en: `it is not as required:\n${issues}` })
}

/** The bytes of a file; throws InputError where the folder does not have it. */
export async function readBytes(folder: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, file))
  } catch (error) {
    if (!isMissing(error)) throw error
    return refuseMissing(folder, file)
  }
}

function refuseMissing(folder: string, file: string): never {
  refuse(file, {
    zh: `文件夹${basename(folder)}里没有它`,
    en: `the folder ${basename(folder)} does not have it`,
  })
}

function refuseHash(file: string): never {
  refuse(file, { zh: 'SHA-256与所写的不符', en: 'its SHA-256 is not what is stated' })
}

/** Throws InputError: the file, and what is wrong with it. */
export function refuse(file: string, why: { zh: string; en: string }): never {
  throw new InputError({ zh: `${file}：${why.zh}。`, en: `${file}: ${why.en}.` })
}
