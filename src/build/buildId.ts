import { execFileSync } from 'node:child_process'

/** What this build is called: the commit it was made from, or `dev` outside a checkout. */
export function buildId(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short=8', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'dev'
  }
}
