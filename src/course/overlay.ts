/** An author's block as YAML gives it. */
export type Written = Record<string, unknown>

/** What is wrong between a block and its translation. */
export interface Gap { path: string, gap: 'missing' | 'not-words' | 'unknown-id' }

const isRecord = (value: unknown): value is Written => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The element of a list with this id, if the list is one of things with ids. */
const withId = (list: readonly unknown[], id: unknown) => list.find(each => isRecord(each) && each.id === id)

/** The English structure with the words of a translation; what is missing or does not belong is added to `gaps`. */
export function overlay(english: Written, words: Written, paths: readonly string[], gaps: Gap[]): Written {
  return layer(english, words, paths.map(path => path.split('.')), '', gaps) as Written // a record stays a record
}

function layer(english: unknown, words: unknown, paths: string[][], at: string, gaps: Gap[]): unknown {
  if (paths.some(path => path.length === 0)) return leaf(english, words, at, gaps)
  if (Array.isArray(english)) return list(english, words, paths, at, gaps)
  if (!isRecord(english)) return english
  const given = isRecord(words) ? words : {}
  for (const name of Object.keys(given)) {
    const known = name === 'id' || below(paths, name).length > 0
    if (!known) gaps.push({ path: `${at}${name}`, gap: 'not-words' })
  }
  return Object.fromEntries(Object.entries(english).map(([name, value]) => {
    const deeper = below(paths, name)
    return [name, deeper.length ? layer(value, given[name], deeper, `${at}${name}.`, gaps) : value]
  }))
}

function list(english: readonly unknown[], words: unknown, paths: string[][], at: string, gaps: Gap[]) {
  const given = Array.isArray(words) ? words : []
  for (const each of given) {
    if (isRecord(each) && !withId(english, each.id)) gaps.push({ path: `${at}${String(each.id)}`, gap: 'unknown-id' })
  }
  const deeper = paths.filter(path => path[0] === '*').map(path => path.slice(1))
  return english.map(each => isRecord(each) ? layer(each, withId(given, each.id), deeper, `${at}${String(each.id)}.`, gaps) : each)
}

function leaf(english: unknown, words: unknown, at: string, gaps: Gap[]): unknown {
  const missing = words === undefined || words === '' || (Array.isArray(english) && !Array.isArray(words) && typeof words !== 'string')
  if (!missing) return words
  gaps.push({ path: at.slice(0, -1), gap: 'missing' })
  return english
}

const below = (paths: string[][], name: string) =>
  paths.filter(path => path[0] === name || path[0] === '*').map(path => path.slice(1))

/** Every word of a block by its stable path, ids in place of positions. */
export function wordsOf(written: Written, paths: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {}
  const walk = (value: unknown, path: string[], at: string) => {
    const [name, ...rest] = path
    if (value === undefined) return
    if (name === undefined) found[at] = Array.isArray(value) ? value.join('\n') : String(value)
    else if (Array.isArray(value)) for (const each of value) walk(each, rest, `${at}.${isRecord(each) ? String(each.id) : ''}`)
    else if (isRecord(value) && name === '*') for (const [key, each] of Object.entries(value)) walk(each, rest, `${at}.${key}`)
    else if (isRecord(value)) walk(value[name], rest, at ? `${at}.${name}` : name)
  }
  for (const path of paths) walk(written, path.split('.'), '')
  return found
}
