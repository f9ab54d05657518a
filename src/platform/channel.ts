/** What other tabs of this device hear. */
export interface Channel { say: (message: unknown) => void, hear: (listen: (message: unknown) => void) => void }

/** A channel to the other tabs; without one, silence. */
export function channelTo(name: string): Channel {
  if (typeof BroadcastChannel === 'undefined') return { say: () => undefined, hear: () => undefined }
  const channel = new BroadcastChannel(name)
  return {
    say: (message) => { channel.postMessage(message) },
    hear: (listen) => { channel.addEventListener('message', (event) => { listen(event.data) }) },
  }
}
