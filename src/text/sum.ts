/** The sum of numbers, added in the order in which they come; 0 where there are none. */
export function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
