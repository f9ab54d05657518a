import { parse } from 'valibot'
import { examples } from './examples.ts'
import type { Question } from './question.ts'
import { types, type Kind } from './types.ts'

/** Each kind's worked example as a question, in the order of the list: the rows that test it. */
export const galleryQuestions = (): Question[] => (Object.keys(types) as Kind[]).map((kind) => { // keys of our own list
  const { prompt, hint, written } = examples[kind]
  return { kind, id: `gallery.${kind}`, prompt, hints: hint ? [hint] : [], sources: [], asked: kind, ...parse(types[kind].written, written) } as unknown as Question // its own schema made it
})
