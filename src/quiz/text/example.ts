import type { Example } from '../questionType.ts'

/** Type a word: spelling is forgiven where it can be understood. */
export const example: Example<string> = {
  prompt: 'What do we call a third person who helps two sides find their own agreement?',
  hint: 'The word comes from Latin for “middle”.',
  written: {
    accept: ['mediator', 'a mediator'], why: 'A mediator helps and does not decide.',
    misses: [{ id: 'judge', accept: ['judge', 'arbitrator'], why: 'A judge or an arbitrator decides. Here the two sides decide themselves.' }],
  },
  replies: [
    { says: 'nothing typed yet', reply: '  ', verdict: { kind: 'unanswered' } },
    { says: 'case, accents and stray signs do not matter', reply: ' Médiator? ', verdict: { kind: 'points', earned: 1, possible: 1, parts: { text: 'right' } } },
    { says: 'a slip of one letter is nearly right', reply: 'mediater', verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { text: 'near' } } },
    { says: 'a likely mistake has an answer of its own', reply: 'Judge', verdict: { kind: 'points', earned: 0, possible: 1, parts: { text: 'wrong', judge: 'wrong' } } },
    { says: 'anything else earns nothing', reply: 'friend', verdict: { kind: 'points', earned: 0, possible: 1, parts: { text: 'wrong' } } },
  ],
}
