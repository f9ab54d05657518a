import type { Example } from '../questionType.ts'

/** Choose one: all or nothing. */
export const example: Example<string> = {
  prompt: 'Two neighbours want the same bench. What opens the talk best?',
  hint: 'Which question leaves both of them a way to be content?',
  written: {
    options: [
      { id: 'whose', text: 'Whose bench is it?', why: 'It asks for a winner. Somebody will have to lose before the talk begins.' },
      { id: 'why', text: 'What do you need it for?', why: 'A need can be met in more than one way. This question opens the ways.', right: true },
      { id: 'law', text: 'What do the rules say?', why: 'Rules can help later. First find out what each of them needs.' },
    ],
  },
  replies: [
    { says: 'nothing picked yet', reply: '', verdict: { kind: 'unanswered' } },
    { says: 'the right one earns all', reply: 'why', verdict: { kind: 'points', earned: 1, possible: 1, parts: { why: 'right' } } },
    { says: 'another earns nothing, and the right one is missed', reply: 'law', verdict: { kind: 'points', earned: 0, possible: 1, parts: { law: 'wrong', why: 'missed' } } },
  ],
}
