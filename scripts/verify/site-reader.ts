import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { openFolder } from '../../src/store/file-reader.ts'
import type { Subject } from '../../src/store/verify-site.ts'
import { InputError } from '../command/run-command.ts'

/** A live site, a saved site, or a folder of published files, by its address or its path. */
export async function openSubject(where: string): Promise<Pick<Subject, 'read' | 'kind' | 'list'>> {
  if (/^https?:\/\//.test(where)) return { kind: 'site', read: openUrl(where) }
  const folder = resolve(where)
  if (!(await isFolder(folder))) {
    throw new InputError({ zh: `没有文件夹 ${folder}。`, en: `There is no folder ${folder}.` })
  }
  const isStore = existsSync(join(folder, 'releases.jsonl'))
  return { kind: isStore ? 'store' : 'site', read: openFolder(folder), list: await listFiles(folder) }
}

async function isFolder(path: string): Promise<boolean> {
  return existsSync(path) && (await stat(path)).isDirectory()
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

function openUrl(address: string): Subject['read'] {
  const base = new URL(address.endsWith('/') ? address : `${address}/`)
  return async (path) => {
    const url = new URL(path.split('/').map(encodeURIComponent).join('/'), base)
    const answer = await ask(url)
    if (answer.status === 404 || answer.status === 410) return null
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
    throw new InputError({
      zh: `${url}：服务器答复${answer.status}。`,
      en: `${url}: the server answered ${answer.status}.`,
    })
  }
}

async function ask(url: URL): Promise<Response> {
  try {
    return await fetch(url)
  } catch (error) {
    // `fetch` throws TypeError alone where no answer comes; its cause says why.
    if (!(error instanceof TypeError)) throw error
    const cause = error.cause instanceof Error ? error.cause.message : error.message
    throw new InputError({ zh: `连不上${url.origin}：${cause}。`, en: `Cannot reach ${url.origin}: ${cause}.` })
  }
}
