import { split } from './event.ts'

/** Which events are known: for each origin, runs of numbers `[first, last]`, in order and apart. */
export type Vector = ReadonlyMap<string, readonly Run[]>
type Run = readonly [first: number, last: number]

/** Whether this event is among those known. */
export function knows(vector: Vector, id: string): boolean {
  const [origin, seq] = split(id)
  const runs = vector.get(origin)
  if (!runs) return false
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = runs[middle]! // within the list
    if (seq < first) high = middle - 1
    else if (seq > last) low = middle + 1
    else return true
  }
  return false
}

/** The same, with these events among them. */
export function withIds(vector: Vector, ids: readonly string[]): Vector {
  const byOrigin = new Map<string, number[]>()
  for (const id of ids) {
    const [origin, seq] = split(id)
    const numbers = byOrigin.get(origin)
    if (numbers) numbers.push(seq)
    else byOrigin.set(origin, [seq])
  }
  const next = new Map(vector)
  for (const [origin, numbers] of byOrigin) next.set(origin, joined([...vector.get(origin) ?? [], ...numbers.map((seq): Run => [seq, seq])]))
  return next
}

/** Runs in order, those that touch made one. */
function joined(runs: Run[]): Run[] {
  const out: [number, number][] = []
  for (const [first, last] of runs.sort(([one], [other]) => one - other)) {
    const before = out.at(-1)
    if (before && before[1] + 1 >= first) before[1] = Math.max(before[1], last)
    else out.push([first, last])
  }
  return out
}

/** How many events are known. */
export const countOf = (vector: Vector): number =>
  [...vector.values()].flat().reduce((sum, [first, last]) => sum + last - first + 1, 0)
