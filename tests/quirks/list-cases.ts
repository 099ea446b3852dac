import { NO_HOLIDAYS } from '../../src/portal/holidays.ts'
import { parseHex, type QuirkCases } from './quirk-files.ts'
import {
  fromAccepted,
  fromDepartments,
  fromExceptions,
  fromHolidays,
  fromPeriods,
  fromPlaces,
  fromPlacesBytes,
  fromPortalWithoutPlaces,
} from './quirk-portal.ts'

const HEADER = 'code,name_zh,name_en,level,parent,from,to,successor,aliases,tile_column,tile_row'
const DEPARTMENTS = 'id,name_zh,name_en,aliases,places'
const city = '990100,云锦市,Yunjin,city,,,,,,,'

/** The header, and 云锦市 in GB18030. */
const CITY_GB18030 = `${[...HEADER].map((text) => text.charCodeAt(0).toString(16)).join('')}0a3939303130302cd4c6bdf5cad02c592c636974792c2c2c2c2c2c2c0a`

/** Cases of the lists beside the files. */
export const LIST_CASES: QuirkCases = {
  'places-missing': [fromPortalWithoutPlaces],
  'places-header': [() => fromPlaces('code,name_zh\n990100,云锦市\n')],
  'places-field': [
    () => fromPlaces(`${HEADER}\n990100,,Yunjin,city,,,,,,,\n`),
    () => fromPlaces(`${HEADER}\n990100,云锦市,Yunjin,city,,2026年1月1日,,,,,\n`),
  ],
  'places-encoding': [() => fromPlacesBytes(parseHex(CITY_GB18030))],
  'places-name-twice': [
    () =>
      fromPlaces(
        `${HEADER}\n${city}\n990101,锦中区,A,district,990100,,,,锦中,,\n990102,栖云区,B,district,990100,,,,锦中,,\n`,
      ),
  ],
  'places-twice': [() => fromPlaces(`${HEADER}\n${city}\n${city}\n`)],
  'places-unknown': [() => fromPlaces(`${HEADER}\n${city}\n990101,锦北区,Jinbei,district,990199,,,,,,\n`)],
  'places-circle': [
    () => fromPlaces(`${HEADER}\n990101,甲区,A,district,990102,,,,,,\n990102,乙区,B,district,990101,,,,,,\n`),
  ],
  'departments-header': [() => fromDepartments('id,name_zh\nhealth,卫生健康局\n')],
  'departments-field': [
    () => fromDepartments(`${DEPARTMENTS}\nhealth,卫生健康局,,,\n`),
    () => fromDepartments(`${DEPARTMENTS}\n卫健,卫生健康局,Health,,\n`),
  ],
  'departments-phone': [() => fromDepartments(`${DEPARTMENTS},phones\nhealth,卫生健康局,Health,,,总机转201\n`)],
  'departments-twice': [
    () => fromDepartments(`${DEPARTMENTS}\nhealth,卫生健康局,Health,,\nhealth,卫健委,Commission,,\n`),
  ],
  'departments-name-twice': [
    () => fromDepartments(`${DEPARTMENTS}\nhealth,卫生健康局,Health,卫计,\nfamily,家庭处,Family,卫计,\n`),
  ],
  'departments-place-unknown': [() => fromDepartments(`${DEPARTMENTS}\nhealth,卫生健康局,Health,,990199\n`)],
  'holidays-missing': [
    () => fromPeriods(['2026-08'], { due: { workingDaysAfterEnd: 5 }, today: '2026-10-31', holidays: NO_HOLIDAYS }),
  ],
  'holidays-header': [() => fromHolidays('date,name\n2026-01-01,元旦\n')],
  'holidays-field': [
    () => fromHolidays('date,kind,name\n2026年1月1日,rest,元旦\n'),
    () => fromHolidays('date,kind,name\n2026-01-01,休,元旦\n'),
    () => fromHolidays('date,kind,name\n2026-01-01,rest,\n'),
  ],
  'holidays-twice': [() => fromHolidays('date,kind,name\n2026-01-01,rest,元旦\n2026-01-01,rest,元旦\n')],
  'holidays-weekday': [
    () => fromHolidays('date,kind,name\n2026-10-03,rest,国庆节\n'),
    () => fromHolidays('date,kind,name\n2026-10-09,work,国庆节\n'),
  ],
  'holidays-year': [() => fromHolidays('date,kind,name\n2025-01-01,rest,元旦\n2027-01-01,rest,元旦\n')],
  'exceptions-header': [() => fromExceptions('rule,dataset,reason\nfigure-jump,small,暴雨\n')],
  'exception-field': [
    () => fromAccepted('figure-jump,small,2026-10,,,2027-12-31'),
    () => fromAccepted('figure-jump,small,2026-10,,暴雨,2027年底'),
  ],
  'exception-rule': [() => fromAccepted('key-duplicate,small,2026-10,,随它,2027-12-31')],
  'exception-expired': [() => fromAccepted('figure-jump,small,2026-10,,暴雨,2026-01-01')],
  'exception-unused': [() => fromAccepted('figure-jump,small,2026-09,,暴雨,2027-12-31')],
}
