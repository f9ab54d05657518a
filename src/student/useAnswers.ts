import { answeredFact, wroteFact } from '#progress/answered.ts'
import type { Fact } from '#progress/event.ts'
import type { Attempt } from '#quiz/attempt.ts'
import type { Question } from '#quiz/question.ts'
import type { Verdict } from '#quiz/questionType.ts'
import { useLearner } from '#stores/learner.ts'

/** Keep what is answered in one place of the course, under one run. */
export function useAnswers(where: Fact<'answered'>['in'], run: () => string) {
  const learner = useLearner()

  /** Keep one's own words as they stand, unless they are kept already. */
  async function keepWords(question: Question, attempt: Attempt): Promise<void> {
    const wrote = wroteFact(question, attempt)
    const held = learner.state.texts[question.id]
    if (!wrote || (wrote.text === (held?.text ?? '') && JSON.stringify(wrote.levels) === JSON.stringify(held?.levels ?? {}))) return
    await learner.record('wrote', wrote)
  }

  async function keep(question: Question, verdict: Verdict, attempt: Attempt): Promise<void> {
    await keepWords(question, attempt)
    await learner.record('answered', answeredFact(question, verdict, attempt, where, run()))
  }
  return { keep, keepWords }
}
