/** Pages share their style sheet, so most faults occur on many pages: each is reported once, with the first page. */
export function groupFindings(found: readonly { where: string; findings: readonly string[] }[]): string[] {
  const placesOf = new Map<string, string[]>()
  for (const { where, findings } of found) {
    for (const finding of findings) placesOf.set(finding, [...(placesOf.get(finding) ?? []), where])
  }
  return [...placesOf].map(([finding, [first = '', ...others]]) =>
    others.length > 0 ? `${first}: ${finding} (and ${others.length} more alike)` : `${first}: ${finding}`,
  )
}

/** What was found, or that it could not be looked for: one page that fails does not keep the others from being tried. */
export async function findingsOf(looked: Promise<string[]>): Promise<string[]> {
  try {
    return await looked
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return [`could not be tried: ${line}`]
  }
}
