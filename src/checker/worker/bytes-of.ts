/** Null where the browser refuses: a folder, or a file that was changed, moved or locked since it was put in. */
export async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}
