import { formatCount } from '../../../src/domain/context/format-number';
import { SEVERITIES, type Note } from '../../../src/domain/conflict/conflict';
import { Empty } from '../../shared/page-states';
import type { SubpageProps } from '../subpages';
import type { ShownConflict } from './shown-conflicts';
import type { SharedData } from './use-shared-data';

interface SummaryProps {
  readonly shown: readonly ShownConflict[];
  readonly data: SharedData;
  readonly facts: SubpageProps['facts'];
  readonly isComplete: boolean;
}

/** How many conflicts there are, and what nobody knows. */
export function Summary({ shown, data, facts, isComplete }: SummaryProps) {
  const counts = SEVERITIES.map((severity) => ({ severity, count: shown.filter(({ conflict }) => conflict.severity === severity).length })).filter(({ count }) => count > 0);
  const hidden = new Set(shown.flatMap((one) => [...one.hidden].filter((id) => !one.unread.has(id)))).size;
  return (
    <section className="gr-summary" aria-label="Summary">
      <p className="gr-big" data-testid="conflicts.summary">{shown.length === 0 ? 'No conflicts' : counts.map(({ severity, count }) => `${formatCount(count, facts.locale)} ${summaryWords(severity)}`).join(', ')}</p>
      <p className="gw-quiet gw-small">
        {isComplete ? '' : 'Not everything is loaded yet. '}What you may see is checked, in your browser, as it stands now.
        {unknownWords(data)}
        {hidden > 0 ? ` ${hidden === 1 ? 'A ticket you cannot see takes part.' : `${String(hidden)} tickets you cannot see take part.`}` : ''}
      </p>
    </section>
  );
}

function summaryWords(severity: (typeof SEVERITIES)[number]): string {
  return { limits: 'law against law', blocking: 'blocking work', negotiable: 'negotiable', soft: 'soft' }[severity];
}

/** No conflict, told with what that does not cover. */
export function NoClash({ data }: { readonly data: SharedData }) {
  const notChecked = notCheckedIn(data).length > 0;
  const isSilent = data.gathered.unknown.length > 0;
  const declared = data.gap !== undefined ? 'Among what could be read, nothing clashes.' : notChecked ? 'What could be compared goes together; what could not stands under “Not known”.' : 'Everything that teams declared goes together.';
  return <Empty title={notChecked || data.gap !== undefined ? 'No clash was found' : 'No two requirements clash'}><p>{declared}{isSilent ? ' What they did not declare stands under “Not known”.' : ''}</p></Empty>;
}

/** Nothing to check yet, and how that changes. */
export function NoRequirements({ projectKey }: { readonly projectKey: string }) {
  return <Empty title="Nobody has declared a requirement on shared data yet"><p>Requirements come from the product context of tickets that ask {projectKey}: “must be filled in”, “keep for at least … days”. Conflicts appear here as soon as two of them cannot both be true.</p></Empty>;
}

/** What was declared and could not be compared. */
export function notCheckedIn({ result }: SharedData): readonly Note[] {
  return result?.notes.filter(({ code }) => code === 'NOT_CHECKED') ?? [];
}

/** What is worth knowing and no conflict. */
export function notesOf({ result }: SharedData): readonly Note[] {
  return result?.notes.filter(({ code }) => code !== 'NOT_CHECKED') ?? [];
}

function unknownWords(data: SharedData): string {
  const counted = (count: number, one: string, many: string): string => (count === 0 ? '' : ` ${count === 1 ? `1 ${one}` : `${String(count)} ${many}`}.`);
  const [asks, silent] = [data.gathered.unknown.filter(({ why }) => why === 'asks').length, data.gathered.unknown.filter(({ why }) => why !== 'asks').length];
  return [
    counted(silent, 'ticket says nothing of shared data: whether it clashes is not known', 'tickets say nothing of shared data: whether they clash is not known'),
    counted(asks, 'ticket waits for the architect', 'tickets wait for the architect'),
    counted(notCheckedIn(data).length, 'comparison could not be made', 'comparisons could not be made'),
  ].join('');
}
