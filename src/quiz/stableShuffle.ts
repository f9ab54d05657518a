/** The same things in another order that depends on their ids alone, and never the order given where there are two or more. */
export function stableShuffle<Each extends { id: string }>(list: readonly Each[]): Each[] {
  const weigh = (id: string) => [...id].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5)
  const mixed = [...list].sort((one, other) => weigh(one.id) - weigh(other.id) || (one.id < other.id ? -1 : 1))
  const isSame = mixed.every((each, at) => each === list[at])
  return isSame ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed
}
