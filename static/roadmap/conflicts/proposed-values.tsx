import { useMemo } from 'react';
import { settingsContentSchema } from '../../../src/contract/settings';
import { nameSome } from '../../../src/domain/context/join-words';
import { proposedValues, withProposed, type ProposedValue } from '../../../src/domain/conflict/proposed-values';
import { Notice } from '../../shared/notice';
import { ConsentNeeded } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall } from '../../shared/use-call';
import type { SubpageProps } from '../subpages';
import type { SharedData } from './use-shared-data';

/** Tickets and values named at once. */
const MOST_TICKETS = 3;
const MOST_VALUES = 10;

/** Places that requirements name and the settings do not list: whoever administers adds them with one click. */
export function ProposedValues({ page: { demand, facts, store }, data }: { readonly page: SubpageProps; readonly data: SharedData }) {
  const { settings, facts: project } = demand;
  const proposed = useMemo(() => proposedValues(data.gathered.claims, settings.conditions), [data.gathered.claims, settings.conditions]);
  const saving = useCall('saveSettings');
  if (proposed.length === 0) return null;
  const add = async (values: readonly ProposedValue[]): Promise<void> => {
    const content = settingsContentSchema.parse({ ...settings, conditions: withProposed(settings.conditions, values) });
    if (await saving.run({ projectId: settings.project.id, startedFrom: settings.rev, content }) !== undefined) store.start();
  };
  const unavailable = saving.state.kind === 'running' ? 'Saving' : undefined;
  return (
    <Notice kind="information" title="Where requirements apply: values that are proposed" testId="conflicts.proposed">
      <p>Tickets name these and the settings do not list them. They count as they are written; once listed, everybody can tick them.{project.administers ? '' : ` Administrators of ${settings.project.key} can add them here.`}</p>
      <ul>
        {proposed.slice(0, MOST_VALUES).map((one) => (
          <li key={`${one.dimension} ${one.value}`}>
            {one.dimension}: <strong>{one.value}</strong> ({nameSome(one.tickets, MOST_TICKETS, facts.locale)})
            {project.administers && <> <PlainButton look="link" unavailable={unavailable} onClick={() => void add([one])} aria-label={`Add ${one.value} to the values of ${one.dimension}`}>Add to the list</PlainButton></>}
          </li>
        ))}
      </ul>
      {proposed.length > MOST_VALUES && <p>{nameSome(proposed.slice(MOST_VALUES).map(({ value }) => value), MOST_VALUES, facts.locale)} are proposed as well.</p>}
      {project.administers && proposed.length > 1 && <div><PlainButton unavailable={unavailable} onClick={() => void add(proposed)}>Add all of them</PlainButton></div>}
      {saving.state.kind === 'failed' && <ProblemNotice title="The list was not changed" problem={saving.state.problem} />}
      {saving.state.kind === 'consent' && <ConsentNeeded onAllow={() => saving.reset()} keeps="The proposals stay on their tickets; press the button again." />}
    </Notice>
  );
}
