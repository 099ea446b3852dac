/** The text without characters that nobody sees: controls, marks of direction, zero widths, tags and variation selectors. */
export function removeInvisible(text: string): string {
  return text.replace(TERMINAL, '').replace(BREAKS, '\n').replace(INVISIBLE, '')
}

/** Orders to a terminal, such as the colour `ESC[31m`, whose rest would be left as text. */
const TERMINAL = new RegExp(`${String.fromCharCode(27)}\\[[0-?]*[ -/]*[@-~]`, 'g')
/** Characters that break a line and are no line feed. */
const BREAKS = /[\v\f\u0085\u2028\u2029]/g
/** A blank of braille is none of the spaces. Tab, line feed and carriage return are spaces to whoever trims. */
const INVISIBLE = /(?![\t\n\r])\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}|\u2800/gu
