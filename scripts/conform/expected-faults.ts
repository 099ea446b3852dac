/** Of the README's policy: these engines do not know one of its keywords, and continue. */
export const BELOW_97 =
  /Content Security Policy directive 'script-src' contains an invalid source: ''wasm-unsafe-eval''/

/** Of an attribute that 109 to 113 have behind a switch: what it would hide is in the line there, and is compared. */
export const BELOW_114 = /^console: Found a 'popover' attribute\./

/** The faults of a page that are no remark of an old engine on what it does not know yet. */
export function listUnexpected(errors: readonly string[], expected: RegExp): string[] {
  return errors.filter((fault) => !expected.test(fault))
}
