import { answeredFact, wroteFact } from '#progress/answered.ts'
import type { Fact } from '#progress/event.ts'
import type { Attempt } from '#quiz/attempt.ts'
import type { Question } from '#quiz/question.ts'
import type { Verdict } from '#quiz/questionType.ts'
import { useProgress } from '#stores/progress.ts'

/** Keep what is answered in one place of the course, under one run. */
export function useAnswers(where: Fact<'answered'>['in'], run: () => string) {
  const progress = useProgress()
  return async (question: Question, verdict: Verdict, attempt: Attempt): Promise<void> => {
    const wrote = wroteFact(question, attempt)
    if (wrote) await progress.record('wrote', wrote)
    await progress.record('answered', answeredFact(question, verdict, attempt, where, run()))
  }
}
