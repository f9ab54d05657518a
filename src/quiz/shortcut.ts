/** What a single key asks for inside a question: an option by its number from 0, a hint, or the check; null where the key is somebody's typing. */
export function shortcutOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'target'>): number | 'hint' | 'check' | null {
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') return 'check'
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return null
  const key = signOf(event)
  if (/^[1-9]$/.test(key)) return Number(key) - 1
  if (/^[a-g]$/.test(key)) return key.charCodeAt(0) - 'a'.charCodeAt(0)
  return key === 'h' ? 'hint' : null
}

/** The Latin letter or digit of a key: as it is typed, or on a keyboard of another script as it lies. */
function signOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  return /^[a-z0-9]$/i.test(key) ? key.toLowerCase() : key.length === 1 ? /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? '' : ''
}

/** Whether keys pressed here are somebody's words or the field's own. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type))
}

/** What the numbers stand for where a key was pressed: the options of the group around it, else those of the whole question. */
export function optionsAt({ currentTarget, target }: Pick<Event, 'currentTarget' | 'target'>): HTMLElement[] {
  const group = (target instanceof Element && target.closest('fieldset')) || (currentTarget instanceof Element && currentTarget.querySelector('fieldset'))
  return group ? [...group.querySelectorAll<HTMLElement>('input[type=radio], input[type=checkbox], button.choice, button.sentence')].filter(option => !option.matches(':disabled')) : []
}
