import { removeInvisible } from '../text/invisible.ts'
import { foldRadicals } from '../text/radicals.ts'

/** The form in which headers and names are compared: NFKC, no radicals, no spaces, one middle dot, lower case. */
export function toComparable(text: string): string {
  return foldRadicals(removeInvisible(text))
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[・•‧]/g, '·')
    .toLowerCase()
}
