/** Where this page is running, as far as it changes what is kept and found again. */
export interface Device {
  /** An in-app browser of a messenger: what is done there is not found from the browser. */
  insideApp: boolean
  /** How loosely this browser keeps data here; null where it keeps it well. */
  loose: 'firefox-file' | 'chromium-file' | 'safari' | null
  saveData: boolean
}

/** Read off the browser's own name and address. */
export function deviceOf(agent: string, protocol: string, saveData: boolean): Device {
  const file = protocol === 'file:'
  const safari = /Safari\//.test(agent) && !/Chrom|Android/.test(agent)
  return {
    insideApp: /FBAN|FBAV|FB_IAB|Instagram|WhatsApp|Telegram|MicroMessenger|; wv\)/.test(agent),
    loose: file && /Firefox\//.test(agent) ? 'firefox-file' : file ? 'chromium-file' : safari ? 'safari' : null,
    saveData,
  }
}

/** This device. */
export const device = (): Device => deviceOf(navigator.userAgent, location.protocol, (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true) // not in the DOM types yet
