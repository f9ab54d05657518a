import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { readUntrusted } from '#platform/untrusted.ts'
import { brings, openBackup } from '#progress/backup.ts'
import { historyOf, withIncoming } from '#progress/history.ts'
import { hostileFiles, mayBeTaken, wholeFile } from './hostile.ts'
import { manyEvents } from './events.ts'

interface Words { data: { problem: Record<string, string> } }

/** Try so many files that came back from somewhere; what became of them, by answer. */
export async function fuzzImports(numRuns: number, seed: number): Promise<Record<string, number>> {
  const words = JSON.parse(readFileSync('locales/en/interface/student.json', 'utf8')) as Words
  const tally: Record<string, number> = {}
  const { events } = JSON.parse(wholeFile()) as { events: unknown[] }
  const own = [...manyEvents(40), ...events.slice(0, 6)]
  const here = historyOf('anna', own)
  const before = JSON.stringify(here.state)
  let slowest = 0
  await fc.assert(fc.asyncProperty(hostileFiles, async (bytes) => {
    const began = performance.now()
    const read = await readUntrusted(new Blob([bytes]), { maxPacked: 100_000, maxText: 100_000, maxDepth: 32 })
    const opened = read.ok ? openBackup(read.value) : read
    slowest = Math.max(slowest, performance.now() - began)
    expect(opened.ok, 'accepted or refused wrongly').toBe(mayBeTaken(bytes))
    const answer = opened.ok ? 'taken' : opened.problem
    tally[answer] = (tally[answer] ?? 0) + 1
    if (!opened.ok) expect(words.data.problem[opened.problem]?.length, opened.problem).toBeGreaterThan(20)
    else {
      const { history } = withIncoming(here, brings(here, opened.value).fresh)
      for (const [question, answers] of Object.entries(here.state.answers)) expect(history.state.answers[question]?.map(each => each.id)).toEqual(expect.arrayContaining(answers.map(each => each.id)))
      expect(history.state.count).toBeGreaterThanOrEqual(here.state.count)
      expect(historyOf('anna', [...own, ...brings(here, opened.value).fresh]).state.count).toBeGreaterThanOrEqual(here.state.count)
    }
    expect(JSON.stringify(here.state)).toBe(before)
    expect(({} as { isTeacher?: boolean }).isTeacher).toBe(undefined)
  }), { numRuns, seed })
  console.log(`fuzz: ${numRuns} imports, SEED=${seed}, slowest ${slowest.toFixed(0)} ms, ${JSON.stringify(tally)}`)
  return tally
}
