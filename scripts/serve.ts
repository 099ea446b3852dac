import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { toBilingual } from './command/bilingual.ts'
import { BASE, PORT, readOptions } from './command/options.ts'
import { InputError, run } from './command/run-command.ts'

export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'serve',
      does: { en: 'Serves the finished site on this computer.', zh: '在本机打开生成的网站。' },
      options: {
        base: BASE,
        port: PORT,
      },
    },
    args,
  )
  await serveUntilStopped(options.out, options)
}

/** Serves a folder and prints its address; stops at Ctrl-C. */
export async function serveUntilStopped(folder: string, place: { port: number; base: string }): Promise<void> {
  const server = await serveFolder(folder, place)
  process.stdout.write(`${toBilingual({ zh: '网站地址', en: 'The site is at' })} ${server.url}\n`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await server.close()
}

export interface Served {
  /** With the base path: `http://localhost:4321/foo/`. */
  url: string
  close(): Promise<void>
}

/**
 * Serves a folder as object stores and nginx do: `index.html` of a folder, a redirect to the closing slash,
 * `404.html` where nothing is, gzip. Takes the next free port where `port` is taken; 0 takes any.
 */
export async function serveFolder(folder: string, place: { port?: number; base?: string } = {}): Promise<Served> {
  const base = place.base ?? '/'
  const root = await realpath(folder).catch(() => null)
  if (root === null || !(await stat(root)).isDirectory()) {
    throw new InputError({
      zh: `没有文件夹 ${folder}，请先运行 npm run build。`,
      en: `No folder ${folder}; run npm run build first.`,
    })
  }
  const zipped: Zipped = new Map()
  const server = createServer((request, response) => {
    answer({ root, base, zipped }, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error))
    })
  })
  let port = place.port ?? 0
  while (!(await canListen(server, port))) port += 1
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://localhost:${address.port}${base}`, close }
}

/** What the README has a server send with every file, so that a page is tried under the rules that it will live by. */
export const SITE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'content-security-policy':
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self' blob:",
} as const

/** Text files, zipped once: path → time of change and bytes. */
type Zipped = Map<string, { mtimeMs: number; bytes: Buffer }>

interface Site {
  root: string
  base: string
  zipped: Zipped
}

function canListen(server: ReturnType<typeof createServer>, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onRefused = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    server.once('error', onRefused)
    server.listen(port, 'localhost', () => {
      server.off('error', onRefused)
      resolve(true)
    })
  })
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const url = new URL(request.url ?? '/', 'http://localhost')
  const path = decodePath(url.pathname)
  if (path !== null && `${path}/` === site.base) {
    response.writeHead(301, { location: `${site.base}${url.search}` }).end()
    return
  }
  const found = path === null ? null : await findFile(site, path)
  if (found === 'folder') {
    response.writeHead(301, { location: `${url.pathname}/${url.search}` }).end()
    return
  }
  const missing = await findFile(site, `${site.base}404.html`)
  await send(site, found ?? missing, { request, response, status: found === null ? 404 : 200 })
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch (error) {
    // A stray % names no file.
    if (error instanceof URIError) return null
    throw error
  }
}

/** The file of an address, `folder` where only the closing slash lacks, null where nothing is. */
async function findFile(site: Site, path: string): Promise<string | null> {
  if (!path.startsWith(site.base) || path.includes('\0')) return null
  const file = join(site.root, path.slice(site.base.length), path.endsWith('/') ? 'index.html' : '')
  // A link in the folder must not lead out of it, nor may `..`.
  const real = await realpath(file).catch(() => null)
  if (real === null || !`${real}${sep}`.startsWith(`${site.root}${sep}`)) return null
  return (await stat(real)).isDirectory() ? 'folder' : real
}

const PLAIN = 'text/plain; charset=utf-8'

async function send(
  site: Site,
  file: string | null,
  to: { request: IncomingMessage; response: ServerResponse; status: 200 | 404 },
): Promise<void> {
  if (file === null) {
    to.response.writeHead(404, { 'content-type': PLAIN }).end('404\n')
    return
  }
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
  const headers = { 'content-type': type, 'cache-control': 'no-cache', ...SITE_HEADERS }
  const zip = isText(type) && /\bgzip\b/.test(String(to.request.headers['accept-encoding'] ?? ''))
  if (zip) {
    const bytes = await readZipped(site.zipped, file)
    to.response.writeHead(to.status, {
      ...headers,
      'content-encoding': 'gzip',
      'content-length': bytes.length,
      vary: 'accept-encoding',
    })
    to.response.end(to.request.method === 'HEAD' ? undefined : bytes)
    return
  }
  to.response.writeHead(to.status, { ...headers, 'content-length': (await stat(file)).size })
  if (to.request.method === 'HEAD') to.response.end()
  else
    createReadStream(file)
      .on('error', (error) => to.response.destroy(error))
      .pipe(to.response)
}

async function readZipped(zipped: Zipped, file: string): Promise<Buffer> {
  const { mtimeMs } = await stat(file)
  const before = zipped.get(file)
  if (before?.mtimeMs === mtimeMs) return before.bytes
  const bytes = gzipSync(await readFile(file))
  zipped.set(file, { mtimeMs, bytes })
  return bytes
}

function isText(type: string): boolean {
  return type.includes('charset') || type === 'image/svg+xml' || type.includes('json') || type === 'application/wasm'
}

/** By the end of a file's name. Every text says its charset. */
export const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': PLAIN,
  '.xml': 'application/xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
  '.parquet': 'application/vnd.apache.parquet',
  '.zip': 'application/zip',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

if (import.meta.main) await run(main)
