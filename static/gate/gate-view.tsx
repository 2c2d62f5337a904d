import { describeDay } from '../../src/domain/gate/describe-gate';
import { presetOf } from '../../src/domain/gate/presets';
import type { GateDraft, TypeChoice } from './gate-draft';
import { MessagePreview } from './message-preview';
import { PRESET_WORDS } from './preset-words';

interface GateViewProps {
  readonly draft: GateDraft;
  readonly types: readonly TypeChoice[];
  readonly isNew: boolean;
}

/** The rule, to read. */
export function GateView({ draft, types, isNew }: GateViewProps) {
  if (isNew) return <main className="gw-gate"><h1>Product context is ready</h1><p>This rule has no configuration yet, so the gate refuses every ticket. Open it for editing to say what it wants.</p></main>;
  const preset = presetOf(draft.criteria.map(({ code }) => code));
  const typeNames = draft.types.map((id) => types.find((type) => type.id === id)?.name ?? `type ${id}`);
  return (
    <main className="gw-gate" data-testid="gate.view">
      <h1>{draft.name === '' ? 'Product context is ready' : draft.name}</h1>
      <dl className="gw-gate-facts">
        <dt>Wants</dt>
        <dd>{preset === undefined ? 'A set of its own' : PRESET_WORDS[preset].name}<ul>{draft.criteria.map(({ code, label }) => <li key={code}>{label}</li>)}</ul></dd>
        <dt>Looks at</dt><dd>{typeNames.length === 0 ? 'All issue types' : typeNames.join(', ')}</dd>
        <dt>Leaves alone</dt><dd>Tickets created before {describeDay(draft.since)}</dd>
        <dt>Bypass</dt><dd>{draft.bypass ? 'Allowed: with a reason, a ticket can pass this gate once it is recorded' : 'Not allowed'}</dd>
        <dt>Gate id</dt><dd><code>{draft.gate}</code></dd>
      </dl>
      <MessagePreview draft={draft} issueKey="KEY-12" />
    </main>
  );
}
