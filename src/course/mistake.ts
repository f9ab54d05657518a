/** A mistake in the course: where it is, and what to write instead. It stops the build. */
export class Mistake extends Error {
  constructor(readonly file: string, readonly line: number, readonly says: string) {
    super(`${file}:${line}: ${says}`)
    this.name = 'Mistake'
  }
}
