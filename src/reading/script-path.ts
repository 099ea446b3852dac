/** Site path of the script that every page fetches when its reader first acts. */
export const READING_SCRIPT = '/reading.js'
