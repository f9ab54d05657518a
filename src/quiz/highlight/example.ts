import type { Example } from '../questionType.ts'

/** Mark the sentences that show it: right ones count, wrong ones cost. */
export const example: Example<string[]> = {
  prompt: 'Mark the sentences that say what was seen, without judging.',
  hint: 'Could a camera have recorded it?',
  written: {
    passage: [
      { id: 'late', text: 'The meeting began at nine.', why: 'A clock could confirm it.', right: true },
      { id: 'rude', text: 'That was rude.', why: 'It judges; somebody else may have felt otherwise.' },
      { id: 'without', text: 'My name was not read out.', why: 'Everyone in the room could have heard it.', right: true },
      { id: 'always', text: 'You always forget me.', why: '“Always” is a judgement dressed as a count.' },
    ],
  },
  replies: [
    { says: 'nothing marked yet', reply: [], verdict: { kind: 'unanswered' } },
    { says: 'all that show it earn all', reply: ['without', 'late'], verdict: { kind: 'points', earned: 1, possible: 1, parts: { late: 'right', without: 'right' } } },
    { says: 'one of two is half', reply: ['late'], verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { late: 'right', without: 'missed' } } },
    { says: 'marking everything earns nothing', reply: ['late', 'rude', 'without', 'always'], verdict: { kind: 'points', earned: 0, possible: 1, parts: { late: 'right', without: 'right', rude: 'wrong', always: 'wrong' } } },
  ],
}
