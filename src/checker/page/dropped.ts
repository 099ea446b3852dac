/** What the tray takes out of a folder; what lies there besides does not concern the clerk. */
const TABLE = /^(?!\.|~\$).*\.(csv|tsv|txt|xlsx|xls|et)$/i

/** The files that were let go, those of folders among them by name. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  // The browser empties the list once the event is over, so all is taken out before anything is waited for.
  const taken = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const lists = await Promise.all(
    taken.map(({ entry, file }) => {
      if (isFolder(entry)) return readFilesIn(entry)
      return file ? [file] : []
    }),
  )
  return lists.flat()
}

async function readFilesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  // Given in parts, the last of which is empty.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((give, fail) => reader.readEntries(give, fail))
    if (part.length === 0) break
    entries.push(...part)
  }
  const ordered = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))
  const lists = await Promise.all(
    ordered.map((entry) => {
      if (isFolder(entry)) return readFilesIn(entry)
      return isFile(entry) && TABLE.test(entry.name) ? fileOf(entry) : []
    }),
  )
  return lists.flat()
}

async function fileOf(entry: FileSystemFileEntry): Promise<File[]> {
  return [await new Promise<File>((give, fail) => entry.file(give, fail))]
}

function isFolder(entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory ?? false
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
