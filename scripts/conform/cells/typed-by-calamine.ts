import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { listLines, resolvePython, runOrThrow } from '../outside.ts'

const cell = z.object({ type: z.enum(['empty', 'text', 'number', 'boolean', 'moment', 'duration']), value: z.string() })
const book = z.object({ file: z.string(), sheets: z.record(z.string(), z.array(z.array(cell))) })

/** A cell as calamine types it. A moment is ISO text, a duration a number of seconds. */
export type TypedCell = z.infer<typeof cell>
export type TypedSheets = ReadonlyMap<string, readonly (readonly TypedCell[])[]>

export const CALAMINE = { name: 'python-calamine', version: '0.9.1' } as const

/** Types and values of every cell of workbooks; a file that calamine cannot open is left out. */
export async function readTypesByCalamine(files: readonly string[], home: string): Promise<Map<string, TypedSheets>> {
  const script = join(home, 'typed.py')
  const list = join(home, 'files.json')
  await writeFile(script, SCRIPT)
  await writeFile(list, JSON.stringify(files))
  const printed = await runOrThrow(resolvePython(home), [script, list], { env: { PYTHONUTF8: '1' } })
  const typed = new Map<string, TypedSheets>()
  for (const line of listLines(printed)) {
    const { file, sheets } = book.parse(JSON.parse(line))
    typed.set(file, new Map(Object.entries(sheets)))
  }
  return typed
}

const SCRIPT = `import datetime, json, sys
from python_calamine import CalamineWorkbook, CalamineError

def typed(value):
    if value is None or value == "":
        return {"type": "empty", "value": ""}
    if isinstance(value, bool):
        return {"type": "boolean", "value": "TRUE" if value else "FALSE"}
    if isinstance(value, (int, float)):
        return {"type": "number", "value": repr(value)}
    if isinstance(value, datetime.timedelta):
        return {"type": "duration", "value": str(value.total_seconds())}
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return {"type": "moment", "value": value.isoformat()}
    return {"type": "text", "value": str(value)}

for file in json.load(open(sys.argv[1], encoding="utf-8")):
    try:
        book = CalamineWorkbook.from_path(file)
        sheets = {}
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            sheets[name] = [[typed(value) for value in row] for row in rows]
    except (CalamineError, OverflowError, ValueError):
        continue
    print(json.dumps({"file": file, "sheets": sheets}))
`
