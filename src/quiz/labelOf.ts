interface Named { id: string, text: string }

const isNamed = (each: unknown): each is Named => typeof each === 'object' && each !== null && 'id' in each && 'text' in each && typeof each.text === 'string'

/** Lists that things are put into: nothing is said about those. */
const putInto = ['right', 'groups', 'verdicts']

const textIn = (list: unknown, id: string): string => Array.isArray(list) ? list.filter(isNamed).find(each => each.id === id)?.text ?? '' : ''

/** What the learner saw under this id: the text of an option, an item, a criterion; of `gap/option` and `outcome/option` that option's. Empty where nothing is so called. */
export function labelOf(ask: object, id: string): string {
  const { gaps, outcomes, ...lists } = ask as { gaps?: Record<string, unknown>, outcomes?: unknown } // whatever else a kind asks with
  const [first = '', second] = id.split('/')
  if (second !== undefined && second !== 'other') return textIn(gaps ? gaps[first] : outcomes, second)
  return textIn(Object.entries(lists).flatMap(([name, list]) => putInto.includes(name) ? [] : list), first)
}
