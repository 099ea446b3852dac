import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS } from './new/new-options.ts'

/** Writes what a publisher starts from: a whole small portal, the contract of one more dataset, the words of a bulletin. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'new',
      does: {
        en: 'Writes a small portal that runs, drafts a contract for a file or the words of a bulletin, makes a sample of what a department should send, or updates an older portal to the current form.',
        zh: '新建一个可运行的小网站，为一个文件起草数据约定，起草一期公报的文字，造一份部门应报送的样例文件，或把旧网站的文件改成现在的写法。',
      },
      rest: 'portal DIR | dataset ID [FILE] | report YYYY-MM | sample ID [DIR] | migrate DIR',
      options: OPTIONS,
    },
    args,
  )
  const { writeNew } = await import('./new/write-new.ts')
  await writeNew(options, args)
}

if (import.meta.main) await run(main)
