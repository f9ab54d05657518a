/** What the tabs of this device say to each other. */
export interface Channel { say: (message: unknown) => void, hear: (listen: (message: unknown) => void) => void }

/** Nobody speaks, nobody hears. */
export const silence: Channel = { say: () => undefined, hear: () => undefined }

/** A channel to the other tabs; without one, silence: local storage tells them too. */
export function channelTo(name: string): Channel {
  if (typeof BroadcastChannel === 'undefined') return silence
  const channel = new BroadcastChannel(name)
  return {
    say: (message) => { channel.postMessage(message) },
    hear: (listen) => { channel.addEventListener('message', (event) => { listen(event.data) }) },
  }
}
