import { isKind, types, type Kind } from '#quiz/types.ts'

/** Words every question has, whatever its kind. */
const ofEvery = ['prompt', 'hint', 'note'] as const

/** The words of the blocks that are not questions. */
const ofData = {
  timeline: ['caption', 'items.*.when', 'items.*.text'],
  table: ['caption', 'columns.*.text', 'rows.*.cells.*'],
  figure: ['alt', 'caption', 'bars.*.text'],
} as const

/** A block whose body is data: a question, or one of these. */
export type FenceKind = Kind | keyof typeof ofData

/** Whether a fence of this name holds data of ours. */
export const isFence = (name: string): name is FenceKind => Object.hasOwn(types, name) || Object.hasOwn(ofData, name)

/** Paths of the words in an author's block: the one list that parity, staleness, search and print use. */
export function wordPaths(kind: FenceKind): readonly string[] {
  if (isKind(kind)) return [...ofEvery, ...types[kind].words]
  return ofData[kind]
}
