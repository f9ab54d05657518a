/** Go to a source in the list at the end of the page, with the focus on it. */
export function showSource(cite: number): void {
  const source = document.getElementById(`source-${cite}`)
  source?.closest('details')?.setAttribute('open', '')
  source?.scrollIntoView({ block: 'center' })
  source?.querySelector('a')?.focus({ preventScroll: true })
}
