/** Choices that are the same for the same seed. */
export interface Dice {
  rollBetween: (least: number, most: number) => number
  pick: <Item>(items: readonly Item[]) => Item
  rollDigits: (count: number) => string
}

/** A linear congruential generator (Numerical Recipes); enough for test strings. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  const rollNext = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const rollBetween = (least: number, most: number) => least + Math.floor(rollNext() * (most - least + 1))
  return {
    rollBetween,
    pick: (items) => {
      const item = items[rollBetween(0, items.length - 1)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    rollDigits: (count) => Array.from({ length: count }, () => rollBetween(0, 9)).join(''),
  }
}
