/** Zero-width space, joiners, direction marks, soft hyphen and the byte-order mark inside a text. */
export const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g

/** The form in which headers and names are compared: NFKC, no spaces, one middle dot, lower case. */
export function comparable(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[・•‧]/g, '·')
    .toLowerCase()
}
