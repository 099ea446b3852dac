/** A day on which departments of the demonstration handed in files, and the files. */
interface ArrivalDay {
  date: string
  /** `satisfaction/2026-08`, below `raw/`. */
  files: readonly string[]
}

/**
 * When the files of the demonstration came since it keeps a record. What is not here was there on the first day. Most come
 * in time; the permit applications of July come five weeks late, and two files are refused before they pass.
 */
export const ARRIVALS: readonly ArrivalDay[] = [
  { date: '2026-07-06', files: ['cases/2026-06'] },
  { date: '2026-07-10', files: ['permits/2026-06', 'satisfaction/2026-06'] },
  { date: '2026-07-14', files: ['permit-applications/2026-06'] },
  { date: '2026-08-07', files: ['cases/2026-07', 'permits/2026-07'] },
  { date: '2026-08-13', files: ['satisfaction/2026-07'] },
  { date: '2026-09-04', files: ['cases/2026-08'] },
  { date: '2026-09-10', files: ['permits/2026-08', 'satisfaction/2026-08'] },
  { date: '2026-09-14', files: ['permit-applications/2026-08', 'satisfaction/2026-08'] },
  { date: '2026-09-16', files: ['permit-applications/2026-07'] },
  { date: '2026-10-09', files: ['permits/2026-09'] },
  { date: '2026-10-12', files: ['permits/2026-09', 'cases/2026-09'] },
  { date: '2026-10-16', files: ['satisfaction/2026-09', 'permit-applications/2026-09'] },
  { date: '2026-10-27', files: ['satisfaction/2026-09'] },
  { date: '2026-11-05', files: ['cases/2026-10'] },
  { date: '2026-11-10', files: ['permits/2026-10', 'permit-applications/2026-10'] },
  { date: '2026-11-12', files: ['satisfaction/2026-10', 'deadlines/2026-10'] },
  { date: '2026-11-18', files: ['ledger/2026-11'] },
  { date: '2026-11-23', files: ['ledger/2026-11'] },
]

/** The day on which a raw file first came; null where it was there on the first day of the record. */
export function arrivalOf(path: string): string | null {
  const name = nameOf(path)
  return ARRIVALS.find(({ files }) => files.includes(name))?.date ?? null
}

/** `raw/cases/2026-06.csv` → `cases/2026-06`. */
function nameOf(path: string): string {
  return path.replace(/^raw\//, '').replace(/\.[a-z]+$/, '')
}
