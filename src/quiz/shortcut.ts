/** What a single key asks for inside a question: an option by its number from 0, a hint, or the check; null where the key is somebody's typing. */
export function shortcutOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'target'>): number | 'hint' | 'check' | null {
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') return 'check'
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return null
  if (/^[1-9]$/.test(event.key)) return Number(event.key) - 1
  return event.key.toLowerCase() === 'h' ? 'hint' : null
}

/** Whether keys pressed here are somebody's words or the field's own. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type))
}
