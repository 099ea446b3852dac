/** What a file may be at most. Past a limit it is refused with the limit and the found size. */
export const FILE_BYTES_MAX = 200_000_000
/** What the parts of a workbook's archive make when unpacked, counted instead of trusting the stated sizes. */
export const UNPACKED_BYTES_MAX = 300_000_000
/** Records of a sheet: neither its header nor its notes count. */
export const ROWS_MAX = 1_000_000
export const COLUMNS_MAX = 500
export const CELL_LENGTH_MAX = 32_767
/** A profile is a page of words and no data. */
export const PROFILE_BYTES_MAX = 100_000
/** Rows above a table that are looked through for its header. */
export const HEADER_ROWS_SEARCHED = 20
