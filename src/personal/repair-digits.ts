import { isMobileNumber, isResidentNumber } from './number-shapes.ts'

/** Runs of digits in which a letter O, I or L took the place of 0 or 1. */
const MIXED = /(?<![0-9A-Z])(?=[OIL|]*\d)(?=\d*[OIL|])[0-9OIL|]{11,18}X?(?![0-9A-Z])/g

/** Share of letters above which a run is a word of its own. */
const LETTERS_MAX = 0.7

/** I38OO138OOO → 13800138000, if the result is a mobile or a resident number; positions stay. */
export function repairDigits(text: string): string {
  return text.replace(MIXED, (run) => {
    const digits = run.replaceAll('O', '0').replace(/[IL|]/g, '1')
    const letters = run.replace(/[^OIL|]/g, '').length
    if (letters > run.length * LETTERS_MAX) return run
    return isMobileNumber(digits) || isResidentNumber(digits) ? digits : run
  })
}
