import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { channelTo } from '#platform/channel.ts'
import { indexed } from '#platform/database.ts'
import { makeKeeper } from '#platform/keeper.ts'
import { ledgerIn } from '#platform/ledger.ts'
import { storage } from '#platform/storage.ts'
import { useProgress } from './progress.ts'

/** Who learns on this device, and whether anything is kept. */
export const useProfiles = defineStore('profiles', () => {
  const mode = shallowRef<'own' | 'shared' | 'nothing'>('own')
  const open = () => useProgress().open(makeKeeper(ledgerIn(storage, () => null), indexed('peace'), channelTo('peace')))
  const choose = (next: 'own' | 'shared' | 'nothing') => { mode.value = next }
  return { mode, open, choose }
})
