import type { Example } from '../questionType.ts'

/** Choose the words: each gap is a share of the whole. */
export const example: Example<Record<string, string>> = {
  prompt: 'Choose the words that make the sentence true.',
  hint: 'The mediator looks after the talk, not after its outcome.',
  written: {
    text: 'A mediator does not {decide} who is right; the two sides find an agreement {freely}.',
    gaps: [
      { id: 'decide', options: [{ id: 'decide', text: 'decide', why: 'Deciding is a judge’s task.', right: true }, { id: 'ask', text: 'ask', why: 'A mediator asks a great deal, only not this.' }] },
      { id: 'freely', options: [{ id: 'quickly', text: 'quickly', why: 'It may take long. What counts is that nobody is pressed.' }, { id: 'freely', text: 'freely', why: 'An agreement under pressure seldom lasts.', right: true }] },
    ],
  },
  replies: [
    { says: 'nothing chosen yet', reply: {}, verdict: { kind: 'unanswered' } },
    { says: 'both gaps earn all', reply: { decide: 'decide', freely: 'freely' }, verdict: { kind: 'points', earned: 1, possible: 1, parts: { decide: 'right', freely: 'right' } } },
    { says: 'one of two is half', reply: { decide: 'decide', freely: 'quickly' }, verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { decide: 'right', freely: 'wrong' } } },
    { says: 'a gap left open is missed', reply: { freely: 'freely' }, verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { decide: 'missed', freely: 'right' } } },
  ],
}
