import type { Contract } from '../../src/contracts/contract.ts'
import { listPublicTables } from '../../src/line/list-public-tables.ts'
import type { ReleasePlan } from '../../src/store/plan-release.ts'
import type { ReleaseAudit } from '../../src/store/published-tables.ts'
import { auditPublished, type PublishedAudit } from '../../src/withhold/audit-published.ts'
import { loadSolver } from '../../src/withhold/highs-solver.ts'
import { Contradiction } from '../../src/withhold/propagate-bounds.ts'
import { InputError } from '../command/run-command.ts'

/** How many cells a message names; the rest are counted. */
const CELLS_SHOWN_MAX = 12

/**
 * Attacks all that would be public once a plan is carried out, and says what is known then; null where nothing is about
 * people. Throws InputError, with the names of tables and cells and without any value, where a hidden count can be worked back
 * or has fewer possible values than its class promises.
 */
export async function auditPlanned(
  plan: ReleasePlan,
  contracts: ReadonlyMap<string, Contract>,
): Promise<ReleaseAudit | null> {
  const tables = listPublicTables(contracts, listPublic(plan))
  if (tables.length === 0) return null
  const openSolver = await loadSolver()
  const { exact, narrow, undecided, ...counts } = attackOrRefuse(() => auditPublished(tables, openSolver))
  const open = [...narrow, ...undecided]
  if (open.length > 0) throw new InputError(describeOpen(open, exact.length))
  return { ...counts, exact: exact.length, narrow: narrow.length }
}

/** What the public has after the release: what stays of earlier releases, and what is new. */
function listPublic({ releases, texts, withdrawn, files }: ReleasePlan) {
  const taken = new Set(withdrawn.map(({ path }) => path))
  const kept = releases
    .flatMap(({ release, files }) => files.map((file) => ({ file, release })))
    .flatMap(({ file, release }) => {
      const text = taken.has(file.path) ? undefined : texts.get(file.path)
      return text === undefined ? [] : [{ file, text, release }]
    })
  const next = (releases.at(-1)?.release ?? 0) + 1
  return [...kept, ...files.map(({ file, text }) => ({ file, text, release: next }))]
}

function attackOrRefuse(work: () => PublishedAudit): PublishedAudit {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error
    throw new InputError({
      zh: '没有发布：涉及人的表互相矛盾，没有一组整数符合全部等式。请核对各表identities写明的等式是否属实。',
      en: 'Nothing was published: tables about people contradict each other: no whole numbers fit all their sums. Check whether the identities of the tables are true.',
    })
  }
}

function describeOpen(open: readonly string[], exact: number) {
  const cells = open.slice(0, CELLS_SHOWN_MAX).map((cell) => `  ${cell}`)
  const more = open.length - cells.length
  return {
    zh: [
      `没有发布：隐去的数有${open.length}个可以推知（其中${exact}个推得出准确值）：`,
      ...cells,
      ...(more > 0 ? [`  另有${more}个`] : []),
      '请把这些表归并得更粗（数据约定的ladder）；若由旧版本泄露，请先用--withdraw撤下旧版本。',
    ].join('\n'),
    en: [
      `Nothing was published: ${open.length} hidden counts can be worked out (${exact} of them exactly):`,
      ...cells,
      ...(more > 0 ? [`  and ${more} more`] : []),
      'Make these tables coarser (ladder of the contract); where an earlier revision reveals them, take it out with --withdraw first.',
    ].join('\n'),
  }
}
