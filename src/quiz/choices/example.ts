import type { Example } from '../questionType.ts'

/** Choose several: a wrong one costs as much as its share. */
export const example: Example<string[]> = {
  prompt: 'Two classmates quarrel in the corridor. What helps at once?',
  hint: 'Two of these cool the quarrel down. Two of these heat it up.',
  written: {
    options: [
      { id: 'listen', text: 'Let each finish speaking', why: 'Nobody listens before they have been heard.', right: true },
      { id: 'why', text: 'Ask what each of them needs', why: 'Needs can often both be met, even where wishes cannot.', right: true },
      { id: 'film', text: 'Film it for later', why: 'A camera turns a quarrel into a show, and shame keeps it going.' },
      { id: 'side', text: 'Say who is right', why: 'It makes a loser at once. Later there may be time for it.' },
    ],
  },
  replies: [
    { says: 'nothing picked yet', reply: [], verdict: { kind: 'unanswered' } },
    { says: 'all right ones and no other earn all', reply: ['why', 'listen'], verdict: { kind: 'points', earned: 1, possible: 1, parts: { listen: 'right', why: 'right' } } },
    { says: 'one of two is half', reply: ['why'], verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { listen: 'missed', why: 'right' } } },
    { says: 'a wrong one costs', reply: ['listen', 'why', 'film'], verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { listen: 'right', why: 'right', film: 'wrong' } } },
    { says: 'never less than nothing', reply: ['film', 'side'], verdict: { kind: 'points', earned: 0, possible: 1, parts: { listen: 'missed', why: 'missed', film: 'wrong', side: 'wrong' } } },
  ],
}
