import type { Attempt } from '#quiz/attempt.ts'
import type { Question } from '#quiz/question.ts'
import type { Verdict } from '#quiz/questionType.ts'
import type { Fact } from './event.ts'

const isOwnWords = ({ kind }: { kind: string }) => kind === 'reflection'

/** What to keep of a judged reply. One's own words are kept apart, by `wroteFact`, so that no export takes them along. */
export function answeredFact(question: Question, verdict: Verdict, attempt: Attempt, where: Fact<'answered'>['in'], run: string): Fact<'answered'> {
  return {
    question: question.id, asked: question.asked, hints: attempt.hints, in: where, run,
    ...(!isOwnWords(question) && { reply: attempt.reply }),
    ...(verdict.kind === 'points' && { earned: verdict.earned, possible: verdict.possible }),
    ...(attempt.sure && { sure: attempt.sure }),
  }
}

/** One's own words to a reflection; null where the question is of another kind. */
export function wroteFact(question: Question, attempt: Attempt): Fact<'wrote'> | null {
  if (!isOwnWords(question)) return null
  const { text, levels } = attempt.reply as { text: string, levels: Record<string, string> } // the reply of a reflection, read by its schema
  return { question: question.id, text, levels }
}
