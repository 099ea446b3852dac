/** A path as a shell takes it: in quotes where it holds more than letters, digits and `/._-`. */
export function quoteForShell(path: string): string {
  return /^[\p{L}\p{N}/\\:._-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
