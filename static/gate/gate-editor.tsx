import Checkbox from '@atlaskit/checkbox';
import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useCallback, useRef, useState } from 'react';
import { describeDay } from '../../src/domain/gate/describe-gate';
import { findMisplacement } from '../../src/domain/gate/find-misplacement';
import type { JiraCalls } from '../shared/load-calls';
import { Notice } from '../shared/notice';
import { CriteriaPicker } from './criteria-picker';
import { Field } from './field';
import { checkDraft, type DraftErrors, type GateDraft, type TypeChoice } from './gate-draft';
import type { Loaded, ProjectChoice } from './load-choices';
import { MessagePreview } from './message-preview';
import { PasteGate } from './paste-gate';
import type { RulePlace } from './read-rule';
import { RefusedToday } from './refused-today';
import { TypePicker } from './type-picker';
import { useRuleSubmit } from './use-rule-submit';

interface GateEditorProps {
  readonly begin: () => GateDraft;
  readonly place: RulePlace;
  readonly types: Loaded<readonly TypeChoice[]>;
  readonly projects: Loaded<readonly ProjectChoice[]>;
  readonly calls: JiraCalls;
  readonly onReload: () => void;
}

/** The rule, to write. The workflow editor's own button saves it; a refused save keeps everything and says what is wrong where. */
export function GateEditor({ begin, place, types, projects, calls, onReload }: GateEditorProps) {
  const [draft, setDraft] = useState(begin);
  const [tried, setTried] = useState(false);
  const [project, setProject] = useState(() => firstChoice(projects));
  const summary = useRef<HTMLDivElement>(null);
  const change = useCallback((changes: Partial<GateDraft>) => setDraft((before) => ({ ...before, ...changes })), []);
  const taken = useRuleSubmit(() => {
    const checked = checkDraft(draft);
    if (checked.ok) return JSON.stringify(checked.configuration);
    setTried(true);
    // After the errors are drawn, so that a screen reader begins with them.
    setTimeout(() => summary.current?.focus());
    return undefined;
  });
  const errors = tried ? errorsOf(draft) : {};
  const warnings = findMisplacement({ from: place.from, name: place.transitionName, hasPortal: project?.hasPortal === true });
  return (
    <main className="gw-gate" data-testid="gate.editor">
      <h1>Product context is ready</h1>
      <p className="gw-quiet">A ticket can take {place.transitionName === undefined ? 'this transition' : `“${place.transitionName}”`} only when its product context says what you choose here. Jira itself checks it; Groundwork need not be running.</p>
      {!taken && <Notice kind="error" live><p>Jira does not let this page save the rule here. Open it in the workflow editor and try again.</p></Notice>}
      {warnings.map((words) => <Notice key={words} kind="warning" testId="gate.warning"><p>{words}</p></Notice>)}
      <div ref={summary} tabIndex={-1}>{Object.keys(errors).length > 0 && <ErrorSummary errors={errors} />}</div>
      <CriteriaPicker criteria={draft.criteria} errors={errors} onChange={(criteria) => change({ criteria })} />
      <TypePicker types={types} chosen={draft.types} onChange={(chosen) => change({ types: chosen })} onReload={onReload} />
      <Field label="Leave alone what was created before" help={errors['since'] === undefined && draft.since !== '' ? `Tickets created before ${describeDay(draft.since)} (UTC) pass, so that the old backlog is spared.` : 'The old backlog is spared.'} error={errors['since']}>
        {(wiring) => <Textfield {...wiring} type="date" width="medium" value={draft.since} onChange={(event) => change({ since: event.currentTarget.value })} />}
      </Field>
      <Checkbox isChecked={draft.bypass} label="A recorded bypass lets a ticket pass. It takes a reason, stands as a comment on the ticket, and is counted on the project page." onChange={() => change({ bypass: !draft.bypass })} />
      <Field label="Hint at the end of the message" help="Where to fill in what is missing." error={errors['hint']}>
        {(wiring) => <Textarea {...wiring} value={draft.hint} minimumRows={2} onChange={(event) => change({ hint: event.currentTarget.value })} />}
      </Field>
      <Naming draft={draft} errors={errors} onChange={change} />
      <section aria-labelledby="gate-message"><h2 id="gate-message">What people read</h2><MessagePreview draft={draft} issueKey={`${project?.key ?? 'KEY'}-12`} /></section>
      <section aria-labelledby="gate-today">
        <h2 id="gate-today">What it would refuse today</h2>
        <RefusedToday draft={draft} projects={projects} project={project} onChoose={setProject} fromStatus={place.from?.name} calls={calls} onReload={onReload} />
      </section>
      <PasteGate draft={draft} onChange={change} />
    </main>
  );
}

function Naming({ draft, errors, onChange }: { readonly draft: GateDraft; readonly errors: DraftErrors; readonly onChange: (changes: Partial<GateDraft>) => void }) {
  return (
    <div className="gw-gate-naming">
      <Field label="Name of this gate" help="What people call it, such as Ready for build." error={errors['name']}>
        {(wiring) => <Textfield {...wiring} value={draft.name} onChange={(event) => onChange({ name: event.currentTarget.value })} />}
      </Field>
      <Field label="Gate id" help="A bypass is recorded for this id. Two rules with the same id share their bypasses." error={errors['gate']}>
        {(wiring) => <Textfield {...wiring} value={draft.gate} onChange={(event) => onChange({ gate: event.currentTarget.value })} />}
      </Field>
    </div>
  );
}

function ErrorSummary({ errors }: { readonly errors: DraftErrors }) {
  return (
    <Notice kind="error" title="The rule was not saved" testId="gate.errors">
      <p>Nothing you entered is lost. Put this right and save again:</p>
      <ul>{[...new Set(Object.values(errors))].map((words) => <li key={words}>{words}</li>)}</ul>
    </Notice>
  );
}

function errorsOf(draft: GateDraft): DraftErrors {
  const checked = checkDraft(draft);
  return checked.ok ? {} : checked.errors;
}

/** The first project that opted in, or the only one there is. */
function firstChoice(projects: Loaded<readonly ProjectChoice[]>): ProjectChoice | undefined {
  if (!projects.ok) return undefined;
  return projects.value.length === 1 ? projects.value[0] : projects.value.find(({ optedIn }) => optedIn);
}
