import { array, maxLength, object, picklist, pipe, string, type InferOutput } from 'valibot'
import { defineStore } from 'pinia'
import { keptRef } from './kept.ts'
import { useLearner } from './learner.ts'

const short = pipe(string(), maxLength(200))

/** A quiz or a check that was begun: whose it is, what it is of, and its questions in their order. What was answered stands among the events. */
const Walk = object({ whose: short, of: picklist(['quiz', 'pre', 'post']), module: short, run: short, questions: pipe(array(short), maxLength(100)) })
/** See above. */
export type Walk = InferOutput<typeof Walk>

/** More than this are not in hand at once: the oldest go. */
const MOST = 40

/** Quizzes and checks in hand on this device, so that one that was broken off can be gone on with. */
export const useWalks = defineStore('walks', () => {
  const learner = useLearner()
  const held = keptRef('walks', array(Walk), [])
  const others = (of: Walk['of'], module: string) => held.value.filter(walk => walk.whose !== learner.whose || walk.of !== of || walk.module !== module)
  return {
    begun: (of: Walk['of'], module: string): Walk | undefined => held.value.find(walk => walk.whose === learner.whose && walk.of === of && walk.module === module),
    begin: (walk: Omit<Walk, 'whose'>) => { held.value = [...others(walk.of, walk.module), { ...walk, whose: learner.whose ?? '' }].slice(-MOST) },
    end: (of: Walk['of'], module: string) => { held.value = others(of, module) },
  }
})
