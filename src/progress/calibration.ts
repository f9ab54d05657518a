import type { State } from './fold.ts'

/** How sure somebody said they were, and how often that was right. */
export interface Level { level: 'guess' | 'fairly' | 'sure', right: number, all: number }

/** How sure against how right, over every answer that said how sure; it never changes a mark. */
export function calibration({ answers }: Pick<State, 'answers'>): Level[] {
  const said = Object.values(answers).flat().filter(answer => answer.sure !== undefined && answer.earned !== undefined)
  return (['guess', 'fairly', 'sure'] as const).map((level) => {
    const own = said.filter(answer => answer.sure === level)
    return { level, right: own.filter(answer => answer.earned === 1).length, all: own.length }
  })
}
