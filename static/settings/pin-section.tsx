import { useState } from 'react';
import { askJira, call, ConsentNeeded } from '../shared/bridge';
import { Notice } from '../shared/notice';
import { PlainButton } from '../shared/plain-button';
import { taskReply } from './jira-replies';
import { Section, type SectionProps } from './section';

type Pinning =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly words: string }
  | { readonly state: 'done'; readonly words: string }
  | { readonly state: 'failed'; readonly words: string };

const LOOKS = 15;
const LOOK_EVERY = 2_000;

/** Shows the panel on every ticket of this project and of the consuming teams' projects. */
export function PinSection({ editor: { draft }, facts }: SectionProps) {
  const [pinning, setPinning] = useState<Pinning>({ state: 'idle' });
  const wanted = [...new Set([facts.project.id, ...draft.teams.flatMap(({ projects }) => projects)])];
  const visible = [facts.project, ...facts.others].filter(({ id }) => wanted.includes(id));
  const projectIds = visible.map(({ id }) => id);
  const keys = visible.map(({ key }) => key).join(', ');
  const hidden = wanted.length - visible.length;
  const start = (): void => {
    setPinning({ state: 'working', words: 'Asking Jira …' });
    pin(projectIds, (words) => setPinning({ state: 'working', words })).then(setPinning, (error: unknown) => setPinning({
      state: 'failed',
      words: error instanceof ConsentNeeded ? 'Jira wants your consent first. Allow access in its window, then try again.' : 'Jira did not answer. Nothing was lost; try again in a moment.',
    }));
  };
  return (
    <Section id="pin" title="Show the panel on every ticket" lead="Without this, people open Apps on a ticket and choose “Product context” once; after that it stays on that ticket.">
      {facts.isJiraAdministrator ? (
        <>
          <p>This covers {keys}.{hidden > 0 && ` ${hidden === 1 ? 'One project of your teams is' : `${hidden} projects of your teams are`} left out, because you cannot see ${hidden === 1 ? 'it' : 'them'}: Jira would refuse the whole. Ask an administrator who can.`}</p>
          <PlainButton testId="settings.pin.button" unavailable={pinning.state === 'working' ? 'Jira is doing it' : undefined} onClick={start}>Show the panel on every ticket</PlainButton>
        </>
      ) : (
        <Notice kind="information" title="A Jira administrator can do this for you" testId="settings.pin.by-hand">
          <p>Ask one to open this page and press the button that stands here for them, for {keys}. Or, on any ticket of a project: open Apps, choose “Product context”, then in the panel’s menu choose to show it for all tickets of the project.</p>
        </Notice>
      )}
      <div role="status">
        {pinning.state === 'working' && <p>{pinning.words}</p>}
        {pinning.state === 'done' && <Notice kind="success">{pinning.words}</Notice>}
        {pinning.state === 'failed' && <Notice kind="error">{pinning.words}</Notice>}
      </div>
    </Section>
  );
}

async function pin(projectIds: string[], tell: (words: string) => void): Promise<Pinning> {
  const reply = await call('pinPanel', { projectIds, action: 'PIN' });
  if (!reply.ok) return { state: 'failed', words: reply.problem.words };
  for (let look = 0; look < LOOKS; look += 1) {
    const task = taskReply.safeParse((await askJira(`/rest/api/3/task/${encodeURIComponent(reply.value.taskId)}`)).body);
    if (!task.success) break;
    if (task.data.status === 'COMPLETE') return { state: 'done', words: 'The panel now stands on every ticket of these projects.' };
    if (['FAILED', 'CANCELLED', 'DEAD'].includes(task.data.status)) return { state: 'failed', words: `Jira could not finish it${task.data.message ? `: ${task.data.message}` : '.'} Try again, or use the way by hand.` };
    tell(`Jira is doing it: ${task.data.progress} %`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return { state: 'done', words: 'Jira has taken it on and is still at work. The panel appears on the tickets one project after the other.' };
}
