import type { GenericSchema } from 'valibot'

/** How one part of a reply turned out. `missed`: it belonged to the reply and was not there. `near`: a slip of spelling. */
export type Mark = 'right' | 'wrong' | 'missed' | 'near'

/** What a reply earned. `open` has no right answer and is a full ending; `earned` is a fraction from 0 to 1. */
export type Verdict =
  | { kind: 'unanswered' }
  | { kind: 'open' }
  | { kind: 'points', earned: number, possible: 1, parts: Record<string, Mark> }

/** What is said about each part of a reply, by the part's id. */
export type Why = Record<string, string>

/** An author's block, parted: the learner is shown `ask`, only the scorer is handed `key`, `why` comes with the verdict. */
export interface Parted<Ask, Key> { ask: Ask, key: Key, why: Why }

/** One way of asking: a module with these exports. No view can leak an answer, and no score can depend on a view. */
export interface QuestionType<Ask, Key, Reply> {
  /** The fence's body as an author writes it; its transform parts it in three. Build and editor only. */
  written: GenericSchema<unknown, Parted<Ask, Key>>
  /** Paths of the author's fields that are words, `*` for each element of a list: the one list translators, search and print use. */
  words: readonly string[]
  /** The shape of a reply, checked wherever one comes in. */
  reply: GenericSchema<unknown, Reply>
  /** The reply of somebody who has not touched the question. */
  blank: () => Reply
  /** What a reply earns. */
  score: (key: Key, reply: Reply) => Verdict
  /** A reply that is right, to be shown when asked for; null where there is none. */
  answer: (key: Key) => Reply | null
  /** Ids of `why` to say about this reply while the question is still open; without it, those of the parts in the reply. */
  tells?: (reply: Reply, verdict: Verdict) => string[]
}

/** Points for `parts`, as a fraction. */
export const points = (earned: number, parts: Record<string, Mark>): Verdict =>
  ({ kind: 'points', earned: Math.min(1, Math.max(0, earned)), possible: 1, parts })

/** One worked question of a kind, with replies that tell: the test, the gallery and the documentation. */
export interface Example<Reply> {
  /** The block as an author writes it, without the fields every question has. */
  written: unknown
  prompt: string
  /** What helps on, for the gallery; a question without right and wrong needs none. */
  hint?: string
  replies: readonly { says: string, reply: Reply, verdict: Verdict }[]
}
