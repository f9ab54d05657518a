import { createEmptyCard, fsrs, generatorParameters, Rating, type Card, type Grade } from 'ts-fsrs'

/** One answer, as far as review cares: when, how much of it was right, and how sure one was. */
export interface Past { at: number, earned: number, hints: number, sure?: 'guess' | 'fairly' | 'sure' }

/** When a question is due, and whether its last answer was wrong though one was sure. */
export interface Due { question: string, due: number, sureButWrong: boolean }

const scheduler = fsrs(generatorParameters({ enable_fuzz: false, enable_short_term: false }))

/** How an answer is rated: a miss is forgotten, help or a guess makes it hard, being sure makes it easy. */
export function rating({ earned, hints, sure }: Past): Grade {
  if (earned < 0.6) return Rating.Again
  if (earned < 1 || hints > 0 || sure === 'guess') return Rating.Hard
  return sure === 'sure' ? Rating.Easy : Rating.Good
}

/** When a question is due after these answers, in the order they were given; the same for the same answers. */
export function dueAfter(past: readonly Past[]): number {
  const first = past[0]
  if (!first) return 0
  const card = past.reduce<Card>((card, each) => scheduler.next(card, new Date(each.at), rating(each)).card, createEmptyCard(new Date(first.at)))
  return card.due.getTime()
}

/** Questions due at `now`: those one was sure of and missed come first, then the longest overdue. */
export function due(answers: Readonly<Record<string, readonly Past[]>>, now: number): { due: Due[], next: number | null } {
  const all = Object.entries(answers).flatMap(([question, past]): Due[] => {
    const last = past.at(-1)
    return last ? [{ question, due: dueAfter(past), sureButWrong: last.sure === 'sure' && last.earned < 0.6 }] : []
  })
  const later = all.filter(each => each.due > now).map(each => each.due)
  return {
    due: all.filter(each => each.due <= now).sort((one, other) => Number(other.sureButWrong) - Number(one.sureButWrong) || one.due - other.due),
    next: later.length ? Math.min(...later) : null,
  }
}
