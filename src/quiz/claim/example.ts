import type { Example } from '../questionType.ts'

/** True or false, and why: the reason counts only with the right verdict. */
export const example: Example<{ verdict: '' | 'true' | 'false', reason: string }> = {
  prompt: 'A village where nobody quarrels has no conflicts.',
  hint: 'Can people disagree without a word?',
  written: {
    'verdict': false,
    'why-true': 'Quiet is easy to mistake for agreement. A conflict can live for years without a raised voice.',
    'why-false': 'A conflict is there when wishes do not fit together, loud or not.',
    'reasons': [
      { id: 'quiet', text: 'A conflict may be silent', why: 'Some people stay quiet because they are not heard.', right: true },
      { id: 'always', text: 'People always quarrel', why: 'Many disagreements never become a quarrel.' },
      { id: 'small', text: 'Villages are too small', why: 'Size does not decide it: two people are enough.' },
    ],
  },
  replies: [
    { says: 'nothing chosen yet', reply: { verdict: '', reason: '' }, verdict: { kind: 'unanswered' } },
    { says: 'a verdict without a reason is no answer yet', reply: { verdict: 'false', reason: '' }, verdict: { kind: 'unanswered' } },
    { says: 'verdict and reason earn all', reply: { verdict: 'false', reason: 'quiet' }, verdict: { kind: 'points', earned: 1, possible: 1, parts: { false: 'right', quiet: 'right' } } },
    { says: 'the right verdict for another reason is half', reply: { verdict: 'false', reason: 'small' }, verdict: { kind: 'points', earned: 0.5, possible: 1, parts: { false: 'right', quiet: 'missed', small: 'wrong' } } },
    { says: 'the right reason does not save a wrong verdict', reply: { verdict: 'true', reason: 'quiet' }, verdict: { kind: 'points', earned: 0, possible: 1, parts: { false: 'missed', true: 'wrong', quiet: 'right' } } },
  ],
}
