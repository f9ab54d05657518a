interface Named { id: string, text: string }

const isNamed = (each: unknown): each is Named => typeof each === 'object' && each !== null && 'id' in each && 'text' in each && typeof each.text === 'string'

/** The words of each part that is asked about, by the id under which something is said of it: an option, a row, `gap/option`, `outcome/option`. */
export function namesOf(ask: object): Record<string, string> {
  const lists = Object.entries(ask).flatMap(([field, value]: [string, unknown]): [string, unknown][] =>
    Array.isArray(value) ? [[field === 'outcomes' ? 'outcome/' : '', value]]
    : typeof value === 'object' && value !== null ? Object.entries(value).map(([group, of]): [string, unknown] => [`${group}/`, of]) : [])
  return Object.fromEntries(lists.flatMap(([before, list]) => Array.isArray(list) ? list.filter(isNamed).map(({ id, text }) => [before + id, text]) : []))
}
