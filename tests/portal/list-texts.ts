import type { Places } from '../../src/codes/places.ts'
import { readHolidays } from '../../src/portal/holidays.ts'
import { readDepartments } from '../../src/portal/read-departments.ts'
import { readPlaces } from '../../src/portal/read-places.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Places of a text of `places.csv`. */
export const placesOf = (text: string) => readPlaces(bytesOf(text))

/** Departments of a text of `departments.csv`. */
export const departmentsOf = (text: string, places: Places) => readDepartments(bytesOf(text), places)

/** Holidays of a text of `holidays.csv`. */
export const holidaysOf = (text: string) => readHolidays(bytesOf(text))
