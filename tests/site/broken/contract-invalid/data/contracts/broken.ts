/** Fails while it is loaded. */
export default JSON.parse('{"id": ')
