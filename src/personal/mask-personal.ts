import { type ScanContext, scanText } from './scan-text.ts'

/** The text with whatever looks personal covered: 138******00. What is not personal stays as received. */
export function maskPersonal(raw: string, context?: ScanContext): string {
  let masked = ''
  let from = 0
  for (const hit of scanText(raw, context)) {
    masked += `${raw.slice(from, hit.start)}${hit.masked}`
    from = hit.end
  }
  return from === 0 ? raw : `${masked}${raw.slice(from)}`
}

/** A path with each of its names covered as a text is; the name of a worksheet is a path of one name. */
export function maskPath(path: string, context?: ScanContext): string {
  return path
    .split('/')
    .map((name) => maskPersonal(name, context))
    .join('/')
}
