import type { Exception } from '../../portal/exceptions.ts'

/** What an exception can be about: the file on the page, and what it was taken for. */
interface NamedFile {
  name: string
  dataset: string | null
  period: string | null
}

/** An exception may name the raw file that the file on the page is going to be. */
export function findExceptionsFor({ name, dataset, period }: NamedFile, exceptions: readonly Exception[]): Exception[] {
  const path = new RegExp(`^raw/${dataset}/${period}\\.[a-z]+$`, 'i')
  return exceptions.map((exception) => (path.test(exception.where) ? { ...exception, where: name } : exception))
}
