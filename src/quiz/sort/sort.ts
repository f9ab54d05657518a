import { array, check, minLength, nonEmpty, pipe, record, strictObject, string, transform, union } from 'valibot'
import { scorePlaces } from '../scorePlaces.ts'

const text = pipe(string(), nonEmpty())

/** Groups, and items that belong to one of them or to any of several. */
export const written = pipe(
  strictObject({
    groups: pipe(array(strictObject({ id: string(), text })), minLength(2)),
    items: pipe(array(strictObject({ id: string(), text, group: union([string(), array(string())]), why: text })), minLength(2)),
  }),
  check(({ groups, items }) => items.every(({ group }) => [group].flat().every(each => groups.some(({ id }) => id === each))), 'each `group` names an id of `groups`'),
  transform(({ groups, items }) => ({
    ask: { groups, items: items.map(({ id, text }) => ({ id, text })) },
    key: Object.fromEntries(items.map(({ id, group }) => [id, [group].flat()])),
    why: Object.fromEntries(items.map(({ id, why }) => [id, why])),
  })),
)

/** The words of an author's block. */
export const words = ['groups.*.text', 'items.*.text', 'items.*.why'] as const

/** For each item, the id of its group. */
export const reply = record(string(), string())

/** Nothing sorted. */
export const blank = (): Record<string, string> => ({})

/** The share of right ones, less the share put in a wrong group; what was left out costs nothing. Source of the rule: product.md, row 6. */
export const score = (key: Record<string, string[]>, given: Record<string, string>) => scorePlaces(key, given, 1)

/** Every item in its group. */
export const answer = (key: Record<string, string[]>): Record<string, string> => Object.fromEntries(Object.entries(key).map(([id, [group]]) => [id, group ?? '']))
