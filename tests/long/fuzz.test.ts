import { expect, it } from 'vitest'
import { fuzzImports } from '../progress/fuzz.ts'

it('ten thousand hostile imports: none taken wrongly, none without an answer', async () => {
  const tally = await fuzzImports(10_000, Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31)))
  expect(Object.values(tally).reduce((sum, count) => sum + count)).toBe(10_000)
}, 600_000)
