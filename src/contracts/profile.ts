import type { Profile } from './contract.ts'

/**
 * A department's profile laid over the contract's own, key by key down to the maps inside: a file that names one header of
 * a wide table otherwise leaves the others as they are.
 */
export function mergeProfiles(own: Profile | undefined, given: Profile): Profile {
  const merged: Profile = { ...own, ...given }
  for (const key of ['columns', 'units', 'constants'] as const) {
    if (own?.[key] && given[key]) merged[key] = { ...own[key], ...given[key] }
  }
  // Codes of another column than the contract's are another layout, and take its place whole.
  if (own?.wide && given.wide && own.wide.into === given.wide.into && own.wide.value === given.wide.value) {
    merged.wide = { ...own.wide, ...given.wide, headers: { ...own.wide.headers, ...given.wide.headers } }
  }
  return merged
}
