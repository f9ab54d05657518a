import { takenUp, type Attempt, type KeptReply } from '#quiz/attempt.ts'
import { fits } from '#quiz/fits.ts'
import type { Question } from '#quiz/question.ts'
import type { Verdict } from '#quiz/questionType.ts'
import type { State } from './fold.ts'

/** What is needed of a kind to take up a reply that was kept. */
interface Scorer { blank: () => unknown, score: (key: never, reply: never) => Verdict }

/** The go at a question in its lesson, as it was left; nothing where there was none, or the question is another one by now. */
export function earlierAttempt(question: Question, { texts, replies }: Pick<State, 'texts' | 'replies'>, { blank, score }: Scorer): Attempt | undefined {
  const wrote = texts[question.id]
  const kept: KeptReply | undefined = question.kind === 'reflection' ? wrote && { reply: { text: wrote.text, levels: wrote.levels }, hints: 0, isDraft: true } : replies[question.id]
  if (!kept || ('asked' in kept && kept.asked !== question.asked) || !fits(blank(), kept.reply)) return undefined
  const verdict = score(question.key as never, kept.reply as never) // it fits the kind
  return verdict.kind === 'unanswered' ? undefined : takenUp(kept, verdict)
}
