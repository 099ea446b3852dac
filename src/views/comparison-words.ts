import { COMPARISON_LIMITS } from '../measure/compare.ts'
import type { LocalText } from '../text/local-text.ts'

const { repliesMin, casesMin, casesEnough, pointsMin, medianCasesMin, medianStepMin, countMin, stepMin } =
  COMPARISON_LIMITS

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
    kind: { zh: '中位数和百分位数（如办理用时）', en: 'A median or percentile, such as handling time' },
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
]
