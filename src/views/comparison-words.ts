import { ABOUT_LIMITS } from '../compose/bound/about-words.ts'
import { DOUBLED } from '../compose/bound/bound-words.ts'
import { COMPARISON_LIMITS } from '../measure/compare.ts'
import type { LocalText } from '../text/local-text.ts'

const { repliesMin, casesMin, casesEnough, pointsMin, medianCasesMin, medianStepMin, countMin, stepMin } =
  COMPARISON_LIMITS

const { near, moreUntil, halfUntil, almostFrom } = ABOUT_LIMITS
/** The words of tenths by the example of three, in percent. */
const THREE = 30

const formatPart = (part: number): string => `${part * 100}%`

export const COMPARISON_TITLE: LocalText = {
  zh: '什么时候说高低、升降',
  en: 'When two values are called different',
}

/** When two values may be called different, kind by kind: the rule that every sentence, title and mark of the site obeys. */
export const COMPARISON_RULES: readonly { kind: LocalText; rule: LocalText }[] = [
  {
    kind: { zh: '抽样的比率（如满意率）', en: 'A rate of a sample, such as satisfaction' },
    rule: {
      zh: `有效评价不少于${repliesMin}，且两个95%区间没有重叠，才说高低、升降。`,
      en: `Compared from ${repliesMin} replies on, and only where the two 95% intervals do not overlap.`,
    },
  },
  {
    kind: { zh: '全数统计的比率（如按期办结率）', en: 'A rate of a complete count, such as the on-time rate' },
    rule: {
      zh: `两边都不少于${casesEnough}件，且相差${pointsMin}个百分点以上；不到${pointsMin}个百分点的说“大致持平”。${casesMin}至${casesEnough - 1}件的，还要两个95%区间没有重叠；不到${casesMin}件的不比较。`,
      en: `At least ${casesEnough} cases on both sides and a step of ${pointsMin} percentage point or more; less is “about the same”. From ${casesMin} to ${casesEnough - 1} cases the 95% intervals must not overlap either; below ${casesMin} nothing is compared.`,
    },
  },
  {
    kind: { zh: '中位数和百分位数（如办理时长）', en: 'A median or percentile, such as handling time' },
    rule: {
      zh: `两边都不少于${medianCasesMin}件，且相差${formatPart(medianStepMin)}以上。`,
      en: `At least ${medianCasesMin} cases on both sides and a step of ${formatPart(medianStepMin)} or more.`,
    },
  },
  {
    kind: { zh: '件数、人数、张数', en: 'A count' },
    rule: {
      zh: `较大的一个不少于${countMin}，且相差${formatPart(stepMin)}以上；取整公布的人数，相差还要超过取整的幅度。`,
      en: `The greater is at least ${countMin} and the step ${formatPart(stepMin)} or more; of rounded numbers of people, more than their rounding.`,
    },
  },
  {
    kind: { zh: '“最高”“最低”“最多”“最少”', en: '“Highest”, “lowest”, “most”, “least”' },
    rule: {
      zh: '与其余每一个相比，都合乎上面的规则，才这样说；否则只说在多少与多少之间。',
      en: 'Said only of a value that differs from every other by these rules; otherwise only the range is given.',
    },
  },
  {
    kind: { zh: '“翻番”“是……的几倍”', en: '“Twice as many”, “so many times as many”' },
    rule: {
      zh: `只说件数、人数、张数，先要合乎上面的规则：${DOUBLED[0]}倍及以上、不到${DOUBLED[1]}倍的说“翻番”，${DOUBLED[1]}倍及以上的说几倍。`,
      en: `Said of counts only, where the rules above allow a difference: from ${DOUBLED[0]} up to ${DOUBLED[1]} times “twice as many”, from there on the multiple.`,
    },
  },
  {
    kind: { zh: '“三成”“近三成”“三成多”“三成半”', en: '“About 30%”, “almost 30%”, “more than 30%”' },
    rule: {
      zh: `以三成为例：与${THREE}%相差不超过${near}个百分点的说“三成”；${THREE - 10 + almostFrom}%及以上、还不到三成的说“近三成”；超过三成、不到${THREE + moreUntil}%的说“三成多”；${THREE + moreUntil}%至${THREE + halfUntil}%的说“三成半”，再高、不到${THREE + almostFrom}%的说“超过三成半”。${90 + almostFrom}%以上、不到100%的说“几乎全部”。`,
      en: `Within ${near} points of ${THREE}%, “about ${THREE}%”; from ${THREE - 10 + almostFrom}% on, “almost ${THREE}%”; above it and below ${THREE + moreUntil}%, “more than ${THREE}%”; from ${THREE + moreUntil}% to ${THREE + halfUntil}%, “about ${THREE + 5}%”, and from there to ${THREE + almostFrom}%, “more than ${THREE + 5}%”. From ${90 + almostFrom}% on, short of all, “almost 100%”.`,
    },
  },
]
