import { answeredFact, wroteFact } from '#progress/answered.ts'
import type { Fact } from '#progress/event.ts'
import type { Attempt } from '#quiz/attempt.ts'
import type { Question } from '#quiz/question.ts'
import type { Verdict } from '#quiz/questionType.ts'
import { useLearner } from '#stores/learner.ts'

/** Keep what is answered in one place of the course, under one run. */
export function useAnswers(where: Fact<'answered'>['in'], run: () => string) {
  const learner = useLearner()
  return async (question: Question, verdict: Verdict, attempt: Attempt): Promise<void> => {
    const wrote = wroteFact(question, attempt)
    if (wrote) await learner.record('wrote', wrote)
    await learner.record('answered', answeredFact(question, verdict, attempt, where, run()))
  }
}
