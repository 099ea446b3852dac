/**
 * The oldest browsers that the site is made for; README and the About page state the same. Offices are given the
 * engines inside 360, 奇安信 and 统信 browsers; 109 is the last for Windows 7 and 8.
 */
export const BROWSERS = {
  /** Everything works from here on. */
  chromium: 103,
  /** Every number, chart and list can be read from here on; search and `/check/` say that they cannot run. */
  chromiumReadable: 92,
  /** Aimed at, not tested. */
  firefox: 102,
  /** Aimed at, not tested; search and `/check/` need `safariScripts`, the first with lookbehind in regular expressions. */
  safari: '15.4',
  safariScripts: '16.4',
} as const
