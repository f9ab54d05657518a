import { resolve } from 'node:path'
import { languages } from '#languages.ts'
import { compileCourse } from './compileCourse.ts'

/** `npm run check:course`: every mistake with file and line, then what is complete, stale and missing. Ends with an error when there is one. */
export function courseReport(): void {
  const { mistakes, standing } = compileCourse(resolve('.'))
  for (const { message } of mistakes) console.log(message)
  const codes = Object.keys(languages)
  console.log(['module'.padEnd(16), ...codes.map(code => code.padEnd(9))].join(' '))
  for (const [module, byLanguage] of Object.entries(standing)) console.log([module.padEnd(16), ...codes.map(code => (byLanguage[code] ?? 'missing').padEnd(9))].join(' '))
  if (mistakes.length) {
    console.log(`${mistakes.length} mistakes`)
    process.exitCode = 1
  }
}
