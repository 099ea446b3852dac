import { zipOf } from '../read/zip.ts'
import { fromBytes, fromText, type QuirkCases } from './quirk-files.ts'

const archiveOf = (...names: string[]) =>
  fromBytes(zipOf(names.map((name) => ({ name, content: new TextEncoder().encode('a') }))))

/** A text in UTF-16 as Windows writes it, without the mark. */
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

/** Cases of files that are something else than they seem. */
export const OTHER_KIND_CASES: QuirkCases = {
  'workbook-other': [
    () => archiveOf('mimetype', 'content.xml', 'META-INF/manifest.xml'),
    () => archiveOf('[Content_Types].xml', 'xl/workbook.bin'),
  ],
  'answer-json': [
    () => fromText('{"code":500,"msg":"登录超时"}'),
    () => fromText('[{"地区":"锦北区","床位":2}]'),
    () => fromText('\n[ [ "地区" ] ]'),
  ],
  'encoding-utf16-unmarked': [
    () => fromBytes(utf16('地区,床位\r\n锦北区,2\r\n')),
    () => fromBytes(utf16('地区,床位\r\n锦北区,2\r\n').toReversed()),
  ],
  'thousands-unquoted': [
    () => fromText('地区,床位,备注\n锦北区,1,200,\n栖云区,980,\n'),
    // Each row has a blank cell more than the header, because each has lost a comma's quotes.
    () => fromText('地区,床位,备注\n锦北区,1,200,\n栖云区,2,980,\n'),
  ],
}
