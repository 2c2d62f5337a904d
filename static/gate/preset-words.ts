import type { GatePreset } from '../../src/domain/gate/presets';

/** What people read about the ready-made sets. */
export const PRESET_WORDS: Readonly<Record<GatePreset, { readonly name: string; readonly purpose: string }>> = {
  bronze: { name: 'Bronze: we understand it', purpose: 'Who needs it, how much is enough, and what it is worth. Good before work is planned.' },
  silver: { name: 'Silver: we can measure it', purpose: 'Bronze, and today’s level, how it is measured, and evidence. Good before work starts.' },
  gold: { name: 'Gold: we can commit', purpose: 'Silver, and infrastructure’s effort, agreement and settled conflicts. Good before a promise is made.' },
  outcome: { name: 'Outcome: we know whether it worked', purpose: 'Only the delivered levels. Good before Done.' },
};
