interface Named { id: string, text: string }

const isNamed = (value: object): value is Named => 'id' in value && 'text' in value && typeof value.text === 'string'

/** What the learner saw under this id: the text of an option, an item, a criterion; of `gap/option` the last one there is. Empty where nothing is so called. */
export function labelOf(ask: unknown, id: string): string {
  let within = ask
  let label = ''
  for (const step of id.split('/')) {
    const found = find(within, step)
    if (!found) continue
    within = found
    if (isNamed(found)) label = found.text
  }
  return label
}

function find(within: unknown, id: string): object | null {
  if (typeof within !== 'object' || within === null) return null
  if ('id' in within && within.id === id) return within
  for (const each of Object.values(within)) {
    const found = find(each, id)
    if (found) return found
  }
  return null
}
