import type { Example } from '../questionType.ts'

/** Put in order: every pair that stands the wrong way round costs its share. */
export const example: Example<string[]> = {
  prompt: 'A mediation has steps that build on each other. Put them in order.',
  hint: 'Nothing can begin before both sides want it.',
  written: {
    ends: { first: 'First', last: 'Last' },
    items: [
      { id: 'agree-to-talk', text: 'Both sides agree to talk', why: 'Nobody can be made to mediate: it begins with a yes from both.' },
      { id: 'tell', text: 'Each tells what happened', why: 'Before solutions come the stories, one after the other.' },
      { id: 'options', text: 'Ideas are collected', why: 'Ideas come once needs are on the table.' },
      { id: 'sign', text: 'What was agreed is written down', why: 'An agreement that is written can be kept and looked at again.' },
    ],
  },
  replies: [
    { says: 'nothing moved yet', reply: [], verdict: { kind: 'unanswered' } },
    { says: 'the right order earns all', reply: ['agree-to-talk', 'tell', 'options', 'sign'], verdict: { kind: 'points', earned: 1, possible: 1, parts: { 'agree-to-talk': 'right', 'tell': 'right', 'options': 'right', 'sign': 'right' } } },
    { says: 'one pair of six turned round costs a sixth', reply: ['agree-to-talk', 'options', 'tell', 'sign'], verdict: { kind: 'points', earned: 1 - 1 / 6, possible: 1, parts: { 'agree-to-talk': 'right', 'tell': 'wrong', 'options': 'wrong', 'sign': 'right' } } },
    { says: 'the whole order turned round earns nothing', reply: ['sign', 'options', 'tell', 'agree-to-talk'], verdict: { kind: 'points', earned: 0, possible: 1, parts: { 'agree-to-talk': 'wrong', 'tell': 'wrong', 'options': 'wrong', 'sign': 'wrong' } } },
  ],
}
